// The dialog of the camera, loaded when somebody first opens it (camera_door.mjs): shows what it sees, reads codes one after the other, and tells what has become of them. What a
// code means is the application's business; beside the camera one can type, and scanners work as everywhere.

import { is_muted, can_vibrate, mute, signal_read, signal_trouble } from "./camera_signals.mjs";
import { CAMERA_MARKUP } from "./camera_markup.mjs";
import { CameraPicture } from "./camera_picture.mjs";
import { CameraStream } from "./camera_stream.mjs";
import { CAMERA_TEXTS } from "./camera_texts.mjs";
import { load_decoder } from "./decoder.mjs";
import { ScanOnce } from "./scan_once.mjs";

/// From one picture to the next: fast enough for a hand, slow enough for a battery.
const EVERY_MS = 110;
const MOST_EARLIER = 3;
/// What may be better the next time; else there is only typing.
const WORTH_ANOTHER_TRY = ["denied", "busy", "failed", "decoder"];

/// In the application's language of the moment.
function text(key, values = {}) {
    const words = (CAMERA_TEXTS[document.documentElement.lang] ?? CAMERA_TEXTS.de)[key];
    return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const part = (name) => document.getElementById(`camera-${name}`);

export class Camera {
    #dialog;
    #stream;
    #picture = new CameraPicture();
    #once;
    #scanned;
    #changed;
    #round = 0; // of looking: another one has begun, or none
    #read = []; // {code, words, tone} since the dialog was opened, the newest last

    /// scanned(code): as of a scanner. key_of(code): equal for two texts of one code. changed(): opened or closed.
    constructor({ scanned, key_of, changed }) {
        document.body.insertAdjacentHTML("beforeend", CAMERA_MARKUP);
        this.#dialog = document.getElementById("camera");
        this.#stream = new CameraStream(part("video"), { ended: () => this.#show_trouble("busy") });
        this.#scanned = scanned;
        this.#changed = changed;
        this.#once = new ScanOnce(key_of);
        const on = (name, event, call) => part(name).addEventListener(event, call);
        this.#dialog.addEventListener("close", () => this.#end());
        // The keys in here are not the application's; its scanner listens before (scanner.mjs).
        this.#dialog.addEventListener("keydown", (event) => event.stopPropagation());
        on("close", "click", () => this.close());
        on("again", "click", () => this.#look());
        on("form", "submit", (event) => this.#take_typed(event));
        on("choice", "change", () => {
            this.#stream.choose(part("choice").value);
            this.#look();
        });
        on("light", "click", async () => press(part("light"), await this.#stream.set_torch(!is_pressed(part("light")))));
        on("signals", "click", () => {
            mute(!is_muted());
            press(part("signals"), !is_muted());
        });
        document.addEventListener("visibilitychange", () => {
            if (!this.is_open) return;
            if (document.hidden) this.#rest();
            else this.#look();
        });
    }

    get is_open() {
        return this.#dialog.open;
    }

    open() {
        if (this.is_open) return;
        for (const element of this.#dialog.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
        for (const element of this.#dialog.querySelectorAll("[data-label]"))
            element.setAttribute("aria-label", text(element.dataset.label));
        part("signals").textContent = text(can_vibrate() ? "signals" : "sound");
        press(part("signals"), !is_muted());
        part("code").value = "";
        this.#read = [];
        this.#once.forget();
        this.#dialog.showModal();
        this.#changed();
        this.#look();
    }

    close() {
        if (this.is_open) this.#dialog.close();
    }

    /// A code, whoever has read it.
    take(code) {
        this.#read.push({ code, words: text("read", { code }), tone: "waiting" });
        this.#write_read();
        this.#scanned(code);
    }

    /// What has become of it. → whether it is shown here
    tell(code, words, good) {
        if (!this.is_open) return false;
        const entry = this.#read.find((each) => each.code === code && each.tone === "waiting");
        if (!entry) return false;
        Object.assign(entry, { words, tone: good ? "good" : "trouble" });
        if (!good) signal_trouble();
        this.#write_read();
        return true;
    }

    #take_typed(event) {
        event.preventDefault();
        const field = part("code");
        const code = field.value.trim();
        field.value = "";
        if (code === "") return field.focus();
        this.take(code);
    }

    /// The camera runs and its pictures are read, until the next round begins.
    async #look() {
        const round = (this.#round += 1);
        this.#show_view("starting");
        const loading = CameraStream.is_possible ? load_decoder().catch(() => null) : null; // while somebody allows the camera
        const trouble = await this.#stream.start();
        if (round !== this.#round || trouble === null) return;
        if (trouble !== "") return this.#show_trouble(trouble);
        const decoder = await loading;
        if (round !== this.#round) return;
        if (!decoder) return this.#show_trouble("decoder");
        this.#show_view("running");
        this.#show_tools();
        while (round === this.#round) {
            const began = performance.now();
            const picture = this.#picture.take(part("video"), part("view"), part("frame"));
            try {
                const codes = picture ? await decoder.read(picture) : null;
                if (round !== this.#round) return;
                if (codes) this.#see(codes.map((code) => code.text));
            } catch {
                if (round === this.#round) this.#show_trouble("decoder");
                return;
            }
            const left_ms = EVERY_MS - (performance.now() - began);
            await new Promise((done) => setTimeout(done, Math.max(left_ms, 0)));
        }
    }

    #see(codes) {
        const code = this.#once.see(codes, performance.now());
        if (code === null) return;
        signal_read();
        this.take(code);
    }

    #rest() {
        this.#round += 1;
        this.#stream.stop();
        part("light").hidden = true;
        press(part("light"), false);
    }

    #end() {
        this.#rest();
        this.#changed();
    }

    async #show_tools() {
        part("light").hidden = !this.#stream.has_torch;
        press(part("light"), false);
        const cameras = await this.#stream.cameras();
        const choice = part("choice");
        choice.replaceChildren(...cameras.map(({ id, label }, index) =>
            new Option(label || text("number", { number: index + 1 }), id, false, id === this.#stream.camera)));
        part("choice-label").hidden = cameras.length < 2;
    }

    #show_view(state) {
        this.#dialog.dataset.state = state;
        part("trouble").textContent = "";
        part("again").hidden = true;
        this.#write_read();
    }

    #show_trouble(kind) {
        this.#rest();
        this.#dialog.dataset.state = "trouble";
        this.#write_read();
        part("trouble").textContent = text(kind);
        part("again").hidden = !WORTH_ANOTHER_TRY.includes(kind);
    }

    #write_read() {
        const newest = this.#read.at(-1);
        const hint = { starting: "starting", running: "aim" }[this.#dialog.dataset.state];
        part("status").textContent = newest?.words ?? (hint ? text(hint) : "");
        part("result").dataset.tone = newest?.tone ?? "none";
        const count = this.#read.length;
        part("count").textContent = count === 0 ? "" : text(count === 1 ? "count_one" : "count", { count });
        const earlier = this.#read.slice(-1 - MOST_EARLIER, -1).reverse();
        part("earlier").replaceChildren(...earlier.map(({ words, tone }) => {
            const item = document.createElement("li");
            item.dataset.tone = tone;
            item.textContent = words;
            return item;
        }));
        part("earlier").hidden = earlier.length === 0;
    }
}

function is_pressed(button) {
    return button.getAttribute("aria-pressed") === "true";
}

function press(button, on) {
    button.setAttribute("aria-pressed", String(on));
}
