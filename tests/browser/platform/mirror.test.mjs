// The mirror says what the canvas shows: in the same place, found, marked and read aloud.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { DESKTOP, SHARP_PHONE, idle, launch_browser } from "./browser.mjs";
import { start_page_server } from "./page_server.mjs";
import { button, open_styleguide, text_field } from "./styleguide.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser;
let server;
let opened;

before(async () => (browser = await launch_browser()));
after(() => browser.close());
beforeEach(async () => (server = await start_page_server()));
afterEach(async () => {
    await opened.context.close();
    await server.close();
});

/// For every text in sight: how far the middle of the drawn ink lies from that of the mirrored ink, in CSS px, and how
/// their widths differ.
async function compare_ink(page, ratio) {
    const drawn = (await page.screenshot()).toString("base64");
    await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("#canvas { visibility: hidden } #mirror-page * { color: #000 !important }");
        document.adoptedStyleSheets = [sheet];
    });
    const mirrored = (await page.screenshot()).toString("base64");
    return page.evaluate(async ([first, second, scale]) => {
        const load = async (base64) => {
            const image = new Image();
            image.src = `data:image/png;base64,${base64}`;
            await image.decode();
            const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
            context.drawImage(image, 0, 0);
            return context;
        };
        const ink = (context, box) => {
            const { data, width, height } = context.getImageData(...box);
            const ground = data.slice(0, 3);
            const sum = { weight: 0, y: 0, left: width, right: 0 };
            for (let y = 0; y < height; ++y) {
                for (let x = 0; x < width; ++x) {
                    const at = (y * width + x) * 4;
                    const weight = [0, 1, 2].reduce((all, i) => all + Math.abs(data[at + i] - ground[i]), 0);
                    if (weight < 60) continue;
                    sum.weight += weight;
                    sum.y += y * weight;
                    sum.left = Math.min(sum.left, x);
                    sum.right = Math.max(sum.right, x);
                }
            }
            return { y: sum.y / sum.weight / scale, left: sum.left / scale, right: sum.right / scale };
        };
        const [canvas, mirror] = [await load(first), await load(second)];
        const main = document.querySelector("#mirror-page [role=main]").getBoundingClientRect();
        const found = [];
        for (const element of document.querySelectorAll("#mirror-page .leaf")) {
            const text = [...element.childNodes].find((node) => node.nodeType === 3 && node.data.trim());
            if (!text || element.closest("[role=status], a")) continue; // links are drawn with a line below
            const range = document.createRange();
            range.selectNodeContents(text);
            const area = range.getBoundingClientRect();
            const seen = area.top > main.top + 2 && area.bottom < Math.min(main.bottom, innerHeight - 70) && area.width > 8;
            if (!seen || element.disabled) continue;
            const box = [area.left - 2, area.top - 1, area.width + 4, area.height + 2].map((side) => Math.round(side * scale));
            const [a, b] = [ink(canvas, box), ink(mirror, box)];
            found.push({
                words: text.data.slice(0, 30),
                y: Math.abs(a.y - b.y),
                left: Math.abs(a.left - b.left),
                right: Math.abs(a.right - b.right),
            });
        }
        return found;
    }, [drawn, mirrored, ratio]);
}

for (const [name, device, ratio] of [["a desktop", DESKTOP, 1], ["a phone", SHARP_PHONE, 3],
    ["a desktop with 150 %", { ...DESKTOP, deviceScaleFactor: 1.5 }, 1.5]]) {
    test(`drawn and mirrored text lie within a pixel of each other on ${name}`, async () => {
        opened = await open_styleguide(browser, server, device);
        const found = await compare_ink(opened.page, ratio);
        assert.ok(found.length >= 8, `only ${found.length} texts in sight`);
        assert.deepEqual(found.filter(({ y, left, right }) => !(y <= 1 && left <= 1.4 && right <= 1.4)), []);
    });
}

