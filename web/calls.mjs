// The application's calls to the server: fetch, and XMLHttpRequest for files because it tells their progress.

const TIMEOUT_MS = 30_000;

export class Calls {
    #answer; // (id, {status, body: Uint8Array, etag}, live)
    #upload_progress; // (0 to 1)
    #changes; // of web/changes.mjs
    #under_way = new Set();
    #file = null; // {handle, file}: the one chosen last, which may be sent more than once (a preview, another try)
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
        this.#file = { handle: `file-${this.#next_file++}`, file };
        return this.#file.handle;
    }

    /// call: {method, path, body, content_type, idempotency_key, if_none_match, file_handle, live}
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

    #upload(url, call, headers) {
        const chosen = this.#file;
        return new Promise((resolve, reject) => {
            if (chosen?.handle !== call.file_handle) return reject(new Error("no such file"));
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
            request.send(chosen.file);
        });
    }
}
