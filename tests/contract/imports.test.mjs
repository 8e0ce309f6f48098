// Lists as they come: what is recognised, what is refused, and that nothing bad is stored by halves.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { county_list, windows_1252 } from "../browser/device_list.mjs";
import { start_demo_server } from "../browser/server.mjs";
import { assert_problem, sign_in } from "./http.mjs";

let server;
let coordinator;

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
});
after(() => server?.stop());

const PREVIEW = "/api/imports";
const STORE = "/api/imports?dry_run=false";
const PARTIAL = "/api/imports?dry_run=false&partial=true";

async function exists(tag) {
    return (await coordinator.get(`/api/lookup/${encodeURIComponent(tag)}`)).status === 200;
}

function utf_16le(text) {
    return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
}

/// The errors of the only rejected row.
async function row_errors(list) {
    const { status, json, text } = await coordinator.post(PREVIEW, list);
    assert.equal(status, 200, text);
    assert.equal(json.rejected, 1, text);
    const [row] = json.rows.filter(({ action }) => action === "rejected");
    return { row: row.row, errors: row.errors };
}

test("a preview is the default, answers 200 and stores nothing", async () => {
    const list = county_list("A");
    const { status, json, text } = await coordinator.post(PREVIEW, list.bytes);
    assert.equal(status, 200, text);
    assert.equal(json.encoding, "windows-1252");
    assert.deepEqual([json.created, json.updated, json.unchanged, json.rejected], [list.good.length, 0, 0, 2]);
    const rejected = json.rows.filter(({ action }) => action === "rejected");
    assert.deepEqual(rejected.map(({ row, errors }) => [row, errors]), [
        [4, [{ field: "purchased_on", code: "bad_date", value: "31.02.2024" }]],
        [6, [{ field: "school_code", code: "unknown_school", value: "GYM-99" }]],
    ]);
    for (const { tag } of list.good) assert.equal(await exists(tag), false, tag);
});

test("a real run with a rejected row stores nothing and answers 422 with the same report", async () => {
    const list = county_list("B");
    const preview = (await coordinator.post(PREVIEW, list.bytes)).json;
    const answer = await coordinator.post(STORE, list.bytes);
    assert.equal(answer.status, 422, answer.text);
    for (const member of ["format", "encoding", "created", "updated", "unchanged", "rejected", "rows"]) {
        assert.deepEqual(answer.json[member], preview[member], member);
    }
    for (const { tag } of list.good) assert.equal(await exists(tag), false, tag);
});

test("a partial run stores the good rows; the same list again changes nothing", async () => {
    const list = county_list("C");
    const { status, json, text } = await coordinator.post(PARTIAL, list.bytes);
    assert.equal(status, 200, text);
    assert.deepEqual([json.created, json.rejected], [list.good.length, 2]);
    for (const { tag } of list.good) assert.equal(await exists(tag), true, tag);
    for (const { tag } of list.bad) assert.equal(await exists(tag), false, tag);

    const asset = await coordinator.find_asset("NBC9001");
    assert.equal(asset.name, "Notebook für die Schülerbücherei");
    assert.equal(asset.category, "Notebook");
    assert.equal(asset.purchased_on, "2024-08-31");
    assert.equal(asset.price_cents, 123456);
    assert.equal(asset.status, "in_use");
    assert.equal(asset.school_code, "GYM-03");
    assert.equal(asset.notes, "Netzteil fehlt,\nAufkleber \"Übergabe\" am Deckel");
    const projector = await coordinator.find_asset("BEC9002");
    assert.deepEqual([projector.school_code, projector.status, projector.price_cents], ["GYM-03", "in_repair", 89900]);
    assert.equal((await coordinator.find_asset("TAC9004")).status, "retired");

    const again = (await coordinator.post(PARTIAL, list.bytes)).json;
    assert.deepEqual([again.created, again.updated, again.unchanged, again.rejected], [0, 0, list.good.length, 2]);
    const log = (await coordinator.get(`/api/audit?entity=asset&id=${asset.id}`)).json.items;
    assert.deepEqual(log.map(({ action, actor }) => [action, actor]), [["import", "coordinator"]]);
});

