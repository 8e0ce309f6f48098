// What a hand writes into the pad, as the application and the server take it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { SignatureStrokes } from "../../../web/signature_strokes.mjs";
import { SIGNATURE_TEXTS } from "../../../web/signature_texts.mjs";

test("a line is a signature, a dot and a touch by mistake are none", () => {
    const strokes = new SignatureStrokes(3);
    assert.ok(strokes.is_empty);
    strokes.begin(0.5, 0.5);
    assert.ok(strokes.is_empty);
    strokes.go_on(0.53, 0.5);
    assert.ok(strokes.is_empty);
    for (let x = 0.55; x < 0.8; x += 0.05) strokes.go_on(x, 0.4);
    assert.ok(!strokes.is_empty);
    strokes.clear();
    assert.ok(strokes.is_empty);
    assert.equal(String(strokes), "[]");
});

test("points lie within the field, and those that look the same are one", () => {
    const strokes = new SignatureStrokes(3);
    strokes.begin(-0.2, 0.5);
    assert.equal(strokes.go_on(0.0001, 0.5), false);
    assert.equal(strokes.go_on(0.5, 1.7), true);
    strokes.begin(0.3, 0.3); // the dot of an i
    assert.deepEqual(JSON.parse(String(strokes)), [[[0, 0.5], [0.5, 1]], [[0.3, 0.3], [0.3, 0.3]]]);
});

test("scribbling without end stays small enough to be sent", () => {
    const strokes = new SignatureStrokes(3);
    strokes.begin(0, 0);
    for (let i = 1; i < 20_000; i += 1) strokes.go_on((i * 37 % 1000) / 1000, (i * 71 % 1000) / 1000);
    assert.ok(String(strokes).length < 100_000, `${String(strokes).length} characters`);
});

test("the dialog to sign in has the same words in both languages", () => {
    const { de, en } = SIGNATURE_TEXTS;
    assert.deepEqual(Object.keys(de), Object.keys(en));
});
