// The application's calls to the server: fetch, and XMLHttpRequest for files because it tells their progress.

import { fit_photo } from "./photos.mjs";

const TIMEOUT_MS = 30_000;
/// Chosen files that may be sent again; older ones are forgotten.
const KEPT_FILES = 8;

export class Calls {
    #answer; // (id, {status, body: Uint8Array, etag}, live)
    #upload_progress; // (0 to 1)
    #changes; // of web/changes.mjs
    #under_way = new Set();
    #files = new Map(); // by handle: each may be sent more than once (a preview, another try)
    #fitted = new WeakMap(); // by file: the photo as it is sent, so that another try sends the same bytes
    #next_file = 1;

    constructor({ answer, upload_progress, changes }) {
        this.#answer = answer;
        this.#changes = changes;
        this.#upload_progress = upload_progress;
    }

    get is_pending() {
        return this.#under_way.size > 0;
    }

    /// The file itself stays here; the application gets a handle for it.
    keep_file(file) {
        const handle = `file-${this.#next_file++}`;
        this.#files.set(handle, file);
        if (this.#files.size > KEPT_FILES) this.#files.delete(this.#files.keys().next().value);
        return handle;
    }

    /// call: {method, path, body, content_type, idempotency_key, if_none_match, file_handle, max_file_bytes, live}
    async send(id, call) {
        // The page may lie below a path of a proxy: "/api" means the server's root as the page sees it.
        const path = call.path.replace(/^\//, "");
        if (!call.live) this.#under_way.add(id);
        const url = new URL(path, document.baseURI);
        if (call.live && url.searchParams.has("since") && path.startsWith("api/changes?")) {
            const since = Number(url.searchParams.get("since"));
            return this.#answer(id, await this.#changes.ask(since), true);
        }
        const headers = { Accept: "application/json" };
        if (call.content_type) headers["Content-Type"] = call.content_type;
        if (call.idempotency_key) headers["Idempotency-Key"] = call.idempotency_key;
        if (call.if_none_match) headers["If-None-Match"] = call.if_none_match;
        let answer;
        try {
            answer = call.file_handle
                ? await this.#upload(url, call, headers)
                : await this.#fetch(url, call, headers);
        } catch {
            answer = { status: 0, body: new Uint8Array(), etag: "" }; // no server, no network, or no end
        }
        this.#under_way.delete(id);
        this.#answer(id, answer, call.live);
    }

    async #fetch(url, call, headers) {
        const answer = await fetch(url, {
            method: call.method,
            headers,
            body: call.body === "" ? undefined : call.body,
            credentials: "same-origin",
            cache: "no-store", // the application has its own conditional calls
            signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return {
            status: answer.status,
            body: new Uint8Array(await answer.arrayBuffer()),
            etag: answer.headers.get("ETag") ?? "",
        };
    }

    /// The file as it is sent: photos of limited calls made smaller.
    async #fit(file, max_bytes) {
        if (!max_bytes) return file;
        if (!this.#fitted.has(file)) this.#fitted.set(file, await fit_photo(file));
        return this.#fitted.get(file);
    }

    async #upload(url, call, headers) {
        const chosen = this.#files.get(call.file_handle);
        if (!chosen) throw new Error("no such file");
        const file = await this.#fit(chosen, call.max_file_bytes);
        if (call.max_file_bytes && file.size > call.max_file_bytes) return too_large(call.max_file_bytes);
        return new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.open(call.method, url);
            request.responseType = "arraybuffer";
            for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
            if (!headers["Content-Type"]) request.setRequestHeader("Content-Type", "application/octet-stream");
            request.upload.onprogress = (event) => {
                if (event.lengthComputable && event.total > 0) this.#upload_progress(event.loaded / event.total);
            };
            request.onload = () => resolve({
                status: request.status,
                body: new Uint8Array(request.response ?? 0),
                etag: request.getResponseHeader("ETag") ?? "",
            });
            request.onerror = request.onabort = request.ontimeout = () => reject(new Error("no answer"));
            request.send(file);
        });
    }
}

/// What the server would answer after all of it had been sent.
function too_large(limit_bytes) {
    const body = new TextEncoder().encode(JSON.stringify({ status: 413, code: "too_large", limit_bytes }));
    return { status: 413, body, etag: "" };
}
