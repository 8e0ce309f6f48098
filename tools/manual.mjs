// Makes pages of the manual of docs/manual/LANGUAGE/*.md. tools/bundle.mjs puts them into the binary, as
// handbuch/LANGUAGE/PAGE.html: without sign-in, without need of a script, all links relative. In the sources
//   **word**          is a word of the screen (a test looks it up in the language files)
//   `Esc`             is a key where it is one of KEYS, else something to type
//   [x](page.md#part) leads to another page; a link that leads nowhere stops the build

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export const LANGUAGES = ["de", "en"];

/// The order of "next" and "back", and of the list of all pages.
export const GROUPS = [
    ["start", ["index", "anmelden", "startseite"]],
    ["devices", ["geraete", "geraet", "geraet-bearbeiten", "scannen", "import", "koffer", "koffer-anlegen", "koffer-teilen", "koffertypen", "lager", "schuljahre"]],
    ["loans", ["ausleihen", "planung", "vorschlag", "koffer-anfragen", "ausleihe", "voraussetzungen", "fortbildungen", "schulen", "uebergabe", "fehlbestand", "sommer", "rueckmeldung", "kalender"]],
    ["reports", ["melden", "meldungen", "tickets", "ticket"]],
    ["use", ["darstellung", "tastatur", "barrierefreiheit", "basisansicht"]],
    ["administration", ["verwaltung"]],
];
export const PAGES = GROUPS.flatMap(([, pages]) => pages);

const TEXTS = {
    de: {
        product: "Schulkit-Handbuch", skip: "Zum Inhalt springen", all: "Alle Seiten", pages: "Seiten des Handbuchs",
        contents: "Auf dieser Seite", turn: "Blättern", next: "Weiter", back: "Zurück", application: "Zur Anwendung",
        plain: "Basisansicht", statement: "Erklärung zur Barrierefreiheit", other: "English",
        start: "Erste Schritte", devices: "Geräte", loans: "Ausleihen", reports: "Meldungen und Tickets", use: "Bedienung",
        administration: "Administration",
    },
    en: {
        product: "Schulkit manual", skip: "Skip to content", all: "All pages", pages: "Pages of the manual",
        contents: "On this page", turn: "Turn pages", next: "Next", back: "Back", application: "To the application",
        plain: "Basic view", statement: "Accessibility statement", other: "Deutsch",
        start: "First steps", devices: "Devices", loans: "Loans", reports: "Reports and tickets", use: "Using Schulkit",
        administration: "Administration",
    },
};

const KEYS = new Set(["?", "/", "+", "F", "K", "P", "F5", "Tab", "Esc", "Strg", "Ctrl", "Cmd", "Alt", "Umschalt",
    "Shift", "Eingabe", "Enter", "Leertaste", "Space", "Pfeil links", "Pfeil unten", "Pfeil oben", "Left arrow", "Down arrow",
    "Up arrow", "Pos1", "Ende", "Home", "End", "Bild ab", "Bild auf", "Page down", "Page up"]);

const PARTS_FOR_CONTENTS = 4;

// markdown-it belongs to web/, like everything the bundle takes from npm.
const markdown_it = createRequire(new URL("../web/package.json", import.meta.url))("markdown-it");

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

/// A line breaks between words only, not within "--data".
const unbroken = (text) => text.split(/(\s+)/).map((word) => word.includes("-")
    ? `<span class="word">${escape(word)}</span>` : escape(word)).join("");

export function anchor_of(heading) {
    const letters = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", "’": "" };
    return heading.toLowerCase().replace(/[äöüß’]/g, (letter) => letters[letter]).replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
}

/// What a heading says, without its marks.
const words_of = (inline) => inline.children.map(({ content }) => content).join("");

