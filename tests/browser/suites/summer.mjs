// The summer of a kit: a tour is planned, the school sees its appointment, one kit is kept on and one is not, and the
// school says what it was good for.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { choose, fill, go_to, heading, launch, press, press_for_message, ready, shoot, t, visit, year_text } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

let browser;
let server;
let office;
let technician;
let year; // the running one
let kept; // loans of GYM-03: this one stays …
let fetched; // … and this one comes back

const ok = (answer) => {
    assert.ok(answer.status < 300, answer.text);
    return answer.json;
};

/// A kit that nobody has, lent to the school until the end of the running year.
async function lend(kit, school) {
    const loan = ok(await office.post("/api/loans", { kit_id: kit.id, school_id: school.id, first_school_year: year.id,
        planned_handover_on: year.earliest_handover_on, purpose: "Erklärvideos" }));
    ok(await office.post(`/api/loans/${loan.id}/approve`, {}));
    const { slots, accessories } = ok(await office.get(`/api/kits/${kit.id}`));
    return ok(await technician.post(`/api/loans/${loan.id}/hand-over`, {
        scanned: slots.flatMap(({ asset_tag }) => asset_tag ?? []),
        accessories: accessories.map(({ label, quantity }) => ({ label, quantity })),
        missing_accepted: true, signed_by: { name: "Dr. Petra Lindhorst", function: "Schulleitung" },
    }));
}

before(async () => {
    server = await start_demo_server();
    office = await sign_in_by_http(server, "coordinator");
    technician = await sign_in_by_http(server, "technician");
    browser = await launch();
    const board = ok(await office.get("/api/board"));
    year = ok(await office.get("/api/school-years")).items.find(({ id }) => id === board.school_years[0].id);
    const schools = ok(await office.get("/api/schools?limit=200")).items;
    const school = schools.find(({ code }) => code === "GYM-03");
    for (const { code } of ok(await office.get("/api/requirements")).items)
        ok(await office.write("PUT", `/api/schools/${school.id}/requirements/${code}`,
            { state: "met", evidence: "geprüft", valid_until: null }));
    const taken = new Set(board.loans.map(({ kit_id }) => kit_id));
    const kits = ok(await office.get("/api/kits?limit=200&condition=complete")).items
        .filter(({ id, ready: is_ready }) => is_ready && !taken.has(id));
    assert.ok(kits.length >= 2, "the demo county has two kits to lend");
    kept = await lend(kits[0], school);
    fetched = await lend(kits[1], school);
    // another school has the second kit in the next year
    const next = ok(await office.post("/api/loans", { kit_id: kits[1].id, first_school_year: board.school_years[1].id,
        school_id: schools.find(({ code }) => code !== "GYM-03").id, purpose: "Projekttage" }));
    ok(await office.post(`/api/loans/${next.id}/approve`, {}));
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const field = (page, role, key) => page.getByRole(role, { name: t(key), exact: true });
const button = (page, key) => page.getByRole("button", { name: t(key), exact: true });
const kit_name = ({ kit_tag, kit_name: name }) => `${kit_tag} · ${name}`;
const row_choice = (page, loan) => page.getByRole("checkbox", { name: t("ui.choose_row", { row: kit_name(loan) }), exact: true });

/// The day of the tour, as a school reads it.
const shown_day = () => year.latest_return_on.split("-").reverse().join(".");
const appointment = () => `${shown_day()}, ${t("tours.from_until", { from: "08:30", until: "09:15" })}`;

async function open_summer(page) {
    await page.goto(`${server.url}/#/planung`);
    await heading(page, t("board.title")).waitFor();
    await press(page.getByRole("link", { name: t("loans.to_summer"), exact: true }));
    await heading(page, t("summer.title")).waitFor();
    await ready(page);
}

test("the office chooses what is due at a school and plans a tour of it", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await open_summer(page);
        await press(row_choice(page, kept));
        await press(row_choice(page, fetched));
        await page.getByText(t("summer.chosen.other", { count: 2 }), { exact: true }).first().waitFor();
        await shoot(page, "summer");
        await press(page.getByRole("link", { name: t("summer.to_tour"), exact: true }));
        await heading(page, t("tours.plan")).waitFor();
        for (const loan of [kept, fetched])
            assert.ok(await page.getByRole("checkbox", { name: kit_name(loan), exact: true }).isChecked());
        await fill(page.getByLabel(t("tours.drives_on"), { exact: true }), year.latest_return_on);
        await fill(field(page, "textbox", "tours.driver"), "Frau Albers");
        await fill(field(page, "textbox", "tours.arrives_from"), "8.30");
        await fill(field(page, "textbox", "tours.arrives_until"), "9:15 Uhr");
        await shoot(page, "tour-form");
        await press_for_message(button(page, "device_form.save"), t("tours.saved"));
        await page.getByText(t("tours.from_until", { from: "08:30", until: "09:15" }), { exact: true }).first().waitFor();
        await shoot(page, "tour");
    });
});

