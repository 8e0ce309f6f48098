// Where an element of the mirror lies, and what happens when the browser wants to bring one into sight.
//
// Elements are placed where their widgets are drawn. What is scrolled out of a list lies outside of the canvas (or
// is cut off by its clip), but it must stay reachable: the browser's own "scroll into view" (Tab, find-in-page, a
// screen reader, Playwright) moves the mirror's box inside its slack of SLACK pixels, and Spring turns that into
// scrolling of the drawn list, until box and slack are in their rest position again.

import { baseline_shift } from "./mirror_baseline.mjs";
import { line_height_of } from "./mirror_elements.mjs";

const SLACK = 20_000; // as in mirror.css

/// above: the parent's entry, already placed.
export function place(entry, above) {
    const { rect, text } = entry.node;
    const { style } = entry.element;
    const line_height = line_height_of(entry.node);
    entry.shift = line_height > 0 ? baseline_shift(text.size, text.medium, line_height) : 0;
    const left = rect.x - (above?.node.rect.x ?? 0);
    const top = rect.y - (above ? above.node.rect.y + above.shift : 0) + entry.shift;
    const clip = cut(entry);
    const known = entry.placed ?? {};
    if (left !== known.left) style.left = `${left}px`;
    if (top !== known.top) style.top = `${top}px`;
    if (rect.width !== known.width) style.width = `${Math.max(0, rect.width)}px`;
    if (rect.height !== known.height) style.height = `${Math.max(0, rect.height)}px`;
    if (line_height !== known.line_height) style.lineHeight = line_height > 0 ? `${line_height}px` : "";
    if (clip !== known.clip) style.clipPath = clip;
    entry.placed = { left, top, width: rect.width, height: rect.height, line_height, clip };
}

/// How much of the rectangle is cut off: [top, right, bottom, left] in pixels.
function cut_sides({ rect, clip }) {
    return [
        clip.y - rect.y,
        rect.x + rect.width - clip.x - clip.width,
        rect.y + rect.height - clip.y - clip.height,
        clip.x - rect.x,
    ].map((side) => Math.max(0, side));
}

function cut(entry) {
    const sides = cut_sides(entry.node);
    if (sides.every((side) => side < 0.5)) return "";
    return `inset(${sides.map((side) => `${Math.round(side * 100) / 100}px`).join(" ")})`;
}

function is_cut(node) {
    return node.rect.width > 0 && cut_sides(node).some((side) => side >= 1);
}

export class Spring {
    #box;
    #mirror;
    #scroll;

    /// box: #mirror. scroll(x, y, delta_x, delta_y) scrolls what is drawn at x, y and draws it.
    constructor(box, mirror, scroll) {
        this.#box = box;
        this.#mirror = mirror;
        this.#scroll = scroll;
        this.rest();
        box.addEventListener("scroll", () => this.settle());
    }

    rest() {
        if (this.#box.scrollLeft !== SLACK || this.#box.scrollTop !== SLACK) this.#box.scrollTo(SLACK, SLACK);
    }

    /// Also called before every pointer event: what somebody points at is where it seems to be.
    settle() {
        const x = this.#box.scrollLeft - SLACK;
        const y = this.#box.scrollTop - SLACK;
        if (Math.abs(x) < 1 && Math.abs(y) < 1) return;
        const area = this.#find_area(x, y);
        if (area) this.#scroll(area.x + area.width / 2, area.y + area.height / 2, x, y);
        this.rest();
    }

    // Which list has to move? The one with most nodes out of sight that this movement brings in.
    #find_area(x, y) {
        const votes = new Map();
        for (const { node, element } of this.#mirror.in_order()) {
            if (!element.classList.contains("leaf") || !is_cut(node) || element.closest("[inert]")) continue;
            const rect = { ...node.rect, x: node.rect.x - x, y: node.rect.y - y };
            const { clip } = node;
            const seen = rect.x < clip.x + clip.width && rect.x + rect.width > clip.x
                && rect.y < clip.y + clip.height && rect.y + rect.height > clip.y;
            if (!seen) continue;
            const key = [clip.x, clip.y, clip.width, clip.height].join();
            const vote = votes.get(key) ?? { clip, count: 0 };
            vote.count += element === document.activeElement ? 1000 : 1;
            votes.set(key, vote);
        }
        return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.clip ?? null;
    }
}
