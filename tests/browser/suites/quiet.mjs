// A page left alone draws nothing. What a visit costs: shell.mjs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DEVICES, fill, launch, ready, t, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

const IDLE_MS = 5000;

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

/// Frames drawn during five seconds, which the page itself measures. The live updates go on meanwhile.
async function frames_left_alone(page) {
    await ready(page);
    return page.evaluate(async (idle_ms) => {
        const before_it = window.schulkit.frames;
        await new Promise((done) => setTimeout(done, idle_ms));
        return { before_it, drawn: window.schulkit.frames - before_it };
    }, IDLE_MS);
}

for (const device of Object.keys(DEVICES)) {
    test(`the inventory left alone for five seconds draws no frame (${device})`, async () => {
        await visit(browser, server, { as: "coordinator", device, path: "/#/geraete" }, async (page) => {
            await page.getByRole("table", { name: t("inventory.table"), exact: true }).waitFor();
            const { before_it, drawn } = await frames_left_alone(page);
            assert.ok(before_it > 0, "frames are counted");
            assert.equal(drawn, 0);
        });
    });

    test(`a report form with the cursor in it draws no frame either (${device})`, async () => {
        await visit(browser, server, { as: "teacher", device, path: "/#/melden?geraet=BEA0204" }, async (page) => {
            const description = page.getByRole("textbox", { name: t("ticket.description"), exact: true });
            await fill(description, "Bild ist grün");
            await description.focus();
            assert.equal((await frames_left_alone(page)).drawn, 0);
            await fill(description, "");
        });
    });
}
