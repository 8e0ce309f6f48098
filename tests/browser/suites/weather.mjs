// Bad weather: two people at one device, a server that stops, a session that ends, a browser without WebGL.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import {
    LAYOUTS, fill, fill_sign_in, heading, launch, press, press_for_message, ready, route, shoot, sign_in, t, touch,
    visit,
} from "../page.mjs";
import { copy_world, start_server } from "../server.mjs";
import { words } from "../words.mjs";

let browser;
let server;

before(async () => {
    server = await start_server({ data: await copy_world() });
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const AWAY = [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/];

async function create_device(tag) {
    const http = await sign_in_by_http(server, "coordinator");
    const made = await http.post("/api/assets",
        { tag, name: `Gerät ${tag}`, school_code: "GYM-03", status: "in_use", room: "204" });
    assert.equal(made.status, 201, made.text);
    return made.json;
}

const field = (page, label) => page.getByRole("textbox", { name: t(label), exact: true });
const save = (page, label = "device_form.save") => page.getByRole("button", { name: t(label), exact: true });

/// The form of one device, open twice.
async function with_two_forms(device, tag, body) {
    const asset = await create_device(tag);
    const path = `/#/geraete/${asset.id}/bearbeiten`;
    await visit(browser, server, { as: "coordinator", device, path }, async (first) => {
        await visit(browser, server, { as: "technician", device, path, expected: [/status of 409/] }, async (second) => {
            await body(first, second);
        });
    });
    const http = await sign_in_by_http(server, "coordinator");
    return http.find_asset(tag);
}

for (const device of LAYOUTS) {
    test(`two people change different fields: the second sees the change, keeps their own and can save (${device})`, async () => {
        const stored = await with_two_forms(device, `ZW${device.toUpperCase()}1`, async (first, second) => {
            await fill(field(second, "asset.notes"), "Fernbedienung in der Schublade");
            await fill(field(first, "asset.room"), "205");
            await press_for_message(save(first), t.pattern("device_form.saved"));

            await press(save(second));
            const alert = second.getByRole("alert").filter({ hasText: t("device_form.stale") });
            await alert.waitFor();
            await second.getByText(t("device_form.taken", { field: t("asset.room"), before: "204", now: "205" })).waitFor();
            await shoot(second, "device-stale");
            assert.equal(await field(second, "asset.notes").inputValue(), "Fernbedienung in der Schublade");
            assert.equal(await field(second, "asset.room").inputValue(), "205");
            await press_for_message(save(second), t.pattern("device_form.saved"));
        });
        assert.equal(stored.room, "205");
        assert.equal(stored.notes, "Fernbedienung in der Schublade");
    });

    test(`two people change the same field: nothing typed is lost, and the second decides (${device})`, async () => {
        const stored = await with_two_forms(device, `ZW${device.toUpperCase()}2`, async (first, second) => {
            await fill(field(second, "asset.room"), "Aula");
            await fill(field(first, "asset.room"), "205");
            await press_for_message(save(first), t.pattern("device_form.saved"));

            await press(save(second));
            await second.getByRole("alert").filter({ hasText: t("device_form.stale") }).waitFor();
            const both = { field: t("asset.room"), before: "204", now: "205", own: "Aula" };
            await second.getByText(t("device_form.kept", both)).waitFor();
            assert.equal(await field(second, "asset.room").inputValue(), "Aula");
            await press_for_message(save(second, "device_form.save_over"), t.pattern("device_form.saved"));
        });
        assert.equal(stored.room, "Aula");
    });

    test(`the server stops while a report is written: it says so, keeps the words, and goes on (${device})`, async () => {
        const title = `Beamer ohne Ton (${device})`;
        const path = "/#/melden?geraet=BEA0204";
        await visit(browser, server, { as: "teacher", device, path, expected: AWAY }, async (page) => {
            await fill(field(page, "ticket.title"), title);
            await fill(field(page, "ticket.description"), "Lautsprecher geprüft.");
            const { data, port } = server;
            await server.kill();

            const send = page.getByRole("button", { name: t("report.send"), exact: true });
            await press(send);
            await page.getByRole("status").getByText(t("app.server_away"), { exact: true }).waitFor();
            await page.getByRole("alert").getByText(t("error.no_connection"), { exact: true }).waitFor();
            await shoot(page, "server-away");
            assert.equal(await field(page, "ticket.title").inputValue(), title);
            assert.equal(await field(page, "ticket.description").inputValue(), "Lautsprecher geprüft.");

            server = await start_server({ data, port });
            await page.getByText(t("app.server_away"), { exact: true }).waitFor({ state: "hidden" });
            await ready(page);
            assert.equal(await field(page, "ticket.description").inputValue(), "Lautsprecher geprüft.");
            await press(send);
            await page.getByRole("heading", { level: 1, name: t.pattern("report.thanks_staff") }).waitFor();
        });
        const http = await sign_in_by_http(server, "teacher");
        const { items } = (await http.get("/api/tickets?reported_by_me=true&limit=200")).json;
        const sent = items.filter((ticket) => ticket.title === title);
        assert.deepEqual(sent.map(({ description }) => description), ["Lautsprecher geprüft."]);
    });

    test(`words typed into a form are still there after a reload (${device})`, async () => {
        const path = "/#/melden?geraet=BEA0204";
        await visit(browser, server, { device, path }, async (page) => {
            page.on("dialog", (dialog) => dialog.accept()); // "leave this page?"
            await sign_in(page, "teacher");
            await fill(field(page, "ticket.title"), "Kabel fehlt");
            await fill(field(page, "ticket.description"), "Das HDMI-Kabel ist weg.");
            await page.reload();
            await field(page, "ticket.title").waitFor();
            await ready(page);
            assert.equal(await field(page, "ticket.title").inputValue(), "Kabel fehlt");
            assert.equal(await field(page, "ticket.description").inputValue(), "Das HDMI-Kabel ist weg.");
        });
    });

    test(`a session that has ended leads to the sign-in and back to the same page and words (${device})`, async () => {
        const path = "/#/melden?geraet=BEA0204";
        await visit(browser, server, { as: "teacher", device, path, expected: [/status of 401/] }, async (page, context) => {
            await fill(field(page, "ticket.title"), `Lampe dunkel (${device})`);
            await fill(field(page, "ticket.description"), "Seit gestern.");
            // The form is the first to hear of it, not the question what others have changed.
            await context.route("**/api/changes?*", (route_of) => route_of.fulfill({ status: 304 }));
            await context.clearCookies();
            await touch(page.getByRole("button", { name: t("report.send"), exact: true }));
            await page.getByRole("status").getByText("Ihre Sitzung ist beendet.").waitFor();
            await context.unroute("**/api/changes?*");
            await shoot(page, "session-over");
            await sign_in(page, "teacher");
            assert.equal(route(page), path.slice(1));
            assert.equal(await field(page, "ticket.description").inputValue(), "Seit gestern.");
            await press(page.getByRole("button", { name: t("report.send"), exact: true }));
            await page.getByRole("heading", { level: 1, name: t.pattern("report.thanks_staff") }).waitFor();
        });
    });
}

test("a wrong password is told without saying which of the two is wrong", async () => {
    await visit(browser, server, {}, async (page) => {
        await page.getByRole("textbox", { name: "Benutzername" }).waitFor();
        await shoot(page, "sign-in");
        await fill_sign_in(page, "teacher", "falsch");
        await page.getByRole("alert").getByText("Benutzername oder Passwort stimmt nicht.").waitFor();
        const said = await page.getByRole("alert").allInnerTexts();
        await fill_sign_in(page, "gibtesnicht", "falsch");
        await ready(page);
        assert.deepEqual(await page.getByRole("alert").allInnerTexts(), said);
        await sign_in(page, "teacher");
    });
});

test("the language is switched before signing in and inside, and the page says which it is", async () => {
    const en = words("en");
    await visit(browser, server, { as: "coordinator" }, async (page) => {
        assert.equal(await page.getAttribute("html", "lang"), "de");
        await press(page.getByRole("button", { name: t.pattern("ui.account_of") }));
        await press(page.getByRole("dialog").getByRole("button", { name: t("app.other_language"), exact: true }));
        await page.getByRole("navigation", { name: en("ui.navigation") }).getByRole("link", { name: en("nav.assets") }).waitFor();
        assert.equal(await page.getAttribute("html", "lang"), "en");
        await shoot(page, "home-english");

        await page.reload(); // remembered
        await page.getByRole("navigation", { name: en("ui.navigation") }).waitFor();
        await ready(page);
        assert.equal(await page.getAttribute("html", "lang"), "en");
        await press(page.getByRole("navigation").getByRole("link", { name: en("nav.assets"), exact: true }));
        await heading(page, en("nav.assets")).waitFor();
    });
    await visit(browser, server, {}, async (page) => {
        await page.getByRole("button", { name: "English" }).click();
        await page.getByRole("button", { name: "Sign in" }).waitFor();
        assert.equal(await page.getAttribute("html", "lang"), "en");
    });
});

test("a browser without WebGL 2 comes to the Basisansicht and is told why", async () => {
    const poor = await launch({ webgl: ["--disable-gpu", "--disable-software-rasterizer", "--disable-3d-apis"] });
    try {
        await visit(poor, server, { expected: [/WebGL/i] }, async (page) => {
            await page.waitForURL(/\/basis\/anmelden/);
            await page.getByText(t("plain.no_webgl"), { exact: true }).waitFor();
            await page.getByLabel("Benutzername").fill("teacher");
            await page.getByLabel("Passwort").fill("schulkit-demo");
            await page.getByRole("button", { name: "Anmelden" }).click();
            await page.getByRole("heading", { level: 1, name: t("nav.home") }).waitFor();
        });
    } finally {
        await poor.close();
    }
});
