// A requirement is missing: the school shows evidence with a file on a phone, the office confirms it; a training is
// evidence for another; a school comes to its end.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { pdf_file } from "../../contract/media.mjs";
import { ask_axe } from "../audit.mjs";
import { choose, fill, go_to, heading, launch, press, press_for_message, ready, shoot, t, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

let browser;
let server;
let office;
let school; // GYM-03
let labels; // of the requirements, by code

before(async () => {
    server = await start_demo_server();
    office = await sign_in_by_http(server, "coordinator");
    browser = await launch();
    school = (await office.get("/api/schools?q=GYM-03")).json.items[0];
    const { json: list } = await office.get("/api/requirements");
    labels = Object.fromEntries(list.items.map(({ code, label }) => [code, label]));
    for (const code of ["wlan", "training_plan"]) {
        const opened = await office.write("PUT", path_of(code), { state: "open", answer: "von vorn", evidence: null, valid_until: null });
        assert.equal(opened.status, 200, opened.text);
    }
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const path_of = (code) => `/api/schools/${school.id}/requirements/${code}`;
const field = (place, role, key) => place.getByRole(role, { name: t(key), exact: true });
const button = (place, key) => place.getByRole("button", { name: t(key), exact: true });
const entry = (page, words) => page.getByRole("button", { name: new RegExp(`^${words}`) }).first();
const dialog_of = (page, name) => page.getByRole("dialog", { name, exact: true });
const PDF = { name: "Messung WLAN.pdf", mimeType: "application/pdf", buffer: pdf_file("WLAN im Altbau") };

test("a contact shows evidence with a PDF on the phone; a PDF that is none is told", async () => {
    await visit(browser, server, { as: "teacher", device: "phone", expected: [/status of 422 .*\/api\/attachments/] }, async (page) => {
        await go_to(page, t("nav.loans_staff"));
        await press(page.getByRole("link", { name: t("requirements.title"), exact: true }));
        await heading(page, t("requirements.title")).waitFor();
        await press(entry(page, labels.wlan));
        const dialog = dialog_of(page, labels.wlan);
        await fill(field(dialog, "textbox", "school_requirement.evidence"), "Ausleuchtung im Altbau, 30 Tablets zugleich");
        const choice = dialog.getByLabel(t("attachment.choose_file"), { exact: true });
        await choice.setInputFiles({ ...PDF, name: "Nachweis.pdf", buffer: Buffer.from("<html>") });
        await dialog.getByText(t("error.not_a_pdf"), { exact: true }).first().waitFor();
        await press(button(dialog, "attachment.forget"));
        await choice.setInputFiles(PDF);
        await dialog.getByText(new RegExp(`^${PDF.name}`)).first().waitFor();
        await ready(page);
        await shoot(page, "evidence-submit");
        await press_for_message(button(dialog, "requirements.submit"), t("requirements.stored.submitted"));
    });
    const { json: shown } = await office.get(path_of("wlan"));
    assert.equal(shown.state, "submitted");
    assert.deepEqual(shown.attachments.map(({ name }) => name), [PDF.name]);
});

test("the coordinator sees the file, sends the evidence back, and confirms what comes again", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/voraussetzungen?schule=GYM-03`);
        await press(entry(page, labels.wlan));
        const dialog = dialog_of(page, labels.wlan);
        const link = dialog.getByRole("link", { name: new RegExp(`^${PDF.name}`) });
        await link.waitFor();
        const stored = await office.get(new URL(await link.evaluate(({ href }) => href)).pathname);
        assert.deepEqual(stored.bytes, PDF.buffer);
        await shoot(page, "evidence-confirm");
        await press(button(dialog, "requirements.send_back"));
        await dialog.getByText(t("error.required.answer"), { exact: true }).first().waitFor();
        await fill(field(dialog, "textbox", "school_requirement.answer"), "Bitte auch den Neubau messen.");
        await press_for_message(button(dialog, "requirements.send_back"), t("requirements.stored.open"));
    });
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/#/voraussetzungen`);
        await press(entry(page, labels.wlan));
        const dialog = dialog_of(page, labels.wlan);
        await dialog.getByText("Bitte auch den Neubau messen.").first().waitFor();
        await shoot(page, "evidence-sent-back");
        await fill(field(dialog, "textbox", "school_requirement.evidence"), "Altbau und Neubau gemessen");
        await press_for_message(button(dialog, "requirements.submit"), t("requirements.stored.submitted"));
    });
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/voraussetzungen?schule=GYM-03`);
        await press(entry(page, labels.wlan));
        await press_for_message(button(dialog_of(page, labels.wlan), "requirements.confirm"), t("requirements.stored.met"));
    });
    const { json: met } = await office.get(path_of("wlan"));
    assert.equal(met.state, "met");
    assert.equal(met.attachments.length, 1, "the file has stayed with it");
});

test("a training counts as evidence for another requirement, as long as the county's list says", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/voraussetzungen/liste`);
        await press(entry(page, labels.training_plan));
        const dialog = dialog_of(page, labels.training_plan);
        await fill(field(dialog, "textbox", "requirement.valid_months"), "24");
        await shoot(page, "requirement-edit");
        await press_for_message(button(dialog, "requirements.save"), t("requirements.list_stored"));
        await page.goto(`${server.url}/#/fortbildungen/neu`);
        await heading(page, t("trainings.create")).waitFor();
        await fill(field(page, "textbox", "training.title"), "Tablets im Unterricht");
        await fill(field(page, "textbox", "training.place"), "Medienzentrum");
        await choose(field(page, "combobox", "training.requirement_code"), "training_plan");
        await choose(field(page, "combobox", "trainings.add_label"), "GYM-03");
        await press(button(page, "trainings.add_school"));
        await fill(field(page, "textbox", "training_school.people"), "6");
        await shoot(page, "training-form");
        await press_for_message(button(page, "device_form.save"), t("device_form.created", { name: "Tablets im Unterricht" }));
        await heading(page, t("trainings.title")).waitFor();
        await ready(page);
        await shoot(page, "trainings");
    });
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/#/voraussetzungen`);
        await page.getByText("Tablets im Unterricht").first().waitFor();
        await press(entry(page, labels.training_plan));
        await dialog_of(page, labels.training_plan).getByText(/^Tablets im Unterricht, /).first().waitFor();
        await shoot(page, "evidence-by-training");
    });
    const { json: met } = await office.get(path_of("training_plan"));
    assert.equal(met.state, "met");
    assert.equal(Number(met.valid_until.slice(0, 4)) - Number(met.training_on.slice(0, 4)), 2);
});

