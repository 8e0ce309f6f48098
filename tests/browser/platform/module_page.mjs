// A page without the application, for tests of single modules of web/: they lie below "modules/" of the server.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { open_page } from "./browser.mjs";

const web = join(fileURLToPath(import.meta.url), "../../../../web");

/// body: the page's HTML. → {page, context, complaints}
export async function open_modules(browser, server, body, options = {}) {
    const opened = await open_page(browser, options);
    await opened.page.route("**/modules/*", (route) => route.fulfill({
        contentType: "text/javascript", body: readFileSync(join(web, new URL(route.request().url()).pathname.split("/").at(-1))),
    }));
    await opened.page.route(`${server.url}blank`, (route) => route.fulfill({
        contentType: "text/html; charset=utf-8", body: `<!doctype html><html lang="de"><title>leer</title>${body}</html>`,
    }));
    await opened.page.goto(`${server.url}blank`);
    return opened;
}

const NUMBERS = ["level", "row_index", "row_count", "max_length", "sort", "expanded"];
const TEXTS = ["key", "name", "value", "wrapped", "description", "href", "input_mode", "accept", "lang"];
const DEFAULTS = { level: 1, expanded: -1 };
const FLAGS = [
    "enabled", "focusable", "focused", "invalid", "required", "checked", "selected", "modal", "cover", "silent", "code",
    "popup", "camera"];

/// What the program publishes (client/platform/web/tree_encoder.cpp) as an array of bytes. nodes: all there are, in
/// reading order, {id, parent, role, name, …}; what is left out is as of a usable thing without words of its own.
export function encode_tree(nodes, title = "Titel") {
    const parts = [];
    const number = (size, write) => (value) => {
        const bytes = Buffer.alloc(size);
        write.call(bytes, value);
        parts.push(bytes);
    };
    const u8 = number(1, Buffer.prototype.writeUInt8);
    const u32 = number(4, Buffer.prototype.writeUInt32LE);
    const i32 = number(4, Buffer.prototype.writeInt32LE);
    const f32 = number(4, Buffer.prototype.writeFloatLE);
    const text = (value) => {
        u32(Buffer.byteLength(value));
        parts.push(Buffer.from(value));
    };
    const rect = ([x, y, width, height]) => [x, y, width, height].forEach(f32);

    u8(3); // with page and order
    text("de");
    text(title);
    u32(nodes.length);
    for (const given of nodes) {
        const node = { enabled: true, focusable: ["button", "link", "textbox"].includes(given.role), ...given };
        u32(node.id);
        rect(node.rect ?? [0, node.id * 40, 200, 40]);
        rect(node.clip ?? [0, 0, 1000, 1000]);
        text(node.role);
        u32(FLAGS.reduce((bits, name, bit) => bits | (node[name] ? 1 << bit : 0), 0));
        for (const name of TEXTS) text(node[name] ?? (name === "key" ? `k${node.id}` : ""));
        u32(0); // options
        f32(node.words ? 16 : 0);
        u8(0);
        u32(0);
        u32(0xffffff);
        [0, -1, 0].forEach(f32);
        for (const name of NUMBERS) i32(node[name] ?? DEFAULTS[name] ?? 0);
        f32(-1);
    }
    u32(0); // places
    u32(nodes.length);
    for (const { id, parent = 0 } of nodes) [id, parent].forEach(u32);
    return [...Buffer.concat(parts)];
}