test("a list that changes devices says which fields", async () => {
    await coordinator.post("/api/assets", { tag: "UPD0001", name: "Tablet", room: "1", serial: "SNUPD0001" });
    const list = "Inventarnummer;Bezeichnung;Raum\r\nUPD0001;Tablet;2\r\n";
    const preview = (await coordinator.post(PREVIEW, list)).json;
    assert.deepEqual([preview.created, preview.updated], [0, 1]);
    const [row] = preview.rows;
    assert.deepEqual([row.row, row.action, row.changed], [2, "updated", ["room"]]);
    assert.equal((await coordinator.post(STORE, list)).status, 200);
    const asset = await coordinator.find_asset("UPD0001");
    assert.deepEqual([asset.room, asset.serial], ["2", "SNUPD0001"], "what the list does not say stays");
});

test("encodings, separators and line ends are recognised", async () => {
    const rows = (separator, end, tag) => [["Inventarnummer", "Bezeichnung", "Schule"], [tag, "Übungsgerät ß", "GYM-03"]]
        .map((row) => row.join(separator)).join(end) + end;
    const bom = Buffer.from([0xef, 0xbb, 0xbf]);
    const lists = [
        ["utf-8", Buffer.from(rows(";", "\n", "ENC001"))],
        ["utf-8-bom", Buffer.concat([bom, Buffer.from(rows(",", "\r\n", "ENC002"))])],
        ["windows-1252", windows_1252(rows("\t", "\r\n", "ENC003"))],
        ["utf-16le", utf_16le(rows("\t", "\r\n", "ENC004"))],
        ["utf-16be", utf_16le(rows(";", "\r", "ENC005")).swap16()],
    ];
    for (const [encoding, bytes] of lists) {
        const { status, json, text } = await coordinator.post(STORE, bytes);
        assert.equal(status, 200, `${encoding}: ${text}`);
        assert.deepEqual([json.encoding, json.created, json.rejected], [encoding, 1, 0]);
        assert.equal((await coordinator.find_asset(json.rows[0].tag)).name, "Übungsgerät ß", encoding);
    }
});

test("Snipe-IT's headers and English words are understood", async () => {
    const list = "Asset Name,Asset Tag,Serial,Model,Manufacturer,Category,Status,Purchase Date,Purchase Cost,Location\n"
        + "Projector 1,SNIPE001,SNSNIPE001,EB-992F,Epson,Projector,Ready to Deploy,2024-08-31,\"1,234.56\",GYM-03\n";
    const { status, json, text } = await coordinator.post(STORE, list);
    assert.equal(status, 200, text);
    assert.equal(json.created, 1, text);
    const asset = await coordinator.find_asset("SNIPE001");
    assert.deepEqual([asset.status, asset.purchased_on, asset.price_cents, asset.manufacturer, asset.serial],
        ["in_stock", "2024-08-31", 123456, "Epson", "SNSNIPE001"]);
});

test("each kind of bad row has its code, with row, column and value", async () => {
    const head = "Inventarnummer;Bezeichnung;Seriennummer;Schule;Kaufdatum;Anschaffungswert;Status\n";
    const one = async (row) => row_errors(head + row + "\n");
    assert.deepEqual(await one(";Ohne Nummer;;;;;"), { row: 2, errors: [{ field: "tag", code: "required", value: "" }] });
    assert.deepEqual((await one("R001;Gerät;;;32.01.2024;;")).errors, [{ field: "purchased_on", code: "bad_date", value: "32.01.2024" }]);
    assert.deepEqual((await one("R002;Gerät;;;;viel;")).errors, [{ field: "price_cents", code: "bad_number", value: "viel" }]);
    assert.deepEqual((await one("R003;Gerät;;;;;verliehen an Mars")).errors, [{ field: "status", code: "bad_status", value: "verliehen an Mars" }]);
    assert.deepEqual((await one("R004;Gerät;;Hogwarts;;;")).errors, [{ field: "school_code", code: "unknown_school", value: "Hogwarts" }]);
    const long = (await one(`R005;${"x".repeat(201)};;;;;`)).errors;
    assert.deepEqual(long.map(({ field, code }) => [field, code]), [["name", "too_long"]]);

    await coordinator.post("/api/assets", { tag: "R006", name: "Gerät", serial: "SNR006" });
    assert.deepEqual((await one("R006;Gerät;SNANDERS;;;;")).errors, [{ field: "serial", code: "serial_conflict", value: "SNANDERS" }]);
    assert.deepEqual((await one("R007;Gerät;SNR006;;;;")).errors, [{ field: "serial", code: "serial_conflict", value: "SNR006" }]);

    const twice = (await coordinator.post(PREVIEW, `${head}R008;Eins;;;;;\nr008;Zwei;;;;;\n`)).json;
    const codes = twice.rows.filter(({ action }) => action === "rejected").flatMap(({ row, errors }) => errors.map(({ code }) => [row, code]));
    assert.ok(codes.some(([row, code]) => row === 3 && code === "duplicate_in_file"), JSON.stringify(twice));

    const broken = Buffer.concat([Buffer.from(`${head}R009;Ger`), Buffer.from([0xff, 0xfe, 0x81]), Buffer.from("t ä;;;;;\nR010;Gerät;;;;;\n")]);
    const answer = await coordinator.post(PREVIEW, broken);
    assert.equal(answer.status, 200, answer.text); // as another encoding, or with the row refused: never as rubbish silently
    if (answer.json.encoding.startsWith("utf-8")) {
        assert.ok(answer.json.rows.some(({ errors }) => errors.some(({ code }) => code === "bad_encoding")), answer.text);
    }
});

