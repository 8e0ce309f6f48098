// The administrator's tool: schulkit serve, seed, user, token, import, backup, restore, check.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { county_list } from "../browser/device_list.mjs";
import { copy_world, make_folder, run_schulkit, start_server } from "../browser/server.mjs";
import { Caller, post_session, send, sign_in } from "./http.mjs";
import { pdf_file } from "./media.mjs";

async function with_server(options, body) {
    const server = await start_server(options);
    try {
        return await body(server);
    } finally {
        await server.stop();
    }
}

test("serve takes a free port and says where within a second, once it answers", async () => {
    const server = await start_server({ data: await copy_world() });
    const health = await send(server, "GET", "/healthz");
    const { code, signal } = await server.stop();
    assert.ok(server.started_ms < 1000, `${server.started_ms.toFixed(0)} ms`);
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(health.status, 200);
    assert.deepEqual({ code, signal }, { code: 0, signal: null }, "SIGTERM ends it cleanly");
    await assert.rejects(send(server, "GET", "/healthz"));
});

test("SIGTERM waits for what is being written, not for idle connections", async () => {
    const data = await copy_world();
    const server = await start_server({ data });
    const coordinator = await sign_in(server, "coordinator");
    const rows = Array.from({ length: 4000 }, (_, number) => `ENDE${number};Gerät ${number}`);
    const running = coordinator.post("/api/imports?dry_run=false", ["Inventarnummer;Bezeichnung", ...rows].join("\n")).catch((reason) => reason);
    await coordinator.get("/api/imports/progress");
    const { code, signal } = await server.stop();
    assert.deepEqual({ code, signal }, { code: 0, signal: null });
    const answer = await running;
    await with_server({ data }, async (again) => {
        const stored = await (await sign_in(again, "coordinator")).get("/api/lookup/ENDE3999");
        assert.equal(stored.status === 200, answer.status === 200, "stored if and only if it was answered");
    });
    assert.equal((await run_schulkit(["check", "--data", data])).code, 0);
});

test("serve refuses other machines while the demo accounts exist, unless told so", async () => {
    const data = await copy_world();
    const refused = await run_schulkit(["serve", "--data", data, "--port", "0", "--host", "0.0.0.0"]);
    assert.notEqual(refused.code, 0);
    assert.match(refused.err, /demo/);
    assert.doesNotMatch(refused.out, /listening/);
    const proxied = await run_schulkit(["serve", "--data", data, "--port", "0", "--base-url", "https://schule.example"]);
    assert.notEqual(proxied.code, 0);
    assert.match(proxied.err, /demo/);
    await with_server({ data, args: ["--host", "0.0.0.0", "--demo-public"] }, async (server) => {
        assert.equal((await send(server, "GET", "/healthz")).status, 200);
    });
    await with_server({ data, args: ["--host", "127.0.0.2"] }, async ({ url }) => assert.match(url, /127\.0\.0\.2/));
});

test("an empty folder: the first administrator is made, signs in, and no demo account is there", async () => {
    const data = join(make_folder(), "neu");
    const added = await run_schulkit(["user", "add", "--data", data, "--name", "Müller", "--role", "admin"], { input: "ein langes Kennwort\n" });
    assert.equal(added.code, 0, added.err);
    const again = await run_schulkit(["user", "add", "--data", data, "--name", "müller", "--role", "auditor"], { input: "ein langes Kennwort\n" });
    assert.notEqual(again.code, 0, "a name is given once");
    assert.notEqual((await run_schulkit(["user", "add", "--data", data, "--name", "kurz", "--role", "admin"], { input: "kurz\n" })).code, 0);
    assert.notEqual((await run_schulkit(["user", "add", "--data", data, "--name", "x", "--role", "chef"], { input: "ein langes Kennwort\n" })).code, 0);
    assert.notEqual((await run_schulkit(["user", "add", "--data", data, "--name", "x", "--role", "school_staff", "--school", "GYM-77"],
        { input: "ein langes Kennwort\n" })).code, 0, "an unknown school");
    await with_server({ data, args: ["--host", "0.0.0.0"] }, async (server) => {
        assert.equal((await send(server, "GET", "/healthz")).json.demo, false);
        assert.equal((await post_session(server, "Müller", "ein langes Kennwort")).json.user.role, "admin");
        assert.equal((await post_session(server, "teacher")).status, 401);
        const admin = await sign_in(server, "Müller", "ein langes Kennwort");
        assert.deepEqual((await admin.get("/api/assets")).json.items, []);
    });
});

