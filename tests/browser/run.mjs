// The browser tests: Chromium against the real server.
//
//   node tests/browser/run.mjs            every suite of tests/browser/suites, two at a time
//   node tests/browser/run.mjs teacher    only the suites named
//
// Seeds one demo county; each suite works on a server and a copy of its own, so none depends on another. What runs is
// build/release/schulkit. Ends with "N passed, N failed"; fails for a failure, and if nothing was tested.

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { seed_world } from "./server.mjs";

const LONGEST_SUITE_MS = 10 * 60_000;
/// A browser without a graphics card keeps about one core busy.
const AT_ONCE = 2;
const LONGEST_REASON = 6000;
/// These begin first: what begins last should be short, or one core waits for it.
const LONG = ["kit_year", "seeing", "access", "camera", "commands", "weather", "ways"];

const here = dirname(fileURLToPath(import.meta.url));
const there = readdirSync(join(here, "suites")).filter((name) => name.endsWith(".mjs")).map((name) => name.slice(0, -4)).sort();
const wanted = process.argv.slice(2);
const file_of = (name) => join(here, "suites", `${name}.mjs`);
const unknown = wanted.filter((name) => !existsSync(file_of(name)));
if (unknown.length > 0) {
    console.error(`no such suite: ${unknown.join(", ")}; there are: ${there.join(", ")}`);
    process.exit(2);
}

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
        for (const child of running) end_group(child);
        process.exit(1);
    });
}

/// The suite, its server and its browser are one process group.
function end_group(child) {
    try {
        process.kill(-child.pid, "SIGKILL");
    } catch {
        // all of them have ended
    }
}

/// → {passed, failed}
function run_suite(name, world) {
    return new Promise((done) => {
        const child = spawn(process.execPath, ["--test-reporter=spec", file_of(name)], {
            detached: true,
            stdio: ["ignore", "pipe", "pipe"],
            env: { ...process.env, SCHULKIT_TEST_WORLD: world },
        });
        running.add(child);
        let text = "";
        child.stdout.setEncoding("utf8").on("data", (chunk) => {
            text += chunk;
        });
        let complaints = "";
        child.stderr.setEncoding("utf8").on("data", (chunk) => {
            complaints += chunk;
        });
        const late = setTimeout(() => {
            console.error(`${name} has not ended after ${LONGEST_SUITE_MS / 60_000} minutes`);
            end_group(child);
        }, LONGEST_SUITE_MS);
        child.on("close", (code) => {
            clearTimeout(late);
            running.delete(child);
            process.stdout.write(`\n== ${name}\n${text}${complaints}`); // as a whole: another one runs beside it
            end_group(child);
            const why = text.slice(text.indexOf("failing tests:"));
            if (code !== 0) failures.push(`== failed in ${name}\n${why.slice(0, LONGEST_REASON)}\n${complaints.slice(0, LONGEST_REASON)}`);
            const count = (word) => Number(new RegExp(`^(?:#|ℹ) ${word} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
            const passed = count("pass");
            const failed = count("fail") + count("cancelled");
            done({ passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, todo: count("todo") });
        });
    });
}

const began = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(0)} s`;
const world = await seed_world();
console.log(`demo county seeded in ${seconds(began)}`);

const failures = []; // said once more at the end: what stands far up in a long log is not read
const sum = { passed: 0, failed: 0 };
const lines = [];
const waiting = wanted.length > 0 ? [...wanted] : [...new Set([...LONG, ...there])];

async function run_waiting() {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const start = performance.now();
        const { passed, failed, todo } = await run_suite(name, world);
        sum.passed += passed;
        sum.failed += failed;
        lines.push(`${name.padEnd(12)} ${seconds(start).padStart(6)}  ${passed} passed, ${failed} failed${todo > 0 ? `, ${todo} not reached yet` : ""}`);
    }
}

await Promise.all(Array.from({ length: AT_ONCE }, run_waiting));
if (sum.passed + sum.failed === 0) sum.failed = 1;
if (failures.length > 0) console.log(`\n${failures.join("\n")}`);
console.log(`\n== browser, ${seconds(began)}\n  ${lines.join("\n  ")}\n`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
