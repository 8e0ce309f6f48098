// Quick ways: search and jump, keys, the tour, the manual, how the page looks, columns, several devices at once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { has_focus } from "../hands.mjs";
import {
    choose, fill, go_to, heading, launch, press, ready, route, see_and_hear, shoot, sign_in, sign_out, t, visit,
} from "../page.mjs";
import { start_demo_server } from "../server.mjs";
import { words } from "../words.mjs";

const PROJECTOR = "BEA0204";
const KEY_MS = 55; // faster would be a scanner
/// The question what others have changed may be on its way just then.
const ASKED_WHILE_SIGNING_OUT = /status of 401 .*\/api\/changes/;

let browser;
let server;
let projector;
let ticket;

before(async () => {
    server = await start_demo_server();
    const teacher = await sign_in_by_http(server, "teacher");
    projector = await teacher.find_asset(PROJECTOR);
    ticket = (await teacher.post("/api/tickets", { asset_code: PROJECTOR, title: "Fernbedienung verschwunden" })).json;
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

function palette(page) {
    return page.getByRole("dialog", { name: t("palette.title"), exact: true });
}

async function open_palette(page) {
    await page.keyboard.press("Control+k");
    await palette(page).waitFor();
    await ready(page);
}

/// Opens the palette, types, and takes the hit with that name by arrows and Enter.
async function jump_to(page, typed, name) {
    await open_palette(page);
    await page.keyboard.insertText(typed);
    const hit = palette(page).getByRole("listitem").getByRole("link", { name })
        .or(palette(page).getByRole("listitem").getByRole("button", { name }));
    await hit.first().waitFor();
    await ready(page);
    for (let count = 0; count < 12 && !(await has_focus(hit.first())); ++count) await page.keyboard.press("ArrowDown");
    assert.ok(await has_focus(hit.first()), `arrows lead to ${name}`);
    await page.keyboard.press("Enter");
    await palette(page).waitFor({ state: "detached" });
    await ready(page);
}

test("the palette opens by Ctrl+K, by \"/\" and by its button; Escape gives the focus back", async () => {
    await visit(browser, server, { as: "coordinator" }, async (page) => {
        const opener = page.getByRole("banner").getByRole("button", { name: t("ui.search"), exact: true });
        const link = page.getByRole("navigation").getByRole("link", { name: t("nav.tickets") });
        const field = palette(page).getByRole("searchbox", { name: t("palette.search"), exact: true });
        const opens = async (from, open) => {
            await from.focus();
            await open();
            await palette(page).waitFor();
            await ready(page);
            assert.equal(await has_focus(field), true);
            assert.equal(await field.inputValue(), "");
            await page.keyboard.press("Escape");
            await palette(page).waitFor({ state: "detached" });
            await ready(page);
            assert.equal(await has_focus(from), true, "the focus is back");
        };
        await opens(link, () => page.keyboard.press("Control+k"));
        await opens(link, () => page.keyboard.press("/"));
        await opens(opener, () => page.keyboard.press("Enter"));
        await press(opener);
        await palette(page).waitFor();
        await shoot(page, "palette");
    });
});

test("the palette reaches a device by its tag, a ticket, a screen and an action", async () => {
    await visit(browser, server, { as: "coordinator" }, async (page) => {
        await jump_to(page, PROJECTOR.toLowerCase(), projector.name);
        assert.equal(route(page), `#/geraete/${projector.id}`);
        await jump_to(page, "verschwunden", new RegExp(`#${ticket.id} `));
        assert.equal(route(page), `#/tickets/${ticket.id}`);
        await jump_to(page, "liste ein", t("nav.import"));
        assert.equal(route(page), "#/import");
        await jump_to(page, "anlegen", t("inventory.create"));
        assert.equal(route(page), "#/geraete/neu");
        await jump_to(page, "dunkle", t("app.colors_dark"));
        await page.waitForFunction(() => document.documentElement.dataset.scheme === "dark");
        await jump_to(page, "kürzel", t("shortcuts.title"));
        await page.getByRole("dialog", { name: t("shortcuts.title"), exact: true }).waitFor();
    });
});

test("Enter in the palette's field takes the first hit; what is not there is said", async () => {
    await visit(browser, server, { as: "technician" }, async (page) => {
        await open_palette(page);
        await page.keyboard.insertText("gibtesnicht");
        await palette(page).getByText(t("palette.none", { words: "gibtesnicht" }), { exact: true }).waitFor();
        assert.equal(await palette(page).getByRole("listitem").count(), 0);
        await page.keyboard.press("Control+a");
        await page.keyboard.insertText(PROJECTOR);
        await palette(page).getByRole("link", { name: projector.name }).waitFor();
        await ready(page);
        await page.keyboard.press("Enter");
        await heading(page, projector.name).waitFor();
    });
});

test("school staff find their own school's devices in the palette and no other's", async () => {
    const http = await sign_in_by_http(server, "coordinator");
    const other = (await http.get("/api/assets?school_code=BBS-01&category=Notebook&limit=1")).json.items[0];
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await press(page.getByRole("banner").getByRole("button", { name: t("ui.search"), exact: true }));
        const field = palette(page).getByRole("searchbox");
        await fill(field, other.tag);
        await palette(page).getByText(t("palette.none", { words: other.tag }), { exact: true }).waitFor();
        await fill(field, PROJECTOR);
        await shoot(page, "palette");
        await press(palette(page).getByRole("link", { name: projector.name }));
        await heading(page, projector.name).waitFor();
    });
});

