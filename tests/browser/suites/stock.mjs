// Accessories are bought, go into a kit, get lost at a school and are ordered anew; kits are split and merged.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { hide_canvas, keyboard } from "../hands.mjs";
import {
    LAYOUTS, choose, fill, go_to, heading, launch, press, press_for_message, ready, scan, shoot, t, visit, year_text,
} from "../page.mjs";
import { start_demo_server } from "../server.mjs";

const PENCIL = "Eingabestift";
const STORE = "Zentrallager";
/// What was promised keeps a kit together, and the page says so.
const REFUSED = /status of 409 /;
const NO_DEVICE = /status of 422 .*\/api\/kits\/\d+\/add$/; // the label of a kit was scanned into a kit

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
const dialog_of = (page, name) => page.getByRole("dialog", { name, exact: true });
const done = async (call) => {
    const answer = await call;
    assert.ok(answer.status < 300, answer.text);
    return answer.json;
};
const stock = async () => (await office.get("/api/stock")).json.items.find(({ label }) => label === PENCIL);

/// A kit at rest that lacks a pencil, with all its devices.
async function kit_without_a_pencil() {
    const { loans } = await done(office.get("/api/board"));
    const taken = new Set(loans.map(({ kit_id }) => kit_id));
    const { items } = await done(office.get("/api/kits?condition=incomplete&limit=200"));
    for (const { id } of items.filter((kit) => !taken.has(kit.id))) {
        const kit = await done(office.get(`/api/kits/${id}`));
        if (kit.accessories[0].quantity === 15 && kit.missing === 1) return kit;
    }
    assert.fail("every kit has all its pencils");
}

/// Out and back again: the school returns it without `missing` of its pencils.
async function lend_and_lose(kit, missing) {
    const { items: [school] } = await done(office.get("/api/schools?q=GYM-03"));
    for (const { code } of (await done(office.get("/api/requirements"))).items)
        await done(office.write("PUT", `/api/schools/${school.id}/requirements/${code}`, { state: "met", evidence: "geprüft", valid_until: null }));
    await done(office.post(`/api/kits/${kit.id}/ready`,
        { wiped: true, signed_out: true, updated: true, cleaned: true, charged: true, complete: true }));
    const { school_years: [year] } = await done(office.get("/api/board"));
    const loan = await done(office.post("/api/loans", { kit_id: kit.id, school_id: school.id, first_school_year: year.id, purpose: "Projektwoche" }));
    await done(office.post(`/api/loans/${loan.id}/approve`, {}));
    const scanned = kit.slots.filter(({ asset_tag }) => asset_tag).map(({ asset_tag }) => asset_tag);
    await done(office.post(`/api/loans/${loan.id}/hand-over`, { scanned, missing_accepted: true }));
    await done(office.post(`/api/loans/${loan.id}/take-back`, {}));
    const there = kit.accessories[0].expected - missing;
    await done(office.post(`/api/loans/${loan.id}/check-in`, { scanned, accessories: [{ label: PENCIL, quantity: there }] }));
    return loan;
}

let kit;
let loan;

test("pencils are bought, and one of them goes into the kit that lacks it", async () => {
    kit = await kit_without_a_pencil();
    const before_it = (await stock()).quantity;
    await visit(browser, server, { as: "coordinator", device: "desktop", expected: [REFUSED] }, async (page) => {
        await go_to(page, t("nav.kits"));
        await press(page.getByRole("main").getByRole("link", { name: t("stock.title"), exact: true }));
        await heading(page, t("stock.title")).waitFor();
        await shoot(page, "stock");
        await press(page.getByRole("button", { name: PENCIL, exact: true }));
        const dialog = dialog_of(page, t("stock.line_title", { label: PENCIL, store: STORE }));
        await dialog.waitFor();
        await press(button(dialog, "stock.enter"));
        await dialog.getByText(t("error.required"), { exact: true }).waitFor();
        await fill(field(dialog, "textbox", "kit_type.quantity"), "10");
        await fill(field(dialog, "textbox", "stock_move.note"), "Rechnung 4711");
        await shoot(page, "stock-move");
        await press_for_message(button(dialog, "stock.enter"), t("stock.moved"));
        await page.getByText(t("stock.there", { quantity: before_it + 10 }), { exact: true }).waitFor();

        await page.goto(`${server.url}/#/koffer/${kit.id}`);
        await press(button(page, "stock.from_store"));
        const move = dialog_of(page, t("stock.kit_title", { kit: kit.tag }));
        await move.waitFor();
        const quantity = field(move, "textbox", "kit_type.quantity");
        assert.equal(await quantity.inputValue(), "1", "what is missing is proposed");
        await fill(quantity, "5000");
        await press(button(move, "stock.enter"));
        await move.getByText(t("stock.stock_too_low", { quantity: before_it + 10 }), { exact: true }).waitFor();
        await fill(quantity, "1");
        await shoot(page, "stock-kit-move");
        await press_for_message(button(move, "stock.enter"), t("stock.moved"));
        await page.getByText(t("kit_condition.complete"), { exact: true }).waitFor();
        await page.getByRole("list", { name: t("history.title"), exact: true }).getByText(`${PENCIL}: 15 → 16`, { exact: true }).waitFor();
    });
    assert.equal((await stock()).quantity, before_it + 9);
});

