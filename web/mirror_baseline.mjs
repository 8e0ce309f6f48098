// Browsers differ by a pixel in where a line's baseline lies (on Linux, Chromium moves some sizes up). The drawn text
// follows the plain rule of CSS: ascent and descent rounded, the rest of the line halved, rounded down. What this
// browser makes of it is measured once for each kind of line, and the mirror's elements are moved by the difference.

const metrics = { regular: null, medium: null }; // {ascent, descent} in parts of the font size
const known = new Map(); // kind of line → px

/// The same files that the program draws with.
export function take_font_metrics([regular, medium]) {
    metrics.regular = read_metrics(regular);
    metrics.medium = read_metrics(medium);
    known.clear();
}

/// How far the mirror's line has to move down, in px. Roboto must be loaded.
export function baseline_shift(size, is_medium, line_height) {
    const font = is_medium ? metrics.medium : metrics.regular;
    if (!font) return 0;
    const key = `${size} ${is_medium} ${line_height}`;
    if (!known.has(key)) {
        const ascent = Math.round(font.ascent * size);
        const drawn = Math.floor((line_height - ascent - Math.round(font.descent * size)) / 2) + ascent;
        known.set(key, drawn - measure(size, is_medium, line_height));
    }
    return known.get(key);
}

function measure(size, is_medium, line_height) {
    const line = document.createElement("span");
    line.className = is_medium ? "medium" : "";
    line.style.fontSize = `${size}px`;
    line.style.lineHeight = `${line_height}px`;
    // An empty inline block stands on the baseline.
    const mark = document.createElement("span");
    mark.style.cssText = "position: static; display: inline-block; width: 1px; height: 0";
    line.append("x", mark);
    document.getElementById("mirror-page").append(line);
    const baseline = mark.getBoundingClientRect().top - line.getBoundingClientRect().top;
    line.remove();
    return baseline;
}

/// From the tables head and hhea of a TrueType file.
function read_metrics(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tables = {};
    for (let i = 0; i < view.getUint16(4); ++i) {
        const at = 12 + i * 16;
        tables[String.fromCharCode(...bytes.subarray(at, at + 4))] = view.getUint32(at + 8);
    }
    const units_per_em = view.getUint16(tables.head + 18);
    return {
        ascent: view.getInt16(tables.hhea + 4) / units_per_em,
        descent: -view.getInt16(tables.hhea + 6) / units_per_em,
    };
}
