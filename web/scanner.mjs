// A USB or Bluetooth scanner is a keyboard that types very fast and then presses Enter. Its keys are recognised
// before anybody else sees the Enter: what has already got into a field is taken out again.

import { page_state } from "./page_state.mjs";

/// People need more than 50 ms a key, even fast ones; scanners 7 to 16.
export const SCANNER = { least_characters: 4, longest_average_ms: 35, longest_gap_ms: 80 };

export class Scanner {
    #restore; // (element, value, [start, end])
    #scanned; // (text)
    #typing; // () at every key that writes
    #text = "";
    #first_ms = 0;
    #last_ms = 0;
    #field = null; // {element, value, selection} before the first key

    constructor({ restore, scanned, typing }) {
        this.#restore = restore;
        this.#scanned = scanned;
        this.#typing = typing;
        document.addEventListener("keydown", (event) => this.#on_key(event), true);
    }

    /// The key of this event is not the first one of a fast row of keys: no shortcut.
    continues(event) {
        return this.#text.length > 1 && event.timeStamp - this.#first_ms
            <= SCANNER.longest_average_ms * this.#text.length;
    }

    #on_key(event) {
        if (!is_listening()) return this.#forget();
        if (event.key === "Shift" || event.isComposing) return; // scanners press it for capital letters
        if (event.ctrlKey || event.altKey || event.metaKey) return this.#forget();
        const gap = event.timeStamp - this.#last_ms;
        this.#last_ms = event.timeStamp;
        if (event.key.length === 1) {
            this.#typing();
            if (this.#text === "" || gap > SCANNER.longest_gap_ms) this.#begin(event);
            this.#text += event.key;
            return;
        }
        if (event.key === "Enter" && gap <= SCANNER.longest_gap_ms && this.#is_burst()) {
            event.preventDefault();
            event.stopImmediatePropagation();
            const text = this.#text;
            if (this.#field?.element.isConnected) {
                this.#restore(this.#field.element, this.#field.value, this.#field.selection);
            }
            this.#forget();
            this.#scanned(text);
            return;
        }
        this.#forget();
    }

    #is_burst() {
        const { length } = this.#text;
        const average_ms = (this.#last_ms - this.#first_ms) / length; // the Enter belongs to it
        return length >= SCANNER.least_characters && average_ms <= SCANNER.longest_average_ms;
    }

    #begin(event) {
        this.#text = "";
        this.#first_ms = event.timeStamp;
        this.#field = null;
        const element = document.activeElement;
        if (element?.matches("input:not([type=checkbox], [type=file], [type=date]), textarea")) {
            const selection = [element.selectionStart, element.selectionEnd];
            this.#field = { element, value: element.value, selection };
        }
    }

    #forget() {
        this.#text = "";
        this.#field = null;
    }
}

/// A password manager types as fast as a scanner; the sign-in form may lie over the application.
function is_listening() {
    return page_state() === "running" && !document.activeElement?.matches('input[type="password"]');
}
