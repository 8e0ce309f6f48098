// The papers of a loan: signed on the screen, downloaded as PDF and read; or signed on paper and added later.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { SIGNATURE_TEXTS } from "../../../web/signature_texts.mjs";
import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { fill, launch, press, press_for_message, ready, scan, shoot, t, touch, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

const pad_text = SIGNATURE_TEXTS.de;

let browser;
let server;
let office;
let kits; // that nobody has, ready to go out
let school;

before(async () => {
    server = await start_demo_server();
    office = await sign_in_by_http(server, "coordinator");
    browser = await launch();
    const { json: board } = await office.get("/api/board");
    const { json: complete } = await office.get("/api/kits?limit=200&condition=complete");
    const taken = new Set(board.loans.map(({ kit_id }) => kit_id));
    kits = complete.items.filter(({ id, ready: is_ready }) => is_ready && !taken.has(id));
    assert.ok(kits.length >= 2, `${kits.length} kits are free`);
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

const field = (page, role, key) => page.getByRole(role, { name: t(key), exact: true });
const button = (page, key) => page.getByRole("button", { name: t(key), exact: true });

/// → {number, kit} of a loan that has been promised
async function approved_loan() {
    const kit = (await office.get(`/api/kits/${kits.shift().id}`)).json;
    const year = (await office.get("/api/board")).json.school_years[0].id;
    const asked = await office.post("/api/loans",
        { kit_id: kit.id, school_id: school.id, first_school_year: year, school_years: 1, purpose: "Erklärvideos" });
    assert.equal(asked.status, 201, asked.text);
    const approved = await office.post(`/api/loans/${asked.json.id}/approve`, {});
    assert.equal(approved.status, 200, approved.text);
    return { number: asked.json.id, kit };
}

/// A session with every device scanned.
async function scan_all(page, { number, kit }) {
    await page.goto(`${server.url}/#/ausleihen/${number}`);
    await press(button(page, "loan.step.hand_over"));
    await page.getByRole("heading", { level: 1, name: /^Übergabe: / }).waitFor();
    const devices = kit.slots.filter(({ asset_tag }) => asset_tag !== null);
    for (const { asset_tag } of devices) await scan(page, asset_tag);
    await page.getByText(t("handover.progress", { seen: devices.length, expected: devices.length }), { exact: true }).waitFor();
}

async function name_signers(page) {
    await fill(field(page, "textbox", "handover.signer_name"), "Dr. Petra Lindhorst");
    await fill(field(page, "textbox", "handover.signer_function"), "Schulleitung");
    await fill(field(page, "textbox", "handover.county_signer_name"), "Jörg Weiß");
    await fill(field(page, "textbox", "handover.county_signer_function"), "Schul-IT");
}

/// A wave from the left to the right, in parts of the field.
const WAVE = Array.from({ length: 40 }, (_, i) => [0.1 + 0.02 * i, 0.5 + 0.25 * Math.sin(i / 2)]);

async function places_on(canvas) {
    const box = await canvas.boundingBox();
    return WAVE.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}

async function write_with_mouse(page, canvas) {
    const [first, ...more] = await places_on(canvas);
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    for (const { x, y } of more) await page.mouse.move(x, y);
    await page.mouse.up();
}

const canvas_of = (pad) => pad.getByRole("img", { name: pad_text.field, exact: true });

test("without a signature nothing is handed over; with both the papers are there as PDF and page", async () => {
    const loan = await approved_loan();
    const pencils = loan.kit.accessories[0];
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await scan_all(page, loan);
        const count = t("handover.count", { label: pencils.label, expected: pencils.quantity });
        await fill(page.getByRole("textbox", { name: count, exact: true }), String(pencils.quantity - 1));
        await name_signers(page);
        await press(button(page, "handover.complete_with_gaps"));
        await page.getByText(t("error.empty_signature"), { exact: true }).first().waitFor();
        await shoot(page, "signature-missing");

        await press(button(page, "handover.sign_school"));
        let pad = page.getByRole("dialog", { name: t("handover.sign_school"), exact: true });
        await pad.getByText("Dr. Petra Lindhorst, Schulleitung", { exact: true }).waitFor();
        await touch(pad.getByRole("button", { name: pad_text.take, exact: true }));
        await pad.getByText(pad_text.empty, { exact: true }).waitFor(); // and it stays open
        await write_with_mouse(page, canvas_of(pad));
        await shoot(page, "signature-pad");
        await pad.getByRole("button", { name: pad_text.take, exact: true }).click();
        await page.getByText(t("handover.signed_school"), { exact: true }).waitFor();

        await button(page, "handover.sign_county").click();
        pad = page.getByRole("dialog", { name: t("handover.sign_county"), exact: true });
        await write_with_mouse(page, canvas_of(pad));
        await pad.getByRole("button", { name: pad_text.clear, exact: true }).click();
        await pad.getByRole("button", { name: pad_text.take, exact: true }).click();
        await pad.getByText(pad_text.empty, { exact: true }).waitFor(); // begun again, it is empty
        await write_with_mouse(page, canvas_of(pad));
        await pad.getByRole("button", { name: pad_text.take, exact: true }).click();
        await page.getByText(t("handover.signed_county"), { exact: true }).waitFor();
        await button(page, "handover.complete_with_gaps").click();
        await page.getByRole("status").getByText(t("handover.completed.handover")).waitFor();
        await shoot(page, "handover-papers");

        const { json: papers } = await office.get(`/api/loans/${loan.number}/papers`);
        assert.deepEqual(papers.items.map(({ kind, signing }) => [kind, signing]), [["agreement", "drawn"], ["handover", "drawn"]]);
        const protocol = papers.items[1].number;
        const coming = page.waitForEvent("download");
        await page.getByRole("link", { name: t("papers.pdf_of", { paper: protocol }), exact: true }).click();
        const download = await coming;
        assert.equal(download.suggestedFilename(), `${protocol}.pdf`);
        const file = await download.path();
        const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
        for (const words of ["Übergabeprotokoll", protocol, "Landkreis Hohenwald", "Fehlt bei der Übergabe",
            `1 × ${pencils.label} (von ${pencils.quantity})`, loan.kit.slots[0].asset_tag, "Dr. Petra Lindhorst", "i. A. Jörg Weiß",
            "auf dem Bildschirm unterschrieben"]) assert.ok(text.includes(words), `${words} is not in\n${text}`);
        if (process.env.SCHULKIT_PICTURES) {
            execFileSync("pdftoppm", ["-r", "70", "-png", file, "build/screenshots/paper-handover"]);
            const agreement = await page.request.get(`${server.url}/api/loans/${loan.number}/papers/${papers.items[0].id}`);
            execFileSync("pdftoppm", ["-r", "70", "-png", "-", "build/screenshots/paper-agreement"], { input: await agreement.body() });
        }
        assert.equal(await page.getByText(t("handover.signature_pending"), { exact: true }).count(), 0);
    });
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/basis/koffer/${loan.number}`);
        const { json: papers } = await office.get(`/api/loans/${loan.number}/papers`);
        const title = `${t("loan_paper.kind.handover")} ${papers.items[1].number}`;
        await page.getByRole("link", { name: title, exact: true }).click();
        await page.getByRole("heading", { level: 1, name: "Übergabeprotokoll", exact: true }).waitFor();
        await page.getByRole("table").getByText(loan.kit.slots[0].asset_tag, { exact: true }).waitFor();
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the phone");
        if (process.env.SCHULKIT_PICTURES) await page.screenshot({ path: "build/screenshots/paper-page-phone.png", fullPage: true });
    });
});

test("by keyboard one chooses paper; the school adds what was signed, and only then nothing is pending", async () => {
    const loan = await approved_loan();
    await visit(browser, server, { as: "technician", device: "desktop" }, async (page) => {
        await scan_all(page, loan);
        await name_signers(page);
        await button(page, "handover.sign_school").focus();
        await page.keyboard.press("Enter");
        const pad = page.getByRole("dialog", { name: t("handover.sign_school"), exact: true });
        await pad.waitFor();
        await shoot(page, "signature-pad");
        const paper = pad.getByRole("button", { name: pad_text.paper, exact: true });
        for (let i = 0; i < 8 && !await paper.evaluate((element) => element === document.activeElement); ++i)
            await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await pad.waitFor({ state: "hidden" });
        await page.getByText(t("handover.paper_hint"), { exact: true }).waitFor();
        await shoot(page, "signing-on-paper");
        await press_for_message(button(page, "handover.complete.handover"), t("handover.completed.handover"));
        await page.getByText(t("handover.signature_pending"), { exact: true }).first().waitFor();
    });
    const pending = async () => (await office.get(`/api/loans/${loan.number}`)).json.signature_pending;
    assert.equal(await pending(), true);
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/basis/koffer`);
        await page.getByText(t("handover.signature_pending"), { exact: true }).first().waitFor();
    });
    const expected = [/status of 422 .*\/api\/attachments/, /status of 413 .*\/api\/attachments/];
    await visit(browser, server, { as: "teacher", device: "desktop", expected }, async (page) => {
        await page.goto(`${server.url}/#/ausleihen/${loan.number}`);
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
        const [agreement] = (await office.get(`/api/loans/${loan.number}/papers`)).json.items;
        const signed = await page.request.get(`${server.url}/api/loans/${loan.number}/papers/${agreement.id}`);
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
