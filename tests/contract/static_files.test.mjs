// The web client as it comes over the wire.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, send } from "./http.mjs";

let server;
let page;
let files; // {path: bytes before compression}

before(async () => {
    server = await start_demo_server();
    page = await send(server, "GET", "/");
    const table = /<script type="application\/json" id="bundle">(.*?)<\/script>/.exec(page.text);
    files = JSON.parse(table[1]).files;
});
after(() => server?.stop());

test("the page is asked for again each time, and only sent if it has changed", async () => {
    assert.equal(page.status, 200);
    assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
    assert.equal(page.headers["cache-control"], "no-cache");
    const again = await send(server, "GET", "/", { headers: { "if-none-match": page.headers.etag } });
    assert.equal(again.status, 304);
    assert.equal(again.bytes.length, 0);
    const other = await send(server, "GET", "/", { headers: { "if-none-match": "W/\"anders\"" } });
    assert.equal(other.status, 200);
});

test("the policy lets nothing in but the page's own", async () => {
    const policy = page.headers["content-security-policy"];
    const rules = Object.fromEntries(policy.split(";").map((rule) => rule.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
    assert.deepEqual(rules["default-src"], ["'self'"]);
    assert.deepEqual(rules["script-src"].sort(), ["'self'", "'wasm-unsafe-eval'"]);
    assert.deepEqual(rules["style-src"], ["'self'"]);
    assert.deepEqual(rules["frame-ancestors"], ["'none'"]);
    for (const sources of Object.values(rules)) {
        for (const source of sources) assert.match(source, /^('self'|'none'|'wasm-unsafe-eval'|data:)$/);
    }
    assert.equal(page.headers["x-content-type-options"], "nosniff");
    assert.ok(!/https?:\/\//.test(page.text.replace(/http:\/\/www\.w3\.org\//g, "")), "no address of anybody else");
});

test("every file has a hashed name, is kept for ever, and comes as brotli, gzip or plain", async () => {
    const types = { wasm: "application/wasm", mjs: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", ttf: "font/ttf" };
    const names = Object.keys(files);
    for (const needed of ["schulkit.wasm", "schulkit.mjs", "app.mjs", "style.css", "regular.ttf", "decode_worker.mjs", "zxing_reader.wasm"]) assert.ok(names.includes(needed), needed);
    for (const { path, bytes } of Object.values(files)) {
        assert.match(path, /^static\/.+-[0-9a-f]{12}\.\w+$/);
        const plain = await send(server, "GET", `/${path}`);
        assert.equal(plain.status, 200, path);
        assert.equal(plain.headers["content-encoding"], undefined);
        assert.equal(plain.bytes.length, bytes);
        assert.match(plain.headers["cache-control"], /immutable/);
        assert.match(plain.headers["cache-control"], /max-age=31536000/);
        assert.equal(plain.headers.vary, "Accept-Encoding");
        const type = types[path.split(".").pop()];
        if (type) assert.equal(plain.headers["content-type"], type);
        for (const [coding, decode] of [["br", brotliDecompressSync], ["gzip", gunzipSync]]) {
            const answer = await send(server, "GET", `/${path}`, { headers: { "accept-encoding": coding } });
            if (answer.headers["content-encoding"] === undefined) assert.ok(bytes < 1000, `${path} is not compressed`);
            else {
                assert.equal(answer.headers["content-encoding"], coding);
                assert.ok(decode(answer.bytes).equals(plain.bytes), path);
                assert.ok(answer.bytes.length < bytes);
            }
            assert.equal(answer.headers.etag, plain.headers.etag);
        }
        const both = await send(server, "GET", `/${path}`, { headers: { "accept-encoding": "gzip, deflate, br;q=0" } });
        assert.notEqual(both.headers["content-encoding"], "br");
        const again = await send(server, "GET", `/${path}`, { headers: { "if-none-match": plain.headers.etag } });
        assert.equal(again.status, 304);
    }
});

test("HEAD answers as GET without the body", async () => {
    const { path, bytes } = files["schulkit.wasm"];
    const head = await send(server, "HEAD", `/${path}`);
    assert.equal(head.status, 200);
    assert.equal(head.bytes.length, 0);
    assert.equal(head.headers["content-length"], String(bytes));
});

test("addresses of the application get the page, missing files and ways out of the folder do not", async () => {
    assert.equal((await send(server, "GET", "/geraete")).headers.etag, page.headers.etag);
    assert_problem(await send(server, "GET", "/static/gibt-es-nicht.mjs"), 404, "not_found");
    for (const path of ["/../etc/passwd", "/static/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/static/..%2f..%2fetc%2fpasswd"]) {
        const answer = await send(server, "GET", path);
        assert.ok(!answer.text.includes("root:"), path);
    }
    assert_problem(await send(server, "GET", "/api/gibtesnicht"), 404, "not_found");
    assert_problem(await send(server, "POST", "/"), 405, "method_not_allowed");
});
