// A camera that shows a film of ours: Chromium plays the file over and over as if somebody held labels before it.

import { closeSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";

import { launch } from "./page.mjs";
import { make_folder } from "./server.mjs";

const WIDTH = 640;
const HEIGHT = 480;
const PER_SECOND = 10;
const CODE_PX = 280; // as wide as it may be
const DESK = 190; // grey, with a white label on it
const PAPER = 255;

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm");
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm) } });

/// One picture in planes of brightness and no colour; null: the empty desk.
async function draw(label) {
    const grey = Buffer.alloc(WIDTH * HEIGHT, DESK);
    const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
    if (label) {
        const { symbol, error } = await writeBarcode(label.code, { format: label.format, addQuietZones: false });
        if (!symbol) throw new Error(`${label.format} ${label.code}: ${error}`);
        const scale = Math.floor(CODE_PX / symbol.width);
        const margin = 30; // of white paper around it, as its kind asks for
        const box = { width: symbol.width * scale, height: symbol.height * scale };
        const left = Math.round((WIDTH - box.width) / 2);
        const top = Math.round((HEIGHT - box.height) / 2);
        for (let y = Math.max(0, top - margin); y < Math.min(HEIGHT, top + box.height + margin); y += 1) {
            grey.fill(PAPER, y * WIDTH + left - margin, y * WIDTH + left + box.width + margin);
            const row = Math.floor((y - top) / scale);
            if (row < 0 || row >= symbol.height) continue;
            for (let x = 0; x < box.width; x += 1) {
                grey[y * WIDTH + left + x] = symbol.data[row * symbol.width + Math.floor(x / scale)];
            }
        }
    }
    return Buffer.concat([Buffer.from("FRAME\n"), grey, colours]);
}

let films = 0;

export const new_film_path = () => join(make_folder(), `film-${(films += 1)}.y4m`);

/// scenes: [seconds, {code, format: "QRCode", "Code128" or "DataMatrix"} or null]. → the file. What lies at the path is
/// what the camera shows when it is opened next.
export async function make_film(scenes, path = new_film_path()) {
    const file = openSync(`${path}.new`, "w");
    writeSync(file, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
    for (const [seconds, label] of scenes) {
        const picture = await draw(label);
        for (let i = 0; i < seconds * PER_SECOND; i += 1) writeSync(file, picture);
    }
    closeSync(file);
    renameSync(`${path}.new`, path);
    return path;
}

/// A browser with a camera that plays the film; may: whether the person allows the page to use it.
export function launch_with_camera({ film = null, may = true, cameras = 1, args = [] }) {
    return launch({
        args: [
            `--use-fake-device-for-media-stream=device-count=${cameras}`,
            may ? "--use-fake-ui-for-media-stream" : "--use-fake-ui-for-media-stream=deny",
            ...(film ? [`--use-file-for-fake-video-capture=${film}`] : []), ...args,
        ],
    });
}
