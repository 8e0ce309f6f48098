// Chromium on the real application, as a person uses it: by role and name, never by place, never by sleeping.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

import { DESKTOP, PHONE, WEBGL, launch_browser } from "./platform/browser.mjs";
import { DEMO_PASSWORD, ROOT } from "./server.mjs";
import { words } from "./words.mjs";

/// The browser talks to the tests' server and to nobody else.
const QUIET = [
    "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--disable-domain-reliability", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];
const WAIT_MS = 30_000; // a page without a graphics card on a busy machine

export const DEVICES = {
    desktop: DESKTOP,
    small: { viewport: { width: 1024, height: 768 } },
    phone: PHONE,
    narrow: { ...PHONE, viewport: { width: 320, height: 640 } },
};
/// One of each layout; the others are where a layout ends and the next one begins.
export const LAYOUTS = ["desktop", "phone"];
const DEMO_USERS = ["admin", "coordinator", "technician", "teacher", "auditor"];
export const t = words("de");
/// How a school year is written: "2026/27" of "2026-27".
export const year_text = (id) => id.replace("-", "/");

/// args: more of Chromium's own.
export function launch({ webgl = WEBGL, args = [] } = {}) {
    return launch_browser([...QUIET, ...webgl, ...args]);
}

/// Nobody is signed in yet: asking who I am is answered with 401, and Chromium reports every such answer.
const ASKED_WHO = /status of 401 .*\/api\/session$/;

/// What a page must not do: errors, warnings, broken policy, calls to others. Grows while the page is used.
function watch(page, origin, expected) {
    const complaints = [];
    const note = (sentence) => {
        if (![ASKED_WHO, ...expected].some((each) => each.test(sentence))) complaints.push(sentence);
    };
    page.on("pageerror", (error) => note(`page error: ${error.stack ?? error}`));
    page.on("console", (message) => {
        if (!["error", "warning"].includes(message.type())) return;
        note(`${message.type()}: ${message.text()} ${message.location().url}`);
    });
    page.on("request", (request) => {
        const url = new URL(request.url());
        if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin) note(`call to ${request.url()}`);
    });
    return complaints;
}

/// Chromium itself has ended (a segmentation fault of its own), not the page.
export class BrowserCrash extends Error {}

let failures = 0;

/// Opens a page of its own for `body(page, context)`. Everything the browser complained about fails the test.
/// as: who has signed in before (sign_in() does it by the form); device: one of DEVICES; expected: patterns of
/// complaints that the test provokes; path: what is opened; settings: of the appearance ({colors: "dark"}); language:
/// "de" or "en"; tour: the tour of the first sign-in shows; browser_options: Playwright's own ({colorScheme: "dark"}).
export async function visit(browser, server, {
    as = null, device = "desktop", expected = [], path = "/", settings = {}, language = "de", tour = false,
    browser_options = {},
}, body) {
    const context = await browser.newContext({
        locale: "de-DE", timezoneId: "Europe/Berlin", ...DEVICES[device], ...browser_options,
    });
    context.setDefaultTimeout(WAIT_MS);
    const seen = tour ? [] : DEMO_USERS.map((user) => [`tour.${user}`, "1"]);
    await context.addInitScript((entries) => {
        for (const [key, value] of entries) { // once: what the test changes lasts, also when the page is loaded again
            if (localStorage.getItem(`setting.${key}`) === null) localStorage.setItem(`setting.${key}`, value);
        }
    }, [...seen, ["language", language], ...Object.entries(settings)]);
    const page = await context.newPage();
    const complaints = watch(page, server.url, expected);
    let crashed = false;
    page.on("crash", () => {
        crashed = true;
        page.close().catch(() => {}); // what waits for it fails now, not after its time
    });
    try {
        if (as) await sign_in_before(context, server, as);
        await page.goto(server.url + path);
        if (as) await started(page);
        await body(page, context);
    } catch (reason) {
        const path = picture(`failed/${process.pid}-${(failures += 1)}`, device);
        await page.screenshot({ path }).catch((error) => complaints.push(`no picture: ${error.message}`));
        if (crashed) throw new BrowserCrash(`Chromium crashed at ${page.url()}`, { cause: reason });
        console.error(`seen when it failed: ${path}\n  at ${page.url()}\n  complaints: ${complaints.join("\n    ")}`);
        throw reason;
    } finally {
        await context.close();
    }
    assert.deepEqual(complaints, []);
}

const sessions = new Map(); // server and user → cookies: checking a password is made to cost time

async function sign_in_before(context, server, username) {
    const key = `${server.url} ${username}`;
    const session = `${server.url}/api/session`;
    if (sessions.has(key)) {
        await context.addCookies(sessions.get(key));
        if ((await context.request.get(session)).ok()) return; // a test may have ended it
        await context.clearCookies();
    }
    const answer = await context.request.post(session, { data: { username, password: DEMO_PASSWORD } });
    assert.equal(answer.ok(), true, `${username} is signed in`);
    sessions.set(key, await context.cookies());
}

async function started(page) {
    await page.waitForFunction(() => document.body.dataset.state === "running");
    await ready(page);
}