test("what is missing at the check was lost in the loan", async () => {
    loan = await lend_and_lose(kit, 3);
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/#/lager/bewegungen`);
        await heading(page, t("stock.title")).waitFor();
        const lost = page.getByRole("row").filter({ hasText: t("stock.in_loan", { number: `A-${loan.id}` }) });
        await lost.getByText("−3", { exact: false }).first().waitFor();
        await lost.getByText(t("stock_move.missing"), { exact: false }).first().waitFor();
        await shoot(page, "stock-moves");
    });
});

for (const device of LAYOUTS) {
    test(`below its minimum it is on the order list (${device})`, async () => {
        const { quantity } = await stock();
        const minimum = quantity + (device === "phone" ? 6 : 8);
        await visit(browser, server, { as: "coordinator", device }, async (page) => {
            await page.goto(`${server.url}/#/lager`);
            await press(page.getByRole("button", { name: PENCIL, exact: true }));
            const dialog = dialog_of(page, t("stock.line_title", { label: PENCIL, store: STORE }));
            await fill(field(dialog, "textbox", "stock_line.minimum"), String(minimum));
            await shoot(page, "stock-minimum");
            await press_for_message(button(dialog, "stock.save_minimum"), t("stock.minimum_saved"));
            await press(page.getByRole("main").getByRole("link", { name: t("stock.orders"), exact: true }));
            const row = page.getByRole("row").filter({ hasText: PENCIL });
            await row.getByText(String(minimum - quantity), { exact: false }).first().waitFor();
            await shoot(page, "stock-orders");
            const csv = await page.getByRole("link", { name: t("stock.csv"), exact: true }).getAttribute("href");
            const answer = await office.get(new URL(csv, `${server.url}/`).pathname);
            assert.match(answer.text, new RegExp(`"${STORE}";"${PENCIL}";${quantity};${minimum};${minimum - quantity}`));
            await page.emulateMedia({ media: "print" });
            assert.ok(await row.isVisible(), "the list can be printed");
            await page.emulateMedia({ media: "screen" });
        });
    });
}

test("a new accessory and a new store are added on the phone", async () => {
    await visit(browser, server, { as: "coordinator", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/#/lager`);
        await press(button(page, "stock.add_store"));
        const store = dialog_of(page, t("stock.add_store"));
        await fill(field(store, "textbox", "store.name"), "Lager Nord");
        await press_for_message(button(store, "stock.add_store"), t("stock.added", { name: "Lager Nord" }));
        await press(button(page, "stock.add"));
        const line = dialog_of(page, t("stock.add"));
        await fill(field(line, "textbox", "kit_type.accessory_label"), "USB-Hub");
        await choose(field(line, "combobox", "stock_line.store_id"), { label: "Lager Nord" });
        await fill(field(line, "textbox", "stock_line.minimum"), "4");
        await shoot(page, "stock-add");
        await press_for_message(button(line, "stock.add"), t("stock.added", { name: "USB-Hub" }));
        await page.getByRole("button", { name: "USB-Hub", exact: true }).waitFor();
    });
});