test("words of several lines in the middle lie over the drawn ones", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    await page.locator("#mirror-page .centered").last().evaluate((element) => element.scrollIntoView({ block: "center" }));
    await idle(page);
    assert.ok(await page.evaluate(() => [...document.querySelectorAll("#mirror-page .centered")].some(({ textContent }) => textContent.includes("\n"))));
    const found = await compare_ink(page, 1);
    assert.ok(found.length >= 4, `only ${found.length} texts in sight`);
    assert.deepEqual(found.filter(({ y, left, right }) => !(y <= 1 && left <= 1.4 && right <= 1.4)), []);
});

test("what is on the screen is found by the browser's own search", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    assert.equal(await page.evaluate(() => window.find("grünes Bild")), true);
    assert.equal(await page.evaluate(() => getSelection().toString()), "grünes Bild");
    assert.equal(await page.evaluate(() => window.find("steht nicht da")), false);
});

test("what the browser brings into sight, as its search does, the drawn page scrolls to", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    await page.getByRole("heading", { name: "Rückmeldungen" }).evaluate((element) => element.scrollIntoView({ block: "center" }));
    await idle(page);
    const box = await page.getByRole("heading", { name: "Rückmeldungen" }).boundingBox();
    assert.ok(box.y > 56 && box.y + box.height < 900, JSON.stringify(box));
});

test("title, language, landmarks and headings are there", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    assert.match(await page.title(), /Bausteine/);
    assert.equal(await page.getAttribute("html", "lang"), "de");
    await page.getByRole("banner").waitFor();
    await page.getByRole("navigation", { name: "Hauptmenü" }).waitFor();
    await page.getByRole("main").waitFor();
    const table = page.getByRole("table", { name: "Geräte" });
    assert.ok(Number(await table.getAttribute("aria-rowcount")) >= 1234);
    await table.scrollIntoViewIfNeeded();
    await idle(page);
    assert.ok(await page.getByRole("row").count() > 3);
    await page.getByRole("columnheader", { name: "Etikett" }).getByRole("button").click();
    await idle(page);
    assert.equal(await page.getByRole("columnheader", { name: "Etikett" }).getAttribute("aria-sort"), "ascending");
});

test("a result is told by a live region that was there before its words", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    await page.evaluate(() => {
        window.told = [];
        new MutationObserver((changes) => {
            for (const { target, addedNodes } of changes) {
                if (target === window.region) window.told.push(...[...addedNodes].map((node) => node.textContent));
            }
        }).observe(document.getElementById("mirror-page"), { subtree: true, childList: true });
        window.region = document.querySelector("[role=status][data-testid=status]"); // there, and empty
    });
    await button(page, "primary").click();
    await idle(page);
    assert.deepEqual(await page.evaluate(() => window.told), ["1-mal gespeichert"]);
});

test("an element lives as long as its widget: the focus, the caret and the choice stay through every redraw", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const field = text_field(page);
    await field.fill("abcdef");
    await field.evaluate((element) => {
        window.same = element;
        element.setSelectionRange(2, 4);
    });
    await page.mouse.move(800, 500);
    await page.mouse.wheel(0, 120);
    await page.setViewportSize({ width: 1200, height: 800 });
    await idle(page);
    const now = await field.evaluate((element) => [element === window.same, element === document.activeElement,
        element.selectionStart, element.selectionEnd, element.value]);
    assert.deepEqual(now, [true, true, 2, 4, "abcdef"]);
});

test("axe finds nothing serious, with and without an open dialog", async () => {
    opened = await open_styleguide(browser, server, DESKTOP);
    const { page } = opened;
    const serious = async () => {
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        return violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
    };
    // Not as a script element: the page's policy forbids foreign ones.
    await page.evaluate((await import("node:fs")).readFileSync(axe, "utf8"));
    assert.deepEqual(await serious(), []);
    await page.getByRole("button", { name: "Fenster öffnen" }).click();
    await idle(page);
    assert.deepEqual(await serious(), []);
});
