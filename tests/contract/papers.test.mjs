// The papers of loans over HTTP, in the demo county: kept bytes, whose they are, and what was signed by hand.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";
import { pdf_file } from "./media.mjs";

let server;
let coordinator;
let teacher; // the contact of GYM-03
let auditor;
let loan; // that GYM-03 has

before(async () => {
    server = await start_demo_server();
    [coordinator, teacher, auditor] = await Promise.all(["coordinator", "teacher", "auditor"].map((name) => sign_in(server, name)));
    const { json } = await teacher.get("/api/loans?state=handed_over");
    loan = json.items[0];
});
after(() => server?.stop());

const papers_of = async (caller, id) => caller.get(`/api/loans/${id}/papers`);

test("a paper is the same file for whoever may read it, each time", async () => {
    const { json } = await papers_of(teacher, loan.id);
    assert.deepEqual(json.items.map(({ kind }) => kind), ["agreement", "handover"]);
    const [agreement, protocol] = json.items;
    assert.match(agreement.number, /^UEV-\d{4}-\d{4}$/);
    assert.equal(agreement.template_version, loan.agreement_version);
    for (const paper of [agreement, protocol]) {
        const path = `/api/loans/${loan.id}/papers/${paper.id}`;
        const first = await teacher.get(path);
        assert.equal(first.status, 200, first.text);
        assert.equal(first.headers["content-type"], "application/pdf");
        assert.equal(first.headers["content-disposition"].includes(`${paper.number}.pdf`), true);
        assert.equal(first.bytes.subarray(0, 5).toString("latin1"), "%PDF-");
        assert.equal(first.bytes.length, paper.size);
        assert.deepEqual((await coordinator.get(path)).bytes, first.bytes);
        assert.equal((await teacher.get(path, { "if-none-match": first.headers.etag })).status, 304);
        assert_problem(await auditor.get(path), 403, "forbidden");
    }
    assert.equal((await papers_of(auditor, loan.id)).json.items.length, 2);
});

test("another school's papers are not there, by whatever number", async () => {
    const { json } = await coordinator.get("/api/loans?limit=200");
    const other = json.items.find(({ school_code }) => school_code !== "GYM-03");
    const [paper] = (await papers_of(teacher, loan.id)).json.items;
    assert_problem(await papers_of(teacher, other.id), 404, "not_found");
    assert_problem(await teacher.get(`/api/loans/${other.id}/papers/${paper.id}`), 404, "not_found");
    assert_problem(await teacher.get(`/api/loans/${loan.id}/papers/999999`), 404, "not_found");
    assert_problem(await teacher.post(`/api/loans/${other.id}/signed-papers`,
        { paper_ids: [paper.id], attachments: [{ sha256: "0".repeat(64), name: "x.pdf" }] }), 404, "not_found");
});

test("a paper waits for its signature until the signed one is added", async () => {
    const { json } = await papers_of(teacher, loan.id);
    assert.ok(json.items.every(({ signature_pending }) => signature_pending));
    const sent = await teacher.post("/api/attachments", pdf_file("unterschrieben"));
    const body = { paper_ids: json.items.map(({ id }) => id), attachments: [{ sha256: sent.json.sha256, name: "Scan 1.pdf" }] };
    const added = await teacher.post(`/api/loans/${loan.id}/signed-papers`, body);
    assert.equal(added.status, 200, added.text);
    assert.ok(added.json.items.every(({ signature_pending, scans }) => !signature_pending && scans[0].name === "Scan 1.pdf"));
    const scan = await coordinator.get(`/api/loans/${loan.id}/papers/${json.items[0].id}/scans/1`);
    assert.deepEqual(scan.bytes, pdf_file("unterschrieben"));
    assert.equal((await coordinator.get(`/api/loans/${loan.id}`)).json.signature_pending, false);
});

test("a PDF that is none and a photo of 60 MB are refused before anything is added", async () => {
    const [paper] = (await papers_of(teacher, loan.id)).json.items;
    const no_pdf = await teacher.post("/api/attachments?name=Vereinbarung.pdf", "kein PDF");
    assert.equal(no_pdf.status, 422);
    assert.equal(no_pdf.json.errors?.[0]?.code ?? no_pdf.json.code, "not_a_pdf");
    const huge = await teacher.post("/api/attachments", Buffer.alloc(60 << 20, 0xff)).catch(({ code }) => ({ code }));
    assert.ok(huge.status === 413 || huge.code === "ECONNRESET" || huge.code === "EPIPE", JSON.stringify(huge));
    assert_problem(await teacher.post(`/api/loans/${loan.id}/signed-papers`, { paper_ids: [paper.id], attachments: [] }), 422, "invalid");
});
