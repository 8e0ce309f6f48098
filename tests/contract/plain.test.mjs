// The Basisansicht and the accessibility statement over HTTP, as a browser without scripts asks for them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { send, sign_in } from "./http.mjs";

let server;
let teacher;
let coordinator;
let projector;
let foreign;

before(async () => {
    server = await start_demo_server();
    teacher = await sign_in(server, "teacher");
    coordinator = await sign_in(server, "coordinator");
    projector = await teacher.find_asset("BEA0204");
    foreign = (await coordinator.get("/api/assets?school_code=BBS-01&limit=1")).json.items[0];
});
after(() => server?.stop());

function post_form(who, path, fields, headers = {}) {
    const body = fields instanceof Buffer ? fields : new URLSearchParams(fields).toString();
    return send(who.server ?? server, "POST", path, {
        headers: { "content-type": "application/x-www-form-urlencoded", ...who.headers, ...headers }, body,
    });
}
const nobody = { headers: {} };

/// What a form on a page carries hidden: {name: value}
function hidden_fields(html) {
    return Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
        .map(([, name, value]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")]));
}

const newest_ticket = async () => (await coordinator.get("/api/tickets?limit=1")).json.items[0].id;

test("signing in by the page's form, and coming back to where one was", async () => {
    const asked = await send(server, "GET", "/basis/geraete?q=Beamer%20204");
    assert.equal(asked.status, 302);
    const page = await send(server, "GET", asked.headers.location);
    assert.equal(page.status, 200);
    const { next } = hidden_fields(page.text);
    assert.equal(next, "/basis/geraete?q=Beamer%20204");

    const wrong = await post_form(nobody, "/basis/anmelden", { username: "teacher", password: "falsch", next });
    assert.equal(wrong.status, 401);
    assert.match(wrong.text, /Benutzername oder Passwort stimmt nicht/);
    assert.match(wrong.text, /id="username" name="username" value="teacher"/);
    assert.ok(!wrong.text.includes("falsch"), "a password is never sent back");
    assert.equal((await post_form(nobody, "/basis/anmelden", { username: "", password: "", next })).status, 422);

    const right = await post_form(nobody, "/basis/anmelden", { username: "teacher", password: "schulkit-demo", next });
    assert.equal(right.status, 303);
    assert.equal(right.headers.location, next);
    const cookie = right.headers["set-cookie"].find((each) => each.startsWith("schulkit_session="));
    assert.match(cookie, /HttpOnly/);
    const headers = { cookie: cookie.split(";")[0] };
    assert.equal((await send(server, "GET", next, { headers })).status, 200);
    assert.equal((await send(server, "GET", "/api/session", { headers })).json.user.username, "teacher");
    assert.equal((await send(server, "GET", "/basis/anmelden", { headers })).headers.location, "/basis");

    const out = await post_form({ headers }, "/basis/abmelden", {});
    assert.equal(out.status, 303);
    assert.equal((await send(server, "GET", "/api/session", { headers })).status, 401);
});

test("after signing in nobody is led anywhere else", async () => {
    for (const next of ["//evil.example", "https://evil.example/basis", "/\\evil.example", "/api/session", "/basis//evil.example",
        "/basis\r\nX: 1", "javascript:alert(1)", "/basis/../../x"]) {
        const answer = await post_form(nobody, "/basis/anmelden", { username: "technician", password: "schulkit-demo", next });
        assert.equal(answer.headers.location, "/basis", next);
        const page = await send(server, "GET", `/basis/anmelden?next=${encodeURIComponent(next)}`);
        assert.equal(hidden_fields(page.text).next, "/basis", next);
    }
});

test("nothing but the statement and the sign-in is shown to nobody", async () => {
    for (const path of ["/basis", "/basis/geraete", `/basis/geraete/${projector.id}`, "/basis/melden", "/basis/meldungen",
        "/basis/meldungen/1", "/basis/g/BEA0204", "/barrierefreiheit/bearbeiten"]) {
        const answer = await send(server, "GET", path);
        assert.equal(answer.status, 302, path);
        assert.ok(answer.headers.location.startsWith("/basis/anmelden"), path);
        assert.equal(answer.text, "");
    }
    const statement = await send(server, "GET", "/barrierefreiheit");
    assert.equal(statement.status, 200);
    assert.match(statement.text, /<h1>Erklärung zur Barrierefreiheit<\/h1>/);
    assert.equal((await send(server, "GET", "/basis/gibt-es-nicht")).status, 404);
});

test("another school's devices and reports are pages that do not exist", async () => {
    const theirs = (await coordinator.post("/api/tickets", { asset_code: foreign.tag, title: "Geheim" })).json;
    for (const path of [`/basis/geraete/${foreign.id}`, `/basis/g/${foreign.tag}`, `/basis/melden?geraet=${foreign.tag}`,
        `/basis/meldungen/${theirs.id}`, `/basis/melden?gemeldet=${theirs.id}`, "/basis/geraete/0", "/basis/geraete/-1",
        "/basis/geraete/1e3", "/basis/geraete/99999999999999999999"]) {
        const answer = await teacher.get(path);
        assert.equal(answer.status, 404, path);
        assert.match(answer.headers["content-type"], /^text\/html/);
        assert.ok(!answer.text.includes(foreign.name), path);
        assert.ok(!answer.text.includes("Geheim"), path);
    }
    const before_it = await newest_ticket();
    assert.equal((await post_form(teacher, "/basis/melden", { geraet: foreign.tag, title: "x" })).status, 404);
    assert.equal((await post_form(teacher, `/basis/meldungen/${theirs.id}`, { text: "x" })).status, 404);
    assert.equal(await newest_ticket(), before_it);
});

test("two clicks at once make one report", async () => {
    const page = await teacher.get("/basis/melden?geraet=BEA0204");
    const fields = { ...hidden_fields(page.text), title: "Doppelt geklickt", description: "" };
    assert.ok(fields.idempotency_key.length >= 32);
    const before_it = await newest_ticket();
    const answers = await Promise.all([1, 2, 3, 4].map(() => post_form(teacher, "/basis/melden", fields)));
    for (const answer of answers) {
        assert.equal(answer.status, 303, answer.text);
        assert.equal(answer.headers.location, answers[0].headers.location);
    }
    assert.equal(await newest_ticket(), before_it + 1);
    const keys = [page.text, (await teacher.get("/basis/melden?geraet=BEA0204")).text].map((text) => hidden_fields(text).idempotency_key);
    assert.notEqual(keys[0], keys[1]);
});

test("a session that has ended loses nothing that was typed", async () => {
    const page = await teacher.get("/basis/melden?geraet=BEA0204");
    const typed = { ...hidden_fields(page.text), title: "Lange getippt", description: "Zeile 1\r\n\"Zeile\" <2>" };
    const late = await post_form(nobody, "/basis/melden", typed);
    assert.equal(late.status, 401);
    assert.match(late.text, /Ihre Eingaben sind noch da/);
    const kept = hidden_fields(late.text);
    assert.equal(kept["kept.title"], "Lange getippt");
    const wrong = await post_form(nobody, "/basis/anmelden", { ...kept, username: "teacher", password: "falsch" });
    assert.equal(hidden_fields(wrong.text)["kept.title"], "Lange getippt");
    const before_it = await newest_ticket();
    const back = await post_form(nobody, "/basis/anmelden", { ...kept, username: "teacher", password: "schulkit-demo" });
    assert.equal(back.status, 200);
    assert.equal(await newest_ticket(), before_it, "signing in alone sends nothing");
    assert.match(back.text, /<form method="post" action="\/basis\/melden">/);
    const cookie = back.headers["set-cookie"].find((each) => each.startsWith("schulkit_session=")).split(";")[0];
    const fields = Object.fromEntries(Object.entries(hidden_fields(back.text))
        .map(([name, value]) => [name, value.replaceAll("&lt;", "<").replaceAll("&gt;", ">")]));
    const sent = await post_form({ headers: { cookie } }, "/basis/melden", fields);
    assert.equal(sent.status, 303, sent.text);
    const ticket = (await teacher.get(`/api/tickets/${await newest_ticket()}`)).json;
    assert.equal(ticket.title, "Lange getippt");
    assert.equal(ticket.description, 'Zeile 1\n"Zeile" <2>');
});

test("a form from another site changes nothing, and says so as a page", async () => {
    const host = new URL(server.url).host;
    const before_it = await newest_ticket();
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { origin: "http://evil.example" },
        { origin: "null" }, { origin: `http://${host}.evil.example` }]) {
        for (const [path, fields] of [["/basis/melden", { geraet: "BEA0204", title: "x" }], ["/basis/abmelden", {}],
            ["/basis/anmelden", { username: "teacher", password: "schulkit-demo" }], ["/barrierefreiheit/bearbeiten", { version: "1" }]]) {
            const answer = await post_form(teacher, path, fields, headers);
            assert.equal(answer.status, 403, `${path} ${JSON.stringify(headers)}`);
            assert.match(answer.headers["content-type"], /^text\/html/);
            assert.ok(!(answer.headers["set-cookie"] ?? []).some((each) => each.startsWith("schulkit_session")));
        }
    }
    assert.equal(await newest_ticket(), before_it);
    assert.equal((await teacher.get("/api/session")).status, 200, "still signed in");
    assert.equal((await post_form(teacher, "/basis/melden", { geraet: "BEA0204", title: "x" }, { origin: `http://${host}` })).status, 303);
});

