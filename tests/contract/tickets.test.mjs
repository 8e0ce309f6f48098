// Reports and the work on them.

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

const FIELDS = ["id", "asset_id", "asset_tag", "school_code", "title", "description", "status", "assignee", "reporter", "channel",
    "version", "created_at", "updated_at"];

async function report(title = "Beamer ohne Bild") {
    const made = await teacher.post("/api/tickets", { asset_code: "BEA0204", title, description: "Seit heute.\nRaum 204." });
    assert.equal(made.status, 201, made.text);
    return made.json;
}

test("a report has its device, its school and its reporter", async () => {
    const ticket = await report();
    assert.deepEqual(FIELDS.filter((field) => !(field in ticket)), []);
    assert.equal(ticket.asset_tag, "BEA0204");
    assert.equal(ticket.school_code, "GYM-03");
    assert.equal(ticket.status, "new");
    assert.equal(ticket.assignee, null);
    assert.equal(ticket.reporter, "teacher");
    assert.equal(ticket.channel, "browser");
    assert.equal(ticket.version, 1);
    assert.equal(ticket.description, "Seit heute.\nRaum 204.");
    assert.equal(ticket.created_at, ticket.updated_at);
    assert.match(ticket.created_at, /Z$/);
    assert.deepEqual((await teacher.get(`/api/tickets/${ticket.id}`)).json, ticket);
    assert.deepEqual((await technician.get(`/api/tickets/${ticket.id}`)).json, ticket);
});

test("a report about something unknown names the code and stores nothing", async () => {
    const newest = async () => (await coordinator.get("/api/tickets?limit=1")).json.items[0].id;
    const before_it = await newest();
    assert_problem(await teacher.post("/api/tickets", { asset_code: "GIBTESNICHT", title: "X" }), 422, "invalid", { asset_code: "unknown_asset" });
    const other = (await coordinator.get("/api/assets?school_code=BBS-01&limit=1")).json.items[0];
    assert_problem(await teacher.post("/api/tickets", { asset_code: other.tag, title: "X" }), 422, "invalid", { asset_code: "unknown_asset" });
    assert_problem(await teacher.post("/api/tickets", { asset_code: "BEA0204", title: "  " }), 422, "invalid", { title: "required" });
    assert_problem(await teacher.post("/api/tickets", { title: "X" }), 422, "invalid", { asset_code: "required" });
    assert_problem(await teacher.post("/api/tickets", { asset_code: "BEA0204", title: "x".repeat(121) }), 422, "invalid", { title: "too_long" });
    assert_problem(await teacher.post("/api/tickets", { asset_code: "BEA0204", title: "X", channel: "brieftaube" }), 422, "invalid", { channel: "unknown_value" });
    assert.equal(await newest(), before_it);
});

test("a technician takes, comments, waits, resolves; a teacher can only comment", async () => {
    const ticket = await report();
    const path = `/api/tickets/${ticket.id}`;
    assert_problem(await teacher.patch(path, { status: "closed" }), 403, "forbidden");
    const taken = await technician.patch(path, { status: "accepted", assignee: "technician", version: 1 });
    assert.equal(taken.status, 200, taken.text);
    assert.equal(taken.json.assignee, "technician");
    assert.equal(taken.json.version, 2);
    const late = await coordinator.patch(path, { status: "waiting", version: 1 });
    assert_problem(late, 409, "stale");
    assert.deepEqual(late.json.current, taken.json);

    const said = await technician.post(`${path}/comments`, { text: "Ersatzteil bestellt." });
    assert.equal(said.status, 201, said.text);
    assert.equal(said.json.author, "technician");
    await teacher.post(`${path}/comments`, { text: "Danke." });
    const comments = (await teacher.get(`${path}/comments`)).json.items;
    assert.deepEqual(comments.map(({ author, text }) => [author, text]), [["technician", "Ersatzteil bestellt."], ["teacher", "Danke."]]);
    assert_problem(await teacher.post(`${path}/comments`, { text: "" }), 422, "invalid", { text: "required" });

    for (const status of ["waiting", "resolved", "closed"]) {
        assert.equal((await technician.patch(path, { status })).json.status, status);
    }
    assert_problem(await technician.patch(path, { status: "waiting" }), 422, "invalid", { status: "wrong_order" });
    assert_problem(await technician.patch(path, { assignee: "teacher" }), 422, "invalid", { assignee: "unknown_person" });
    assert_problem(await technician.patch("/api/tickets/99999999", { status: "accepted" }), 404, "not_found");

    const log = (await coordinator.get(`/api/audit?entity=ticket&id=${ticket.id}`)).json.items;
    assert.ok(log.some(({ action, actor }) => action === "create" && actor === "teacher"));
    assert.ok(log.some(({ before, after }) => before.status === "new" && after.status === "accepted"));
    assert.ok(log.some(({ action }) => action === "comment"));
});

