// Reads codes from pictures beside the page, so that nothing stutters: zxing-cpp as WebAssembly. A classic script, made
// by the bundler; loaded when somebody first scans with the camera.
//
// To it: {wasm: address} once, then {id, width, height, pixels: ArrayBuffer of RGBA}. From it: {ready: true} or
// {ready: false, reason}, then {id, codes: [{text, x, y}]}.

import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const OPTIONS = { formats: ["QRCode", "Code128", "DataMatrix"], maxNumberOfSymbols: 8, textMode: "Plain" };

self.addEventListener("message", async ({ data }) => {
    if (data.wasm) return load(data.wasm);
    const { id, width, height, pixels } = data;
    let codes = [];
    try {
        const found = await readBarcodes({ data: new Uint8ClampedArray(pixels), width, height }, OPTIONS);
        codes = found.filter(({ isValid, text }) => isValid && text !== "").map(describe);
    } catch (reason) {
        console.info(`a picture could not be read: ${reason}`); // the next one may
    }
    self.postMessage({ id, codes });
});

async function load(address) {
    try {
        const compiled = await WebAssembly.compileStreaming(fetch(address, { credentials: "same-origin" }));
        const instantiateWasm = (imports, done) => {
            WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
            return {};
        };
        await prepareZXingModule({ overrides: { instantiateWasm }, fireImmediately: true });
        self.postMessage({ ready: true });
    } catch (reason) {
        self.postMessage({ ready: false, reason: String(reason) });
    }
}

function describe({ text, position }) {
    const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
    const middle = (axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
    return { text, x: middle("x"), y: middle("y") };
}
