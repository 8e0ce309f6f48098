// The WebAssembly program behind plain functions: texts and bytes cross its memory here and nowhere else.
// The exports are defined in client/platform/web/main.cpp.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/// ui::ActKind, in its order.
export const ACT = { click: 0, focus: 1, blur: 2, set_value: 3, submit: 4 };
/// ui::PointerKind, in its order.
export const POINTER = { down: 0, move: 1, up: 2, cancel: 3, leave: 4 };

/// AppCommand, in its order.
export const COMMAND = { search: 0, shortcuts: 1 };

export class Program {
    #module;
    #later_part;
    #failed; // (reason) once
    #broken = false;

    /// later_part: of program_parts.mjs
    constructor(failed, later_part) {
        this.#failed = failed;
        this.#later_part = later_part;
    }

    /// loader: the module Emscripten made; host: what C++ calls (client/platform/web/page_calls.hpp).
    async load(loader, compiled, host) {
        this.#module = await loader.default({
            host,
            instantiateWasm: (imports, done) => {
                WebAssembly.instantiate(compiled, { ...imports, ...this.#later_part.placeholders }).then((instance) => {
                    this.#later_part.follow(instance.exports);
                    done(instance, compiled);
                }, (reason) => this.#fail(reason));
                return {};
            },
            onAbort: (reason) => this.#fail(reason),
            print: (line) => console.info(line),
            printErr: (line) => console.warn(line),
        });
    }

    /// After texts() of the language it starts in. fonts: regular, medium, icons as Uint8Array. False if there is no WebGL.
    start(fonts) {
        fonts.forEach((bytes, index) => {
            // Never freed: the program's font atlas reads them for as long as it lives.
            const place = this.#copy(bytes);
            this.#call("_schulkit_font", index, place, bytes.length);
        });
        return this.#call("_schulkit_start") === 1;
    }

    texts(language, json) {
        this.#with_texts([language, json], (...places) => this.#call("_schulkit_texts", ...places));
    }

    later_part(is_here) {
        this.#call("_schulkit_later_part", is_here ? 1 : 0);
    }

    frame(now_ms) {
        return this.#call("_schulkit_frame", now_ms) ?? -1;
    }

    resize(width, height, pixel_width, pixel_height) {
        this.#call("_schulkit_resize", width, height, pixel_width, pixel_height);
    }

    /// web/appearance.mjs
    appearance({ look, text_size, reduced_motion, coarse, forced }) {
        const colors = forced ? Object.values(forced) : Array(6).fill(0);
        const flags = [reduced_motion, coarse, forced].map((on) => (on ? 1 : 0));
        this.#call("_schulkit_appearance", look, text_size, ...flags, ...colors);
    }

    /// at_ms: when the finger did it, not when the page had time for it.
    pointer(kind, x, y, touch, at_ms) {
        this.#call("_schulkit_pointer", kind, x, y, at_ms, touch ? 1 : 0);
    }

    wheel(x, y, delta_x, delta_y) {
        this.#call("_schulkit_wheel", x, y, delta_x, delta_y);
    }

    escape() {
        this.#call("_schulkit_escape");
    }

    act(id, kind, value = "") {
        this.#with_texts([value], (text) => this.#call("_schulkit_act", id, kind, text));
    }

    command(command) {
        this.#call("_schulkit_command", command);
    }

    scan(text) {
        this.#with_texts([text], (place) => this.#call("_schulkit_scan", place));
    }

    /// Equal for two texts that mean one code.
    scan_key(text) {
        let key = text;
        this.#with_texts([text], (place) => (key = this.#take_text(this.#call("_schulkit_scan_key", place)) ?? text));
        return key;
    }

    route(route) {
        this.#with_texts([route], (place) => this.#call("_schulkit_route", place));
    }

    answer(id, { status, body, etag }) {
        const bytes = this.#copy(body);
        this.#with_texts([etag], (place) =>
            this.#call("_schulkit_answer", id, status, bytes, body.length, place));
        this.#free(bytes);
    }

    upload_progress(part) {
        this.#call("_schulkit_upload_progress", part);
    }

    timer(id) {
        this.#call("_schulkit_timer", id);
    }

    visible() {
        this.#call("_schulkit_visible");
    }

    new_release() {
        this.#call("_schulkit_new_release");
    }

    context_restored() {
        this.#call("_schulkit_context_restored");
    }

    /// Of what C++ hands over: a place in its memory, valid during the call only.
    text(place, length) {
        return length === 0 ? "" : decoder.decode(this.#module.HEAPU8.subarray(place, place + length));
    }

    bytes(place, length) {
        return this.#module.HEAPU8.slice(place, place + length);
    }

    /// A text for C++ that it frees itself.
    give_text(string) {
        return this.#copy(encoder.encode(string + "\0"));
    }

    /// A text of C++ that is ours to free.
    #take_text(place) {
        if (!place) return null;
        const end = this.#module.HEAPU8.indexOf(0, place);
        const string = this.text(place, end - place);
        this.#free(place);
        return string;
    }

    #call(name, ...values) {
        if (this.#broken) return undefined;
        try {
            return this.#module[name](...values);
        } catch (reason) {
            this.#fail(reason);
            return undefined;
        }
    }

    // A program that has trapped is in no defined state: nothing calls it again.
    #fail(reason) {
        if (this.#broken) return;
        this.#broken = true;
        this.#failed(reason);
    }

    #copy(bytes) {
        if (this.#broken) return 0;
        const place = this.#module._malloc(bytes.length || 1);
        this.#module.HEAPU8.set(bytes, place);
        return place;
    }

    #free(place) {
        if (!this.#broken) this.#module._free(place);
    }

    #with_texts(strings, use) {
        const places = strings.map((string) => this.give_text(string));
        use(...places);
        for (const place of places) this.#free(place);
    }
}
