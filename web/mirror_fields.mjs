// The fields of the mirror are the editors: the browser types, composes, pastes and undoes; the program hears of the
// result and draws it. A value travels back only if the program really changed it.

import { FIELDS } from "./mirror_elements.mjs";
import { ACT } from "./program.mjs";

/// Values that were sent and may still come back as an echo; more than a person can type in a few frames.
const MOST_ECHOES = 64;
/// What the program hears of a date that was left half typed: the browser itself would say "", as of an empty field.
const HALF_A_DATE = "??.??.????";

export class Fields {
    #mirror;
    #act;
    #keep_file;
    #doubtful = new Set(); // entries whose element may differ from what the program holds

    constructor(mirror, page, act, keep_file) {
        this.#mirror = mirror;
        this.#act = act;
        this.#keep_file = keep_file;
        page.addEventListener("input", (event) => this.#on_input(event));
        page.addEventListener("change", (event) => this.#on_input(event));
        page.addEventListener("compositionend", (event) => this.#on_composition_end(event));
        page.addEventListener("keydown", (event) => this.#on_key(event));
        page.addEventListener("focusout", (event) => this.#on_blur(event));
    }

    /// The program has published the node; old: as it was before, undefined for a new element.
    take(entry, node, old) {
        if (!FIELDS.has(node.role) || node.role === "file") return;
        if (!old) {
            entry.echoes = [];
            write(entry, node);
            return;
        }
        if (node.role === "combobox" && !entry.echoes.length && entry.element.value !== node.value) {
            write(entry, node); // its options are new
            return;
        }
        const value = value_of(node);
        if (value === value_of(old)) return;
        const echo = entry.echoes.lastIndexOf(value);
        if (echo >= 0) {
            entry.echoes.splice(0, echo + 1); // the program has taken what was typed; more may be on its way
        } else if (!entry.composing) {
            entry.echoes = [];
            write(entry, node);
        }
    }

    forget(entry) {
        this.#doubtful.delete(entry);
    }

    /// Everything is drawn and nothing is on its way: what the program holds is what counts.
    settle() {
        for (const entry of this.#doubtful) {
            entry.echoes = [];
            if (is_typed_in(entry)) continue;
            write(entry, entry.node);
            this.#doubtful.delete(entry);
        }
    }

    /// Sets a value as if it had been typed (the scanner takes its keys out again).
    restore(element, value, selection) {
        element.value = value;
        if (selection) {
            try {
                element.setSelectionRange(...selection);
            } catch {
                // a kind of field without selection
            }
        }
        const entry = this.#mirror.find(element);
        if (entry) this.#send(entry);
    }

    #on_input(event) {
        const entry = this.#mirror.find(event.target);
        if (!entry || !FIELDS.has(entry.node.role)) return;
        if (event.isComposing) {
            entry.composing = true; // the word is not finished
            return;
        }
        if (entry.node.role === "file") {
            this.#send_file(entry);
            return;
        }
        this.#send(entry);
    }

    #on_composition_end(event) {
        const entry = this.#mirror.find(event.target);
        if (!entry) return;
        entry.composing = false;
        this.#send(entry);
    }

    #on_key(event) {
        if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
        const entry = this.#mirror.find(event.target);
        if (!entry) return;
        const { role } = entry.node;
        const submits = ["textbox", "searchbox", "datebox"].includes(role)
            || (role === "textarea" && (event.ctrlKey || event.metaKey));
        if (!submits) return;
        event.preventDefault();
        this.#send(entry, true);
        this.#act(entry.node.id, ACT.submit);
    }

    #on_blur(event) {
        const entry = this.#mirror.find(event.target);
        if (!entry || !FIELDS.has(entry.node.role)) return;
        if (entry.composing || is_half_typed(entry.element)) {
            entry.composing = false;
            this.#send(entry, true);
        }
        this.#doubtful.add(entry);
    }

    /// left: nobody is typing in it any more.
    #send(entry, left = false) {
        const { element, node } = entry;
        const typed = left && is_half_typed(element) ? HALF_A_DATE : element.value;
        const value = node.role === "checkbox" ? String(element.checked) : typed;
        if (value === (entry.echoes.at(-1) ?? value_of(node))) return; // input and change tell the same
        entry.echoes.push(value);
        if (entry.echoes.length > MOST_ECHOES) entry.echoes.shift();
        this.#doubtful.add(entry);
        this.#act(node.id, ACT.set_value, value);
    }

    #send_file(entry) {
        const file = entry.element.files[0];
        if (!file) return;
        this.#act(entry.node.id, ACT.set_value, `${this.#keep_file(file)}/${file.name}`);
        entry.element.value = ""; // the same file can be chosen again
    }
}

function value_of(node) {
    return node.role === "checkbox" ? String(node.checked) : node.value;
}

function is_half_typed(element) {
    return element.type === "date" && element.validity.badInput;
}

function is_typed_in(entry) {
    return entry.composing || (entry.element === document.activeElement && entry.node.role !== "checkbox"
        && entry.node.role !== "combobox");
}

function write({ element }, node) {
    if (node.role === "checkbox") {
        element.checked = node.checked;
    } else if (element.value !== node.value && !(node.value === HALF_A_DATE && is_half_typed(element))) {
        const at_end = element.selectionStart === element.value.length;
        const at = element.selectionStart;
        element.value = node.value; // puts the caret at the end
        if (element === document.activeElement && !at_end && at !== null && node.role !== "combobox") {
            element.setSelectionRange(at, at);
        }
    }
}
