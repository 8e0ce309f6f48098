// What a screen reader hears while somebody works: tables with all their rows, results that are told, a focus that goes
// where the eyes go, errors beside their fields. And words that stand out also where high contrast is asked for.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask_axe } from "../audit.mjs";
import { find_faint_words } from "../contrast.mjs";
import { picture_of } from "../ink.mjs";
import { DEVICES, choose, fill, go_to, heading, launch, press, ready, sign_in, t, visit } from "../page.mjs";
import { make_examples, screens } from "../screens.mjs";
import { start_demo_server } from "../server.mjs";
import { words } from "../words.mjs";

let browser;
let server;
let examples;

before(async () => {
    server = await start_demo_server();
    examples = await make_examples(server);
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

/// Opens a route as somebody: body(page).
function as(person, path, options, body) {
    return visit(browser, server, { ...options, path: `/${path}` }, async (page) => {
        await sign_in(page, person);
        await body(page);
    });
}

const has_focus = (locator) => locator.evaluate((element) => element === document.activeElement);

/// Words of status and alert regions: told as they change, and what a region has said when it came.
async function listen(page) {
    await page.evaluate(() => {
        const shown = (element) => [...element.childNodes].filter((node) => !node.hidden)
            .map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : shown(node))).join(" ").replace(/\s+/g, " ").trim();
        const region_of = (node) => (node instanceof Element ? node : node.parentElement)?.closest("[role=status], [role=alert]");
        window.heard = { told: [], came_with_words: [] };
        const last = new Map();
        for (const region of document.querySelectorAll("[role=status], [role=alert]")) last.set(region, shown(region));
        new MutationObserver((changes) => {
            const touched = new Set();
            for (const { target, addedNodes } of changes) {
                touched.add(region_of(target));
                for (const node of addedNodes) {
                    if (!(node instanceof Element)) continue;
                    touched.add(region_of(node));
                    for (const inner of node.querySelectorAll("[role=status], [role=alert]")) touched.add(inner);
                }
            }
            for (const region of touched) {
                if (!region?.isConnected) continue;
                const words = shown(region);
                if (!last.has(region) && words !== "") window.heard.came_with_words.push(words);
                if (last.has(region) && words !== "" && words !== last.get(region)) window.heard.told.push(words);
                last.set(region, words);
            }
        }).observe(document.getElementById("stage"), {
            subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"],
        });
    });
}

for (const device of Object.keys(DEVICES)) {
    test(`the page's 50 rows are all in the table, which tells how many there are (${device})`, async () => {
        await as("coordinator", "#/geraete", { device }, async (page) => {
            const table = page.getByRole("table", { name: t("inventory.table"), exact: true });
            const rows = table.getByRole("row");
            assert.equal(await rows.count(), 51);
            const [total] = /[\d.]+(?= Treffer)/.exec(await page.getByText(/ Treffer$/).innerText());
            assert.equal(Number(await table.getAttribute("aria-rowcount")), Number(total.replaceAll(".", "")) + 1);
            assert.equal(await rows.last().getAttribute("aria-rowindex"), "51");
            for (const row of [rows.nth(1), rows.nth(50)]) assert.equal(await row.getByRole("rowheader").count(), 1);
            for (const key of ["asset.tag", "asset.name", "asset.status"]) {
                assert.equal(await table.getByRole("columnheader", { name: t(key), exact: true }).count(), 1, t(key));
            }
        });
    });
}

test("a link of a row says by its description which device is meant", async () => {
    await as("coordinator", "#/geraete", {}, async (page) => {
        const row = page.getByRole("table").getByRole("row").nth(1);
        const described = await row.getByRole("link").evaluate((link) =>
            document.getElementById(link.getAttribute("aria-describedby"))?.textContent);
        assert.equal(described, await row.getByRole("rowheader").innerText());
    });
});

test("while somebody types in the search, the number of hits is told", async () => {
    await as("coordinator", "#/geraete", {}, async (page) => {
        await listen(page);
        await page.getByRole("searchbox", { name: t("inventory.search") }).pressSequentially("BEA0204", { delay: 30 });
        await ready(page);
        const { told } = await page.evaluate(() => window.heard);
        assert.match(told.at(-1) ?? "", /^1 Treffer$/);
        await fill(page.getByRole("searchbox", { name: t("inventory.search") }), "gibtesnicht");
        assert.equal((await page.evaluate(() => window.heard.told)).at(-1), t("ui.found_none"));
    });
});

