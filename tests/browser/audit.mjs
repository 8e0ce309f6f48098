// What can be said of a screen without knowing it: axe's findings, names, landmarks, headings, languages, tables.

import { createRequire } from "node:module";

const axe = createRequire(new URL("../package.json", import.meta.url))("axe-core").source;

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/// → {violations: ["rule: help: elements"], incomplete: {rule: how many elements}}
export async function ask_axe(page) {
    await page.evaluate(axe); // not by a script element: the page's policy forbids what it has not brought
    const { violations, incomplete } = await page.evaluate((tags) => window.axe.run(document, {
        runOnly: tags, resultTypes: ["violations", "incomplete"],
    }), RULES);
    return {
        violations: violations.map(({ id, help, nodes }) =>
            `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 300)).join(" ")}`),
        incomplete: Object.fromEntries(incomplete.map(({ id, nodes }) => [id, nodes.length]).sort()),
    };
}

const CONTROLS = new Set(["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "tab", "slider",
    "spinbutton", "switch", "menuitem", "option", "listbox", "Date"]);

const readers = new WeakMap(); // page → its session

/// Accessibility stays on, as it is for whoever has a screen reader. Turned off and on again for each screen, Debian's
/// Chromium now and then ends with a segmentation fault (7 of 800 screens; none of 440 like this).
async function reader_of(page) {
    let reader = readers.get(page);
    if (!reader) {
        reader = await page.context().newCDPSession(page);
        await reader.send("Accessibility.enable");
        readers.set(page, reader);
    }
    return reader;
}

/// What the browser itself tells assistive technology, in reading order.
async function read_accessibility_tree(page) {
    const { nodes } = await (await reader_of(page)).send("Accessibility.getFullAXTree");
    const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
    const found = [];
    const walk = (node) => {
        if (!node) return;
        if (!node.ignored) found.push(node);
        for (const id of node.childIds ?? []) walk(by_id.get(id));
    };
    walk(nodes[0]);
    return found.map((node) => ({
        role: node.role?.value,
        name: (node.name?.value ?? "").trim(),
        level: node.properties?.find(({ name }) => name === "level")?.value?.value,
    }));
}

/// → {controls: how many, faults: sentences}. landmarks: those that must be there once.
export async function ask_tree(page, language, landmarks) {
    const nodes = await read_accessibility_tree(page);
    const controls = nodes.filter(({ role }) => CONTROLS.has(role));
    const faults = controls.filter(({ name }) => name === "").map(({ role }) => `a ${role} without a name`);
    for (const landmark of landmarks) {
        const count = nodes.filter(({ role }) => role === landmark).length;
        if (count !== 1) faults.push(`${count} × ${landmark}`);
    }
    const headings = nodes.filter(({ role }) => role === "heading");
    const main_ones = headings.filter(({ level }) => level === 1).length;
    if (main_ones !== 1) faults.push(`${main_ones} headings of level 1`);
    headings.forEach(({ name, level }, index) => {
        const before = index > 0 ? headings[index - 1].level : 0;
        if (name === "") faults.push(`a heading of level ${level} without words`);
        if (level > before + 1) faults.push(`»${name}« has level ${level} after ${before}`);
    });
    faults.push(...await page.evaluate(find_faults, language));
    return { controls: controls.length, faults };
}

/// Runs in the page: what the elements of the mirror must have.
function find_faults(language) {
    const faults = [];
    if (document.documentElement.lang !== language) faults.push(`the page's lang is ${document.documentElement.lang}`);
    for (const editor of document.querySelectorAll("#mirror-page :is(input[type=text], input[type=search], textarea)")) {
        if (editor.lang !== language) faults.push(`the lang of ${editor.dataset.testid} is »${editor.lang}«`);
    }
    for (const table of document.querySelectorAll("#mirror-page [role=table]")) {
        const name = table.getAttribute("aria-label");
        const [head, ...rows] = table.querySelectorAll("[role=row]");
        const keys = (row, roles) => [...row.querySelectorAll(roles)].map(({ dataset }) => dataset.testid).join(" ");
        const columns = keys(head, "[role=columnheader]");
        if (columns === "") faults.push(`${name} has no column headers`);
        const all = Number(table.getAttribute("aria-rowcount"));
        if (all !== -1 && all < rows.length + 1) faults.push(`${name} tells ${all} of ${rows.length + 1} rows`);
        let before = 1;
        for (const row of rows) {
            const index = Number(row.getAttribute("aria-rowindex"));
            if (index <= before) faults.push(`${name}: row ${index} comes after row ${before}`);
            before = index;
        }
        // What a cell means is told by its place in the row.
        const astray = rows.map((row) => keys(row, "[role=cell], [role=rowheader]")).find((each) => each !== columns);
        if (astray !== undefined) faults.push(`${name} has columns ${columns} and a row with ${astray}`);
    }
    return faults;
}
