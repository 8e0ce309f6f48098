// Every screen of the application and who sees it: one list for what looks at all of them (axe, the accessibility
// tree, the snapshots, the gallery).

import assert from "node:assert/strict";

import { sign_in as sign_in_by_http } from "../contract/http.mjs";
import { BrowserCrash, ready, route, visit } from "./page.mjs";

/// What the screens show, made once per server: a device and a report about it.
export async function make_examples(server) {
    const teacher = await sign_in_by_http(server, "teacher");
    const projector = await teacher.find_asset("BEA0204");
    const report = { asset_code: "BEA0204", title: "Bild ist unscharf", description: "Auch nach dem Reinigen." };
    const { json: ticket } = await teacher.post("/api/tickets", report);
    const technician = await sign_in_by_http(server, "technician");
    const { json: kits } = await technician.get("/api/kits?condition=incomplete&limit=1");
    const { json: types } = await technician.get("/api/kit-types?limit=1");
    const { loan, session, coming } = await begin_handover(server, teacher);
    const checked = await check_a_kit(server);
    const tour = await plan_tour(server);
    return { projector, ticket, kit: kits.items[0], kit_type: types.items[0], loan, session, coming, checked, tour };
}

/// A kit that nobody has is promised to the teacher's school, and its handover begins.
async function begin_handover(server, teacher) {
    const coordinator = await sign_in_by_http(server, "coordinator");
    const { json: board } = await coordinator.get("/api/board");
    const { json: ready } = await coordinator.get("/api/kits?limit=200");
    const taken = new Set(board.loans.map(({ kit_id }) => kit_id));
    const kit = ready.items.find(({ id, ready }) => ready && !taken.has(id));
    const { json: school } = await teacher.get("/api/schools");
    const request = { kit_id: kit.id, school_id: school.items[0].id, first_school_year: board.school_years[0].id,
        purpose: "Projektwoche Erklärvideos", class_levels: "7, 8", pupils: 28 };
    const { json: loan } = await coordinator.post("/api/loans", request);
    await coordinator.post(`/api/loans/${loan.id}/approve`, {});
    const { json: session } = await coordinator.post("/api/handover-sessions", { kind: "handover", loan_ids: [loan.id] });
    await coordinator.post(`/api/handover-sessions/${session.id}/scan`, { code: session.slots[0].asset_tag });
    return { loan, session, coming: board.school_years[1].id };
}

/// A kit of the teacher's school comes back, and a tablet is missing.
export async function check_a_kit(server) {
    const technician = await sign_in_by_http(server, "technician");
    const { json: lent } = await technician.get("/api/loans?state=handed_over&school_code=GYM-03&limit=1");
    const loan = lent.items[0];
    const { json: items } = await technician.get(`/api/loans/${loan.id}/items`);
    await technician.post(`/api/loans/${loan.id}/take-back`, {});
    const scanned = items.items.slice(1).map(({ asset_tag }) => asset_tag);
    const checked = await technician.post(`/api/loans/${loan.id}/check-in`, { scanned });
    assert.equal(checked.status, 200, checked.text);
    return checked.json;
}

/// For the first school that has something to give back at the end of the running year.
async function plan_tour(server) {
    const coordinator = await sign_in_by_http(server, "coordinator");
    const { json: due } = await coordinator.get("/api/due-returns");
    const { json: years } = await coordinator.get("/api/school-years");
    const { last_school_year: school_year, school_id } = due.items.find(({ state, days_late }) => state === "handed_over" && days_late === 0);
    const year = years.items.find(({ id }) => id === school_year);
    const { json: tour } = await coordinator.post("/api/tours", { school_year, drives_on: year.latest_return_on,
        driver: "Frau Albers", note: "Rampe am Hof", stops: [{ school_id, arrives_from: "09:00", arrives_until: "09:45" }] });
    return tour;
}