test("in a field \"/\" and \"?\" are signs like others, Ctrl+K still opens the palette", async () => {
    await visit(browser, server, { as: "teacher", path: `/#/melden?geraet=${PROJECTOR}` }, async (page) => {
        const title = page.getByRole("textbox", { name: t("ticket.title"), exact: true });
        await title.focus();
        await page.keyboard.type("an/aus?", { delay: KEY_MS });
        await ready(page);
        assert.equal(await title.inputValue(), "an/aus?");
        assert.equal(await page.getByRole("dialog").count(), 0);
        await open_palette(page);
        await page.keyboard.press("Escape");
        await palette(page).waitFor({ state: "detached" });
        await ready(page);
        assert.equal(await has_focus(title), true);
        assert.equal(await title.inputValue(), "an/aus?");
        await fill(title, "");
    });
});

test("\"?\" shows the keys; with single keys switched off neither \"/\" nor \"?\" does anything", async () => {
    const overview = (page) => page.getByRole("dialog", { name: t("shortcuts.title"), exact: true });
    await visit(browser, server, { as: "coordinator" }, async (page) => {
        await page.keyboard.press("?");
        await overview(page).waitFor();
        await overview(page).getByText(t("shortcuts.search.keys"), { exact: true }).waitFor();
        await shoot(page, "shortcuts");
        await page.keyboard.press("Escape");
        await overview(page).waitFor({ state: "detached" });

        await page.goto(`${server.url}/#/darstellung`);
        await heading(page, t("appearance.title")).waitFor();
        await choose(page.getByRole("combobox", { name: t("appearance.single_keys"), exact: true }), "off");
        await page.getByRole("navigation").getByRole("link").first().focus();
        for (const key of ["/", "?"]) {
            await page.keyboard.press(key);
            await ready(page);
            assert.equal(await page.getByRole("dialog").count(), 0, key);
        }
        await open_palette(page);
    });
});

