// The mirror: the semantic tree as real elements over the canvas. Elements live as long as their node's id; one
// that has the focus is never made again or moved, so that a caret, an IME or a screen reader stays where it is.

import { decode_changes } from "./mirror_decode.mjs";
import { fill_element, forget_element, LIVE, make_element, must_be_made_again } from "./mirror_elements.mjs";
import { Fields } from "./mirror_fields.mjs";
import { Focus } from "./mirror_focus.mjs";
import { place } from "./mirror_place.mjs";
import { set_application_title } from "./page_state.mjs";

export class Mirror {
    entries = new Map(); // id → {node, element, words, late_words, has_children, …}
    fields;
    focus;
    #page;
    #by_element = new WeakMap();
    #order = []; // [{id, parent}] in reading order
    #late = false;
    #hidden_parts = []; // of live regions that have just come

    /// act(id, kind, value): what a person did to a node.
    constructor(page, { act, keep_file }) {
        this.#page = page;
        this.fields = new Fields(this, page, act, keep_file);
        this.focus = new Focus(this, page, act);
    }

    /// Words of live regions still have to be filled in.
    get is_pending() {
        return this.#late;
    }

    /// The node of the element, or of the nearest one around it.
    find(element) {
        for (let at = element; at && at !== this.#page; at = at.parentElement) {
            const entry = this.#by_element.get(at);
            if (entry) return entry;
        }
        return null;
    }

    /// [{id, parent}]; another list after each change of it.
    get order() {
        return this.#order;
    }

    /// The nodes in reading order.
    *in_order() {
        for (const { id } of this.#order) {
            const entry = this.entries.get(id);
            if (entry) yield entry;
        }
    }

    apply(bytes) {
        const { page, nodes, places, order } = decode_changes(bytes);
        this.focus.before_changes();
        if (page) {
            set_application_title(page.title);
            document.documentElement.lang = page.language;
        }
        if (order) {
            this.#order = order;
            this.#forget_missing(order);
        }
        const has_children = order && new Set(order.map(({ parent }) => parent));
        const live = nodes.filter(({ id, role }) => LIVE.has(role) && !this.entries.has(id)).map(({ id }) => id);
        for (const node of nodes) this.#take(node, has_children);
        if (order) this.#arrange(order);
        for (const id of live) this.#hide_parts(this.entries.get(id).element);
        // Parents first: a place is told from the parent's corner.
        const moved = new Set();
        for (const { id, rect, clip } of places) {
            const { node } = this.entries.get(id);
            node.rect = rect;
            node.clip = clip;
            moved.add(id);
        }
        for (const node of nodes) moved.add(node.id);
        if (moved.size > 0 || order) {
            for (const { id, parent } of this.#order) {
                const entry = this.entries.get(id);
                if (order || moved.has(id) || moved.has(parent)) place(entry, this.entries.get(parent));
            }
        }
        this.focus.after_changes();
        this.#fill_late_words();
    }

    #take(node, has_children_now) {
        let entry = this.entries.get(node.id);
        let old = entry?.node;
        if (!entry || must_be_made_again(node, old)) {
            const { has_children } = entry ?? { has_children: false };
            const fresh = { node, element: make_element(node), words: null, late_words: null, has_children };
            if (entry) {
                forget_element(old);
                fresh.element.append(...entry.element.children);
                entry.element.replaceWith(fresh.element);
            }
            entry = fresh;
            old = undefined;
            this.entries.set(node.id, entry);
            this.#by_element.set(entry.element, entry);
        }
        if (has_children_now) entry.has_children = has_children_now.has(node.id);
        entry.node = node;
        fill_element(entry, node, old);
        this.fields.take(entry, node, old);
        if (entry.late_words) this.#late = true;
    }

    #forget_missing(order) {
        const there = new Set(order.map(({ id }) => id));
        for (const [id, entry] of this.entries) {
            if (there.has(id)) continue;
            entry.element.remove();
            forget_element(entry.node);
            this.fields.forget(entry);
            this.entries.delete(id);
        }
    }

    #arrange(order) {
        const last = new Map(); // parent id → the child that was put in its place last
        for (const { id, parent } of order) {
            const entry = this.entries.get(id);
            const above = this.entries.get(parent);
            const box = above?.element ?? this.#page;
            // read anew each time: what stood behind it may have gone elsewhere
            const before = last.get(parent);
            let expected = before?.parentElement === box ? before.nextElementSibling : before ? null : first_child(box);
            // An element with the focus would lose it by moving: the ones before it move behind it instead.
            if (expected && expected !== entry.element && entry.element.parentElement === box
                && expected.compareDocumentPosition(entry.element) & Node.DOCUMENT_POSITION_FOLLOWING
                && entry.element.contains(document.activeElement)) {
                while (expected !== entry.element) {
                    const after = expected.nextElementSibling;
                    box.append(expected);
                    expected = after;
                }
            }
            if (expected !== entry.element) box.insertBefore(entry.element, expected ?? null);
            last.set(parent, entry.element);
        }
    }

    #hide_parts(region) {
        for (const part of region.children) {
            part.hidden = true;
            this.#hidden_parts.push(part);
            this.#late = true;
        }
    }

    // A live region speaks when its words change, not when it comes with them.
    #fill_late_words() {
        if (!this.#late) return;
        setTimeout(() => {
            this.#late = false;
            for (const entry of this.entries.values()) {
                if (!entry.late_words) continue;
                entry.words.data = entry.late_words;
                entry.late_words = null;
            }
            for (const part of this.#hidden_parts.splice(0)) part.hidden = false;
        }, 50);
    }
}

function first_child(box) {
    return box.firstElementChild;
}
