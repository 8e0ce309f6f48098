// A page left alone draws nothing, and one that is used only what has changed. What a visit costs: shell.mjs.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

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
    // the rest of the texts follows by itself, and is drawn once
    await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name, responseEnd }) =>
        name.includes("_later-") && name.endsWith(".json") && responseEnd > 0));
    await ready(page);
    return page.evaluate(async (idle_ms) => {
        const before_it = window.schulkit.frames;
        await new Promise((done) => setTimeout(done, idle_ms));
        return { before_it, drawn: window.schulkit.frames - before_it };
    }, IDLE_MS);
}

describe("left alone for five seconds", { concurrency: 4 }, () => {
    for (const device of Object.keys(DEVICES)) {
        test(`the inventory draws no frame (${device})`, async () => {
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
});

test("the mouse within a row draws no new picture; on the next row it does", async () => {
    await visit(browser, server, { as: "coordinator", path: "/#/geraete" }, async (page) => {
        const rows = page.getByRole("table", { name: t("inventory.table"), exact: true }).getByRole("row");
        const hover = async (row, x) => {
            await rows.nth(row).hover({ position: { x, y: 20 } });
            await ready(page);
        };
        await hover(1, 300);
        await page.evaluate(() => {
            const clear = WebGL2RenderingContext.prototype.clear; // every picture begins with it
            window.pictures = 0;
            WebGL2RenderingContext.prototype.clear = function (...buffers) {
                window.pictures += 1;
                clear.apply(this, buffers);
            };
        });
        const counted = () => page.evaluate(() => ({ frames: window.schulkit.frames, pictures: window.pictures }));
        const before_it = await counted();
        await hover(1, 310);
        const within = await counted();
        assert.ok(within.frames > before_it.frames, "the application has looked at it");
        assert.equal(within.pictures, 0);
        await hover(2, 310);
        const next_row = await counted();
        assert.ok(next_row.pictures > 0);
        await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
        await ready(page);
        assert.ok((await counted()).pictures > next_row.pictures, "shown again after it was hidden");
    });
});