test("reload, find, print and zoom stay the browser's, in a table and in a field", async () => {
    const keys = ["Control+f", "Control+p", "Control+r", "Control++", "Control+-", "Control+0", "F5", "F3", "Alt+ArrowLeft"];
    await visit(browser, server, { as: "coordinator", path: "/#/geraete" }, async (page) => {
        const table = page.getByRole("table", { name: t("inventory.table"), exact: true });
        await table.getByRole("link").first().waitFor();
        await page.evaluate(() => {
            window.prevented = [];
            window.seen = 0;
            // The last to hear of it; then the browser's own act is kept from happening in the test.
            window.addEventListener("keydown", (event) => {
                window.seen += 1;
                if (event.defaultPrevented) window.prevented.push(event.key);
                event.preventDefault();
            });
        });
        const field = page.getByRole("searchbox", { name: t("inventory.search") });
        for (const where of [table.getByRole("link").first(), field]) {
            await where.focus();
            for (const key of keys) await page.keyboard.press(key);
        }
        await ready(page);
        const { prevented, seen } = await page.evaluate(() => ({ prevented: window.prevented, seen: window.seen }));
        assert.ok(seen >= 2 * keys.length, `${seen} keys were heard`);
        assert.deepEqual(prevented, []);
        assert.equal(await page.getByRole("dialog").count(), 0);
    });
});

test("the tour is shown to every role once, and again on request", async () => {
    const roles = { teacher: "school_staff", technician: "technician", coordinator: "coordinator", auditor: "auditor" };
    await visit(browser, server, { tour: true, expected: [ASKED_WHILE_SIGNING_OUT] }, async (page) => {
        for (const [username, role] of Object.entries(roles)) {
            await sign_in(page, username);
            const step = (title) => page.getByRole("dialog", { name: t(title), exact: true });
            await step("tour.welcome.title").waitFor();
            await shoot(page, `tour-${username}`);
            for (const title of [`tour.${role}.1.title`, `tour.${role}.2.title`, "tour.help.title"]) {
                await press(page.getByRole("dialog").getByRole("button", { name: t("tour.next"), exact: true }));
                await step(title).waitFor();
            }
            await press(page.getByRole("dialog").getByRole("button", { name: t("tour.done"), exact: true }));
            assert.equal(await page.getByRole("dialog").count(), 0);
            await page.reload();
            await heading(page, t("nav.home")).waitFor();
            await ready(page);
            assert.equal(await page.getByRole("dialog").count(), 0, "not a second time");
            if (username !== "auditor") await sign_out(page);
        }
        await press(page.getByRole("button", { name: t.pattern("ui.account_of") }));
        await press(page.getByRole("dialog").getByRole("button", { name: t("tour.again"), exact: true }));
        await press(page.getByRole("dialog").getByRole("button", { name: t("tour.skip"), exact: true }));
        assert.equal(await page.getByRole("dialog").count(), 0);
    });
});

test("\"?\" in the bar opens the screen's page of the manual in the chosen language", async () => {
    for (const language of ["de", "en"]) {
        const say = words(language);
        await visit(browser, server, { as: "teacher", language, path: "/#/melden" }, async (page, context) => {
            for (const [where, name] of [["#/melden", "melden"], ["#/geraete", "geraete"], [`#/geraete/${projector.id}`, "geraet"]]) {
                await page.goto(`${server.url}/${where}`);
                await ready(page);
                const opened = context.waitForEvent("page");
                await page.getByRole("banner").getByRole("link", { name: say("ui.help"), exact: true }).click();
                const manual = await opened;
                await manual.getByRole("heading", { level: 1 }).waitFor();
                assert.equal(new URL(manual.url()).pathname, `/handbuch/${language}/${name}.html`);
                assert.equal(await manual.getAttribute("html", "lang"), language);
                await manual.close();
                assert.equal(route(page), where, "the screen stays");
            }
        });
    }
});

