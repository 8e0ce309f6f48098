// The real thing: the binary build/release/schulkit, worlds made by its own seed, and a server of one's own.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const BINARY = process.env.SCHULKIT_BINARY ?? join(ROOT, "build/release/schulkit");
export const DEMO_PASSWORD = "schulkit-demo";

const END_MS = 10_000;
const START_MS = 10_000;

const started = new Set(); // processes that still run
const folders = new Set();

process.on("exit", () => {
    for (const child of started) child.kill("SIGKILL");
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/// A folder that is gone when the process ends.
export function make_folder() {
    const folder = mkdtempSync(join(tmpdir(), "schulkit-test-"));
    folders.add(folder);
    return folder;
}

/// Runs a command of the binary to its end. → {code, out, err}
export function run_schulkit(args, { input = "" } = {}) {
    return new Promise((done, failed) => {
        const child = spawn(BINARY, args, { stdio: "pipe" });
        started.add(child);
        const text = { out: "", err: "" };
        child.stdout.setEncoding("utf8").on("data", (chunk) => (text.out += chunk));
        child.stderr.setEncoding("utf8").on("data", (chunk) => (text.err += chunk));
        child.on("error", failed);
        child.on("close", (code) => {
            started.delete(child);
            done({ code, ...text });
        });
        child.stdin.on("error", () => {}); // it ended without reading
        child.stdin.end(input);
    });
}

/// Makes the demo county in a new folder. → the folder
export async function seed_world() {
    if (!existsSync(BINARY)) throw new Error(`${BINARY} is missing; tools/build makes it`);
    const data = join(make_folder(), "data");
    const { code, err } = await run_schulkit(["seed", "--data", data, "--world", "demo"]);
    if (code !== 0) throw new Error(`seed ended with ${code}: ${err}`);
    return data;
}

/// A demo county for the caller alone. tests/browser/run.mjs makes one for all and hands it round.
export async function copy_world() {
    const shared = process.env.SCHULKIT_TEST_WORLD;
    if (!shared) return seed_world();
    const data = join(make_folder(), "data");
    cpSync(shared, data, { recursive: true });
    return data;
}

/// Starts `serve` and waits until it says where it listens.
/// → {url: "http://127.0.0.1:1234", port, data, started_ms, log(), stop(), kill()}
export function start_server({ data, port = 0, args = [] }) {
    return new Promise((done, failed) => {
        const began = performance.now();
        const child = spawn(BINARY, ["serve", "--data", data, "--port", String(port), ...args], { stdio: "pipe" });
        started.add(child);
        let out = "";
        let err = "";
        const ended = new Promise((end) => child.on("close", (code, signal) => {
            started.delete(child);
            end({ code, signal });
        }));
        const late = setTimeout(() => {
            child.kill("SIGKILL");
            failed(new Error(`serve has not said where it listens within ${START_MS} ms: ${out}${err}`));
        }, START_MS);
        child.on("error", failed);
        ended.then(({ code }) => {
            clearTimeout(late);
            failed(new Error(`serve ended with ${code}: ${err}`));
        });
        child.stderr.setEncoding("utf8").on("data", (chunk) => (err += chunk));
        child.stdout.setEncoding("utf8").on("data", (chunk) => {
            out += chunk;
            const address = /^listening on (http:\/\/\S+:(\d+))$/m.exec(out);
            if (!address) return;
            clearTimeout(late);
            done({
                url: address[1],
                port: Number(address[2]),
                data,
                started_ms: performance.now() - began,
                log: () => err,
                stop: () => end(child, ended, "SIGTERM"),
                kill: () => end(child, ended, "SIGKILL"),
            });
        });
    });
}

/// → {code, signal}
async function end(child, ended, signal) {
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), END_MS);
    const how = await ended;
    clearTimeout(late);
    return how;
}

/// A server with a demo county of its own.
export async function start_demo_server(options = {}) {
    return start_server({ data: await copy_world(), ...options });
}
