// Reads the codes in a picture: with the platform's own detector where there is one for all our kinds of codes, else
// with zxing in a worker, which is downloaded then.

import { asset_url } from "./assets.mjs";

/// The platform's words for them; in the worker zxing's.
const FORMATS = ["qr_code", "code_128", "data_matrix"];

let loading = null; // one for all openings of the dialog; a failed one is not kept

/// → {read(canvas) → [{text, x, y}], what is nearest to the middle first}. Throws if it cannot be loaded.
export function load_decoder() {
    loading ??= make_decoder().catch((reason) => {
        loading = null;
        throw reason;
    });
    return loading;
}

async function make_decoder() {
    let reader = await make_platform_reader() ?? await make_worker_reader();
    return {
        async read(canvas) {
            let codes;
            try {
                codes = await reader(canvas);
            } catch {
                reader = await make_worker_reader(); // a phone may lack what its detector needs
                codes = await reader(canvas);
            }
            const far = ({ x, y }) => Math.hypot(x - canvas.width / 2, y - canvas.height / 2);
            return codes.sort((a, b) => far(a) - far(b));
        },
    };
}

async function make_platform_reader() {
    if (typeof BarcodeDetector === "undefined") return null;
    try {
        const known = await BarcodeDetector.getSupportedFormats();
        if (!FORMATS.every((format) => known.includes(format))) return null;
        const detector = new BarcodeDetector({ formats: FORMATS });
        return async (canvas) => (await detector.detect(canvas)).map(({ rawValue, boundingBox: box }) =>
            ({ text: rawValue, x: box.x + box.width / 2, y: box.y + box.height / 2 }));
    } catch {
        return null;
    }
}

async function make_worker_reader() {
    const worker = new Worker(asset_url("decode_worker.mjs"));
    const waiting = new Map(); // id → done
    await new Promise((done, failed) => {
        worker.addEventListener("message", ({ data }) => {
            if (data.ready === true) return done();
            if (data.ready === false) return failed(new Error(data.reason));
            waiting.get(data.id)?.(data.codes);
            waiting.delete(data.id);
        });
        worker.addEventListener("error", (event) => {
            event.preventDefault();
            failed(new Error(event.message || "the worker did not start"));
        });
        worker.postMessage({ wasm: asset_url("zxing_reader.wasm") });
    }).catch((reason) => {
        worker.terminate();
        throw reason;
    });
    let ids = 0;
    return (canvas) => new Promise((done) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer;
        waiting.set((ids += 1), done);
        worker.postMessage({ id: ids, width, height, pixels }, [pixels]);
    });
}
