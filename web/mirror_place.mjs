// Where an element of the mirror lies, and what happens when the browser wants to bring one into sight.
//
// Elements are placed where their widgets are drawn. What is scrolled out of a list lies outside of the canvas or
// below its fixed parts, but it must stay reachable: the browser's own "scroll into view" (Tab, find-in-page, a
// screen reader, Playwright) moves the mirror's box inside its slack, and Spring turns that into scrolling of the
// drawn list, until box and slack are in their rest position again. The slack reaches to the farthest thing above and
// below and no further: where the drawn list ends the browser ends too, and a thing stays where it was brought.
// Sideways, what is wider than the canvas can be reached to the right.

import { baseline_shift } from "./mirror_baseline.mjs";
import { line_height_of } from "./mirror_elements.mjs";

/// above: the parent's entry, already placed.
export function place(entry, above) {
    const { rect, text } = entry.node;
    const { style } = entry.element;
    const line_height = line_height_of(entry.node);
    entry.shift = line_height > 0 ? baseline_shift(text.size, text.medium, line_height) : 0;
    const left = rect.x - (above?.node.rect.x ?? 0);
    const top = rect.y - (above ? above.node.rect.y + above.shift : 0) + entry.shift;
    // A box that is cut must not cut its children: they have their own clip, or none for now.
    const clip = entry.element.classList.contains("leaf") && !entry.has_children ? cut(entry.node) : "";
    const layer = layer_of(entry);
    const below = room_below(entry.node, line_height);
    const known = entry.placed ?? {};
    if (left !== known.left) style.left = `${left}px`;
    if (top !== known.top) style.top = `${top}px`;
    if (rect.width !== known.width) style.width = `${Math.max(0, rect.width)}px`;
    if (rect.height !== known.height) style.height = `${Math.max(0, rect.height)}px`;
    if (line_height !== known.line_height) style.lineHeight = line_height > 0 ? `${line_height}px` : "";
    if (clip !== known.clip) style.clipPath = clip;
    if (layer !== known.layer) style.zIndex = layer;
    if (below !== known.below) style.paddingBottom = below;
    entry.placed = { left, top, width: rect.width, height: rect.height, line_height, clip, layer, below };
}

