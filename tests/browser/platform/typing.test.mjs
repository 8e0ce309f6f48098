// Fields are the browser's own editors: every way of writing arrives in the program, and nothing it does disturbs
// somebody who is writing.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { DESKTOP, PHONE, idle, launch_browser } from "./browser.mjs";
import { start_page_server } from "./page_server.mjs";
import { held_text, open_styleguide, text_field } from "./styleguide.mjs";

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

test("typed keys, umlauts and a whole text at once arrive", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const field = text_field(page);
    await field.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("abc", { delay: 60 });
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText("Grüße äöüßÄÖÜ € – „Zitat“");
    await idle(page);
    assert.equal(await held_text(page), "abGrüße äöüßÄÖÜ € – „Zitat“");
    assert.equal(await field.inputValue(), "abGrüße äöüßÄÖÜ € – „Zitat“");
});

test("a composition (input method, dead key) is left alone until it ends", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page, cdp } = opened;
    const field = text_field(page);
    await field.fill("Raum ");
    await idle(page);
    const before_composition = await held_text(page);
    await field.evaluate((element) => {
        window.interruptions = 0;
        element.addEventListener("compositionend", () => (window.interruptions += 1));
    });
    await cdp.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    await idle(page);
    await cdp.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
    await idle(page);
    assert.equal(await held_text(page), before_composition, "half a word is not sent");
    assert.equal(await field.inputValue(), "Raum にほん");
    assert.equal(await page.evaluate(() => window.interruptions), 0);
    await cdp.send("Input.insertText", { text: "日本" });
    await idle(page);
    assert.equal(await held_text(page), "Raum 日本");
    assert.equal(await field.inputValue(), "Raum 日本");
});

test("paste and undo are the browser's own", async () => {
    opened = await open_styleguide(browser, server, { ...DESKTOP, permissions: ["clipboard-read", "clipboard-write"] });
    const { page } = opened;
    await page.evaluate(() => navigator.clipboard.writeText("Straße 5"));
    const field = text_field(page);
    await field.fill("alt");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+V");
    await idle(page);
    assert.equal(await held_text(page), "Straße 5");
    await page.keyboard.press("Control+Z");
    await idle(page);
    assert.equal(await held_text(page), "alt");
    assert.equal(await field.inputValue(), "alt");
});

test("the caret stays where somebody types, in the middle of a word", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const field = text_field(page);
    await field.fill("Schle");
    await field.evaluate((element) => element.setSelectionRange(4, 4));
    for (const letter of "uss") {
        await page.keyboard.press("Backspace");
        await page.keyboard.insertText(letter);
        await page.keyboard.insertText("x");
        await idle(page);
    }
    const caret = await field.evaluate((element) => element.selectionStart);
    assert.equal(await field.inputValue(), "Schuxsxsxe".replace("uxsxsx", "ussx"));
    assert.equal(await held_text(page), await field.inputValue());
    assert.equal(caret, (await field.inputValue()).length - 1);
});

test("fast typing is never overwritten by an older value", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const field = text_field(page);
    await field.fill("");
    const text = "Der Beamer in Raum 204 zeigt Grün.";
    for (const letter of text) await page.keyboard.insertText(letter); // a frame is drawn now and then
    await idle(page);
    assert.equal(await field.inputValue(), text);
    assert.equal(await held_text(page), text);
});

test("areas keep their lines; dates, choices, checks and files arrive", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const area = page.getByRole("textbox", { name: "Beschreibung" });
    await area.fill("erste Zeile\nzweite Zeile");
    await area.press("End");
    await area.press("Enter");
    await page.keyboard.insertText("dritte");
    const date = page.getByLabel("Kaufdatum");
    await date.fill("2024-08-31");
    const choice = page.getByRole("combobox", { name: "Status" }).first();
    await choice.selectOption({ label: "Im Einsatz" });
    const check = page.getByRole("checkbox", { name: "Auch ausgesonderte" });
    await check.check();
    await idle(page);
    assert.equal(await area.inputValue(), "erste Zeile\nzweite Zeile\ndritte");
    assert.equal(await date.inputValue(), "2024-08-31");
    assert.equal(await choice.inputValue(), "c");
    assert.equal(await check.isChecked(), true);
    await check.uncheck();
    await idle(page);
    assert.equal(await check.isChecked(), false);
    await page.getByTestId("file").setInputFiles({ name: "Geräteliste.csv", mimeType: "text/csv", buffer: Buffer.from("a;b") });
    await idle(page);
    await page.getByText("Geräteliste.csv").first().waitFor();
});

test("while somebody writes, the editor shows in the application's own type; else the canvas does", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const field = text_field(page);
    const color = () => field.evaluate((element) => getComputedStyle(element).color);
    assert.equal(await color(), "rgba(0, 0, 0, 0)");
    await field.focus();
    assert.notEqual(await color(), "rgba(0, 0, 0, 0)");
    const { family, background } = await field.evaluate((element) => ({
        family: getComputedStyle(element).fontFamily,
        background: getComputedStyle(element).backgroundColor,
    }));
    assert.match(family, /^Roboto/);
    assert.equal(background, "rgb(255, 255, 255)");
});

test("a phone's tap opens the editor at once, in letters that iOS does not zoom", async () => {
    opened = await open_styleguide(browser, server, PHONE);
    const { page } = opened;
    const field = text_field(page);
    await field.tap();
    assert.equal(await field.evaluate((element) => element === document.activeElement), true);
    assert.ok(await field.evaluate((element) => parseFloat(getComputedStyle(element).fontSize)) >= 16);
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("Größe");
    await idle(page);
    assert.equal(await held_text(page), "Größe");
});

test("errors and hints are tied to their field", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const field = page.getByRole("textbox", { name: "Seriennummer" });
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    const described = await field.evaluate((element) =>
        document.getElementById(element.getAttribute("aria-describedby")).textContent);
    assert.match(described, /Bitte füllen Sie dieses Feld aus\./);
    assert.equal(await text_field(page).getAttribute("aria-required"), "true");
});
