// A year in the life of one kit, step by step. How codes are entered, and by which hand everything is done, is the walk's
// business (suites/kit_year.mjs); here everything is found by role and name.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { pdf_file } from "../contract/media.mjs";
import {
    COUNTY, FOREIGN, HEAD, KIT, NAME, PENCIL, SPARE, TABLETS, TYPE, check_handover_paper, done,
} from "./kit_year_calls.mjs";
import { DEVICES, fact, heading, ready, shoot, t, year_text } from "./page.mjs";
import { DEMO_PASSWORD } from "./server.mjs";
import {
    button, choose, dialog_of, exact, field, go, link, loan_now, open_by_search, press, press_for, slot_of, state, text, title_of, type,
} from "./walk.mjs";

const EVIDENCE = { name: "Messung.pdf", mimeType: "application/pdf", buffer: pdf_file("WLAN") };

async function name_signers(walk, page) {
    await type(walk, field(page, "handover.signer_name"), HEAD.name);
    await type(walk, field(page, "handover.signer_function"), HEAD.title);
    await type(walk, field(page, "handover.county_signer_name"), COUNTY.name);
    await type(walk, field(page, "handover.county_signer_function"), COUNTY.title);
}

async function scan_for_handover(walk) {
    const page = walk.technician;
    await press(walk, button(page, "loan.step.hand_over"));
    await title_of(page, t("handover.kind.handover"));
    await walk.enter_codes(page, "handover", TABLETS, (tag) => t("handover.outcome.ticked", { tag }));
    await text(page, t("handover.progress", { seen: 3, expected: 3 })).waitFor();
}

async function sign_and_complete(walk, complete) {
    const page = walk.technician;
    await name_signers(walk, page);
    if (walk.signs_on_screen) {
        await press(walk, button(page, complete));
        await text(page, t("error.empty_signature")).waitFor(); // without a signature nothing is handed over
    }
    await walk.sign(page);
    await shoot(page, "kit-year-handover");
    await press_for(walk, button(page, complete), t("handover.completed.handover"));
    const pending = page.getByText(t("handover.signature_pending"), { exact: true });
    if (walk.signs_on_screen) assert.equal(await pending.count(), 0);
    else await pending.first().waitFor();
}

/// The sessions in which codes are read, on the technician's page; each begins where the one before it has led.
/// [a sentence of the field, what is done]
export const SCANS = {
    build: ["the technician builds it by scanning its devices and counting its pencils", async (walk) => {
        const page = walk.technician;
        await walk.enter_codes(page, "build", TABLETS, (tag) => t("kits.is_in", { tag }));
        const slots = exact(page, "list", t("kit.slots"));
        for (const tag of TABLETS) // in the order in which the camera has read them
            await slots.getByRole("button", { name: new RegExp(`^${slot_of("\\d")}`), description: new RegExp(`^${tag} · `) }).waitFor();
        await press(walk, button(page, "kits.all_there"));
        await press_for(walk, button(page, "kits.save_counts"), t("kits.counts_saved"));
        await text(page, t("kit_condition.complete")).waitFor();
        await text(page, t("kits.in_preparation")).waitFor();
        await shoot(page, "kit-year-built");
    }],

    handover: ["it is handed over with a missing pencil, and both sign", async (walk) => {
        await scan_for_handover(walk);
        const page = walk.technician;
        await type(walk, exact(page, "textbox", t("handover.count", { label: PENCIL, expected: 2 })), "1");
        await text(page, t("handover.lacks", { count: 1, label: PENCIL })).waitFor();
        await sign_and_complete(walk, "handover.complete_with_gaps");
    }],

    complete_handover: ["it is handed over complete, and both sign", async (walk) => {
        await scan_for_handover(walk);
        await sign_and_complete(walk, "handover.complete.handover");
    }],

    check: ["the check finds one foreign and one missing tablet, and a damaged one gets its ticket", async (walk) => {
        const page = walk.technician;
        await press(walk, button(page, "loan.step.check_in"));
        await title_of(page, t("handover.kind.check"));
        await walk.enter_codes(page, "check", [TABLETS[0], walk.spare ?? TABLETS[1], FOREIGN], (tag) =>
            t(tag === FOREIGN ? "handover.outcome.foreign" : "handover.outcome.ticked", { tag }));
        await text(page, t("handover.belongs", { kit: "NEBENAN-1", slot: 1 })).waitFor();
        await press(walk, button(page, "handover.report_damage"));
        const dialog = dialog_of(page, t("handover.report_damage"));
        await choose(walk, field(dialog, "handover.damaged_device", "combobox"), `${TABLETS[0]} · iPad 11`);
        await type(walk, field(dialog, "ticket.title"), "Kratzer");
        await press_for(walk, button(dialog, "handover.report_damage"), t("handover.damage_reported", { tag: TABLETS[0] }));
        await text(page, t("handover.damaged")).waitFor();
        await shoot(page, "kit-year-check");
        await press_for(walk, button(page, "handover.complete.check"), t("handover.completed.check"));
        const checked = await loan_now(walk);
        assert.deepEqual([checked.state, checked.open_differences], ["returned", 1]);
        const { items } = await done(walk.calls.get("/api/tickets?q=Kratzer"));
        assert.deepEqual(items.map(({ kit_tag, loan_id, channel }) => [kit_tag, loan_id, channel]), [[KIT, walk.loan, "on_site"]]);
    }],
};