test("the office says how far a school is with a standard, and the school reads it without script", async () => {
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/voraussetzungen?schule=GYM-03`);
        await press(entry(page, t("school_standard.standard.presentation")));
        const dialog = dialog_of(page, t("school_standard.standard.presentation"));
        await choose(field(dialog, "combobox", "school_standard.state"), "partly");
        await fill(field(dialog, "textbox", "school_standard.note"), "Im Altbau fehlen vier Tafeln");
        await press_for_message(button(dialog, "requirements.save"), t("standards.stored"));
        await shoot(page, "requirements-of-school");
    });
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        await page.goto(`${server.url}/basis/voraussetzungen`);
        await page.getByText("Im Altbau fehlen vier Tafeln").first().waitFor();
        await page.screenshot({ path: "build/screenshots/plain-requirements-phone.png", fullPage: true });
        assert.deepEqual((await ask_axe(page)).violations, []);
        await page.getByRole("link", { name: labels.internet, exact: true }).click();
        await page.getByRole("textbox", { name: t("school_requirement.evidence"), exact: true }).fill("500 Mbit/s");
        await page.getByLabel(new RegExp(`^${t("requirements.file")}`)).setInputFiles(PDF);
        await page.screenshot({ path: "build/screenshots/plain-evidence-phone.png", fullPage: true });
        assert.deepEqual((await ask_axe(page)).violations, []);
        await page.getByRole("button", { name: t("requirements.submit"), exact: true }).click();
        await page.getByText(t("requirements.stored.submitted"), { exact: true }).waitFor();
        await page.getByRole("link", { name: PDF.name }).waitFor();
    });
});

test("before a school's last day is saved, the loans beyond it are named", async () => {
    const { json: loans } = await office.get("/api/loans?state=handed_over&limit=1");
    const loan = loans.items[0];
    await visit(browser, server, { as: "coordinator", device: "desktop" }, async (page) => {
        await page.goto(`${server.url}/#/schulen`);
        await press(entry(page, loan.school_code));
        const dialog = page.getByRole("dialog", { name: new RegExp(`^${loan.school_code}`) });
        await fill(dialog.getByLabel(t("school.ends_on"), { exact: true }), "2026-01-31");
        await dialog.getByRole("link", { name: new RegExp(`^A-${loan.id} `) }).waitFor();
        assert.equal(await button(dialog, "requirements.save").isDisabled(), true);
        await shoot(page, "school-end");
        await fill(dialog.getByLabel(t("school.ends_on"), { exact: true }), "2036-07-31");
        await press_for_message(button(dialog, "requirements.save"), t("schools.stored"));
        await page.getByText(t("schools.is_ending"), { exact: true }).first().waitFor();
    });
});
