// A technician works on a ticket, and sees from the device all there ever was about it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { LAYOUTS, fact, fill, go_to, heading, launch, press, shoot, t, visit } from "../page.mjs";
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

async function report(title) {
    const teacher = await sign_in_by_http(server, "teacher");
    const made = await teacher.post("/api/tickets",
        { asset_code: "BEA0204", title, description: "Seit heute früh.\nBitte bald." });
    assert.equal(made.status, 201, made.text);
    return made.json;
}

for (const device of LAYOUTS) {
    test(`a ticket is seen with its device, commented, taken and resolved (${device})`, async () => {
        const earlier = await report(`Lüfter ist laut (${device})`);
        const ticket = await report(`Beamer geht nicht an (${device})`);
        await visit(browser, server, { as: "technician", device }, async (page) => {
            await shoot(page, "home-technician");
            await go_to(page, t("nav.tickets"));
            await heading(page, t("nav.tickets")).waitFor();
            await shoot(page, "tickets");
            await press(page.getByRole("table", { name: t("nav.tickets"), exact: true })
                .getByRole("link", { name: ticket.title, exact: true }));
            await heading(page, ticket.title).waitFor();
            await page.getByText("Bitte bald.").waitFor();
            await fact(page, t("ticket.device"), t("asset.tag")).getByText("BEA0204", { exact: true }).waitFor();
            await fact(page, t("ticket.device"), t("asset.room")).getByText("204", { exact: true }).waitFor();

            const comment = page.getByRole("textbox", { name: t("ticket.new_comment"), exact: true });
            await fill(comment, "Ich komme in der großen Pause.\nBitte den Schlüssel bereithalten.");
            await press(page.getByRole("button", { name: t("ticket.add_comment"), exact: true }));
            const comments = page.getByRole("list", { name: t("ticket.comments"), exact: true });
            await comments.getByText(/Ich komme in der großen Pause\./).waitFor();
            assert.equal(await comment.inputValue(), "");

            await press(page.getByRole("button", { name: t("ticket.step.take"), exact: true }));
            await page.getByText(t("ticket.status.accepted"), { exact: true }).first().waitFor();
            await fact(page, t("ticket.facts"), t("ticket.assignee")).getByText("technician", { exact: true }).waitFor();
            await shoot(page, "ticket");

            await press(page.getByRole("button", { name: t("ticket.step.resolve"), exact: true }));
            const dialog = page.getByRole("dialog");
            await fill(dialog.getByRole("textbox", { name: t("ticket.closing_comment"), exact: true }), "Lampe getauscht.");
            await shoot(page, "ticket-resolve");
            await press(dialog.getByRole("button", { name: t("ticket.resolve_now"), exact: true }));
            await page.getByText(t("ticket.status.resolved"), { exact: true }).first().waitFor();
            await comments.getByText("Lampe getauscht.").waitFor();
            await shoot(page, "ticket-resolved");

            // from the device: all its tickets, open and done
            await press(page.getByRole("link", { name: ticket.asset_name, exact: true }));
            await heading(page, ticket.asset_name).waitFor();
            const all = page.getByRole("list", { name: t("device.tickets"), exact: true }).getByRole("listitem");
            await all.filter({ hasText: ticket.title }).getByText(t("ticket.status.resolved"), { exact: true }).waitFor();
            await all.filter({ hasText: earlier.title }).getByText(t("ticket.status.new"), { exact: true }).waitFor();
            await shoot(page, "device-tickets");
        });

        const http = await sign_in_by_http(server, "technician");
        const stored = (await http.get(`/api/tickets/${ticket.id}`)).json;
        assert.equal(stored.status, "resolved");
        assert.equal(stored.assignee, "technician");
        const { items } = (await http.get(`/api/tickets/${ticket.id}/comments`)).json;
        assert.deepEqual(items.map(({ author, text }) => [author, text]), [
            ["technician", "Ich komme in der großen Pause.\nBitte den Schlüssel bereithalten."],
            ["technician", "Lampe getauscht."],
        ]);
    });

    test(`the device is found by its label and corrected on a ticket (${device})`, async () => {
        const ticket = await report(`Kein Bild (${device})`);
        const http = await sign_in_by_http(server, "technician");
        const other = (await http.get("/api/assets?school_code=GYM-03&category=Beamer&limit=5")).json.items
            .find(({ tag }) => tag !== "BEA0204");
        await visit(browser, server, { as: "technician", device, path: `/#/tickets/${ticket.id}` }, async (page) => {
            await press(page.getByRole("button", { name: t("ticket.correct_device"), exact: true }));
            const dialog = page.getByRole("dialog");
            await fill(dialog.getByRole("textbox", { name: t("ticket.device_code"), exact: true }), other.tag);
            await press(dialog.getByRole("button", { name: t("ticket.device_save"), exact: true }));
            await fact(page, t("ticket.device"), t("asset.tag")).getByText(other.tag, { exact: true }).waitFor();
        });
        assert.equal((await http.get(`/api/tickets/${ticket.id}`)).json.asset_id, other.id);
    });
}
