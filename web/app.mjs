// The page's beginning: who is signed in? Nobody: the form. Somebody: load the application and start it.

import { mount_appearance } from "./appearance.mjs";
import { IS_BUNDLED, asset_url, download_application, load_texts, retry_download, text_files } from "./assets.mjs";
import { load_text, store_text } from "./browser.mjs";
import { has_webgl2, mount_page_state, page_state, show, show_trouble } from "./page_state.mjs";
import { current_language, restore_language, text } from "./page_texts.mjs";
import { go_to_plain_view, mount_plain_links } from "./plain_view.mjs";
import { keep_shell, keep_too, on_new_release, reload_page } from "./release.mjs";
import { find_session, has_typed, is_signing_in, mount_sign_in, open_sign_in } from "./sign_in.mjs";
import { tell_session, watch_sessions } from "./tabs.mjs";

/// A session that ends right after the page was loaded must not lead to loading it again and again.
const LEAST_AGE_FOR_RELOAD_MS = 5000;
const ASK_AGAIN_MS = 2000;
/// Who was signed in last, as client/app.cpp keeps it: with it the application opens without the server.
const REMEMBERED = "setting.session";

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
    watch_sessions(other_tab_signed_in);
    on_new_release(take_release_unless_typed);
    user = await find_session();
    if (user === undefined) user = remembered_user() ?? await wait_for_server();
    if (user) {
        await run();
        return;
    }
    ask_to_sign_in(null);
    // The form is painted first; then there is time, while somebody types.
    requestAnimationFrame(() => setTimeout(async () => {
        download ??= download_application("low");
        await Promise.allSettled([download.module, download.fonts]);
        keep();
    }));
}

/// An unbundled folder has no list of files to keep.
function keep() {
    if (IS_BUNDLED) keep_shell();
}

/// Only where the application itself is kept too; else it could not be loaded without the server.
function remembered_user() {
    if (!navigator.serviceWorker?.controller) return null;
    try {
        return JSON.parse(load_text(REMEMBERED)).user;
    } catch {
        return null;
    }
}

/// Asks again and again, also when the browser says that it has a network. → who is signed in, null if nobody
async function wait_for_server() {
    show("offline");
    document.getElementById("offline-title").focus({ preventScroll: true });
    for (;;) {
        await wait_to_ask_again();
        const found = await find_session();
        if (found !== undefined) return found;
    }
}

/// A while; less if somebody presses the button or the network is back, more while nobody looks.
async function wait_to_ask_again() {
    const round = new AbortController();
    await new Promise((done) => {
        const wait_for = (target, event) => target.addEventListener(event, done, { signal: round.signal });
        const timer = setTimeout(() => (document.hidden ? wait_for(document, "visibilitychange") : done()), ASK_AGAIN_MS);
        round.signal.addEventListener("abort", () => clearTimeout(timer));
        wait_for(window, "online");
        wait_for(document.getElementById("try-again"), "click");
    });
    round.abort();
}

/// Somebody has signed in or out in another tab; both tabs have one cookie.
async function other_tab_signed_in(who) {
    if (page_state() === "loading" || page_state() === "starting") return; // asks the server itself right after
    if (!application) {
        if (who !== null && page_state() === "sign-in" && !has_typed()) location.reload();
    } else if (who !== user.id) {
        // A tab of another person, or one that was late, says that its own session has ended.
        if (who === null && (await find_session())?.id === user.id) return;
        session_ended(application.is_unsaved, who);
    } else if (page_state() === "sign-in") {
        show("running");
        application.resume();
    }
}

/// At the entrance a new release needs nobody's consent while nothing is typed; the application asks for it.
function take_release_unless_typed() {
    if (page_state() === "sign-in" && !application && !is_signing_in() && !has_typed()) reload_page();
}

function ask_to_sign_in(notice) {
    store_text(REMEMBERED, "");
    show("sign-in");
    open_sign_in(notice);
}

function signed_in(who) {
    tell_session(who.id);
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
    document.getElementById("loading-title").focus({ preventScroll: true }); // the button that had it is hidden
    try {
        if (download) {
            show_progress(download.progress); // begun while somebody typed; may have failed meanwhile
            download = await retry_download(download);
        } else {
            download = download_application("high");
        }
        show_progress(download.progress);
        const [module, fonts, texts, code] = await Promise.all([
            download.module, download.fonts, load_texts(current_language()), import("./application.mjs"),
        ]);
        application = new code.Application({
            user,
            failed: (reason) => show_trouble("crashed", reason?.stack ?? reason),
            sign_in: session_ended,
        });
        if (!await application.start(module, fonts, texts)) return show_trouble("no_webgl", "");
    } catch (reason) {
        return show_trouble("load_failed", reason?.stack ?? reason);
    }
    if (page_state() === "loading") show("running"); // else it has stopped while starting
    await window.schulkit.idle(); // first what somebody waits for
    await application.load_later_part().catch(() => {}); // the program asks again once it needs it
    keep();
    if (IS_BUNDLED) keep_too(["schulkit_later.wasm", ...text_files(current_language(), true)].map(asset_url));
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

/// who: whom another tab has signed in meanwhile; null: nobody
function session_ended(unsaved, who = null) {
    if (page_state() === "sign-in") return;
    store_text(REMEMBERED, "");
    if (who === null) tell_session(null);
    // Nothing to lose: a fresh page keeps nothing of the old session. The route stays in the address.
    if (!unsaved && performance.now() > LEAST_AGE_FOR_RELOAD_MS) return location.reload();
    ask_to_sign_in(unsaved ? "session_over" : null);
}

begin();