test("the wrong device is corrected; a ticket never loses its device", async () => {
    const ticket = await report();
    const other = (await technician.get("/api/assets?school_code=GYM-03&category=Beamer&limit=3")).json.items.find(({ tag }) => tag !== "BEA0204");
    const moved = await technician.patch(`/api/tickets/${ticket.id}`, { asset_code: other.tag });
    assert.equal(moved.json.asset_id, other.id);
    assert.equal(moved.json.asset_tag, other.tag);
    assert.equal((await technician.patch(`/api/tickets/${ticket.id}`, { asset_code: null })).status, 422);
    assert.equal((await technician.patch(`/api/tickets/${ticket.id}`, { asset_code: "GIBTESNICHT" })).status, 422);
    assert.equal((await technician.get(`/api/tickets/${ticket.id}`)).json.asset_id, other.id);
});

test("lists: all tickets of a device, mine, those of my schools, by status", async () => {
    const ticket = await report("Fernbedienung fehlt völlig");
    const of_device = (await technician.get(`/api/tickets?asset_id=${ticket.asset_id}&limit=200`)).json.items;
    assert.ok(of_device.some(({ id }) => id === ticket.id));
    assert.ok(of_device.every(({ asset_id }) => asset_id === ticket.asset_id));
    const mine = (await teacher.get("/api/tickets?reported_by_me=true&limit=200")).json.items;
    assert.ok(mine.some(({ id }) => id === ticket.id));
    assert.ok(mine.every(({ reporter }) => reporter === "teacher"));
    const seen = (await teacher.get("/api/tickets?limit=200")).json.items;
    assert.ok(seen.length > 0 && seen.every(({ school_code }) => school_code === "GYM-03"));
    const fresh = (await coordinator.get("/api/tickets?status=new&limit=200")).json.items;
    assert.ok(fresh.length > 0 && fresh.every(({ status }) => status === "new"));
    const found = (await coordinator.get("/api/tickets?q=VOELLIG")).json.items;
    assert.ok(found.some(({ id }) => id === ticket.id));
    const elsewhere = (await coordinator.get("/api/tickets?school_code=BBS-01&limit=1")).json.items[0];
    assert_problem(await teacher.get(`/api/tickets/${elsewhere.id}`), 404, "not_found");
    assert_problem(await teacher.post(`/api/tickets/${elsewhere.id}/comments`, { text: "X" }), 404, "not_found");
});

test("the WLAN of a school and a room are reported like a device", async () => {
    for (const code of ["GYM-03-WLAN", "GYM-03-R-204"]) {
        const made = await teacher.post("/api/tickets", { asset_code: code, title: "Geht nicht" });
        assert.equal(made.status, 201, made.text);
        assert.equal(made.json.asset_tag, code);
    }
});

test("reports of the office say how they came in", async () => {
    const made = await coordinator.post("/api/tickets", { asset_code: "BEA0204", title: "Anruf", channel: "phone" });
    assert.equal(made.json.channel, "phone");
});
