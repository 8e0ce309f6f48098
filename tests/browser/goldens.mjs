// What was right once, kept in files: tests/browser/goldens. SCHULKIT_WRITE_GOLDENS=1 writes them anew; then look at
// what has changed before it is committed.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./server.mjs";

const folder = join(ROOT, "tests/browser/goldens");
const is_writing = process.env.SCHULKIT_WRITE_GOLDENS === "1";
const seen = new Set();

/// → null, or what differs in a sentence
export function differs_from_golden(file, text) {
    const path = join(folder, file);
    seen.add(file);
    if (is_writing) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, text);
        return null;
    }
    if (!existsSync(path)) return `goldens/${file} is missing; SCHULKIT_WRITE_GOLDENS=1 writes it`;
    const kept = readFileSync(path, "utf8");
    if (kept === text) return null;
    const [before, now] = [kept.split("\n"), text.split("\n")];
    const at = now.findIndex((line, index) => line !== before[index]);
    const line = at < 0 ? now.length : at;
    return `goldens/${file}, line ${line + 1}: it was »${before[line] ?? ""}« and is »${now[line] ?? ""}«`;
}

/// What these say follows from the day of the test: which school years are to come, what should be back. Their words are
/// held fast by native tests, which have a clock of their own.
const BY_THE_DAY = ["planning-", "proposal-", "loans-", "loan-", "school-years-", "school-year-form-", "handover-",
    "new-training-"];
export const depends_on_today = (screen) => BY_THE_DAY.some((name) => screen.startsWith(name));

/// Files that nobody has asked for: their screens are gone.
export function unused_goldens() {
    const unused = readdirSync(folder).filter((file) => !seen.has(file));
    if (!is_writing) return unused;
    for (const file of unused) rmSync(join(folder, file));
    return [];
}

const ROWS_KEPT = 3;

/// The tree as Playwright writes it, without what the day of the test decides; of long tables the first rows.
export function steady(snapshot) {
    const lines = [];
    let rows = 0;
    let depth = -1; // of rows that are left out
    for (const line of snapshot.split("\n")) {
        const indent = line.search(/\S/);
        if (depth >= 0 && indent > depth) continue;
        depth = -1;
        if (/^\s*- table /.test(line)) rows = -1; // the header is none of them
        if (/^\s*- '?row /.test(line) && ++rows > ROWS_KEPT) {
            depth = indent;
            if (rows === ROWS_KEPT + 1) lines.push(`${" ".repeat(indent)}# and so on`);
            continue;
        }
        lines.push(without_today(line));
    }
    return lines.join("\n") + "\n";
}

/// The demo county ends on 31 August 2026; what came later the test has made. Which school year runs the day decides too.
function without_today(line) {
    return line.replace(/\b20\d\d[/-]\d\d\b(?!-)/g, "«school year»").replace(/\b(\d{1,2})[./](\d{1,2})[./](\d{4})(, \d{1,2}:\d{2})?/g, (date, day, month, year) =>
        (Number(year) * 100 + Number(month) > 202608 ? "«now»" : date));
}
