"""Writes the C++ header of the design tokens: colours with their palettes, spacing, radii, sizes of type.

build_tokens.py TOKENS.json HEADER
"""
import json
import pathlib
import sys

source, header = map(pathlib.Path, sys.argv[1:])
tokens = json.loads(source.read_text(encoding="utf-8"))
looks = ["light", "dark", "contrast_light", "contrast_dark"]


def rgb(color: dict, look: str) -> str:
    value = color[look]
    if len(value) != 7 or value[0] != "#":
        sys.exit(f"{source}: {color['name']}: {look} is no #rrggbb")
    return f"0x{int(value[1:], 16):06x}"


def constants(values: dict, prefix: str = "") -> str:
    return "".join(f"inline constexpr float {prefix}{name} = {value};\n" for name, value in values.items())


enumerators = "".join(
    f"    {color['name']}," + (f" ///< {color['about']}" if "about" in color else "") + "\n" for color in tokens["colors"])
names_of_colors = "".join(f'    "{color["name"]}",\n' for color in tokens["colors"])
palettes = "".join(
    "    {{" + ", ".join(rgb(color, look) for color in tokens["colors"]) + f"}}}}, // {look}\n" for look in looks)
faces = [
    *(f"    {{{face['desktop'][0]}, {face['desktop'][1]}, {face['phone'][0]}, {face['phone'][1]}, Weight::{face['weight']}}},"
      for face in tokens["type"]),
    *(f"    {{{icon['desktop']}, {icon['desktop']}, {icon['phone']}, {icon['phone']}, Weight::regular}},"
      for icon in tokens["icons"]),
]
names = [entry["name"] for entry in tokens["type"] + tokens["icons"]]

header.parent.mkdir(parents=True, exist_ok=True)
header.write_text(f"""#pragma once
// Made of shared/design/tokens.json.

#include "client/ui/tree.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace schulkit::ui {{

enum class Color : std::uint8_t {{
{enumerators}    count
}};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Color::count)> color_names = {{{{
{names_of_colors}}}}};

/// 0xRRGGBB.
using Palette = std::array<std::uint32_t, static_cast<std::size_t>(Color::count)>;
enum class Look : std::uint8_t {{ {", ".join(looks)}, count }};
inline constexpr std::array<Palette, static_cast<std::size_t>(Look::count)> palettes = {{{{
{palettes}}}}};

namespace space {{
{constants(tokens["space"])}}} // namespace space
{constants(tokens["radius"], "radius_")}
enum class Face : std::uint8_t {{ {", ".join(names)}, count }};

/// CSS px of a face and of the distance of its lines, with a pointer and on a phone.
struct FaceToken {{
    float desktop;
    float desktop_line;
    float phone;
    float phone_line;
    Weight weight;
}};
inline constexpr std::array<FaceToken, static_cast<std::size_t>(Face::count)> face_tokens = {{{{
{chr(10).join(faces)}
}}}};

}} // namespace schulkit::ui
""", encoding="utf-8")
