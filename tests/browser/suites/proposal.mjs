// A school year is distributed: by hand on the board, or by rules, where the office looks at the proposal, changes a rule,
// pins, accepts, and sees on the board what came of it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { keyboard } from "../hands.mjs";
import { choose, heading, launch, press, press_for_message, ready, shoot, t, visit, year_text } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

let browser;
let server;
let office;
let year; // to come
let shown_year;
let pinned; // GYM-05's request, that is to get nothing
let wanted; // GYM-07's request for two kits
let running; // school year
let by_hand; // GYM-03's request for the running one
let free; // a kit that nobody has

before(async () => {
    server = await start_demo_server();
    office = await sign_in_by_http(server, "coordinator");
    browser = await launch();
    const { json: board } = await office.get("/api/board");
    year = board.school_years[1].id;
    shown_year = year_text(year);
    running = board.school_years[0].id;
    const taken = new Set(board.loans.map(({ kit_id }) => kit_id));
    const { json: complete } = await office.get("/api/kits?limit=200&condition=complete");
    free = complete.items.find(({ id, ready: is_ready }) => is_ready && !taken.has(id));
    const { json: schools } = await office.get("/api/schools?limit=200");
    const { json: types } = await office.get("/api/kit-types?limit=1");
    const ask = async (code, quantity, more = {}) => {
        const school_id = schools.items.find((school) => school.code === code).id;
        const asked = await office.post("/api/loans", { school_id, kit_type_id: types.items[0].id, first_school_year: year,
            quantity, purpose: "Digitale Schulbücher in Klasse 7", ...more });
        assert.equal(asked.status, 201, asked.text);
        return asked.json;
    };
    pinned = await ask("GYM-05", 1);
    wanted = await ask("GYM-07", 2);
    await ask("FS-01", 1);
    by_hand = await ask("GYM-03", 1, { kit_type_id: free.kit_type_id, first_school_year: running });
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const button = (scope, key) => scope.getByRole("button", { name: t(key), exact: true });
const title = () => t("proposal.title", { year: shown_year });
const row_of = (page, code) => page.getByRole("row").filter({ hasText: `${code} · ` });
const link_of = (page, code) => row_of(page, code).getByRole("link", { name: new RegExp(`^${code} · `) });
const proposal = async () => (await office.get(`/api/school-years/${year}/proposal`)).json;
const decision_on = async (loan) => (await proposal()).requests.find(({ id }) => id === loan.request_id)?.decision;

test("the office promises a kit in a free year of the board", async () => {
    await visit(browser, server, { as: "coordinator", path: `/#/planung?q=${free.tag}` }, async (page) => {
        await heading(page, t("board.title")).waitFor();
        const row = page.getByRole("row").filter({ hasText: free.tag });
        await press(row.getByRole("button", { name: t("board.free"), exact: true }).first());
        const dialog = page.getByRole("dialog", { name: t("board.give", { kit: free.tag, year: year_text(running) }) });
        await dialog.waitFor();
        await choose(dialog.getByRole("combobox", { name: t("loans.asked_for"), exact: true }), String(by_hand.id));
        await shoot(page, "board-promise");
        await press_for_message(dialog.getByRole("button", { name: t("loan.step.approve"), exact: true }), t.pattern("board.changed"));
        const bar = row.getByRole("button", { name: "GYM-03", exact: true });
        await bar.waitFor();
        // where the free cell was; on the heading if the new board came in the same picture as the end of the dialog
        assert.ok(await bar.evaluate((element) => [element, document.querySelector("h1")].includes(document.activeElement)),
            "the focus is nowhere");
    });
    const { json: loan } = await office.get(`/api/loans/${by_hand.id}`);
    assert.deepEqual([loan.state, loan.kit_tag], ["approved", free.tag]);
});

test("arrows go through the board by its columns, also below what goes on from the year before", async () => {
    await visit(browser, server, { as: "coordinator", path: "/#/planung" }, async (page) => {
        await heading(page, t("board.title")).waitFor();
        const at = () => page.evaluate(() => {
            const cell = document.activeElement.closest("[role=cell], [role=rowheader]");
            const row = cell.closest("[role=row]");
            const columns = [...row.querySelectorAll("[role=cell], [role=rowheader]")].map(({ dataset }) => dataset.testid);
            return [[...row.parentElement.querySelectorAll("[role=row]")].indexOf(row), columns.indexOf(cell.dataset.testid)];
        });
        await page.getByRole("button", { name: t("board.free"), exact: true }).first().focus();
        const [row, column] = await at();
        for (let down = 1; down <= 8; ++down) {
            await page.keyboard.press("ArrowDown");
            await ready(page);
            const [row_now, column_now] = await at();
            assert.equal(row_now, row + down);
            assert.ok(column_now <= column, `row ${row_now}: a bar may begin before column ${column}, not after it: ${column_now}`);
        }
        const [, before] = await at();
        await page.keyboard.press("ArrowLeft");
        await ready(page);
        assert.ok((await at())[1] < before);
        await page.keyboard.press("ArrowRight");
        await ready(page);
        assert.equal((await at())[1], before);
    });
});

test("the planning leads to the proposal, which says of each school what it gets and why", async () => {
    await visit(browser, server, { as: "coordinator", path: "/#/planung" }, async (page) => {
        await heading(page, t("board.title")).waitFor();
        await press(page.getByRole("link", { name: t("proposal.to"), exact: true }));
        await heading(page, title()).waitFor();
        await page.getByRole("table", { name: t("proposal.decisions") }).waitFor();
        for (const code of ["GYM-05", "GYM-07", "FS-01"]) await row_of(page, code).waitFor();
        assert.match(await row_of(page, "GYM-07").innerText(), /Erhält [^:]*: /);
        await shoot(page, "proposal");
    });
});

test("a rule is changed, and the proposal is made anew by it", async () => {
    await visit(browser, server, { as: "coordinator", path: "/#/ausleihen" }, async (page) => {
        await press(page.getByRole("link", { name: t("proposal.to"), exact: true }));
        await heading(page, title()).waitFor();
        await press(page.getByRole("link", { name: t("proposal.edit_rules"), exact: true }));
        await heading(page, t("proposal.rules_of", { year: shown_year })).waitFor();
        await shoot(page, "proposal-rules");
        await press(page.getByRole("checkbox", { name: t("allocation_rules.last_year"), exact: true }));
        await press_for_message(button(page, "device_form.save"), t("proposal.rules_stored"));
        await heading(page, title()).waitFor();
        await page.getByText(t("proposal.rules_from", { year: shown_year }), { exact: true }).waitFor();
        assert.equal(await page.getByText(t("allocation_rules.last_year"), { exact: true }).count(), 0);
    });
    assert.equal((await proposal()).rules.last_year, false);
});

test("a request is pinned to none, by the keyboard alone", async () => {
    await visit(browser, server, { as: "coordinator", path: `/#/vorschlag/${year}` }, async (page) => {
        await heading(page, title()).waitFor();
        await ready(page);
        await keyboard.press(link_of(page, "GYM-05"));
        const dialog = page.getByRole("dialog", { name: /^GYM-05 · / });
        await dialog.waitFor();
        await ready(page);
        const pin = dialog.getByRole("combobox", { name: t("proposal.pin"), exact: true });
        await keyboard.type(pin, t("proposal.pin.none").slice(0, 3)); // letters choose in the browser's own list
        assert.equal(await pin.inputValue(), "none");
        await shoot(page, "proposal-decision");
        await keyboard.press(button(dialog, "proposal.store_pin"));
        await dialog.getByText(/: So von Hand festgelegt\.$/).first().waitFor();
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        await row_of(page, "GYM-05").getByText(t("proposal.by_hand", { words: t("proposal.waits") }), { exact: true }).waitFor();
    });
    assert.equal((await decision_on(pinned)).reason, "pinned_to_none");
});

test("what was looked at is accepted, or nothing: another coordinator was faster", async () => {
    await visit(browser, server, { as: "coordinator", path: `/#/vorschlag/${year}`, expected: [/status of 409 .*\/proposal\/accept$/] }, async (page) => {
        await heading(page, title()).waitFor();
        await press(button(page, "proposal.accept"));
        const dialog = page.getByRole("dialog", { name: t("proposal.accept"), exact: true });
        await dialog.waitFor();
        await shoot(page, "proposal-accept");
        const kit = (await proposal()).kits.findLast(({ availability }) => availability === "free");
        const admin = await sign_in_by_http(server, "admin");
        const faster = await admin.write("PUT", `/api/school-years/${year}/pins/${wanted.request_id}`, { kit_ids: [kit.id] });
        assert.equal(faster.status, 200, faster.text);
        await press(button(dialog, "proposal.accept_now"));
        await page.getByText(t("error.proposal_changed"), { exact: true }).first().waitFor();
        assert.equal((await office.get(`/api/loans/${wanted.id}`)).json.state, "requested");
        await row_of(page, "GYM-07").getByText(/, festgelegt$/).first().waitFor();
    });
});

test("the whole proposal is accepted, and the board shows who has which kit and who waits", async () => {
    const before = await proposal();
    const { kit_tags } = before.requests.find(({ id }) => id === wanted.request_id).decision;
    assert.ok(kit_tags.length > 0);
    await visit(browser, server, { as: "coordinator", path: `/#/vorschlag/${year}` }, async (page) => {
        await heading(page, title()).waitFor();
        await press(button(page, "proposal.accept"));
        const dialog = page.getByRole("dialog", { name: t("proposal.accept"), exact: true });
        const told = t("proposal.accepted", { approved: before.given, waiting: before.asked - before.given });
        await press_for_message(button(dialog, "proposal.accept_now"), told);
        await page.goto(`${server.url}/#/planung?q=${kit_tags[0]}`);
        await heading(page, t("board.title")).waitFor();
        await page.getByRole("row").filter({ hasText: kit_tags[0] }).getByRole("button", { name: "GYM-07", exact: true,
            description: new RegExp(`^${t("loan.state.approved")}, `) }).waitFor();
        await page.getByRole("listitem").filter({ hasText: "GYM-05 · " }).filter({ hasText: t("loan.state.waitlisted") }).first().waitFor();
        await shoot(page, "proposal-on-board");
    });
    const { json: loans } = await office.get(`/api/loans?request_id=${wanted.request_id}`);
    assert.equal(loans.items.filter(({ state }) => state === "approved").length, kit_tags.length);
    assert.equal((await office.get(`/api/loans/${pinned.id}`)).json.state, "waitlisted");
});