/// [name, who, route]
export function screens({ projector, ticket, kit, kit_type, loan, session, coming, checked, tour }) {
    return [
        ["home", "teacher", "#/"],
        ["home", "technician", "#/"],
        ["home", "coordinator", "#/"],
        ["inventory", "coordinator", "#/geraete"],
        ["inventory", "teacher", "#/geraete"],
        ["inventory without hits", "coordinator", "#/geraete?q=gibtesnicht"],
        ["device", "coordinator", `#/geraete/${projector.id}`],
        ["device form", "coordinator", `#/geraete/${projector.id}/bearbeiten`],
        ["new device", "coordinator", "#/geraete/neu"],
        ["import", "coordinator", "#/import"],
        ["kits", "coordinator", "#/koffer"],
        ["kit", "technician", `#/koffer/${kit.id}`],
        ["new kit", "coordinator", "#/koffer/neu"],
        ["kit form", "coordinator", `#/koffer/${kit.id}/bearbeiten`],
        ["kit types", "coordinator", "#/koffertypen"],
        ["kit type form", "coordinator", `#/koffertypen/${kit_type.id}`],
        ["new kit type", "coordinator", "#/koffertypen/neu"],
        ["kit type", "technician", `#/koffertypen/${kit_type.id}`],
        ["school years", "coordinator", "#/schuljahre"],
        ["school year form", "coordinator", "#/schuljahre/2026-27"],
        ["stock", "coordinator", "#/lager"],
        ["order list", "technician", "#/lager/bestellen"],
        ["stock moves", "technician", "#/lager/bewegungen"],
        ["loans", "coordinator", "#/ausleihen"],
        ["loans", "teacher", "#/ausleihen"],
        ["loan request", "teacher", "#/ausleihen/neu"],
        ["loan", "coordinator", `#/ausleihen/${loan.id}`],
        ["planning", "coordinator", "#/planung"],
        ["proposal", "coordinator", `#/vorschlag/${coming}`],
        ["proposal rules", "coordinator", `#/vorschlag/${coming}/regeln`],
        ["summer", "coordinator", "#/sommer"],
        ["new tour", "coordinator", "#/sommer/neu"],
        ["tour", "technician", `#/sommer/${tour.id}`],
        ["tour form", "coordinator", `#/sommer/${tour.id}/bearbeiten`],
        ["feedback", "coordinator", "#/rueckmeldungen"],
        ["requirements", "teacher", "#/voraussetzungen"],
        ["missing items", "coordinator", "#/fehlbestand"],
        ["checked loan", "teacher", `#/ausleihen/${checked.id}`],
        ["requirement list", "coordinator", "#/voraussetzungen/liste"],
        ["trainings", "coordinator", "#/fortbildungen"],
        ["new training", "coordinator", "#/fortbildungen/neu"],
        ["schools", "coordinator", "#/schulen"],
        ["handover", "technician", `#/uebergabe/${session.id}`],
        ["choice of what to report", "teacher", "#/melden"],
        ["report form", "teacher", "#/melden?geraet=BEA0204"],
        ["report sent", "teacher", `#/melden?gemeldet=${ticket.id}`],
        ["my reports", "teacher", "#/meldungen"],
        ["ticket", "teacher", `#/tickets/${ticket.id}`],
        ["tickets", "technician", "#/tickets"],
        ["ticket", "technician", `#/tickets/${ticket.id}`],
        ["appearance", "teacher", "#/darstellung"],
        ["styleguide", "coordinator", "#/styleguide"],
        ["unknown code", "technician", "#/g/XYZ-999"],
        ["unknown page", "teacher", "#/gibt-es-nicht"],
    ];
}

/// The unknown code is looked up and not found.
const expected = [/status of 404 .*\/api\/lookup\/XYZ-999$/];

/// One page per person, and in it every screen of theirs: body(page, name, person), which only looks.
/// options: those of visit().
export async function on_every_screen(browser, server, examples, options, body) {
    const all = screens(examples);
    for (const person of new Set(all.map(([, who]) => who))) {
        const walk = () => walk_as(person, all, browser, server, options, body);
        await walk().catch((reason) => {
            // Chromium has ended with a segmentation fault. If it is the page that does it, it does it again.
            if (!(reason instanceof BrowserCrash)) throw reason;
            console.error(`${reason.message}; once more as ${person}`);
            return walk();
        });
    }
}

async function walk_as(person, all, browser, server, options, body) {
    const settings = { motion: "less", ...options.settings }; // the styleguide has spinners
    await visit(browser, server, { as: person, expected, ...options, settings }, async (page) => {
        for (const [name, who, where] of all) {
            if (who !== person) continue;
            await page.goto(`${server.url}/${where}`);
            await page.getByRole("heading", { level: 1 }).or(page.getByRole("main").getByRole("button")).first().waitFor();
            await ready(page);
            assert.equal(route(page), where);
            await body(page, name, person);
        }
    });
}
