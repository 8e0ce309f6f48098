// The keyboard's focus is the browser's own, on the elements of the mirror; the program hears of it and draws the
// ring. Here it moves only for modal dialogs and when the program asks.

import { fill_usable } from "./mirror_elements.mjs";
import { ACT } from "./program.mjs";

const CONTROL = ":is(a[href], button, input, select, textarea, [tabindex]):not(:disabled, [tabindex='-1'])";
const DOCK = ".solid[role=group]"; // the bar with the screen's main action
/// Where the search for a place of the focus ends.
const AREAS = new Set(["banner", "navigation", "main", "dialog"]);
const IN_ROWS = new Set(["cell", "row", "listitem"]);

export class Focus {
    #mirror;
    #page;
    #act;
    #modal = null; // the entry of the open dialog
    #before_modal = null; // the element that had the focus before it opened
    #held = null; // {element, id, order, docked}: what has it while changes are applied, the reading order before them
    #lost = null; // {back, near: of #held}: it is nowhere; done if the program asks for nothing else
    #main_height = 0; // as seen
    #order_before = []; // of what was there before the last changes
    #target = null; // asked for by the program, done after the next changes
    #is_silent = false;

    constructor(mirror, page, act) {
        this.#mirror = mirror;
        this.#page = page;
        this.#act = act;
        page.addEventListener("focusin", (event) => this.#tell(event.target, ACT.focus));
        page.addEventListener("focusout", (event) => {
            this.#release(event.target);
            this.#tell(event.target, ACT.blur);
        });
    }

    /// target: "first_field_with_error", "new_field", "main_heading", "screen" or "dialog".
    request(target) {
        this.#target = target;
    }

    /// A keyboard has opened, a phone was turned or a bar has come: what somebody writes stays in sight.
    keep_in_sight() {
        const field = document.activeElement;
        if (!this.#page.contains(field) || !field.matches("input, textarea")) return;
        field.scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    get has_modal() {
        return this.#modal !== null;
    }

    before_changes() {
        this.#order_before = this.#mirror.order;
        const active = document.activeElement;
        this.#held = this.#page.contains(active)
            ? {
                element: active, id: this.#mirror.find(active)?.node.id, order: this.#mirror.order,
                docked: active.closest(DOCK) !== null,
            } : null;
        this.#is_silent = true; // removing or moving an element must not look like a person's doing
    }

    after_changes() {
        const held = this.#held;
        const lost = held !== null && document.activeElement !== held.element;
        if (lost && held.element.isConnected) held.element.focus({ preventScroll: true });
        this.#is_silent = false;
        const back = this.#update_modal(held?.element ?? null);
        const has_closed = back !== undefined; // what was in the dialog has no neighbours any more
        if ((held || has_closed) && is_nowhere()) this.#lost = { back, near: has_closed ? null : held };
    }

    /// After the frame in which the program asked; the elements it meant are there now.
    follow_request() {
        const target = this.#target;
        const element = this.#find_target(target);
        if (!element && target === "screen") return; // it is still loading
        this.#target = null;
        if (!element) return this.#find_place();
        if (target === "first_field_with_error" && element === document.activeElement) say(description_of(element));
        // What is wrong shall be seen; a screen that was scrolled before stays where it was.
        element.focus({ preventScroll: target === "screen" });
    }

    #find_target(target) {
        switch (target) {
            case "first_field_with_error":
                return (this.#modal?.element ?? this.#page).querySelector('[aria-invalid="true"]');
            case "new_field":
                return this.#find_new_field();
            case "main_heading":
            case "screen":
                return this.#page.querySelector("h1");
            case "dialog":
                return this.#modal?.element ?? null;
            default:
                return null;
        }
    }

    #find_new_field() {
        const known = new Set(this.#order_before.map(({ id }) => id));
        for (const { node, element } of this.#mirror.in_order()) {
            if (!known.has(node.id) && element.matches("input, textarea, select")) return element;
        }
        return null;
    }

    /// What had the focus has gone: to where somebody was before, to the nearest thing left, or to where one begins.
    #find_place() {
        const lost = this.#lost;
        this.#lost = null;
        if (!lost || !is_nowhere()) return;
        const near = lost.near && this.#find_near(lost.near);
        const places = this.#modal ? [near, this.#modal.element] : [lost.back, near, this.#page.querySelector("h1")];
        for (const place of places) {
            place?.focus({ preventScroll: true });
            if (!is_nowhere()) return;
        }
    }

    /// The nearest control before it, first in its own box, then in those around it; of the main action only the next
    /// one, for before it stands the end of a page that somebody is not looking at.
    #find_near({ id, order, docked }) {
        if (docked) return this.#page.querySelector(`${DOCK} ${CONTROL}`);
        const at = order.findIndex((each) => each.id === id);
        const boxes = new Map(order.map((each) => [each.id, each.parent]));
        for (let box = boxes.get(id); boxes.has(box); box = boxes.get(box)) { // the page itself has no id
            for (let i = at; order[i].id !== box; --i) {
                const element = this.#mirror.entries.get(order[i].id)?.element;
                if (element?.matches(CONTROL) && !element.closest("[inert]")) return element;
            }
            const around = this.#mirror.entries.get(box); // what has come in its place, or stands beside it
            const instead = IN_ROWS.has(around?.node.role) && around.element.querySelector(CONTROL);
            if (instead) return instead;
            if (AREAS.has(this.#mirror.entries.get(box)?.node.role)) return null;
        }
        return null;
    }

    /// After a change: a bar that has come above or below makes the part that is read lower.
    follow_main() {
        let height = 0;
        for (const { node } of this.#mirror.in_order()) if (node.role === "main") height = node.clip.height;
        if (height < this.#main_height) this.keep_in_sight();
        this.#main_height = height;
    }

    /// → what had the focus before, null for nothing, if the dialog has closed; else undefined
    #update_modal(held) {
        let modal = null;
        for (const entry of this.#mirror.in_order()) {
            if (entry.node.role === "dialog" && entry.node.modal) modal = entry; // the last one is on top
        }
        if (modal === this.#modal) {
            if (modal) this.#make_inert(modal.element); // new neighbours may have come
            return undefined;
        }
        const opened = modal !== null && this.#modal === null;
        if (opened) this.#before_modal = held;
        this.#modal = modal;
        for (const element of this.#page.querySelectorAll("[inert]")) set_inert(element, false);
        if (!modal) {
            const back = this.#before_modal;
            this.#before_modal = null;
            return back;
        }
        this.#make_inert(modal.element);
        if (!modal.element.contains(document.activeElement)) {
            // A dialog that searches is for typing; any other says its name first.
            const first = modal.element.querySelector('input[type="search"]') ?? modal.element;
            first.focus({ preventScroll: true });
        }
        return undefined;
    }

    // Everything beside the dialog and beside what it lies in.
    #make_inert(dialog) {
        for (let at = dialog; at !== this.#page; at = at.parentElement) {
            for (const sibling of at.parentElement.children) {
                if (sibling !== at && sibling.getAttribute("role") !== "status") set_inert(sibling, true);
            }
        }
    }

    #release(element) {
        const entry = this.#is_silent ? null : this.#mirror.find(element);
        if (entry?.element === element && "disabled" in element) fill_usable(element, entry.node);
    }

    #tell(element, kind) {
        if (this.#is_silent) return;
        if (kind === ACT.focus && element.tagName !== "H1") this.#target = null; // somebody was faster
        const entry = this.#mirror.find(element);
        if (!entry || entry.element !== element || !entry.node.focusable) return;
        // A ring is for those who use the keyboard; the browser knows when.
        const value = kind === ACT.focus && element.matches(":focus-visible") ? "visible" : "";
        this.#act(entry.node.id, kind, value);
    }
}

function is_nowhere() {
    return document.activeElement === null || document.activeElement === document.body;
}

/// For what no change of the focus tells: a voice of its own.
const speech = document.createElement("div");
speech.id = "mirror-speech";
speech.setAttribute("role", "alert");
document.getElementById("stage").append(speech);

function say(words) {
    speech.textContent = "";
    setTimeout(() => (speech.textContent = words), 50);
}

function description_of(element) {
    return document.getElementById(element.getAttribute("aria-describedby"))?.textContent ?? "";
}

// Both: not every program that reads the page for somebody knows inert.
function set_inert(element, on) {
    element.inert = on;
    if (on) element.setAttribute("aria-hidden", "true");
    else element.removeAttribute("aria-hidden");
}
