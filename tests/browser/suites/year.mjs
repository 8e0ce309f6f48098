// The second half of a kit's year: a device breaks and is swapped, the loan is extended, the kit comes back, is checked with
// one foreign and one missing tablet, the school objects, the office chases and settles, and the loan is closed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { choose, fill, go_to, heading, launch, press, press_for_message, ready, scan, shoot, t, visit } from "../page.mjs";
import { DEMO_PASSWORD, start_demo_server } from "../server.mjs";

let browser;
let server;
let office;
let technician;
let loan; // of the kit JAHR, with the tablets JAHR-1 to JAHR-3
let number;

before(async () => {
    server = await start_demo_server();
    office = await sign_in_by_http(server, "coordinator");
    technician = await sign_in_by_http(server, "technician");
    loan = await lend_kit("JAHR");
    await lend_kit("ANDERER");
    number = `A-${loan.id}`;
    await made("/api/assets", { tag: "ERSATZ-1", name: "iPad 10", category: "Tablet" });
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

async function made(path, body) {
    const answer = await office.post(path, body);
    assert.equal(answer.status, 201, answer.text);
    return answer.json;
}

async function done(answer) {
    const { status, text, json } = await answer;
    assert.equal(status, 200, text);
    return json;
}

/// A kit of three tablets and two pencils that GYM-03 has.
async function lend_kit(tag) {
    const type = await made("/api/kit-types", {
        name: `Typ ${tag}`, slots: [{ label: "Tablet", category: "Tablet", quantity: 3 }],
        accessories: [{ label: "Eingabestift", quantity: 2 }],
    });
    const kit = await made("/api/kits", { tag, name: `Koffer ${tag}`, kit_type_id: type.id });
    const scanned = [1, 2, 3].map((slot) => `${tag}-${slot}`);
    for (const each of scanned) await made("/api/assets", { tag: each, name: "iPad 10", category: "Tablet" });
    const items = scanned.map((asset_tag, index) => ({ slot: index + 1, asset_tag }));
    const accessories = [{ label: "Eingabestift", quantity: 2 }];
    await done(technician.write("PUT", `/api/kits/${kit.id}/contents`, { items, accessories }));
    await done(technician.post(`/api/kits/${kit.id}/ready`,
        { wiped: true, signed_out: true, updated: true, cleaned: true, charged: true, complete: true }));
    const { json: schools } = await office.get("/api/schools?q=GYM-03");
    const { json: board } = await office.get("/api/board");
    const year = board.school_years[0];
    await done(office.write("PATCH", `/api/school-years/${year.id}`, { earliest_handover_on: year.starts_on }));
    const asked = await made("/api/loans", { kit_id: kit.id, school_id: schools.items[0].id, first_school_year: year.id, purpose: "Projektwoche" });
    await done(office.post(`/api/loans/${asked.id}/approve`, {}));
    return done(technician.post(`/api/loans/${asked.id}/hand-over`, { scanned, override_reason: "Nachweise folgen",
        signed_by: { name: "Dr. Petra Lindhorst", function: "Schulleitung" } }));
}

const field = (page, role, key) => page.getByRole(role, { name: t(key), exact: true });
const button = (page, key) => page.getByRole("button", { name: t(key), exact: true });
const open_loan = (page) => page.goto(`${server.url}/#/ausleihen/${loan.id}`);
const dialog_of = (page, key) => page.getByRole("dialog", { name: t(key), exact: true });

test("a device breaks, and its ticket knows the kit and the loan", async () => {
    const teacher = await sign_in_by_http(server, "teacher");
    const reported = await teacher.post("/api/tickets", { asset_code: "JAHR-2", title: "Display gesprungen" });
    assert.equal(reported.status, 201, reported.text);
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/#/tickets/${reported.json.id}`);
        await page.getByRole("link", { name: "JAHR", exact: true }).waitFor();
        await shoot(page, "ticket-of-kit");
        await press(page.getByRole("link", { name: number, exact: true }));
        await page.getByText(t("loan.state.handed_over"), { exact: true }).first().waitFor();
    });
});

