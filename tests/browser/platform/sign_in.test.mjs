// The page before the application: the form, its errors, both languages, demo accounts, loading and trouble.

import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, test } from "node:test";

import { DESKTOP, PHONE, idle, launch_browser, open_page } from "./browser.mjs";
import { start_page_server } from "./page_server.mjs";

let browser;
let server;

before(async () => (browser = await launch_browser()));
after(() => browser.close());
beforeEach(async () => (server = await start_page_server({ signed_in: false, demo: true })));
afterEach(() => server.close());

/// Chromium reports every 401 on its console.
const UNAUTHORIZED = [/status of 401/];

test("the form is German, labelled, made for password managers, and has the focus", async () => {
    const { page, context, complaints } = await open_page(browser, DESKTOP, UNAUTHORIZED);
    await page.goto(server.url);
    const name = page.getByRole("textbox", { name: "Benutzername" });
    await name.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "username");
    assert.equal(await name.getAttribute("name"), "username");
    assert.equal(await name.getAttribute("autocomplete"), "username");
    const password = page.getByLabel("Passwort");
    assert.equal(await password.getAttribute("autocomplete"), "current-password");
    assert.equal(await password.getAttribute("type"), "password");
    assert.equal(await page.getAttribute("html", "lang"), "de");
    await idle(page);
    assert.deepEqual(complaints, []);
    await context.close();
});

test("errors stand at their fields, are told at once, and move nothing", async () => {
    const { page, context } = await open_page(browser, DESKTOP, UNAUTHORIZED);
    await page.goto(server.url);
    const button = page.getByRole("button", { name: "Anmelden" });
    await page.getByLabel("Passwort").waitFor();
    await page.getByRole("heading", { name: "Vorführung" }).waitFor();
    const place = await button.boundingBox();

    await button.click();
    await page.getByText("Bitte geben Sie Ihren Benutzernamen ein.").waitFor();
    const name = page.getByLabel("Benutzername");
    assert.equal(await name.getAttribute("aria-invalid"), "true");
    assert.equal(await name.getAttribute("aria-describedby"), "username-error");

    await name.fill("teacher");
    await page.getByLabel("Passwort").fill("falsch");
    await page.getByLabel("Passwort").press("Enter");
    await page.getByRole("alert").filter({ hasText: "Benutzername oder Passwort stimmt nicht." }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "password");
    assert.deepEqual(await button.boundingBox(), place);
    await context.close();
});

test("a server that does not answer is said so, and the next attempt works", async () => {
    const { page, context } = await open_page(browser, DESKTOP, [...UNAUTHORIZED, /ERR_EMPTY_RESPONSE/]);
    await page.goto(server.url);
    await page.getByLabel("Benutzername").fill("teacher");
    await page.getByLabel("Passwort").fill("richtig");
    server.state.answers["POST /api/session"] = () => ({ status: 0 });
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByText("Der Server ist nicht erreichbar.").waitFor();
    delete server.state.answers["POST /api/session"];
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.waitForFunction(() => document.body.dataset.state !== "sign-in");
    const sent = server.requests.filter(({ method, path }) => method === "POST" && path === "/api/session").at(-1);
    assert.deepEqual(JSON.parse(sent.body), { username: "teacher", password: "richtig" });
    await context.close();
});

test("an answer that is none of the server's is said so, and the next attempt works", async () => {
    const { page, context, complaints } = await open_page(browser, DESKTOP, UNAUTHORIZED);
    await page.goto(server.url);
    await page.getByLabel("Benutzername").fill("teacher");
    await page.getByLabel("Passwort").fill("richtig");
    server.state.answers["POST /api/session"] = () => ({ status: 200, body: undefined });
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByText("Der Server ist nicht erreichbar.").waitFor();
    delete server.state.answers["POST /api/session"];
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.waitForFunction(() => document.body.dataset.state === "running");
    assert.deepEqual(complaints, []);
    await context.close();
});

test("while the application loads, its heading has the focus of the button that is gone", async () => {
    const { page, context } = await open_page(browser, DESKTOP, UNAUTHORIZED);
    let go_on;
    const held = new Promise((done) => (go_on = done));
    await page.route(/schulkit.*\.wasm/, async (route) => {
        await held;
        await route.continue();
    });
    await page.goto(server.url);
    await page.getByLabel("Benutzername").fill("teacher");
    await page.getByLabel("Passwort").fill("richtig");
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.waitForFunction(() => document.body.dataset.state === "loading");
    assert.equal(await page.evaluate(() => document.activeElement.id), "loading-title");
    assert.equal(await page.title(), "Schulkit wird geladen …");
    go_on();
    await page.waitForFunction(() => document.body.dataset.state === "running");
    await context.close();
});

test("waiting for the server leaves nothing behind from round to round", async () => {
    server.state.answers["GET /api/session"] = () => ({ status: 503 });
    const { page, context } = await open_page(browser, DESKTOP, [/status of 503/]);
    await page.addInitScript(() => {
        window.listening = 0;
        const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (name, call, options) {
            if (this === window && name === "online") {
                window.listening += 1;
                options?.signal?.addEventListener("abort", () => (window.listening -= 1));
            }
            return add.call(this, name, call, options);
        };
    });
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Keine Verbindung" }).waitFor();
    const asked = () => server.requests.filter(({ path }) => path === "/api/session").length;
    for (let round = 0; round < 4; ++round) {
        const before_it = asked();
        await page.getByRole("button", { name: "Jetzt versuchen" }).click();
        while (asked() === before_it) await page.waitForTimeout(20);
        await page.waitForTimeout(50);
    }
    assert.equal(await page.evaluate(() => window.listening), 1);
    delete server.state.answers["GET /api/session"];
    await page.getByLabel("Benutzername").waitFor({ timeout: 10_000 });
    await context.close();
});

