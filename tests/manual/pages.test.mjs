// The manual as the server gives it out: to everybody, below any path, and without a barrier.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";

import { LANGUAGES, PAGES } from "../../tools/manual.mjs";
import { launch_browser, open_page } from "../browser/platform/browser.mjs";
import { make_folder, start_server } from "../browser/server.mjs";
import { send } from "../contract/http.mjs";

const axe = createRequire(new URL("../package.json", import.meta.url))("axe-core").source;
const paths = LANGUAGES.flatMap((language) => PAGES.map((name) => `/handbuch/${language}/${name}.html`));

let server;
let browser;

before(async () => {
    server = await start_server({ data: make_folder() });
    browser = await launch_browser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

/// Everything a page refers to, as addresses of the server.
function references(path, html) {
    return [...html.matchAll(/\b(?:href|src)="([^"]+)"/g)].map(([, to]) => new URL(to, `http://test${path}`));
}

test("nobody has to sign in; a page is asked for again and only sent if it has changed", async () => {
    for (const path of paths) {
        const page = await send(server, "GET", path);
        assert.equal(page.status, 200, path);
        assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
        assert.equal(page.headers["cache-control"], "no-cache");
        assert.match(page.text, new RegExp(`<html lang="${path.split("/")[2]}">`));
        const again = await send(server, "GET", path, { headers: { "if-none-match": page.headers.etag } });
        assert.equal(again.status, 304);
        const small = await send(server, "GET", path, { headers: { "accept-encoding": "br" } });
        assert.equal(small.headers["content-encoding"], "br");
        assert.equal(brotliDecompressSync(small.bytes).toString(), page.text);
    }
});

test("every link and file of every page is there, also below a path", async () => {
    const below = await start_server({ data: make_folder(), args: ["--base-url", "http://localhost/schul/it"] });
    try {
        for (const [each, prefix] of [[server, ""], [below, "/schul/it"]]) {
            const seen = new Map(); // path → text
            const get = async (path) => {
                if (!seen.has(path)) seen.set(path, await send(each, "GET", path));
                return seen.get(path);
            };
            for (const path of paths) {
                const { text } = await get(prefix + path);
                for (const { host, pathname, hash } of references(prefix + path, text)) {
                    assert.equal(host, "test", `${path} leads to ${host}`);
                    assert.ok(pathname.startsWith(`${prefix}/`), `${path} → ${pathname}`);
                    const answer = await get(pathname);
                    assert.ok([200, 302].includes(answer.status), `${path} → ${pathname}: ${answer.status}`);
                    if (pathname.includes("/handbuch/")) assert.match(answer.text, /<main/);
                    if (hash) assert.ok(answer.text.includes(`id="${hash.slice(1)}"`), `${path} → ${hash}`);
                }
            }
            for (const [language, wanted] of [["de-DE", "de"], ["en-GB,de;q=0.5", "en"]])
                for (const short of ["/handbuch", "/handbuch/"]) {
                    const answer = await send(each, "GET", prefix + short, { headers: { "accept-language": language } });
                    assert.equal(answer.status, 302);
                    const to = new URL(answer.headers.location, `http://test${prefix}${short}`).pathname;
                    assert.equal(to, `${prefix}/handbuch/${wanted}/index.html`);
                }
            const statement = await get(`${prefix}/barrierefreiheit`);
            assert.ok(statement.text.includes(`href="${prefix}/handbuch/de/index.html"`), "the Basisansicht leads here");
            for (const outside of ["/", "/basis", "/barrierefreiheit"]) assert.ok(seen.has(prefix + outside), outside);
        }
    } finally {
        await below.stop();
    }
});

test("axe finds nothing on any page, light or dark, and nothing it could not decide", async () => {
    const { page, context, complaints } = await open_page(browser);
    const found = [];
    for (const path of paths) {
        await page.goto(server.url + path);
        await page.evaluate(() => document.fonts.ready);
        await page.evaluate(axe); // not by a script element: the page's policy forbids what it has not brought
        for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme });
            const { violations, incomplete, passes } = await page.evaluate(() => window.axe.run(document));
            assert.ok(passes.some(({ id }) => id === "color-contrast"), `${path}, ${colorScheme}: contrast was not looked at`);
            for (const { id, nodes } of [...violations, ...incomplete])
                found.push(`${path}, ${colorScheme}: ${id}: ${nodes[0].html}`);
        }
    }
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    await context.close();
});

/// Elements that are cut off or stand out at the side.
const too_wide = () => [...document.querySelectorAll("body *")].filter((element) => {
    const { right, left, width } = element.getBoundingClientRect();
    return width > 1 && (right > innerWidth + 1 || left < -1);
}).map((element) => element.outerHTML.slice(0, 80));

test("nothing stands out of a page of 320 pixels, or of one with text of 200 %", async () => {
    for (const [width, size] of [[320, 100], [640, 200]]) {
        const { page, context } = await open_page(browser, { viewport: { width, height: 700 } });
        for (const path of paths) {
            await page.goto(server.url + path);
            await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), size);
            assert.deepEqual(await page.evaluate(too_wide), [], `${path} at ${width}`);
            const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
            assert.ok(fits, `${path} at ${width}`);
        }
        await context.close();
    }
});

test("somebody without a script walks through the manual with keys alone", async () => {
    const { page, context } = await open_page(browser, { javaScriptEnabled: false });
    await page.goto(`${server.url}/handbuch/de/geraete.html`);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Zum Inhalt springen" });
    assert.ok((await skip.boundingBox()).y >= 0, "the way past the head is seen while it has the focus");
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, "#inhalt");
    const contents = page.getByRole("navigation", { name: "Auf dieser Seite" });
    await contents.getByRole("link", { name: "Spalten wählen" }).press("Enter");
    assert.equal(new URL(page.url()).hash, "#spalten-waehlen");
    await page.getByRole("link", { name: /^Weiter / }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ein Gerät ansehen" }).waitFor();
    await page.getByRole("link", { name: "English", exact: true }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Look at a device" }).waitFor();
    const current = page.getByRole("navigation", { name: "Pages of the manual" }).locator("[aria-current]");
    assert.equal(await current.innerText(), "Look at a device");
    await context.close();
});

test("the manual looks as chosen in the application", async () => {
    const { page, context } = await open_page(browser, { colorScheme: "light" });
    await page.goto(`${server.url}/handbuch/de/index.html`);
    const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.evaluate(() => localStorage.setItem("setting.colors", "dark"));
    await page.reload();
    await page.locator("html[data-scheme=dark]").waitFor();
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), light);
    await context.close();
});

test("on paper the page stands alone", async () => {
    const { page, context } = await open_page(browser);
    await page.goto(`${server.url}/handbuch/de/geraete.html`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("navigation").count(), 0);
    await page.getByRole("heading", { level: 2, name: "Spalten wählen" }).waitFor();
    await context.close();
});