function make_parser(complain) {
    const parser = markdown_it({ html: false, typographer: false });
    const { rules } = parser.renderer;
    rules.code_inline = (tokens, index) => {
        const { content } = tokens[index];
        const tag = KEYS.has(content) ? "kbd" : "code";
        return `<${tag}>${unbroken(content)}</${tag}>`;
    };
    rules.fence = (tokens, index) => `<pre><code>${unbroken(tokens[index].content)}</code></pre>\n`;
    parser.core.ruler.push("manual", ({ tokens }) => {
        mark_headings(tokens);
        mark_tables(tokens);
        for (const token of tokens) {
            for (const child of token.children ?? []) {
                if (child.type === "link_open") child.attrSet("href", address_of(child.attrGet("href"), complain));
                if (child.type === "image") complain("has an image");
            }
        }
    });
    return parser;
}

function address_of(target, complain) {
    const found = /^([a-z-]+)\.md(#[a-z0-9-]+)?$/.exec(target);
    if (!found) {
        complain(`links to ${target}, which is no page of the manual`);
        return target;
    }
    return `${found[1]}.html${found[2] ?? ""}`;
}

function mark_headings(tokens) {
    tokens.forEach((token, index) => {
        if (token.type !== "heading_open" || token.tag === "h1") return;
        token.attrSet("id", anchor_of(words_of(tokens[index + 1])));
    });
}

// On a narrow page pages.css makes cards of rows: cells name their column, and roles keep the table a table.
function mark_tables(tokens) {
    let labels = [];
    let column = 0;
    let in_head = false;
    const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row" };
    tokens.forEach((token, index) => {
        if (token.nesting === 1 && roles[token.tag]) token.attrSet("role", roles[token.tag]);
        if (token.type === "table_open") token.attrSet("class", "table");
        if (token.type === "thead_open") [in_head, labels] = [true, []];
        if (token.type === "thead_close") in_head = false;
        if (token.type === "tr_open") column = 0;
        if (token.type === "th_open") {
            token.attrs = [["scope", "col"], ["role", "columnheader"]];
            labels.push(words_of(tokens[index + 1]));
        } else if (token.type === "td_open") {
            token.attrs = column === 0 ? [["scope", "row"], ["role", "rowheader"]]
                : [["role", "cell"], ["data-label", labels[column]]];
            if (column === 0) token.tag = tokens[index + 2].tag = "th";
        }
        if (["th_close", "td_close"].includes(token.type) && !in_head) ++column;
    });
}

/// → {title, parts: [{id, words}], levels, ids, links, html}
export function read_page(text, complain) {
    const parser = make_parser(complain);
    const tokens = parser.parse(text, {});
    const headings = tokens.flatMap((token, index) => (token.type === "heading_open" ? [
        { level: Number(token.tag.slice(1)), words: words_of(tokens[index + 1]), id: token.attrGet("id") }] : []));
    if (headings[0]?.level !== 1 || tokens[0].tag !== "h1") complain("does not begin with its title");
    headings.slice(1).forEach(({ level }, index) => {
        if (level === 1) complain("has two titles");
        if (level > headings[index].level + 1) complain("leaves out a level of headings");
    });
    const ids = headings.slice(1).map(({ id }) => id);
    if (new Set(ids).size !== ids.length) complain("has two headings of one name");
    const links = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === "link_open")
        .map((token) => token.attrGet("href"));
    const end_of_title = tokens.findIndex(({ type }) => type === "heading_close") + 1;
    return {
        title: headings[0]?.words ?? "",
        parts: headings.filter(({ level }) => level === 2),
        levels: headings.map(({ level }) => level),
        ids,
        links,
        html: parser.renderer.render(tokens.slice(end_of_title), parser.options, {}),
    };
}

