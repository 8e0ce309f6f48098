// Accessories in stock, the apps of what is promised, and kits that are split and merged.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";

let server;
let coordinator;
let technician;
let teacher;
let store;
let type;

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
    technician = await sign_in(server, "technician");
    teacher = await sign_in(server, "teacher");
    store = (await coordinator.get("/api/stores")).json.items[0];
    const made = await coordinator.post("/api/kit-types", {
        name: "Zwei Tablets mit Hub",
        slots: [{ label: "Tablet", category: "Tablet", quantity: 2 }],
        accessories: [{ label: "Hub", quantity: 2 }],
    });
    assert.equal(made.status, 201, made.text);
    type = made.json;
});
after(() => server?.stop());

async function make_kit(tag, devices) {
    const { json: kit } = await coordinator.post("/api/kits", { tag, name: `Koffer ${tag}`, kit_type_id: type.id });
    for (const device of devices) {
        const made = await coordinator.post("/api/assets", { tag: device, name: "iPad", category: "Tablet" });
        assert.equal(made.status, 201, made.text);
        assert.equal((await technician.post(`/api/kits/${kit.id}/add`, { code: device })).status, 200);
    }
    return kit;
}

const stock_of = async (label) =>
    (await technician.get("/api/stock")).json.items.find((line) => line.label === label && line.store_id === store.id);

test("the demo county has a store, and an order list of what is below its minimum", async () => {
    const { json } = await technician.get("/api/stock?below_minimum=true");
    assert.deepEqual(json.items.map(({ label, quantity, minimum, to_order }) => [label, quantity, minimum, to_order]),
        [["Kopfhörer", 18, 32, 14]]);
    const csv = await technician.get("/api/order-list.csv");
    assert.equal(csv.status, 200);
    assert.match(csv.headers["content-type"], /^text\/csv/);
    assert.match(csv.text, /"Zentrallager";"Kopfhörer";18;32;14\r\n/);
});

test("what is bought goes into a kit; the numbers are never negative; a movement happens once", async () => {
    const kit = await make_kit("HUB-1", []);
    const bought = { kind: "bought", store_id: store.id, label: "Hub", quantity: 3, note: "Rechnung 4711" };
    assert.equal((await technician.post("/api/stock-moves", bought)).status, 201);
    assert.equal((await stock_of("Hub")).quantity, 3);
    const into = { kind: "into_kit", store_id: store.id, kit_id: kit.id, label: "Hub", quantity: 2 };
    const key = { "idempotency-key": "hub-into-kit-1" };
    const first = await technician.write("POST", "/api/stock-moves", into, key);
    const again = await technician.write("POST", "/api/stock-moves", into, key);
    assert.deepEqual([first.status, again.status, again.json.id], [201, 201, first.json.id]);
    assert.equal((await stock_of("Hub")).quantity, 1);
    const refused = await technician.post("/api/stock-moves", into);
    assert_problem(refused, 409, "stock_too_low");
    assert.equal(refused.json.quantity, 1);
    assert.deepEqual((await coordinator.get(`/api/kits/${kit.id}`)).json.accessories, [{ label: "Hub", expected: 2, quantity: 2 }]);
    const { json: moves } = await technician.get(`/api/stock-moves?kit_id=${kit.id}`);
    assert.deepEqual(moves.items.map(({ kind, stock_change, kit_change, moved_by }) => [kind, stock_change, kit_change, moved_by]),
        [["into_kit", -2, 2, "technician"]]);
    assert_problem(await teacher.get("/api/stock"), 403, "forbidden");
});

test("an app with too few licences shows on what is asked for", async () => {
    const { json: kits } = await coordinator.get("/api/kits?limit=1&condition=complete");
    const { json: all } = await coordinator.get(`/api/kit-types/${kits.items[0].kit_type_id}`);
    const apps = [...all.apps, { name: "Malbuch", licences: 1, privacy_released_on: "2026-01-01", privacy_released_until: "2026-12-31" }];
    assert.equal((await coordinator.write("PATCH", `/api/kit-types/${all.id}`, { apps })).status, 200);
    const { json: school } = await teacher.get("/api/schools");
    const { json: years } = await coordinator.get("/api/school-years");
    const { json: loan } = await coordinator.post("/api/loans",
        { kit_type_id: all.id, school_id: school.items[0].id, first_school_year: years.items.at(-1).id, school_years: 1 });
    const found = (await coordinator.get(`/api/loans/${loan.id}`)).json.app_shortfalls.find(({ app }) => app === "Malbuch");
    assert.deepEqual([found.tablets, found.licences_missing, found.not_released], [16, 15, true]);
    const { json: planned } = await coordinator.get(`/api/kit-types/${all.id}/shortfalls`);
    assert.ok(planned.items.some(({ app, kits }) => app === "Malbuch" && kits > 0));
});

test("a kit is split and merged again, each device in one slot all the time", async () => {
    const kit = await make_kit("TEIL-1", ["TEIL-A", "TEIL-B"]);
    assert_problem(await technician.post(`/api/kits/${kit.id}/split`, { tag: "TEIL-2" }), 403, "forbidden");
    const split = await coordinator.post(`/api/kits/${kit.id}/split`,
        { tag: "TEIL-2", name: "Koffer TEIL-2", kit_type_id: type.id, slots: [2], reason: "kleine Lerngruppen" });
    assert.equal(split.status, 201, split.text);
    const tags = ({ slots }) => slots.map(({ asset_tag }) => asset_tag);
    assert.deepEqual([tags(split.json.kit), tags(split.json.new_kit)], [["TEIL-A", null], ["TEIL-B", null]]);
    const merged = await coordinator.post(`/api/kits/${kit.id}/merge`, { kit_id: split.json.new_kit.id });
    assert.equal(merged.status, 200, merged.text);
    assert.deepEqual(tags(merged.json), ["TEIL-A", "TEIL-B"]);
    const gone = (await coordinator.get(`/api/kits/${split.json.new_kit.id}`)).json;
    assert.deepEqual([gone.merged_into_tag, tags(gone)], ["TEIL-1", [null, null]]);
    assert.equal((await technician.get("/api/lookup/TEIL-2")).json.id, gone.id);
    const { json: log } = await coordinator.get(`/api/audit?entity=kit&id=${gone.id}`);
    assert.deepEqual(log.items.map(({ action }) => action).filter((action) => action !== "prepare"), ["merge_into", "split_off", "create"]);
});

test("a kit at a school is not split", async () => {
    const { json: loans } = await coordinator.get("/api/loans?state=handed_over&limit=1");
    const { kit_id, id, school_code } = loans.items[0];
    const refused = await coordinator.post(`/api/kits/${kit_id}/split`,
        { tag: "TEIL-9", name: "x", kit_type_id: loans.items[0].kit_type_id, slots: [1], claims: "old_kit" });
    assert_problem(refused, 409, "kit_in_loan");
    assert.deepEqual([refused.json.loan_id, refused.json.school_code], [id, school_code]);
    assert.equal((await technician.get("/api/lookup/TEIL-9")).status, 404);
});
