// The API describes itself, and the description is true.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { start_demo_server } from "../browser/server.mjs";
import { send, sign_in } from "./http.mjs";

const modules = createRequire(new URL("../package.json", import.meta.url));
const { Validator } = await import(pathToFileURL(modules.resolve("@seriousme/openapi-schema-validator")).href);

let server;
let answer;

before(async () => {
    server = await start_demo_server();
    answer = await send(server, "GET", "/api/openapi.json");
});
after(() => server?.stop());

test("the description is valid OpenAPI 3.1 and needs no sign-in", async () => {
    assert.equal(answer.status, 200);
    assert.equal(answer.headers["content-type"], "application/json");
    assert.match(answer.json.openapi, /^3\.1\./);
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(answer.json));
    assert.equal(valid, true, JSON.stringify(errors, null, 1));
    assert.equal(validator.version, "3.1");
    validator.resolveRefs(); // throws for a reference to nothing
});

test("it names every call of the contract", () => {
    const calls = Object.entries(answer.json.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`));
    for (const call of ["get /api/session", "post /api/session", "delete /api/session", "get /api/schools", "post /api/schools",
        "get /api/assets", "post /api/assets", "get /api/assets/{id}", "patch /api/assets/{id}", "get /api/lookup/{code}", "post /api/imports",
        "get /api/tickets", "post /api/tickets", "get /api/tickets/{id}", "patch /api/tickets/{id}", "post /api/tickets/{id}/comments",
        "get /api/audit", "get /api/changes"]) {
        assert.ok(calls.includes(call), `${call} is missing in ${calls.join(", ")}`);
    }
});

test("answers have the members that are described, and no others", async () => {
    const { schemas } = answer.json.components;
    const coordinator = await sign_in(server, "coordinator");
    const ticket = (await coordinator.get("/api/tickets?limit=1")).json.items[0];
    const asset = (await coordinator.get("/api/assets?limit=1")).json.items[0];
    const school = (await coordinator.get("/api/schools?limit=1")).json.items[0];
    for (const [name, value] of [["Ticket", ticket], ["Asset", asset], ["School", school]]) {
        assert.deepEqual(Object.keys(value).sort(), Object.keys(schemas[name].properties).sort(), name);
    }
});

test("every described call refuses strangers, and junk, with a problem and no 500", async () => {
    const coordinator = await sign_in(server, "coordinator");
    for (const [pattern, item] of Object.entries(answer.json.paths)) {
        const path = pattern.replace(/\{id\}/g, "1").replace(/\{\w+\}/g, "x");
        for (const method of Object.keys(item).map((word) => word.toUpperCase())) {
            if (pattern === "/api/session") continue;
            const stranger = await send(server, method, path);
            assert.equal(stranger.status, 401, `${method} ${path}: ${stranger.text}`);
            assert.equal(stranger.headers["content-type"], "application/problem+json");
            const junk = method === "GET" ? await coordinator.get(`${path}?limit=%FF&sort=%00&since=x&q=%FF`)
                : await coordinator.write(method, path, "\u0000{{{");
            assert.ok(junk.status < 500, `${method} ${path}: ${junk.status}`);
            if (junk.status >= 400) assert.equal(junk.headers["content-type"], "application/problem+json");
        }
    }
});
