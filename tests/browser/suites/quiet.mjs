// A page left alone draws nothing; a first visit is small; nobody else is asked for anything.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DEVICES, fill, heading, launch, ready, sign_in, t, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

const IDLE_MS = 5000;
const MOST_BYTES = 400_000;

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
        await visit(browser, server, { device, path: "/#/geraete" }, async (page) => {
            await sign_in(page, "coordinator");
            await page.getByRole("table", { name: t("inventory.table"), exact: true }).waitFor();
            const { before_it, drawn } = await frames_left_alone(page);
            assert.ok(before_it > 0, "frames are counted");
            assert.equal(drawn, 0);
        });
    });

    test(`a report form with the cursor in it draws no frame either (${device})`, async () => {
        await visit(browser, server, { device, path: "/#/melden?geraet=BEA0204" }, async (page) => {
            await sign_in(page, "teacher");
            const description = page.getByRole("textbox", { name: t("ticket.description"), exact: true });
            await fill(description, "Bild ist grün");
            await description.focus();
            assert.equal((await frames_left_alone(page)).drawn, 0);
            await fill(description, "");
        });
    });
}

test("on the wire until the inventory is usable are at most 400 KB", async (test_context) => {
    await visit(browser, server, { path: "/#/geraete" }, async (page, context) => {
        const sent = new Map(); // request → [url, bytes]
        const browser_side = await context.newCDPSession(page);
        browser_side.on("Network.responseReceived", ({ requestId, response }) => sent.set(requestId, [response.url, 0]));
        browser_side.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
            if (sent.has(requestId)) sent.get(requestId)[1] = encodedDataLength;
        });
        await browser_side.send("Network.enable");
        await browser_side.send("Network.clearBrowserCache");
        await page.reload(); // now with the count running
        await sign_in(page, "coordinator");
        await heading(page, t("nav.assets")).waitFor();
        await page.getByRole("table", { name: t("inventory.table"), exact: true }).getByRole("link").first().waitFor();
        await ready(page);

        const all = [...sent.values()].sort((a, b) => b[1] - a[1]);
        const bytes = all.reduce((sum, [, size]) => sum + size, 0);
        test_context.diagnostic(`${bytes} bytes in ${all.length} answers, largest: `
            + all.slice(0, 6).map(([url, size]) => `${new URL(url).pathname} ${size}`).join(", "));
        assert.ok(all.some(([url, size]) => url.endsWith(".wasm") && size > 50_000), "the program was counted");
        assert.ok(all.some(([url, size]) => url.includes("/api/assets") && size > 1000), "the list was counted");
        assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
    });
});
