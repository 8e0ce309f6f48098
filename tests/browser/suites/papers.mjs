// The papers of a loan that were signed by hand and are added later, and the letterhead. How they come to be, what stands in
// them and how one signs on the screen is the walk's (kit_year).

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { launch, press, press_for_message, ready, shoot, t, touch, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

let browser;
let server;
let office;
let kit; // that nobody has, ready to go out
let school;

before(async () => {
    server = await start_demo_server();
    office = await sign_in_by_http(server, "coordinator");
    browser = await launch();
    const { json: board } = await office.get("/api/board");
    const { json: complete } = await office.get("/api/kits?limit=200&condition=complete");
    const taken = new Set(board.loans.map(({ kit_id }) => kit_id));
    const { id: kit_id } = complete.items.find(({ id, ready: is_ready }) => is_ready && !taken.has(id));
    kit = (await office.get(`/api/kits/${kit_id}`)).json;
    school = (await office.get("/api/schools?q=GYM-03")).json.items[0];
    for (const { code } of (await office.get("/api/requirements")).json.items) {
        const met = await office.write("PUT", `/api/schools/${school.id}/requirements/${code}`,
            { state: "met", evidence: "geprüft", valid_until: null });
        assert.equal(met.status, 200, met.text);
    }
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const folder = mkdtempSync(join(tmpdir(), "schulkit-papers-"));
const huge_photo = join(folder, "Foto.jpg");
writeFileSync(huge_photo, Buffer.alloc(60 << 20, 0xff));
after(() => rmSync(folder, { recursive: true }));

const button = (page, key) => page.getByRole("button", { name: t(key), exact: true });

async function done(answer) {
    const { status, text, json } = await answer;
    assert.ok(status < 300, text);
    return json;
}

/// → the number of a loan whose papers wait for a signature by hand
async function lent_on_paper() {
    const technician = await sign_in_by_http(server, "technician");
    const year = (await done(office.get("/api/board"))).school_years[0].id;
    const asked = await done(office.post("/api/loans",
        { kit_id: kit.id, school_id: school.id, first_school_year: year, school_years: 1, purpose: "Erklärvideos" }));
    await done(office.post(`/api/loans/${asked.id}/approve`, {}));
    const scanned = kit.slots.flatMap(({ asset_tag }) => asset_tag ?? []);
    await done(technician.post(`/api/loans/${asked.id}/hand-over`,
        { scanned, signed_by: { name: "Dr. Petra Lindhorst", function: "Schulleitung" } }));
    return asked.id;
}

test("the school adds what was signed on paper, hears what is none, and only then nothing is pending", async () => {
    const number = await lent_on_paper();
    const pending = async () => (await office.get(`/api/loans/${number}`)).json.signature_pending;
    assert.equal(await pending(), true);
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/basis/koffer`);
        await page.getByText(t("handover.signature_pending"), { exact: true }).first().waitFor();
    });
    const expected = [/status of 422 .*\/api\/attachments/, /status of 413 .*\/api\/attachments/];
    await visit(browser, server, { as: "teacher", device: "desktop", expected }, async (page) => {
        await page.goto(`${server.url}/#/ausleihen/${number}`);
        await page.getByText(t("handover.signature_pending"), { exact: true }).first().waitFor();
        await shoot(page, "loan-pending");
        await press(button(page, "papers.add_signed"));
        const files = page.getByLabel(t("attachment.choose_file"), { exact: true });
        await files.setInputFiles({ name: "Vertrag.pdf", mimeType: "application/pdf", buffer: Buffer.from("kein PDF") });
        await page.getByText(t("error.not_a_pdf"), { exact: true }).waitFor();
        await press(button(page, "attachment.forget"));
        await files.setInputFiles(huge_photo); // by its path: so much does not go through the browser's wire
        await page.getByText(t("attachment.too_large", { size: "10 MB" }), { exact: true }).waitFor();
        await press(button(page, "attachment.forget"));
        const [agreement] = (await office.get(`/api/loans/${number}/papers`)).json.items;
        const signed = await page.request.get(`${server.url}/api/loans/${number}/papers/${agreement.id}`);
        await files.setInputFiles({ name: "Unterschrieben.pdf", mimeType: "application/pdf", buffer: await signed.body() });
        await page.getByText(/^Unterschrieben\.pdf · /).waitFor();
        await ready(page);
        await shoot(page, "loan-adding");
        await press_for_message(button(page, "papers.send"), t("papers.added"));
        await page.getByRole("link", { name: t("papers.signed_copy", { name: "Unterschrieben.pdf" }), exact: true }).first().waitFor();
        assert.equal(await page.getByText(t("handover.signature_pending"), { exact: true }).count(), 0);
        await shoot(page, "loan-signed");
    });
    assert.equal(await pending(), false);
});

test("the office finds the letterhead beside the papers and changes it", async () => {
    const { json: loans } = await office.get("/api/loans?state=handed_over&school_code=GYM-03");
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/ausleihen/${loans.items[0].id}`);
        const opening = page.context().waitForEvent("page");
        await touch(page.getByRole("link", { name: t("papers.settings"), exact: true }));
        const form = await opening;
        await form.getByRole("heading", { level: 1, name: t("papers.settings"), exact: true }).waitFor();
        await form.getByLabel(t("paper_settings.place"), { exact: true }).fill("Ahornstadt");
        if (process.env.SCHULKIT_PICTURES) await form.screenshot({ path: "build/screenshots/paper-settings-desktop.png" });
        await form.getByRole("button", { name: t("device_form.save"), exact: true }).click();
        await form.getByText(t("papers.settings_saved"), { exact: true }).waitFor();
        assert.equal(await form.getByLabel(t("paper_settings.place"), { exact: true }).inputValue(), "Ahornstadt");
    });
});
