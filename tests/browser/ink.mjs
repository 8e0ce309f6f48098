// Do the mirror's words lie where the canvas draws them? Two pictures of the same page are compared: as it is (the
// words are the canvas's), and with the canvas hidden and the mirror's words made visible. For each text the ink's
// box is measured in both.

import { ready } from "./page.mjs";

/// How far ink may be apart, in CSS pixels, beyond which a selection or a focus is seen beside its word.
const MOST_PX = 1;

export const as_address = (png) => `data:image/png;base64,${png.toString("base64")}`;

/// The texts in sight and the page as it is drawn. Nobody has the focus then.
export async function picture_of(page) {
    await page.evaluate(() => document.activeElement?.blur());
    await ready(page);
    const texts = await page.evaluate(find_texts);
    return { texts, drawn: await page.screenshot() };
}

/// → {compared, differences: ["»Raum« left 1.7"]}
export async function ink_differences(page, { texts: all, drawn }) {
    const texts = all.filter(({ whole }) => whole);
    await page.evaluate(show_mirror);
    const mirrored = await page.screenshot();
    await page.evaluate(() => (document.adoptedStyleSheets = []));
    const boxes = await page.evaluate(measure_ink, { texts, pictures: [drawn, mirrored].map(as_address) });
    const differences = [];
    let compared = 0;
    boxes.forEach(([a, b], index) => {
        const { words } = texts[index];
        if (!a || !b) return void differences.push(`»${words}« is ${a ? "not in the mirror" : "not drawn"}`);
        compared += 1;
        for (const side of ["left", "right", "top", "bottom"]) {
            const apart = Math.abs(a[side] - b[side]);
            if (apart > MOST_PX) differences.push(`»${words}« ${side} ${apart.toFixed(2)} px`);
        }
    });
    return { compared, differences };
}

/// Runs in the page: the texts in sight that nothing covers or cuts. whole: drawn in one line, and not shortened.
function find_texts() {
    const found = [];
    const walker = document.createTreeWalker(document.getElementById("mirror-page"), NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const element = text.parentElement;
        if (element.closest("select, input, textarea") || text.data.trim() === "") continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        const around = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        // A cell keeps the same distance at both ends.
        const margin = element.closest("[role=cell], [role=rowheader], [role=columnheader]") ? parseFloat(style.paddingLeft) : 0;
        const end = around.right - margin;
        const right = Math.min(box.right, end);
        if (right - box.left < 4 || box.height < 4) continue;
        if (box.left < 0 || box.top < 0 || right > innerWidth || box.bottom > innerHeight) continue;
        const corners = [[(box.left + right) / 2, (box.top + box.bottom) / 2], [box.left + 1, box.top + 1], [right - 1, box.bottom - 1]];
        if (corners.some(([x, y]) => document.elementFromPoint(x, y) !== element)) continue; // covered, or cut off
        found.push({
            words: text.data, left: box.left, top: box.top, right, bottom: box.bottom,
            whole: !text.data.includes("\n") && box.right <= end + 0.5,
            size: parseFloat(style.fontSize),
            off: element.closest(":disabled, [aria-disabled=true]") !== null,
        });
    }
    return found;
}

/// Runs in the page.
function show_mirror() {
    const sheet = new CSSStyleSheet(); // the page's policy allows no style elements
    // What lies below the bars is covered by them when drawn, too.
    sheet.replaceSync("#canvas{visibility:hidden!important} #stage{background:#fff!important}"
        + "#mirror-page *{color:#000!important} #mirror-page .solid{background:#fff!important} #mirror-page input, #mirror-page select, #mirror-page textarea"
        + "{color:transparent!important;background:none!important}");
    document.adoptedStyleSheets = [sheet];
}

/// Runs in the page: for each text its ink's box in either picture, in CSS pixels.
async function measure_ink({ texts, pictures }) {
    const planes = await Promise.all(pictures.map(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d", { willReadFrequently: true });
        context.drawImage(image, 0, 0);
        return { data: context.getImageData(0, 0, image.width, image.height).data, width: image.width, height: image.height };
    }));
    const ratio = planes[0].width / innerWidth;
    const MARGIN = 2; // CSS px around the text in which its ink may lie

    const ink_of = ({ data, width, height }, text) => {
        const left = Math.max(0, Math.floor((text.left - MARGIN) * ratio));
        const right = Math.min(width, Math.ceil((text.right + MARGIN) * ratio));
        const top = Math.max(0, Math.floor(text.top * ratio));
        const bottom = Math.min(height, Math.ceil(text.bottom * ratio));
        const shade = (x, y) => {
            const at = (y * width + x) * 4;
            return 0.3 * data[at] + 0.59 * data[at + 1] + 0.11 * data[at + 2];
        };
        // The most frequent shade is the ground; the one farthest from it the ink.
        const counts = new Map();
        for (let y = top; y < bottom; ++y) {
            for (let x = left; x < right; ++x) counts.set(Math.round(shade(x, y)), (counts.get(Math.round(shade(x, y))) ?? 0) + 1);
        }
        const ground = [...counts].sort((a, b) => b[1] - a[1])[0][0];
        const strongest = Math.max(...[...counts.keys()].map((each) => Math.abs(each - ground)));
        if (strongest < 20) return null;
        const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
        for (let y = top; y < bottom; ++y) {
            for (let x = left; x < right; ++x) {
                if (Math.abs(shade(x, y) - ground) < strongest * 0.4) continue;
                box.left = Math.min(box.left, x);
                box.right = Math.max(box.right, x + 1);
                box.top = Math.min(box.top, y);
                box.bottom = Math.max(box.bottom, y + 1);
            }
        }
        for (const side of Object.keys(box)) box[side] /= ratio;
        return box;
    };
    return texts.map((text) => planes.map((plane) => ink_of(plane, text)));
}
