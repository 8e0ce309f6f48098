// The line between browser and server: counts its bytes and its calls, and can be cut and mended.

import { connect, createServer } from "node:net";

/// server: of server.mjs; its port may change while it is away. → {url, port, received(), calls(), cut(), refuse(), hold(), mend(), close()}
export async function start_wire(server) {
    const state = { received: 0, calls: [], is_cut: false, refused: null, held: null, port: server.port };
    const open = new Set();

    const line = createServer((browser) => {
        if (state.is_cut) return browser.destroy();
        const upstream = connect(state.port, "127.0.0.1");
        for (const end of [browser, upstream]) {
            open.add(end);
            end.on("error", () => {});
            end.on("close", () => {
                open.delete(end);
                browser.destroy();
                upstream.destroy();
            });
        }
        browser.on("data", (bytes) => {
            // A call's first line; bodies are JSON and never look like one.
            for (const [, method, path] of bytes.toString("latin1").matchAll(/(?:^|\r\n\r\n)(GET|POST|PATCH|DELETE|PUT) (\S+) HTTP\/1\.1\r\n/g))
                state.calls.push({ method, path, at: performance.now() });
            if (state.refused?.test(bytes.toString("latin1"))) return browser.destroy();
            const pass = () => upstream.write(bytes);
            if (state.held?.pattern.test(bytes.toString("latin1"))) state.held.passed.then(pass);
            else pass();
        });
        upstream.on("data", (bytes) => {
            state.received += bytes.length;
            browser.write(bytes);
        });
    });
    await new Promise((done) => line.listen(0, "127.0.0.1", done));
    const { port } = line.address();
    const drop = () => {
        for (const end of open) end.destroy();
    };
    return {
        url: `http://127.0.0.1:${port}`,
        port,
        /// Bytes the browser has got since the last time it was asked, heads and bodies of all its tabs and workers.
        received() {
            const bytes = state.received;
            state.received = 0;
            return bytes;
        },
        /// Calls whose path begins so, since the line was laid.
        calls: (start = "/") => state.calls.filter(({ path }) => path.startsWith(start)),
        cut() {
            state.is_cut = true;
            drop();
        },
        /// Calls with this in them do not get through.
        refuse(pattern) {
            state.refused = pattern;
        },
        /// Such calls wait until what comes back is called.
        hold(pattern) {
            let let_pass;
            state.held = { pattern, passed: new Promise((done) => (let_pass = done)) };
            return () => {
                state.held = null;
                let_pass();
            };
        },
        mend() {
            state.is_cut = false;
            state.refused = null;
        },
        close() {
            drop();
            return new Promise((done) => line.close(done));
        },
    };
}
