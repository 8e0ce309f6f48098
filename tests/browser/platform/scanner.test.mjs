// A USB scanner types very fast and then presses Enter: that is no typing, wherever the focus is.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { scan as scan_by_keyboard } from "../page.mjs";
import { DESKTOP, idle, launch_browser } from "./browser.mjs";
import { start_page_server } from "./page_server.mjs";
import { held_text, open_styleguide, text_field } from "./styleguide.mjs";

let browser;
let server;
let opened;

before(async () => (browser = await launch_browser()));
after(() => browser.close());
beforeEach(async () => {
    server = await start_page_server();
    opened = await open_styleguide(browser, server, DESKTOP);
});
afterEach(async () => {
    await opened.context.close();
    await server.close();
});

/// As scanners do: no time between the keys. Key events with an exact rhythm need no real waiting.
async function scan(page, text, gap_ms = 10) {
    await page.evaluate(async ([keys, gap]) => {
        let now = performance.now();
        for (const key of [...keys, "Enter"]) {
            const target = document.activeElement ?? document.body;
            const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
            Object.defineProperty(event, "timeStamp", { value: (now += gap) });
            if (target.dispatchEvent(event) && key.length === 1 && "value" in target) {
                target.setRangeText(key, target.selectionStart, target.selectionEnd, "end");
                target.dispatchEvent(new InputEvent("input", { bubbles: true, data: key }));
            }
        }
    }, [[...text], gap_ms]);
    await idle(page);
}

/// The codes the application has asked the server for.
function scanned() {
    return server.requests.filter(({ path }) => path.startsWith("/api/lookup/"))
        .map(({ path }) => decodeURIComponent(path.slice("/api/lookup/".length)));
}

test("a scan opens what was scanned, wherever the focus is", async () => {
    await scan(opened.page, "BEA0204");
    assert.deepEqual(scanned(), ["BEA0204"]);
});

test("a real keyboard as fast as a scanner does the same", async () => {
    const { page } = opened;
    await text_field(page).fill("schon da");
    await scan_by_keyboard(page, "TAB-00042");
    assert.deepEqual(scanned(), ["TAB-00042"]);
});

test("what had got into a field is taken out again, also from the middle of it", async () => {
    const { page } = opened;
    const field = text_field(page);
    await field.fill("Raum 204");
    await field.evaluate((element) => element.setSelectionRange(4, 4));
    await idle(page);
    const before_scan = await held_text(page);
    await page.evaluate(() => {
        window.enters = 0;
        document.addEventListener("keydown", (event) => (window.enters += event.key === "Enter" ? 1 : 0));
        const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
        Object.defineProperty(document.activeElement, "value", {
            get: value.get,
            set(text) {
                window.restored = text; // the scan leads to another screen, and the field is gone with this one
                value.set.call(this, text);
            },
        });
    });
    await scan(page, "BEA0204");
    assert.equal(before_scan, "Raum 204");
    assert.equal(await page.evaluate(() => window.restored), "Raum 204");
    assert.equal(await page.evaluate(() => window.enters), 0, "nobody sees the scanner's Enter");
});

test("a person who types fast is no scanner", async () => {
    const { page } = opened;
    const field = text_field(page);
    await field.fill("");
    await scan(page, "BEA0204", 60);
    assert.deepEqual(scanned(), []);
    assert.equal(await field.inputValue(), "BEA0204");
    assert.equal(await held_text(page), "BEA0204");
});

test("three fast keys are no scan", async () => {
    const { page } = opened;
    const field = text_field(page);
    await field.fill("");
    await scan(page, "abc");
    assert.deepEqual(scanned(), []);
    assert.equal(await held_text(page), "abc");
});

test("a scanned address with a slash does not jump to the search", async () => {
    const { page } = opened;
    await page.evaluate(() => document.activeElement.blur());
    await page.evaluate(() => document.addEventListener("focusin", (event) => (window.jumped = event.target.type)));
    await scan(page, "http://schulkit.example/g/BEA0204");
    assert.deepEqual(scanned(), ["http://schulkit.example/g/BEA0204"]);
    assert.notEqual(await page.evaluate(() => window.jumped), "search");
});
