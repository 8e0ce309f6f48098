// Schools, devices, what a scan means, and what was changed when by whom.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, send, sign_in } from "./http.mjs";

let server;
let coordinator;
let technician;
let teacher;
let admin;

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
    technician = await sign_in(server, "technician");
    teacher = await sign_in(server, "teacher");
    admin = await sign_in(server, "admin");
});
after(() => server?.stop());

const FIELDS = ["id", "tag", "name", "category", "manufacturer", "model", "serial", "status", "school_code", "site_code",
    "room", "purchased_on", "price_cents", "notes", "version"];

test("the server is well without a sign-in, and says that the demo accounts exist", async () => {
    const answer = await send(server, "GET", "/healthz");
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json, { status: "ok", demo: true });
});

test("22 schools of the four types, with their sites; a new one is made", async () => {
    const { status, json } = await coordinator.get("/api/schools?limit=200");
    assert.equal(status, 200);
    assert.equal(json.total, 22);
    assert.equal(json.total_is_exact, true);
    assert.equal(json.next_cursor, null);
    assert.equal(json.items.length, 22);
    assert.deepEqual([...new Set(json.items.map(({ type }) => type))].sort(), ["comprehensive", "gymnasium", "special", "vocational"]);
    for (const school of json.items) {
        for (const field of ["id", "code", "name", "type", "sites"]) assert.ok(field in school, field);
        for (const site of school.sites) assert.ok(site.code && site.name);
    }
    assert.deepEqual((await teacher.get("/api/schools")).json.items.map(({ code }) => code), ["GYM-03"]);

    const made = await coordinator.post("/api/schools", { code: "GYM-99", name: "Übungsgymnasium", type: "gymnasium", sites: [{ code: "H", name: "Haus" }] });
    assert.equal(made.status, 201, made.text);
    assert.equal(made.json.code, "GYM-99");
    assert_problem(await coordinator.post("/api/schools", { code: "GYM-99", name: "Noch eins", type: "gymnasium", sites: [] }), 409, "taken");
    assert_problem(await coordinator.post("/api/schools", { code: "", name: "", type: "burg", sites: [] }), 422, "invalid", undefined);
    assert.equal((await coordinator.get("/api/assets?kind=service&school_code=GYM-99")).json.total, 5);
});

test("lists are searched, filtered, sorted and paged, to the end and without a gap", async () => {
    const seen = [];
    let cursor = "";
    let pages = 0;
    do {
        const { status, json } = await coordinator.get(`/api/assets?school_code=GYM-03&limit=100&sort=name${cursor}`);
        assert.equal(status, 200);
        for (const asset of json.items) assert.deepEqual(FIELDS.filter((field) => !(field in asset)), []);
        seen.push(...json.items);
        cursor = json.next_cursor === null ? null : `&cursor=${encodeURIComponent(json.next_cursor)}`;
        assert.ok((pages += 1) < 50);
        if (json.total_is_exact && cursor === null) assert.equal(seen.length, json.total);
    } while (cursor !== null);
    assert.equal(new Set(seen.map(({ id }) => id)).size, seen.length);
    assert.ok(seen.length > 100);
    assert.ok(seen.every(({ school_code }) => school_code === "GYM-03"));

    const backwards = (await coordinator.get("/api/assets?school_code=GYM-03&limit=1&sort=-name")).json.items[0];
    assert.equal(backwards.name, seen.at(-1).name);

    const filtered = (await coordinator.get("/api/assets?school_code=GYM-03&category=Beamer&status=in_use")).json;
    assert.ok(filtered.items.length > 0);
    for (const asset of filtered.items) {
        assert.deepEqual([asset.school_code, asset.category, asset.status], ["GYM-03", "Beamer", "in_use"]);
    }

    const everything = (await coordinator.get("/api/assets?limit=1")).json;
    assert.ok(everything.total_is_exact ? everything.total > 1000 : everything.total === 1000, JSON.stringify(everything.total));

    const room = (await teacher.get("/api/assets?room=204&category=Beamer")).json.items;
    assert.deepEqual(room.map(({ tag }) => tag), ["BEA0204"]);
});

test("words are found whatever their umlauts and case", async () => {
    const made = await coordinator.post("/api/assets", { tag: "SUCH0001", name: "Größenmeßgerät für Übungen" });
    assert.equal(made.status, 201, made.text);
    for (const q of ["größenmeßgerät", "GROESSENMESSGERAET", "groessenmessgeraet", "uebung", "SUCH0001", "such00", "ßgerä"]) {
        const found = (await coordinator.get(`/api/assets?q=${encodeURIComponent(q)}`)).json.items;
        assert.ok(found.some(({ id }) => id === made.json.id), q);
    }
    const none = (await coordinator.get("/api/assets?q=gibtesbestimmtnicht")).json;
    assert.deepEqual([none.items, none.total, none.next_cursor], [[], 0, null]);
});

