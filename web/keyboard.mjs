// The few keys that are not the browser's own. Tab, Enter and Space work on the mirror's elements by themselves;
// reload, find, print and zoom are never touched.

import { load_text } from "./browser.mjs";
import { page_state } from "./page_state.mjs";
import { COMMAND } from "./program.mjs";

const CONTROL = "a[href], button:enabled, input:enabled";
const CELL = '[role="cell"], [role="rowheader"], [role="columnheader"]';

function controls_of(row) {
    return [...row.querySelectorAll(CONTROL)];
}

function control_of(row, column) {
    return controls_of(row)[column];
}

/// In the same column, else in the nearest one before it: what is there may go on from it.
function control_below(control, row) {
    const at = (each) => each.closest(CELL)?.dataset.testid;
    const columns = [...row.querySelectorAll(CELL)];
    for (let i = columns.findIndex((each) => each.dataset.testid === at(control)); i >= 0; --i) {
        const found = columns[i].querySelector(CONTROL);
        if (found) return found;
    }
    return undefined;
}

function is_head(row) {
    return row.querySelector('[role="columnheader"]') !== null;
}

export class Keyboard {
    #stage;
    #mirror;
    #scanner;
    #escape;
    #wheel;
    #command;

    constructor(stage, { mirror, scanner, escape, wheel, command }) {
        this.#stage = stage;
        this.#mirror = mirror;
        this.#scanner = scanner;
        this.#escape = escape;
        this.#wheel = wheel;
        this.#command = command;
        document.addEventListener("keydown", (event) => this.#on_key(event));
    }

    #on_key(event) {
        if (page_state() !== "running") return; // something lies over the application
        if (event.defaultPrevented || event.isComposing) return;
        if (event.key === "Escape") return this.#escape();
        const typing = event.target.matches("input:not([type=checkbox], [type=file]), textarea, select");
        const command = event.ctrlKey || event.metaKey;
        if (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
            return this.#run(event, COMMAND.search);
        }
        if (this.#enter_list(event)) return;
        if (typing || command || event.altKey) return;
        const single = { "/": COMMAND.search, "?": COMMAND.shortcuts }[event.key];
        const is_on = load_text("setting.single_keys") !== "off"; // who speaks to the computer may not want them
        if (single !== undefined && is_on && !this.#scanner.continues(event)) return this.#run(event, single);
        if (this.#move_in_rows(event) || this.#move_in_row(event)) return;
        const distance = this.#scroll_distance(event);
        if (distance !== 0) {
            event.preventDefault();
            const [x, y] = this.#reading_place();
            this.#wheel(x, y, 0, distance);
        }
    }

    #run(event, command) {
        event.preventDefault();
        this.#command(command);
    }

    /// Up and down in a table or a list: from a row's control to that of the next row in the same column. To the left
    /// and right in a table's row.
    #move_in_rows(event) {
        const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
        const row = event.target.closest('[role="row"], [role="listitem"]');
        if (!steps || !row) return false;
        const kind = `[role="${row.getAttribute("role")}"]`;
        const rows = [...row.parentElement.querySelectorAll(`:scope > ${kind}`)]
            .filter((each) => control_of(each, 0) && !is_head(each));
        const control = event.target.closest(CONTROL);
        const column = controls_of(row).indexOf(control);
        const at = rows.indexOf(row); // -1: the head, from which only down leads on
        const next = rows[Math.min(rows.length - 1, Math.max(0, at + steps))];
        if (column < 0 || !next || (at < 0 && !(is_head(row) && steps > 0))) return false;
        event.preventDefault();
        // From the first entry of a palette's list the way leads back to its field, and on to the next list.
        if (next === row && Math.abs(steps) === 1) return this.#leave_list(row, steps);
        (control_below(control, next) ?? control_of(next, column) ?? control_of(next, 0)).focus();
        return true;
    }

    #move_in_row(event) {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const row = event.target.closest('[role="row"]');
        const control = event.target.closest(CONTROL);
        if (!step || !row || !control) return false;
        event.preventDefault();
        controls_of(row)[controls_of(row).indexOf(control) + step]?.focus();
        return true;
    }

    #leave_list(row, steps) {
        const dialog = row.closest('[role="dialog"]');
        if (!dialog) return true;
        const all = [...dialog.querySelectorAll('[role="listitem"] :is(a, button), input[type="search"]')];
        const control = control_of(row, 0);
        all[all.indexOf(control) + steps]?.focus();
        return true;
    }

    #enter_list(event) {
        const dialog = event.target.closest('[role="dialog"]');
        if (event.key !== "ArrowDown" || !dialog || !event.target.matches('input[type="search"]')) return false;
        const first = dialog.querySelector('[role="listitem"] :is(a, button)');
        if (!first) return false;
        event.preventDefault();
        first.focus();
        return true;
    }

    #scroll_distance(event) {
        const page = this.#stage.clientHeight * 0.85;
        const presses = event.target.closest("a, button, input") !== null;
        switch (event.key) {
            case "ArrowDown": return 60;
            case "ArrowUp": return -60;
            case "PageDown": return page;
            case "PageUp": return -page;
            case "Home": return -1e6;
            case "End": return 1e6;
            case " ": return presses ? 0 : event.shiftKey ? -page : page;
            default: return 0;
        }
    }

    // The middle of what is read: the open dialog, else the main part.
    #reading_place() {
        let place = { x: 0, y: 0, width: this.#stage.clientWidth, height: this.#stage.clientHeight };
        for (const { node } of this.#mirror.in_order()) {
            if (node.role === "main" || (node.role === "dialog" && node.modal)) place = node.clip;
        }
        return [place.x + place.width / 2, place.y + place.height / 2];
    }
}
