// The Basisansicht as people use it, with JavaScript switched off: on a phone, at 320 px, by keyboard alone.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { launch, t } from "../page.mjs";
import { plain_pages } from "../plain_pages.mjs";
import { check_a_kit } from "../screens.mjs";
import { DEMO_PASSWORD, ROOT, start_demo_server } from "../server.mjs";

const axe = createRequire(new URL("../../package.json", import.meta.url))("axe-core").source;

const SIZES = {
    phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    narrow: { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
    desktop: { viewport: { width: 1440, height: 900 } },
};

let browser;
let server;
let technician;
let projector;
let ticket;
let difference; // that the check of a kit has found

before(async () => {
    server = await start_demo_server();
    const teacher = await sign_in_by_http(server, "teacher");
    technician = await sign_in_by_http(server, "technician");
    projector = await teacher.find_asset("BEA0204");
    ticket = (await teacher.post("/api/tickets",
        { asset_code: "BEA0204", title: "Bild ist unscharf", description: "Auch nach dem Reinigen.\nSeit heute." })).json;
    const office = await sign_in_by_http(server, "coordinator");
    for (const body of [{ office: true }, { school_code: "GYM-03" }]) await office.post("/api/calendars", body);
    const checked = await check_a_kit(server);
    [difference] = (await teacher.get(`/api/loans/${checked.id}/differences`)).json.items;
    await teacher.post(`/api/tickets/${ticket.id}/comments`, { text: "Ersatz steht in Raum 205." });
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

/// A page of its own; what the browser complains about fails the test.
async function visit(options, body) {
    const context = await browser.newContext({ locale: "de-DE", timezoneId: "Europe/Berlin", javaScriptEnabled: false, ...options });
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => {
        const known = /status of (401|403|404|422)/.test(message.text()); // pages that say so
        if (["error", "warning"].includes(message.type()) && !known) complaints.push(message.text());
    });
    page.on("request", (request) => {
        if (!request.url().startsWith(server.url) && !request.url().startsWith("data:")) complaints.push(`call to ${request.url()}`);
    });
    try {
        await body(page, context);
    } finally {
        await context.close();
    }
    assert.deepEqual(complaints, []);
}

async function sign_in(page, who, path = "/basis") {
    await page.goto(server.url + path);
    await page.getByLabel(t("person.username")).fill(who);
    await page.getByLabel(t("plain.password")).fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: t("plain.sign_in"), exact: true }).click();
}

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const menu = (page, key) => page.getByRole("navigation", { name: t("ui.navigation") }).getByRole("link", { name: t(key), exact: true });

