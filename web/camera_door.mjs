// The way to the camera's dialog, which few visits need: its code and its styles are loaded when it is first opened.

import { asset_url } from "./assets.mjs";
import { current_language, set_language, text } from "./page_texts.mjs";

export class CameraDoor {
    #calls;
    #camera = null;
    #wanted = false; // open() is loading

    /// calls: as of Camera.
    constructor(calls) {
        this.#calls = calls;
    }

    get is_open() {
        return this.#camera?.is_open ?? false;
    }

    get is_pending() {
        return this.#wanted;
    }

    async open() {
        if (this.#wanted) return;
        this.#wanted = true;
        try {
            this.#camera ??= await load_camera(this.#calls);
            if (this.#wanted) this.#camera.open();
        } catch {
            if (this.#wanted) say_why_not();
        } finally {
            this.#wanted = false;
        }
    }

    close() {
        this.#wanted = false;
        this.#camera?.close();
    }

    take(code) {
        this.#camera.take(code);
    }

    tell(code, words, good) {
        return this.#camera?.tell(code, words, good) ?? false;
    }
}

async function load_camera(calls) {
    const [{ Camera }] = await Promise.all([import(asset_url("camera.mjs")), load_styles(asset_url("camera.css"))]);
    return new Camera(calls);
}

function load_styles(address) {
    return new Promise((done, failed) => {
        const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
        link.addEventListener("load", done);
        link.addEventListener("error", () => {
            link.remove();
            failed(new Error(address));
        });
        document.head.append(link);
    });
}

/// It may be typed all the same, on the screen behind.
function say_why_not() {
    if (current_language() !== document.documentElement.lang) set_language(document.documentElement.lang);
    const notice = document.createElement("dialog");
    notice.className = "card";
    const words = document.createElement("p");
    words.id = "notice-words";
    words.textContent = text("camera_away");
    notice.setAttribute("aria-labelledby", words.id);
    const close = Object.assign(document.createElement("button"), { className: "secondary", textContent: text("close") });
    close.addEventListener("click", () => notice.close());
    notice.addEventListener("keydown", (event) => event.stopPropagation());
    notice.addEventListener("close", () => notice.remove());
    notice.append(words, close);
    document.body.append(notice);
    notice.showModal();
}
