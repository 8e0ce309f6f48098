// The proposal of a school year over HTTP, in the demo county: rules, pins, and what accepting does.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";

let server;
let coordinator;
let admin;
let type; // with two kits of its own
let kits;
let year; // always to come
let schools;

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
    admin = await sign_in(server, "admin");
    schools = (await coordinator.get("/api/schools?limit=200")).json.items;
    year = (await coordinator.get("/api/school-years")).json.items.at(-1).id;
    type = (await coordinator.post("/api/kit-types", {
        name: "Koffer für den Vorschlag", slots: [{ label: "Tablet", category: "Tablet", quantity: 2 }], accessories: [],
    })).json;
    kits = [];
    for (const tag of ["VK-1", "VK-2"]) {
        const kit = await coordinator.post("/api/kits", { tag, name: `Koffer ${tag}`, kit_type_id: type.id });
        assert.equal(kit.status, 201, kit.text);
        kits.push(kit.json);
    }
});
after(() => server?.stop());

const school_of = (code) => schools.find((school) => school.code === code);
const base = () => `/api/school-years/${year}`;

async function ask(code, more = {}) {
    const asked = await coordinator.post("/api/loans",
        { kit_type_id: type.id, school_id: school_of(code).id, first_school_year: year, purpose: "Lernbüro", ...more });
    assert.equal(asked.status, 201, asked.text);
    return asked.json;
}

async function proposal(caller = coordinator) {
    const answer = await caller.get(`${base()}/proposal`);
    assert.equal(answer.status, 200, answer.text);
    return answer.json;
}

const of = (seen, loan) => seen.requests.find(({ id }) => id === loan.request_id);

let first;
let second;

test("three kits are asked for, two are there, and each decision has its reason", async () => {
    first = await ask("GYM-05", { quantity: 2 });
    second = await ask("GYM-06");
    const seen = await proposal();
    assert.deepEqual(seen, await proposal(admin));
    const { decision } = of(seen, first);
    assert.deepEqual(decision.kit_tags, ["VK-1"]);
    assert.equal(decision.reason, "ranks_lower");
    assert.equal(decision.rival_name, school_of("GYM-06").name);
    assert.equal(decision.rule, "needed_kits");
    assert.ok(decision.shares.length > 0);
    assert.deepEqual(of(seen, second).decision.kit_tags, ["VK-2"]);
    assert.deepEqual(seen.rest.find(({ kit_type_id }) => kit_type_id === type.id), { kit_type_id: type.id, free: 2, asked: 3, kit_ids: [] });
});

test("a pin of one coordinator is seen by the other, and a proposal seen before is refused", async () => {
    const seen = await proposal();
    const pinned = await admin.write("PUT", `${base()}/pins/${second.request_id}`, { kit_ids: [kits[0].id] });
    assert.equal(pinned.status, 200, pinned.text);
    assert.deepEqual(of(await proposal(), second).decision.kit_tags, ["VK-1"]);
    const refused = await coordinator.post(`${base()}/proposal/accept`, { fingerprint: seen.fingerprint });
    assert_problem(refused, 409, "proposal_changed");
    const loan = await coordinator.get(`/api/loans/${first.id}`);
    assert.equal(loan.json.state, "requested");
    assert_problem(await coordinator.write("PUT", `${base()}/pins/${first.request_id}`, { kit_ids: [kits[0].id, 999_999] }), 422,
        "invalid", { "kit_ids.0": "pinned_twice", "kit_ids.1": "unknown_kit" });
    const log = await coordinator.get(`/api/audit?entity=allocation_pins&id=${second.request_id}`);
    assert.equal(log.json.items[0].actor, "admin");
    assert.deepEqual(log.json.items[0].after.kit_ids, [kits[0].id]);
});

test("accepting one decision twice with one key promises one kit", async () => {
    const seen = await proposal();
    const key = { "idempotency-key": randomUUID() };
    const body = { fingerprint: seen.fingerprint, request_ids: [second.request_id] };
    const once = await coordinator.post(`${base()}/proposal/accept`, body, key);
    assert.equal(once.status, 200, once.text);
    assert.deepEqual(once.json.requests, [{ request_id: second.request_id, approved: [second.id], kit_ids: [kits[0].id], waiting: [] }]);
    const again = await coordinator.post(`${base()}/proposal/accept`, body, key);
    assert.equal(again.text, once.text);
    assert.equal((await coordinator.get(`/api/loans/${first.id}`)).json.state, "requested");
    assert.equal((await coordinator.get(`/api/loans/${second.id}`)).json.kit_tag, "VK-1");
});

test("accepting the rest approves what has a kit and puts the other on the waiting list", async () => {
    const seen = await proposal();
    const done = await coordinator.post(`${base()}/proposal/accept`, { fingerprint: seen.fingerprint });
    assert.equal(done.status, 200, done.text);
    const loans = (await coordinator.get(`/api/loans?request_id=${first.request_id}&sort=requested_at`)).json.items;
    assert.deepEqual(loans.map(({ state }) => state), ["approved", "waitlisted"]);
    assert.equal(loans[0].kit_tag, "VK-2");
});

test("no school, no technician and no auditor reads a proposal or decides by it", async () => {
    for (const who of ["teacher", "technician", "auditor"]) {
        const caller = await sign_in(server, who);
        assert_problem(await caller.get(`${base()}/proposal`), 403, "forbidden");
        assert_problem(await caller.post(`${base()}/proposal/accept`, { fingerprint: "x" }), 403, "forbidden");
        assert_problem(await caller.patch(`${base()}/allocation-rules`, { pupils: true }), 403, "forbidden");
        assert_problem(await caller.write("DELETE", `${base()}/pins/${first.request_id}`), 403, "forbidden");
    }
});

test("a past year and one that the calendar does not know are refused by name", async () => {
    const past = (await coordinator.get("/api/school-years")).json.items[0].id;
    assert_problem(await coordinator.get(`/api/school-years/${past}/proposal`), 409, "past_school_year");
    assert_problem(await coordinator.patch(`/api/school-years/${past}/allocation-rules`, { pupils: true }), 409, "past_school_year");
    assert_problem(await coordinator.get("/api/school-years/2099-00/proposal"), 404, "not_found");
    assert_problem(await coordinator.get("/api/school-years/Unsinn/proposal"), 404, "not_found");
});