test("the technician swaps in a spare by scanning it", async () => {
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await open_loan(page);
        await press(button(page, "loan.step.swap"));
        const dialog = dialog_of(page, "loan.step.swap");
        await dialog.waitFor();
        await choose(dialog.getByRole("combobox", { name: t("supplements.old"), exact: true }), "2");
        await fill(dialog.getByRole("searchbox", { name: t("kit.spare"), exact: true }), "ERSATZ-1");
        await choose(dialog.getByRole("combobox", { name: t("supplement.old_device"), exact: true }), "repair");
        await shoot(page, "swap");
        await press_for_message(dialog.getByRole("button", { name: t("loan.step.swap"), exact: true }), t("loan.done.swap", { number }));
        await page.getByText(t("supplements.number", { number: 1, kind: t("supplement.kind.swap") }), { exact: true }).waitFor();
        await shoot(page, "loan-with-supplement");
    });
    assert.equal((await office.find_asset("JAHR-2")).status, "in_repair");
    assert.equal((await office.find_asset("ERSATZ-1")).status, "on_loan");
});

test("the office extends the loan by a year", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await open_loan(page);
        await press(button(page, "loan.step.extend"));
        const dialog = dialog_of(page, "loan.step.extend");
        await press_for_message(dialog.getByRole("button", { name: t("loan.step.extend"), exact: true }), t("loan.done.extend", { number }));
    });
    const extended = (await office.get(`/api/loans/${loan.id}`)).json;
    assert.notEqual(extended.last_school_year, extended.first_school_year);
});

test("the kit is collected at the school", async () => {
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await open_loan(page);
        await press(button(page, "loan.step.take_back"));
        await page.getByRole("heading", { level: 1, name: /^Rücknahme: / }).waitFor();
        await choose(page.getByRole("combobox", { name: t("handover.signing"), exact: true }), "paper");
        await fill(field(page, "textbox", "handover.signer_name"), "Jens Albers");
        await fill(field(page, "textbox", "handover.signer_function"), "Sekretariat");
        await fill(field(page, "textbox", "handover.seal_number"), "P-4711");
        await press_for_message(button(page, "handover.complete.collection"), t("handover.completed.collection"));
    });
    assert.equal((await office.get(`/api/loans/${loan.id}`)).json.state, "returned");
});

test("the check finds one foreign and one missing tablet, and a damaged one gets its ticket", async () => {
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await open_loan(page);
        await press(button(page, "loan.step.check_in"));
        await page.getByRole("heading", { level: 1, name: /^Prüfung: / }).waitFor();
        for (const tag of ["JAHR-1", "ERSATZ-1", "ANDERER-2"]) await scan(page, tag);
        await page.getByText(t("handover.belongs", { kit: "ANDERER", slot: 2 }), { exact: true }).first().waitFor();
        await press(button(page, "handover.report_damage"));
        const dialog = dialog_of(page, "handover.report_damage");
        await choose(dialog.getByRole("combobox", { name: t("handover.damaged_device"), exact: true }), "JAHR-1");
        await fill(dialog.getByRole("textbox", { name: t("ticket.title"), exact: true }), "Kratzer auf dem Display");
        await shoot(page, "damage");
        await press_for_message(dialog.getByRole("button", { name: t("handover.report_damage"), exact: true }),
            t("handover.damage_reported", { tag: "JAHR-1" }));
        await page.getByText(t("handover.damaged"), { exact: true }).first().waitFor();
        await shoot(page, "check");
        await press_for_message(button(page, "handover.complete.check"), t("handover.completed.check"));
    });
    const checked = (await office.get(`/api/loans/${loan.id}`)).json;
    assert.deepEqual([checked.state, checked.open_differences], ["returned", 1]);
    const { items } = (await office.get("/api/tickets?q=Kratzer")).json;
    assert.deepEqual(items.map(({ kit_tag, loan_id, channel }) => [kit_tag, loan_id, channel]), [["JAHR", loan.id, "on_site"]]);
});

