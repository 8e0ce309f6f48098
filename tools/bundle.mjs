// Puts the web client together: web/*.{html,css,mjs,svg,webmanifest}, the design tokens, the module and the wasm of
// build/wasm, the fonts, the reader of codes from npm, the icon as a picture, and the manual (tools/manual.mjs). The modules become one file and the style sheets of the page
// another (bundle_code.mjs). Every file but the pages and the service worker gets a name with the hash of its content, so
// it may be cached for ever; references between the files are rewritten. Each is compressed once, here, as gzip and
// brotli. At the end a C++ and an assembler file list them all for the server's binary.
//
//   node tools/bundle.mjs            (from anywhere; writes build/bundle)
//
// References are recognised where a file of the bundle stands alone, relative and under its plain name:
//   HTML  href="x.y" src="x.y"; without a dot it is a page of the server
//   CSS   url(x) @import "x"      manifest  "src": "x"
// index.html's <script id="bundle"> receives {"release", "files": {"x": {"path", "bytes"}}} for what is loaded by name.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { FOR_LATER, FOR_PAGES, complete_worker, join_code, name_release } from "./bundle_code.mjs";
import { make_manual } from "./manual.mjs";
import { split_texts } from "./split_texts.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, "build/bundle");
/// Served under its own name at the site's root, so that it may answer for the whole site.
const WORKER = "worker.mjs";
/// For the home screen of an iPhone, which reads no SVG. Nobody needs it without a connection.
const TOUCH_ICON = "apple-touch-icon.png";

const TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".ttf": "font/ttf",
    ".json": "application/json",
};

