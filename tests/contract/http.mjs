// Calls over HTTP as a script makes them: nothing is added, followed, decoded or kept that was not asked for.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { request } from "node:http";

import { DEMO_PASSWORD } from "../browser/server.mjs";

/// → {status, headers, bytes, text, json}. `json` is undefined where the body is none.
export function send(server, method, path, { headers = {}, body } = {}) {
    const { port } = new URL(server.url);
    return new Promise((done, failed) => {
        const call = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
            const chunks = [];
            answer.on("data", (chunk) => chunks.push(chunk));
            answer.on("error", failed);
            answer.on("end", () => {
                const bytes = Buffer.concat(chunks);
                const text = bytes.toString("utf8");
                done({ status: answer.statusCode, headers: answer.headers, bytes, text, json: read_json(text) });
            });
        });
        call.on("error", (reason) => {
            if (!call.destroyed || !call.res) failed(reason);
        });
        call.end(body);
    });
}

function read_json(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/// Somebody who is signed in, with a cookie jar and nothing else.
export class Caller {
    #server;
    headers;

    constructor(server, headers = {}) {
        this.#server = server;
        this.headers = headers;
    }

    get(path, headers = {}) {
        return send(this.#server, "GET", path, { headers: { ...this.headers, ...headers } });
    }

    /// body: an object travels as JSON, bytes and texts as they are. Every write gets a key unless `headers` has one.
    write(method, path, body, headers = {}) {
        const is_raw = body === undefined || typeof body === "string" || Buffer.isBuffer(body);
        const type = is_raw ? "application/octet-stream" : "application/json";
        const all = { "content-type": type, "idempotency-key": randomUUID(), ...this.headers, ...headers };
        for (const name of Object.keys(all)) if (all[name] === null) delete all[name];
        return send(this.#server, method, path, { headers: all, body: is_raw ? body : JSON.stringify(body) });
    }

    post(path, body, headers) {
        return this.write("POST", path, body, headers);
    }

    patch(path, body, headers) {
        return this.write("PATCH", path, body, headers);
    }

    /// The one device with this tag.
    async find_asset(tag) {
        const found = await this.get(`/api/lookup/${encodeURIComponent(tag)}`);
        assert.equal(found.status, 200, `lookup of ${tag}: ${found.text}`);
        return (await this.get(`/api/assets/${found.json.id}`)).json;
    }
}

export function post_session(server, username, password = DEMO_PASSWORD, headers = {}) {
    return send(server, "POST", "/api/session", {
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ username, password }),
    });
}

/// → Caller with the session's cookie
export async function sign_in(server, username, password = DEMO_PASSWORD) {
    const answer = await post_session(server, username, password);
    assert.equal(answer.status, 200, `sign-in of ${username}: ${answer.text}`);
    return new Caller(server, { cookie: answer.headers["set-cookie"][0].split(";")[0] });
}

/// The shape of RFC 9457 with this project's members. fields: {field: code}, all of them.
export function assert_problem(answer, status, code, fields) {
    assert.equal(answer.status, status, answer.text);
    assert.equal(answer.headers["content-type"], "application/problem+json");
    const { json } = answer;
    assert.equal(json.status, status);
    assert.equal(json.code, code, answer.text);
    assert.equal(typeof json.type, "string");
    assert.equal(typeof json.title, "string");
    if (!fields) return;
    const told = Object.fromEntries((json.errors ?? []).map((error) => [error.field, error.code]));
    assert.deepEqual(told, fields, answer.text);
}
