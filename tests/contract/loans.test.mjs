// Requirements and loans over HTTP, in the demo county: from asking to the check at the depot.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";

let server;
let coordinator;
let technician;
let teacher; // the contact of GYM-03
let schools;
let last_year; // of the calendar: always to come
let this_year;

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
    technician = await sign_in(server, "technician");
    teacher = await sign_in(server, "teacher");
    schools = (await coordinator.get("/api/schools?limit=200")).json.items;
    const years = (await coordinator.get("/api/school-years")).json.items;
    last_year = years.at(-1).id;
    const today = new Date().toISOString().slice(0, 10);
    this_year = years.find(({ starts_on, ends_on }) => starts_on <= today && today <= ends_on).id;
    // whatever day it is: handing over may begin
    const { starts_on } = years.find(({ id }) => id === this_year);
    const opened = await coordinator.write("PATCH", `/api/school-years/${this_year}`, { earliest_handover_on: starts_on });
    assert.equal(opened.status, 200, opened.text);
});
after(() => server?.stop());

const school_of = (code) => schools.find((school) => school.code === code);

/// A kit of a type of its own with two tablets, ready to go out.
async function ready_kit(tag) {
    const type = await coordinator.post("/api/kit-types", {
        name: `Typ ${tag}`, slots: [{ label: "Tablet", category: "Tablet", quantity: 2 }],
        accessories: [{ label: "Stift", quantity: 2 }],
    });
    assert.equal(type.status, 201, type.text);
    const kit = await coordinator.post("/api/kits", { tag, name: `Koffer ${tag}`, kit_type_id: type.json.id });
    assert.equal(kit.status, 201, kit.text);
    const items = [];
    for (const slot of [1, 2]) {
        const asset_tag = `${tag}-${slot}`;
        assert.equal((await coordinator.post("/api/assets", { tag: asset_tag, name: "iPad", category: "Tablet" })).status, 201);
        items.push({ slot, asset_tag });
    }
    const filled = await technician.write("PUT", `/api/kits/${kit.json.id}/contents`,
        { items, accessories: [{ label: "Stift", quantity: 2 }] });
    assert.equal(filled.status, 200, filled.text);
    const ready = await technician.post(`/api/kits/${kit.json.id}/ready`,
        { wiped: true, signed_out: true, updated: true, cleaned: true, charged: true, complete: true });
    assert.equal(ready.json.ready, true, ready.text);
    return kit.json;
}

const request = (kit, school, more = {}) =>
    ({ kit_id: kit.id, school_id: school.id, first_school_year: last_year, school_years: 1, purpose: "Projektwoche", ...more });