test("a region is there before its words, on every way through the screens", async () => {
    await as("teacher", "#/", {}, async (page) => {
        await listen(page);
        await go_to(page, t("nav.assets_staff"));
        await go_to(page, t("nav.my_tickets"));
        await page.evaluate(() => (location.hash = "#/melden?geraet=BEA0204"));
        await heading(page, t("report.title_of", { device: examples.projector.name })).waitFor();
        await ready(page);
        const { told, came_with_words } = await page.evaluate(() => window.heard);
        assert.deepEqual(came_with_words, []);
        assert.ok(told.some((each) => each.startsWith(t("report.already.one"))), `told: ${told.join(" | ")}`);
        assert.ok(told.some((each) => / Treffer$/.test(each)), `told: ${told.join(" | ")}`);
    });
});

for (const device of ["desktop", "phone"]) {
    test(`a change of the screen puts the focus on its heading (${device})`, async () => {
        await as("technician", "#/", { device }, async (page) => {
            for (const name of ["nav.tickets", "nav.assets", "nav.home"].map((key) => t(key))) {
                await go_to(page, name);
                assert.ok(await has_focus(heading(page, name)), name);
            }
            await page.goBack();
            await heading(page, t("nav.assets")).waitFor();
            await ready(page);
            assert.ok(await has_focus(heading(page, t("nav.assets"))), "after going back");
            await page.evaluate((id) => (location.hash = `#/tickets/${id}`), examples.ticket.id);
            await heading(page, examples.ticket.title).waitFor();
            await ready(page);
            assert.ok(await has_focus(heading(page, examples.ticket.title)), "a ticket");
        });
    });
}

test("bringing what is fixed into sight scrolls nothing behind it", async () => {
    await as("coordinator", "#/geraete", { device: "phone" }, async (page) => {
        const entry = page.getByRole("navigation", { name: t("ui.navigation") }).getByRole("link", { name: /^Tickets/ });
        const places = () => page.evaluate(() =>
            [...document.querySelectorAll("[role=main] a")].map((link) => Math.round(link.getBoundingClientRect().top)));
        const before = await places();
        assert.ok(Math.max(...before) > 844, "the list is longer than the screen");
        await entry.evaluate((element) => element.scrollIntoView({ block: "nearest" }));
        await ready(page);
        assert.deepEqual(await places(), before);
        await entry.focus();
        await ready(page);
        assert.deepEqual(await places(), before);

        const last = page.getByRole("table").getByRole("link").last();
        const box = (locator) => locator.evaluate((element) => element.getBoundingClientRect());
        assert.ok((await box(last)).top > 844, "the last device is out of sight");
        await last.evaluate((element) => element.scrollIntoView({ block: "nearest" }));
        await ready(page);
        const { top: dock } = await box(page.getByRole("group", { name: t("ui.main_action") }));
        const { bottom } = await box(last);
        assert.ok(bottom > 300 && bottom <= dock + 1, `it ends at ${bottom}, above the main action at ${dock}`);
    });
});

test("a page that does not exist says so in a heading that has the focus", async () => {
    await as("teacher", "#/", {}, async (page) => {
        await page.evaluate(() => (location.hash = "#/gibt-es-nicht"));
        await page.getByText(t("app.no_such_page")).waitFor();
        await ready(page);
        assert.equal(await heading(page, t("app.no_such_page")).count(), 1);
        assert.ok(await has_focus(heading(page, t("app.no_such_page"))));
    });
});

test("a dialog takes the focus and leaves nothing else to reach; Escape gives it back", async () => {
    await as("technician", `#/tickets/${examples.ticket.id}`, {}, async (page) => {
        const opener = page.getByRole("main").getByRole("button", { name: t("ticket.correct_device"), exact: true });
        await opener.focus();
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog", { name: t("ticket.correct_device"), exact: true });
        await dialog.waitFor();
        await ready(page);
        assert.ok(await dialog.evaluate((element) => element.contains(document.activeElement)));
        assert.equal(await dialog.getAttribute("aria-modal"), "true");
        const reachable = await page.evaluate(() => [...document.querySelectorAll("#mirror-page :is(a, button, input, select, textarea)")]
            .filter((element) => !element.closest("[inert]") && !element.closest("[role=dialog]"))
            .map((element) => element.dataset.testid));
        assert.deepEqual(reachable, []);
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
        await ready(page);
        assert.ok(await has_focus(opener));
        assert.equal(await page.locator("#mirror-page [inert]").count(), 0);
    });
});