test("a bad limit, sort, cursor or filter is 422 and named", async () => {
    for (const [query, field] of [["limit=0", "limit"], ["limit=201", "limit"], ["limit=viel", "limit"], ["sort=farbe", "sort"],
        ["cursor=erfunden", "cursor"], ["status=kaputt", "status"]]) {
        const answer = await coordinator.get(`/api/assets?${query}`);
        assert_problem(answer, 422, "invalid");
        assert.deepEqual(answer.json.errors.map((error) => error.field), [field], query);
    }
});

test("a device needs a tag and a name only", async () => {
    const made = await coordinator.post("/api/assets", { tag: "NEU0001", name: "Neues Gerät" });
    assert.equal(made.status, 201);
    assert.deepEqual(FIELDS.filter((field) => !(field in made.json)), []);
    assert.equal(made.json.category, "Sonstiges");
    assert.equal(made.json.version, 1);
    assert.equal(made.json.serial, null);
    assert.deepEqual((await coordinator.get(`/api/assets/${made.json.id}`)).json, made.json);

    assert_problem(await coordinator.post("/api/assets", {}), 422, "invalid", { tag: "required", name: "required" });
    assert_problem(await coordinator.post("/api/assets", { tag: " NEU0001 ", name: "Noch eins" }), 409, "taken", { tag: "taken" });
    assert_problem(await coordinator.post("/api/assets", { tag: "NEU0002", name: "X", school_code: "GYM-77" }), 422, "invalid", { school_code: "unknown_school" });
    assert_problem(await coordinator.post("/api/assets", { tag: "NEU0003", name: "X", purchased_on: "2024-02-30" }), 422, "invalid", { purchased_on: "bad_date" });
    assert_problem(await coordinator.get("/api/assets/99999999"), 404, "not_found");
    assert_problem(await coordinator.get("/api/assets/eins"), 404, "not_found");
});

test("in a patch what is absent stays and null clears; a stale version gets the current record", async () => {
    const made = (await coordinator.post("/api/assets",
        { tag: "PAT0001", name: "Gerät", school_code: "GYM-03", room: "204", notes: "alt", serial: "SNPAT0001", price_cents: 12345 })).json;
    const changed = await technician.patch(`/api/assets/${made.id}`, { room: "205", notes: null, version: made.version });
    assert.equal(changed.status, 200, changed.text);
    assert.deepEqual(changed.json, { ...made, room: "205", notes: null, version: made.version + 1 });

    const late = await coordinator.patch(`/api/assets/${made.id}`, { room: "Aula", version: made.version });
    assert_problem(late, 409, "stale");
    assert.deepEqual(late.json.current, changed.json);
    assert.deepEqual((await coordinator.get(`/api/assets/${made.id}`)).json, changed.json);

    assert_problem(await coordinator.patch(`/api/assets/${made.id}`, { name: null }), 422, "invalid", { name: "required" });
    assert_problem(await coordinator.patch(`/api/assets/${made.id}`, { room: 204 }), 422, "invalid", { room: "wrong_type" });
    assert_problem(await coordinator.patch("/api/assets/99999999", { room: "1" }), 404, "not_found");
});

test("a scan means the same device by tag, serial number, label address, in any case", async () => {
    const asset = (await coordinator.post("/api/assets", { tag: "SCAN0001", name: "Tablet", serial: "DMPXK1ABCD", school_code: "GYM-03" })).json;
    const scans = ["SCAN0001", "scan0001", "DMPXK1ABCD", "SDMPXK1ABCD", "https://alter-server.example/g/SCAN0001",
        "http://localhost:8080/g/scan0001"];
    for (const scan of scans) {
        const found = await teacher.get(`/api/lookup/${encodeURIComponent(scan)}`);
        assert.equal(found.status, 200, scan);
        assert.equal(found.json.kind, "asset");
        assert.equal(found.json.id, asset.id);
        assert.equal(found.json.tag, "SCAN0001");
    }
    assert_problem(await teacher.get("/api/lookup/GIBTESNICHT"), 404, "not_found");
    const other = (await coordinator.get("/api/assets?school_code=BBS-01&limit=1")).json.items[0];
    assert_problem(await teacher.get(`/api/lookup/${other.tag}`), 404, "not_found");
    assert_problem(await teacher.get(`/api/assets/${other.id}`), 404, "not_found");
    assert.equal((await technician.get(`/api/lookup/${other.tag}`)).status, 200);

    // an exact tag wins over somebody else's serial number
    const twin = await coordinator.post("/api/assets", { tag: "DMPXK1ABCD", name: "Falsch beklebt" });
    assert.equal(twin.status, 201, twin.text);
    assert.equal((await coordinator.get("/api/lookup/DMPXK1ABCD")).json.id, twin.json.id);
});

