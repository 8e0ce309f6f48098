// Makes few files of many, because every answer costs its headers and compresses by itself: all modules become one
// and all style sheets one. And writes what the service worker has to know into it. Used by tools/bundle.mjs.

import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

/// What every browser with WebGL 2 and import() can read (Safari 15.4, of 2022, is the oldest of them).
const TARGET = ["es2022", "chrome100", "firefox100", "safari15.4"];
/// web/pages.css is a list of its parts.
const PART = /^@import "([^"]+)";$/gm;
const STYLE_SHEET = /[ \t]*<link rel="stylesheet" href="([^"]+)">\n/g;

/// What the plain view and the manual link to; the application's page does not load them.
export const FOR_PAGES = ["tokens.css", "pages.css", "page_look.mjs"];

/// Fetched when somebody first needs it: the camera, the field to sign in, a language, the program's second part.
export const FOR_LATER = [
    "camera.css", "camera.mjs", "decode_worker.mjs", "zxing_reader.wasm", "signature_pad.css", "signature_pad.mjs", "de.json",
    "de_later.json", "en.json", "en_later.json", "schulkit_later.wasm",
];

const ENTRIES = ["app.mjs", "camera.mjs", "page_look.mjs", "signature_pad.mjs"];
/// Classic scripts: not every browser of TARGET has workers that are modules.
const WORKERS = ["decode_worker.mjs"];
/// Stay as they are: Emscripten's own, and the service worker.
const WHOLE = ["schulkit.mjs", "worker.mjs"];

/// sources: plain name → bytes. Puts the joined files in the place of their parts.
export function join_code(sources, root) {
    const esbuild = createRequire(join(root, "web/package.json"))("esbuild");
    const build = (entries, format) => esbuild.buildSync({
        absWorkingDir: join(root, "web"), // else the folder's name would be in the names of modules
        entryPoints: entries,
        outdir: root, // nothing is written there: the names in outputFiles follow from it
        outExtension: { ".js": ".mjs" },
        bundle: true,
        format,
        target: TARGET,
        minify: true,
        charset: "utf8",
        legalComments: "none",
        write: false,
        logLevel: "warning",
    }).outputFiles;
    const outputFiles = [...build(ENTRIES, "esm"), ...build(WORKERS, "iife")];
    for (const name of [...sources.keys()]) {
        if (name.endsWith(".mjs") && !WHOLE.includes(name)) sources.delete(name);
    }
    for (const { path, contents } of outputFiles) sources.set(basename(path), Buffer.from(contents));

    /// In their order; what no page links to by itself goes.
    const join_sheets = (target, names) => {
        const styles = names.map((name) => sources.get(name).toString("utf8")).join("\n");
        for (const name of names) if (!FOR_PAGES.includes(name)) sources.delete(name);
        const { code } = esbuild.transformSync(styles, { loader: "css", minify: true, charset: "utf8", target: TARGET });
        sources.set(target, Buffer.from(code));
    };
    const page = sources.get("index.html").toString("utf8");
    join_sheets("style.css", [...page.matchAll(STYLE_SHEET)].map(([, name]) => name));
    for (const sheet of ["camera.css", "signature_pad.css"]) join_sheets(sheet, [sheet]);
    const plain = sources.get("pages.css").toString("utf8");
    join_sheets("pages.css", [...plain.matchAll(PART)].map(([, name]) => name));
    let first = true;
    sources.set("index.html", Buffer.from(page.replace(STYLE_SHEET, () => {
        if (!first) return "";
        first = false;
        return '  <link rel="stylesheet" href="style.css">\n';
    })));
}

/// The release is what its files are: the same files are the same release.
export function name_release(files) {
    const hash = createHash("sha256");
    for (const [name, { path }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name} ${path}\n`);
    return hash.digest("hex").slice(0, 12);
}

/// web/worker.mjs as it is served: with the release it keeps and the list of its files.
export function complete_worker(text, release, paths, later) {
    const slots = { RELEASE: release, FILES: paths, LATER: later };
    for (const [name, value] of Object.entries(slots)) {
        const slot = new RegExp(`(?<=^const ${name} = ).*?(?=;)`, "m");
        if (!slot.test(text)) throw new Error(`web/worker.mjs lacks a line const ${name} = …;`);
        text = text.replace(slot, () => JSON.stringify(value));
    }
    return text;
}