test("by the keyboard and by names only a kit is split and merged again", async () => {
    const type = await done(office.post("/api/kit-types", {
        name: "Zwei Tablets", slots: [{ label: "Tablet", category: "Tablet", quantity: 2 }], accessories: [{ label: "Stift", quantity: 2 }],
    }));
    const whole = await done(office.post("/api/kits", { tag: "GANZ-1", name: "Ganzer Koffer", kit_type_id: type.id }));
    for (const tag of ["GANZ-A", "GANZ-B"]) {
        await done(office.post("/api/assets", { tag, name: "iPad 11", category: "Tablet" }));
        await done(office.post(`/api/kits/${whole.id}/add`, { code: tag }));
    }
    await done(office.write("PUT", `/api/kits/${whole.id}/accessories`, { accessories: [{ label: "Stift", quantity: 2 }] }));
    const { items: [school] } = await done(office.get("/api/schools?q=GYM-03"));
    const { items: years } = await done(office.get("/api/school-years"));
    const promised = await done(office.post("/api/loans",
        { kit_id: whole.id, school_id: school.id, first_school_year: years.at(-1).id, school_years: 1 }));
    await done(office.post(`/api/loans/${promised.id}/approve`, {}));

    await visit(browser, server, { as: "coordinator", device: "desktop", path: `/#/koffer/${whole.id}`, expected: [REFUSED, NO_DEVICE] }, async (page) => {
        await shoot(page, "regroup-kit");
        await hide_canvas(page);
        await keyboard.press(button(page, "regroup.split"));
        const split = dialog_of(page, t("regroup.split_title", { kit: "GANZ-1" }));
        await split.waitFor();
        await keyboard.type(field(split, "textbox", "kit.tag"), "HALB-1");
        await keyboard.type(field(split, "textbox", "kit.name"), "Halber Koffer");
        await keyboard.press(split.getByRole("checkbox", { name: `${t("kits.slot", { slot: 2, label: "Tablet" })}, GANZ-B`, exact: true }));
        await keyboard.type(split.getByRole("textbox", { name: t("regroup.count_of", { label: "Stift" }), exact: true }), "1");
        await keyboard.press(button(split, "regroup.split_now"));
        await split.getByText(t("regroup.promised"), { exact: true }).waitFor();
        await split.getByText(`${year_text(years.at(-1).id)} · GYM-03`, { exact: false }).first().waitFor({ state: "attached" });
        const claims = field(split, "combobox", "regroup.claims");
        await choose(claims, { label: t("regroup.old_kit", { kit: "GANZ-1" }) });
        await keyboard.press(button(split, "regroup.split_now"));
        await page.getByText(t("regroup.was_split", { kit: "HALB-1" }), { exact: true }).first().waitFor();
        await ready(page);
        const half = await done(office.get("/api/kits?q=HALB-1"));
        const { slots, accessories } = await done(office.get(`/api/kits/${half.items[0].id}`));
        assert.deepEqual([slots.map(({ asset_tag }) => asset_tag), accessories[0].quantity], [["GANZ-B", null], 1]);
        assert.equal((await done(office.get(`/api/loans/${promised.id}`))).kit_tag, "GANZ-1");

        await keyboard.press(button(page, "regroup.merge"));
        const merge = dialog_of(page, t("regroup.merge_title", { kit: "GANZ-1" }));
        await merge.waitFor();
        await choose(field(merge, "combobox", "regroup.other_kit"), { label: "HALB-1 · Halber Koffer (Zwei Tablets)" });
        await keyboard.press(button(merge, "regroup.merge_now"));
        await page.getByText(t("regroup.was_merged", { kit: "HALB-1" }), { exact: true }).first().waitFor();
        const history = page.getByRole("list", { name: t("history.title"), exact: true });
        await history.getByText(t("history.from_kit", { kit: "HALB-1 · Halber Koffer" }), { exact: true }).waitFor();
        const { slots: again } = await done(office.get(`/api/kits/${whole.id}`));
        assert.deepEqual(again.map(({ asset_tag }) => asset_tag), ["GANZ-A", "GANZ-B"]);

        await scan(page, "HALB-1"); // a dissolved kit is no device
    });
    const { id } = await done(office.get("/api/lookup/HALB-1"));
    await visit(browser, server, { as: "technician", device: "phone", path: `/#/koffer/${id}` }, async (page) => {
        await page.getByText(t("regroup.to_kit", { kit: "GANZ-1" }), { exact: true }).first().waitFor();
        await shoot(page, "regroup-dissolved");
        await press(page.getByRole("link", { name: t("regroup.to_kit", { kit: "GANZ-1" }), exact: true }));
        await heading(page, "GANZ-1 · Ganzer Koffer").waitFor();
    });
});

test("what a split and a missing licence look like", async () => {
    const { items: [type] } = await done(office.get("/api/kit-types?q=iPad"));
    await done(office.patch(`/api/kit-types/${type.id}`,
        { apps: [...type.apps, { name: "Malbuch", licences: 10, privacy_released_on: "2026-01-01", privacy_released_until: "2026-12-31" }] }));
    const { items: [school] } = await done(office.get("/api/schools?q=GYM-03"));
    const { school_years: [year] } = await done(office.get("/api/board"));
    const asked = await done(office.post("/api/loans", { kit_type_id: type.id, school_id: school.id, first_school_year: year.id, school_years: 1 }));
    for (const device of LAYOUTS)
        await visit(browser, server, { as: "coordinator", device, path: `/#/ausleihen/${asked.id}` }, async (page) => {
            await press(button(page, "loan.step.approve"));
            const approve = dialog_of(page, t("loan.step.approve"));
            await approve.getByText(t("loans.apps_lack"), { exact: true }).waitFor();
            await approve.getByText(`Malbuch, ${year_text(year.id)}`, { exact: true }).first().waitFor();
            await shoot(page, "loan-apps");
            await page.goto(`${server.url}/#/koffertypen/${type.id}`);
            await page.getByText(`Malbuch, ${year_text(year.id)}`, { exact: true }).first().waitFor();
            await shoot(page, "kit-type-apps");
            await page.goto(`${server.url}/#/koffer/${kit.id}`);
            await press(button(page, "regroup.split"));
            await dialog_of(page, t("regroup.split_title", { kit: kit.tag })).waitFor();
            await shoot(page, "regroup-split");
        });
});
