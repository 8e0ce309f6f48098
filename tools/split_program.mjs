// Cuts the web client's program in two, so that a first visit fetches what the daily work needs and the rest right after:
// build/wasm/schulkit.wasm becomes parts/schulkit.wasm and parts/schulkit_later.wasm beside it.
//
//   node tools/split_program.mjs
//
// Later is what only the rooms in LATER define; the compiler's object files tell. What the first part calls directly stays
// in it: of equal functions the optimiser keeps one, under any of their names. A function that lands on the wrong side
// all the same costs time and breaks nothing (web/program_parts.mjs). client/screens.cpp says which screens wait for it.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/// Folders of client/ and shared/.
const LATER = [
    "allocation", "board", "differences", "feedback", "handovers", "imports", "kits", "loans", "papers", "requirements", "school_ends",
    "school_years", "stock", "styleguide", "supplements", "tours", "trainings",
];

/// What a std::function does besides calling, and destructors: many are equal, and tables refer to them, not calls.
const COMMON = /(?:7__cloneE\w*|7destroyEv|18destroy_deallocateEv|D[02]Ev)$/;

const tool = fileURLToPath(import.meta.url);
const wasm = join(dirname(dirname(tool)), "build/wasm");
const whole = join(wasm, "schulkit.wasm");
const parts = join(wasm, "parts");
const [first, later] = ["schulkit.wasm", "schulkit_later.wasm"].map((name) => join(parts, name));

const run = (command, ...args) =>
    execFileSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 30, stdio: ["ignore", "pipe", "pipe"] });

/// Names of the functions that the object files hold for which `wanted` is true of the room they are of.
function functions_of(wanted) {
    const commands = JSON.parse(readFileSync(join(wasm, "compile_commands.json"), "utf8"));
    const objects = commands.flatMap(({ command }) => / -o (\S+\.o) /.exec(command)?.[1] ?? []) // no precompiled headers
        .filter((object) => wanted(/unity_(?:client|shared)_(\w+?)_cxx\.cxx\.o$/.exec(object)?.[1]))
        .map((object) => join(wasm, object));
    const symbols = run("emnm", "--defined-only", "--format=posix", ...objects).split("\n").map((line) => line.split(" "));
    return new Set(symbols.filter(([, kind]) => /^[TtWw]$/.test(kind)).map(([name]) => name));
}

/// The program's functions: name → names it calls directly
function calls_of_program() {
    const calls = new Map();
    let at = null;
    for (const line of run("wasm-dis", whole).split("\n")) {
        const name = /^ \(func \$(\S+)/.exec(line)?.[1];
        if (name) calls.set(name, at = new Set());
        const callee = /\(call \$([^\s)]+)/.exec(line)?.[1];
        if (callee) at.add(callee);
    }
    return calls;
}

function choose_later() {
    const in_first = functions_of((room) => !LATER.includes(room));
    const in_later = functions_of((room) => LATER.includes(room));
    const calls = calls_of_program();
    const is_later = (name) => in_later.has(name) && !in_first.has(name) && !COMMON.test(name);
    const chosen = new Set([...calls.keys()].filter(is_later));
    const open = [...calls.keys()].filter((name) => !chosen.has(name));
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
        for (const callee of calls.get(name) ?? []) if (chosen.delete(callee)) open.push(callee);
    }
    return chosen;
}

if (!existsSync(later) || [whole, tool].some((file) => statSync(file).mtimeMs > statSync(later).mtimeMs)) {
    rmSync(parts, { recursive: true, force: true });
    mkdirSync(parts, { recursive: true });
    const list = join(parts, "later.txt");
    writeFileSync(list, [...choose_later()].join("\n"));
    run("wasm-split", whole, "--enable-mutable-globals", `--split-funcs=@${list}`, "--import-namespace=first",
        "--placeholder-namespace=later", "--export-prefix=%", `-o1=${first}`, `-o2=${later}`);
}
const kilobytes = (file) => `${(statSync(file).size / 1024).toFixed(0)} KB`;
console.log(`program: ${kilobytes(first)} first, ${kilobytes(later)} later`);
