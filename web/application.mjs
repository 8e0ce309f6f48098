// The application in the page: the program and what surrounds it, wired together.

import { appearance, is_of_appearance, on_appearance, update_appearance } from "./appearance.mjs";
import { asset_url, load_texts } from "./assets.mjs";
import { copy_text, load_text, random_key, store_text } from "./browser.mjs";
import { Calls } from "./calls.mjs";
import { CameraDoor } from "./camera_door.mjs";
import { SignatureDoor } from "./signature_door.mjs";
import { follow_visual_viewport, watch_canvas_size, watch_context } from "./canvas.mjs";
import { Changes } from "./changes.mjs";
import { DialogHistory } from "./dialog_history.mjs";
import { Frames } from "./frames.mjs";
import { Keyboard } from "./keyboard.mjs";
import { Mirror } from "./mirror.mjs";
import { take_font_metrics } from "./mirror_baseline.mjs";
import { Spring } from "./mirror_place.mjs";
import { Pointers } from "./pointers.mjs";
import { Program } from "./program.mjs";
import { LaterPart } from "./program_parts.mjs";
import { look_for_release, on_new_release, reload_page } from "./release.mjs";
import { Scanner } from "./scanner.mjs";

/// One takes the event, the next shows what it has led to.
const FRAMES_AFTER_EVENT = 2;
const HOLD_WHILE_TYPING_MS = 40;

export class Application {
    frames = null;
    calls = null;
    #program;
    #later_part = new LaterPart();
    #language = "de";
    #has_later_texts = false;
    #awaited = 0; // what the program waits for: texts, its later part
    #mirror = null;
    #spring = null;
    #dialogs = null;
    #camera = null;
    #signature = null;
    #changes = null; // what the last frame has published, applied after it
    #appearance_chosen = false; // since the last frame
    #check_size = () => {};
    #unsaved = false;
    #is_started = false;
    #on_sign_in;