test("a label's address leads into the application, signed in or not", async () => {
    const answer = await send(server, "GET", "/g/BEA0204");
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.location, "/#/g/BEA0204");
    const strange = await send(server, "GET", "/g/A%2FB%20%C3%A4");
    assert.equal(strange.headers.location, "/#/g/A%2FB%20%C3%A4");
});

test("the log says who changed what, from what to what; its id is the sequence of changes", async () => {
    const start = (await coordinator.get("/api/changes")).json.last;
    const made = (await coordinator.post("/api/assets", { tag: "LOG0001", name: "Gerät", room: "1", notes: "frei getippt" })).json;
    await technician.patch(`/api/assets/${made.id}`, { room: "2", notes: "anders" });
    const { status, json } = await coordinator.get(`/api/audit?entity=asset&id=${made.id}`);
    assert.equal(status, 200);
    assert.equal(json.total, 2);
    const [changed, created] = json.items;
    assert.equal(created.actor, "coordinator");
    assert.deepEqual(created.before, {});
    assert.equal(created.after.tag, "LOG0001");
    assert.equal(changed.actor, "technician");
    assert.deepEqual(changed.before, { room: "1", notes: "frei getippt" });
    assert.deepEqual(changed.after, { room: "2", notes: "anders" });
    assert.match(changed.at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    assert.ok(Math.abs(Date.parse(changed.at) - Date.now()) < 60_000);

    const auditor = await sign_in(server, "auditor");
    const seen = (await auditor.get(`/api/audit?entity=asset&id=${made.id}`)).json.items;
    assert.deepEqual(seen.map(({ actor, actor_id }) => [actor, typeof actor_id]), [[null, "number"], [null, "number"]]);

    const changes = (await coordinator.get(`/api/changes?since=${start}`)).json;
    assert.ok(changes.items.some((change) => change.id === changed.id && change.entity === "asset" && change.entity_id === made.id));
    assert.equal(changes.last, changed.id);
});

test("asking for changes is conditional: nothing new is 304 without a body", async () => {
    const since = (await teacher.get("/api/changes")).json.last;
    const first = await teacher.get(`/api/changes?since=${since}`);
    assert.equal(first.status, 200);
    assert.deepEqual(first.json.items, []);
    const again = await teacher.get(`/api/changes?since=${since}`, { "if-none-match": first.headers.etag });
    assert.equal(again.status, 304);
    assert.equal(again.bytes.length, 0);
    assert.equal(again.headers.etag, first.headers.etag);

    await teacher.post("/api/tickets", { asset_code: "BEA0204", title: "Neu" });
    const news = await teacher.get(`/api/changes?since=${since}`, { "if-none-match": first.headers.etag });
    assert.equal(news.status, 200);
    assert.deepEqual(news.json.items.map(({ entity }) => entity), ["ticket"]);

    // another person's validator is worth nothing
    const stranger = await admin.get(`/api/changes?since=${since}`, { "if-none-match": news.headers.etag });
    assert.equal(stranger.status, 200);

    // what happens at other schools is not told to a teacher
    const now = (await teacher.get("/api/changes")).json.last;
    const elsewhere = (await coordinator.get("/api/assets?school_code=BBS-01&limit=1")).json.items[0];
    await coordinator.patch(`/api/assets/${elsewhere.id}`, { room: "Neu 1" });
    assert.deepEqual((await teacher.get(`/api/changes?since=${now}`)).json.items, []);
    assert.equal((await technician.get(`/api/changes?since=${now}`)).json.items.length >= 1, true);
    assert_problem(await teacher.get("/api/changes?since=-1"), 422, "invalid");
});

test("bodies of the wrong kind are refused with a problem", async () => {
    const deep = `{"tag":${"[".repeat(10_000)}${"]".repeat(10_000)}}`;
    const json = { "content-type": "application/json" };
    for (const [body, status] of [["", 422], ["{", 422], ["[]", 422], ["\"text\"", 422], ["null", 422], [deep, 422],
        [Buffer.from([0x7b, 0x22, 0x74, 0x61, 0x67, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 422],
        [`{"tag":"X","name":"${"x".repeat(1 << 20)}"}`, 413]]) {
        const answer = await coordinator.post("/api/assets", body, json);
        assert_problem(answer, status, answer.json?.code);
    }
    assert_problem(await coordinator.post("/api/assets", { tag: "X", name: ["Liste"] }), 422, "invalid", { name: "wrong_type" });
    assert_problem(await coordinator.get("/api/gibtesnicht"), 404, "not_found");
    const method = await coordinator.write("PUT", "/api/assets", {});
    assert_problem(method, 405, "method_not_allowed");
    assert.match(method.headers.allow, /GET/);
});
