// Everything without a mouse: the focus is the browser's own, in reading order, seen on the canvas.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { DESKTOP, idle, launch_browser } from "./browser.mjs";
import { start_page_server } from "./page_server.mjs";
import { active_key, button, open_styleguide, text_field } from "./styleguide.mjs";

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
    assert.deepEqual(opened.complaints, []);
});

async function tab_through(page, count, key = "Tab") {
    const keys = [];
    for (let i = 0; i < count; ++i) {
        await page.keyboard.press(key);
        keys.push(await active_key(page));
    }
    return keys;
}

test("Tab goes through everything in reading order, and Shift+Tab back", async () => {
    const { page } = opened;
    // The screen has just come: its heading has the focus, and Tab goes on from there.
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
    const order = await page.evaluate(() => [...document.querySelectorAll(
        "#mirror-page :is(a[href], button, input, select, textarea, [tabindex='0'])")]
        .filter((element) => !element.disabled && element.tabIndex >= 0
            && document.activeElement.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING)
        .map((element) => element.dataset.testid));
    assert.ok(order.length > 20);
    const there = await tab_through(page, 12); // a date has three stops of its own: not so far
    assert.deepEqual(there, order.slice(0, 12));
    const back = await tab_through(page, 3, "Shift+Tab");
    assert.deepEqual(back, order.slice(8, 11).reverse());
});

test("the drawn page follows the focus, and a ring shows where it is", async () => {
    const { page } = opened;
    const last = page.getByRole("button", { name: "Fenster öffnen" });
    const picture = () => page.screenshot({ clip: { x: 240, y: 60, width: 1160, height: 800 } });
    await last.focus();
    await idle(page);
    const box = await last.boundingBox();
    assert.ok(box.y > 0 && box.y + box.height < 900, `in sight: ${JSON.stringify(box)}`);
    await page.keyboard.press("Shift+Tab");
    await idle(page);
    const without = await picture();
    await page.keyboard.press("Tab");
    await idle(page);
    assert.notDeepEqual(await picture(), without);
});

test("a dialog takes the focus, keeps it, closes with Escape, and gives the focus back", async () => {
    const { page } = opened;
    const opener = page.getByRole("button", { name: "Fenster öffnen" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Änderungen verwerfen?" });
    await dialog.waitFor();
    await idle(page);
    const inside = () => dialog.evaluate((element) => element.contains(document.activeElement));
    assert.equal(await inside(), true);
    assert.equal(await dialog.getAttribute("aria-modal"), "true");
    for (let i = 0; i < 6; ++i) {
        await page.keyboard.press("Tab");
        const outside = await page.evaluate(() => document.activeElement.closest("#mirror-page [inert]") !== null);
        assert.equal(outside, false, "what lies below the dialog is not reached");
    }
    assert.equal(await page.getByRole("heading", { name: "Bausteine" }).count(), 0, "nor read");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await idle(page);
    assert.equal(await active_key(page), "open");
});

test("/ and Ctrl+K go to the search; keys of the browser are left alone", async () => {
    const { page } = opened;
    await page.keyboard.press("/");
    await idle(page);
    assert.equal(await page.evaluate(() => document.activeElement.type), "search");
    assert.equal(await page.evaluate(() => document.activeElement.value), "");
    await page.keyboard.press("Escape");
    await idle(page);
    await button(page, "primary").focus();
    await page.keyboard.press("Control+K");
    await idle(page);
    assert.equal(await page.evaluate(() => document.activeElement.type), "search");
    const left_alone = await page.evaluate(() => ["F5", "F3", "F6", "F11", "F12"].map((key) => ({ key }))
        .concat(["r", "f", "p", "t", "w", "+", "-", "0", "c", "v"].map((key) => ({ key, ctrlKey: true })))
        .map((init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }))));
    assert.ok(left_alone.every((not_prevented) => not_prevented));
});

test("page keys scroll when nothing is typed in", async () => {
    const { page } = opened;
    const top = () => page.getByRole("heading", { name: "Bausteine" }).evaluate((element) =>
        element.getBoundingClientRect().top);
    const start = await top();
    await page.keyboard.press("PageDown");
    await idle(page);
    assert.ok(await top() < start - 400);
    await page.keyboard.press("Home");
    await idle(page);
    assert.equal(await top(), start);
    await text_field(page).focus();
    await idle(page);
    const with_field = await top();
    await page.keyboard.press("Home");
    await idle(page);
    assert.equal(await top(), with_field);
});