for (const colors of ["light", "dark"]) {
    test(`axe finds nothing in the dialogs, and each has a name (${colors})`, async () => {
        await as("coordinator", "#/geraete", { settings: { colors } }, async (page) => {
            const dialogs = [
                ["ui.account", () => page.getByRole("button", { name: t.pattern("ui.account_of") }).click()],
                ["ui.columns", () => page.getByRole("button", { name: t("ui.columns"), exact: true }).click()],
                ["palette.title", () => page.keyboard.press("Control+k")],
                ["shortcuts.title", () => page.keyboard.press("?")],
            ];
            for (const [name, open] of dialogs) {
                await open();
                const dialog = page.getByRole("dialog", { name: t(name), exact: true });
                await dialog.waitFor();
                await ready(page);
                assert.deepEqual((await ask_axe(page)).violations, [], t(name));
                await page.keyboard.press("Escape");
                await dialog.waitFor({ state: "hidden" });
                await ready(page);
            }
        });
    });
}

test("an error belongs to its field, which has the focus", async () => {
    await as("teacher", "#/melden?geraet=BEA0204", {}, async (page) => {
        const field = page.getByRole("textbox", { name: t("ticket.title"), exact: true });
        const note_of = () => field.evaluate((element) => (element.getAttribute("aria-describedby") ?? "").split(" ")
            .map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
        assert.equal(await field.getAttribute("aria-invalid"), null);
        assert.equal(await field.getAttribute("aria-required"), "true");
        await press(page.getByRole("button", { name: t("report.send"), exact: true }));
        assert.equal(await field.getAttribute("aria-invalid"), "true");
        assert.ok((await note_of()).includes(t("error.required")), await note_of());
        assert.ok(await has_focus(field));
        await fill(field, "Kein Bild");
        assert.equal(await field.getAttribute("aria-invalid"), null);
        assert.ok(!(await note_of()).includes(t("error.required")), await note_of());
    });
});

test("another language is the page's and its fields' at once", async () => {
    await as("teacher", "#/darstellung", {}, async (page) => {
        const [english, german] = [words("en"), t];
        await choose(page.getByRole("combobox", { name: german("appearance.language"), exact: true }), "en");
        await heading(page, english("appearance.title")).waitFor();
        assert.equal(await page.getAttribute("html", "lang"), "en");
        await page.evaluate(() => (location.hash = "#/geraete"));
        const search = page.getByRole("searchbox", { name: english("inventory.search") });
        assert.equal(await search.getAttribute("lang"), "en");
    });
});

/// Of the person's screens, in sight: what the picture says of their words.
async function measure_screens(page, wanted) {
    const result = { measured: 0, faint: [] };
    for (const [name, who, where] of screens(examples)) {
        if (who !== "teacher" || !wanted.includes(name)) continue;
        await page.goto(`${server.url}/${where}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await ready(page);
        const { measured, faint } = await find_faint_words(page, await picture_of(page));
        result.measured += measured;
        result.faint.push(...faint.map((each) => `${name}: ${each}`));
    }
    return result;
}

for (const colors of ["light", "dark"]) {
    test(`drawn words stand out with high contrast (${colors})`, async (test_context) => {
        await as("teacher", "#/", { settings: { colors, contrast: "more" } }, async (page) => {
            const { measured, faint } = await measure_screens(page, ["home", "inventory", "report form", "ticket"]);
            test_context.diagnostic(`${measured} texts measured`);
            assert.ok(measured > 80, `${measured} texts measured`);
            assert.deepEqual(faint, []);
        });
    });
}

test("words that are drawn too faintly are found", async () => {
    await as("teacher", "#/geraete", { settings: { colors: "light" } }, async (page) => {
        assert.deepEqual((await find_faint_words(page, await picture_of(page))).faint, []);
        await page.evaluate(() => (document.getElementById("canvas").style.opacity = "0.5"));
        const { measured, faint } = await find_faint_words(page, await picture_of(page));
        assert.ok(faint.length > measured / 2, `${faint.length} of ${measured}`);
    });
});
