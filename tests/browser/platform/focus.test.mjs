// Where the keyboard's focus is after things have changed under it: never nowhere.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { DESKTOP, launch_browser } from "./browser.mjs";
import { encode_tree, open_modules } from "./module_page.mjs";
import { start_page_server } from "./page_server.mjs";

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
beforeEach(async () => {
    opened = await open_modules(browser, server, '<div id="stage"><div id="mirror"><div id="mirror-range">'
        + '<div id="mirror-page"></div></div></div></div>', DESKTOP);
    await opened.page.evaluate(async () => {
        const { Mirror } = await import("/modules/mirror.mjs");
        window.acts = [];
        window.mirror = new Mirror(document.getElementById("mirror-page"), { act: (...act) => window.acts.push(act) });
    });
});
afterEach(async () => {
    await opened.context.close();
    assert.deepEqual(opened.complaints, []);
});

const MAIN = { id: 1, role: "main" };
const H1 = { id: 2, parent: 1, role: "heading", name: "Gerät", words: true };
const LIST = { id: 3, parent: 1, role: "list", name: "Liste" };
const button = (id, parent, more = {}) => ({ id, parent, role: "button", name: `Knopf ${id}`, words: true, ...more });
const DIALOG = { id: 90, role: "dialog", name: "Fenster", modal: true };

/// A picture of these nodes; target: what the program asks for in it.
async function draw(nodes, target = null) {
    await opened.page.evaluate(([bytes, wanted]) => {
        if (wanted) window.mirror.focus.request(wanted);
        window.mirror.apply(new Uint8Array(bytes));
        window.mirror.focus.follow_request();
    }, [encode_tree(nodes), target]);
    await opened.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}
const focus = (key) => opened.page.evaluate((id) => document.querySelector(`[data-testid=${id}]`).focus(), key);
const focused = () => opened.page.evaluate(() => document.activeElement.dataset.testid ?? document.activeElement.tagName);

test("a button that becomes busy keeps the focus, says that it is disabled, and is once the focus has left it", async () => {
    await draw([MAIN, H1, button(4, 1), button(5, 1)]);
    await focus("k5");
    await draw([MAIN, H1, button(4, 1), button(5, 1, { enabled: false, focusable: false })]);
    const save = opened.page.getByTestId("k5");
    assert.equal(await focused(), "k5");
    assert.deepEqual([await save.getAttribute("aria-disabled"), await save.evaluate((element) => element.disabled)], ["true", false]);
    await opened.page.keyboard.press("Shift+Tab");
    assert.equal(await focused(), "k4");
    assert.deepEqual([await save.getAttribute("aria-disabled"), await save.evaluate((element) => element.disabled)], [null, true]);
    await draw([MAIN, H1, button(4, 1), button(5, 1)]);
    assert.equal(await save.evaluate((element) => element.disabled), false);
});

test("a field that becomes disabled while somebody is in it keeps the focus and takes no more letters", async () => {
    const field = { id: 5, parent: 1, role: "textbox", name: "Raum" };
    await draw([MAIN, H1, field]);
    await focus("k5");
    await opened.page.keyboard.type("20");
    await draw([MAIN, H1, { ...field, value: "20", enabled: false, focusable: false }]);
    await opened.page.keyboard.type("4");
    assert.equal(await focused(), "k5");
    assert.equal(await opened.page.getByTestId("k5").inputValue(), "20");
    await draw([MAIN, H1, { ...field, value: "20" }]);
    await opened.page.keyboard.type("4");
    assert.equal(await opened.page.getByTestId("k5").inputValue(), "204");
});

test("when a control has gone the nearest one before it has the focus, else the heading", async () => {
    await draw([MAIN, H1, button(4, 1), LIST, button(6, 3), button(7, 3), button(8, 3)]);
    await focus("k8");
    await draw([MAIN, H1, button(4, 1), LIST, button(6, 3), button(7, 3, { enabled: false, focusable: false })]);
    assert.equal(await focused(), "k6", "in the same list");
    await draw([MAIN, H1, button(4, 1)]);
    assert.equal(await focused(), "k4", "around it");
    await draw([MAIN, H1]);
    assert.equal(await focused(), "k2", "the heading");
});