test("dark, high contrast and 200 % are applied, kept after a reload, and on the sign-in page", async () => {
    const look = (page) => page.evaluate(() => ({ ...document.documentElement.dataset, size: document.documentElement.style.fontSize }));
    const ground = async (page) => { // what is drawn in a corner without words
        const { width, height } = page.viewportSize();
        const bytes = await page.screenshot({ clip: { x: width - 4, y: height - 4, width: 2, height: 2 } });
        return page.evaluate(async (url) => {
            const image = new Image();
            image.src = url;
            await image.decode();
            const context = new OffscreenCanvas(2, 2).getContext("2d");
            context.drawImage(image, 0, 0);
            return Math.max(...context.getImageData(0, 0, 1, 1).data.slice(0, 3));
        }, `data:image/png;base64,${bytes.toString("base64")}`);
    };
    await visit(browser, server, { as: "teacher", path: "/#/darstellung", expected: [ASKED_WHILE_SIGNING_OUT] }, async (page) => {
        await heading(page, t("appearance.title")).waitFor();
        const title_px = async () => (await heading(page, t("appearance.title")).boundingBox()).height;
        const light = await ground(page);
        const before_it = await title_px();
        const set = (name, value) => choose(page.getByRole("combobox", { name: t(`appearance.${name}`), exact: true }), value);
        await set("colors", "dark");
        await set("contrast", "more");
        await set("text_size", "200");
        const wanted = { scheme: "dark", contrast: "more", size: "32px" };
        assert.deepEqual(await look(page), wanted);
        assert.ok(light > 200 && await ground(page) < 60, "the canvas is dark");
        assert.ok(await title_px() > before_it * 1.7, "what is drawn has grown");
        await shoot(page, "appearance");

        await page.reload();
        await heading(page, t("appearance.title")).waitFor();
        await ready(page);
        assert.deepEqual(await look(page), wanted);
        assert.ok(await ground(page) < 60);
        assert.ok(await title_px() > before_it * 1.7);

        await sign_out(page);
        assert.deepEqual(await look(page), wanted);
        assert.ok(await ground(page) < 60, "the sign-in page too");
        const button = page.getByRole("button", { name: "Anmelden", exact: true });
        assert.equal(await button.evaluate((element) => getComputedStyle(element).fontSize), "32px");
        await shoot(page, "sign-in-dark");
    });
});

function devices_table(page) {
    return page.getByRole("table", { name: t("inventory.table"), exact: true });
}

test("columns that were hidden and widened are so after a reload, and can be put back", async () => {
    await visit(browser, server, { as: "coordinator", path: "/#/geraete" }, async (page) => {
        await devices_table(page).getByRole("link").first().waitFor();
        const header = (key) => devices_table(page).getByRole("columnheader", { name: t(key), exact: true });
        const width = async () => (await header("asset.room").boundingBox()).width;
        const before_it = await width();
        await press(page.getByRole("button", { name: t("ui.columns"), exact: true }));
        const dialog = page.getByRole("dialog", { name: t("ui.columns"), exact: true });
        await shoot(page, "columns");
        await dialog.getByRole("checkbox", { name: t("asset.category"), exact: true }).uncheck();
        for (let count = 0; count < 3; ++count) {
            await press(dialog.getByRole("button", { name: t("ui.column_wider", { column: t("asset.room") }), exact: true }));
        }
        await press(dialog.getByRole("button", { name: t("ui.done"), exact: true }));
        assert.equal(await header("asset.category").count(), 0);
        assert.equal(await width(), before_it + 60);

        await page.reload();
        await devices_table(page).getByRole("link").first().waitFor();
        await ready(page);
        assert.equal(await header("asset.category").count(), 0);
        assert.equal(await width(), before_it + 60);
        await press(page.getByRole("button", { name: t("ui.columns"), exact: true }));
        await press(dialog.getByRole("button", { name: t("ui.columns_reset"), exact: true }));
        await press(dialog.getByRole("button", { name: t("ui.done"), exact: true }));
        await header("asset.category").waitFor();
        assert.equal(await width(), before_it);
    });
});

test("an edge of a header is dragged by the mouse, and its width is remembered", async () => {
    await visit(browser, server, { as: "coordinator", path: "/#/geraete" }, async (page) => {
        const header = devices_table(page).getByRole("columnheader", { name: t("asset.room"), exact: true });
        await header.waitFor();
        await ready(page);
        const box = await header.boundingBox();
        const y = box.y + box.height / 2;
        await page.mouse.move(box.x + box.width - 1, y);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width + 40, y, { steps: 5 });
        await page.mouse.up();
        await ready(page);
        const wider = (await header.boundingBox()).width;
        assert.ok(Math.abs(wider - box.width - 40) < 6, `${box.width} → ${wider}`);
        assert.equal(route(page), "#/geraete", "dragging does not sort");
        await page.reload();
        await header.waitFor();
        await ready(page);
        assert.equal((await header.boundingBox()).width, wider);
    });
});