async function shoot(page, name) {
    if (!process.env.SCHULKIT_PICTURES) return;
    const folder = join(ROOT, "build/screenshots/plain");
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

for (const [size, options] of Object.entries(SIZES)) {
    test(`a teacher finds the projector of room 204, reports it, follows it and comments (${size})`, async () => {
        await visit(options, async (page) => {
            const press = (locator) => (options.hasTouch ? locator.tap() : locator.click());
            await sign_in(page, "teacher");
            await heading(page, t("nav.home")).waitFor();
            await press(menu(page, "nav.assets_staff"));
            await page.getByRole("searchbox", { name: t("inventory.search") }).fill("Beamer");
            await page.getByLabel(t("asset.room"), { exact: true }).fill("R 204");
            await press(page.getByRole("search", { name: t("inventory.filters") }).getByRole("button", { name: t("home.open_code") }));
            const table = page.getByRole("table", { name: t("plain.devices_found.one", { count: 1 }) });
            const row = table.getByRole("row").filter({ hasText: "BEA0204" });
            await press(row.getByRole("rowheader").getByRole("link"));
            await press(page.getByRole("main").getByRole("link", { name: t("nav.report"), exact: true }));

            // not yet: the title is missing, the rest stays
            await page.getByLabel(t("ticket.description")).fill("Seit heute Morgen.\nLampe blinkt.");
            await press(page.getByRole("button", { name: t("report.send") }));
            const alert = page.getByRole("alert");
            await alert.getByText(t("report.not_sent"), { exact: true }).waitFor();
            await press(alert.getByRole("link", { name: `${t("ticket.title")}: ${t("error.required")}` }));
            const title = page.getByRole("textbox", { name: t("ticket.title"), exact: true });
            assert.equal(await title.getAttribute("aria-invalid"), "true");
            assert.equal(await page.getByLabel(t("ticket.description")).inputValue(), "Seit heute Morgen.\nLampe blinkt.");
            await title.fill(`Kein Bild (${size})`);
            await press(page.getByRole("button", { name: t("report.send") }));

            const thanks = page.getByRole("heading", { level: 1, name: t.pattern("report.thanks_staff") });
            await thanks.waitFor();
            const number = /#(\d+)/.exec(await thanks.innerText())[1];
            await page.reload(); // shows the same page; nothing is sent again
            await thanks.waitFor();
            const stored = (await technician.get(`/api/tickets/${number}`)).json;
            assert.equal(stored.asset_tag, "BEA0204");
            assert.equal(stored.description, "Seit heute Morgen.\nLampe blinkt.");

            const taken = await technician.patch(`/api/tickets/${number}`, { status: "accepted", assignee: "technician", version: stored.version });
            assert.equal(taken.status, 200, taken.text);
            await press(menu(page, "nav.my_tickets"));
            const mine = page.getByRole("list", { name: t("my_reports.open") }).getByRole("listitem").filter({ hasText: `Kein Bild (${size})` });
            await mine.getByText(t("ticket.status.accepted"), { exact: true }).waitFor();
            await press(mine.getByRole("link"));
            await heading(page, `Kein Bild (${size})`).waitFor();
            await page.getByText(t("report.progress.accepted", { who: "technician" })).waitFor();
            await page.getByLabel(t("ticket.new_comment")).fill("Bitte vor 12 Uhr.\nDanke!");
            await press(page.getByRole("button", { name: t("ticket.add_comment") }));
            await page.getByRole("status").getByText(t("ticket.news.commented")).waitFor();
            await page.getByText("Bitte vor 12 Uhr.").waitFor();
            const comments = (await technician.get(`/api/tickets/${number}/comments`)).json.items;
            assert.deepEqual(comments.map(({ text }) => text), ["Bitte vor 12 Uhr.\nDanke!"]);
            await press(page.getByRole("button", { name: t("app.sign_out") }));
            await heading(page, t("plain.sign_in")).waitFor();
        });
    });
}

test("the keyboard alone reports the WLAN of a room", async () => {
    await visit(SIZES.desktop, async (page) => {
        const keys = page.keyboard;
        // Chromium without scripts: what has the focus is asked of the accessibility tree
        const focused = async () => {
            const cdp = await page.context().newCDPSession(page);
            const { nodes } = await cdp.send("Accessibility.getFullAXTree");
            await cdp.detach();
            const node = nodes.find((each) => each.properties?.some(({ name, value }) => name === "focused" && value.value)
                && each.role?.value !== "RootWebArea");
            return { role: node?.role?.value, name: node?.name?.value ?? "" };
        };
        const reach = async (role, name) => {
            for (let steps = 0; steps < 80; ++steps) {
                const now = await focused();
                if (now.role === role && (name instanceof RegExp ? name.test(now.name) : now.name === name)) return;
                await keys.press("Tab");
            }
            assert.fail(`Tab does not lead to ${role} ${name}; at last: ${JSON.stringify(await focused())}`);
        };
        await page.goto(`${server.url}/basis`);
        await keys.press("Tab");
        assert.deepEqual(await focused(), { role: "link", name: t("plain.skip") });
        await reach("textbox", t("person.username"));
        await keys.type("teacher");
        await reach("textbox", t("plain.password"));
        await keys.type(DEMO_PASSWORD);
        await keys.press("Enter");
        await heading(page, t("nav.home")).waitFor();
        await reach("link", t("nav.report"));
        await keys.press("Enter");
        await page.getByText(t("report.choose")).first().waitFor();
        await reach("combobox", t("report.room"));
        await keys.type("Raum 204");
        await reach("button", t("plain.show"));
        await keys.press("Enter");
        const what = t("report.in_room", { what: "WLAN", room: t("ticket.room", { room: "204" }) });
        await reach("link", what);
        await keys.press("Enter");
        await page.getByRole("heading", { name: t("report.what") }).waitFor();
        await reach("textbox", t("ticket.title"));
        assert.equal(await page.getByRole("textbox", { name: t("ticket.title"), exact: true }).inputValue(), what);
        await reach("button", t("report.send"));
        await keys.press("Enter");
        await page.getByRole("heading", { level: 1, name: t.pattern("report.thanks_staff") }).waitFor();
    });
});

test("no page is wider than a narrow screen, nor at 400 % of a desktop's, and targets are big enough for a finger", async () => {
    for (const who of [null, "teacher", "technician", "coordinator", "admin"]) {
        await visit({ ...SIZES.narrow, javaScriptEnabled: true }, async (page) => {
            if (who) await sign_in(page, who);
            for (const [name, whose, path] of plain_pages({ projector, ticket, difference })) {
                if (whose !== who) continue;
                await page.goto(server.url + path);
                const { wide, small } = await page.evaluate(() => ({
                    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
                    small: [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea")]
                        .filter((each) => !each.closest("main p, dd, .notice, .facts, .skip") && !each.matches(".skip, [type=radio]"))
                        .filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().height < 43.5)
                        .map((each) => `${each.outerHTML.slice(0, 80)}: ${each.getBoundingClientRect().height}`),
                }));
                assert.equal(wide, 0, `${name} (${who})`);
                assert.deepEqual(small, [], `${name} (${who})`);
            }
        });
    }
});

test("axe finds no violation on any page, in light and in dark", async () => {
    const found = [];
    let pages = 0;
    for (const who of new Set(plain_pages({ projector, ticket, difference }).map(([, each]) => each))) {
        await visit({ ...SIZES.desktop, colorScheme: "light", javaScriptEnabled: true, bypassCSP: true }, async (page) => {
            if (who) await sign_in(page, who);
            for (const [name, whose, path] of plain_pages({ projector, ticket, difference })) {
                if (whose !== who) continue;
                await page.goto(server.url + path);
                found.push(...await violations(page, `${name} (${who})`));
                ++pages;
            }
            if (who !== "teacher") return;
            await page.goto(`${server.url}/basis/melden?geraet=BEA0204`);
            await page.getByRole("button", { name: t("report.send") }).click();
            await page.getByRole("alert").waitFor();
            found.push(...await violations(page, "report form with errors"));
        });
    }
    assert.ok(pages > 20, `${pages} pages`);
    assert.deepEqual(found, []);
});

/// Every rule of WCAG 2.1, A and AA, and axe's good practice, in light and in dark.
async function violations(page, where) {
    await page.evaluate(axe);
    const found = [];
    for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const { violations, passes } = await page.evaluate(() => window.axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
        }));
        assert.ok(passes.some(({ id }) => id === "color-contrast"), `${where}, ${colorScheme}: contrast was not looked at`);
        for (const { id, nodes } of violations)
            found.push(`${where}, ${colorScheme}: ${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(" ")}`);
    }
    return found;
}

