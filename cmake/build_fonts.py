"""Subsets the text face (Roboto) and the icon font (Lucide) and writes the C++ header with the icons' characters.

The files serve both the page (@font-face) and Dear ImGui's atlas. Kerning (GPOS) and ligatures (GSUB) are left out,
because ImGui knows neither and the drawn and the mirrored text must have the same widths.
"""
import argparse
import json
import logging
import pathlib
import sys

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

TEXT = [
    *range(0x20, 0x7F), *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A
    *range(0x300, 0x305), 0x306, 0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x327, 0x328,  # accents typed apart
    0x218, 0x219, 0x21A, 0x21B, 0x1E9E,  # Ș ș Ț ț ẞ
    *range(0x2010, 0x2027), 0x202F, 0x2032, 0x2033, 0x2039, 0x203A,
    0x20AC, 0x2116, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2260, 0x2264, 0x2265,
]
# What the German and English texts cannot do without; a face that lacks one of them must not be taken silently.
NEEDED = [*range(0x20, 0x7F), *map(ord, "ÄÖÜäöüßẞéèêçñ„“”‚‘’–—…€§°²³·×−«»")]


def draw_arrow(font: TTFont, stem: int) -> None:
    """Roboto has no U+2192; the texts write changes with it ("204 → 205")."""
    scale = font["head"].unitsPerEm / 2048
    middle, left, right, reach = 710, 150, 1650, 430  # the height of the minus sign; half the head's height
    head = stem * 1.4
    pen = TTGlyphPen(None)
    for points in (
        [(left, middle - stem / 2), (left, middle + stem / 2), (right - head, middle + stem / 2),
         (right - head, middle - stem / 2)],
        [(right, middle), (right - reach, middle - reach), (right - reach - head / 2, middle - reach + head / 2),
         (right - head, middle), (right - reach - head / 2, middle + reach - head / 2),
         (right - reach, middle + reach)],
    ):
        points = [(round(x * scale), round(y * scale)) for x, y in points]
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), "arrowright"])
    font["glyf"]["arrowright"] = pen.glyph()
    font["glyf"]["arrowright"].recalcBounds(font["glyf"])
    font["hmtx"]["arrowright"] = (round(1800 * scale), round(left * scale))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2192] = "arrowright"


def write_subset(source: pathlib.Path, target: pathlib.Path, characters, needed, arrow_stem=None) -> None:
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # copyright, names and licence stay
    options.notdef_outline = True
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "kern"]
    font = subset.load_font(str(source), options)
    missing = set(needed) - set(font.getBestCmap())
    if missing:
        sys.exit(f"{source}: no glyph for {', '.join(f'U+{c:04X}' for c in sorted(missing))}")
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    if arrow_stem is not None and 0x2192 not in font.getBestCmap():
        draw_arrow(font, arrow_stem)
    target.parent.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, str(target), options)


def utf8_literal(code: int) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in chr(code).encode()) + '"'


def main() -> None:
    logging.disable(logging.WARNING)  # Lucide's table of glyph names has two bytes too many
    arguments = argparse.ArgumentParser()
    for name in ("roboto", "lucide", "icons", "used", "fonts", "header"):
        arguments.add_argument(f"--{name}", type=pathlib.Path, required=True)
    given = arguments.parse_args()

    for face, arrow_stem in (("Regular", 150), ("Medium", 200)):
        write_subset(given.roboto / f"Roboto-{face}.ttf", given.fonts / f"{face.lower()}.ttf", TEXT, NEEDED, arrow_stem)

    known = json.loads((given.lucide / "codepoints.json").read_text())
    names = json.loads(given.icons.read_text())
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"{given.icons}: Lucide has no icon {', '.join(unknown)}")
    codes = [known[name] for name in names]
    used = given.used.read_text(encoding="ascii").split()
    drawn = [known[name] for name in names if name.replace("-", "_") in used]
    write_subset(given.lucide / "lucide.ttf", given.fonts / "icons.ttf", drawn, drawn)

    constants = "".join(
        f"inline constexpr char icon_{name.replace('-', '_')}[] = {utf8_literal(known[name])};\n"
        for name in sorted(names)
    )
    # ImGui wants the ranges of a merged font as pairs, ended by zero.
    ranges = ", ".join(f"0x{code:04x}, 0x{code:04x}" for code in sorted(set(codes)))
    text = []
    with TTFont(given.fonts / "regular.ttf") as font:
        for code in sorted(font.getBestCmap()):
            if text and text[-1][1] == code - 1:
                text[-1][1] = code
            else:
                text.append([code, code])
    text_ranges = ", ".join(f"0x{first:04x}, 0x{last:04x}" for first, last in text)
    given.header.parent.mkdir(parents=True, exist_ok=True)
    header = f"""#pragma once
// Made from web/icons.json: one UTF-8 constant for every icon, and what the fonts hold, as Dear ImGui wants it.

namespace schulkit::embedded {{

{constants}
inline constexpr unsigned short icon_ranges[] = {{{ranges}, 0}};
inline constexpr unsigned short text_ranges[] = {{{text_ranges}, 0}};

}} // namespace schulkit::embedded
"""
    if not given.header.exists() or given.header.read_text(encoding="ascii") != header:  # half the client includes it
        given.header.write_text(header, encoding="ascii")


main()