test("three chosen devices get a room at once, and it is taken back", async () => {
    const http = await sign_in_by_http(server, "coordinator");
    const { items } = (await http.get("/api/assets?school_code=GYM-03&category=Notebook&limit=3")).json;
    const rooms = async () => Promise.all(items.map(async ({ id }) => (await http.get(`/api/assets/${id}`)).json.room));
    const before_it = await rooms();
    await visit(browser, server, { as: "coordinator", path: "/#/geraete?school=GYM-03" }, async (page) => {
        await devices_table(page).waitFor();
        await choose(page.getByRole("combobox", { name: t("asset.school_code"), exact: true }), "GYM-03");
        await choose(page.getByRole("combobox", { name: t("asset.category"), exact: true }), "Notebook");
        await page.getByText(t("bulk.none"), { exact: true }).waitFor();
        for (const { tag } of items) {
            await devices_table(page).getByRole("checkbox", { name: t("ui.choose_row", { row: tag }), exact: true }).check();
        }
        await ready(page);
        await see_and_hear(page, t("bulk.count.other", { count: 3 }));
        await press(page.getByRole("button", { name: t("bulk.edit"), exact: true }));
        const dialog = page.getByRole("dialog", { name: t("bulk.title.other", { count: 3 }), exact: true });
        await choose(dialog.getByRole("combobox", { name: t("bulk.field"), exact: true }), "room");
        await fill(dialog.getByRole("textbox", { name: t("bulk.room"), exact: true }), "L 12");
        await shoot(page, "bulk");
        await press(dialog.getByRole("button", { name: t("bulk.change.other", { count: 3 }), exact: true }));
        await page.getByText(t("bulk.changed.other", { count: 3 })).first().waitFor();
        await ready(page);
        await shoot(page, "bulk-done");
        assert.deepEqual(await rooms(), ["L 12", "L 12", "L 12"]);
        await press(page.getByRole("button", { name: t("bulk.undo"), exact: true }));
        await page.getByText(t("bulk.undone.other", { count: 3 })).first().waitFor();
        await ready(page);
    });
    assert.deepEqual(await rooms(), before_it);
});

test("arrows, Home and End move through the rows, Space chooses one, Enter opens it", async () => {
    await visit(browser, server, { as: "coordinator" }, async (page) => {
        await go_to(page, t("nav.assets"));
        const links = devices_table(page).getByRole("link");
        await links.first().waitFor();
        const rows = await links.count();
        assert.equal(rows, 50);
        const at = () => page.evaluate(() => {
            const all = [...document.querySelectorAll('[role="row"] a')];
            return all.indexOf(document.activeElement);
        });
        await links.first().focus();
        const moved = [];
        for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "End", "ArrowDown", "ArrowUp", "Home", "ArrowUp"]) {
            await page.keyboard.press(key);
            await ready(page);
            moved.push(await at());
        }
        assert.deepEqual(moved, [1, 2, 1, 49, 49, 48, 0, 0]);

        const checks = devices_table(page).getByRole("checkbox", { name: /^\S+ auswählen$/ });
        await checks.nth(0).focus();
        await page.keyboard.press("ArrowDown");
        assert.equal(await has_focus(checks.nth(1)), true, "a check's neighbour is the next row's check");
        await page.keyboard.press("Space");
        await ready(page);
        await see_and_hear(page, t("bulk.count.one"));
        await page.keyboard.press("Tab");
        const name = await page.evaluate(() => document.activeElement.textContent);
        await page.keyboard.press("Enter");
        await heading(page, name).waitFor();
    });
});
