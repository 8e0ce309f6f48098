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

import { LATER } from "./later_rooms.mjs";

/// What a std::function does besides calling, and destructors: short ones are often equal, and tables refer to them, not calls.
const COMMON = [[/(?:7__cloneE\w*|7destroyEv|18destroy_deallocateEv)$/, 200], [/D[02]Ev$/, 60]]; // and how long it may be
/// What several functions have in common has the name of one of them, with this before it.
const SHARED = "byn$mgfn-shared$";

const tool = fileURLToPath(import.meta.url);
const rooms = join(dirname(tool), "later_rooms.mjs");
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

/// The program's functions: name → {calls: names it calls directly, length: of its text}
function functions_of_program() {
    const functions = new Map();
    let at = null;
    for (const line of run("wasm-dis", whole).split("\n")) {
        const name = /^ \(func \$(\S+)/.exec(line)?.[1];
        if (name) functions.set(name, at = { calls: new Set(), length: 0 });
        const callee = /\(call \$([^\s)]+)/.exec(line)?.[1];
        if (callee) at.calls.add(callee);
        if (at && !name) at.length += line.trimStart().length;
    }
    return functions;
}

function choose_later() {
    const in_first = functions_of((room) => !LATER.includes(room));
    const in_later = functions_of((room) => LATER.includes(room));
    const functions = functions_of_program();
    const is_later = (name) => {
        const known = name.startsWith(SHARED) ? name.slice(SHARED.length) : name;
        const { length } = functions.get(name);
        return in_later.has(known) && !in_first.has(known) && !COMMON.some(([kind, most]) => kind.test(name) && length < most);
    };
    const chosen = new Set([...functions.keys()].filter(is_later));
    const open = [...functions.keys()].filter((name) => !chosen.has(name));
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
        for (const callee of functions.get(name)?.calls ?? []) if (chosen.delete(callee)) open.push(callee);
    }
    return chosen;
}

if (!existsSync(later) || [whole, tool, rooms].some((file) => statSync(file).mtimeMs > statSync(later).mtimeMs)) {
    rmSync(parts, { recursive: true, force: true });
    mkdirSync(parts, { recursive: true });
    const list = join(parts, "later.txt");
    writeFileSync(list, [...choose_later()].join("\n"));
    run("wasm-split", whole, "--enable-mutable-globals", `--split-funcs=@${list}`, "--import-namespace=first",
        "--placeholder-namespace=later", "--export-prefix=%", `-o1=${first}`, `-o2=${later}`);
    for (const part of [first, later]) run("wasm-opt", part, "-Oz", "--enable-mutable-globals", "-o", part);
}
const kilobytes = (file) => `${(statSync(file).size / 1024).toFixed(0)} KB`;
console.log(`program: ${kilobytes(first)} first, ${kilobytes(later)} later`);
