// When something is drawn: never unasked, at every size and sharpness, and again after the graphics were lost.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { DESKTOP, SHARP_PHONE, idle, launch_browser } from "./browser.mjs";
import { start_page_server } from "./page_server.mjs";
import { button, clicks, open_styleguide, text_field } from "./styleguide.mjs";

let browser;
let server;
let opened;

before(async () => (browser = await launch_browser()));
after(() => browser.close());
beforeEach(async () => (server = await start_page_server()));
afterEach(async () => {
    await opened.context.close();
    await server.close();
    assert.deepEqual(opened.complaints, []);
});

function frames(page) {
    return page.evaluate(() => window.schulkit.frames);
}

test("a page left alone draws no frame in five seconds, though it looks for others' changes", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    await page.mouse.move(700, 400);
    await idle(page);
    const drawn = await frames(page);
    const asked = server.requests.length;
    await page.waitForTimeout(5500); // the requirement itself is a time
    assert.equal(await frames(page), drawn);
    assert.ok(server.requests.slice(asked).some(({ path }) => path.startsWith("/api/changes")), "it did look");
});

test("a hidden page draws nothing and shows what happened when it is seen again", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const hide = (hidden) => page.evaluate((value) => {
        Object.defineProperty(document, "hidden", { value, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
    await hide(true);
    const drawn = await frames(page);
    await button(page, "primary").evaluate((element) => element.click());
    await page.waitForTimeout(300);
    assert.equal(await frames(page), drawn);
    await hide(false);
    await idle(page);
    assert.equal(await clicks(page), 1);
});

test("the canvas has exactly the screen's pixels, also on a phone and after turning it", async () => {
    opened = await open_styleguide(browser, server, SHARP_PHONE);
    const { page } = opened;
    const size = () => page.evaluate(() => {
        const canvas = document.getElementById("canvas");
        return [canvas.width, canvas.height];
    });
    assert.deepEqual(await size(), [1170, 2532]);
    await page.setViewportSize({ width: 844, height: 390 });
    await page.waitForFunction(() => document.getElementById("canvas").width > document.getElementById("canvas").height);
    await idle(page);
    assert.deepEqual(await size(), [2532, 1170]);
    const heading = await page.getByRole("heading", { name: "Bausteine" }).boundingBox();
    assert.ok(heading.x >= 0 && heading.x + heading.width <= 844);
});

test("another pixel ratio (zoom, other screen) changes the sharpness and not the layout", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page, cdp } = opened;
    const box = () => page.getByRole("heading", { name: "Bausteine" }).boundingBox();
    const before_zoom = await box();
    await cdp.send("Emulation.setDeviceMetricsOverride", { width: 1440, height: 900, deviceScaleFactor: 2, mobile: false });
    await page.mouse.move(700, 400); // the emulation itself tells the page nothing
    await page.waitForFunction(() => document.getElementById("canvas").width === 2880);
    await idle(page);
    assert.deepEqual(await box(), before_zoom);
});

test("after a lost graphics context the same picture is drawn, and nothing typed is lost", async () => {
    opened = await open_styleguide(browser, server, DESKTOP, [/CONTEXT_LOST|context lost/i]);
    const { page } = opened;
    await text_field(page).fill("Grüße");
    await page.evaluate(() => document.activeElement.blur());
    await idle(page);
    const before_loss = await page.screenshot();
    await page.evaluate(() => {
        const context = document.getElementById("canvas").getContext("webgl2");
        window.loss = context.getExtension("WEBGL_lose_context");
        window.loss.loseContext();
    });
    await page.waitForFunction(() => document.getElementById("canvas").getContext("webgl2").isContextLost());
    await page.evaluate(() => new Promise((done) => {
        document.getElementById("canvas").addEventListener("webglcontextrestored", () => setTimeout(done), { once: true });
        setTimeout(() => window.loss.restoreContext()); // not allowed inside the event of the loss
    }));
    await idle(page);
    assert.equal(await text_field(page).inputValue(), "Grüße");
    assert.deepEqual(await page.screenshot(), before_loss);
    await button(page, "primary").click();
    await idle(page);
    assert.equal(await clicks(page), 1);
});

test("a second visit brings every file from the browser's own cache", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const is_file = ({ path }) => /\.(mjs|css|wasm|ttf|svg)$/.test(path);
    const first = server.requests.filter(is_file).map(({ path }) => path);
    for (const kind of [".mjs", ".css", ".wasm", ".ttf"]) assert.ok(first.some((path) => path.endsWith(kind)), kind);
    assert.equal(new Set(first).size, first.length, "nothing is fetched twice, the fonts serve page and canvas");
    await opened.page.evaluate(() => navigator.serviceWorker.ready); // it comes last
    const seen = server.requests.length;
    const second = await opened.context.newPage();
    await second.emulateMedia({ reducedMotion: "reduce" });
    await second.goto(`${server.url}#/styleguide`);
    await second.getByRole("heading", { name: "Bausteine" }).waitFor();
    await idle(second);
    assert.deepEqual(server.requests.slice(seen).filter(is_file), []);
});
