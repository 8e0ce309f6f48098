// What is typed, composed and pasted arrives at the server as it was meant.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { DEVICES, fill, launch, press, ready, t, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

let browser;
let server;

before(async () => {
    server = await start_demo_server();
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

/// Opens the report form, lets `type(page, description, title)` write, sends it. → what the server has stored
async function description_after(device, type) {
    let number;
    await visit(browser, server, { as: "teacher", device, path: "/#/melden?geraet=BEA0204" }, async (page) => {
        const title = page.getByRole("textbox", { name: t("ticket.title"), exact: true });
        const description = page.getByRole("textbox", { name: t("ticket.description"), exact: true });
        await fill(title, "Über die Tastatur");
        await press(description);
        await type(page, description, title);
        await ready(page);
        await press(page.getByRole("button", { name: t("report.send"), exact: true }));
        const thanks = page.getByRole("heading", { level: 1, name: t.pattern("report.thanks_staff") });
        number = /#(\d+)/.exec(await thanks.innerText())[1];
    });
    const http = await sign_in_by_http(server, "teacher");
    return (await http.get(`/api/tickets/${number}`)).json.description;
}

for (const device of Object.keys(DEVICES)) {
    test(`umlauts, signs and line breaks from the keyboard (${device})`, async () => {
        const stored = await description_after(device, async (page) => {
            await page.keyboard.type("Größe: 5 €, Öl & Würmer – „Straße“", { delay: 60 }); // faster would be a scanner
            await page.keyboard.press("Enter");
            await page.keyboard.type("zweite Zeilex", { delay: 60 });
            await page.keyboard.press("Backspace");
            await page.keyboard.press("Home");
            await page.keyboard.type("Die ", { delay: 60 });
        });
        assert.equal(stored, "Größe: 5 €, Öl & Würmer – „Straße“\nDie zweite Zeile");
    });

    test(`an on-screen keyboard that inserts whole words (${device})`, async () => {
        const stored = await description_after(device, async (page) => {
            await page.keyboard.insertText("Ä");
            await page.keyboard.insertText("rger mit dem ");
            await page.keyboard.insertText("Gerät 🖥️");
        });
        assert.equal(stored, "Ärger mit dem Gerät 🖥️");
    });

    test(`a composition: dead keys and an input method (${device})`, async () => {
        const stored = await description_after(device, async (page, description) => {
            const browser_side = await page.context().newCDPSession(page);
            const compose = (text) => browser_side.send("Input.imeSetComposition",
                { text, selectionStart: text.length, selectionEnd: text.length });
            await page.keyboard.type("Caf");
            await compose("´");
            await ready(page);
            await compose("é");
            await browser_side.send("Input.insertText", { text: "é" });
            await page.keyboard.type(" und ");
            await compose("か");
            await ready(page); // frames meanwhile must not break it off
            await compose("かん");
            await ready(page);
            await compose("漢");
            await browser_side.send("Input.insertText", { text: "漢字" });
            assert.equal(await description.inputValue(), "Café und 漢字");
        });
        assert.equal(stored, "Café und 漢字");
    });

    test(`pasted text, also over a selection (${device})`, async () => {
        const stored = await description_after(device, async (page, description, title) => {
            await page.keyboard.type("Es geht: hier");
            await page.keyboard.press("Shift+Control+ArrowLeft"); // "hier"
            await press(title);
            await page.keyboard.press("Control+a");
            await page.keyboard.press("Control+c");
            await press(description);
            await page.keyboard.press("Control+End");
            await page.keyboard.press("Shift+Control+ArrowLeft");
            await page.keyboard.press("Control+v");
        });
        assert.equal(stored, "Es geht: Über die Tastatur");
    });

    test(`undo takes back what was typed (${device})`, async () => {
        const stored = await description_after(device, async (page, description) => {
            await page.keyboard.insertText("bleibt");
            await ready(page);
            await page.keyboard.insertText(" geht");
            await ready(page);
            await page.keyboard.press("Control+z");
            await ready(page);
            const left = await description.inputValue();
            assert.ok(left === "bleibt" || left === "", left); // how far one step goes is the browser's choice
            await description.fill("bleibt");
        });
        assert.equal(stored, "bleibt");
    });
}

test("a day that is left half typed is told at its field, stays as it was typed, and nothing is sent", async () => {
    await visit(browser, server, { as: "teacher", path: "/#/ausleihen/neu" }, async (page) => {
        const sent = [];
        page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
        const day = page.getByLabel(t("loan.planned_handover_on"), { exact: true });
        await day.waitFor();
        await day.focus();
        await page.keyboard.type("12"); // of a day the browser asks for more
        await press(page.getByRole("button", { name: t("loans.send"), exact: true }));
        assert.equal(await day.getAttribute("aria-invalid"), "true");
        assert.equal(await day.evaluate((field) => field.validity.badInput), true, "what was typed is still there");
        assert.deepEqual(sent, []);
    });
});
