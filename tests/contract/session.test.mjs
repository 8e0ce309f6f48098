// Signing in, cookies, tokens, and who may call from where.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { run_schulkit, start_demo_server } from "../browser/server.mjs";
import { Caller, assert_problem, post_session, send, sign_in } from "./http.mjs";

let server;

before(async () => (server = await start_demo_server()));
after(() => server?.stop());

test("signing in tells who I am and sets a cookie that scripts and other sites do not get", async () => {
    const answer = await post_session(server, "teacher");
    assert.equal(answer.status, 200);
    assert.equal(answer.headers["content-type"], "application/json");
    const { user } = answer.json;
    assert.deepEqual(Object.keys(user).sort(), ["id", "is_contact", "role", "school_codes", "username"]);
    assert.equal(user.username, "teacher");
    assert.equal(user.role, "school_staff");
    assert.deepEqual(user.school_codes, ["GYM-03"]);

    assert.equal(answer.headers["set-cookie"].length, 1);
    const [pair, ...attributes] = answer.headers["set-cookie"][0].split(/;\s*/);
    assert.match(pair, /^[^=]+=.{20,}$/);
    const names = attributes.map((attribute) => attribute.toLowerCase());
    assert.ok(names.includes("httponly"), names.join());
    assert.ok(names.includes("samesite=lax") || names.includes("samesite=strict"), names.join());
    assert.ok(names.includes("path=/"), names.join());
    assert.ok(!names.includes("secure"), "over plain http a secure cookie would be lost");
    assert.ok(!names.some((name) => name.startsWith("domain")), names.join());
});

test("behind https the cookie is secure and keeps to the sub-path", async () => {
    const args = ["--base-url", "https://schule.example/schulkit", "--trusted-proxy", "127.0.0.1", "--demo-public"];
    const proxied = await start_demo_server({ args });
    try {
        const answer = await send(proxied, "POST", "/schulkit/api/session", {
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ username: "teacher", password: "schulkit-demo" }),
        });
        assert.equal(answer.status, 200, answer.text);
        const names = answer.headers["set-cookie"][0].toLowerCase().split(/;\s*/);
        assert.ok(names.includes("secure"), names.join());
        assert.ok(names.includes("path=/schulkit/"), names.join());
        const page = await send(proxied, "GET", "/schulkit/");
        assert.match(page.text, /<base href="\/schulkit\/">/);
        const label = await send(proxied, "GET", "/schulkit/g/BEA0204");
        assert.equal(label.status, 302);
        assert.match(label.headers.location, /^\/schulkit\/#\//);
    } finally {
        await proxied.stop();
    }
});

test("every demo user signs in and is who they say", async () => {
    const roles = { admin: "admin", coordinator: "coordinator", technician: "technician", teacher: "school_staff", auditor: "auditor" };
    for (const [name, role] of Object.entries(roles)) {
        const caller = await sign_in(server, name);
        const { json } = await caller.get("/api/session");
        assert.equal(json.user.username, name);
        assert.equal(json.user.role, role);
    }
});

test("a wrong password and an unknown name are told alike", async () => {
    const wrong = await post_session(server, "teacher", "falsch");
    const unknown = await post_session(server, "gibtesnicht", "falsch");
    assert_problem(wrong, 401, wrong.json.code);
    assert.equal(wrong.headers["set-cookie"], undefined);
    assert.deepEqual(unknown.json, wrong.json);
});

test("without a session: 401 with a problem; signing out ends it for good", async () => {
    assert_problem(await send(server, "GET", "/api/session"), 401, "unauthenticated");
    assert_problem(await send(server, "GET", "/api/assets"), 401, "unauthenticated");
    const caller = await sign_in(server, "coordinator");
    assert.equal((await caller.get("/api/session")).status, 200);
    const out = await caller.write("DELETE", "/api/session");
    assert.equal(out.status, 204);
    assert.match(out.headers["set-cookie"][0], /Max-Age=0/);
    assert_problem(await caller.get("/api/session"), 401, "unauthenticated");
    assert_problem(await new Caller(server, { cookie: "schulkit_session=erfunden" }).get("/api/assets"), 401, "unauthenticated");
});

