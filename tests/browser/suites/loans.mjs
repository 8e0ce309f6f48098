// A kit on its way: a school asks, the office promises it on the board, a technician hands it over by scanning.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { choose, fill, go_to, heading, launch, press, press_for_message, ready, scan, shoot, t, visit, year_text } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

let browser;
let server;
let office;
let kit; // that nobody has, ready to go out
let year; // the running one

before(async () => {
    server = await start_demo_server();
    office = await sign_in_by_http(server, "coordinator");
    browser = await launch();
    const { json: board } = await office.get("/api/board");
    const { json: kits } = await office.get("/api/kits?limit=200&condition=complete");
    const taken = new Set(board.loans.map(({ kit_id }) => kit_id));
    kit = (await office.get(`/api/kits/${kits.items.find(({ id, ready }) => ready && !taken.has(id)).id}`)).json;
    year = board.school_years[0].id;
    const { json: schools } = await office.get("/api/schools?q=GYM-03");
    for (const { code } of (await office.get("/api/requirements")).json.items) {
        const met = await office.write("PUT", `/api/schools/${schools.items[0].id}/requirements/${code}`,
            { state: "met", evidence: "geprüft", valid_until: null });
        assert.equal(met.status, 200, met.text);
    }
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const field = (page, role, key) => page.getByRole(role, { name: t(key), exact: true });
const button = (page, key) => page.getByRole("button", { name: t(key), exact: true });

let number;

test("a school's contact asks for a kit on the phone", async () => {
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await go_to(page, t("nav.loans_staff"));
        await heading(page, t("nav.loans_staff")).waitFor();
        await press(page.getByRole("link", { name: t("loans.ask"), exact: true }));
        await heading(page, t("loans.ask")).waitFor();
        await choose(field(page, "combobox", "loan.first_school_year"), year);
        await fill(field(page, "textbox", "loan.purpose"), "Erklärvideos in der Projektwoche");
        await fill(field(page, "textbox", "loan.pupils"), "28");
        await shoot(page, "loan-request");
        await press_for_message(button(page, "loans.send"), t("loans.sent"));
        await page.getByText(t("loan.state.requested"), { exact: true }).first().waitFor();
        number = new URL(page.url()).hash.match(/#\/ausleihen\/(\d+)$/)[1];
    });
});

test("the office promises a kit in a free year of the board", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/planung?q=${kit.tag}`);
        await heading(page, t("board.title")).waitFor();
        const row = page.getByRole("row").filter({ hasText: kit.tag });
        await press(row.getByRole("button", { name: t("board.free"), exact: true }).first());
        const dialog = page.getByRole("dialog", { name: t("board.give", { kit: kit.tag, year: year_text(year) }) });
        await dialog.waitFor();
        await choose(dialog.getByRole("combobox", { name: t("loans.asked_for"), exact: true }), number);
        await shoot(page, "board-promise");
        await press_for_message(dialog.getByRole("button", { name: t("loan.step.approve"), exact: true }), t("board.changed"));
        await row.getByRole("button", { name: "GYM-03", exact: true }).waitFor();
    });
});

test("a technician hands it over by scanning, and what is missing is on record", async () => {
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/#/ausleihen/${number}`);
        await press(button(page, "loan.step.hand_over"));
        await page.getByRole("heading", { level: 1, name: /^Übergabe: / }).waitFor();
        const devices = kit.slots.filter(({ asset_tag }) => asset_tag !== null);
        for (const { asset_tag } of devices) await scan(page, asset_tag);
        const all = { seen: devices.length, expected: devices.length };
        await page.getByText(t("handover.progress", all), { exact: true }).waitFor();
        const pencils = kit.accessories[0];
        const count = t("handover.count", { label: pencils.label, expected: pencils.quantity });
        await fill(page.getByRole("textbox", { name: count, exact: true }), String(pencils.quantity - 1));
        await page.getByText(t("handover.lacks", { count: 1, label: pencils.label }), { exact: true }).first().waitFor();
        await choose(field(page, "combobox", "handover.signing"), "paper");
        await fill(field(page, "textbox", "handover.signer_name"), "Dr. Petra Lindhorst");
        await fill(field(page, "textbox", "handover.signer_function"), "Schulleitung");
        await shoot(page, "handover-finish");
        await press_for_message(button(page, "handover.complete_with_gaps"), t("handover.completed.handover"));
        await page.getByText(t("handover.signature_pending"), { exact: true }).first().waitFor();
        await ready(page);
        await shoot(page, "handover-done");
    });
    const { json: loan } = await office.get(`/api/loans/${number}`);
    assert.equal(loan.state, "handed_over");
    assert.equal(loan.kit_tag, kit.tag);
});

test("the school sees its kit, and its own devices in it", async () => {
    await visit(browser, server, { as: "teacher", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/ausleihen/${number}`);
        await page.getByText(t("loan.state.handed_over"), { exact: true }).first().waitFor();
        const device = kit.slots[0];
        await press(page.getByRole("link", { name: new RegExp(`^${t("kits.slot", { slot: 1, label: device.label })}`) }).first());
        await heading(page, device.asset_name).waitFor();
        await page.getByText(t("asset.status.on_loan"), { exact: true }).first().waitFor();
    });
});