test("what is no table is refused as a whole", async () => {
    const zip = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), Buffer.alloc(2000, 7)]);
    for (const body of ["", zip, Buffer.alloc(1 << 20),
        "Sehr geehrte Damen und Herren,\nanbei die Liste.\nMit freundlichen Grüßen\n", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")]) {
        for (const path of [PREVIEW, STORE, PARTIAL]) assert_problem(await coordinator.post(path, body), 422, "not_a_table");
    }
    for (const body of ["Inventarnummer;Bezeichnung\n", "Inventarnummer;Raum\nX1;204\n", "Inventarnummer;Bezeichnung\nX1;\"offen\nX2;Y\n",
        utf_16le("Inventarnummer;Bezeichnung\nX1;Gerät\n").subarray(0, -1)]) {
        const answer = await coordinator.post(STORE, body);
        assert_problem(answer, 422, answer.json.code);
        assert.ok(["no_rows", "missing_column", "unterminated_quote", "bad_encoding", "not_a_table"].includes(answer.json.code), answer.text);
    }
    assert.equal(await exists("X1"), false);
});

test("more than 64 MB is refused with 413, also 200 MB of zeros", async () => {
    const too_large = Buffer.alloc((64 << 20) + 1, "x");
    assert_problem(await coordinator.post(PREVIEW, too_large), 413, "too_large");
    const zeros = await coordinator.post(PREVIEW, Buffer.alloc(200 << 20)).catch((reason) => reason);
    // It may hang up after its answer, before all has been sent.
    if (zeros instanceof Error) assert.match(zeros.code, /EPIPE|ECONNRESET/);
    else assert_problem(zeros, 413, "too_large");
    assert.equal((await coordinator.get("/healthz")).status, 200);
});

test("50,000 rows import in seconds and are there", async () => {
    const rows = ["Inventarnummer;Bezeichnung;Schule;Raum;Seriennummer;Kaufdatum;Anschaffungswert;Status"];
    for (let number = 0; number < 50_000; ++number) {
        rows.push(`VIEL${number};Tablet Größe ${number % 13};GYM-0${1 + (number % 8)};${100 + (number % 50)};SNVIEL${number};31.08.2024;419,00 €;in Betrieb`);
    }
    const began = performance.now();
    const answer = await coordinator.post(STORE, windows_1252(rows.join("\r\n")));
    const took = (performance.now() - began) / 1000;
    assert.equal(answer.status, 200, answer.text.slice(0, 300));
    assert.equal(answer.json.created, 50_000);
    assert.equal(answer.json.rows.length, 1000, "only the first 1,000 are listed");
    assert.ok(took < 60, `${took.toFixed(1)} s`);
    assert.equal(await exists("VIEL49999"), true);
    const page = (await coordinator.get("/api/assets?q=viel4999&limit=20")).json;
    assert.ok(page.items.length >= 10);
});
