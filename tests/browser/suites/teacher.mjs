// A teacher of GYM-03: the projector of room 204 is broken, or it is the WLAN; and what became of it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { DEVICES, LAYOUTS, choose, fill, go_to, heading, launch, press, ready, route, scan, shoot, t, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

const PROJECTOR = "BEA0204";

let browser;
let server;

before(async () => {
    server = await start_demo_server();
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const room_204 = t("ticket.room", { room: "204" });

async function open_report(page) {
    await go_to(page, t("nav.report"));
    await heading(page, t("nav.report")).waitFor();
}

async function choose_room_204(page) {
    await choose(page.getByRole("combobox", { name: t("report.room"), exact: true }), "204");
}

/// Fills in the form for the chosen device and sends it. → the ticket's number, "#123"
async function report(page, title, description) {
    const words = page.getByRole("textbox", { name: t("ticket.title"), exact: true });
    if (title !== null) await fill(words, title);
    await fill(page.getByRole("textbox", { name: t("ticket.description"), exact: true }), description);
    await shoot(page, "report");
    await press(page.getByRole("button", { name: t("report.send"), exact: true }));
    const thanks = page.getByRole("heading", { level: 1, name: t.pattern("report.thanks_staff") });
    await thanks.waitFor();
    const number = /#\d+/.exec(await thanks.innerText())[0];
    await shoot(page, "report-sent");
    return number;
}

async function stored_ticket(number) {
    const http = await sign_in_by_http(server, "teacher");
    return (await http.get(`/api/tickets/${number.slice(1)}`)).json;
}

async function is_about_projector(page) {
    await page.getByText(new RegExp(`^${PROJECTOR} · `)).waitFor();
}

for (const device of Object.keys(DEVICES)) {
    test(`the projector is found by its room and reported; the report and its state are mine (${device})`, async () => {
        await visit(browser, server, { as: "teacher", device }, async (page) => {
            await shoot(page, "home-teacher");
            await open_report(page);
            await shoot(page, "report-choose");
            await choose_room_204(page);
            const devices = page.getByRole("list", { name: t("report.room_devices", { room: room_204 }), exact: true });
            await shoot(page, "report-room");
            await press(devices.getByRole("listitem").filter({ hasText: PROJECTOR }).getByRole("link"));
            await is_about_projector(page);
            const title = `Beamer zeigt grünes Bild (${device})`;
            const number = await report(page, title, "Seit der 2. Stunde.\nKabel geprüft: ohne Wirkung.");

            await go_to(page, t("nav.my_tickets"));
            await heading(page, t("nav.my_tickets")).waitFor();
            const mine = page.getByRole("list", { name: t("nav.my_tickets"), exact: true }).getByRole("listitem")
                .filter({ has: page.getByRole("link", { name: `${number} ${title}`, exact: true }) });
            await mine.getByText(t("ticket.status.new"), { exact: true }).waitFor();
            await shoot(page, "my-reports");
            await press(mine.getByRole("link"));
            await heading(page, title).waitFor();
            await shoot(page, "ticket-teacher");

            const ticket = await stored_ticket(number);
            assert.equal(ticket.asset_tag, PROJECTOR);
            assert.equal(ticket.title, title);
            assert.equal(ticket.description, "Seit der 2. Stunde.\nKabel geprüft: ohne Wirkung.");
            assert.equal(ticket.status, "new");
            assert.equal(ticket.reporter, "teacher");
            assert.equal(ticket.channel, "browser");
            assert.equal(ticket.school_code, "GYM-03");
        });
    });
}

for (const device of LAYOUTS) {
    test(`the state in "Meine Meldungen" follows what the technician does (${device})`, async () => {
        const teacher = await sign_in_by_http(server, "teacher");
        const made = await teacher.post("/api/tickets", { asset_code: PROJECTOR, title: `Fernbedienung fehlt (${device})` });
        assert.equal(made.status, 201, made.text);
        const technician = await sign_in_by_http(server, "technician");
        await visit(browser, server, { as: "teacher", device, path: "/#/meldungen" }, async (page) => {
            const mine = page.getByRole("list", { name: t("nav.my_tickets"), exact: true }).getByRole("listitem")
                .filter({ hasText: made.json.title });
            await mine.getByText(t("ticket.status.new"), { exact: true }).waitFor();
            const taken = await technician.patch(`/api/tickets/${made.json.id}`,
                { status: "accepted", assignee: "technician", version: made.json.version });
            assert.equal(taken.status, 200, taken.text);
            await mine.getByText(t("ticket.status.accepted"), { exact: true }).waitFor(); // without a reload
        });
    });

    test(`the projector is found by typing its tag, in any case (${device})`, async () => {
        await visit(browser, server, { as: "teacher", device }, async (page) => {
            await open_report(page);
            const search = page.getByRole("searchbox", { name: t("report.search"), exact: true });
            await fill(search, PROJECTOR.toLowerCase());
            const hits = page.getByRole("list", { name: t("report.hits"), exact: true });
            await hits.getByRole("listitem").filter({ hasText: PROJECTOR }).getByRole("link").waitFor();
            await search.press("Enter");
            await ready(page);
            await is_about_projector(page);
            const number = await report(page, `Lampe blinkt (${device})`, "");
            assert.equal((await stored_ticket(number)).asset_tag, PROJECTOR);
        });
    });

    test(`a scanner leads to the device from anywhere, and to its report from "Defekt melden" (${device})`, async () => {
        await visit(browser, server, { as: "teacher", device }, async (page) => {
            await scan(page, PROJECTOR);
            await page.waitForFunction(() => location.hash !== "#/" && location.hash !== "");
            await ready(page);
            await page.getByRole("main").getByText(PROJECTOR, { exact: true }).first().waitFor();

            await open_report(page);
            const search = page.getByRole("searchbox", { name: t("report.search"), exact: true });
            await search.focus();
            await scan(page, PROJECTOR);
            await is_about_projector(page);
            const number = await report(page, `Bild flackert (${device})`, "Mit dem Scanner gefunden.");
            assert.equal((await stored_ticket(number)).asset_tag, PROJECTOR);
        });
    });

    test(`scanning into a half-filled report leaves what was typed alone (${device})`, async () => {
        await visit(browser, server, { as: "teacher", device, path: `/#/melden?geraet=${PROJECTOR}` }, async (page) => {
            const description = page.getByRole("textbox", { name: t("ticket.description"), exact: true });
            await fill(description, "Bild ist schief");
            await description.focus();
            await scan(page, PROJECTOR);
            assert.equal(await description.inputValue(), "Bild ist schief");
            await fill(description, "");
        });
    });

    test(`it is the WLAN of the room (${device})`, async () => {
        await visit(browser, server, { as: "teacher", device }, async (page) => {
            await open_report(page);
            await choose_room_204(page);
            const services = page.getByRole("list", { name: t("report.room_services", { room: room_204 }), exact: true });
            await press(services.getByRole("link", { name: t("report.in_room", { what: "WLAN", room: room_204 }), exact: true }));
            const title = await page.getByRole("textbox", { name: t("ticket.title"), exact: true }).inputValue();
            assert.match(title, /WLAN.*204/);
            const number = await report(page, null, "Die Tablets finden das Netz nicht.");
            const ticket = await stored_ticket(number);
            assert.equal(ticket.title, title);
            assert.match(ticket.asset_tag, /GYM-03-WLAN/);
        });
    });

    test(`a report without a title is not sent, and says why (${device})`, async () => {
        await visit(browser, server, { as: "teacher", device, path: `/#/melden?geraet=${PROJECTOR}` }, async (page) => {
            const title = page.getByRole("textbox", { name: t("ticket.title"), exact: true });
            await press(page.getByRole("button", { name: t("report.send"), exact: true }));
            assert.equal(await title.getAttribute("aria-invalid"), "true");
            assert.match(route(page), /^#\/melden/);
            await page.getByText(t("error.required"), { exact: true }).waitFor();
        });
    });
}