test("the language is switched and remembered", async () => {
    const { page, context } = await open_page(browser, DESKTOP, UNAUTHORIZED);
    await page.goto(server.url);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Please enter your username.").waitFor();
    await page.reload();
    await page.getByRole("textbox", { name: "Username" }).waitFor();
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await context.close();
});

test("both languages say everything", async () => {
    const { TEXTS } = await import("../../../web/page_texts.mjs");
    const keys = Object.values(TEXTS).map((texts) => Object.keys(texts).sort());
    assert.equal(keys.length, 2);
    assert.deepEqual(keys[0], keys[1]);
    assert.ok(keys[0].length > 20);
});

test("demo accounts fill in the form, only where they exist", async () => {
    const { page, context } = await open_page(browser, PHONE, UNAUTHORIZED);
    await page.goto(server.url);
    await page.getByRole("button", { name: "teacher Lehrkraft am GYM-03" }).tap();
    assert.equal(await page.getByLabel("Benutzername").inputValue(), "teacher");
    assert.equal(await page.getByLabel("Passwort").inputValue(), "schulkit-demo");
    server.state.demo = false;
    await page.reload();
    await page.getByLabel("Benutzername").waitFor();
    await idle(page);
    assert.equal(await page.getByRole("heading", { name: "Vorführung" }).isVisible(), false);
    await context.close();
});

test("a browser without WebGL 2 comes to the Basisansicht, to the same place, before a password is asked for", async () => {
    const { page, context } = await open_page(browser, DESKTOP, UNAUTHORIZED);
    await page.addInitScript(() => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
            return kind === "webgl2" ? null : get.call(this, kind, ...rest);
        };
    });
    await page.route(/\/basis([/?]|$)/, (route) => route.fulfill({ contentType: "text/html", body: "die Basisansicht" }));
    for (const [route, address] of [
        ["", "basis?grund=webgl"],
        ["#/", "basis?grund=webgl"],
        ["#/geraete/12", "basis/geraete/12?grund=webgl"],
        ["#/geraete?q=Beamer%20neu&seite=x", "basis/geraete?q=Beamer+neu&grund=webgl"],
        ["#/geraete?kategorie=BEA&status=defect", "basis/geraete?kategorie=BEA&status=defect&grund=webgl"],
        ["#/g/BEA%2F0204", "basis/g/BEA%2F0204?grund=webgl"],
        ["#/melden?geraet=BEA0204", "basis/melden?geraet=BEA0204&grund=webgl"],
        ["#/meldungen?ansicht=erledigt", "basis/meldungen?ansicht=erledigt&grund=webgl"],
        ["#/tickets/43", "basis/meldungen/43?grund=webgl"],
        ["#//evil.example", "basis?grund=webgl"],
        ["#/import", "basis?grund=webgl"],
    ]) {
        await page.goto("about:blank");
        await page.goto(server.url + route, { waitUntil: "commit" });
        await page.waitForURL(server.url + address);
    }
    await context.close();
});

test("a file that does not arrive is told with a way out", async () => {
    server.state.signed_in = true;
    const { page, context } = await open_page(browser, DESKTOP, [/status of 404|Failed to load|ERR_FAILED/]);
    await page.route(/schulkit.*\.wasm/, (route) => route.abort());
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Schulkit konnte nicht geladen werden" }).waitFor();
    await page.unroute(/schulkit.*\.wasm/);
    await page.getByRole("button", { name: "Neu laden" }).click();
    await page.waitForFunction(() => document.body.dataset.state === "running");
    await context.close();
});

/// The application of somebody who is signed in, long enough ago that a lost session leads to a fresh page.
async function open_application(expected) {
    server.state.signed_in = true;
    const opened = await open_page(browser, DESKTOP, expected);
    await opened.page.goto(server.url + "#/darstellung");
    await opened.page.waitForFunction(() => document.body.dataset.state === "running" && performance.now() > 5100);
    await idle(opened.page);
    await opened.page.evaluate(() => (window.is_old = true));
    return opened;
}
const is_loaded_anew = (page) => page.waitForFunction(() => window.is_old === undefined);

test("another tab's word that its session has ended counts only if this one's has too", async () => {
    const { page, context } = await open_application(UNAUTHORIZED);
    const tell = () => page.evaluate(() => new BroadcastChannel(`schulkit ${new URL(document.baseURI).pathname} session`).postMessage(null));
    const before_it = server.requests.length;
    await tell();
    while (!server.requests.slice(before_it).some(({ path }) => path === "/api/session")) await page.waitForTimeout(20);
    await idle(page);
    assert.equal(await page.evaluate(() => window.is_old && document.body.dataset.state), "running");
    server.state.signed_in = false;
    await tell();
    await is_loaded_anew(page);
    await page.getByLabel("Benutzername").waitFor();
    await context.close();
});

test("a tab that is seen again finds another person's session and begins anew as theirs", async () => {
    const { page, context } = await open_application([]);
    await page.evaluate(() => localStorage.setItem("setting.tour.lena", "1"));
    const see = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await see();
    await idle(page);
    assert.equal(await page.evaluate(() => window.is_old), true);
    server.state.answers["GET /api/session"] = () => ({ body: { user: { id: 9, username: "lena", role: "technician", school_codes: [] } } });
    await see();
    await is_loaded_anew(page);
    await page.getByRole("button", { name: "Konto: lena" }).waitFor();
    await context.close();
});
