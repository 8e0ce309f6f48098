// Single modules of the page, on a page without the application.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";

import { DESKTOP, launch_browser } from "./browser.mjs";
import { open_modules } from "./module_page.mjs";
import { start_page_server } from "./page_server.mjs";

const ENTRANCE = /<div id="entrance"[^]*?<\/main>\s*<\/div>/
    .exec(readFileSync(new URL("../../../web/index.html", import.meta.url), "utf8"))[0];

let browser;
let server;
let opened;

before(async () => {
    browser = await launch_browser();
    server = await start_page_server();
});
after(async () => {
    await browser.close();
    await server.close();
});
afterEach(() => opened.context.close());

async function open(body, expected = []) {
    opened = await open_modules(browser, server, body, DESKTOP, expected);
    return opened.page;
}

/// The keys' way through the page: what the application hears of them.
async function listen_to_keys() {
    const page = await open(`${ENTRANCE}<div id="stage"><input id="field"></div>`);
    await page.evaluate(async () => {
        const { Scanner } = await import("/modules/scanner.mjs");
        const { Keyboard } = await import("/modules/keyboard.mjs");
        window.heard = [];
        const hear = (name) => (...values) => window.heard.push([name, ...values].join(" "));
        const scanner = new Scanner({ restore: () => {}, typing: () => {}, scanned: hear("scan") });
        new Keyboard(document.getElementById("stage"), {
            mirror: { in_order: () => [] }, scanner,
            command: hear("command"), escape: hear("escape"), wheel: hear("wheel"),
        });
    });
    return page;
}
const show = (page, state) => page.evaluate(async (next) => (await import("/modules/page_state.mjs")).show(next), state);
const heard = (page) => page.evaluate(() => window.heard.splice(0));

/// As scanners and password managers do: no time between the keys.
function type_fast(page, text) {
    return page.evaluate((keys) => {
        let now = performance.now();
        for (const key of [...keys, "Enter"]) {
            const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
            Object.defineProperty(event, "timeStamp", { value: (now += 8) });
            document.activeElement.dispatchEvent(event);
        }
    }, text);
}

test("a password that is typed by a machine is no scan, and keys over the application do nothing in it", async () => {
    const page = await listen_to_keys();
    await show(page, "sign-in");
    await page.getByLabel("Passwort").focus();
    await type_fast(page, "geheim-1234");
    await page.evaluate(() => document.activeElement.blur());
    for (const key of ["Escape", "Control+k", "/", "ArrowDown", "PageDown"]) await page.keyboard.press(key);
    assert.deepEqual(await heard(page), []);

    await show(page, "running");
    await type_fast(page, "BEA0204");
    for (const key of ["Escape", "Control+k"]) await page.keyboard.press(key);
    assert.deepEqual(await heard(page), ["scan BEA0204", "escape", "command 0"]);
});

test("what is typed into a password field is never taken for a scan", async () => {
    const page = await listen_to_keys();
    await show(page, "running");
    await page.evaluate(() => (document.getElementById("field").type = "password"));
    await page.locator("#field").focus();
    await type_fast(page, "geheim-1234");
    assert.deepEqual(await heard(page), []);
});

test("a file is kept for another try until eight others are chosen", async () => {
    const page = await open("");
    const statuses = await page.evaluate(async () => {
        const { Calls } = await import("/modules/calls.mjs");
        const answers = [];
        const calls = new Calls({ answer: (_, { status }) => answers.push(status), upload_progress: () => {}, changes: null });
        const send = (file_handle) => calls.send(1, { method: "POST", path: "/api/imports", file_handle });
        const first = calls.keep_file(new File(["a"], "a.csv"));
        await send(first);
        await send(first);
        const second = calls.keep_file(new File(["b"], "b.csv"));
        await send(second);
        await send(first); // several photos of one report wait side by side
        for (let i = 0; i < 7; ++i) calls.keep_file(new File(["c"], `${i}.csv`));
        await send(second);
        await send(first);
        return answers;
    });
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 0]);
});