/// A button puts its words into its middle, also those that begin at its top: what is below them must be no room.
function room_below({ role, rect, text, ...node }, line_height) {
    if (role !== "button" || text.size === 0 || text.inset_y < 0) return "";
    const lines = (node.wrapped || node.name).split("\n").length;
    return `${Math.max(0, rect.height - text.inset_y - lines * line_height)}px`;
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

/// What is cut off altogether is not clipped: once the browser has moved it into sight, it can be hit at once.
function cut(node) {
    const sides = cut_sides(node);
    const [top, right, bottom, left] = sides;
    if (sides.every((side) => side < 0.5)) return "";
    if (top + bottom >= node.rect.height || left + right >= node.rect.width) return "";
    return `inset(${sides.map((side) => `${Math.round(side * 100) / 100}px`).join(" ")})`;
}

/// Fixed parts lie above what scrolls below them; they are those that can be seen in a larger part of the canvas.
function layer_of({ node, element }) {
    if (node.role === "dialog") return node.modal ? "1000000" : "";
    if (!element.classList.contains("leaf") && !element.classList.contains("solid")) return "";
    // A cover is above its neighbours and below what is fixed.
    return String(Math.round((node.clip.width * node.clip.height) / 100) * 2 + (node.cover ? 1 : 0));
}

function is_cut(node) {
    return node.rect.width > 0 && cut_sides(node).some((side) => side >= 1);
}

export class Spring {
    #box;
    #page;
    #mirror;
    #scroll;
    #above = 0; // slack
    #below = 0;

    /// box: #mirror, page: #mirror-page. scroll(x, y, delta_x, delta_y) scrolls what is drawn at x, y and draws it.
    constructor(box, page, mirror, scroll) {
        this.#box = box;
        this.#page = page;
        this.#mirror = mirror;
        this.#scroll = scroll;
        this.rest();
        box.addEventListener("scroll", () => this.settle());
    }

    /// The browser has moved the box, and its event is still to come.
    get is_pending() {
        return Math.abs(this.#box.scrollLeft) >= 1 || Math.abs(this.#box.scrollTop - this.#above) >= 1;
    }

    rest() {
        this.fit();
        if (this.#box.scrollLeft !== 0 || this.#box.scrollTop !== this.#above) this.#box.scrollTo(0, this.#above);
    }

    /// Something has moved: gives the slack its size, and keeps what is brought into sight clear of the fixed parts.
    fit() {
        let above = 0;
        let below = 0;
        const areas = new Map(); // place of a scrolled part → {clip, count}
        for (const { node, element } of this.#mirror.in_order()) {
            if (!is_out_of_sight(node, element)) continue;
            const { rect, clip } = node;
            above = Math.max(above, Math.ceil(clip.y - rect.y));
            below = Math.max(below, Math.ceil(rect.y + rect.height - clip.y - clip.height));
            vote(areas, clip, 1);
        }
        const area = most_voted(areas);
        this.#keep_clear(area);
        if (above === this.#above && below === this.#below) return;
        const moved = this.#box.scrollTop - this.#above;
        this.#above = above;
        this.#below = below;
        this.#page.style.top = `${above}px`;
        this.#page.parentElement.style.height = `calc(100% + ${above + below}px)`;
        this.#box.scrollTo(this.#box.scrollLeft, above + moved);
    }

    /// What is brought into sight stops where the scrolled part ends; what is fixed beside it is in sight already, and
    /// bringing it there scrolls nothing.
    #keep_clear(area) {
        const { style } = this.#box;
        style.setProperty("--fixed-above", `${area?.y ?? 0}px`);
        style.setProperty("--fixed-below", `${area ? Math.max(0, this.#box.clientHeight - area.y - area.height) : 0}px`);
        for (const { node, element } of this.#mirror.in_order()) {
            const fixed = area !== null && !is_cut(node)
                && (node.rect.y < area.y || node.rect.y + node.rect.height > area.y + area.height);
            if (fixed !== element.classList.contains("fixed")) element.classList.toggle("fixed", fixed);
        }
    }

    /// Also called before every pointer event: what somebody points at is where it seems to be.
    settle() {
        if (!this.is_pending) return;
        const x = this.#box.scrollLeft;
        const y = this.#box.scrollTop - this.#above;
        const area = this.#find_area(x, y);
        if (area) this.#scroll(area.x + area.width / 2, area.y + area.height / 2, x, y);
        this.rest();
    }

    // Which list has to move? The one with most nodes out of sight that this movement brings in.
    #find_area(x, y) {
        const areas = new Map();
        for (const { node, element } of this.#mirror.in_order()) {
            if (!is_out_of_sight(node, element)) continue;
            const rect = { ...node.rect, x: node.rect.x - x, y: node.rect.y - y };
            const { clip } = node;
            const seen = rect.x < clip.x + clip.width && rect.x + rect.width > clip.x
                && rect.y < clip.y + clip.height && rect.y + rect.height > clip.y;
            if (seen) vote(areas, clip, element === document.activeElement ? 1000 : 1);
        }
        return most_voted(areas);
    }
}

function is_out_of_sight(node, element) {
    return element.classList.contains("leaf") && is_cut(node) && !element.closest("[inert]");
}

function vote(areas, clip, count) {
    const key = [clip.x, clip.y, clip.width, clip.height].join();
    const area = areas.get(key) ?? { clip, count: 0 };
    area.count += count;
    areas.set(key, area);
}

function most_voted(areas) {
    return [...areas.values()].sort((a, b) => b.count - a.count)[0]?.clip ?? null;
}
