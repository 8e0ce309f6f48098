// One code is counted once, however long and however unsteadily it is held before the camera.

import assert from "node:assert/strict";
import { test } from "node:test";

import { cut_of } from "../../../web/camera_picture.mjs";
import { CAMERA_TEXTS } from "../../../web/camera_texts.mjs";
import { AWAY, ScanOnce } from "../../../web/scan_once.mjs";

const EVERY_MS = 110;

/// scenes: [milliseconds, codes in the picture]. → the codes that were counted
function film(scenes, { every_ms = EVERY_MS, key_of } = {}) {
    const once = new ScanOnce(key_of);
    const counted = [];
    let now = 0;
    let end = 0;
    for (const [lasts_ms, codes] of scenes) {
        end += lasts_ms;
        for (; now < end; now += every_ms) {
            const code = once.see(codes, now);
            if (code !== null) counted.push(code);
        }
    }
    return counted;
}

test("a label held in view for a minute is counted once", () => {
    assert.deepEqual(film([[60_000, ["A"]]]), ["A"]);
});

test("a shaking hand that blurs it now and then makes no second scan", () => {
    const shaking = Array.from({ length: 40 }, () => [[300, ["A"]], [1000, []]]).flat();
    assert.deepEqual(film(shaking), ["A"]);
});

test("a label that has left the picture and is back is counted again", () => {
    assert.deepEqual(film([[500, ["A"]], [AWAY.least_ms + 300, []], [500, ["A"]]]), ["A", "A"]);
});

test("another label in between counts as having left, once it was long enough", () => {
    assert.deepEqual(film([[500, ["A"]], [500, ["B"]], [500, ["A"]]]), ["A", "B"]);
    assert.deepEqual(film([[500, ["A"]], [AWAY.least_ms + 300, ["B"]], [500, ["A"]]]), ["A", "B", "A"]);
});

test("forty labels one after the other are forty scans, without a pause between them", () => {
    const labels = Array.from({ length: 40 }, (_, index) => `TAB${index}`);
    assert.deepEqual(film(labels.map((label) => [400, [label]])), labels);
});

test("while no picture is looked at nothing leaves: a hidden page, a slow phone", () => {
    const once = new ScanOnce();
    assert.equal(once.see(["A"], 0), "A");
    assert.equal(once.see(["A"], 60_000), null);
    assert.equal(once.see([], 60_100), null);
    assert.equal(once.see(["A"], 70_000), null); // one blurred picture in ten seconds
});

test("of several labels in the picture the one aimed at counts, the others when they are aimed at", () => {
    assert.deepEqual(film([[500, ["A", "B"]], [500, ["B", "A"]], [500, ["A", "B"]]]), ["A", "B"]);
});

test("a label that carries its tag twice is one code", () => {
    const key_of = (text) => text.replace(/^.*\//, "");
    assert.deepEqual(film([[300, ["https://a.de/g/A", "A"]], [300, ["A", "https://a.de/g/A"]]], { key_of }), ["https://a.de/g/A"]);
});

test("the dialog opened anew counts what it sees", () => {
    const once = new ScanOnce();
    once.see(["A"], 0);
    once.forget();
    assert.equal(once.see(["A"], 100), "A");
});

test("the part of the video that is read is what shows in the frame", () => {
    // as wide as the view: nothing is cut off at the sides
    const view = { x: 10, y: 50, width: 320, height: 240 };
    assert.deepEqual(cut_of({ width: 640, height: 480 }, view, { x: 90, y: 70, width: 160, height: 120 }),
        { x: 160, y: 40, width: 320, height: 240 });
    // a phone held upright shows the middle of a wide video
    const upright = { x: 0, y: 0, width: 360, height: 540 };
    assert.deepEqual(cut_of({ width: 1920, height: 1080 }, upright, { x: 30, y: 70, width: 300, height: 400 }),
        { x: 660, y: 140, width: 600, height: 800 });
    // a frame larger than the video ends with it
    const square = { x: 0, y: 0, width: 200, height: 200 };
    assert.deepEqual(cut_of({ width: 100, height: 100 }, square, { x: -100, y: 50, width: 400, height: 100 }),
        { x: 0, y: 25, width: 100, height: 50 });
});

test("the dialog says the same in both languages", () => {
    const { de, en } = CAMERA_TEXTS;
    assert.deepEqual(Object.keys(de), Object.keys(en));
    const holes = (words) => words.match(/\{\w+\}/g) ?? [];
    for (const key of Object.keys(de)) assert.deepEqual(holes(de[key]), holes(en[key]), key);
});
