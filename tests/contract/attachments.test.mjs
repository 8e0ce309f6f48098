// Files that are added to something: what is taken, what is refused, and how it goes out again.

import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { connect } from "node:net";
import { after, before, test } from "node:test";

import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";
import { jpeg_file, pdf_file, png_file } from "./media.mjs";

let server;
let teacher;
let technician;
let admin;

before(async () => {
    server = await start_demo_server();
    [teacher, technician, admin] = await Promise.all(["teacher", "technician", "admin"].map((name) => sign_in(server, name)));
});
after(() => server?.stop());

const PATH = "/api/attachments";
const LIMIT = 10 * 1024 * 1024;

const sha256_of = (bytes) => createHash("sha256").update(bytes).digest("hex");

test("a PDF is stored by its content and comes back as it was", async () => {
    const pdf = pdf_file(randomUUID());
    const sent = await teacher.post(PATH, pdf);
    assert.equal(sent.status, 201, sent.text);
    assert.deepEqual({ ...sent.json, created_at: null },
        { sha256: sha256_of(pdf), media_type: "application/pdf", size: pdf.length, created_at: null });
    assert.deepEqual((await teacher.post(PATH, pdf)).json, sent.json, "the same bytes are the same attachment");
    const back = await teacher.get(`${PATH}/${sent.json.sha256}`);
    assert.equal(back.status, 200);
    assert.deepEqual(back.bytes, pdf);
    assert.equal((await technician.get(`${PATH}/${sent.json.sha256}`)).status, 404, "it belongs to nothing yet");
    assert.equal((await admin.get(`${PATH}/${sent.json.sha256}`)).status, 200);
});

test("a photo is stored without the place where it was taken", async () => {
    const sent = await teacher.post(`${PATH}?name=Foto.jpg`, jpeg_file({ orientation: 6 }));
    assert.equal(sent.status, 201, sent.text);
    const stored = (await teacher.get(`${PATH}/${sent.json.sha256}`)).bytes;
    assert.equal(sha256_of(stored), sent.json.sha256);
    assert.equal(stored.includes("GPS"), false);
    assert.equal(stored.includes("Exif"), true, "but with the right side up");
    assert.equal(jpeg_file({ orientation: 6 }).includes("GPS"), true);
});

test("a file goes out as what it is, never as a page, whatever its sender called it", async () => {
    const trap = pdf_file("<html><script>fetch('/api/session')</script>");
    const sent = await teacher.post(`${PATH}?name=seite.html`, trap, { "content-type": "text/html" });
    assert.equal(sent.status, 201, sent.text);
    const { headers } = await teacher.get(`${PATH}/${sent.json.sha256}`, { accept: "text/html" });
    assert.equal(headers["content-type"], "application/pdf");
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.match(headers["content-disposition"], /^attachment; filename="anhang-[0-9a-f]{8}\.pdf"; filename\*=UTF-8''anhang-/);
    assert.match(headers["content-security-policy"], /^default-src 'none';.* sandbox$/);
    assert.equal(headers["cache-control"], "private, no-cache");
    assert.equal(headers.etag, `"${sent.json.sha256}"`);
    const unchanged = await teacher.get(`${PATH}/${sent.json.sha256}`, { "if-none-match": headers.etag });
    assert.equal(unchanged.status, 304);
    assert.equal(unchanged.bytes.length, 0);
});

test("what is no photo and no PDF gets a word for it, and nothing is stored", async () => {
    const before = (await admin.get("/api/changes")).json.last;
    const photo = jpeg_file();
    for (const [name, bytes, code] of [
        ["leer.pdf", Buffer.alloc(0), "empty_file"],
        ["Nachweis.pdf", Buffer.from("<html>kein PDF</html>"), "not_a_pdf"],
        ["Nachweis.pdf", pdf_file().subarray(0, 200), "not_a_pdf"],
        ["Foto.jpg", photo.subarray(0, photo.length - 2), "not_an_image"],
        ["Foto.jpg", Buffer.from("<svg onload='alert(1)'/>"), "not_an_image"],
        ["Bild.svg", Buffer.from("<svg onload='alert(1)'/>"), "unknown_media"],
        ["Bild.png", png_file(65_535, 65_535), "too_many_pixels"],
        ["Text.docx", Buffer.from("PK\u0003\u0004"), "unknown_media"],
        ["IMG_1.HEIC", Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0"), Buffer.alloc(99)]), "heic_photo"],
        ["Nullen", Buffer.alloc(100_000), "unknown_media"],
    ]) {
        assert_problem(await teacher.post(`${PATH}?name=${encodeURIComponent(name)}`, bytes), 422, code);
    }
    assert.equal((await admin.get("/api/changes")).json.last, before);
});

test("10 MB are taken, a byte more is not", async () => {
    const words = pdf_file("");
    const filled = Buffer.concat([pdf_file("x".repeat(LIMIT - words.length - 200)), Buffer.alloc(LIMIT, "\n")]).subarray(0, LIMIT);
    assert.equal((await teacher.post(PATH, filled)).status, 201);
    const refused = await teacher.post(PATH, Buffer.concat([filled, Buffer.from("\n")]));
    assert_problem(refused, 413, "too_large");
    assert.equal(refused.json.limit_bytes, LIMIT);
});

test("60 MB are refused as soon as they are announced", async () => {
    const { port } = new URL(server.url);
    const answer = await new Promise((done, failed) => {
        const socket = connect(Number(port), "127.0.0.1", () => socket.write([
            `POST ${PATH} HTTP/1.1`, "Host: x", `Cookie: ${teacher.headers.cookie}`, "Content-Length: 62914560", "", ""].join("\r\n")));
        let text = "";
        socket.on("data", (bytes) => {
            text += bytes;
            if (text.includes("\r\n\r\n") && text.endsWith("}")) {
                socket.destroy();
                done(text);
            }
        });
        socket.on("error", failed);
    });
    assert.match(answer, /^HTTP\/1\.1 413 /);
    assert.match(answer, /"code":"too_large"/);
});

test("photos of a report are read by whoever may read the ticket", async () => {
    const photo = jpeg_file({ words: randomUUID() });
    const { sha256 } = (await teacher.post(PATH, photo)).json;
    const report = { asset_code: "BEA0204", title: "Kein Bild", attachments: [{ sha256, name: "Über\u202E../Beamer.JPG" }] };
    assert_problem(await technician.post("/api/tickets", report), 422, "invalid", { "attachments.0.sha256": "unknown_attachment" });
    const ticket = (await teacher.post("/api/tickets", report)).json;
    const list = (await technician.get(`/api/tickets/${ticket.id}/attachments`)).json;
    assert.deepEqual(list.items, [{ position: 1, sha256, name: "Beamer.jpg", media_type: "image/jpeg", size: list.items[0].size }]);
    const back = await technician.get(`/api/tickets/${ticket.id}/attachments/1`);
    assert.equal(back.headers["content-type"], "image/jpeg");
    assert.equal(back.headers["content-disposition"], `inline; filename="Beamer.jpg"; filename*=UTF-8''Beamer.jpg`);
    assert.equal(sha256_of(back.bytes), sha256);
    assert.equal((await technician.get(`/api/tickets/${ticket.id}/attachments/2`)).status, 404);
    const plain = await teacher.get(`/basis/meldungen/${ticket.id}`, { accept: "text/html" });
    assert.match(plain.text, new RegExp(`href="/api/tickets/${ticket.id}/attachments/1"`));
});
