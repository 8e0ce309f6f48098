// What others change: one conditional call every two seconds for all tabs of the browser together. The tab that asks
// is one that is seen (Web Locks choose it), and tells the others; if none is seen, nobody asks. A tab's application
// asks here as if it were the server; the answer is held back until there is something to say.

import { open_channel } from "./tabs.mjs";

const ASK_EVERY_MS = 1800; // seen within 3 s, with the refresh that follows
const TIMEOUT_MS = 15_000;
const KEPT_ITEMS = 1000;

const encoder = new TextEncoder();

export class Changes {
    #user;
    #back;
    #was_away = false;
    #waiting = null; // {since, answer}: what the application of this tab waits for
    #kept = null; // {from, last, etag, items}: the end of the sequence, without a gap
    #channel = open_channel("changes");
    #is_leading = false;
    #wake = () => {};

    /// user: another person's tab tells this one nothing. back: the server answers again after it did not.
    constructor(user, back) {
        this.#user = user;
        this.#back = back;
        this.#channel?.addEventListener("message", ({ data }) => this.#hear(data));
        document.addEventListener("visibilitychange", () => {
            this.#wake(); // hidden: gives the lead away; seen: asks at once
            this.#lead();
        });
        window.addEventListener("online", () => this.#wake());
        window.addEventListener("offline", () => this.#fail(0));
    }

    /// → {status, body, etag} with what changed after `since`; or with the status of a failure (0: no connection).
    ask(since) {
        return new Promise((answer) => {
            this.#waiting = { since, answer };
            this.#settle();
            this.#lead();
        });
    }

    async #lead() {
        if (this.#is_leading || document.hidden || !this.#waiting) return;
        this.#is_leading = true;
        const poll = () => this.#poll_while_seen();
        try {
            // Without https there are no locks: each tab asks for itself.
            if (navigator.locks && this.#channel) await navigator.locks.request(this.#channel.name, poll);
            else await poll();
        } finally {
            this.#is_leading = false;
        }
        this.#lead(); // seen again meanwhile
    }

    async #poll_while_seen() {
        while (!document.hidden && (this.#waiting || this.#kept)) {
            const answer = await this.#fetch(this.#kept?.last ?? this.#waiting.since, this.#kept?.etag);
            if (answer.status === 401) {
                this.#kept = null;
                this.#tell({ status: 401 });
                this.#fail(401);
                return; // somebody else may lead; this tab asks again after the next sign-in
            }
            if (this.#was_away && answer.status !== 0) this.#back();
            this.#was_away = answer.status === 0;
            if (answer.status === 200) this.#take(answer);
            else if (answer.status !== 304) {
                this.#tell({ status: answer.status });
                this.#fail(answer.status);
            }
            if (answer.status === 200 && answer.more) continue;
            await this.#pause();
        }
    }

    async #fetch(since, etag) {
        const headers = { Accept: "application/json" };
        if (etag) headers["If-None-Match"] = etag;
        try {
            const answer = await fetch(new URL(`api/changes?since=${since}`, document.baseURI),
                { headers, cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(TIMEOUT_MS) });
            if (answer.status !== 200) return { status: answer.status };
            const { items, last = since, more = false } = await answer.json();
            return { status: 200, from: since, items, last, more, etag: answer.headers.get("ETag") ?? "" };
        } catch {
            return { status: 0 };
        }
    }

    #take({ from, items, last, etag }) {
        this.#keep({ from, items, last, etag });
        if (last > from) this.#tell({ status: 200, from, items, last, etag });
        this.#settle();
    }

    #keep({ from, items, last, etag }) {
        const joins = this.#kept && from <= this.#kept.last && from >= this.#kept.from;
        const before = joins ? this.#kept : { from, items: [] };
        const all = [...before.items.filter(({ id }) => id <= from), ...items];
        const dropped = all.length > KEPT_ITEMS ? all[all.length - KEPT_ITEMS - 1].id : before.from;
        this.#kept = { from: dropped, last, etag, items: all.slice(-KEPT_ITEMS) };
    }

    #tell(news) {
        this.#channel?.postMessage({ user: this.#user, ...news });
    }

    #hear(news) {
        if (news.user !== this.#user) return;
        if (news.status !== 200) return this.#fail(news.status);
        this.#keep(news);
        this.#settle();
    }

    /// Gives the application what it waits for, if it is there.
    async #settle() {
        const waiting = this.#waiting;
        if (!waiting || !this.#kept || this.#kept.last <= waiting.since) return;
        this.#waiting = null;
        // More was missed than is kept: this tab asks for it itself.
        const { status, last, items } = this.#kept.from > waiting.since ? await this.#fetch(waiting.since)
            : { status: 200, ...this.#kept };
        if (status !== 200) return waiting.answer({ status, body: new Uint8Array(), etag: "" });
        const body = { items: items.filter(({ id }) => id > waiting.since), last, more: false };
        waiting.answer({ status: 200, body: encoder.encode(JSON.stringify(body)), etag: "" });
    }

    #fail(status) {
        const waiting = this.#waiting;
        if (!waiting) return;
        this.#waiting = null;
        waiting.answer({ status, body: new Uint8Array(), etag: "" });
    }

    #pause() {
        return new Promise((done) => {
            const timer = setTimeout(() => this.#wake(), ASK_EVERY_MS);
            this.#wake = () => {
                clearTimeout(timer);
                this.#wake = () => {};
                done();
            };
        });
    }
}
