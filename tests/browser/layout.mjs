// What can be measured of a layout: run in the page on the mirror, whose elements lie where things are drawn.

/// → sentences about what is wrong. least_px: of everything that is pressed.
export function layout_faults(page, { least_px }) {
    return page.evaluate((least) => {
        const found = [];
        const width = innerWidth;
        const root = document.documentElement;
        if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} px wide`);
        const name_of = (element) => {
            const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
            return `${element.getAttribute("role") ?? element.tagName.toLowerCase()} »${words.trim().slice(0, 40)}« (${
                element.dataset.testid})`;
        };
        // What only a voice reads has no place.
        const has_place = (element, box) => box.width >= 2 && box.height >= 2 && getComputedStyle(element).visibility !== "hidden";
        for (const element of document.querySelectorAll("#mirror-page .leaf, #mirror-page [role]")) {
            const box = element.getBoundingClientRect();
            if (!has_place(element, box) || element.getAttribute("role") === "option") continue;
            if (box.right > width + 0.5 || box.left < -0.5) {
                found.push(`${name_of(element)} reaches from ${box.left.toFixed(1)} to ${box.right.toFixed(1)}`);
            }
        }
        const controls = "a[href], button, input, select, textarea";
        for (const element of document.querySelectorAll(`#mirror-page :is(${controls})`)) {
            const box = element.getBoundingClientRect();
            if (!has_place(element, box)) continue;
            if (box.width >= least - 0.5 && box.height >= least - 0.5) continue;
            found.push(`${name_of(element)} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
        }
        return found;
    }, least_px);
}

/// Texts over each other, and words that are cut, of what is in sight. In tables words may be shortened: the whole
/// word shows as a hint and stands on the record's page; so may the way back, whose page is headed by the whole name.
export function text_faults(page) {
    return page.evaluate(() => {
        const found = [];
        const texts = [];
        const walker = document.createTreeWalker(document.getElementById("mirror-page"), NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            const element = text.parentElement;
            if (text.data.trim() === "" || element.closest("select, textarea, [inert], .sr")) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) {
                if (box.width < 2 || box.height < 2) continue;
                const around = element.getBoundingClientRect();
                if (around.width < 2 || around.height < 2) continue; // only for a voice
                const words = text.data.trim().slice(0, 40);
                const in_table = element.closest('[role="cell"], [role="rowheader"], [role="columnheader"]') !== null;
                const is_way_back = element.dataset.testid === "back";
                if (box.right > around.right + 1.5 && !in_table && !is_way_back) {
                    found.push(`»${words}« is cut: ${(box.right - around.left).toFixed(1)} px in ${around.width.toFixed(1)}`);
                }
                const right = Math.min(box.right, around.right);
                // The height of the letters, not of the line.
                const top = box.top + box.height * 0.2;
                const bottom = box.bottom - box.height * 0.2;
                const x = (box.left + right) / 2;
                const hit = document.elementFromPoint(x, (top + bottom) / 2);
                const is_seen = hit !== null && (hit === element || element.contains(hit) || hit.contains(element));
                if (is_seen) texts.push({ element, words, left: box.left, right, top, bottom });
            }
        }
        for (const [index, a] of texts.entries()) {
            for (const b of texts.slice(index + 1)) {
                if (a.element === b.element) continue;
                const over_x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const over_y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (over_x > 1 && over_y > 1) found.push(`»${a.words}« lies over »${b.words}«`);
            }
        }
        return { count: texts.length, found };
    });
}

/// Shares of the colours of a picture, the most frequent first: [["rgb(0, 0, 0)", 0.8], …]
export async function color_shares(page, options = {}) {
    const bytes = await page.screenshot(options);
    return page.evaluate(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const counts = new Map();
        for (let at = 0; at < data.length; at += 4) {
            const color = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
            counts.set(color, (counts.get(color) ?? 0) + 1);
        }
        const all = data.length / 4;
        return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 64)
            .map(([color, count]) => [`rgb(${color >> 16}, ${(color >> 8) & 255}, ${color & 255})`, count / all]);
    }, `data:image/png;base64,${bytes.toString("base64")}`);
}