test("whatever people write is shown as text", async () => {
    const nasty = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>&amp;`;
    const ticket = (await teacher.post("/api/tickets", { asset_code: "BEA0204", title: nasty.slice(0, 120), description: nasty })).json;
    await teacher.post(`/api/tickets/${ticket.id}/comments`, { text: nasty });
    await coordinator.patch(`/api/assets/${projector.id}`, { notes: nasty, version: projector.version });
    const query = encodeURIComponent(nasty);
    for (const path of [`/basis/meldungen/${ticket.id}`, "/basis/meldungen", `/basis/geraete/${projector.id}`, `/basis/geraete?q=${query}`,
        `/basis/geraete?raum=${query}&kategorie=${query}`, `/basis/melden?q=${query}`, `/basis/melden?geraet=${query}`, `/basis/melden?raum=${query}`,
        `/basis/melden?geraet=BEA0204&raum=${query}`, `/basis/melden?gemeldet=${ticket.id}`, "/basis", `/basis/g/${query}`]) {
        const { status, text } = await teacher.get(path);
        assert.ok([200, 404].includes(status), `${path}: ${status}`);
        assert.ok(!text.includes("<script"), path);
        assert.ok(!text.includes("<img src=x"), path);
        assert.ok(!/[^"]"'>/.test(text), path);
    }
    const anonymous = await send(server, "GET", `/basis/anmelden?next=${query}&lang=${query}&grund=${query}`);
    assert.ok(!anonymous.text.includes("<script"));
});

test("bodies that no form of ours sends are refused", async () => {
    const before_it = await newest_ticket();
    const huge = Buffer.from(`geraet=BEA0204&title=x&description=${"x".repeat(70_000)}`);
    assert.equal((await post_form(teacher, "/basis/melden", huge)).status, 413);
    const binary = Buffer.from([0, 1, 2, 0xff, 0xfe, 0x26, 0x3d, 0x25, 0x80]);
    assert.equal((await post_form(teacher, "/basis/melden", binary)).status, 422);
    const json = await send(server, "POST", "/basis/melden", {
        headers: { ...teacher.headers, "content-type": "application/json" }, body: JSON.stringify({ geraet: "BEA0204", title: "x" }),
    });
    assert.equal(json.status, 415);
    assert.equal((await post_form(teacher, "/basis/melden", { geraet: "BEA0204", title: "a\u0000b" })).status, 422);
    assert.equal((await post_form(teacher, "/basis/melden", { title: "x" })).status, 404);
    assert.equal((await post_form(teacher, "/basis/geraete", {})).status, 405);
    assert.equal((await send(server, "DELETE", "/basis/melden", { headers: teacher.headers })).status, 405);
    assert.equal(await newest_ticket(), before_it);
});

test("every page keeps others out by its headers, and is in the language that is asked for", async () => {
    for (const path of ["/basis", "/basis/geraete", "/basis/melden", "/barrierefreiheit", "/basis/nichts"]) {
        const answer = await teacher.get(path, { "accept-language": "en-GB,en;q=0.8" });
        const policy = answer.headers["content-security-policy"];
        assert.match(policy, /^default-src 'none'; /);
        assert.ok(!policy.includes("script-src") && !policy.includes("unsafe"), policy);
        assert.match(policy, /form-action 'self'/);
        assert.match(policy, /frame-ancestors 'none'/);
        assert.equal(answer.headers["cache-control"], "no-store");
        assert.equal(answer.headers["x-content-type-options"], "nosniff");
        assert.match(answer.text, /^<!doctype html>\n<html lang="en">/);
        const tags = answer.text.replaceAll(/"[^"]*"/g, '""');
        assert.ok(!/<script|<[^>]*\s(?:style|on[a-z]+)=/.test(tags), path);
        for (const [, address] of answer.text.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)) {
            const sheet = await send(server, "GET", address);
            assert.equal(sheet.status, 200, address);
            assert.match(sheet.headers["content-type"], /^text\/css/);
        }
        assert.equal([...answer.text.matchAll(/rel="stylesheet"/g)].length, 2);
    }
});

test("pages lead on by the list's own cursor", async () => {
    const first = await coordinator.get("/basis/geraete?kategorie=Beamer");
    const total = (await coordinator.get("/api/assets?category=Beamer&limit=1")).json.total;
    assert.ok(total > 50);
    assert.match(first.text, new RegExp(`1–50 von ${total}`));
    const names = (text) => [...text.matchAll(/href="\/basis\/geraete\/(\d+)"/g)].map(([, id]) => id);
    const next = /href="(\/basis\/geraete\?[^"]*seite=[^"]*)"/.exec(first.text)[1].replaceAll("&amp;", "&");
    const second = await coordinator.get(next);
    assert.match(second.text, /51–/);
    assert.equal(names(first.text).length, 50);
    assert.equal(names(first.text).filter((id) => names(second.text).includes(id)).length, 0);
});

test("only the administration edits the statement; everybody reads what it says, in the log it has its author", async () => {
    for (const who of ["teacher", "technician", "coordinator", "auditor"]) {
        const caller = await sign_in(server, who);
        assert.equal((await caller.get("/barrierefreiheit/bearbeiten")).status, 403, who);
        assert.equal((await post_form(caller, "/barrierefreiheit/bearbeiten", { version: "1", body: "x" })).status, 403, who);
    }
    const admin = await sign_in(server, "admin");
    const form = await admin.get("/barrierefreiheit/bearbeiten");
    const saved = await post_form(admin, "/barrierefreiheit/bearbeiten",
        { ...hidden_fields(form.text), body: "Landkreis Ahorn", conformity: "partial", method: "self_assessment", prepared_on: "2026-11-24" });
    assert.equal(saved.status, 303, saved.text);
    const read = await send(server, "GET", "/barrierefreiheit", { headers: { "accept-language": "en" } });
    assert.match(read.text, /<span class="words" lang="de">Landkreis Ahorn<\/span>/);
    const log = (await admin.get("/api/audit?entity=accessibility_statement")).json;
    assert.equal(log.total, 1);
    assert.equal(log.items[0].actor, "admin");
    assert.deepEqual(log.items[0].before, { body: null, prepared_on: null });
});

test("behind a reverse proxy every address has the sub-path", async () => {
    const args = ["--base-url", "https://schule.example/schulkit", "--trusted-proxy", "127.0.0.1", "--demo-public"];
    const proxied = await start_demo_server({ args });
    try {
        const asked = await send(proxied, "GET", "/schulkit/basis/geraete?q=x");
        assert.equal(asked.headers.location, "/schulkit/basis/anmelden?next=%2Fbasis%2Fgeraete%3Fq%3Dx");
        const headers = { "content-type": "application/x-www-form-urlencoded", origin: "https://schule.example" };
        const inside = await send(proxied, "POST", "/schulkit/basis/anmelden",
            { headers, body: "username=teacher&password=schulkit-demo&next=%2Fbasis%2Fgeraete%3Fq%3Dx" });
        assert.equal(inside.headers.location, "/schulkit/basis/geraete?q=x");
        const cookies = inside.headers["set-cookie"];
        for (const each of cookies) {
            assert.match(each, /Path=\/schulkit\//);
            assert.match(each, /Secure/);
        }
        const cookie = cookies.find((each) => each.startsWith("schulkit_session=")).split(";")[0];
        for (const path of ["/schulkit/basis", "/schulkit/basis/melden?geraet=BEA0204", "/schulkit/barrierefreiheit"]) {
            const page = await send(proxied, "GET", path, { headers: { cookie } });
            assert.equal(page.status, 200, path);
            for (const [, address] of page.text.matchAll(/\s(?:href|action|src)="([^"]+)"/g))
                assert.ok(address.startsWith("/schulkit/") || address.startsWith("#"), `${path}: ${address}`);
        }
        const label = await send(proxied, "GET", "/schulkit/g/BEA0204", { headers: { cookie: `${cookie}; schulkit_view=plain` } });
        assert.equal(label.headers.location, "/schulkit/basis/g/BEA0204");
        const device = await send(proxied, "GET", "/schulkit/basis/g/BEA0204", { headers: { cookie } });
        assert.match(device.headers.location, /^\/schulkit\/basis\/geraete\/\d+$/);
    } finally {
        await proxied.stop();
    }
});

test("guessing passwords is slowed down here as well, together with the application's sign-in", async () => {
    let last;
    for (let attempt = 0; attempt < 11; ++attempt)
        last = await post_form(nobody, "/basis/anmelden", { username: "auditor", password: `falsch${attempt}` });
    assert.equal(last.status, 429);
    assert.match(last.text, /Zu viele Versuche/);
});
