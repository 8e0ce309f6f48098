// When frames are drawn and timers fire: only because something happened. A page left alone draws nothing.

/// A frame asked for so late is a clock ("5 minutes ago", a message that goes away by itself), not work under way.
const CLOCK_MS = 1000;

export class Frames {
    drawn = 0;
    #draw; // (now) → ms until the next frame is wanted: 0 at once, -1 when something happens
    #wanted = 0;
    #request = 0;
    #paused = false; // the WebGL context is lost
    #held_until = 0;
    #due = new Map(); // of frames asked for later: time, rounded, in ms of performance.now() → somebody waits for it
    #timers = new Map(); // id → {call, live}

    constructor(draw) {
        this.#draw = draw;
        document.addEventListener("visibilitychange", () => this.#arm());
    }

    wake(count = 1) {
        this.#wanted = Math.max(this.#wanted, count);
        this.#arm();
    }

    wake_after(ms) {
        if (ms <= 0) return this.wake();
        // Drawing code asks again in every frame: near times are one.
        const due = Math.ceil((performance.now() + ms) / 50) * 50;
        if (this.#due.has(due)) return;
        this.#due.set(due, ms < CLOCK_MS);
        setTimeout(() => {
            this.#due.delete(due);
            this.wake();
        }, due - performance.now());
    }

    /// Draws now, outside the browser's own rhythm: the size or the scroll position has just changed.
    draw_now(count = 1) {
        for (let i = 0; i < count && !this.#paused; ++i) this.#frame();
    }

    /// Calls `call` once. live: nobody waits for it, and a hidden page lets it wait.
    call_after(id, ms, live, call) {
        this.#timers.set(id, { call, live });
        setTimeout(() => this.#fire(id), Math.max(0, ms));
    }

    /// No frame for so long. While somebody types, the editor shows the text anyway; a scanner's keys come so fast
    /// that a slow machine would fall behind drawing each of them.
    hold(ms) {
        this.#held_until = performance.now() + ms;
    }

    pause(on) {
        this.#paused = on;
        if (!on) this.wake(2);
    }

    get is_pending() {
        if (this.#wanted > 0 || [...this.#due.values()].includes(true)) return true;
        for (const timer of this.#timers.values()) if (!timer.live) return true;
        return false;
    }

    #fire(id) {
        const timer = this.#timers.get(id);
        if (document.hidden && timer.live) {
            document.addEventListener("visibilitychange", () => this.#fire(id), { once: true });
            return;
        }
        this.#timers.delete(id);
        timer.call();
    }

    #arm() {
        if (this.#request || this.#wanted === 0 || this.#paused || document.hidden) return;
        this.#request = requestAnimationFrame(() => {
            this.#request = 0;
            if (performance.now() < this.#held_until) return this.#arm();
            if (!this.#paused && this.#wanted > 0) this.#frame();
            this.#arm();
        });
    }

    #frame() {
        this.#wanted = Math.max(0, this.#wanted - 1);
        this.drawn += 1;
        const next_ms = this.#draw(performance.now()); // the clock of the pointer events
        if (next_ms === 0) this.wake(2); // the last event in the queue, too, is followed by a frame that shows it
        else if (next_ms > 0) this.wake_after(next_ms);
    }
}
