// Requirements over HTTP: evidence with a file, trainings as evidence, and nothing of other schools.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";
import { pdf_file } from "./media.mjs";

let server;
let teacher; // the contact of GYM-03
let office;
let own; // GYM-03
let foreign; // GYM-04

before(async () => {
    server = await start_demo_server();
    [teacher, office] = await Promise.all(["teacher", "coordinator"].map((name) => sign_in(server, name)));
    const { json: schools } = await office.get("/api/schools?limit=200");
    [own, foreign] = ["GYM-03", "GYM-04"].map((code) => schools.items.find((school) => school.code === code));
});
after(() => server?.stop());

const wlan = () => `/api/schools/${own.id}/requirements/wlan`;

test("evidence with a file is submitted, sent back with words, and confirmed", async () => {
    await office.write("PUT", wlan(), { state: "open", answer: "von vorn", evidence: null, valid_until: null });
    const pdf = pdf_file(randomUUID());
    const { json: file } = await teacher.post("/api/attachments?name=Messung.pdf", pdf);
    const evidence = { state: "submitted", evidence: "gemessen", evidence_on: "2026-09-01",
        attachments: [{ sha256: file.sha256, name: "Messung.pdf" }] };
    const sent = await teacher.write("PUT", wlan(), evidence);
    assert.equal(sent.status, 200, sent.text);
    const { json: files } = await office.get(`${wlan()}/attachments`);
    assert.equal(files.total, 1);
    const back = await office.get(`${wlan()}/attachments/${files.items[0].position}`);
    assert.deepEqual(back.bytes, pdf);
    assert.match(back.headers["content-disposition"], /Messung\.pdf/);
    assert_problem(await office.write("PUT", wlan(), { state: "open" }), 422, "invalid", { answer: "required" });
    assert.equal((await office.write("PUT", wlan(), { state: "open", answer: "Bitte neu messen" })).json.state, "open");
    assert.equal((await teacher.get(wlan())).json.answer, "Bitte neu messen");
    assert.equal((await teacher.write("PUT", wlan(), evidence)).json.state, "submitted");
    assert.equal((await office.write("PUT", wlan(), { state: "met" })).json.state, "met");
});

test("a PDF that is none and a file too large are refused before anything belongs to the evidence", async () => {
    const { json: unchanged } = await teacher.get(wlan());
    assert_problem(await teacher.post("/api/attachments?name=Nachweis.pdf", Buffer.from("<html>")), 422, "not_a_pdf");
    assert_problem(await teacher.post("/api/attachments?name=Foto.jpg", Buffer.alloc(60 * 1024 * 1024)), 413, "too_large");
    assert.deepEqual((await teacher.get(wlan())).json, unchanged);
});

test("another school's requirements, files, standards and trainings are not there", async () => {
    const of_foreign = `/api/schools/${foreign.id}`;
    const { json: training } = await office.post("/api/trainings",
        { title: "Nur GYM-04", held_on: "2026-09-01", schools: [{ school_code: "GYM-04", people: 3 }] });
    for (const path of ["requirements", "requirements/wlan", "requirements/wlan/attachments", "requirements/wlan/attachments/1", "standards"]) {
        assert_problem(await teacher.get(`${of_foreign}/${path}`), 404, "not_found");
    }
    assert_problem(await teacher.get(`/api/trainings/${training.id}`), 404, "not_found");
    assert_problem(await teacher.write("PUT", `${of_foreign}/requirements/wlan`, { state: "submitted", evidence: "x" }), 404, "not_found");
    assert.equal((await teacher.get("/api/trainings?school_code=GYM-04")).json.total, 0);
    assert.equal((await teacher.write("PUT", `${of_foreign}/standards/wlan`, { state: "met" })).status, 403);
    assert.equal((await teacher.write("PATCH", `/api/trainings/${training.id}`, { title: "x" })).status, 403);
});

test("taking part in a training is evidence at once, and a correction takes it away", async () => {
    const plan = `/api/schools/${own.id}/requirements/training_plan`;
    const { json: before_it } = await teacher.get(plan);
    if (before_it.state !== "open") await office.write("PUT", plan, { state: "open", answer: "von vorn" });
    const made = await office.post("/api/trainings", { title: "Tablets im Unterricht", held_on: "2026-09-01",
        requirement_code: "training_plan", schools: [{ school_code: "GYM-03", people: 6 }] });
    assert.equal(made.status, 201, made.text);
    const shown = (await teacher.get(plan)).json;
    assert.equal(shown.state, "met");
    assert.equal(shown.training_id, made.json.id);
    assert.ok((await teacher.get("/api/trainings")).json.items.some(({ id }) => id === made.json.id));
    const corrected = await office.write("PATCH", `/api/trainings/${made.json.id}`, { schools: [] });
    assert.equal(corrected.status, 200, corrected.text);
    assert.equal((await teacher.get(plan)).json.state, "open");
});
