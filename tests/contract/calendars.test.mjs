// A calendar feed over HTTP, read by a parser that is not ours and not the one that wrote it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import ICAL from "ical.js";

import { start_demo_server } from "../browser/server.mjs";
import { send, sign_in } from "./http.mjs";

let server;
let coordinator;

before(async () => {
    server = await start_demo_server();
    coordinator = await sign_in(server, "coordinator");
});
after(() => server?.stop());

async function fetch_events(address) {
    const file = await send(server, "GET", address);
    assert.equal(file.status, 200, file.text);
    assert.equal(file.headers["content-type"], "text/calendar; charset=utf-8");
    for (const line of file.text.split("\r\n")) {
        assert.ok(Buffer.byteLength(line) <= 75, `longer than 75 octets: ${line}`);
        assert.ok(!line.includes("\n"), `a line end of its own: ${line}`);
    }
    const calendar = new ICAL.Component(ICAL.parse(file.text));
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
}

async function make_address(body = { office: true }) {
    const made = await coordinator.post("/api/calendars", body);
    assert.equal(made.status, 200, made.text);
    return made.json.address;
}

test("a calendar program reads the county's dates, umlauts, commas and appointments included", async () => {
    const title = "Prüfungen, Tests; und „Größeres“ auf Tablets: Möglichkeiten, Grenzen, Erfahrungen aus 22 Schulen";
    const made = await coordinator.post("/api/trainings", { title, held_on: "2027-02-03", place: "Kreishaus, Saal 1", schools: [] });
    assert.equal(made.status, 201, made.text);
    const due = (await coordinator.get("/api/due-returns")).json.items.find(({ state, tour_id }) => state === "handed_over" && !tour_id);
    const tour = await coordinator.post("/api/tours", { school_year: due.last_school_year, drives_on: due.due_on,
        stops: [{ school_id: due.school_id, arrives_from: "09:00", arrives_until: "09:45" }] });
    assert.equal(tour.status, 201, tour.text);

    const events = await fetch_events(await make_address());
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
    const training = events.find(({ summary }) => summary.includes(title));
    assert.equal(training.location, "Kreishaus, Saal 1");
    assert.ok(training.startDate.isDate);
    assert.equal(training.startDate.toString(), "2027-02-03");
    const pickup = events.find(({ summary }) => summary.startsWith("Abholung: "));
    assert.equal(pickup.endDate.subtractDate(pickup.startDate).toSeconds(), 45 * 60);
    assert.equal(pickup.startDate.toJSDate().toLocaleString("de-DE", { timeZone: "Europe/Berlin", timeStyle: "short" }), "09:00");
    assert.ok(events.some(({ summary }) => summary.startsWith("Übergeben: ")));
    assert.ok(events.every(({ component }) => component.getFirstPropertyValue("url").startsWith(`${server.url}/#/`)));

    const of_school = await fetch_events(await make_address({ school_code: due.school_code }));
    assert.ok(of_school.length < events.length);
    assert.ok(of_school.some(({ summary }) => summary.startsWith("Abholung: ")));
});

test("the address is all that a calendar program has, and its query stays out of what the server tells about itself", async () => {
    const address = await make_address();
    assert.equal((await send(server, "HEAD", address)).status, 200);
    const { etag } = (await send(server, "GET", address)).headers;
    assert.equal((await send(server, "GET", address, { headers: { "if-none-match": etag } })).status, 304);
    assert.equal((await send(server, "POST", address)).status, 405);
    const described = (await coordinator.get("/api/openapi.json")).text;
    assert.ok(!described.includes(address.split("=")[1]));
    await make_address();
    assert.equal((await send(server, "GET", address)).status, 404);
});