    /// user: who works here. failed(reason): the program has stopped for good. sign_in(unsaved): the session has ended.
    constructor({ user, failed, sign_in }) {
        this.#program = new Program(failed, this.#later_part);
        this.#on_sign_in = sign_in;
        this.frames = new Frames((now_ms) => this.#draw(now_ms));
        this.calls = new Calls({
            answer: (id, answer, live) => {
                this.#program.answer(id, answer);
                if (!live) this.frames.wake(FRAMES_AFTER_EVENT); // live: it asks for a frame if something is new
            },
            changes: new Changes(user.id, () => look_for_release({ at_once: true })),
            upload_progress: (part) => {
                this.#program.upload_progress(part);
                this.frames.wake();
            },
        });
    }

    get is_pending() {
        const parts = [this.#camera, this.#signature, this.#dialogs, this.#mirror, this.#spring];
        return this.#awaited > 0 || this.frames.is_pending || this.calls.is_pending
            || parts.some((part) => part?.is_pending ?? false);
    }

    /// module: compiled WebAssembly; fonts: three Uint8Arrays; texts: {language, json}. False if the browser gives no WebGL 2.
    async start(module, fonts, texts) {
        const loader = await import(asset_url("schulkit.mjs"));
        await this.#program.load(loader, module, this.#host());
        await document.fonts.load("400 16px Roboto"); // the mirror's words are as wide as the drawn ones
        await document.fonts.load("500 16px Roboto");
        take_font_metrics(fonts);
        this.#mount();
        const canvas = document.getElementById("canvas");
        this.#program.appearance(appearance());
        this.#check_size = watch_canvas_size(canvas, (...size) => {
            this.#program.resize(...size);
            if (!this.#is_started) return;
            this.frames.draw_now(2);
            this.#mirror.focus.keep_in_sight();
        });
        this.#language = texts.language;
        this.#program.texts(texts.language, texts.json);
        if (!this.#program.start(fonts)) return false;
        this.#is_started = true;
        this.frames.wake(FRAMES_AFTER_EVENT);
        on_new_release(() => {
            this.#program.new_release();
            this.frames.wake();
        });
        return true;
    }

    /// What a first visit does not wait for. Without it the program asks once it needs it.
    async load_later_part() {
        await this.#later_part.load();
        if (this.#has_later_texts) return;
        const texts = await load_texts(this.#language, true);
        this.#has_later_texts = true;
        this.#program.texts(texts.language, texts.json);
    }

    get is_unsaved() {
        return this.#unsaved;
    }

    /// Somebody has signed in again; what was typed is still here.
    resume() {
        this.#program.visible();
        this.frames.wake(FRAMES_AFTER_EVENT);
    }

    /// The program goes on with what `load` brings, or with null.
    async #bring(load, take) {
        this.#awaited += 1;
        const got = await load().catch((reason) => {
            console.warn(reason);
            return null;
        });
        take(got);
        this.#awaited -= 1;
        this.frames.wake(FRAMES_AFTER_EVENT);
    }

    #draw(now_ms) {
        this.#check_size();
        const next_ms = this.#program.frame(now_ms);
        if (this.#appearance_chosen) {
            this.#appearance_chosen = false;
            update_appearance();
        }
        if (this.#changes) {
            const changes = this.#changes;
            this.#changes = null;
            this.#mirror.apply(changes);
            this.#spring.fit();
            this.#mirror.focus.follow_main();
        }
        this.#mirror.focus.follow_request();
        this.#dialogs.follow(this.#mirror.focus.has_modal || this.#camera.is_open || this.#signature.is_open);
        if (next_ms !== 0 && !this.is_pending) this.#mirror.fields.settle();
        return next_ms;
    }

    #mount() {
        const stage = document.getElementById("stage");
        const program = this.#program;
        const wake = () => this.frames.wake(FRAMES_AFTER_EVENT);
        const act = (...values) => {
            program.act(...values);
            wake();
        };
        const escape = () => {
            program.escape();
            wake();
        };
        const wheel = (...values) => {
            program.wheel(...values);
            wake();
        };
        const page = document.getElementById("mirror-page");
        const mirror = new Mirror(page, {
            act,
            keep_file: (file) => this.calls.keep_file(file),
        });
        this.#mirror = mirror;
        const spring = new Spring(document.getElementById("mirror"), page, mirror, (...values) => {
            program.wheel(...values);
            this.frames.draw_now(2);
        });
        this.#spring = spring;
        new Pointers(stage, {
            mirror, spring, act, wheel,
            send: (...values) => {
                program.pointer(...values);
                wake();
            },
        });
        const camera = new CameraDoor({
            scanned: (text) => {
                program.scan(text);
                wake();
            },
            key_of: (text) => program.scan_key(text),
            changed: wake,
        });
        this.#camera = camera;
        const signature = new SignatureDoor({
            answered: (strokes) => {
                program.signature(strokes);
                wake();
            },
            changed: wake,
        });
        this.#signature = signature;
        const scanner = new Scanner({
            restore: (...values) => mirror.fields.restore(...values),
            typing: () => this.frames.hold(HOLD_WHILE_TYPING_MS),
            scanned: (text) => {
                if (camera.is_open) return camera.take(text);
                program.scan(text);
                wake();
            },
        });
        new Keyboard(stage, {
            mirror, scanner, wheel,
            command: (command) => {
                program.command(command);
                wake();
            },
            escape,
        });
        this.#dialogs = new DialogHistory({ escape: () => (camera.is_open ? camera.close() : signature.is_open ? signature.close() : escape()) });
        this.#watch_page();
    }

    #watch_page() {
        const program = this.#program;
        watch_context(document.getElementById("canvas"), {
            lost: () => this.frames.pause(true),
            restored: () => {
                program.context_restored();
                this.frames.pause(false);
            },
        });
        follow_visual_viewport(document.getElementById("stage"));
        const tell_route = () => {
            program.route(location.hash);
            this.frames.wake(FRAMES_AFTER_EVENT);
        };
        window.addEventListener("popstate", (event) => {
            if (!this.#dialogs.take(event)) tell_route();
        });
        document.addEventListener("visibilitychange", () => {
            if (document.hidden) return;
            program.visible();
            this.frames.wake(FRAMES_AFTER_EVENT);
        });
        window.addEventListener("beforeunload", (event) => {
            if (this.#unsaved) event.preventDefault();
        });
        on_appearance((appearance) => {
            program.appearance(appearance);
            this.frames.wake();
        });
    }

    /// What C++ calls: client/platform/web/page_calls.hpp. Texts come as a place and a length.
    #host() {
        const text = (place, length) => this.#program.text(place, length);
        return {
            publish: (place, length) => (this.#changes = this.#program.bytes(place, length)),
            send: (id, place, length, live) => {
                // Eight texts, divided by NUL: client/platform/web/page_calls.cpp
                const [method, path, content_type, idempotency_key, if_none_match, file_handle, max_file_bytes, ...body] =
                    text(place, length).split("\0");
                this.calls.send(id, {
                    method, path, content_type, idempotency_key, if_none_match, file_handle, live,
                    max_file_bytes: Number(max_file_bytes), body: body.join("\0"),
                });
            },
            route: () => this.#program.give_text(location.hash),
            set_route: (place, length, replace) => {
                const route = text(place, length);
                if (route === location.hash) return;
                this.#dialogs.set_route(route, replace);
            },
            request_frame: (after_ms) => this.frames.wake_after(after_ms),
            call_after: (id, after_ms, live) =>
                this.frames.call_after(id, after_ms, live, () => this.#program.timer(id)),
            random_key: () => this.#program.give_text(random_key()),
            stored: (place, length) => this.#program.give_text(load_text(text(place, length))),
            store: (place, length, value, value_length) => {
                const key = text(place, length);
                store_text(key, text(value, value_length));
                if (!is_of_appearance(key)) return;
                this.#appearance_chosen = true;
                this.frames.wake();
            },
            open_camera: () => this.#camera.open(),
            close_camera: () => this.#camera.close(),
            tell_camera: (code, code_length, words, words_length, good) =>
                this.#camera.tell(text(code, code_length), text(words, words_length), good),
            load_texts: (place, length) => {
                this.#language = text(place, length);
                this.#bring(() => load_texts(this.#language, this.#has_later_texts),
                    (texts) => texts && this.#program.texts(texts.language, texts.json));
            },
            has_later_part: () => this.#later_part.is_here && this.#has_later_texts,
            load_later_part: () => {
                this.#bring(() => this.load_later_part().then(() => true), (is_here) => this.#program.later_part(is_here !== null));
            },
            ask_signature: (title, title_length, who, who_length) =>
                this.#signature.open(text(title, title_length), text(who, who_length)),
            copy_text: (place, length) => copy_text(text(place, length)),
            move_focus: (place, length) => {
                this.#mirror.focus.request(text(place, length));
                this.frames.wake();
            },
            reload: () => reload_page(),
            set_unsaved: (on) => (this.#unsaved = on),
            show_sign_in: () => this.#on_sign_in(this.#unsaved),
        };
    }
}
