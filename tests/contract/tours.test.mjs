// Tours, extensions in bulk and feedback over HTTP, in the demo county.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";

let server;
let coordinator;
let technician;
let year;
let due; // of the running year, still out

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
    technician = await sign_in(server, "technician");
    const board = (await coordinator.get("/api/board")).json;
    const years = (await coordinator.get("/api/school-years")).json.items;
    year = years.find(({ id }) => id === board.school_years[0].id);
    const list = await coordinator.get(`/api/due-returns?school_year=${year.id}`);
    assert.equal(list.status, 200, list.text);
    due = list.json.items.filter(({ state }) => state === "handed_over");
});
after(() => server?.stop());

test("a tour is planned, changed and given up; its day stands beside each kit", async () => {
    const { school_id, school_code, loan_id } = due[0];
    const plan = { school_year: year.id, drives_on: year.latest_return_on, driver: "Frau Albers",
        stops: [{ school_id, arrives_from: "9", arrives_until: "09.45" }] };
    const made = await coordinator.post("/api/tours", plan);
    assert.equal(made.status, 201, made.text);
    const [stop] = made.json.stops;
    assert.deepEqual([stop.school_code, stop.arrives_from, stop.arrives_until], [school_code, "09:00", "09:45"]);
    assert.ok(stop.loans.some((loan) => loan.loan_id === loan_id));
    const { items } = (await coordinator.get(`/api/due-returns?school_year=${year.id}`)).json;
    assert.equal(items.find((each) => each.loan_id === loan_id).drives_on, year.latest_return_on);

    assert_problem(await coordinator.post("/api/tours", plan), 422, "invalid"); // nothing is left to fetch there
    const at = `/api/tours/${made.json.id}`;
    const changed = await coordinator.write("PATCH", at, { note: "Rampe am Hof", version: made.json.version });
    assert.equal(changed.json.note, "Rampe am Hof", changed.text);
    assert_problem(await coordinator.write("PATCH", at, { note: "x", version: made.json.version }), 409, "stale");
    const gone = await coordinator.write("DELETE", at);
    assert.equal(gone.status, 204, gone.text);
    assert_problem(await coordinator.get(at), 404, "not_found");
});

test("several kits are to stay: each is extended or says why not, and the same call twice does it once", async () => {
    const loan_ids = due.slice(0, 3).map(({ loan_id }) => loan_id).concat(999_999);
    const key = { "idempotency-key": "summer-extension-1" };
    const first = await coordinator.write("POST", "/api/loan-extensions", { loan_ids, school_years: 1 }, key);
    assert.equal(first.status, 200, first.text);
    assert.equal(first.json.items.at(-1).code, "not_found");
    for (const { code, last_school_year } of first.json.items.slice(0, -1)) assert.ok(code !== null || last_school_year > year.id);
    const again = await coordinator.write("POST", "/api/loan-extensions", { loan_ids, school_years: 1 }, key);
    assert.deepEqual(again.json, first.json);
    for (const { loan_id, last_school_year } of first.json.items.filter(({ code }) => code === null))
        assert.equal((await coordinator.get(`/api/loans/${loan_id}`)).json.last_school_year, last_school_year);
    assert_problem(await coordinator.post("/api/loan-extensions", { loan_ids: [], school_years: 1 }), 422, "invalid");
});

test("feedback waits for the collection", async () => {
    const { loan_id } = due.at(-1);
    const before_it = (await coordinator.get(`/api/loans/${loan_id}/feedback`)).json;
    assert.equal(before_it.total, 0);
    const back = await technician.post(`/api/loans/${loan_id}/take-back`, { scanned: [], accessories: [] });
    assert.equal(back.status, 200, back.text);
    const open = (await coordinator.get(`/api/loans/${loan_id}/feedback`)).json;
    assert.ok(open.items.length >= 1 && open.items.every(({ version }) => version === 0));
    const answer = { main_use: "projects", frequency: "weekly", hindrance: "wlan" };
    const office = await coordinator.write("PUT", `/api/loans/${loan_id}/feedback/${open.items[0].school_year}`, answer);
    assert_problem(office, 403, "forbidden"); // the school says it, nobody for it
    const { items } = (await coordinator.get("/api/feedback-summary")).json;
    assert.ok(items.some(({ loans, answers }) => loans >= 1 && answers === 0));
});