test("each page before the application has a title of its own, and the application's names its screen", async () => {
    const page = await open(ENTRANCE);
    await page.evaluate(async () => {
        Object.assign(window, await import("/modules/page_state.mjs"), await import("/modules/page_texts.mjs"));
        window.mount_page_state();
    });
    const titles = {
        "sign-in": "Anmelden · Schulkit", loading: "Schulkit wird geladen …", offline: "Keine Verbindung · Schulkit",
    };
    for (const [state, title] of Object.entries(titles)) {
        await show(page, state);
        assert.equal(await page.title(), title);
    }
    await page.evaluate(() => window.set_application_title("Inventar"));
    assert.equal(await page.title(), "Keine Verbindung · Schulkit", "the screen below it waits");
    await show(page, "running");
    assert.equal(await page.title(), "Inventar · Schulkit");
    await page.evaluate(() => window.set_application_title("Schulkit"));
    assert.equal(await page.title(), "Schulkit");
    await show(page, "sign-in");
    await page.evaluate(() => window.set_language("en"));
    assert.equal(await page.title(), "Sign in · Schulkit");
    await page.evaluate(() => window.show_trouble("crashed", ""));
    assert.equal(await page.title(), "Schulkit has stopped unexpectedly");
});

test("a notice over the form belongs to its fields while it is there", async () => {
    const page = await open(ENTRANCE);
    const open_form = (notice) => page.evaluate(async (key) => {
        const { show: show_state } = await import("/modules/page_state.mjs");
        const { open_sign_in } = await import("/modules/sign_in.mjs");
        show_state("sign-in");
        open_sign_in(key);
    }, notice);
    await open_form("session_over");
    for (const label of ["Benutzername", "Passwort"]) {
        const described = await page.getByLabel(label).evaluate((field) => field.getAttribute("aria-describedby").split(" ")
            .map((id) => document.getElementById(id).textContent).join(""));
        assert.match(described, /Ihre Sitzung ist beendet/);
    }
    await open_form(null);
    assert.equal(await page.getByLabel("Passwort").getAttribute("aria-describedby"), "password-error");
});

test("of the settings only the appearance's are looked at again", async () => {
    const page = await open("");
    const found = await page.evaluate(async () => {
        const { is_of_appearance } = await import("/modules/appearance.mjs");
        return ["setting.colors", "setting.contrast", "setting.motion", "setting.text_size", "setting.language", "draft.melden"]
            .filter(is_of_appearance);
    });
    assert.deepEqual(found, ["setting.colors", "setting.contrast", "setting.motion", "setting.text_size"]);
});

/// The history as the application uses it. → the page; in it window.dialogs and window.told, the routes it was told.
async function keep_history() {
    const page = await open("");
    await page.evaluate(async () => {
        const { DialogHistory } = await import("/modules/dialog_history.mjs");
        window.told = [];
        window.dialogs = new DialogHistory({ escape: () => window.told.push("escape") });
        window.addEventListener("popstate", (event) => {
            if (!window.dialogs.take(event)) window.told.push(location.hash);
        });
        for (const route of ["#/geraete", "#/geraete/12", "#/geraete/12/bearbeiten"]) window.dialogs.set_route(route, false);
    });
    return page;
}
const in_history = (page, body) => page.evaluate(body).then(() => page.evaluate(() => new Promise((done) => setTimeout(done, 100))));

test("what replaces a screen from a dialog leaves neither of them in the history", async () => {
    const page = await keep_history();
    await in_history(page, () => {
        window.dialogs.follow(true); // "discard changes?"
        window.dialogs.set_route("#/geraete/12", true);
        window.dialogs.follow(false);
    });
    assert.equal(await page.evaluate(() => location.hash), "#/geraete/12");
    assert.equal(await page.evaluate(() => window.dialogs.is_pending), false);
    await in_history(page, () => history.back());
    assert.deepEqual(await page.evaluate(() => [location.hash, ...window.told]), ["#/geraete/12", "#/geraete/12"]);
    await in_history(page, () => history.back());
    assert.equal(await page.evaluate(() => location.hash), "#/geraete", "the form is nowhere");
});

test("forward to the dialog over a form that was left ends at the screen that took the form's place", async () => {
    const page = await keep_history();
    await in_history(page, () => {
        window.dialogs.follow(true);
        window.dialogs.set_route("#/geraete/12", true);
        window.dialogs.follow(false);
    });
    await in_history(page, () => history.forward());
    await in_history(page, () => window.dialogs.follow(false)); // the picture that follows
    assert.deepEqual(await page.evaluate(() => [location.hash, window.told.at(-1)]), ["#/geraete/12", "#/geraete/12"]);
});

test("a link in a dialog takes the dialog's place, and Back leads to where it was opened", async () => {
    const page = await keep_history();
    await in_history(page, () => {
        window.dialogs.follow(true);
        window.dialogs.set_route("#/tickets/3", false);
        window.dialogs.follow(false);
    });
    await in_history(page, () => history.back());
    assert.equal(await page.evaluate(() => location.hash), "#/geraete/12/bearbeiten");
});
