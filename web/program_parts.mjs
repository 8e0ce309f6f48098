// The program comes in two parts (tools/split_program.mjs). A visit begins with the first one; until the second one is
// there, its functions are placeholders.

import { asset_url } from "./assets.mjs";

const NAME = "schulkit_later.wasm";

export class LaterPart {
    #first = null; // exports of the first part
    #loading = null;
    is_here = false;

    /// Imports of the first part.
    placeholders = { later: new Proxy({}, { get: (_, slot) => (...values) => this.#call(Number(slot), values) }) };

    follow(exports) {
        this.#first = exports;
    }

    /// After a failure it tries again.
    load() {
        this.#loading ??= WebAssembly.instantiateStreaming(
            fetch(asset_url(NAME), { credentials: "same-origin", priority: "low" }), this.#imports,
        ).then(() => (this.is_here = true)).catch((reason) => {
            this.#loading = null;
            throw reason;
        });
        return this.#loading;
    }

    get #imports() {
        return { first: this.#first };
    }

    /// The second part puts its functions into the slots of the table that both have.
    #call(slot, values) {
        if (!this.is_here) this.#load_while_all_waits(slot);
        const table = Object.values(this.#first).find((each) => each instanceof WebAssembly.Table);
        return table.get(slot)(...values);
    }

    /// The net below tools/split_program.mjs: a function of the second part that the first one needs, which nobody has
    /// waited for.
    #load_while_all_waits(slot) {
        console.warn(`${NAME} was needed at once by ${slot}`);
        const request = new XMLHttpRequest();
        request.open("GET", asset_url(NAME), false);
        request.overrideMimeType("text/plain; charset=x-user-defined"); // bytes may not be asked for in this way
        request.send();
        if (request.status !== 200) throw new Error(`${NAME}: HTTP ${request.status}`);
        const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)); // cuts to the low byte
        new WebAssembly.Instance(new WebAssembly.Module(bytes), this.#imports);
        this.is_here = true;
    }
}
