// Which texts the client needs, and which of them only in its later part: a text belongs to the rooms whose sources have its
// key, or what its key begins with, as a literal ("loan.state." is completed by the program). What only the server says, the
// client does not get. An error's text belongs to the rooms of the server that answer with its code.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { LATER } from "./later_rooms.mjs";

const LITERAL = /"([a-z_]+\.[a-zA-Z0-9_.]*)"/g;
const CODE = /"([a-z_]+)"/g;

function* sources_below(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) yield* sources_below(path);
        else if (/\.[ch]pp$/.test(entry.name)) yield path;
    }
}

/// What `pattern` finds in the sources below those sides, of rooms for which `wanted` is true.
function literals_of(root, sides, pattern, wanted) {
    const literals = new Set();
    for (const side of sides)
        for (const path of sources_below(join(root, side))) {
            const room = path.slice(join(root, side).length + 1).split("/")[0];
            if (!wanted(room)) continue;
            for (const [, literal] of readFileSync(path, "utf8").matchAll(pattern)) literals.add(literal);
        }
    return literals;
}

/// "a.b.c": "a.b.c", "a.b.", "a.b", "a.", "a"; and what is completed behind "_"
function beginnings_of(key) {
    const all = [key];
    for (let i = key.length - 1; i > 0; --i) {
        if (key[i] === ".") all.push(key.slice(0, i + 1), key.slice(0, i));
        if (key[i] === "_") all.push(key.slice(0, i + 1));
    }
    return all;
}

/// texts: key → text. → {first, later} in the same form
export function split_texts(texts, root) {
    const in_first = literals_of(root, ["client", "shared"], LITERAL, (room) => !LATER.includes(room));
    const in_later = literals_of(root, ["client", "shared"], LITERAL, (room) => LATER.includes(room));
    const codes = literals_of(root, ["client", "shared", "server"], CODE, (room) => !LATER.includes(room));
    const groups = new Set([...in_first, ...in_later].map((literal) => literal.split(".")[0]));
    const is_first = (key) => (key.startsWith("error.") ? codes.has(key.split(".")[1])
        : beginnings_of(key).some((beginning) => in_first.has(beginning)));
    const entries = Object.entries(texts);
    return {
        first: Object.fromEntries(entries.filter(([key]) => is_first(key))),
        later: Object.fromEntries(entries.filter(([key]) => !is_first(key) && groups.has(key.split(".")[0]))),
    };
}
