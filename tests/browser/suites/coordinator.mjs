// The coordinator takes a county's list over, finds devices, and changes one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { county_list } from "../device_list.mjs";
import {
    LAYOUTS, choose, fact, fill, go_to, heading, is_phone, launch, press, press_for_message, ready, route, see_and_hear,
    shoot, t, visit,
} from "../page.mjs";
import { start_demo_server } from "../server.mjs";

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

function devices_table(page) {
    return page.getByRole("table", { name: t("inventory.table"), exact: true });
}

/// The rows that are drawn, without the header.
function device_rows(page) {
    return devices_table(page).getByRole("row").filter({ has: page.getByRole("link") });
}

/// Filters hide behind a button on a phone.
async function open_filters(page) {
    if (!is_phone(page)) return;
    const open = page.getByRole("combobox", { name: t("asset.status"), exact: true });
    if (await open.count() === 0) await press(page.getByRole("button", { name: /^Filter/ }));
}

for (const device of LAYOUTS) {
    const letter = device === "phone" ? "P" : "K";

    test(`the coordinator takes over a county's list: preview, errors, the good rows (${device})`, async () => {
        const list = county_list(letter);
        await visit(browser, server, { as: "coordinator", device }, async (page) => {
            await go_to(page, t("nav.import"));
            await heading(page, t("import.title")).waitFor();
            await shoot(page, "import-choose");
            await page.getByLabel(t("import.choose_file"), { exact: true }).setInputFiles({
                name: "Inventar Stand 31.08.csv", mimeType: "text/csv", buffer: list.bytes,
            });
            await ready(page);

            // what would happen
            await page.getByRole("status").getByText(t("import.has_rejected.other", { count: 2 })).waitFor();
            const counts = t("import.counts");
            await fact(page, counts, t("import.created")).getByText(String(list.good.length), { exact: true }).waitFor();
            await fact(page, counts, t("import.rejected")).getByText("2", { exact: true }).waitFor();
            const recognised = t("import.recognised");
            await fact(page, recognised, t("import.encoding")).getByText("Windows-1252").waitFor();

            // what is wrong: row, column, value, reason
            const rejected = page.getByRole("table", { name: t("import.rejected_rows"), exact: true });
            const [bad_date, bad_school] = list.bad;
            const row_number = (row) => (is_phone(page) ? t("import.row_number", { row }) : String(row)); // cards have no header
            const date_row = rejected.getByRole("row").filter({ hasText: bad_date.value });
            await date_row.getByText(row_number(bad_date.row), { exact: true }).waitFor();
            await date_row.getByText(t("asset.purchased_on"), { exact: true }).waitFor();
            const school_row = rejected.getByRole("row").filter({ hasText: bad_school.value });
            await school_row.getByText(row_number(bad_school.row), { exact: true }).waitFor();
            await school_row.getByText(t("asset.school_code"), { exact: true }).waitFor();
            await shoot(page, "import-preview");

            const http = await sign_in_by_http(server, "coordinator");
            const before_it = await http.get(`/api/lookup/${list.good[0].tag}`);
            assert.equal(before_it.status, 404, "a preview stores nothing");

            await press(page.getByRole("button", { name: t("import.take_good_rows"), exact: true }));
            await page.getByRole("status").getByText(t("import.stored"), { exact: true }).waitFor();
            await shoot(page, "import-stored");

            // found in the inventory by its words, written differently
            await press(page.getByRole("link", { name: t("device.to_inventory"), exact: true }));
            await fill(page.getByRole("searchbox", { name: t("inventory.search") }), `${list.good[0].tag} schuelerbuecherei`);
            await press(device_rows(page).getByRole("link", { name: list.good[0].name, exact: true }));
            await heading(page, list.good[0].name).waitFor();
            const facts = t("device.facts");
            await fact(page, facts, t("asset.purchased_on")).getByText("31.08.2024", { exact: true }).waitFor();
            await fact(page, facts, t("asset.price_cents")).getByText("1.234,56 €", { exact: true }).waitFor();
            await fact(page, facts, t("asset.status")).getByText(t("asset.status.in_use"), { exact: true }).waitFor();

            const stored = await http.find_asset(list.good[0].tag);
            assert.equal(stored.notes, "Netzteil fehlt,\nAufkleber \"Übergabe\" am Deckel");
            assert.equal((await http.find_asset(list.good[1].tag)).status, "in_repair");
            assert.equal((await http.find_asset(list.good[1].tag)).notes, "Lüfter „rattert“");
            for (const { tag } of list.bad) assert.equal((await http.get(`/api/lookup/${tag}`)).status, 404, tag);
        });
    });

    test(`the inventory is filtered by school, category and status, and paged (${device})`, async () => {
        await visit(browser, server, { as: "coordinator", device }, async (page) => {
            await go_to(page, t("nav.assets"));
            await heading(page, t("nav.assets")).waitFor();
            await shoot(page, "inventory");

            await page.getByText(/^1–50 von /).waitFor();
            const last = await device_rows(page).last().innerText(); // beside the buttons, so it is drawn
            await press(page.getByRole("button", { name: t("ui.pager_next"), exact: true }));
            await see_and_hear(page, /^51–100 von /);
            assert.notEqual(await device_rows(page).last().innerText(), last);
            await press(page.getByRole("button", { name: t("ui.pager_previous"), exact: true }));
            await page.getByText(/^1–50 von /).waitFor();
            assert.equal(await device_rows(page).last().innerText(), last);

            await open_filters(page);
            await choose(page.getByRole("combobox", { name: t("asset.school_code"), exact: true }), "GYM-03");
            await open_filters(page);
            await choose(page.getByRole("combobox", { name: t("asset.category"), exact: true }), "Beamer");
            await open_filters(page);
            await choose(page.getByRole("combobox", { name: t("asset.status"), exact: true }), "in_use");
            const check = async () => {
                const rows = await device_rows(page).allInnerTexts();
                assert.ok(rows.length >= 3, rows.join("\n"));
                for (const row of rows) {
                    assert.match(row, /BE[A-Z0-9]+/);
                    assert.ok(row.includes(t("asset.status.in_use")), row);
                    if (!is_phone(page)) assert.ok(row.includes("GYM-03") && row.includes("Beamer"), row);
                }
            };
            await check();
            await shoot(page, "inventory-filtered");

            // the address holds them: a reload, or somebody else's click on it, shows the same
            const shared = route(page);
            assert.match(shared, /GYM-03/);
            await page.reload();
            await devices_table(page).waitFor();
            await ready(page);
            assert.equal(route(page), shared);
            await check();
        });
    });

    test(`a device is opened and changed, and its history says so (${device})`, async () => {
        const http = await sign_in_by_http(server, "coordinator");
        const made = await http.post("/api/assets", {
            tag: `HI${letter}0001`, name: `Notebook für Verlauf ${letter}`, category: "Notebook", school_code: "GYM-03",
            status: "in_use", room: "204",
        });
        assert.equal(made.status, 201, made.text);
        await visit(browser, server, { as: "coordinator", device }, async (page) => {
            await go_to(page, t("nav.assets"));
            await fill(page.getByRole("searchbox", { name: t("inventory.search") }), made.json.tag);
            await press(device_rows(page).getByRole("link", { name: made.json.name, exact: true }));
            await heading(page, made.json.name).waitFor();
            await shoot(page, "device");

            await press(page.getByRole("link", { name: t("device.edit"), exact: true }));
            const room = page.getByRole("textbox", { name: t("asset.room"), exact: true });
            assert.equal(await room.inputValue(), "204");
            await fill(room, "205");
            await fill(page.getByRole("textbox", { name: t("asset.notes"), exact: true }), "Steht jetzt im Übungsraum.\nGröße: 15″");
            await shoot(page, "device-form");
            await press_for_message(page.getByRole("button", { name: t("device_form.save"), exact: true }),
                t("device_form.saved", { name: made.json.name }));
            await heading(page, made.json.name).waitFor();
            await fact(page, t("device.facts"), t("asset.room")).getByText("205", { exact: true }).waitFor();
            const history = page.getByRole("list", { name: t("history.title"), exact: true });
            const change = history.getByRole("listitem").filter({ hasText: `${t("asset.room")}: 204 → 205` });
            await change.getByText(/^coordinator · /).waitFor();
            await shoot(page, "device-history");
        });
        const stored = await http.find_asset(made.json.tag);
        assert.equal(stored.room, "205");
        assert.equal(stored.notes, "Steht jetzt im Übungsraum.\nGröße: 15″");
        assert.equal(stored.version, made.json.version + 1);
    });
}
