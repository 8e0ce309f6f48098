// A small server for tests of the page alone: the web client's files with the same strict headers as the real
// server's, and answers that the test itself decides.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

const TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json", ".wasm": "application/wasm", ".ttf": "font/ttf",
};
const CSP = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/// Who is signed in; the password is "richtig".
const PERSON = { id: 4, username: "coordinator", role: "coordinator", school_codes: [] };

/// Where the page's files lie: the bundle if it has been made.
function page_folders() {
    return process.env.SCHULKIT_PAGE_FOLDERS?.split(":") ?? [join(root, "build/bundle/files")];
}

/// options: {signed_in, demo, prefix: "/below/a/path", answers: {"GET /api/assets": (request, body) => value}}
/// state.release: another release than the bundle's own is served, "missing file": one that lacks a file.
/// A value is {status, body, headers, delay_ms}; the body is sent as JSON. → {url, requests, state, close}
export async function start_page_server(options = {}) {
    const state = { signed_in: options.signed_in ?? true, demo: options.demo ?? false, answers: options.answers ?? {}, release: null };
    const requests = []; // {method, path, headers, body, bytes}: the body as text, and as it came
    const prefix = options.prefix ?? "";

    const session = {
        "GET /api/session": () => state.signed_in ? { body: { user: PERSON } } : { status: 401, body: { code: "unauthenticated" } },
        "POST /api/session": (_, body) => {
            state.signed_in = JSON.parse(body).password === "richtig";
            return state.signed_in ? { body: { user: PERSON } } : { status: 401, body: { code: "wrong_credentials" } };
        },
        "DELETE /api/session": () => {
            state.signed_in = false;
            return { status: 204 };
        },
        "GET /healthz": () => ({ body: { status: "ok", demo: state.demo } }),
    };

    const server = createServer((request, answer) => {
        const chunks = [];
        request.on("data", (chunk) => chunks.push(chunk));
        request.on("end", async () => {
            const bytes = Buffer.concat(chunks);
            const body = bytes.toString();
            const url = new URL(request.url, "http://test");
            if (!url.pathname.startsWith(prefix + "/")) return answer.writeHead(404).end();
            const path = url.pathname.slice(prefix.length);
            requests.push({ method: request.method, path: path + url.search, headers: request.headers, body, bytes });
            const name = `${request.method} ${path}`;
            const make = state.answers[name] ?? session[name];
            if (make) return send(answer, await make(request, body));
            if (path.startsWith("/api/lookup/")) return send(answer, { status: 404, body: { code: "not_found" } });
            if (path.startsWith("/api/")) return send(answer, { body: { items: [], total: 0, total_is_exact: true, next_cursor: null } });
            send_file(answer, path === "/" ? "/index.html" : path, state.release);
        });
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    return {
        url: `http://localhost:${server.address().port}${prefix}/`,
        requests,
        state,
        close: () => {
            server.closeAllConnections();
            return new Promise((done) => server.close(done));
        },
    };
}

async function send(answer, { status = 200, body, headers = {}, delay_ms = 0 }) {
    if (delay_ms > 0) await new Promise((done) => setTimeout(done, delay_ms));
    if (status === 0) return answer.destroy(); // no answer at all
    answer.writeHead(status, { "Content-Type": "application/json", ...headers });
    answer.end(body === undefined || status === 304 ? undefined : JSON.stringify(body));
}

/// The page and the worker as a later release has them: the same files under another name of the release.
function renew(text, release) {
    if (release === null) return text;
    const renewed = text.replace(/(?<=const RELEASE = "|"release":")[0-9a-f]{12}/, release);
    return release === "missing file" ? renewed.replace('const FILES = [', 'const FILES = ["static/gibtesnicht.css",') : renewed;
}

function send_file(answer, path, release) {
    const file = page_folders().map((folder) => join(folder, path)).find((each) => existsSync(each));
    if (!file || path.includes("..")) return answer.writeHead(404).end();
    answer.writeHead(200, {
        "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
        "Content-Security-Policy": CSP,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": path.startsWith("/static/") ? "public, max-age=31536000, immutable" : "no-cache",
    });
    const bytes = readFileSync(file);
    answer.end(path === "/index.html" || path === "/worker.mjs" ? renew(bytes.toString(), release) : bytes);
}
