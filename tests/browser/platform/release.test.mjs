// The service worker below a proxy's path: it keeps the shell, offers a new release, and never puts a bad one in its
// place.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { DESKTOP, PHONE, idle, launch_browser, open_page } from "./browser.mjs";
import { start_page_server } from "./page_server.mjs";
import { text_field } from "./styleguide.mjs";

let browser;
let server;

before(async () => (browser = await launch_browser()));
after(() => browser.close());
beforeEach(async () => (server = await start_page_server({ prefix: "/geraete/schulkit" })));
afterEach(() => server.close());

const EXPECTED = [/status of 401/, /ERR_/, /Failed to load|status of 404/];
const OFFER = "Es gibt eine neue Version von Schulkit.";

async function open_kept(options, route = "#/styleguide") {
    const opened = await open_page(browser, { reducedMotion: "reduce", ...options }, EXPECTED);
    await opened.page.goto(server.url + route);
    await opened.page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state === "activated"
        || new Promise((done) => active.addEventListener("statechange", done, { once: true }))));
    await idle(opened.page);
    return opened;
}

/// What the page does every few minutes.
function look_for_release(page) {
    return page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update())
        .then(() => true, () => false));
}

const release_of = (page) => page.evaluate(() => JSON.parse(document.getElementById("bundle").textContent).release);

for (const [device, options] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    test(`an open tab offers a new release, keeps what is typed, and uses it when somebody agrees (${device})`, async () => {
        const { page, context, complaints } = await open_kept(options);
        const old = await release_of(page);
        await text_field(page).fill("halb geti");
        server.state.release = "neu";
        await look_for_release(page);
        await page.getByRole("status").getByText(OFFER).waitFor();
        await idle(page);
        assert.equal(await text_field(page).inputValue(), "halb geti");
        assert.equal(await release_of(page), old, "nothing was loaded unasked");
        if (process.env.SCHULKIT_SCREENSHOTS) await page.screenshot({ path: `${process.env.SCHULKIT_SCREENSHOTS}/release-${device}.png` });

        await page.getByRole("button", { name: "Neu laden" }).click();
        await page.waitForFunction((before) => JSON.parse(document.getElementById("bundle").textContent).release !== before, old);
        await page.getByRole("heading", { name: "Bausteine" }).waitFor();
        assert.equal(await release_of(page), "neu");
        await idle(page);
        assert.equal(await page.getByText(OFFER).count(), 0);
        assert.deepEqual(complaints, []);
        await context.close();
    });
}

test("a tab of the old release goes on when another tab takes the new one, and old caches go", async () => {
    const { page, context } = await open_kept(DESKTOP);
    for (const release of ["zwei", "drei"]) {
        server.state.release = release;
        await look_for_release(page);
        const second = await context.newPage();
        await second.goto(`${server.url}#/styleguide`);
        await second.getByText(OFFER).waitFor();
        await idle(second);
        await second.getByRole("button", { name: "Neu laden" }).click();
        await second.waitForFunction((wanted) => JSON.parse(document.getElementById("bundle").textContent).release === wanted, release);
        await second.getByRole("heading", { name: "Bausteine" }).waitFor();
        await second.close();
    }
    assert.notEqual(await release_of(page), "drei");
    await text_field(page).fill("geht weiter");
    await idle(page);
    assert.equal(await text_field(page).inputValue(), "geht weiter");
    await page.waitForFunction(() => caches.keys().then((names) => names.length === 2));
    assert.deepEqual(await page.evaluate(() => caches.keys().then((names) => names.map((name) => name.split(" ").at(-1)))),
        ["zwei", "drei"]);
    await context.close();
});

test("a release that lacks a file leaves the old one in its place, also without a connection", async () => {
    const { page, context } = await open_kept(DESKTOP);
    const old = await release_of(page);
    server.state.release = "missing file";
    await look_for_release(page);
    const is_tried = () => server.requests.some(({ path }) => path.includes("gibtesnicht"));
    for (let i = 0; i < 200 && !is_tried(); ++i) await page.waitForTimeout(50);
    assert.ok(is_tried(), "the browser began to install it");
    await page.waitForFunction(() => navigator.serviceWorker.getRegistration().then(({ installing, waiting }) => !installing && !waiting));
    assert.equal(await page.getByText(OFFER).count(), 0);
    await server.close();
    await page.reload();
    await page.getByRole("status").getByText(/^Keine Verbindung zum Server/).waitFor();
    assert.equal(await release_of(page), old);
    await context.close();
});

test("at the entrance a new release comes by itself, but not over a half-typed name", async () => {
    server.state.signed_in = false;
    const { page, context } = await open_kept(DESKTOP, "");
    const old = await release_of(page);
    const name = page.getByLabel("Benutzername");
    await name.fill("tea");
    server.state.release = "neu";
    await look_for_release(page);
    await page.waitForFunction(() => navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null));
    assert.equal(await name.inputValue(), "tea");
    assert.equal(await release_of(page), old);

    const second = await context.newPage();
    await second.goto(server.url);
    await second.waitForFunction(() => JSON.parse(document.getElementById("bundle").textContent).release === "neu");
    await second.getByLabel("Benutzername").waitFor();
    assert.equal(await name.inputValue(), "tea");
    await context.close();
});

test("the worker leaves calls, labels' addresses and other pages to the server", async () => {
    const { page, context } = await open_kept(DESKTOP);
    await page.reload();
    await page.getByRole("heading", { name: "Bausteine" }).waitFor();
    for (const path of ["g/BEA0204", "basis", "handbuch/de/index.html", "healthz"]) {
        const before_it = server.requests.length;
        const other = await context.newPage(); // a navigation that ends in an error must not meet the next one
        await other.goto(server.url + path).catch(() => {});
        await other.close();
        assert.ok(server.requests.slice(before_it).some((request) => request.path === `/${path}`), `${path} was asked for`);
    }
    const before_it = server.requests.length;
    await page.goto(server.url);
    await page.waitForFunction(() => document.body.dataset.state === "running");
    assert.equal(server.requests.slice(before_it).filter(({ path }) => path === "/" || path.startsWith("/static/")).length, 0);
    await context.close();
});
