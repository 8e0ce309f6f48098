// Writing twice: a phone that lost its connection asks again, and nothing happens twice.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";

let server;
let coordinator;
let technician;

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
    technician = await sign_in(server, "technician");
});
after(() => server?.stop());

const REPORT = { asset_code: "BEA0204", title: "Einmal" };

async function count_tickets(title) {
    const { items } = (await coordinator.get(`/api/tickets?q=${encodeURIComponent(title)}&limit=200`)).json;
    return items.filter((ticket) => ticket.title === title).length;
}

test("the same key again gets the same answer and changes nothing", async () => {
    const key = { "idempotency-key": randomUUID() };
    const report = { ...REPORT, title: `Einmal ${randomUUID()}` };
    const first = await coordinator.post("/api/tickets", report, key);
    const second = await coordinator.post("/api/tickets", report, key);
    assert.equal(first.status, 201);
    assert.equal(second.status, 201);
    assert.deepEqual(second.json, first.json);
    assert.equal(second.headers["content-type"], first.headers["content-type"]);
    assert.equal(await count_tickets(report.title), 1);
});

test("also when both come at once", async () => {
    const key = { "idempotency-key": randomUUID() };
    const report = { ...REPORT, title: `Zugleich ${randomUUID()}` };
    const answers = await Promise.all(Array.from({ length: 8 }, () => coordinator.post("/api/tickets", report, key)));
    assert.deepEqual(answers.map(({ status }) => status), Array(8).fill(201));
    assert.equal(new Set(answers.map(({ json }) => json.id)).size, 1);
    assert.equal(await count_tickets(report.title), 1);
});

test("the same key with another body is refused", async () => {
    const key = { "idempotency-key": randomUUID() };
    assert.equal((await coordinator.post("/api/tickets", REPORT, key)).status, 201);
    assert_problem(await coordinator.post("/api/tickets", { ...REPORT, title: "Anders" }, key), 422, "idempotency_key_reused");
});

test("key, user, method and path are one scope", async () => {
    const key = { "idempotency-key": randomUUID() };
    const first = await coordinator.post("/api/tickets", REPORT, key);
    const other_person = await technician.post("/api/tickets", REPORT, key);
    assert.equal(other_person.status, 201);
    assert.notEqual(other_person.json.id, first.json.id);
    const other_path = await coordinator.post(`/api/tickets/${first.json.id}/comments`, { text: "X" }, key);
    assert.equal(other_path.status, 201);
    const other_method = await coordinator.patch(`/api/tickets/${first.json.id}`, { status: "accepted" }, key);
    assert.equal(other_method.status, 200);
});

test("a refusal is remembered like a success", async () => {
    const key = { "idempotency-key": randomUUID() };
    const body = { asset_code: "SPAETER01", title: "Noch unbekannt" };
    const first = await coordinator.post("/api/tickets", body, key);
    assert_problem(first, 422, "invalid", { asset_code: "unknown_asset" });
    assert.equal((await coordinator.post("/api/assets", { tag: "SPAETER01", name: "Gerät" })).status, 201);
    const second = await coordinator.post("/api/tickets", body, key);
    assert.deepEqual([second.status, second.json], [first.status, first.json]);
    assert.equal((await coordinator.post("/api/tickets", body)).status, 201);
});

test("a patch and an import are replayed too", async () => {
    const made = (await coordinator.post("/api/assets", { tag: "ZWEIMAL1", name: "Gerät" })).json;
    const key = { "idempotency-key": randomUUID() };
    const patch = { room: "204", version: 1 };
    const first = await coordinator.patch(`/api/assets/${made.id}`, patch, key);
    const second = await coordinator.patch(`/api/assets/${made.id}`, patch, key); // no 409, though the version is 2 by now
    assert.deepEqual([second.status, second.json], [first.status, first.json]);
    assert.equal(first.status, 200);

    const list = "Inventarnummer;Bezeichnung\nZWEIMAL2;Gerät\n";
    const import_key = { "idempotency-key": randomUUID() };
    const stored = await coordinator.post("/api/imports?dry_run=false", list, import_key);
    const replayed = await coordinator.post("/api/imports?dry_run=false", list, import_key);
    assert.equal(stored.json.created, 1);
    assert.deepEqual(replayed.json, stored.json);
});

test("without a key a write is done each time; a malformed key is refused", async () => {
    const report = { ...REPORT, title: `Ohne Schlüssel ${randomUUID()}` };
    for (let times = 0; times < 2; ++times) {
        assert.equal((await coordinator.post("/api/tickets", report, { "idempotency-key": null })).status, 201);
    }
    assert.equal(await count_tickets(report.title), 2);
    for (const key of ["", "x".repeat(201), "mit Leerzeichen"]) {
        assert_problem(await coordinator.post("/api/tickets", REPORT, { "idempotency-key": key }), 422, "invalid");
    }
});

test("two people who write at once never overwrite each other unseen", async () => {
    const made = (await coordinator.post("/api/assets", { tag: "ZUGLEICH1", name: "Gerät" })).json;
    const answers = await Promise.all(Array.from({ length: 6 }, (_, room) =>
        coordinator.patch(`/api/assets/${made.id}`, { room: String(room), version: 1 })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409]);
});
