// The way to the camera's dialog, which few visits need: its code and its styles are loaded when it is first opened.

import { asset_url } from "./assets.mjs";
import { load_styles, say_why_not } from "./late_parts.mjs";

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
            if (this.#wanted) say_why_not("camera_away");
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
