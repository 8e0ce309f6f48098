// What a year of one kit begins with, and the steps of it that are not the matter of a test: by calls. And its paper, read.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

import { sign_in } from "../contract/http.mjs";
import { ROOT } from "./server.mjs";

export const TYPE = "Drei Tablets";
export const KIT = "JAHR-1";
export const NAME = "Koffer J";
export const TABLETS = ["TAB-1", "TAB-2", "TAB-3"];
export const SPARE = "ERSATZ-1";
export const FOREIGN = "FREMD-1"; // lies in another kit that the school has
export const PENCIL = "Stift";
export const HEAD = { name: "Petra Voss", title: "Rektorin" };
export const COUNTY = { name: "Jörg Weiß", title: "Schul-IT" };

const PREPARED = { wiped: true, signed_out: true, updated: true, cleaned: true, charged: true, complete: true };

/// → what the answer says
export async function done(answer) {
    const { status, text: words, json } = await answer;
    assert.ok(status < 300, words);
    return json;
}

/// What there is before the kit: devices, another kit at the school, a school that lacks one thing, and another that asks
/// for a kit, too.
export async function prepare(server) {
    const office = await sign_in(server, "coordinator");
    const technician = await sign_in(server, "technician");
    const { items: [school] } = await done(office.get("/api/schools?q=GYM-03"));
    const { school_years: [year] } = await done(office.get("/api/board"));
    await done(office.patch(`/api/school-years/${year.id}`, { earliest_handover_on: year.starts_on }));
    const tablet = (tag) => done(office.post("/api/assets", { tag, name: "iPad 11", category: "Tablet" }));
    for (const tag of [...TABLETS, SPARE, FOREIGN]) await tablet(tag);

    const type = await done(office.post("/api/kit-types",
        { name: "Ein Tablet", slots: [{ label: "Tablet", category: "Tablet", quantity: 1 }], accessories: [] }));
    const kit = await done(office.post("/api/kits", { tag: "NEBENAN-1", name: "Koffer nebenan", kit_type_id: type.id }));
    await done(technician.post(`/api/kits/${kit.id}/add`, { code: FOREIGN }));
    await done(technician.post(`/api/kits/${kit.id}/ready`, PREPARED));
    const other = await done(office.post("/api/loans", { kit_id: kit.id, school_id: school.id, first_school_year: year.id }));
    await done(office.post(`/api/loans/${other.id}/approve`, {}));
    const { items: requirements } = await done(office.get("/api/requirements"));
    const show = (code, shown) => done(office.write("PUT", `/api/schools/${school.id}/requirements/${code}`,
        { evidence: null, valid_until: null, ...shown }));
    for (const { code } of requirements) await show(code, { state: "met", evidence: "geprüft" });
    await done(technician.post(`/api/loans/${other.id}/hand-over`,
        { scanned: [FOREIGN], signed_by: { name: HEAD.name, function: HEAD.title } }));
    await show("wlan", { state: "open", answer: "von vorn" });
    const { items: [elsewhere] } = await done(office.get("/api/schools?q=GYM-05"));
    const { id: undecided } = await done(office.post("/api/loans",
        { kit_type_id: type.id, school_id: elsewhere.id, first_school_year: year.id }));
    return { calls: office, undecided, school_id: school.id, year, wlan: requirements.find(({ code }) => code === "wlan").label };
}

export async function make_kit(walk) {
    const { calls } = walk;
    const type = await done(calls.post("/api/kit-types", {
        name: TYPE, slots: [{ label: "Tablet", category: "Tablet", quantity: 3 }], accessories: [{ label: PENCIL, quantity: 2 }],
    }));
    walk.kit = (await done(calls.post("/api/kits", { tag: KIT, name: NAME, kit_type_id: type.id }))).id;
}

/// The school gets the kit, which is full by now.
export async function promise_kit(walk) {
    const { calls, kit, school_id } = walk;
    await done(calls.write("PUT", `/api/schools/${school_id}/requirements/wlan`,
        { state: "met", evidence: "geprüft", valid_until: null }));
    await done(calls.post(`/api/kits/${kit}/ready`, PREPARED));
    const asked = await done(calls.post("/api/loans", { kit_id: kit, school_id, first_school_year: walk.year.id }));
    await done(calls.post(`/api/loans/${asked.id}/approve`, {}));
    walk.loan = asked.id;
}

export const collect_kit = ({ calls, loan }) => done(calls.post(`/api/loans/${loan}/take-back`, {}));

/// file: the protocol of the handover as PDF.
export function check_handover_paper(walk, file) {
    const words = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const signed = walk.signs_on_screen ? ["auf dem Bildschirm unterschrieben"] : [];
    for (const each of ["Übergabeprotokoll", walk.protocol, "Landkreis Hohenwald", KIT, ...TABLETS, "Fehlt bei der Übergabe",
        `1 × ${PENCIL} (von 2)`, HEAD.name, `i. A. ${COUNTY.name}`, ...signed])
        assert.ok(words.includes(each), `${each} is not in\n${words}`);
    if (!walk.signs_on_screen) assert.ok(!words.includes("auf dem Bildschirm"), words);
    if (!process.env.SCHULKIT_PICTURES) return;
    const picture = join(ROOT, "build/screenshots", `kit-year-paper-${walk.device}`);
    mkdirSync(dirname(picture), { recursive: true });
    execFileSync("pdftoppm", ["-r", "70", "-png", file, picture]);
}
