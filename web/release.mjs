// The service worker from the page's side: it is registered once everything is there, asked now and then whether the
// server has a new release, and told to take over when somebody agrees.

const CHECK_EVERY_MS = 10 * 60_000;
const LEAST_BETWEEN_CHECKS_MS = 60_000; // looking in again and again is no reason to ask each time

let registration = null;
let checked_at = 0;
let told = false;
let reloading = false;
let listener = () => {};

/// Without https (other than on this computer) browsers give no worker: nothing is kept then, and nothing told.
function workers() {
    return navigator.serviceWorker;
}

/// Calls `call` whenever a newer release is ready to be used, so that it may be told twice; at once if one is already.
/// Only the last listener is called.
export function on_new_release(call) {
    listener = call;
    if (told) call();
}

/// After the page has what it needs: the worker then finds the same files in the HTTP cache.
export async function keep_shell() {
    if (!workers() || registration) return;
    try {
        registration = await workers().register(new URL("worker.mjs", document.baseURI));
    } catch {
        return; // private window, storage switched off, no connection: the next visit tries again
    }
    checked_at = performance.now(); // the browser compares the script at each visit by itself
    watch(registration);
    setInterval(look_for_release, CHECK_EVERY_MS);
    document.addEventListener("visibilitychange", look_for_release);
    workers().addEventListener("controllerchange", () => {
        if (told) tell(); // another tab has agreed to the new release; this one still runs the old
    });
}

/// The worker keeps some files only once it has fetched them; a first visit had them before there was a worker.
export async function keep_too(urls) {
    if (!workers()) return;
    if (!workers().controller)
        await new Promise((done) => workers().addEventListener("controllerchange", done, { once: true }));
    for (const url of urls) await fetch(url, { credentials: "same-origin" }).catch(() => {}); // the HTTP cache has them
}

/// Also called when a lost connection is back: servers are stopped to be renewed.
export async function look_for_release({ at_once = false } = {}) {
    const now = performance.now();
    if (!registration || document.hidden) return;
    if (at_once !== true && now - checked_at < LEAST_BETWEEN_CHECKS_MS) return;
    checked_at = now;
    try {
        await registration.update();
    } catch {
        // no connection: later
    }
}

/// Loads the page anew, in the newest release there is. A form with unsaved words asks first (beforeunload).
export function reload_page() {
    const waiting = registration?.waiting;
    if (!waiting) return location.reload();
    if (reloading) return;
    reloading = true;
    workers().addEventListener("controllerchange", () => {
        reloading = false;
        location.reload();
    }, { once: true });
    waiting.postMessage("take-over");
}

function watch(registration) {
    const follow = (worker) => worker?.addEventListener("statechange", () => {
        if (worker.state === "installed") consider();
    });
    const consider = () => {
        if (registration.waiting && registration.active) tell(); // the first one of all replaces nothing
    };
    registration.addEventListener("updatefound", () => follow(registration.installing));
    follow(registration.installing);
    consider();
}

function tell() {
    told = true;
    listener();
}