test("a loan from asking to the check at the depot", async () => {
    const kit = await ready_kit("VOLL");
    const school = school_of("GYM-03");
    const asked = await teacher.post("/api/loans", request(kit, school, { first_school_year: this_year }));
    assert.equal(asked.status, 201, asked.text);
    assert.equal(asked.json.state, "requested");
    const at = `/api/loans/${asked.json.id}`;
    assert_problem(await teacher.post(`${at}/approve`, {}), 403, "forbidden");
    const approved = await coordinator.write("POST", `${at}/approve`); // without a body
    assert.equal(approved.status, 200, approved.text);
    assert.equal(approved.json.state, "approved");

    for (const { code } of (await coordinator.get("/api/requirements")).json.items) {
        const opened = await coordinator.write("PUT", `/api/schools/${school.id}/requirements/${code}`, { state: "open" });
        assert.equal(opened.status, 200, opened.text);
    }
    const hand_over = {
        scanned: ["VOLL-1", "VOLL-2"], accessories: [{ label: "Stift", quantity: 1 }], missing_accepted: false,
        override_reason: null, signed_by: { name: "Dr. Petra Lindhorst", function: "Schulleitung" },
    };
    const gated = await technician.post(`${at}/hand-over`, hand_over);
    assert_problem(gated, 409, "requirements_not_met");
    assert.deepEqual(gated.json.requirements.map(({ state }) => state), ["open", "open", "open", "open", "open"]);
    for (const { code } of gated.json.requirements) {
        const path = `/api/schools/${school.id}/requirements/${code}`;
        const shown = await teacher.write("PUT", path, { state: "submitted", evidence: "Siehe Protokoll" });
        assert.equal(shown.json.state, "submitted", shown.text);
        assert_problem(await teacher.write("PUT", path, { state: "met" }), 403, "only_office_confirms");
        const met = await coordinator.write("PUT", path, { state: "met", valid_until: "2099-07-31" });
        assert.equal(met.json.state, "met", met.text);
    }
    assert_problem(await technician.post(`${at}/hand-over`, hand_over), 409, "kit_incomplete");
    const out = await technician.post(`${at}/hand-over`, { ...hand_over, missing_accepted: true });
    assert.equal(out.status, 200, out.text);
    assert.equal(out.json.state, "handed_over");
    assert.equal((await teacher.find_asset("VOLL-1")).status, "on_loan"); // the school can report it now

    const back = await technician.post(`${at}/take-back`, { scanned: ["VOLL-1"], accessories: [{ label: "Stift", quantity: 1 }] });
    assert.equal(back.json.state, "returned", back.text);
    const checked = await technician.write("POST", `${at}/check-in`);
    assert.equal(checked.json.state, "returned", checked.text); // a tablet is missing
    assert.equal(checked.json.open_differences, 1);
    const { items } = (await coordinator.get(`${at}/items`)).json;
    assert.deepEqual(items.map(({ asset_tag, came_back_on }) => [asset_tag, came_back_on !== null]),
        [["VOLL-1", true], ["VOLL-2", false]]);

    const [difference] = (await teacher.get(`${at}/differences`)).json.items;
    assert.deepEqual([difference.kind, difference.asset_tag, difference.state], ["device_missing", "VOLL-2", "told"]);
    const about = `/api/differences/${difference.id}`;
    assert_problem(await coordinator.post(`${about}/chase`, {}), 409, "does_not_count_yet");
    const objected = await teacher.post(`${about}/object`, { objection: "Das Tablet war nie dabei." });
    assert.equal(objected.json.state, "objected", objected.text);
    const answered = await coordinator.post(`${about}/answer`, { accepted: false, answer: "Es steht im Übergabeprotokoll." });
    assert.equal(answered.json.state, "counts", answered.text);
    const chased = await coordinator.write("POST", `${about}/chase`); // without a body
    assert.equal(chased.json.chases.length, 1, chased.text);
    const listed = (await teacher.get("/api/differences?open=true")).json;
    assert.ok(listed.items.some(({ id }) => id === difference.id));
    const settled = await coordinator.post(`${about}/settle`, { settled_as: "lost", note: null });
    assert.equal(settled.json.state, "settled", settled.text);
    const closed = (await coordinator.get(at)).json;
    assert.equal(closed.state, "closed");
    assert.equal((await coordinator.find_asset("VOLL-2")).status, "lost");
});

test("what a school has changes with numbered supplements", async () => {
    const kit = await ready_kit("WECHSEL");
    const school = school_of("GYM-03");
    const { json: loan } = await coordinator.post("/api/loans", request(kit, school, { first_school_year: this_year }));
    const at = `/api/loans/${loan.id}`;
    await coordinator.post(`${at}/approve`, {});
    const out = await technician.post(`${at}/hand-over`, {
        scanned: ["WECHSEL-1", "WECHSEL-2"], accessories: [{ label: "Stift", quantity: 1 }], missing_accepted: true,
        override_reason: "Prüfung", signed_by: { name: "Dr. Petra Lindhorst", function: "Schulleitung" },
    });
    assert.equal(out.status, 200, out.text);
    assert.equal((await coordinator.post("/api/assets", { tag: "WECHSEL-9", name: "iPad", category: "Tablet" })).status, 201);
    const swapped = await technician.post(`${at}/swap`, { slot: 2, asset_code: "WECHSEL-9", old_device: "repair", reason: "Akku" });
    assert.equal(swapped.status, 200, swapped.text);
    assert.equal((await teacher.find_asset("WECHSEL-9")).status, "on_loan");
    assert.equal((await coordinator.find_asset("WECHSEL-2")).status, "in_repair");
    const delivered = await technician.post(`${at}/deliver`, { accessories: [{ label: "Stift", quantity: 1 }] });
    assert.equal(delivered.status, 200, delivered.text);
    const { items } = (await teacher.get(`${at}/supplements`)).json;
    assert.deepEqual(items.map(({ number, kind }) => [number, kind]), [[1, "swap"], [2, "delivery"]]);
    assert_problem(await teacher.post(`${at}/swap`, { slot: 1, asset_code: "WECHSEL-2" }), 403, "forbidden");
});