function picture(name, device) {
    const path = join(ROOT, "build/screenshots", `${name}-${device}.png`);
    mkdirSync(dirname(path), { recursive: true });
    return path;
}

export function is_phone(page) {
    return page.viewportSize().width < 600;
}

/// Nothing of the application is pending: no frame, no call, no timer.
export async function ready(page) {
    await page.waitForFunction(() => window.schulkit);
    const idle = await page.evaluate((wait_ms) => Promise.race([
        window.schulkit.idle().then(() => true),
        new Promise((done) => setTimeout(() => done(false), wait_ms)),
    ]), WAIT_MS);
    if (idle) return;
    const drawn = await page.evaluate(async () => {
        const before = window.schulkit.frames;
        await new Promise((done) => setTimeout(done, 1000));
        return window.schulkit.frames - before;
    });
    throw new Error(`the page does not become idle within ${WAIT_MS} ms; it draws ${drawn} frames a second`);
}

/// With SCHULKIT_PICTURES=1 → build/screenshots/NAME-DEVICE.png, to be looked at; other sizes count as the layout they
/// have.
export async function shoot(page, name) {
    await ready(page);
    if (!process.env.SCHULKIT_PICTURES) return;
    const { width } = page.viewportSize();
    const device = Object.keys(DEVICES).find((each) => DEVICES[each].viewport.width === width);
    await page.screenshot({ path: picture(name, device ?? (is_phone(page) ? "phone" : "desktop")) });
}

/// A click, or a tap where there is a finger.
export function touch(locator) {
    return is_phone(locator.page()) ? locator.tap() : locator.click();
}

/// A click or tap, and everything it leads to; also a message that is shown for a while has gone by then.
export async function press(locator) {
    await touch(locator);
    await ready(locator.page());
}

/// A click or tap that brings such a message.
export async function press_for_message(locator, message) {
    const page = locator.page();
    const messages = page.getByRole("status").getByText(message);
    await messages.first().waitFor({ state: "hidden" }); // of the time before: it is not the one waited for
    await touch(locator);
    await messages.waitFor();
    await ready(locator.page());
}

export async function fill(locator, text) {
    await locator.fill(text);
    await ready(locator.page());
}

/// A USB scanner: a key every 7 ms and then Enter. The times are the device's own, however busy this machine is.
export async function scan(page, code) {
    const browser_side = await page.context().newCDPSession(page);
    const began = Date.now() / 1000;
    const type = async (index, key, text) => {
        const timestamp = began + 0.007 * index;
        await browser_side.send("Input.dispatchKeyEvent", { type: "keyDown", key, text, unmodifiedText: text, timestamp });
        await browser_side.send("Input.dispatchKeyEvent", { type: "keyUp", key, timestamp: timestamp + 0.002 });
    };
    for (const [index, key] of [...code].entries()) await type(index, key, key);
    await type(code.length, "Enter", "\r");
    await browser_side.detach();
    await ready(page);
}

export async function choose(combobox, value) {
    await combobox.selectOption(value);
    await ready(combobox.page());
}

/// Fills in the form that is there. Sign-in's words are the page's own (web/page_texts.mjs).
export async function fill_sign_in(page, username, password = DEMO_PASSWORD) {
    await page.getByRole("textbox", { name: /^(Benutzername|Username)$/ }).fill(username);
    await page.getByLabel(/^(Passwort|Password)$/).fill(password);
    await touch(page.getByRole("button", { name: /^(Anmelden|Sign in)$/ }));
}

export async function sign_in(page, username) {
    await fill_sign_in(page, username);
    await started(page);
}

/// A screen by its entry in the navigation; on a phone it may lie behind "more".
export async function go_to(page, label) {
    const named = { name: new RegExp(`^${label}( \\([\\d.]+\\))?$`) };
    const bar = page.getByRole("navigation", { name: t("ui.navigation") });
    let entry = bar.getByRole("link", named);
    if (await entry.count() === 0) {
        await press(bar.getByRole("button", { name: t("ui.more") }));
        entry = page.getByRole("dialog").getByRole("link", named);
    }
    await press(entry);
}

export async function sign_out(page) {
    await press(page.getByRole("button", { name: t.pattern("ui.account_of") }));
    await touch(page.getByRole("dialog").getByRole("button", { name: t("app.sign_out") }));
    await page.getByRole("textbox", { name: "Benutzername" }).waitFor();
}

/// The route as the address has it.
export function route(page) {
    return new URL(page.url()).hash;
}

export function heading(page, name) {
    return page.getByRole("heading", { level: 1, name, exact: true });
}

/// Waits until this result is drawn, and a screen reader is told it of itself.
export async function see_and_hear(page, text) {
    const told = page.getByRole("status").and(page.getByText(text, { exact: true }));
    await told.first().waitFor({ state: "attached" }); // nobody sees that region
    await page.getByText(text, { exact: true }).first().waitFor();
}

/// One line of a list of facts: "Raum" → its item.
export function fact(page, list, label) {
    return page.getByRole("list", { name: list, exact: true }).getByRole("listitem")
        .filter({ has: page.getByText(label, { exact: true }) });
}
