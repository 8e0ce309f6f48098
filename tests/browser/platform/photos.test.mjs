// Photos on their way out of the page: made smaller, the right side up, and never sent where they cannot be taken.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { jpeg_file, pdf_file } from "../../contract/media.mjs";
import { DESKTOP, launch_browser } from "./browser.mjs";
import { open_modules } from "./module_page.mjs";
import { start_page_server } from "./page_server.mjs";

let browser;
let server;
let opened;

before(async () => {
    browser = await launch_browser();
    server = await start_page_server({ answers: { "POST /api/attachments": () => ({ status: 201, body: { sha256: "a" } }) } });
});
after(async () => {
    await browser.close();
    await server.close();
});
afterEach(() => {
    assert.deepEqual(opened.complaints, []);
    return opened.context.close();
});

const MEGABYTE = 1024 * 1024;

async function open() {
    opened = await open_modules(browser, server, "", DESKTOP);
    await opened.page.evaluate(async () => {
        const { Calls } = await import("/modules/calls.mjs");
        window.answers = new Map();
        window.calls = new Calls({ answer: (id, answer) => window.answers.set(id, answer), upload_progress: () => {}, changes: {} });
        /// A picture whose upper half is red and whose lower half is noise, so that it cannot be packed.
        window.draw = async (width, height, type) => {
            const canvas = new OffscreenCanvas(width, height);
            const context = canvas.getContext("2d");
            const tile = context.createImageData(512, 512);
            for (let i = 0; i < tile.data.length; ++i) tile.data[i] = i % 4 === 3 ? 255 : (Math.imul(i, 2654435761) >>> 13) & 255;
            for (let y = 0; y < height; y += 512) for (let x = 0; x < width; x += 512) context.putImageData(tile, x, y);
            context.fillStyle = "rgb(255,0,0)";
            context.fillRect(0, 0, width, height / 2);
            return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 1 })).arrayBuffer());
        };
        /// What EXIF says of it, behind the start of a JPEG.
        window.turned = (jpeg, orientation) => {
            const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0,
                orientation, 0, 0, 0, 0, 0, 0];
            return new Uint8Array([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)]);
        };
        let next = 1;
        window.upload = async (file, max_file_bytes) => {
            const id = next++;
            await window.calls.send(id, { method: "POST", path: "/api/attachments", body: "", content_type: "application/octet-stream",
                idempotency_key: "", if_none_match: "", file_handle: window.calls.keep_file(file), max_file_bytes, live: false });
            const { status, body } = window.answers.get(id);
            return { status, json: JSON.parse(new TextDecoder().decode(body)) };
        };
    });
    server.requests.length = 0;
    return opened.page;
}

const sent = () => server.requests.filter(({ path }) => path === "/api/attachments");

/// {width, height, type} of bytes, and whether a place of it is red: "top", "left", …
function look_at(page, bytes) {
    return page.evaluate(async (numbers) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(numbers)]), { imageOrientation: "none" });
        const { width, height } = picture;
        const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
        context.drawImage(picture, 0, 0);
        const is_red = (x, y) => {
            const [red, green, blue] = context.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data;
            return red > 240 && green < 20 && blue < 20;
        };
        return { width, height, top: is_red(0.5, 0.1), right: is_red(0.9, 0.5), bottom: is_red(0.5, 0.9), left: is_red(0.1, 0.5) };
    }, [...bytes]);
}

test("a telephone's photo of many megabytes is sent as a small JPEG of 2048 pixels", async () => {
    const page = await open();
    const answer = await page.evaluate(async () => {
        const photo = await window.draw(6000, 4000, "image/jpeg");
        return { size: photo.length, ...await window.upload(new File([photo], "IMG_1.jpg", { type: "image/jpeg" }), 10 * 1024 * 1024) };
    });
    assert.equal(answer.status, 201);
    assert.ok(answer.size > 10 * MEGABYTE, `${answer.size} bytes would have been refused`);
    const [{ bytes }] = sent();
    assert.ok(bytes.length < 4 * MEGABYTE, `${bytes.length} bytes`);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xff, 0xd8, 0xff]);
    assert.deepEqual(await look_at(page, bytes), { width: 2048, height: 1365, top: true, right: false, bottom: false, left: false });
});