/// As SCANS; walk: office, technician and school are their pages.
export const STEPS = [
    ["the office plans a kit type of three tablets and two pencils", async (walk) => {
        const page = walk.office;
        await go(walk, page, "nav.kits");
        await press(walk, link(page.getByRole("main"), "kit_types.title"));
        await heading(page, t("kit_types.title")).waitFor();
        await press(walk, link(page, "kit_types.create"));
        await heading(page, t("kit_types.create")).waitFor();
        await type(walk, field(page, "kit_type.name"), TYPE);
        await type(walk, field(page, "kit_type.slot_label"), "Tablet");
        await choose(walk, field(page, "asset.category", "combobox"), "Tablet");
        await type(walk, field(page, "kit_type.quantity"), "3");
        await press(walk, button(page, "kit_types.add_accessory"));
        await type(walk, field(page, "kit_type.accessory_label"), PENCIL);
        await type(walk, field(exact(page, "group", PENCIL), "kit_type.quantity"), "2");
        await press_for(walk, button(page, "device_form.save"), t("device_form.created", { name: TYPE }));
        await page.getByRole("row").filter({ hasText: TYPE }).waitFor();
    }],

    ["a kit of this type is made, and nothing is in it yet", async (walk) => {
        const page = walk.office;
        await go(walk, page, "nav.kits");
        await press(walk, link(page, "kits.create"));
        await heading(page, t("kits.create")).waitFor();
        await type(walk, field(page, "kit.tag"), KIT);
        await type(walk, field(page, "kit.name"), NAME);
        await choose(walk, field(page, "kit.kit_type_id", "combobox"), TYPE);
        await press_for(walk, button(page, "device_form.save"), t("kits.created", { name: NAME }));
        await heading(page, `${KIT} · ${NAME}`).waitFor();
        await text(page, t("kit_condition.incomplete")).waitFor();
        await text(page, t("kits.missing.other", { count: 5 })).waitFor();
        await open_by_search(walk, walk.technician, "nav.kits", "kits.search");
        await heading(walk.technician, `${KIT} · ${NAME}`).waitFor();
    }],

    SCANS.build,

    ["a school asks for such a kit, and sees what it still has to show", async (walk) => {
        await text(walk.office, t("kit_condition.complete")).waitFor(); // the office has seen it built without doing anything
        const page = walk.school;
        await go(walk, page, "nav.loans_staff");
        await press(walk, link(page, "loans.ask"));
        await heading(page, t("loans.ask")).waitFor();
        await choose(walk, field(page, "loan.kit_type_id", "combobox"), TYPE);
        await choose(walk, field(page, "loan.first_school_year", "combobox"), year_text(walk.year.id));
        await type(walk, field(page, "loan.purpose"), "Erklärfilme");
        await type(walk, field(page, "loan.pupils"), "28");
        await press_for(walk, button(page, "loans.send"), t("loans.sent"));
        walk.loan = Number(new URL(page.url()).hash.match(/#\/ausleihen\/(\d+)$/)[1]);
        walk.number = `A-${walk.loan}`;
        await state(page, "requested");
        await fact(page, t("loan.open_requirements"), walk.wlan).getByText(t("school_requirement.state.open"), { exact: true }).waitFor();
        await fact(page, t("loans.asked_for"), t("loan.pupils")).getByText("28", { exact: true }).waitFor();
        await shoot(page, "kit-year-asked");
    }],

    ["it shows its evidence, the office confirms it, and nothing is missing any more", async (walk) => {
        const { office, school } = walk;
        const entry = (page) => page.getByRole("button", { name: new RegExp(`^${walk.wlan}`) }).first();
        await press(walk, link(school, "loans.to_requirements"));
        await press(walk, entry(school));
        const shows = dialog_of(school, walk.wlan);
        await type(walk, field(shows, "school_requirement.evidence"), "Gemessen");
        await walk.hand.choose_file(shows.getByLabel(t("attachment.choose_file"), { exact: true }), EVIDENCE);
        await shows.getByText(new RegExp(`^${EVIDENCE.name}`)).first().waitFor();
        await ready(school);
        await press_for(walk, button(shows, "requirements.submit"), t("requirements.stored.submitted"));

        await go(walk, office, "nav.loans");
        await type(walk, field(office, "loans.search", "searchbox"), "GYM-03");
        await press(walk, office.getByRole("row").filter({ hasText: walk.number }).getByRole("link").first());
        await fact(office, t("loan.open_requirements"), walk.wlan).getByText(t("school_requirement.state.submitted"), { exact: true }).waitFor();
        await press(walk, link(office, "loans.to_requirements"));
        await press(walk, entry(office));
        const confirms = dialog_of(office, walk.wlan);
        await confirms.getByRole("link", { name: new RegExp(`^${EVIDENCE.name}`) }).waitFor();
        await press_for(walk, button(confirms, "requirements.confirm"), t("requirements.stored.met"));

        await go(walk, school, "nav.loans_staff");
        await press(walk, school.getByRole("row").filter({ hasText: walk.number }).getByRole("link").first());
        await text(school, t("loans.all_met")).waitFor();
    }],

    ["the proposal gives it the kit, the office accepts, and the school sees the promise", async (walk) => {
        const page = walk.office;
        const shown_year = year_text(walk.year.id);
        await go(walk, page, "nav.loans");
        await press(walk, link(page, "proposal.to"));
        await choose(walk, field(page, "loan.school_year", "combobox"), shown_year);
        await heading(page, t("proposal.title", { year: shown_year })).waitFor();
        const row = page.getByRole("row").filter({ hasText: walk.number });
        await row.getByText(new RegExp(KIT)).first().waitFor();
        await shoot(page, "kit-year-proposal");
        await press(walk, row.getByRole("link").first());
        const decision = page.getByRole("dialog", { name: /^GYM-03 · / });
        await press(walk, button(decision, "proposal.accept_one"));
        const asks = dialog_of(page, t("proposal.accept_some"));
        await press_for(walk, button(asks, "proposal.accept_now"), t("proposal.accepted", { approved: 1, waiting: 0 }));
        await row.waitFor({ state: "detached" });
        await state(walk.school, "approved");
        assert.equal((await loan_now(walk)).kit_tag, KIT);
        assert.equal((await done(walk.calls.get(`/api/loans/${walk.undecided}`))).state, "requested", "only this one was accepted");
    }],

    ["the technician prepares it, and it is ready to be handed over", async (walk) => {
        const page = walk.technician;
        for (const item of ["wiped", "signed_out", "updated", "cleaned", "charged", "complete"])
            await press(walk, field(page, `kit.${item}`, "checkbox"));
        await text(page, t("kits.ready")).waitFor();
        await open_by_search(walk, page, "nav.loans", "loans.search");
        await state(page, "approved");
    }],

    SCANS.handover,

    ["the protocol says what is missing and who has signed", async (walk) => {
        const page = walk.technician;
        const { items } = await done(walk.calls.get(`/api/loans/${walk.loan}/papers`));
        const signing = walk.signs_on_screen ? "drawn" : "pending";
        assert.deepEqual(items.map((paper) => [paper.kind, paper.signing]), [["agreement", signing], ["handover", signing]]);
        walk.protocol = items[1].number;
        const coming = page.waitForEvent("download");
        await walk.hand.press(link(page, "papers.pdf_of", { paper: walk.protocol }));
        const download = await coming;
        assert.equal(download.suggestedFilename(), `${walk.protocol}.pdf`);
        walk.paper = await download.path();
        check_handover_paper(walk, walk.paper);
    }],

    ["the school sees its devices, and what was signed on paper it adds", async (walk) => {
        const page = walk.school;
        await state(page, "handed_over");
        await ready(page);
        const pending = page.getByText(t("handover.signature_pending"), { exact: true });
        assert.equal((await loan_now(walk)).signature_pending, !walk.signs_on_screen);
        if (walk.signs_on_screen) {
            assert.equal(await pending.count(), 0);
        } else {
            await pending.first().waitFor();
            await press(walk, button(page, "papers.add_signed"));
            const file = { name: "Unterschrieben.pdf", mimeType: "application/pdf", buffer: readFileSync(walk.paper) };
            await walk.hand.choose_file(page.getByLabel(t("attachment.choose_file"), { exact: true }), file);
            await page.getByText(/^Unterschrieben\.pdf · /).waitFor();
            await ready(page);
            await press_for(walk, button(page, "papers.send"), t("papers.added"));
            await exact(page, "link", t("papers.signed_copy", { name: file.name })).first().waitFor();
            assert.equal(await pending.count(), 0);
            assert.equal((await loan_now(walk)).signature_pending, false);
        }
        await press(walk, page.getByRole("link", { name: new RegExp(`^${slot_of(1)}`) }).first());
        await heading(page, "iPad 11").waitFor();
        await text(page, t("asset.status.on_loan")).waitFor();
    }],

    ["a device breaks, and its ticket knows the kit and the loan", async (walk) => {
        await go(walk, walk.school, "nav.report");
        await walk.choose_device(walk.school, TABLETS[1]);
        await walk.school.getByRole("region", { name: t("report.device") }).getByText(TABLETS[1]).first().waitFor();
        await type(walk, field(walk.school, "ticket.title"), "Bild flackert");
        await press(walk, button(walk.school, "report.send"));
        await walk.school.getByRole("heading", { name: t.pattern("report.thanks_staff") }).waitFor();

        const page = walk.technician;
        await open_by_search(walk, page, "nav.tickets", "tickets.search", "Bild flackert");
        await heading(page, "Bild flackert").waitFor();
        await exact(page, "link", KIT).waitFor();
        await press(walk, exact(page, "link", walk.number));
        await state(page, "handed_over");
    }],

    ["a spare is swapped in, and the supplement says so", async (walk) => {
        const page = walk.technician;
        await press(walk, button(page, "loan.step.swap"));
        const dialog = dialog_of(page, t("loan.step.swap"));
        const { items } = await done(walk.calls.get(`/api/loans/${walk.loan}/items`));
        const { slot } = items.find(({ asset_tag }) => asset_tag === TABLETS[1]);
        await choose(walk, field(dialog, "supplements.old", "combobox"), `${slot_of(slot)}, ${TABLETS[1]} · iPad 11`);
        await walk.enter_code(dialog, field(dialog, "kit.spare", "searchbox"), SPARE);
        await choose(walk, field(dialog, "supplement.old_device", "combobox"), t("supplement.old_device.repair"));
        await shoot(page, "kit-year-swap");
        await press_for(walk, button(dialog, "loan.step.swap"), t("loan.done.swap", { number: walk.number }));
        await text(page, t("supplements.number", { number: 1, kind: t("supplement.kind.swap") })).waitFor();
        assert.equal((await walk.calls.find_asset(TABLETS[1])).status, "in_repair");
        assert.equal((await walk.calls.find_asset(SPARE)).status, "on_loan");
        walk.spare = SPARE;
    }],

    ["the loan is extended by a year", async (walk) => {
        const page = walk.office;
        const { last_school_year: until } = await loan_now(walk);
        await open_by_search(walk, page, "nav.loans", "loans.search");
        await press(walk, button(page, "loan.step.extend"));
        const dialog = dialog_of(page, t("loan.step.extend"));
        await press_for(walk, button(dialog, "loan.step.extend"), t("loan.done.extend", { number: walk.number }));
        const extended = await loan_now(walk);
        assert.ok(extended.last_school_year > until, extended.last_school_year);
        const years = t("loans.years", { first: year_text(walk.year.id), last: year_text(extended.last_school_year) });
        await fact(page, t("loans.facts"), t("loan.school_years")).getByText(years, { exact: true }).waitFor();
    }],

    ["the kit is collected at the school", async (walk) => {
        const page = walk.technician;
        await press(walk, button(page, "loan.step.take_back"));
        await title_of(page, t("handover.kind.collection"));
        await choose(walk, field(page, "handover.signing", "combobox"), t("handover.signing.paper"));
        await type(walk, field(page, "handover.signer_name"), "Jens Abt");
        await type(walk, field(page, "handover.signer_function"), "Büro");
        await type(walk, field(page, "handover.seal_number"), "P-4711");
        await press_for(walk, button(page, "handover.complete.collection"), t("handover.completed.collection"));
        await state(walk.office, "returned");
        await press(walk, link(page, "handover.to_loan", { number: walk.number }));
    }],

    SCANS.check,

    ["the school is told, and objects", async (walk) => {
        const page = walk.school;
        await go(walk, page, "nav.loans_staff");
        await press(walk, link(page, "differences.show", { loan: walk.number }));
        await text(page, t("differences.title")).waitFor();
        const missing = page.getByRole("group", { name: new RegExp(TABLETS[2]) });
        await press(walk, button(missing, "difference.step.object"));
        const dialog = dialog_of(page, t("difference.step.object"));
        await type(walk, field(dialog, "difference.objection"), "Nie dabei");
        await press_for(walk, button(dialog, "difference.step.object"), t("difference.done.object"));
        await text(page, t("differences.objected")).waitFor();
        await shoot(page, "kit-year-objected");
    }],

    ["the office rejects the objection, chases and settles, and with that the loan is closed", async (walk) => {
        const page = walk.office;
        await go(walk, page, "nav.loans");
        await press(walk, link(page, "differences.missing"));
        await heading(page, t("differences.missing")).waitFor();
        await press(walk, page.getByRole("row").filter({ hasText: TABLETS[2] }).getByRole("link").first());
        const step = async (name, fill) => {
            const key = `difference.step.${name}`;
            await press(walk, button(page, key));
            const dialog = dialog_of(page, t(key));
            await fill(dialog);
            await press_for(walk, button(dialog, key), t(`difference.done.${name}`));
        };
        await step("answer", async (dialog) => {
            await choose(walk, field(dialog, "difference.accepted", "combobox"), t("differences.reject"));
            await type(walk, field(dialog, "difference.answer"), "Siehe Protokoll");
        });
        await step("chase", (dialog) => type(walk, field(dialog, "difference.note"), "Angerufen"));
        await step("settle", (dialog) =>
            choose(walk, field(dialog, "difference.settled_as", "combobox"), t("difference.settled_as.lost")));
        await state(page, "closed");
        await shoot(page, "kit-year-closed");
        assert.equal((await walk.calls.find_asset(TABLETS[2])).status, "lost");
        assert.equal((await done(walk.calls.get("/api/differences?open=true&q=JAHR"))).total, 0);
    }],

    ["the school says what the kit was good for, and the office reads it", async (walk) => {
        const page = walk.school;
        await state(page, "closed");
        await press(walk, link(page, "feedback.give_of", { year: year_text(walk.year.id) }));
        await heading(page, t("feedback.give")).waitFor();
        await choose(walk, field(page, "feedback.main_use", "combobox"), t("feedback.main_use.projects"));
        await choose(walk, field(page, "feedback.frequency", "combobox"), t("feedback.frequency.weekly"));
        await choose(walk, field(page, "feedback.hindrance", "combobox"), t("feedback.hindrance.charging"));
        await choose(walk, field(page, "feedback.again", "combobox"), t("feedback.again.yes"));
        await type(walk, field(page, "feedback.use_words"), "Filme drehen");
        await press_for(walk, button(page, "device_form.save"), t("feedback.saved"));
        for (const each of [page, walk.office]) await each.getByText("Filme drehen").first().waitFor();
        const { items } = await done(walk.calls.get(`/api/loans/${walk.loan}/papers`));
        assert.deepEqual(items.map(({ kind }) => kind), // the device swapped, the year added
            ["agreement", "handover", "supplement", "supplement", "receipt", "return_protocol"]);
    }],

    ["in the Basisansicht, without script, the school reads its papers and how it ended", async (walk) => {
        const context = await walk.browser.newContext({ ...DEVICES[walk.device], javaScriptEnabled: false });
        try {
            const page = await context.newPage();
            const signed_in = await context.request.post(`${walk.server.url}/api/session`,
                { data: { username: "teacher", password: DEMO_PASSWORD } });
            assert.ok(signed_in.ok());
            await page.goto(`${walk.server.url}/basis/koffer/${walk.loan}`);
            await page.getByRole("heading", { level: 2, name: t("differences.title"), exact: true }).waitFor();
            await text(page, t("supplements.number", { number: 1, kind: t("supplement.kind.swap") })).waitFor();
            await walk.hand.press(exact(page, "link", `${t("loan_paper.kind.handover")} ${walk.protocol}`));
            await exact(page, "heading", t("loan_paper.kind.handover")).waitFor();
            await page.getByRole("table").getByText(TABLETS[0], { exact: true }).waitFor();
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the page");
            await page.goBack();
            await walk.hand.press(page.getByRole("link", { name: new RegExp(TABLETS[2]) }));
            await text(page, "Siehe Protokoll").waitFor();
            await text(page, t("difference.settled_as.lost")).waitFor();
        } finally {
            await context.close();
        }
    }],
];
