// "?" on a screen opens the page of the manual that belongs to it, in the language of the screen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { LAYOUTS, launch, ready, sign_in, touch, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";
import { words } from "../words.mjs";

let browser;
let server;
let projector;
let ticket;

before(async () => {
    server = await start_demo_server();
    const teacher = await sign_in_by_http(server, "teacher");
    projector = await teacher.find_asset("BEA0204");
    ticket = (await teacher.post("/api/tickets", { asset_code: "BEA0204", title: "Bild ist unscharf" })).json;
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

/// [route, page of the manual]
const helped = () => [
    ["#/", "startseite"],
    ["#/geraete", "geraete"],
    ["#/geraete/neu", "geraet-bearbeiten"],
    [`#/geraete/${projector.id}`, "geraet"],
    [`#/geraete/${projector.id}/bearbeiten`, "geraet-bearbeiten"],
    ["#/g/gibt-es-nicht", "scannen"],
    ["#/darstellung", "darstellung"],
    ["#/import", "import"],
    ["#/melden", "melden"],
    ["#/meldungen", "meldungen"],
    ["#/tickets", "tickets"],
    [`#/tickets/${ticket.id}`, "ticket"],
    ["#/gibt-es-nicht", "index"],
];

for (const device of LAYOUTS) {
    for (const language of ["de", "en"]) {
        test(`every screen leads to its page of the manual (${device}, ${language})`, async () => {
            const help = words(language)("ui.help");
            // the look-up of a label that there is not
            await visit(browser, server, { device, language, expected: [/404/] }, async (page) => {
                await sign_in(page, "coordinator");
                for (const [where, name] of helped()) {
                    await page.goto(`${server.url}/${where}`);
                    await ready(page);
                    const link = page.getByRole("link", { name: help, exact: true });
                    assert.equal(await link.getAttribute("href"), `handbuch/${language}/${name}.html`, where);
                }
            });
        });
    }
}

test("the manual opens in a window of its own; the screen stays as it is", async () => {
    await visit(browser, server, { path: "/#/melden?geraet=BEA0204" }, async (page, context) => {
        await sign_in(page, "teacher");
        const opened = context.waitForEvent("page");
        await touch(page.getByRole("link", { name: words("de")("ui.help"), exact: true }));
        const manual = await opened;
        await manual.getByRole("heading", { level: 1, name: "Einen Defekt melden" }).waitFor();
        assert.equal(new URL(manual.url()).pathname, "/handbuch/de/melden.html");
        assert.equal(new URL(page.url()).hash, "#/melden?geraet=BEA0204");
    });
});

for (const device of LAYOUTS) {
    test(`the accessibility statement is in everybody's menu and opens in a window of its own (${device})`, async () => {
        await visit(browser, server, { as: "teacher", device, path: "/#/meldungen" }, async (page, context) => {
            const t = words("de");
            await touch(page.getByRole("button", { name: t.pattern("ui.account_of") }));
            const opened = context.waitForEvent("page");
            await touch(page.getByRole("dialog").getByRole("link", { name: t("statement.title"), exact: true }));
            const statement = await opened;
            await statement.getByRole("heading", { level: 1, name: t("statement.title"), exact: true }).waitFor();
            assert.equal(new URL(page.url()).hash, "#/meldungen");
        });
    });
}