test("when the main action has gone the next one has the focus, else the heading, never the end of the page", async () => {
    const dock = { id: 80, parent: 1, role: "group", name: "Hauptaktion", cover: true };
    await draw([MAIN, H1, button(4, 1), dock, button(81, 80)]);
    await focus("k81");
    await draw([MAIN, H1, button(4, 1), dock, button(82, 80)]);
    assert.equal(await focused(), "k82");
    await draw([MAIN, H1, button(4, 1)]);
    assert.equal(await focused(), "k2");
});

test("the menu's controls are no place for the focus of the main part", async () => {
    const menu = [{ id: 10, role: "navigation", name: "Menü" }, { ...button(11, 10) }];
    await draw([...menu, MAIN, H1, button(4, 1)]);
    await focus("k4");
    await draw([...menu, MAIN, H1]);
    assert.equal(await focused(), "k2");
});

test("a control that goes out of an open dialog leaves the focus in it", async () => {
    await draw([MAIN, H1, button(4, 1), DIALOG, button(91, 90), button(92, 90)]);
    await focus("k92");
    await draw([MAIN, H1, button(4, 1), DIALOG, button(91, 90)]);
    assert.equal(await focused(), "k91");
    await draw([MAIN, H1, button(4, 1), DIALOG]);
    assert.equal(await focused(), "k90");
});

test("a dialog gives the focus back, and to the heading if what opened it is gone, disabled, or was nothing", async () => {
    const open = [DIALOG, button(91, 90)];
    for (const [opener, wanted] of [
        [[button(4, 1)], "k4"],
        [[button(4, 1, { enabled: false, focusable: false })], "k2"],
        [[], "k2"],
    ]) {
        await draw([MAIN, H1, button(4, 1)]);
        await focus("k4");
        await draw([MAIN, H1, button(4, 1), ...open]);
        assert.equal(await focused(), "k90");
        await draw([MAIN, H1, ...opener]);
        assert.equal(await focused(), wanted);
    }
    await opened.page.evaluate(() => document.activeElement.blur());
    await draw([MAIN, H1, button(4, 1), ...open]); // as the tour of the first sign-in
    await draw([MAIN, H1, button(4, 1)]);
    assert.equal(await focused(), "k2");
});

test("who goes to a screen from a dialog is led to its heading, not back to what opened the dialog", async () => {
    await draw([MAIN, H1, button(4, 1)]);
    await focus("k4");
    await draw([MAIN, H1, button(4, 1), DIALOG, button(91, 90)]);
    await draw([MAIN, button(4, 1)], "screen"); // the old screen for one more picture, and no heading yet
    assert.notEqual(await focused(), "k4");
    await draw([MAIN, { ...H1, id: 20 }, button(21, 1)]);
    assert.equal(await focused(), "k20");
});

test("a column is called by its own name, not by that of the box in its head", async () => {
    const table = { id: 30, parent: 1, role: "table", name: "Geräte" };
    await draw([MAIN, H1, table, { id: 31, parent: 30, role: "row" },
        { id: 32, parent: 31, role: "columnheader", name: "Auswahl" },
        { id: 33, parent: 32, role: "checkbox", name: "Alle auf dieser Seite auswählen", focusable: true }]);
    assert.equal(await opened.page.getByRole("columnheader", { name: "Auswahl", exact: true }).count(), 1);
    assert.equal(await opened.page.getByRole("checkbox", { name: "Alle auf dieser Seite auswählen" }).count(), 1);
});

test("a field in use is brought into sight again when a bar makes the main part lower", async () => {
    const field = { id: 5, parent: 1, role: "textbox", name: "Raum" };
    const draw_main = async (height) => {
        await draw([{ ...MAIN, clip: [0, 0, 1000, height] }, H1, field]);
        await opened.page.evaluate(() => window.mirror.focus.follow_main());
    };
    await draw_main(800);
    await focus("k5");
    await opened.page.evaluate(() => {
        window.brought = 0;
        document.activeElement.scrollIntoView = () => (window.brought += 1);
    });
    await draw_main(800);
    assert.equal(await opened.page.evaluate(() => window.brought), 0);
    await draw_main(740);
    assert.equal(await opened.page.evaluate(() => window.brought), 1);
    await draw_main(800);
    assert.equal(await opened.page.evaluate(() => window.brought), 1);
});
