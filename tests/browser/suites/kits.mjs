// The office plans kits: what belongs in them, in which school years they are lent, which there are and what is in them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { has_focus, keyboard, tab_to } from "../hands.mjs";
import {
    LAYOUTS, choose, fill, go_to, heading, launch, press, press_for_message, ready, route, scan, shoot, t, visit,
} from "../page.mjs";
import { start_demo_server } from "../server.mjs";

/// A label of a kit that nobody has made yet is looked up and not found.
const UNKNOWN_LABEL = /status of 404 .*\/api\/lookup\/NEU-/;
/// What somebody has typed is refused, and the page says so.
const REFUSED = /status of (409|422) /;

let browser;
let server;
let office;

before(async () => {
    server = await start_demo_server();
    office = await sign_in_by_http(server, "coordinator");
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const field = (page, role, key) => page.getByRole(role, { name: t(key), exact: true });
const button = (page, key, values) => page.getByRole("button", { name: t(key, values), exact: true });
const link = (page, key, values) => page.getByRole("link", { name: t(key, values), exact: true });

for (const device of LAYOUTS) {
    const letter = device === "phone" ? "P" : "K";

    test(`a kit type is planned, and a kit of it made of its label, filled by scanning and counted (${device})`, async () => {
        for (const number of [1, 2]) {
            const made = await office.post("/api/assets", { tag: `TN${letter}${number}`, name: "iPad 11", category: "Tablet" });
            assert.equal(made.status, 201, made.text);
        }
        await visit(browser, server, { as: "coordinator", device, expected: [UNKNOWN_LABEL] }, async (page) => {
            await go_to(page, t("nav.kits"));
            await press(page.getByRole("main").getByRole("link", { name: t("kit_types.title"), exact: true }));
            await heading(page, t("kit_types.title")).waitFor();
            await shoot(page, "kit-types");
            await press(link(page, "kit_types.create"));
            await heading(page, t("kit_types.create")).waitFor();
            await fill(field(page, "textbox", "kit_type.name"), `Zwei Tablets ${letter}`);
            await fill(field(page, "textbox", "kit_type.slot_label"), "Tablet");
            await choose(field(page, "combobox", "asset.category"), "Tablet");
            await fill(field(page, "textbox", "kit_type.quantity"), "2");
            await page.getByText(t("kit_types.slot_range", { first: 1, last: 2 }), { exact: true }).waitFor();
            await press(button(page, "kit_types.add_accessory"));
            await fill(field(page, "textbox", "kit_type.accessory_label"), "Stift");
            await fill(page.getByRole("group", { name: "Stift", exact: true }).getByRole("textbox", { name: t("kit_type.quantity") }), "2");
            await press(button(page, "kit_types.add_app"));
            await fill(field(page, "textbox", "kit_type.app_name"), "Malbuch");
            await page.getByText(t("kit_types.not_released"), { exact: true }).waitFor();
            await shoot(page, "kit-type-new");
            await press_for_message(button(page, "device_form.save"), t("device_form.created", { name: `Zwei Tablets ${letter}` }));
            const row = page.getByRole("row").filter({ hasText: `Zwei Tablets ${letter}` });
            await row.getByText(t("kit_types.apps_open", { open: 1, all: 1 }), { exact: false }).waitFor();

            await scan(page, `NEU-${letter}`);
            await press(link(page, "kits.create"));
            await heading(page, t("kits.create")).waitFor();
            assert.equal(await field(page, "textbox", "kit.tag").inputValue(), `NEU-${letter}`);
            await fill(field(page, "textbox", "kit.name"), `Neuer Koffer ${letter}`);
            await choose(field(page, "combobox", "kit.kit_type_id"), { label: `Zwei Tablets ${letter}` });
            await shoot(page, "kit-new");
            await press_for_message(button(page, "device_form.save"), t("kits.created", { name: `Neuer Koffer ${letter}` }));
            const title = `NEU-${letter} · Neuer Koffer ${letter}`;
            await heading(page, title).waitFor();

            for (const number of [1, 2]) {
                await scan(page, `TN${letter}${number}`);
                await page.getByText(`TN${letter}${number} · iPad 11`, { exact: true }).first().waitFor(); // its description says it, too
            }
            await fill(page.getByRole("textbox", { name: t("kits.count_of", { label: "Stift" }), exact: true }), "1");
            await press(button(page, "kits.one_more", { label: "Stift" }));
            await press_for_message(button(page, "kits.save_counts"), t("kits.counts_saved"));
            await page.getByText(t("kit_condition.complete"), { exact: true }).waitFor();
            const history = page.getByRole("list", { name: t("history.title"), exact: true });
            await history.getByText("Stift: 0 → 2", { exact: true }).waitFor();
            await history.getByText(`Platz 2: leer → TN${letter}2`, { exact: true }).waitFor();
            await shoot(page, "kit-filled");

            await scan(page, `TN${letter}1`); // already in it: nothing happens
            await press(page.getByRole("button", { name: t("kits.slot", { slot: 1, label: "Tablet" }), exact: true }));
            await press(page.getByRole("dialog").getByRole("link", { name: `TN${letter}1 · iPad 11`, exact: true }));
            await heading(page, "iPad 11").waitFor();
            await page.getByText(t("history.kit_place", { kit: title, slot: 1 }), { exact: true }).waitFor();
        });
    });

    test(`the days of school years are set, and the next year made in advance (${device})`, async () => {
        const { items } = (await office.get("/api/school-years")).json;
        const next = items.at(-1).ends_on.slice(0, 4);
        const name = `${next}/${String(Number(next) + 1).slice(2)}`;
        await visit(browser, server, { as: "coordinator", device }, async (page) => {
            await go_to(page, t("nav.kits"));
            await press(page.getByRole("main").getByRole("link", { name: t("school_years.title"), exact: true }));
            await heading(page, t("school_years.title")).waitFor();
            await shoot(page, "school-years");
            await press(link(page, "school_years.make", { year: name }));
            await heading(page, t("school_years.make", { year: name })).waitFor();
            const summer = String(Number(next) + 1);
            await fill(page.getByLabel(t("school_year.summer_from"), { exact: true }), `${summer}-07-04`);
            await press(button(page, "device_form.save"));
            const until = page.getByLabel(t("school_year.summer_until"), { exact: true });
            assert.equal(await until.getAttribute("aria-invalid"), "true");
            assert.equal(await has_focus(until), true, "one is led to what is wrong");
            await shoot(page, "school-year-wrong");
            await fill(until, `${summer}-08-14`);
            await press_for_message(button(page, "device_form.save"), t("device_form.created", { name }));
            const made = (await office.get("/api/school-years")).json.items.at(-1);
            assert.equal(made.summer_from, `${summer}-07-04`);
            assert.ok(made.latest_return_on < `${summer}-06-30`, made.latest_return_on);
            await page.getByRole("row").filter({ hasText: name }).getByText(t("school_year_phase.coming")).waitFor();
        });
    });
}

test("by the keyboard alone a line moves under the focus, a new one is gone to, and a removed one leaves a neighbour", async () => {
    const { items: [type] } = (await office.get("/api/kit-types?q=iPad")).json;
    await visit(browser, server, { as: "coordinator", path: `/#/koffertypen/${type.id}`, expected: [REFUSED] }, async (page) => {
        const down = button(page, "kit_types.move_down", { line: "Tablet" });
        await keyboard.press(down);
        await ready(page);
        assert.equal(await has_focus(down), true, "the line has moved, the focus with it");
        await page.getByText(t("kit_types.slot_range", { first: 2, last: 17 }), { exact: true }).waitFor();
        await page.getByRole("status").getByText(t("kit_types.line_moved", { line: "Tablet", number: 2 })).waitFor({ state: "attached" });
        const up = button(page, "kit_types.move_up", { line: "Tablet" });
        await tab_to(up, "Shift+Tab");
        await page.keyboard.press("Space");
        await ready(page);
        assert.equal(await has_focus(up), true);

        await keyboard.press(button(page, "kit_types.add_accessory"));
        await ready(page);
        const fresh = page.getByRole("group", { name: t("kit_types.line", { number: type.accessories.length + 1 }), exact: true });
        assert.equal(await has_focus(fresh.getByRole("textbox", { name: t("kit_type.accessory_label") })), true);
        await page.keyboard.type("Maus", { delay: 55 });
        await ready(page);
        const remove = button(page, "kit_types.remove_line", { line: "Maus" });
        await tab_to(remove, "Shift+Tab");
        await page.keyboard.press("Space");
        await ready(page);
        assert.equal(await remove.count(), 0);
        const stays = await page.evaluate(() => document.activeElement?.closest("[role=main]") !== null);
        assert.ok(stays, "the focus is still among the lines");
        await keyboard.press(button(page, "device_form.cancel"));
        await ready(page);
        assert.equal(route(page), "#/koffertypen", "nothing was left to be saved");
    });
});

test("left alone these screens draw no frame", async () => {
    const { items: [kit] } = (await office.get("/api/kits?limit=1")).json;
    const { items: [type] } = (await office.get("/api/kit-types?limit=1")).json;
    const drawn = await Promise.all([`/#/koffer/${kit.id}`, `/#/koffertypen/${type.id}`, "/#/schuljahre"].map(async (path) => {
        let frames = 0;
        await visit(browser, server, { as: "coordinator", path }, async (page) => {
            await ready(page);
            frames = await page.evaluate(async () => {
                const before_it = window.schulkit.frames;
                await new Promise((done) => setTimeout(done, 5000));
                return window.schulkit.frames - before_it;
            });
        });
        return frames;
    }));
    assert.deepEqual(drawn, [0, 0, 0]);
});
