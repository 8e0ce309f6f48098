// The application's files: where they lie and their download with progress.

/// The table the bundler writes into index.html; empty in an unbundled folder.
const BUNDLE = JSON.parse(document.getElementById("bundle").textContent).files;

/// False in an unbundled folder.
export const IS_BUNDLED = Object.keys(BUNDLE).length > 0;

export function asset_url(name) {
    return new URL(BUNDLE[name]?.path ?? name, document.baseURI).href;
}

/// Counts bytes over several downloads. `all` is 0 while a size is unknown.
class Progress {
    done = 0;
    all = 0;
    #listener = null;

    expect(names) {
        const sizes = names.map((name) => BUNDLE[name]?.bytes ?? 0);
        this.all = sizes.includes(0) ? 0 : sizes.reduce((sum, size) => sum + size, 0);
    }

    add(bytes) {
        this.done += bytes;
        this.#listener?.(this);
    }

    listen(listener) {
        this.#listener = listener;
        listener(this);
    }
}

async function get(name, progress, priority) {
    const answer = await fetch(asset_url(name), { credentials: "same-origin", priority });
    if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
    const counter = new TransformStream({
        transform(chunk, controller) {
            progress.add(chunk.byteLength);
            controller.enqueue(chunk);
        },
    });
    return answer.body.pipeThrough(counter);
}

/// Starts the downloads: {progress, module, fonts}. The WebAssembly compiles while it arrives.
export function download_application(priority) {
    const progress = new Progress();
    const fonts = ["regular.ttf", "medium.ttf", "icons.ttf"];
    progress.expect(["schulkit.wasm", ...fonts]);
    const module = get("schulkit.wasm", progress, priority).then((stream) =>
        WebAssembly.compileStreaming(new Response(stream, { headers: { "Content-Type": "application/wasm" } })));
    const bytes = fonts.map((name) => get(name, progress, priority)
        .then((stream) => new Response(stream).arrayBuffer())
        .then((buffer) => new Uint8Array(buffer)));
    const all = { progress, module, fonts: Promise.all(bytes) };
    // A failure shows when the application is wanted, not while somebody still types a password.
    all.module.catch(() => {});
    all.fonts.catch(() => {});
    return all;
}

/// Where the texts of a language lie: those of the first part, or of the later one too.
export function text_files(language, with_later) {
    return with_later ? [`${language}.json`, `${language}_later.json`] : [`${language}.json`];
}

/// Of the application; those of the page itself are in page_texts.mjs. → {language, json}
export async function load_texts(language, with_later = false) {
    const parts = await Promise.all(text_files(language, with_later).map(async (name) => {
        const answer = await fetch(asset_url(name), { credentials: "same-origin" });
        if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
        return answer.json();
    }));
    return { language, json: JSON.stringify(Object.assign({}, ...parts)) };
}

/// Replaces a download that has failed by a new one; a good or running one is kept.
export async function retry_download(download) {
    try {
        await Promise.all([download.module, download.fonts]);
        return download;
    } catch {
        return download_application("high");
    }
}
