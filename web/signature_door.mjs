// The way to the dialog to sign in: its code and its styles are loaded when somebody first signs on the screen.

import { asset_url } from "./assets.mjs";
import { load_styles, say_why_not } from "./late_parts.mjs";

export class SignatureDoor {
    #calls;
    #pad = null;
    #wanted = false; // open() is loading

    /// calls: as of SignaturePad.
    constructor(calls) {
        this.#calls = calls;
    }

    get is_open() {
        return this.#pad?.is_open ?? false;
    }

    get is_pending() {
        return this.#wanted;
    }

    async open(title, who) {
        if (this.#wanted) return;
        this.#wanted = true;
        try {
            this.#pad ??= await load_pad(this.#calls);
            this.#pad.open(title, who);
        } catch {
            this.#calls.answered("");
            say_why_not("pad_away");
        } finally {
            this.#wanted = false;
        }
    }

    close() {
        this.#pad?.close();
    }
}

async function load_pad(calls) {
    const [{ SignaturePad }] = await Promise.all([import(asset_url("signature_pad.mjs")), load_styles(asset_url("signature_pad.css"))]);
    return new SignaturePad(calls);
}
