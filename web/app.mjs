// The page's beginning: who is signed in? Nobody: the form. Somebody: load the application and start it.

import { mount_appearance } from "./appearance.mjs";
import { download_application, retry_download } from "./assets.mjs";
import { has_webgl2, mount_page_state, page_state, show, show_trouble } from "./page_state.mjs";
import { current_language, restore_language, text } from "./page_texts.mjs";
import { go_to_plain_view, mount_plain_links } from "./plain_view.mjs";
import { find_session, is_signing_in, mount_sign_in, open_sign_in } from "./sign_in.mjs";

/// A session that ends right after the page was loaded must not lead to loading it again and again.
const LEAST_AGE_FOR_RELOAD_MS = 5000;

let download = null;
let application = null;
let user = null;

/// For tests and measurements (the meaning is fixed in docs): frames drawn, and a promise for "nothing is pending".
window.schulkit = {
    get frames() {
        return application?.frames.drawn ?? 0;
    },
    async idle() {
        let quiet = 0;
        while (quiet < 2) { // twice: what has just ended may have begun something
            quiet = is_quiet() ? quiet + 1 : 0;
            await Promise.race([
                new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
                new Promise((done) => setTimeout(done, 50)), // a hidden page gets no frames
            ]);
        }
    },
};

function is_quiet() {
    const state = page_state();
    if (state === "starting" || state === "loading" || is_signing_in()) return false;
    return state !== "running" || !application.is_pending;
}

async function begin() {
    mount_appearance();
    restore_language();
    if (!has_webgl2()) return go_to_plain_view(); // before anybody types a password here
    mount_page_state();
    mount_plain_links();
    mount_sign_in(signed_in);
    user = await find_session();
    if (user) {
        await run();
        return;
    }
    ask_to_sign_in(null);
    // The form is painted first; then there is time, while somebody types.
    requestAnimationFrame(() => setTimeout(() => (download ??= download_application("low"))));
}

function ask_to_sign_in(notice) {
    show("sign-in");
    open_sign_in(notice);
}

function signed_in(who) {
    if (application) {
        // The session had ended under somebody's hands. Another person must not find their work.
        if (user && who.id !== user.id) return location.reload();
        show("running");
        application.resume();
        return;
    }
    user = who;
    run();
}

async function run() {
    show("loading");
    try {
        if (download) {
            show_progress(download.progress); // begun while somebody typed; may have failed meanwhile
            download = await retry_download(download);
        } else {
            download = download_application("high");
        }
        show_progress(download.progress);
        const [module, fonts, code] = await Promise.all([
            download.module, download.fonts, import("./application.mjs"),
        ]);
        application = new code.Application({
            failed: (reason) => show_trouble("crashed", reason?.stack ?? reason),
            sign_in: session_ended,
        });
        if (!await application.start(module, fonts)) return show_trouble("no_webgl", "");
    } catch (reason) {
        return show_trouble("load_failed", reason?.stack ?? reason);
    }
    if (page_state() === "loading") show("running"); // else it has stopped while starting
}

function show_progress(progress) {
    const bar = document.getElementById("loading-bar");
    const amount = document.getElementById("loading-amount");
    progress.listen(({ done, all }) => {
        if (all === 0) return; // the bar shows that something is going on, not how far
        bar.value = Math.min(100, (done / all) * 100);
        const megabytes = (bytes) => (bytes / 1e6).toLocaleString(current_language(),
            { minimumFractionDigits: 1, maximumFractionDigits: 1 });
        amount.textContent = done >= all ? text("starting")
            : text("amount", { done: megabytes(done), all: megabytes(all) });
    });
}

function session_ended(unsaved) {
    // Nothing to lose: a fresh page keeps nothing of the old session. The route stays in the address.
    if (!unsaved && performance.now() > LEAST_AGE_FOR_RELOAD_MS) return location.reload();
    if (page_state() !== "sign-in") ask_to_sign_in(unsaved ? "session_over" : null);
}

begin();