test("a new password: the old one is no longer taken, and whoever was signed in with it is signed out", async () => {
    const data = await copy_world();
    const change = (name, input) => run_schulkit(["user", "password", "--data", data, "--name", name], { input });
    await with_server({ data }, async (server) => {
        const before = await sign_in(server, "teacher");
        const other = await sign_in(server, "coordinator");
        assert.match((await change("teacher", "kurz\n")).err, /8 characters/);
        assert.match((await change("gibtesnicht", "ein neues Kennwort\n")).err, /unknown_person.*gibtesnicht/);
        assert.equal((await before.get("/api/session")).status, 200, "nothing has changed");

        const changed = await change("Teacher", "ein neues Kennwort\n");
        assert.deepEqual([changed.code, changed.out], [0, "changed the password of teacher\n"]);
        assert.equal((await before.get("/api/session")).status, 401);
        assert.equal((await other.get("/api/session")).status, 200);
        assert.equal((await post_session(server, "teacher")).status, 401);
        assert.equal((await post_session(server, "teacher", "ein neues Kennwort")).status, 200);
        const admin = await sign_in(server, "admin");
        const [logged] = (await admin.get("/api/audit?entity=person&limit=1")).json.items;
        assert.deepEqual([logged.action, logged.actor_id], ["password", 0]);
        assert.equal(JSON.stringify(logged).includes("Kennwort"), false);
    });
    const missing = await run_schulkit(["user", "password", "--data", join(make_folder(), "leer"), "--name", "x"]);
    assert.notEqual(missing.code, 0, "it makes no folder");
});

test("a person of two schools sees both", async () => {
    const data = await copy_world();
    const added = await run_schulkit(["user", "add", "--data", data, "--name", "zwei", "--role", "school_staff", "--school", "GYM-03",
        "--school", "BBS-01"], { input: "ein langes Kennwort\n" });
    assert.equal(added.code, 0, added.err);
    await with_server({ data }, async (server) => {
        const caller = await sign_in(server, "zwei", "ein langes Kennwort");
        assert.deepEqual((await caller.get("/api/session")).json.user.school_codes.sort(), ["BBS-01", "GYM-03"]);
        assert.deepEqual((await caller.get("/api/schools")).json.items.map(({ code }) => code).sort(), ["BBS-01", "GYM-03"]);
    });
});

test("a token stands alone on its line, and is not stored as it is", async () => {
    const data = await copy_world();
    const { code, out } = await run_schulkit(["token", "add", "--data", data, "--user", "coordinator"]);
    assert.equal(code, 0);
    assert.match(out, /^[^\s]+\n$/);
    assert.notEqual((await run_schulkit(["token", "add", "--data", data, "--user", "gibtesnicht"])).code, 0);
    await with_server({ data }, async (server) => {
        const script = new Caller(server, { authorization: `Bearer ${out.trim()}` });
        assert.equal((await script.get("/api/session")).json.user.role, "coordinator");
    });
    for (const name of readdirSync(data)) assert.equal(readFileSync(join(data, name)).includes(out.trim()), false, name);
});

test("import prints the API's report; --dry-run stores nothing", async () => {
    const data = await copy_world();
    const list = county_list("E");
    const file = join(make_folder(), "liste.csv");
    writeFileSync(file, list.bytes);
    const preview = await run_schulkit(["import", "--data", data, file, "--dry-run"]);
    assert.equal(preview.code, 0, preview.err);
    const report = JSON.parse(preview.out);
    await with_server({ data }, async (server) => {
        const coordinator = await sign_in(server, "coordinator");
        assert.deepEqual((await coordinator.post("/api/imports", list.bytes)).json, report);
        assert.equal((await coordinator.get(`/api/lookup/${list.good[0].tag}`)).status, 404);
    });
    assert.deepEqual([report.created, report.rejected], [list.good.length, 2]);

    const refused = await run_schulkit(["import", "--data", data, file]);
    assert.notEqual(refused.code, 0, "rejected rows and no --partial");
    assert.equal(JSON.parse(refused.out).rejected, 2);
    const good = join(make_folder(), "gut.csv");
    writeFileSync(good, "Inventarnummer;Bezeichnung\nKOMMANDO1;Gerät\n");
    const stored = await run_schulkit(["import", "--data", data, good]);
    assert.equal(stored.code, 0, stored.err);
    assert.equal(JSON.parse(stored.out).created, 1);
    assert.notEqual((await run_schulkit(["import", "--data", data, join(data, "gibtesnicht.csv")])).code, 0);
});

