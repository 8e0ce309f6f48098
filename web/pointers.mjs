// Pointers on the stage, that is on the canvas and the mirror over it. ImGui gets them by their place; only real
// fields are left to the browser. One tap never acts twice: the click that follows it is ignored, a click without a
// pointer before it (keyboard, assistive technology) is an act.

import { FIELDS } from "./mirror_elements.mjs";
import { ACT, POINTER } from "./program.mjs";

/// A finger that moves less is a shaky tap (client/ui/scroll.hpp: slop_px).
const SLOP_PX = 8;
/// Wheels that count in lines or pages.
const LINE_PX = 20;

export class Pointers {
    #stage;
    #mirror;
    #spring;
    #send; // (kind, x, y, touch)
    #wheel; // (x, y, delta_x, delta_y)
    #act;
    #down = null; // {id, x, y, touch, sent}
    #click_follows = false; // a pointer has acted and its click is still to come

    constructor(stage, { mirror, spring, send, wheel, act }) {
        this.#stage = stage;
        this.#mirror = mirror;
        this.#spring = spring;
        this.#send = send;
        this.#wheel = wheel;
        this.#act = act;
        stage.addEventListener("pointerdown", (event) => this.#on_down(event));
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
        return [event.clientX - area.left, event.clientY - area.top];
    }

    #on_down(event) {
        if (!event.isPrimary) return this.#cancel(); // a second finger: somebody zooms
        this.#spring.settle();
        const touch = event.pointerType !== "mouse";
        const [x, y] = this.#place(event);
        if (event.button !== 0) return; // context menu, new tab: the browser's
        this.#click_follows = true;
        if (!touch && is_for_the_browser(event)) return this.#send(POINTER.move, x, y, touch);
        this.#down = { id: event.pointerId, x, y, touch, sent: false };
        // On a field the tap is the browser's too, but a finger that moves on scrolls.
        if (!is_for_the_browser(event)) this.#send_down();
    }

    #send_down() {
        const { x, y, touch } = this.#down;
        this.#down.sent = true;
        this.#send(POINTER.down, x, y, touch);
    }

    #on_move(event) {
        if (!event.isPrimary) return;
        const touch = event.pointerType !== "mouse";
        const [x, y] = this.#place(event);
        const down = this.#down?.id === event.pointerId ? this.#down : null;
        if (!down) {
            if (!touch && this.#stage.contains(event.target)) this.#send(POINTER.move, x, y, touch);
            return;
        }
        const distance = Math.hypot(x - down.x, y - down.y);
        if (!down.sent && distance > SLOP_PX) this.#send_down();
        if (!down.touch && distance > SLOP_PX && !getSelection().isCollapsed) return this.#cancel(); // marking text
        if (down.sent) this.#send(POINTER.move, x, y, touch);
    }

    #on_up(event) {
        if (this.#down?.id !== event.pointerId) return;
        const { sent, touch } = this.#down;
        this.#down = null;
        if (sent) this.#send(POINTER.up, ...this.#place(event), touch);
    }

    #on_cancel(event) {
        if (this.#down?.id === event.pointerId) this.#cancel();
    }

    #cancel() {
        if (!this.#down) return;
        const { x, y, touch, sent } = this.#down;
        this.#down = null;
        if (sent) this.#send(POINTER.cancel, x, y, touch);
    }

    #on_leave(event) {
        if (event.pointerType === "mouse" && !this.#down) this.#send(POINTER.leave, ...this.#place(event), false);
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
        if (event.target.closest("a")) {
            if (has_modifier(event)) return; // new tab, new window, download
            event.preventDefault(); // the application follows the link itself
        }
        if (!from_pointer && entry.node.enabled) this.#act(entry.node.id, ACT.click);
    }
}

function has_modifier(event) {
    return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function is_for_the_browser(event) {
    if (event.target.closest("input, textarea, select")) return true;
    return has_modifier(event) && event.target.closest("a") !== null;
}