test("a token signs in a script; a wrong one does not, whatever else comes with it", async () => {
    const { code, out } = await run_schulkit(["token", "add", "--data", server.data, "--user", "technician"]);
    assert.equal(code, 0);
    assert.match(out, /^\S{20,}\n$/);
    const script = new Caller(server, { authorization: `Bearer ${out.trim()}` });
    assert.equal((await script.get("/api/session")).json.user.username, "technician");
    const cookie = (await sign_in(server, "admin")).headers.cookie;
    assert_problem(await send(server, "GET", "/api/assets", { headers: { authorization: "Bearer erfunden", cookie } }), 401, "unauthenticated");
});

test("a write with a cookie comes from our own pages or from a script, never from another site", async () => {
    const caller = await sign_in(server, "teacher");
    const host = new URL(server.url).host;
    const attempts = [
        [{}, 201], // a script with a cookie jar carries neither header
        [{ "sec-fetch-site": "same-origin" }, 201],
        [{ "sec-fetch-site": "none" }, 201],
        [{ "sec-fetch-site": "same-site" }, 403],
        [{ "sec-fetch-site": "cross-site" }, 403],
        [{ origin: `http://${host}` }, 201],
        [{ origin: "http://evil.example" }, 403],
        [{ origin: "null" }, 403],
        [{ origin: `http://${host}.evil.example` }, 403],
        [{ origin: `http://${host}`, "sec-fetch-site": "cross-site" }, 403],
        [{ origin: "http://evil.example", "sec-fetch-site": "same-origin" }, 201], // the browser's own word counts
    ];
    for (const [headers, status] of attempts) {
        const answer = await caller.post("/api/tickets", { asset_code: "BEA0204", title: "Test" }, headers);
        assert.equal(answer.status, status, `${JSON.stringify(headers)}: ${answer.text}`);
        if (status === 403) assert_problem(answer, 403, "cross_site");
    }
    // also where nobody is signed in yet, else somebody could be signed in as another without noticing
    assert_problem(await post_session(server, "teacher", undefined, { origin: "http://evil.example" }), 403, "cross_site");
    // reads are no danger: their answer stays unreadable to others
    assert.equal((await caller.get("/api/session", { origin: "http://evil.example" })).status, 200);
    // a token is no cookie: no browser adds it by itself
    const { out } = await run_schulkit(["token", "add", "--data", server.data, "--user", "teacher"]);
    const script = new Caller(server, { authorization: `Bearer ${out.trim()}`, origin: "http://evil.example" });
    assert.equal((await script.post("/api/tickets", { asset_code: "BEA0204", title: "Test" })).status, 201);
});

test("a role that may not gets 403 with a problem", async () => {
    const teacher = await sign_in(server, "teacher");
    assert_problem(await teacher.post("/api/assets", { tag: "X1", name: "Gerät" }), 403, "forbidden");
    assert_problem(await teacher.post("/api/imports", "Inventarnummer;Bezeichnung\nX;Y\n"), 403, "forbidden");
    assert_problem(await teacher.get("/api/audit"), 403, "forbidden");
    const auditor = await sign_in(server, "auditor");
    assert_problem(await auditor.get("/api/tickets"), 403, "forbidden");
    assert_problem(await auditor.post("/api/tickets", { asset_code: "BEA0204", title: "Test" }), 403, "forbidden");
});

test("a body with thousands of members is refused at once, before anybody has signed in", async () => {
    const members = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`k${index}`, 1]));
    const body = JSON.stringify({ ...members, username: "teacher", password: "x" });
    const began = performance.now();
    const answer = await send(server, "POST", "/api/session", { headers: { "content-type": "application/json" }, body });
    assert_problem(answer, 422, "too_many_members");
    assert.ok(performance.now() - began < 2000, "each member was compared with all before it"); // that took seven seconds
});

test("guessing passwords is slowed down", async () => {
    let last;
    for (let attempt = 0; attempt < 11; ++attempt) last = await post_session(server, "auditor", `falsch${attempt}`);
    assert_problem(last, 429, "too_many_attempts"); // the eleventh is not even tried
    assert.notEqual((await post_session(server, "auditor")).status, 200);
    assert.equal((await post_session(server, "technician")).status, 200, "others are not locked out");
});
