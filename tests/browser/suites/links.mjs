// Reload, Back, Forward, links that somebody sends, labels that somebody scans.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { fill, go_to, heading, launch, press, ready, route, shoot, sign_in, sign_out, t, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

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

test("reload, Back and Forward keep and restore what is shown", async () => {
    await visit(browser, server, {}, async (page) => {
        await sign_in(page, "technician");
        await go_to(page, t("nav.assets"));
        await fill(page.getByRole("searchbox", { name: t("inventory.search") }), "BEA0204");
        const list = route(page);
        await press(page.getByRole("link", { name: projector.name, exact: true }));
        await heading(page, projector.name).waitFor();
        assert.equal(route(page), `#/geraete/${projector.id}`);
        assert.match(await page.title(), new RegExp(projector.name));

        await page.reload();
        await heading(page, projector.name).waitFor();
        await ready(page);

        await page.goBack();
        await heading(page, t("nav.assets")).waitFor();
        await ready(page);
        assert.equal(route(page), list);
        assert.equal(await page.getByRole("searchbox", { name: t("inventory.search") }).inputValue(), "BEA0204");
        await page.getByRole("link", { name: projector.name, exact: true }).waitFor();

        await page.goForward();
        await heading(page, projector.name).waitFor();
        await ready(page);
        assert.equal(route(page), `#/geraete/${projector.id}`);
    });
});

test("links to a device and to a ticket open there, and after signing in too", async () => {
    for (const [path, title] of [[`/#/geraete/${projector.id}`, projector.name], [`/#/tickets/${ticket.id}`, ticket.title]]) {
        await visit(browser, server, { path }, async (page, context) => {
            await sign_in(page, "technician"); // signed out at first
            await heading(page, title).waitFor();
            assert.equal(route(page), path.slice(1));

            const second = await context.newPage(); // signed in already
            await second.goto(server.url + path);
            await heading(second, title).waitFor();
            await ready(second);
            assert.equal(route(second), path.slice(1));
        });
    }
});

test("a label's address opens the device, also after signing in", async () => {
    await visit(browser, server, { path: "/g/BEA0204", device: "phone" }, async (page, context) => {
        await sign_in(page, "teacher");
        await heading(page, projector.name).waitFor();
        await shoot(page, "label");
        const second = await context.newPage();
        await second.goto(`${server.url}/g/bea0204`);
        await heading(second, projector.name).waitFor();
    });
});

test("an unknown label says so, and what can be done", async () => {
    await visit(browser, server, { path: "/g/GIBTESNICHT1", expected: [/status of 404 .*\/api\/lookup\//] }, async (page) => {
        await sign_in(page, "teacher");
        await page.getByText(t("code.unknown", { code: "GIBTESNICHT1" }), { exact: true }).first().waitFor();
        await shoot(page, "label-unknown");
        await press(page.getByRole("button", { name: t("code.search"), exact: true }));
        assert.match(route(page), /^#\/geraete\?q=GIBTESNICHT1/);
    });
});

test("another school's device is unknown to a teacher", async () => {
    const http = await sign_in_by_http(server, "coordinator");
    const other = (await http.get("/api/assets?school_code=BBS-01&limit=1")).json.items[0];
    await visit(browser, server, { as: "teacher", path: `/#/geraete/${other.id}`, expected: [/status of 404/] }, async (page) => {
        await page.getByText(t("device.unknown"), { exact: true }).first().waitFor();
        assert.equal(await page.getByText(other.tag).count(), 0);
    });
});

test("a page that does not exist, and one that is not for this role, lead back to the start", async () => {
    await visit(browser, server, { as: "teacher", path: "/#/gibt-es-nicht" }, async (page) => {
        await page.getByText(t("app.no_such_page"), { exact: true }).first().waitFor();
        await press(page.getByRole("button", { name: t("app.to_start"), exact: true }));
        assert.equal(route(page), "#/");
        await page.goto(`${server.url}/#/import`);
        await page.getByText(t("app.forbidden"), { exact: true }).first().waitFor();
    });
});

test("Back closes a dialog and stays on the page; a link in it and a typed address lead on", async () => {
    await visit(browser, server, { as: "teacher", device: "phone", path: `/#/geraete/${projector.id}` }, async (page) => {
        await heading(page, projector.name).waitFor();
        const here = route(page);
        const account = page.getByRole("button", { name: t.pattern("ui.account_of") });
        const dialog = page.getByRole("dialog");
        await press(account);
        await dialog.waitFor();
        await page.goBack();
        await dialog.waitFor({ state: "detached" });
        await ready(page);
        assert.equal(route(page), here);
        await heading(page, projector.name).waitFor();

        await press(account);
        await press(dialog.getByRole("link", { name: t("appearance.title"), exact: true }));
        await heading(page, t("appearance.title")).waitFor();
        await page.goBack(); // to the device, not to its menu
        await heading(page, projector.name).waitFor();
        assert.equal(await dialog.count(), 0);

        await press(account);
        await dialog.waitFor();
        await page.goto(`${server.url}/#/meldungen`);
        await heading(page, t("nav.my_tickets")).waitFor();
        await ready(page);
        assert.equal(await dialog.count(), 0);
    });
});

test("after signing out nothing of the session is left, and the next person starts afresh", async () => {
    // A question for changes may be under way when the session ends.
    const expected = [/status of 401 .*\/api\/changes/];
    await visit(browser, server, { as: "technician", path: `/#/geraete/${projector.id}`, expected }, async (page, context) => {
        await heading(page, projector.name).waitFor();
        await sign_out(page);
        assert.equal(await page.getByText(projector.name).filter({ visible: true }).count(), 0);
        const cookies = await context.cookies();
        assert.deepEqual(cookies.map(({ name }) => name), []);
        await sign_in(page, "teacher");
        await page.getByRole("button", { name: t("ui.account_of", { name: "teacher" }) }).waitFor();
    });
});
