// Can what is drawn be read? Axe sees no drawing, so the picture is measured: of every word the strongest pixel of its
// ink against its ground. Thin strokes are mixed with their ground at the edges; the strongest pixel is the nearest
// to the colour that was meant.

import { as_address } from "./ink.mjs";

const LEAST = 4.5;
const LEAST_LARGE = 3;
const LARGE_PX = 24; // the drawn fonts are regular and medium; none is bold

/// picture: of picture_of(). → {measured, faint: ["»Raum« 3.10 (needs 4.5)"]}
export async function find_faint_words(page, { texts, drawn }) {
    const fields = await page.evaluate(find_fields);
    const all = [...texts.filter(({ off }) => !off), ...fields];
    const ratios = await page.evaluate(measure, { areas: all, picture: as_address(drawn) });
    const faint = [];
    let measured = 0;
    all.forEach(({ words, size, may_be_empty }, index) => {
        const ratio = ratios[index];
        if (may_be_empty && ratio < 1.1) return;
        measured += 1;
        const least = size >= LARGE_PX ? LEAST_LARGE : LEAST;
        if (ratio < least) faint.push(`»${words}« ${ratio.toFixed(2)} (needs ${least})`);
    });
    return { measured, faint };
}

/// Runs in the page: where fields show their value or their example.
function find_fields() {
    const found = [];
    const ICON = 40; // at the right end of a choice or a day
    for (const field of document.querySelectorAll("#mirror-page :is(input, select, textarea):enabled")) {
        if (["checkbox", "file"].includes(field.type)) continue;
        const box = field.getBoundingClientRect();
        const style = getComputedStyle(field);
        if (box.top < 0 || box.bottom > innerHeight || box.width < 2 * ICON) continue;
        if (document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) !== field) continue;
        found.push({
            words: `in ${field.getAttribute("aria-label")}`, size: parseFloat(style.fontSize), may_be_empty: true,
            left: box.left + parseFloat(style.paddingLeft), right: box.right - ICON, top: box.top + 4, bottom: box.bottom - 4,
        });
    }
    return found;
}

/// Runs in the page: for each area the ratio of WCAG between its ground, which is its most frequent colour, and the
/// pixel that differs most from it.
async function measure({ areas, picture }) {
    const image = new Image();
    image.src = picture;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const scale = image.width / innerWidth;
    const linear = (value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = (color) => 0.2126 * linear(color >> 16) + 0.7152 * linear((color >> 8) & 255) + 0.0722 * linear(color & 255);
    return areas.map(({ left, top, right, bottom }) => {
        const x = Math.max(0, Math.round(left * scale));
        const y = Math.max(0, Math.round(top * scale));
        const width = Math.max(1, Math.round(right * scale) - x);
        const height = Math.max(1, Math.round(bottom * scale) - y);
        const { data } = context.getImageData(x, y, width, height);
        const counts = new Map();
        for (let at = 0; at < data.length; at += 4) {
            const color = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
            counts.set(color, (counts.get(color) ?? 0) + 1);
        }
        const ground = light([...counts].sort((a, b) => b[1] - a[1])[0][0]);
        const ratios = [...counts.keys()].map((color) => {
            const ink = light(color);
            return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
        });
        return Math.max(...ratios);
    });
}