test("the reader's own spacing of text cuts nothing off", async () => {
    await visit({ ...SIZES.phone, javaScriptEnabled: true, bypassCSP: true }, async (page) => {
        await sign_in(page, "teacher");
        for (const path of ["/basis", "/basis/geraete?q=Beamer", "/basis/melden?raum=204", "/basis/melden?geraet=BEA0204", `/basis/meldungen/${ticket.id}`]) {
            await page.goto(server.url + path);
            // WCAG 1.4.12
            await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
            const cut = await page.evaluate(() => [...document.querySelectorAll("main *, nav *, header *")]
                .filter((each) => getComputedStyle(each).overflow !== "visible" && !each.matches(".hidden, textarea, select, input, thead, thead *"))
                .filter((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)
                .map((each) => each.outerHTML.slice(0, 80)));
            assert.deepEqual(cut, [], path);
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, path);
        }
    });
});

test("the language can be switched, and stays", async () => {
    await visit(SIZES.phone, async (page) => {
        await page.goto(`${server.url}/basis`);
        await page.getByRole("link", { name: "English" }).tap();
        await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
        await page.getByLabel("Username").fill("teacher");
        await page.getByLabel("Password").fill(DEMO_PASSWORD);
        await page.getByRole("button", { name: "Sign in" }).tap();
        await page.getByRole("heading", { level: 1, name: "Home" }).or(page.getByRole("heading", { level: 1, name: "Start" })).waitFor();
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
    });
});