function layout({ language, name, page, titles, files }) {
    const texts = TEXTS[language];
    const other = LANGUAGES.find((each) => each !== language);
    const at = PAGES.indexOf(name);
    const link = (to, rel, words) =>
        `<a class="${rel}" href="${to}.html" rel="${rel}"><span>${words}</span> ${escape(titles.get(to))}</a>`;
    const back = at > 0 ? link(PAGES[at - 1], "prev", texts.back) : "";
    const next = at < PAGES.length - 1 ? link(PAGES[at + 1], "next", texts.next) : "";
    const current = (to) => (to === name ? ' aria-current="page"' : "");
    const entry = (to) => `<li><a href="${to}.html"${current(to)}>${escape(titles.get(to))}</a></li>`;
    const group = ([key, pages]) => `<p id="group-${key}">${texts[key]}</p>
<ul aria-labelledby="group-${key}">
${pages.map(entry).join("\n")}
</ul>`;
    const contents = page.parts.length < PARTS_FOR_CONTENTS ? "" : `<nav class="contents" aria-labelledby="contents">
<p id="contents">${texts.contents}</p>
<ul>
${page.parts.map(({ id, words }) => `<li><a href="#${id}">${escape(words)}</a></li>`).join("\n")}
</ul>
</nav>
`;
    const title = name === "index" ? texts.product : `${escape(page.title)} · ${texts.product}`;
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${files("tokens.css")}">
<link rel="stylesheet" href="${files("pages.css")}">
<link rel="icon" type="image/svg+xml" href="${files("icon.svg")}">
<link rel="alternate" hreflang="${other}" href="../${other}/${name}.html">
<script type="module" src="${files("page_look.mjs")}"></script>
</head>
<body>
<a class="skip" href="#inhalt">${texts.skip}</a>
<header class="bar">
<a class="brand" href="index.html">
<img src="${files("icon.svg")}" alt="" width="30" height="30"><span>${texts.product}</span></a>
<div class="account">
<a class="button quiet to-pages" href="#seiten">${texts.all}</a>
<a class="button quiet" href="../${other}/${name}.html" lang="${other}" hreflang="${other}">${texts.other}</a>
</div>
</header>
<div class="frame manual">
<main id="inhalt" tabindex="-1">
<h1>${escape(page.title)}</h1>
${page.html.replace("<h2", () => `${contents}<h2`)}<nav class="turn" aria-label="${texts.turn}">
${back}
${next}
</nav>
</main>
<nav class="menu" id="seiten" aria-label="${texts.pages}" tabindex="-1">
${GROUPS.map(group).join("\n")}
</nav>
</div>
<footer class="footer">
<ul>
<li><a href="../../">${texts.application}</a></li>
<li><a href="../../basis">${texts.plain}</a></li>
<li><a href="../../barrierefreiheit">${texts.statement}</a></li>
</ul>
</footer>
</body>
</html>
`;
}

export function read_manual(folder) {
    const problems = [];
    const pages = new Map(); // "de/geraete" → page
    for (const language of LANGUAGES) {
        const names = readdirSync(join(folder, language)).filter((name) => name.endsWith(".md"))
            .map((name) => name.slice(0, -".md".length));
        for (const name of names)
            if (!PAGES.includes(name)) problems.push(`${language}/${name}.md has no place in GROUPS`);
        for (const name of PAGES) {
            const complain = (what) => problems.push(`${language}/${name}.md ${what}`);
            if (!names.includes(name)) {
                complain("is missing");
                continue;
            }
            const text = readFileSync(join(folder, language, `${name}.md`), "utf8");
            pages.set(`${language}/${name}`, read_page(text, complain));
        }
    }
    for (const [path, { links }] of pages)
        for (const link of links) {
            const [to, part] = link.split("#");
            const page = pages.get(`${path.slice(0, 2)}/${to.replace(/\.html$/, "")}`);
            if (!page || (part && !page.ids.includes(part))) problems.push(`${path}.md links to ${link}, which is not there`);
        }
    return { pages, problems };
}

/// files: the address of a file of the bundle, seen from the pages. → [{path, content}]
export function make_manual(folder, files) {
    const { pages, problems } = read_manual(folder);
    if (problems.length > 0) throw new Error(problems.join("\n"));
    return [...pages].map(([path, page]) => {
        const [language, name] = path.split("/");
        const titles = new Map(PAGES.map((each) => [each, pages.get(`${language}/${each}`).title]));
        return { path: `handbuch/${path}.html`, content: layout({ language, name, page, titles, files }) };
    });
}