test("the school sees its appointment on the phone, in the application and in the Basisansicht", async () => {
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await go_to(page, t("nav.loans_staff"));
        await page.getByRole("heading", { name: t("tours.appointment_title"), exact: true }).waitFor();
        await page.getByText(appointment(), { exact: true }).first().waitFor();
        await shoot(page, "appointment");
    });
    const teacher = await sign_in_by_http(server, "teacher");
    const { text } = await teacher.get("/basis/koffer");
    assert.ok(text.includes(appointment()), text);
    assert.ok(!text.includes("Albers"));
});

test("of several loans at once, one is extended and the other says who has the kit next", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await open_summer(page);
        await press(row_choice(page, kept));
        await press(row_choice(page, fetched));
        await press(button(page, "loan.step.extend"));
        const dialog = page.getByRole("dialog", { name: t("summer.extend_title.other", { count: 2 }) });
        await dialog.waitFor();
        await press(dialog.getByRole("button", { name: t("loan.step.extend"), exact: true }));
        await page.getByText(t("summer.extended.one", { count: 1 }), { exact: true }).first().waitFor();
        await page.getByText(new RegExp(`GYM-03: ${fetched.kit_tag} ist im Schuljahr`)).first().waitFor();
        await shoot(page, "summer-extended");
    });
    const now = ok(await office.get(`/api/loans/${kept.id}`));
    assert.notEqual(now.last_school_year, kept.last_school_year);
    // what is kept is not fetched
    const { items: [tour] } = ok(await office.get(`/api/tours?school_year=${year.id}`));
    assert.deepEqual(tour.stops.map(({ loans }) => loans.map(({ loan_id }) => loan_id)), [[fetched.id]]);
});

test("once the kit is collected, the school's contact says what it was good for", async () => {
    ok(await technician.post(`/api/loans/${fetched.id}/take-back`, { scanned: [], accessories: [] }));
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/#/ausleihen/${fetched.id}`);
        await press(page.getByRole("link", { name: t("feedback.give_of", { year: year_text(year.id) }), exact: true }));
        await heading(page, t("feedback.give")).waitFor();
        await choose(field(page, "combobox", "feedback.main_use"), "projects");
        await choose(field(page, "combobox", "feedback.frequency"), "weekly");
        await choose(field(page, "combobox", "feedback.hindrance"), "charging");
        await choose(field(page, "combobox", "feedback.again"), "yes");
        await fill(field(page, "textbox", "feedback.use_words"), "Erklärvideos in der Projektwoche");
        await shoot(page, "feedback-form");
        await press_for_message(button(page, "device_form.save"), t("feedback.saved"));
        await page.getByText("Erklärvideos in der Projektwoche").first().waitFor();
        await shoot(page, "loan-with-feedback");
    });
});

test("the office reads it counted per kit type and school year", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/rueckmeldungen?jahr=${year.id}`);
        await heading(page, t("feedback.list")).waitFor();
        await page.getByText(`${t("feedback.main_use.projects")} (1)`, { exact: true }).first().waitFor();
        await page.getByText(`${t("feedback.hindrance.charging")} (1)`, { exact: true }).first().waitFor();
        await page.getByText("Erklärvideos in der Projektwoche").first().waitFor();
        await shoot(page, "feedback-list");
    });
});
