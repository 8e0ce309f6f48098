// Mouse, finger, keyboard and assistive technology on the drawn widgets: each acts, and each acts once.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { DESKTOP, PHONE, idle, launch_browser } from "./browser.mjs";
import { start_page_server } from "./page_server.mjs";
import { active_key, button, clicks, open_styleguide, text_field } from "./styleguide.mjs";

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

/// Where the drawn page has scrolled to: the place of its heading, also while a dialog is open.
function scrolled(page) {
    return page.evaluate(() => -document.querySelector("#mirror-page h1").getBoundingClientRect().top);
}

/// Playwright does not wait until a wheel's event has come.
async function turn_wheel(page, pixels) {
    const before_wheel = await scrolled(page);
    await page.mouse.move(800, 500);
    await page.mouse.wheel(0, pixels);
    await page.waitForFunction((place) =>
        -document.querySelector("#mirror-page h1").getBoundingClientRect().top !== place, before_wheel);
    await idle(page);
}

/// A finger that moves at once, without resting first: nothing is awaited between the events.
async function drag(cdp, x, y, distance) {
    const touch = (type, touchPoints) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
    const events = [touch("touchStart", [{ x, y }])];
    for (let i = 1; i <= 12; ++i) events.push(touch("touchMove", [{ x, y: y + (distance * i) / 12 }]));
    events.push(touch("touchEnd", []));
    await Promise.all(events);
}

test("a click by mouse, by keyboard and by assistive technology acts once each", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const save = button(page, "primary");
    await save.click();
    await idle(page);
    assert.equal(await clicks(page), 1, "mouse");
    await save.focus();
    await page.keyboard.press("Enter");
    await idle(page);
    assert.equal(await clicks(page), 2, "Enter");
    await page.keyboard.press("Space");
    await idle(page);
    assert.equal(await clicks(page), 3, "Space");
    await save.evaluate((element) => element.click());
    await idle(page);
    assert.equal(await clicks(page), 4, "assistive technology");
    await save.dblclick();
    await idle(page);
    assert.equal(await clicks(page), 6, "two clicks are two");
});

test("what is scrolled out of sight can be clicked: the drawn page follows", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const before_click = await scrolled(page);
    await page.getByRole("button", { name: "Fenster öffnen" }).click();
    await page.getByRole("dialog", { name: "Änderungen verwerfen?" }).waitFor();
    await idle(page);
    assert.ok(await scrolled(page) > before_click + 300);
    await page.getByRole("dialog").getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await button(page, "primary").click(); // and back up again
    await idle(page);
    assert.equal(await clicks(page), 1);
    // The box that lent the browser its scrolling is at rest again.
    assert.deepEqual(await page.evaluate(() => {
        const box = document.getElementById("mirror");
        return [box.scrollLeft, box.scrollTop - document.getElementById("mirror-page").offsetTop];
    }), [0, 0]);
});

test("the wheel scrolls by its pixels", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const before_wheel = await scrolled(page);
    await turn_wheel(page, 150);
    assert.equal(await scrolled(page), before_wheel + 150);
});

test("links have addresses: a plain click is the application's, with Ctrl it is the browser's", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page, context } = opened;
    const link = page.getByRole("navigation").getByRole("link", { name: "Tickets" });
    const address = await link.evaluate((element) => element.href);
    assert.match(address, /#\/tickets/);
    const other = context.waitForEvent("page");
    await link.click({ modifiers: ["Control"] });
    const tab = await other;
    await tab.close();
    await idle(page);
    assert.match(page.url(), /#\/styleguide$/);
    await link.click();
    await idle(page);
    assert.match(page.url(), /#\/tickets/);
    await page.goBack();
    await page.getByRole("heading", { name: "Bausteine" }).waitFor();
});

test("marking text by mouse is the browser's and clicks nothing", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const words = page.getByRole("region", { name: "Schrift" }).getByTestId("body");
    const box = await words.boundingBox();
    await page.mouse.move(box.x + 1, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await idle(page);
    const marked = await page.evaluate(() => getSelection().toString());
    assert.match(marked, /^Das ist ein/);
    assert.match(page.url(), /#\/styleguide$/);
});

test("a row of a table that leads somewhere does not when its text is only marked", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    await page.getByRole("table").scrollIntoViewIfNeeded(); // rows out of sight are not there
    await idle(page);
    const cell = page.getByTestId("row.3").getByTestId("name");
    await page.evaluate(() => {
        window.ways = 0;
        const push = history.pushState.bind(history);
        history.pushState = (...values) => {
            window.ways += 1;
            push(...values);
        };
    });
    const box = await cell.boundingBox();
    await page.mouse.move(box.x + 14, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await idle(page);
    assert.notEqual(await page.evaluate(() => getSelection().toString()), "");
    assert.equal(await page.evaluate(() => window.ways), 0);
    // The tag is a link, and can be marked and copied like any text.
    const link = await page.getByTestId("row.4").getByRole("link").boundingBox();
    await page.mouse.move(link.x + 13, link.y + link.height / 2);
    await page.mouse.down();
    await page.mouse.move(link.x + 60, link.y + link.height / 2, { steps: 4 });
    await page.mouse.up();
    await idle(page);
    assert.match(await page.evaluate(() => getSelection().toString()), /^TAB-0/);
    assert.equal(await page.evaluate(() => window.ways), 0);
});

test("a finger's tap acts once, a finger that moves scrolls and acts not at all", async () => {
    opened = await open_styleguide(browser, server, PHONE);
    const { page, cdp } = opened;
    const save = button(page, "primary");
    await save.tap();
    await idle(page);
    assert.equal(await clicks(page), 1);

    const box = await save.boundingBox();
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const before_drag = await scrolled(page);
    await drag(cdp, x, y, -120);
    await idle(page);
    assert.ok(await scrolled(page) >= before_drag + 100, "the page follows the finger");
    await save.tap(); // the count is told anew by each press
    await idle(page);
    assert.equal(await clicks(page), 2, "and the button it began on was not pressed");
});

test("a finger scrolls also where it begins on a field, and opens no keyboard then", async () => {
    opened = await open_styleguide(browser, server, PHONE);
    const { page, cdp } = opened;
    await text_field(page).scrollIntoViewIfNeeded();
    await idle(page);
    const box = await text_field(page).boundingBox();
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const before_drag = await scrolled(page);
    await drag(cdp, x, y, 120);
    await idle(page);
    assert.ok(await scrolled(page) <= before_drag - 100);
    assert.notEqual(await active_key(page), "text");
});

test("a file chooser opens from the drawn button", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const chooser = page.waitForEvent("filechooser");
    await page.getByTestId("file").click();
    await (await chooser).setFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from("a;b") });
    await idle(page);
    await page.getByText("liste.csv").first().waitFor();
});

test("disabled buttons do nothing, whoever presses them", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const off = page.getByRole("button", { name: "Nicht verfügbar" }).first();
    assert.equal(await off.isDisabled(), true);
    await off.click({ force: true });
    await off.evaluate((element) => element.click());
    await idle(page);
    assert.equal(await clicks(page), 0);
});