test("without JavaScript the start page of the application leads to the Basisansicht", async () => {
    await visit(SIZES.phone, async (page) => {
        await page.goto(server.url);
        await page.getByRole("link", { name: "Zur Basisansicht ohne JavaScript" }).tap();
        await heading(page, t("plain.sign_in")).waitFor();
    });
});

test("the sign-in page of the application offers the Basisansicht and the statement", async () => {
    await visit({ ...SIZES.desktop, javaScriptEnabled: true }, async (page) => {
        await page.goto(`${server.url}/#/melden?geraet=BEA0204`);
        await page.getByRole("link", { name: t("statement.title") }).waitFor();
        await page.getByRole("link", { name: "Basisansicht (ohne JavaScript)" }).click();
        await page.waitForURL(/\/basis\/anmelden\?next=%2Fbasis%2Fmelden%3Fgeraet%3DBEA0204$/);
    });
});

test("a label leads to the plain page for whoever uses the plain pages, also after signing in", async () => {
    await visit(SIZES.phone, async (page) => {
        await sign_in(page, "teacher");
        await heading(page, t("nav.home")).waitFor();
        await page.getByRole("button", { name: t("app.sign_out") }).tap();
        await heading(page, t("plain.sign_in")).waitFor();
        await sign_in(page, "teacher", "/g/BEA0204");
        await heading(page, projector.name).waitFor();
        assert.equal(new URL(page.url()).pathname, `/basis/geraete/${projector.id}`);
    });
});

test("a browser without WebGL 2 lands on the same place of the Basisansicht, and is told why", async () => {
    await visit({ ...SIZES.desktop, javaScriptEnabled: true }, async (page) => {
        await page.addInitScript(() => {
            const get = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                return kind === "webgl2" ? null : get.call(this, kind, ...rest);
            };
        });
        await page.goto(`${server.url}/#/geraete/${projector.id}`, { waitUntil: "commit" });
        await page.waitForURL(/\/basis\/anmelden/);
        await page.getByText(t("plain.no_webgl"), { exact: true }).waitFor();
        await page.getByLabel(t("person.username")).fill("teacher");
        await page.getByLabel(t("plain.password")).fill(DEMO_PASSWORD);
        await page.getByRole("button", { name: t("plain.sign_in"), exact: true }).click();
        await heading(page, projector.name).waitFor();
        await page.getByText(t("plain.no_webgl"), { exact: true }).waitFor();
    });
});

test("in forced colours and on paper every page can be read", async () => {
    await visit({ ...SIZES.desktop, forcedColors: "active", javaScriptEnabled: true }, async (page) => {
        await sign_in(page, "teacher", `/basis/meldungen/${ticket.id}`);
        await heading(page, ticket.title).waitFor();
        await shoot(page, "report-forced-colors");
        const border = await page.locator(".badge").first().evaluate((each) => getComputedStyle(each).borderTopStyle);
        assert.equal(border, "solid");
        await page.emulateMedia({ media: "print", forcedColors: "none" });
        await shoot(page, "report-print");
        assert.equal(await page.getByRole("navigation", { name: t("ui.navigation") }).isVisible(), false);
        assert.equal(await page.getByText("Ersatz steht in Raum 205.").isVisible(), true);
        const { width } = await page.getByRole("main").boundingBox();
        assert.ok(width > 0.9 * SIZES.desktop.viewport.width, `the page is ${width} px wide`);
    });
});