test("the school sees on the phone what is missing, and objects", async () => {
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await go_to(page, t("nav.loans_staff"));
        await heading(page, t("nav.loans_staff")).waitFor();
        await shoot(page, "told-school");
        await press(page.getByRole("link", { name: t("differences.show", { loan: number }), exact: true }));
        await page.getByText(t("differences.title"), { exact: true }).first().waitFor();
        await shoot(page, "differences-school");
        await press(button(page, "difference.step.object").last()); // of what is missing; the other tablet lies above
        const dialog = dialog_of(page, "difference.step.object");
        await fill(dialog.getByRole("textbox", { name: t("difference.objection"), exact: true }), "Das Tablet war nie dabei.");
        await shoot(page, "objection");
        await press_for_message(dialog.getByRole("button", { name: t("difference.step.object"), exact: true }), t("difference.done.object"));
        await page.getByText(t("differences.objected"), { exact: true }).first().waitFor();
    });
});

test("the office rejects the objection, chases and settles; with that the loan is closed", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/fehlbestand?q=JAHR`);
        await heading(page, t("differences.missing")).waitFor();
        await shoot(page, "missing-items");
        await press(page.getByRole("row").filter({ hasText: "JAHR-3" }).getByRole("link").first());
        await press(button(page, "difference.step.answer"));
        let dialog = dialog_of(page, "difference.step.answer");
        await choose(dialog.getByRole("combobox", { name: t("difference.accepted"), exact: true }), "false");
        await fill(dialog.getByRole("textbox", { name: t("difference.answer"), exact: true }), "Es steht im Übergabeprotokoll.");
        await shoot(page, "answer");
        await press_for_message(dialog.getByRole("button", { name: t("difference.step.answer"), exact: true }), t("difference.done.answer"));

        await press(button(page, "difference.step.chase"));
        dialog = dialog_of(page, "difference.step.chase");
        await fill(dialog.getByRole("textbox", { name: t("difference.note"), exact: true }), "Mit dem Sekretariat gesprochen");
        await press_for_message(dialog.getByRole("button", { name: t("difference.step.chase"), exact: true }), t("difference.done.chase"));
        await shoot(page, "chased");

        await press(button(page, "difference.step.settle"));
        dialog = dialog_of(page, "difference.step.settle");
        await choose(dialog.getByRole("combobox", { name: t("difference.settled_as"), exact: true }), "lost");
        await press_for_message(dialog.getByRole("button", { name: t("difference.step.settle"), exact: true }), t("difference.done.settle"));
        await page.getByText(t("loan.state.closed"), { exact: true }).first().waitFor();
        await ready(page);
        await shoot(page, "loan-closed");
    });
    assert.equal((await office.find_asset("JAHR-3")).status, "lost");
    assert.equal((await office.get("/api/differences?open=true&q=JAHR")).json.total, 0);
});

test("the school reads in the Basisansicht how it ended", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    try {
        const signed_in = await context.request.post(`${server.url}/api/session`, { data: { username: "teacher", password: DEMO_PASSWORD } });
        assert.ok(signed_in.ok());
        const page = await context.newPage();
        await page.goto(`${server.url}/basis/koffer/${loan.id}`);
        await page.getByRole("heading", { level: 2, name: t("differences.title"), exact: true }).waitFor();
        await page.getByText(t("supplements.number", { number: 1, kind: t("supplement.kind.swap") }), { exact: true }).waitFor();
        await page.getByRole("link", { name: /JAHR-3/ }).click();
        await page.getByText("Es steht im Übergabeprotokoll.", { exact: true }).waitFor();
        await page.getByText(t("difference.settled_as.lost"), { exact: true }).waitFor();
    } finally {
        await context.close();
    }
});
