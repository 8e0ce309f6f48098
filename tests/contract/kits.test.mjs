// School years, kit types and kits, as the demo county has them and as somebody makes new ones.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";

let server;
let coordinator;
let technician;
let teacher;

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
    technician = await sign_in(server, "technician");
    teacher = await sign_in(server, "teacher");
});
after(() => server?.stop());

test("the county's school years have their days in order", async () => {
    const { json } = await teacher.get("/api/school-years");
    assert.ok(json.items.length >= 4);
    for (const year of json.items) {
        assert.match(year.id, /^\d{4}-\d{2}$/);
        const { starts_on, earliest_handover_on, latest_return_on, ends_on } = year;
        assert.deepEqual([starts_on, earliest_handover_on, latest_return_on, ends_on].sort(),
            [starts_on, earliest_handover_on, latest_return_on, ends_on]);
    }
    const found = json.items.find(({ id }) => id === "2026-27");
    assert.deepEqual([found.starts_on, found.ends_on, found.latest_return_on], ["2026-08-01", "2027-07-31", "2027-07-01"]);
});

test("a kit is made of a type and filled with devices; nobody else can have them then", async () => {
    const type = await coordinator.post("/api/kit-types", {
        name: "Zwei Tablets",
        slots: [{ label: "Tablet", category: "Tablet", quantity: 2 }],
        accessories: [{ label: "Stift", quantity: 2 }],
    });
    assert.equal(type.status, 201, type.text);
    const make = async (tag) => {
        const made = await coordinator.post("/api/kits", { tag, name: `Koffer ${tag}`, kit_type_id: type.json.id });
        assert.equal(made.status, 201, made.text);
        return made.json;
    };
    const [kit, other] = [await make("TEST-1"), await make("TEST-2")];
    for (const tag of ["NEU-1", "NEU-2"]) {
        assert.equal((await coordinator.post("/api/assets", { tag, name: "iPad", category: "Tablet" })).status, 201);
    }
    const contents = {
        items: [{ slot: 1, asset_tag: "NEU-1" }, { slot: 2, asset_tag: "NEU-2" }],
        accessories: [{ label: "Stift", quantity: 2 }],
    };
    const filled = await technician.write("PUT", `/api/kits/${kit.id}/contents`, contents);
    assert.equal(filled.status, 200, filled.text);
    assert.equal(filled.json.condition, "complete");
    const counted = await technician.write("PUT", `/api/kits/${kit.id}/accessories`, { accessories: [{ label: "Stift", quantity: 1 }] });
    assert.equal(counted.status, 200, counted.text);
    assert.deepEqual([counted.json.missing, counted.json.slots[1].asset_tag], [1, "NEU-2"]);
    const refused = await technician.write("PUT", `/api/kits/${other.id}/contents`, contents);
    assert_problem(refused, 409, "in_other_kit");
    assert.equal(refused.json.kit.tag, "TEST-1");
    assert.equal((await coordinator.get(`/api/kits/${other.id}`)).json.missing, 4);
    const ready = await technician.post(`/api/kits/${kit.id}/ready`,
        { wiped: true, signed_out: true, updated: true, cleaned: true, charged: true, complete: true });
    assert.equal(ready.json.ready, true);
    assert.deepEqual((await technician.get("/api/lookup/test-1")).json.kind, "kit");
});

test("kits are listed by condition, page by page", async () => {
    const seen = new Set();
    for (let cursor = ""; cursor !== null;) {
        const { json } = await coordinator.get(`/api/kits?limit=20&sort=-tag${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
        for (const { tag } of json.items) seen.add(tag);
        cursor = json.next_cursor;
    }
    const all = (await coordinator.get("/api/kits?limit=1")).json.total;
    assert.equal(seen.size, all);
    assert.ok(all > 50);
    let sum = 0;
    for (const condition of ["complete", "incomplete", "broken"]) {
        const { json } = await coordinator.get(`/api/kits?condition=${condition}&limit=200`);
        assert.ok(json.items.every((kit) => kit.condition === condition));
        sum += json.total;
    }
    assert.equal(sum, all);
    assert_problem(await coordinator.get("/api/kits?sort=price"), 422, "invalid");
    assert_problem(await coordinator.get("/api/kits?condition=dirty"), 422, "invalid");
});

test("schools do not look into the county's kits", async () => {
    assert_problem(await teacher.get("/api/kits"), 403, "forbidden");
    assert.equal((await teacher.get("/api/lookup/TK0001")).status, 404);
    assert.equal((await teacher.get("/api/kit-types")).status, 200);
});
