// The keyboard's focus is the browser's own, on the elements of the mirror; the program hears of it and draws the
// ring. Here it moves only for modal dialogs and when the program asks.

import { ACT } from "./program.mjs";

export class Focus {
    #mirror;
    #page;
    #act;
    #modal = null; // the entry of the open dialog
    #before_modal = null; // the element that had the focus before it opened
    #held = null; // the element that has it while changes are applied
    #target = null; // asked for by the program, done after the next changes
    #is_silent = false;

    constructor(mirror, page, act) {
        this.#mirror = mirror;
        this.#page = page;
        this.#act = act;
        page.addEventListener("focusin", (event) => this.#tell(event.target, ACT.focus));
        page.addEventListener("focusout", (event) => this.#tell(event.target, ACT.blur));
    }

    /// target: "first_field_with_error", "main_heading", "screen" or "dialog".
    request(target) {
        this.#target = target;
    }

    /// A keyboard has opened or a phone was turned: what somebody writes stays in sight.
    keep_in_sight() {
        const field = document.activeElement;
        if (!this.#page.contains(field) || !field.matches("input, textarea")) return;
        field.scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    get has_modal() {
        return this.#modal !== null;
    }

    before_changes() {
        const active = document.activeElement;
        this.#held = this.#page.contains(active) ? active : null;
        this.#is_silent = true; // removing or moving an element must not look like a person's doing
    }

    after_changes() {
        const held = this.#held;
        const lost = held !== null && document.activeElement !== held;
        if (lost && held.isConnected) held.focus({ preventScroll: true });
        this.#is_silent = false;
        this.#update_modal(held);
    }

    /// After the frame in which the program asked; the elements it meant are there now.
    follow_request() {
        const target = this.#target;
        if (target === null) return;
        const inside = this.#modal?.element ?? this.#page;
        const element = target === "first_field_with_error" ? inside.querySelector('[aria-invalid="true"]')
            : target === "main_heading" || target === "screen" ? this.#page.querySelector("h1")
            : target === "dialog" ? this.#modal?.element : null;
        if (!element && target === "screen") return; // the screen is still loading
        this.#target = null;
        if (!element) return;
        if (target === "first_field_with_error" && element === document.activeElement) say(description_of(element));
        // What is wrong shall be seen; a screen that was scrolled before stays where it was.
        element.focus({ preventScroll: target === "screen" });
    }

    #update_modal(held) {
        let modal = null;
        for (const entry of this.#mirror.in_order()) {
            if (entry.node.role === "dialog" && entry.node.modal) modal = entry; // the last one is on top
        }
        if (modal === this.#modal) {
            if (modal) this.#make_inert(modal.element); // new neighbours may have come
            return;
        }
        const opened = modal !== null && this.#modal === null;
        if (opened) this.#before_modal = held;
        this.#modal = modal;
        for (const element of this.#page.querySelectorAll("[inert]")) set_inert(element, false);
        if (modal) {
            this.#make_inert(modal.element);
            if (!modal.element.contains(document.activeElement)) {
                // A dialog that searches is for typing; any other says its name first.
                const first = modal.element.querySelector('input[type="search"]') ?? modal.element;
                first.focus({ preventScroll: true });
            }
        } else {
            const back = this.#before_modal;
            this.#before_modal = null;
            const nowhere = document.activeElement === document.body || !this.#page.contains(document.activeElement);
            if (nowhere && back?.isConnected) back.focus({ preventScroll: true });
        }
    }

    // Everything beside the dialog and beside what it lies in.
    #make_inert(dialog) {
        for (let at = dialog; at !== this.#page; at = at.parentElement) {
            for (const sibling of at.parentElement.children) {
                if (sibling !== at && sibling.getAttribute("role") !== "status") set_inert(sibling, true);
            }
        }
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
