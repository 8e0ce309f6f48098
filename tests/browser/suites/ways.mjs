// The five steps of the school's day — sign in; find a device; read a list in; report the projector of room 204; take
// and resolve the report — done three times over: with the keyboard alone, with a finger alone, by role and name alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { arrow_to, by_name, finger, go_to, hide_canvas, keyboard, tab_to } from "../hands.mjs";
import { choose, fact, heading, launch, ready, t, visit } from "../page.mjs";
import { DEMO_PASSWORD, start_demo_server } from "../server.mjs";

const PROJECTOR = "BEA0204";

let browser;
let server;
let projector;

before(async () => {
    server = await start_demo_server();
    projector = await (await sign_in_by_http(server, "teacher")).find_asset(PROJECTOR);
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const WAYS = {
    "the keyboard alone": {
        device: "desktop", letter: "T", hand: keyboard,
        async sign_in(page, username) {
            await page.keyboard.press("Escape"); // a key, so that the first Tab is one of a person
            await keyboard.type(page.getByRole("textbox", { name: "Benutzername" }), username);
            await keyboard.type(page.getByLabel("Passwort"), DEMO_PASSWORD);
            await page.keyboard.press("Enter");
        },
        async find_device(page, tag, name) {
            await page.keyboard.press("/");
            const dialog = page.getByRole("dialog", { name: t("palette.title") });
            await dialog.waitFor();
            await page.keyboard.type(tag.toLowerCase(), { delay: 55 });
            await dialog.getByRole("link", { name }).waitFor();
            await ready(page);
            await page.keyboard.press("ArrowDown");
            await page.keyboard.press("Enter");
        },
        /// The list of rooms is the browser's own: letters and arrows choose in it.
        async choose_projector(page) {
            const rooms = page.getByRole("combobox", { name: t("report.room"), exact: true });
            await tab_to(rooms);
            await page.keyboard.type("Raum 2");
            for (let count = 0; count < 9 && await rooms.inputValue() !== "204"; ++count) await page.keyboard.press("ArrowDown");
            const devices = page.getByRole("list", { name: t("report.room_devices", { room: t("ticket.room", { room: "204" }) }), exact: true });
            await devices.waitFor();
            await ready(page);
            const links = devices.getByRole("link");
            await tab_to(links.first());
            await arrow_to(devices.getByRole("listitem").filter({ hasText: PROJECTOR }).getByRole("link"));
            await page.keyboard.press("Enter");
        },
        async open_ticket(table, title) {
            await tab_to(table.getByRole("link").first());
            await arrow_to(table.getByRole("link", { name: title, exact: true }));
            await table.page().keyboard.press("Enter");
        },
    },
    "a finger alone": {
        device: "phone", letter: "F", hand: finger,
        async sign_in(page, username) {
            await finger.type(page.getByRole("textbox", { name: "Benutzername" }), username);
            await finger.type(page.getByLabel("Passwort"), DEMO_PASSWORD);
            await finger.press(page.getByRole("button", { name: "Anmelden", exact: true }));
        },
        async find_device(page, tag, name) {
            await finger.press(page.getByRole("banner").getByRole("button", { name: t("ui.search"), exact: true }));
            const dialog = page.getByRole("dialog", { name: t("palette.title") });
            await finger.type(dialog.getByRole("searchbox"), tag);
            await ready(page);
            await finger.press(dialog.getByRole("link", { name }));
        },
        async choose_projector(page) {
            await finger.type(page.getByRole("searchbox", { name: t("report.search"), exact: true }), "beamer 204");
            const hits = page.getByRole("list", { name: t("report.hits"), exact: true });
            await hits.waitFor();
            await ready(page);
            await finger.press(hits.getByRole("listitem").filter({ hasText: PROJECTOR }).getByRole("link"));
        },
        open_ticket: (table, title) => finger.press(table.getByRole("link", { name: title, exact: true })),
    },
    "role and name alone, the canvas hidden": {
        device: "desktop", letter: "N", hand: by_name,
        async sign_in(page, username) {
            await hide_canvas(page);
            await page.getByRole("textbox", { name: "Benutzername" }).fill(username);
            await page.getByLabel("Passwort").fill(DEMO_PASSWORD);
            await page.getByRole("button", { name: "Anmelden", exact: true }).click();
        },
        async find_device(page, tag, name) {
            await page.getByRole("navigation").getByRole("link", { name: t("nav.assets"), exact: true }).click();
            await page.getByRole("searchbox", { name: t("inventory.search") }).fill(tag);
            await page.getByRole("row").filter({ hasText: tag }).getByRole("link", { name }).click();
        },
        async choose_projector(page) {
            await choose(page.getByRole("combobox", { name: t("report.room"), exact: true }), "204");
            const devices = page.getByRole("list", { name: t("report.room_devices", { room: t("ticket.room", { room: "204" }) }), exact: true });
            await devices.getByRole("listitem").filter({ hasText: PROJECTOR }).getByRole("link").click();
        },
        open_ticket: (table, title) => table.getByRole("link", { name: title, exact: true }).click(),
    },
};

async function running(page) {
    await page.waitForFunction(() => document.body.dataset.state === "running");
    await ready(page);
}

async function use(way, who, body) {
    await visit(browser, server, { device: way.device }, async (page) => {
        await way.sign_in(page, who);
        await running(page);
        await body(page);
        if (way.hand === by_name) {
            assert.equal(await page.locator("#canvas").evaluate((canvas) => getComputedStyle(canvas).visibility), "hidden");
        }
    });
}

for (const [name, way] of Object.entries(WAYS)) {
    const { hand, letter } = way;

    test(`one signs in, finds a device by its label and sees its page: ${name}`, async () => {
        await use(way, "technician", async (page) => {
            await page.getByRole("button", { name: t("ui.account_of", { name: "technician" }) }).waitFor();
            await way.find_device(page, PROJECTOR, projector.name);
            await heading(page, projector.name).waitFor();
            await ready(page);
            const facts = t("device.facts");
            await fact(page, facts, t("asset.tag")).getByText(PROJECTOR, { exact: true }).waitFor();
            await fact(page, facts, t("asset.room")).getByText("204", { exact: true }).waitFor();
        });
    });

    test(`a small list is read in, with its preview first: ${name}`, async () => {
        const tags = [1, 2, 3].map((number) => `WEG${letter}000${number}`);
        const lines = tags.map((tag) => `${tag};Notebook für Übungen;Notebook;GYM-03;204`);
        const list = `Inventarnummer;Bezeichnung;Kategorie;Schule;Raum\r\n${lines.join("\r\n")}\r\n`;
        const http = await sign_in_by_http(server, "coordinator");
        await use(way, "coordinator", async (page) => {
            await go_to(hand, page, t("nav.import"));
            await hand.choose_file(page.getByLabel(t("import.choose_file"), { exact: true }), {
                name: "Liste.csv", mimeType: "text/csv", buffer: Buffer.from(list),
            });
            await page.getByText(t("import.fine"), { exact: true }).waitFor();
            await ready(page);
            await fact(page, t("import.counts"), t("import.created")).getByText("3", { exact: true }).waitFor();
            assert.equal((await http.get(`/api/lookup/${tags[0]}`)).status, 404, "a preview stores nothing");
            await hand.press(page.getByRole("button", { name: t("import.take"), exact: true }));
            await page.getByRole("status").getByText(t("import.stored"), { exact: true }).waitFor();
            await ready(page);
        });
        for (const tag of tags) assert.equal((await http.find_asset(tag)).name, "Notebook für Übungen");
    });

    test(`the projector of room 204 is reported, taken and resolved, and the teacher sees it: ${name}`, async () => {
        const title = `Beamer zeigt nichts (${letter})`;
        await use(way, "teacher", async (page) => {
            await go_to(hand, page, t("nav.report"));
            await way.choose_projector(page);
            await page.getByRole("region", { name: t("report.device") }).getByText(PROJECTOR).first().waitFor();
            await ready(page);
            await hand.type(page.getByRole("textbox", { name: t("ticket.title"), exact: true }), title);
            await hand.type(page.getByRole("textbox", { name: t("ticket.description"), exact: true }), "Seit der 2. Stunde.");
            await hand.press(page.getByRole("button", { name: t("report.send"), exact: true }));
            await page.getByRole("heading", { name: t.pattern("report.thanks_staff") }).waitFor();
        });
        await use(way, "technician", async (page) => {
            await go_to(hand, page, t("nav.tickets"));
            const table = page.getByRole("table", { name: t("nav.tickets"), exact: true });
            await table.waitFor();
            await ready(page);
            await way.open_ticket(table, title);
            await heading(page, title).waitFor();
            await ready(page);
            await hand.press(page.getByRole("button", { name: t("ticket.step.take"), exact: true }));
            await fact(page, t("ticket.facts"), t("ticket.assignee")).getByText("technician", { exact: true }).waitFor();
            await ready(page);
            await hand.press(page.getByRole("button", { name: t("ticket.step.resolve"), exact: true }));
            const dialog = page.getByRole("dialog");
            await dialog.waitFor();
            await ready(page);
            await hand.type(dialog.getByRole("textbox", { name: t("ticket.closing_comment"), exact: true }), "Kabel getauscht.");
            await hand.press(dialog.getByRole("button", { name: t("ticket.resolve_now"), exact: true }));
            await page.getByText(t("ticket.status.resolved"), { exact: true }).first().waitFor();
            await ready(page);
        });
        await use(way, "teacher", async (page) => {
            await go_to(hand, page, t("nav.my_tickets"));
            await hand.press(page.getByRole("link", { name: t("my_reports.done"), exact: true }));
            const mine = page.getByRole("list", { name: t("nav.my_tickets"), exact: true }).getByRole("listitem")
                .filter({ hasText: title });
            await mine.getByText(t("ticket.status.resolved"), { exact: true }).waitFor();
            await hand.press(mine.getByRole("link"));
            await heading(page, title).waitFor();
            await page.getByText("Kabel getauscht.").first().waitFor();
            await ready(page);
        });
        const technician = await sign_in_by_http(server, "technician");
        const { items } = (await technician.get("/api/tickets?limit=5&sort=-created_at")).json;
        const stored = items.find((each) => each.title === title);
        assert.equal(stored?.asset_tag, PROJECTOR);
        assert.equal(stored.status, "resolved");
        assert.equal(stored.assignee, "technician");
    });
}
