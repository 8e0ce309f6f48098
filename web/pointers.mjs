// Pointers on the stage, that is on the canvas and the mirror over it. ImGui gets them by their place; only real
// fields are left to the browser. One tap never acts twice: the click that follows it is ignored, a click without a
// pointer before it (keyboard, assistive technology) is an act.

import { FIELDS } from "./mirror_elements.mjs";
import { ACT, POINTER } from "./program.mjs";

/// A finger that moves less is a shaky tap (client/ui/scroll.hpp: slop_px).
const SLOP_PX = 8;
/// Wheels that count in lines or pages.
const LINE_PX = 20;
const FIELD = "input, textarea, select";

export class Pointers {
    #stage;
    #mirror;
    #spring;
    #send; // (kind, x, y, touch, at_ms)
    #wheel; // (x, y, delta_x, delta_y)
    #act;
    #down = null; // {id, x, y, touch, sent, moved}
    #browser_has_it = false; // the press under way
    #click_follows = false; // a pointer has acted and its click is still to come

    constructor(stage, { mirror, spring, send, wheel, act }) {
        this.#stage = stage;
        this.#mirror = mirror;
        this.#spring = spring;
        this.#send = send;
        this.#wheel = wheel;
        this.#act = act;
        stage.addEventListener("pointerdown", (event) => this.#on_down(event));
        stage.addEventListener("mousedown", (event) => this.#on_mouse_down(event));
        // Also outside of the page, while a button is held.
        window.addEventListener("pointermove", (event) => this.#on_move(event));
        window.addEventListener("pointerup", (event) => this.#on_up(event));
        window.addEventListener("pointercancel", (event) => this.#on_cancel(event));
        stage.addEventListener("pointerleave", (event) => this.#on_leave(event));
        stage.addEventListener("contextmenu", () => this.#cancel()); // also after a long press
        stage.addEventListener("wheel", (event) => this.#on_wheel(event), { passive: false });
        stage.addEventListener("click", (event) => this.#on_click(event));
    }

    #place(event) {
        const area = this.#stage.getBoundingClientRect();
        const is_pressed = this.#down !== null && this.#down.id === event.pointerId;
        const { x, y } = is_pressed ? this.#down.moved : { x: 0, y: 0 };
        return [event.clientX - area.left + x, event.clientY - area.top + y];
    }

    #on_down(event) {
        if (!event.isPrimary) return this.#cancel(); // a second finger: somebody zooms
        const moved = this.#settle(event.target);
        const touch = event.pointerType !== "mouse";
        if (event.button !== 0) return; // context menu, new tab: the browser's
        this.#click_follows = true;
        this.#down = { id: event.pointerId, touch, sent: false, moved };
        const [x, y] = this.#place(event);
        Object.assign(this.#down, { x, y });
        this.#browser_has_it = this.#is_for_the_browser(event, x, y);
        // On a field the tap is the browser's too, but a finger that moves on scrolls.
        if (!this.#browser_has_it) return this.#send_down(event);
        if (touch) return;
        this.#down = null;
        this.#send(POINTER.move, x, y, touch, event.timeStamp);
    }

    // A field below a fixed part must not take the focus when that part is pressed.
    #on_mouse_down(event) {
        if (event.button === 0 && !this.#browser_has_it && event.target.closest(FIELD)) event.preventDefault();
    }

    /// The browser may just have brought the target into sight; the drawn list follows, but not beyond its end. How
    /// far the target has moved away from below the pointer.
    #settle(target) {
        if (!this.#spring.is_pending) return { x: 0, y: 0 };
        const before = target.getBoundingClientRect();
        this.#spring.settle();
        const after = target.getBoundingClientRect();
        return { x: after.left - before.left, y: after.top - before.top };
    }

    #is_for_the_browser(event, x, y) {
        const field = event.target.closest(FIELD);
        if (field) {
            const { clip } = this.#mirror.find(field)?.node ?? { clip: null };
            return clip === null || (x >= clip.x && x <= clip.x + clip.width && y >= clip.y && y <= clip.y + clip.height);
        }
        return has_modifier(event) && event.target.closest("a") !== null;
    }

    #send_down(event) {
        const { x, y, touch } = this.#down;
        this.#down.sent = true;
        this.#send(POINTER.down, x, y, touch, event.timeStamp);
    }

    #on_move(event) {
        if (!event.isPrimary) return;
        this.#spring.settle();
        const touch = event.pointerType !== "mouse";
        const [x, y] = this.#place(event);
        const down = this.#down !== null && this.#down.id === event.pointerId ? this.#down : null;
        if (!down) {
            if (!touch && this.#stage.contains(event.target)) this.#send(POINTER.move, x, y, touch, event.timeStamp);
            return;
        }
        const distance = Math.hypot(x - down.x, y - down.y);
        if (!down.sent && distance > SLOP_PX) this.#send_down(event);
        if (!down.touch && distance > SLOP_PX && !getSelection().isCollapsed) return this.#cancel(); // marking text
        if (down.sent) this.#send(POINTER.move, x, y, touch, event.timeStamp);
    }

    #on_up(event) {
        if (this.#down?.id !== event.pointerId) return;
        const { sent, touch } = this.#down;
        const place = this.#place(event);
        this.#down = null;
        if (sent) this.#send(POINTER.up, ...place, touch, event.timeStamp);
    }

    #on_cancel(event) {
        if (this.#down?.id === event.pointerId) this.#cancel();
    }

    #cancel() {
        if (!this.#down) return;
        const { x, y, touch, sent } = this.#down;
        this.#down = null;
        if (sent) this.#send(POINTER.cancel, x, y, touch, performance.now());
    }

    #on_leave(event) {
        if (event.pointerType === "mouse" && !this.#down) this.#send(POINTER.leave, ...this.#place(event), false, event.timeStamp);
    }

    #on_wheel(event) {
        if (event.ctrlKey) return; // zoom
        const field = event.target.closest("textarea, select");
        if (field && field.scrollHeight > field.clientHeight && field === document.activeElement) return;
        event.preventDefault(); // nothing else scrolls, and a swipe sideways is not "back"
        this.#spring.settle();
        const unit = [1, LINE_PX, this.#stage.clientHeight * 0.85][event.deltaMode];
        this.#wheel(...this.#place(event), event.deltaX * unit, event.deltaY * unit);
    }

    #on_click(event) {
        const from_pointer = this.#click_follows && event.detail > 0;
        this.#click_follows = false;
        const entry = this.#mirror.find(event.target);
        if (!entry || FIELDS.has(entry.node.role)) return;
        const link = event.target.closest("a");
        if (link) {
            if (has_modifier(event) || link.target !== "") return; // new tab, new window: the browser's
            event.preventDefault(); // the application follows the link itself
        }
        if (!from_pointer && entry.node.enabled) this.#act(entry.node.id, ACT.click);
    }
}

function has_modifier(event) {
    return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