// In each expression the file's name is the only thing matched besides what stands before and after it.
const REFERENCES = {
    ".html": [/(?<=\b(?:href|src)=")(?![a-z]+:|#|\/)([^"?#]+\.[a-z]+)(?=")/g],
    ".css": [/(?<=url\("?)([^"#:()]+)(?="?\))/g, /(?<=@import ")([^":]+)(?=")/g],
    ".webmanifest": [/(?<="src":\s*")([^"]+)(?=")/g],
};

function stop(message) {
    console.error(`tools/bundle.mjs: ${message}`);
    process.exit(1);
}

// The typeface of everything, in its two weights.
const faces = [["regular", 400], ["medium", 500]].map(([name, weight]) => `@font-face {
    font-family: Roboto; font-weight: ${weight}; font-display: swap; src: url("${name}.ttf") format("truetype");
}\n`).join("");

// The design tokens as custom properties: as the device has it, or as data-scheme and data-contrast say.
function tokensAsCss() {
    const { colors, space, radius } = JSON.parse(readFileSync(join(root, "shared/design/tokens.json"), "utf8"));
    const css = (name) => `--${name.replaceAll("_", "-")}`;
    const block = (selector, look) => `${selector} { color-scheme: ${look.endsWith("dark") ? "dark" : "light"}; ${
        colors.map((color) => `${css(color.name)}: ${color[look]};`).join(" ")} }\n`;
    const sizes = [...Object.entries(space).map(([name, px]) => [`space_${name}`, px]),
        ...Object.entries(radius).map(([name, px]) => [`radius_${name}`, px])];
    const dark = "prefers-color-scheme: dark";
    const more = "prefers-contrast: more";
    return `${faces}:root { ${sizes.map(([name, px]) => `${css(name)}: ${px}px;`).join(" ")} }
${block(":root", "light")}@media (${dark}) { ${block(":root:not([data-scheme])", "dark")}}
@media (${more}) { ${block(":root:not([data-contrast])", "contrast_light")}}
@media (${more}) and (${dark}) { ${block(":root:not([data-contrast]):not([data-scheme])", "contrast_dark")}}
${block(':root[data-contrast="normal"][data-scheme="light"]', "light")}${
        block(':root[data-contrast="normal"][data-scheme="dark"]', "dark")}${
        block(':root[data-contrast="more"][data-scheme="light"]', "contrast_light")}${
        block(':root[data-contrast="more"][data-scheme="dark"]', "contrast_dark")}`;
}

/// The system rounds the corners itself, and makes black what is transparent.
function drawTouchIcon(sources) {
    const { theme_color } = JSON.parse(sources.get("manifest.webmanifest").toString("utf8"));
    try {
        return execFileSync("rsvg-convert", ["--width=180", "--height=180", `--background-color=${theme_color}`],
            { input: sources.get("icon.svg") });
    } catch (error) {
        return stop(`rsvg-convert: ${error.message}; tools/setup installs it`);
    }
}

function collectSources() {
    const sources = new Map(); // plain name → bytes
    const add = (folder, names) => {
        for (const name of names) {
            const path = join(root, folder, name);
            if (!existsSync(path)) stop(`${folder}/${name} is missing; tools/build makes everything in order`);
            if (sources.has(name)) stop(`two files are called ${name}`);
            sources.set(name, readFileSync(path));
        }
    };
    const own = new Set([".html", ".css", ".mjs", ".svg", ".webmanifest"]);
    add("web", readdirSync(join(root, "web")).filter((name) => own.has(extname(name))));
    sources.set("tokens.css", Buffer.from(tokensAsCss()));
    sources.set(TOUCH_ICON, drawTouchIcon(sources));
    add("build/wasm", ["schulkit.mjs"]);
    add("build/wasm/parts", ["schulkit.wasm", "schulkit_later.wasm"]);
    for (const language of ["de", "en"]) {
        const texts = JSON.parse(readFileSync(join(root, "shared/strings", `${language}.json`), "utf8"));
        const { first, later } = split_texts(texts, root);
        sources.set(`${language}.json`, Buffer.from(JSON.stringify(first)));
        sources.set(`${language}_later.json`, Buffer.from(JSON.stringify(later)));
    }
    add("web/node_modules/zxing-wasm/dist/reader", ["zxing_reader.wasm"]);
    add("build/wasm/fonts", ["regular.ttf", "medium.ttf", "icons.ttf"]);
    return sources;
}

function hashOf(content) {
    return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

// → Map of plain name → {path, content, immutable}
function bundle(sources) {
    const done = new Map();
    const open = []; // the chain of files being worked on, to name a cycle

    const finish = (name, referrer) => {
        if (done.has(name)) return done.get(name);
        if (!sources.has(name)) stop(`${referrer} refers to ${name}, which is not in the bundle`);
        if (open.includes(name)) stop(`files refer to each other in a circle: ${[...open, name].join(" → ")}`);
        open.push(name);

        const extension = extname(name);
        const page = extension === ".html";
        const worker = name === WORKER;
        let content = sources.get(name);
        if (REFERENCES[extension]) {
            let text = content.toString("utf8");
            for (const expression of REFERENCES[extension])
                text = text.replace(expression, (found) => {
                    const { path } = finish(found, name);
                    return page ? path : path.slice("static/".length); // all but the page lie in one folder
                });
            content = Buffer.from(page ? completePage(text, finish) : text);
        }
        if (worker) content = Buffer.from(completeWorker(content.toString("utf8"), finish));
        const hash = hashOf(content);
        const stem = name.slice(0, -extension.length);
        const file = {
            path: page || worker ? name : `static/${stem}-${hash}${extension}`, content, immutable: !page && !worker, hash,
        };
        open.pop();
        done.set(name, file);
        return file;
    };

    for (const name of sources.keys()) finish(name, "the folder web/");
    return done;
}

/// What the page is made of, without the page itself and the worker that keeps it.
function finishAssets(finish) {
    const names = [...sources.keys()].sort().filter((name) => extname(name) !== ".html" && name !== WORKER);
    return new Map(names.map((name) => [name, finish(name, "index.html")]));
}

/// Two releases differ where any file does, the page and the worker's own code included.
function releaseOf(finish) {
    const own = createHash("sha256").update(sources.get("index.html")).update(sources.get(WORKER)).digest("hex");
    return name_release([...finishAssets(finish), ["own", { path: own }]]);
}

// The page knows every hashed name.
function completePage(text, finish) {
    const files = {};
    for (const [name, { path, content }] of finishAssets(finish)) files[name] = { path, bytes: content.length };
    const slot = /(<script type="application\/json" id="bundle">)[^<]*(<\/script>)/;
    if (!slot.test(text)) stop('index.html lacks <script type="application/json" id="bundle">');
    const table = JSON.stringify({ release: releaseOf(finish), files });
    return text.replace(slot, (_, start, end) => `${start}${table}${end}`);
}

function completeWorker(text, finish) {
    const assets = [...finishAssets(finish)];
    const kept = assets.filter(([name]) => ![...FOR_PAGES, ...FOR_LATER, TOUCH_ICON].includes(name));
    const later = assets.filter(([name]) => FOR_LATER.includes(name));
    return complete_worker(text, releaseOf(finish), ...[kept, later].map((list) => list.map(([, { path }]) => path)));
}

function compress(content) {
    const smaller = (bytes) => (bytes.length < content.length ? bytes : Buffer.alloc(0));
    return {
        gzip: smaller(gzipSync(content, { level: 9 })),
        brotli: smaller(brotliCompressSync(content, {
            params: {
                [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
                [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
                [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            },
        })),
    };
}

// A file whose content has not changed keeps its time, so that nothing is built again for it.
function write(path, content) {
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
    writeFileSync(path, content);
}

function writeFiles(files) {
    const kept = new Set();
    for (const { path, content, immutable } of files) {
        const paths = { plain: path, gzip: `${path}.gz`, brotli: `${path}.br` };
        for (const each of Object.values(paths)) kept.add(each);
        if (immutable && Object.values(paths).every((each) => existsSync(join(target, "files", each)))) continue;
        const { gzip, brotli } = compress(content);
        write(join(target, "files", paths.gzip), gzip);
        write(join(target, "files", paths.brotli), brotli);
        write(join(target, "files", paths.plain), content);
    }
    const folders = new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1)));
    for (const folder of folders)
        for (const entry of readdirSync(join(target, "files", folder), { withFileTypes: true }))
            if (entry.isFile() && !kept.has(folder + entry.name)) rmSync(join(target, "files", folder, entry.name));
}

function writeSources(files) {
    const encodings = [["plain", ""], ["gzip", ".gz"], ["brotli", ".br"]];
    const symbol = (index, encoding) => `schulkit_web_${index}_${encoding}`;
    const each = (make) => files.map((file, index) => encodings.map(([encoding, suffix]) =>
        make(symbol(index, encoding), join(target, "files", file.path + suffix))).join("")).join("");

    // The hashes stand in the comments so that a changed file changes this source.
    write(join(target, "embedded/web_files.S"), `${files.map(({ path, hash }) => `// ${path} ${hash}\n`).join("")}
    .section .rodata
    .macro file symbol, path
    .global \\symbol, \\symbol\\()_end
    .balign 16
\\symbol: .incbin "\\path"
\\symbol\\()_end: .byte 0
    .endm
${each((name, path) => `    file ${name}, "${path}"\n`)}
    .section .note.GNU-stack, "", %progbits
`);
    const text = (symbolName) => `{${symbolName}, ${symbolName}_end}`;
    write(join(target, "embedded/web_files.cpp"), `#include "embedded/web_files.hpp"

extern "C" { // web_files.S
${each((name) => `extern char const ${name}[], ${name}_end[];\n`)}}

namespace schulkit::embedded {

std::span<WebFile const> web_files() {
    static WebFile const files[] = {
${files.map(({ path, immutable, hash }, index) => `        {"${path}", "${TYPES[extname(path)]}", "\\"${hash}\\"", ${
        immutable},\n         ${encodings.map(([encoding]) => text(symbol(index, encoding))).join(", ")}},\n`).join("")
    }    };
    return files;
}

} // namespace schulkit::embedded
`);
}

// Two folders below the page, so that links also work below a reverse proxy's path.
function manual(bundled) {
    try {
        return make_manual(join(root, "docs/manual"), (name) => `../../${bundled.get(name).path}`)
            .map(({ path, content }) => ({ path, content: Buffer.from(content), immutable: false,
                hash: hashOf(content) }));
    } catch (error) {
        return stop(error.message);
    }
}

const sources = collectSources();
join_code(sources, root);
const bundled = bundle(sources);
const files = [...bundled.values(), ...manual(bundled)].sort((a, b) => (a.path < b.path ? -1 : 1));
writeFiles(files);
writeSources(files);

const sum = (suffix) => files.reduce((total, { path, content }) => {
    const bytes = readFileSync(join(target, "files", path + suffix)).length;
    return total + (bytes || content.length);
}, 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
console.log(`web client: ${files.length} files, ${kilobytes(sum(""))}, gzip ${kilobytes(sum(".gz"))}, ` +
    `brotli ${kilobytes(sum(".br"))}`);