test("no kit goes out before its school year allows it", async () => {
    const kit = await ready_kit("ZUFRÜH");
    const { json: loan } = await coordinator.post("/api/loans", request(kit, school_of("GYM-03")));
    await coordinator.post(`/api/loans/${loan.id}/approve`, {});
    const refused = await technician.post(`/api/loans/${loan.id}/hand-over`, { scanned: ["ZUFRÜH-1"], missing_accepted: true,
        override_reason: "Prüfung", signed_by: { name: "Dr. Petra Lindhorst", function: "Schulleitung" } });
    assert_problem(refused, 409, "too_early");
    assert.match(refused.json.earliest_handover_on, /^\d{4}-\d{2}-\d{2}$/);
});

test("of a hundred approvals at one moment for one kit and year exactly one succeeds", async () => {
    const kit = await ready_kit("RENNEN");
    const ids = [];
    for (let i = 0; i < 100; ++i) {
        const asked = await coordinator.post("/api/loans", request(kit, schools[i % schools.length]));
        assert.equal(asked.status, 201, asked.text);
        ids.push(asked.json.id);
    }
    const answers = await Promise.all(ids.map((id) => coordinator.post(`/api/loans/${id}/approve`, {})));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const answer of refused) assert_problem(answer, 409, "kit_already_booked");
    assert.equal(refused.length, 99);
    assert.equal(refused[0].json.booking.kit_tag, "RENNEN");
    const { school_code, school_name } = refused[0].json.booking;
    assert.equal(school_name, school_of(school_code).name);
});

test("a school reaches only its own loans and requirements", async () => {
    const kit = await ready_kit("FREMD");
    const other = schools.find(({ code }) => code !== "GYM-03");
    const { json: loan } = await coordinator.post("/api/loans", request(kit, other));
    assert_problem(await teacher.get(`/api/loans/${loan.id}`), 404, "not_found");
    assert_problem(await teacher.get(`/api/loans/${loan.id}/items`), 404, "not_found");
    assert_problem(await teacher.post(`/api/loans/${loan.id}/cancel`, { reason: "x" }), 404, "not_found");
    assert_problem(await teacher.get(`/api/schools/${other.id}/requirements`), 404, "not_found");
    assert_problem(await teacher.get(`/api/schools/${other.id}/requirements/wlan`), 404, "not_found");
    assert_problem(await teacher.write("PUT", `/api/schools/${other.id}/requirements/wlan`, { state: "submitted", evidence: "x" }),
        404, "not_found");
    const foreign = await teacher.post("/api/loans", request(kit, other));
    assert.equal(foreign.status, 422);
    assert.equal(foreign.json.errors[0].code, "unknown_school");
    const seen = (await teacher.get("/api/loans?limit=200")).json.items;
    assert.ok(seen.length > 0 && seen.every(({ school_code }) => school_code === "GYM-03"));
});

test("the demo county has loans in every stage, and no kit twice in a year", async () => {
    const { json } = await coordinator.get("/api/loans?limit=200");
    const states = new Set(json.items.map(({ state }) => state));
    for (const state of ["requested", "waitlisted", "approved", "handed_over", "rejected"]) assert.ok(states.has(state), state);
    const held = new Set();
    for (const loan of json.items) {
        if (loan.state !== "approved" && loan.state !== "handed_over") continue;
        if (loan.kit_id === null) continue;
        for (let year = Number(loan.first_school_year.slice(0, 4)); year <= Number(loan.last_school_year.slice(0, 4)); ++year) {
            assert.ok(!held.has(`${loan.kit_id}/${year}`));
            held.add(`${loan.kit_id}/${year}`);
        }
    }
    assert.ok(held.size > 30);
});