test("what EXIF says of its upper side is in the picture itself afterwards", async () => {
    const page = await open();
    await page.evaluate(async () => {
        const photo = window.turned(await window.draw(4096, 2048, "image/jpeg"), 6); // to be turned to the right
        await window.upload(new File([photo], "IMG_2.jpg", { type: "image/jpeg" }), 10 * 1024 * 1024);
    });
    const [{ bytes }] = sent();
    assert.equal(bytes.includes("Exif"), false);
    assert.deepEqual(await look_at(page, bytes), { width: 1024, height: 2048, top: false, right: true, bottom: false, left: false });
});

test("what is small already, and what is no picture, is sent as it is", async () => {
    const page = await open();
    const [photo, picture] = await page.evaluate(async () => {
        const files = [await window.draw(300, 200, "image/jpeg"), await window.draw(300, 200, "image/png")];
        await window.upload(new File([files[0]], "klein.jpg", { type: "image/jpeg" }), 10 * 1024 * 1024);
        await window.upload(new File([files[1]], "klein.png", { type: "image/png" }), 10 * 1024 * 1024);
        return files.map((bytes) => [...bytes]);
    });
    const others = [["a.pdf", "application/pdf", pdf_file()], ["b.jpg", "image/jpeg", jpeg_file()], ["c.svg", "image/svg+xml", Buffer.from("<svg/>")],
        ["d.heic", "", Buffer.from("\0\0\0\x18ftypheic")]];
    for (const [name, type, bytes] of others) {
        await page.evaluate(([called, kind, numbers]) => window.upload(new File([new Uint8Array(numbers)], called, { type: kind }), 10 * 1024 * 1024),
            [name, type, [...bytes]]);
    }
    assert.deepEqual(sent().map(({ bytes }) => [...bytes]), [photo, picture, ...others.map(([, , bytes]) => [...bytes])]);
});

test("what is too large stays here, and the answer is the server's", async () => {
    const page = await open();
    const answer = await page.evaluate(() =>
        window.upload(new File([new Uint8Array(11 * 1024 * 1024)], "Nachweis.pdf", { type: "application/pdf" }), 10 * 1024 * 1024));
    assert.equal(answer.status, 413);
    assert.deepEqual(answer.json, { status: 413, code: "too_large", limit_bytes: 10 * MEGABYTE });
    assert.equal(sent().length, 0);
    // lists of devices have the server's limit alone
    const list = await page.evaluate(() => window.upload(new File([new Uint8Array(11 * 1024 * 1024)], "liste.csv", { type: "text/csv" }), 0));
    assert.equal(list.status, 201);
});

test("the same file sent again has the same bytes, also when others were chosen meanwhile", async () => {
    const page = await open();
    await page.evaluate(async () => {
        const photo = new File([await window.draw(3000, 2000, "image/jpeg")], "IMG_3.jpg", { type: "image/jpeg" });
        const handle = window.calls.keep_file(photo);
        const send = (id, file_handle) => window.calls.send(id, { method: "POST", path: "/api/attachments", body: "", content_type: "",
            idempotency_key: "", if_none_match: "", file_handle, max_file_bytes: 10 * 1024 * 1024, live: false });
        await send(101, handle);
        for (let i = 0; i < 5; ++i) window.calls.keep_file(new File(["x"], "x.txt"));
        await send(102, handle);
        for (let i = 0; i < 9; ++i) window.calls.keep_file(new File(["x"], "x.txt"));
        await send(103, handle);
    });
    const [first, second] = sent();
    assert.equal(sent().length, 2);
    assert.ok(first.bytes.equals(second.bytes));
    assert.equal(await page.evaluate(() => window.answers.get(103).status), 0, "forgotten after many others");
});