test("a backup is made while the server works, restored into an empty folder, and sound", async () => {
    const data = await copy_world();
    const folder = make_folder();
    const file = join(folder, "sicherung.db");
    const restored = join(folder, "neu");
    let ticket;
    const large = pdf_file("x".repeat(3_000_000));
    await with_server({ data }, async (server) => {
        const teacher = await sign_in(server, "teacher");
        const { sha256 } = (await teacher.post("/api/attachments", large)).json;
        ticket = (await teacher.post("/api/tickets",
            { asset_code: "BEA0204", title: "Vor der Sicherung", attachments: [{ sha256, name: "Beleg.pdf" }] })).json;
        const saved = await run_schulkit(["backup", "--data", data, file]);
        assert.equal(saved.code, 0, saved.err);
        await teacher.post("/api/tickets", { asset_code: "BEA0204", title: "Nach der Sicherung" });
    });
    assert.ok(statSync(file).size > 100_000);
    const laid = await run_schulkit(["restore", "--data", restored, file]);
    assert.equal(laid.code, 0, laid.err);
    assert.notEqual((await run_schulkit(["restore", "--data", restored, file])).code, 0, "not over other data");
    const sound = await run_schulkit(["check", "--data", restored]);
    assert.equal(sound.code, 0, sound.out);
    await with_server({ data: restored }, async (server) => {
        const teacher = await sign_in(server, "teacher");
        assert.deepEqual((await teacher.get(`/api/tickets/${ticket.id}`)).json, ticket);
        const { bytes } = await teacher.get(`/api/tickets/${ticket.id}/attachments/1`);
        assert.ok(bytes.equals(large), "attachments are in the backup");
        assert.equal((await teacher.get(`/api/tickets/${ticket.id + 1}`)).status, 404);
    });
    const rubbish = join(folder, "rubbish.db");
    writeFileSync(rubbish, Buffer.alloc(5000, "x"));
    const nothing = join(folder, "nichts.db");
    writeFileSync(nothing, "");
    const damaged = join(folder, "beschaedigt.db");
    writeFileSync(damaged, readFileSync(file).fill(0xff, 200_000, 400_000));
    const empty = join(folder, "leer");
    for (const bad of [rubbish, nothing, damaged]) {
        assert.notEqual((await run_schulkit(["restore", "--data", empty, bad])).code, 0, bad);
        assert.deepEqual(readdirSync(empty), [], "nothing is left of a failed restore");
    }
    // the journal of a crashed server would be played into the copy
    writeFileSync(join(empty, "schulkit.db-wal"), "x");
    const refused = await run_schulkit(["restore", "--data", empty, file]);
    assert.notEqual(refused.code, 0);
    assert.match(refused.err, /schulkit\.db-wal/);
});

test("check finds a broken rule and says so", async () => {
    const data = await copy_world();
    assert.equal((await run_schulkit(["check", "--data", data])).code, 0);
    assert.notEqual((await run_schulkit(["check", "--data", join(data, "gibtesnicht")])).code, 0);
    const [name] = readdirSync(data).filter((each) => each.endsWith(".db"));
    const bytes = readFileSync(join(data, name));
    // Overwrite pages in the middle: no honest check may call that sound.
    bytes.fill(0xa5, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 64 * 1024);
    writeFileSync(join(data, name), bytes);
    const broken = await run_schulkit(["check", "--data", data]);
    assert.notEqual(broken.code, 0);
    assert.doesNotMatch(broken.out, /^sound$/m);
});

test("check names an attachment whose bytes are no longer those that were stored", async () => {
    const data = await copy_world();
    const marker = "nur einmal in diesem Bestand";
    const { sha256 } = await with_server({ data }, async (server) =>
        (await (await sign_in(server, "teacher")).post("/api/attachments", pdf_file(marker))).json);
    assert.equal((await run_schulkit(["check", "--data", data])).code, 0);
    const [name] = readdirSync(data).filter((each) => each.endsWith(".db"));
    const bytes = readFileSync(join(data, name));
    const at = bytes.indexOf(marker);
    assert.ok(at > 0 && bytes.indexOf(marker, at + 1) < 0, "the place on the disk");
    bytes[at] ^= 1; // a bit that has turned; the database itself is whole
    writeFileSync(join(data, name), bytes);
    const broken = await run_schulkit(["check", "--data", data]);
    assert.notEqual(broken.code, 0);
    assert.match(broken.out, new RegExp(`^attachment ${sha256} `, "m"));
    assert.doesNotMatch(broken.out, /^sound$/m);
});

test("the same seed makes the same county, and not twice in one folder", async () => {
    const data = await copy_world();
    assert.notEqual((await run_schulkit(["seed", "--data", data, "--world", "demo"])).code, 0);
    const large = join(make_folder(), "gross");
    const made = await run_schulkit(["seed", "--data", large, "--world", "large", "--assets", "2000"]);
    assert.equal(made.code, 0, made.err);
    await with_server({ data: large }, async (server) => {
        const admin = await sign_in(server, "admin");
        const { json } = await admin.get("/api/assets?limit=1");
        assert.ok(json.total_is_exact ? json.total === 2000 : json.total === 1000);
    });
});

test("unknown commands and options are told on standard error, with a code", async () => {
    for (const args of [[], ["tanzen"], ["serve", "--gibtesnicht"], ["serve", "--port", "99999"]]) {
        const { code, err, out } = await run_schulkit(args);
        assert.notEqual(code, 0, args.join(" "));
        assert.ok((err + out).length > 0);
    }
    assert.equal((await run_schulkit(["--version"])).code, 0);
});
