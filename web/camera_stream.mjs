// The camera itself: which one, its light, and why there is none.

import { load_text, store_text } from "./browser.mjs";

const CHOSEN = "setting.camera";
/// Small codes need many pixels; who has fewer gives fewer.
const SIZE = { width: { ideal: 1920 }, height: { ideal: 1080 } };
const KINDS = {
    NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "missing", OverconstrainedError: "missing",
    NotReadableError: "busy", AbortError: "busy",
};

export class CameraStream {
    #video;
    #stream = null;
    #round = 0; // of start(): the last one counts
    #ended;

    /// ended(): the camera was taken away.
    constructor(video, { ended }) {
        this.#video = video;
        this.#ended = ended;
    }

    /// Browsers give cameras over https only.
    static get is_possible() {
        return window.isSecureContext && navigator.mediaDevices?.getUserMedia !== undefined;
    }

    /// → "" once the picture runs, null if another start() or a stop() came meanwhile, else why there is none: "insecure",
    /// "denied", "missing", "busy", "failed"
    async start() {
        this.stop();
        const round = this.#round;
        if (!CameraStream.is_possible) return "insecure";
        try {
            const stream = await open_stream();
            if (round !== this.#round) {
                end(stream);
                return null;
            }
            this.#stream = stream;
            this.#track.addEventListener("ended", () => this.#ended());
            this.#video.srcObject = stream;
            await this.#video.play();
            return round === this.#round ? "" : null;
        } catch (reason) {
            if (round !== this.#round) return null;
            this.stop();
            return KINDS[reason?.name] ?? "failed";
        }
    }

    /// The camera and its light go out.
    stop() {
        this.#round += 1;
        if (this.#stream) end(this.#stream);
        this.#stream = null;
        this.#video.srcObject = null;
    }

    /// → [{id, label}]; the labels are known once a camera was allowed.
    async cameras() {
        const devices = await navigator.mediaDevices.enumerateDevices();
        return devices.filter(({ kind }) => kind === "videoinput").map(({ deviceId: id, label }) => ({ id, label }));
    }

    get camera() {
        return this.#track?.getSettings().deviceId ?? "";
    }

    /// From the next start() on, and at later visits.
    choose(id) {
        store_text(CHOSEN, id);
    }

    get has_torch() {
        return this.#track?.getCapabilities?.().torch === true;
    }

    /// → whether it is on now
    async set_torch(on) {
        try {
            await this.#track.applyConstraints({ advanced: [{ torch: on }] });
            return on;
        } catch {
            return false;
        }
    }

    get #track() {
        return this.#stream?.getVideoTracks()[0] ?? null;
    }
}

/// The chosen one; else, or if it is not there any more, the one that looks away from the person.
async function open_stream() {
    const open = (choice) => navigator.mediaDevices.getUserMedia({ audio: false, video: { ...choice, ...SIZE } });
    const chosen = load_text(CHOSEN);
    if (chosen !== "") {
        try {
            return await open({ deviceId: { exact: chosen } });
        } catch (reason) {
            if (KINDS[reason?.name] !== "missing") throw reason;
        }
    }
    return open({ facingMode: { ideal: "environment" } });
}

function end(stream) {
    for (const track of stream.getTracks()) track.stop();
}
