// What the manual says: the same in both languages, in the words of the screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { GROUPS, LANGUAGES, PAGES, anchor_of, read_manual, read_page } from "../../tools/manual.mjs";
import { CAMERA_TEXTS } from "../../web/camera_texts.mjs";
import { TEXTS } from "../../web/page_texts.mjs";
import { SIGNATURE_TEXTS } from "../../web/signature_texts.mjs";
import { ROOT } from "../browser/server.mjs";

const folder = join(ROOT, "docs/manual");
const source = (language, name) => readFileSync(join(folder, language, `${name}.md`), "utf8");
const { pages, problems } = read_manual(folder);

function texts_of(language) {
    const file = JSON.parse(readFileSync(join(ROOT, `shared/strings/${language}.json`), "utf8"));
    return [...Object.values(file), ...Object.values(TEXTS[language]), ...Object.values(CAMERA_TEXTS[language]),
        ...Object.values(SIGNATURE_TEXTS[language])];
}

/// True if some text reads like that, whatever stands for its {name}.
function is_on_the_screen(words, texts) {
    const escape = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
    return texts.some((text) => text === words
        || (/\{\w+\}.*\w{3}/.test(text) && new RegExp(`^${escape(text).replace(/\{\w+\}/g, ".+")}$`).test(words)));
}

test("every page is there in both languages, and every link leads somewhere", () => {
    assert.deepEqual(problems, []);
    assert.equal(pages.size, PAGES.length * LANGUAGES.length);
    assert.equal(new Set(PAGES).size, PAGES.length);
    assert.equal(GROUPS[0][1][0], "index");
});

test("both languages have the same headings, steps, links and tables", () => {
    for (const name of PAGES) {
        const [de, en] = LANGUAGES.map((language) => pages.get(`${language}/${name}`));
        assert.deepEqual(de.levels, en.levels, name);
        const count = (page, tag) => page.html.split(`<${tag}`).length - 1;
        for (const tag of ["li>", "tr ", "pre", "p>"]) assert.equal(count(de, tag), count(en, tag), `${name}: ${tag}`);
        const targets = (page) => page.links.map((link) => link.split("#")[0]);
        assert.deepEqual(targets(de), targets(en), name);
    }
});

for (const language of LANGUAGES) {
    test(`what is printed bold is on the screen (${language})`, () => {
        const texts = texts_of(language);
        const unknown = [];
        let all = 0;
        for (const name of PAGES)
            for (const [, words] of source(language, name).matchAll(/\*\*(.+?)\*\*/g)) {
                all += 1;
                if (!is_on_the_screen(words, texts)) unknown.push(`${name}: ${words}`);
            }
        assert.deepEqual(unknown, []);
        assert.ok(all > 100, `${all} words looked up`);
    });

    test(`pages stay short (${language})`, () => {
        for (const name of PAGES) assert.ok(source(language, name).split(/\s+/).length < 450, name);
    });
}

test("a word that is not on the screen is found out", () => {
    const texts = texts_of("de");
    assert.ok(is_on_the_screen("Speichern", texts));
    assert.ok(is_on_the_screen("3 Geräte ändern", texts));
    assert.ok(!is_on_the_screen("Jetzt speichern", texts));
    assert.ok(!is_on_the_screen("Geräte ändern bitte", texts));
});

test("a page with a bad heading, a bad link, an image or markup of its own is found out", () => {
    const complaints = (text) => {
        const found = [];
        read_page(text, (what) => found.push(what));
        return found.join("; ");
    };
    assert.equal(complaints("# Titel\n\nText\n\n## Teil\n"), "");
    assert.match(complaints("Text\n"), /title/);
    assert.match(complaints("# Titel\n\n### Zu tief\n"), /level/);
    assert.match(complaints("# Titel\n\n## Teil\n\n## Teil\n"), /two headings/);
    assert.match(complaints("# Titel\n\n[x](https://example.org/)\n"), /no page of the manual/);
    assert.match(complaints("# Titel\n\n![x](geraete.md)\n"), /image/);
    assert.match(read_page("# Titel\n\n<script>x</script>\n", () => {}).html, /&lt;script&gt;/);
});

test("anchors are readable", () => {
    assert.equal(anchor_of("Für Koordination: Größe & Maß"), "fuer-koordination-groesse-mass");
    assert.equal(anchor_of("The county’s device"), "the-countys-device");
});

test("every page that \"?\" opens exists", () => {
    const header = readFileSync(join(ROOT, "shared/help/help_pages.hpp"), "utf8");
    const opened = [...header.matchAll(/HelpPage\{"[^"]*", "([^"]+)"\}/g)].map(([, page]) => page);
    assert.ok(opened.length > 10);
    for (const page of opened) assert.ok(PAGES.includes(page), page);
});

test("the keyboard page names the keys of the overview", () => {
    for (const language of LANGUAGES) {
        const file = JSON.parse(readFileSync(join(ROOT, `shared/strings/${language}.json`), "utf8"));
        const keys = Object.keys(file).filter((key) => /^shortcuts\..*\.keys$/.test(key));
        assert.ok(keys.length > 5, `${keys.length} keys`);
        const named = source(language, "tastatur").replace(/`/g, "").toLowerCase();
        for (const key of keys) for (const each of file[key].split(/,(?: auch| also)? | (?:oder|or) /))
            assert.ok(named.includes(each.toLowerCase()), `${language}: ${key}: ${each}`);
    }
});
