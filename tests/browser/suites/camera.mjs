// Scanning with the camera: films of labels are held before a real browser, and the application hears of them as of a
// scanner. And what happens where there is no camera.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { sign_in as sign_in_by_http } from "../../contract/http.mjs";
import { ask_axe } from "../audit.mjs";
import { launch_with_camera, make_film } from "../fake_camera.mjs";
import { heading, press, ready, route, scan, shoot, sign_in, t, touch, visit } from "../page.mjs";
import { copy_world, start_server } from "../server.mjs";
import { start_wire } from "../wire.mjs";
import { CAMERA_TEXTS } from "../../../web/camera_texts.mjs";
import { TEXTS } from "../../../web/page_texts.mjs";

const OWN = "TAB9001"; // fits the kit
const FOREIGN = "TAB9002"; // lies in another one
const NO_LINE = [/ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|ERR_SOCKET_NOT_CONNECTED/];
const say = (key, values = {}) => CAMERA_TEXTS.de[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

let server;
let technician;
let projector;
let kit; // empty
const browsers = [];

/// A browser of its own for a test's camera: what it shows is decided when it starts.
async function with_camera(options) {
    const browser = await launch_with_camera(options);
    browsers.push(browser);
    return browser;
}

before(async () => {
    server = await start_server({ data: await copy_world() });
    technician = await sign_in_by_http(server, "technician");
    const coordinator = await sign_in_by_http(server, "coordinator");
    projector = await coordinator.find_asset("BEA0204");
    const post = async (path, body) => {
        const made = await coordinator.post(path, body);
        assert.ok(made.status === 200 || made.status === 201, made.text);
        return made.json;
    };
    const type = await post("/api/kit-types", { name: "Fünf Tablets", slots: [{ label: "Tablet", category: "Tablet", quantity: 5 }], accessories: [] });
    kit = await post("/api/kits", { tag: "KAMERA-1", name: "Koffer Kamera", kit_type_id: type.id });
    const other = await post("/api/kits", { tag: "KAMERA-2", name: "Koffer nebenan", kit_type_id: type.id });
    for (const tag of [OWN, FOREIGN]) await post("/api/assets", { tag, name: "iPad", category: "Tablet", status: "in_stock" });
    await post(`/api/kits/${other.id}/add`, { code: FOREIGN });
});
after(async () => {
    for (const browser of browsers) await browser.close();
    await server?.stop();
});

const dialog = (page) => page.getByRole("dialog", { name: say("title"), exact: true });
const opener = (page) => page.getByRole("main").getByRole("button", { name: t("scan.with_camera"), exact: true });
const status = (page) => dialog(page).getByRole("status");
const number_field = (page) => dialog(page).getByRole("textbox", { name: say("type"), exact: true });
const is_running = (page) => page.locator('#camera[data-state="running"]').waitFor();
const is_closed = (page) => dialog(page).waitFor({ state: "hidden" });
const trouble = (page, kind) => dialog(page).getByRole("alert").getByText(say(kind), { exact: true });

async function open_camera(page) {
    await opener(page).scrollIntoViewIfNeeded();
    await touch(opener(page));
    await dialog(page).waitFor();
}

const has_stream = (page) => page.evaluate(() => document.getElementById("camera-video").srcObject !== null);
/// The camera's light goes out: by the dialog's "close", which comes a task after the dialog has gone.
const is_dark = (page) => page.waitForFunction(() => document.getElementById("camera-video").srcObject === null, null,
    { polling: 50, timeout: 3000 });

/// The codes that the application asked the server to put in, and when.
function watch_put_in(page) {
    const sent = [];
    page.on("request", (request) => {
        if (request.method() === "POST" && request.url().endsWith(`/api/kits/${kit.id}/add`))
            sent.push({ code: request.postDataJSON().code, at: performance.now() });
    });
    return sent;
}

/// Answers of the server that a test provokes: a device of another kit.
const REFUSED = [/status of 409 .*\/add$/];

test("a QR code with a label's address opens its device, and Back leads home", async () => {
    const film = await make_film([[1, null], [2, { code: "https://schulkit.example/g/BEA0204", format: "QRCode" }]]);
    const browser = await with_camera({ film });
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await open_camera(page);
        await heading(page, projector.name).waitFor();
        await is_closed(page);
        await ready(page);
        assert.equal(route(page), `#/geraete/${projector.id}`);
        await is_dark(page);
        assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1"); // one is told where one is
        await page.goBack();
        await heading(page, t("nav.home")).waitFor();
    });
});

test("a Code 128 chooses the device that is reported", async () => {
    const film = await make_film([[1, null], [2, { code: "BEA0204", format: "Code128" }]]);
    const browser = await with_camera({ film });
    await visit(browser, server, { as: "teacher", device: "phone", path: "/#/melden" }, async (page) => {
        await open_camera(page);
        await page.getByText(/BEA0204 · /).first().waitFor();
        await is_closed(page);
        assert.equal(route(page), "#/melden?geraet=BEA0204");
    });
});

test("DataMatrix codes fill a kit one after the other, each counted once until it has left the picture", async (here) => {
    const own = { code: OWN, format: "DataMatrix" };
    // A label that shakes is tests/browser/platform/scan_once: a film that stands still for a second would be a label gone.
    const film = await make_film([[4, own], [2, { code: FOREIGN, format: "DataMatrix" }], [5, null]]);
    const browser = await with_camera({ film });
    const options = { as: "technician", device: "phone", path: `/#/koffer/${kit.id}`, expected: REFUSED };
    await visit(browser, server, options, async (page) => {
        const sent = watch_put_in(page);
        await open_camera(page);
        await dialog(page).getByText(t("kits.is_in", { tag: OWN })).waitFor();
        await shoot(page, "camera-put-in");
        const words = t("kits.in_other_kit", { tag: FOREIGN, kit: "KAMERA-2", slot: 1 });
        await page.locator('#camera-result[data-tone="trouble"]').getByText(words, { exact: true }).waitFor();
        await shoot(page, "camera-trouble-of-code");
        await dialog(page).getByText(say("count", { count: 4 }), { exact: true }).waitFor(); // the film begins anew
        await dialog(page).getByText(t("kits.was_in", { tag: OWN })).first().waitFor();
        await page.keyboard.press("Escape");
        await is_closed(page);
        here.diagnostic(sent.map(({ code, at }) => `${code} ${((at - sent[0].at) / 1000).toFixed(1)} s`).join(", "));
        for (const code of [OWN, FOREIGN]) {
            const times = sent.filter((each) => each.code === code).map(({ at }) => at);
            assert.ok(times.length >= 1 && times.length <= 3, `${code} ${times.length} times`);
            for (let i = 1; i < times.length; i += 1) assert.ok(times[i] - times[i - 1] > 4500, `${code} again after ${times[i] - times[i - 1]} ms`);
        }
        await is_dark(page);
    });
    const filled = (await technician.get(`/api/kits/${kit.id}`)).json;
    assert.equal(filled.slots.filter(({ asset_tag }) => asset_tag === OWN).length, 1);
});

test("beside the camera one types and scans by hand; Escape and Back close it, and the focus is where it was", async () => {
    const film = await make_film([[2, null]]);
    const browser = await with_camera({ film });
    await visit(browser, server, { as: "technician", path: "/#/koffer", expected: REFUSED }, async (page) => {
        await page.goto(`${server.url}/#/koffer/${kit.id}`);
        await heading(page, "KAMERA-1 · Koffer Kamera").waitFor();
        await ready(page);
        await open_camera(page);
        await is_running(page);
        await dialog(page).getByText(say("aim"), { exact: true }).waitFor();
        await number_field(page).fill(`  ${OWN} `);
        await number_field(page).press("Enter");
        await status(page).getByText(t("kits.was_in", { tag: OWN })).waitFor();
        assert.equal(await number_field(page).inputValue(), "");

        await number_field(page).fill("halb get");
        await scan(page, FOREIGN); // a handheld scanner, into the field
        await status(page).getByText(new RegExp(`^${FOREIGN} `)).waitFor();
        await dialog(page).getByText(say("count", { count: 2 }), { exact: true }).waitFor();
        assert.equal(await number_field(page).inputValue(), "halb get");
        await shoot(page, "camera-desktop");

        await page.keyboard.press("Escape");
        await is_closed(page);
        await ready(page);
        await is_dark(page);
        assert.equal(await opener(page).evaluate((element) => element === document.activeElement), true);

        await open_camera(page);
        await is_running(page);
        await ready(page);
        await page.goBack();
        await is_closed(page);
        await ready(page);
        assert.equal(route(page), `#/koffer/${kit.id}`);

        await open_camera(page);
        await press(dialog(page).getByRole("button", { name: say("close"), exact: true }));
        await is_closed(page);
        await page.goBack(); // the dialog has left no entry of its own
        assert.equal(route(page), "#/koffer");
    });
});

test("a typed number that leads elsewhere closes the dialog, and so does the camera of the bar", async () => {
    const browser = await with_camera({ film: await make_film([[2, null]]) });
    await visit(browser, server, { as: "coordinator", path: "/#/geraete" }, async (page) => {
        await touch(page.getByRole("banner").getByRole("button", { name: t("scan.with_camera"), exact: true }));
        await number_field(page).fill("bea0204");
        await touch(dialog(page).getByRole("button", { name: say("take"), exact: true }));
        await heading(page, projector.name).waitFor();
        await is_closed(page);
    });
});

test("a hidden page lets the camera go, and takes it again when it is seen", async () => {
    const browser = await with_camera({ film: await make_film([[2, null]]) });
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await open_camera(page);
        await is_running(page);
        await hide(page, true);
        assert.equal(await has_stream(page), false);
        await hide(page, false);
        await page.waitForFunction(() => document.getElementById("camera-video").srcObject !== null);
        await is_running(page);
    });
});

/// Chromium without a screen hides no tab; the page is told as a real one would be.
function hide(page, on) {
    return page.evaluate((hidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event("visibilitychange"));
    }, on);
}

test("one of two cameras is chosen, and is the one of the next time too", async () => {
    const browser = await with_camera({ cameras: 2 });
    await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
        await open_camera(page);
        await is_running(page);
        const choice = dialog(page).getByRole("combobox", { name: say("choice"), exact: true });
        await choice.waitFor();
        const used = () => page.evaluate(() => document.getElementById("camera-video").srcObject?.getVideoTracks()[0].getSettings().deviceId);
        const first = await used();
        const other = await choice.evaluate((select, not) => [...select.options].find(({ value }) => value !== not).value, first);
        await choice.selectOption(other);
        await page.waitForFunction((id) => document.getElementById("camera-video").srcObject?.getVideoTracks()[0].getSettings().deviceId === id, other);
        await is_running(page);
        await shoot(page, "camera-two");
        await page.keyboard.press("Escape");
        await is_closed(page);
        await open_camera(page);
        await is_running(page);
        assert.equal(await used(), other);
        await page.waitForFunction((id) => document.getElementById("camera-choice").value === id, other);
    });
});

test("the light is offered where the camera has one, and a scan is heard unless that is switched off", async () => {
    const film = await make_film([[2, { code: OWN, format: "QRCode" }], [4, null]]);
    const browser = await with_camera({ film });
    const options = { as: "technician", device: "phone", path: `/#/koffer/${kit.id}` };
    await visit(browser, server, options, async (page) => {
        await page.evaluate(() => {
            // Chromium's camera of films has none: what the page asks of one that has is written down.
            window.asked = [];
            window.tones = 0;
            const capabilities = MediaStreamTrack.prototype.getCapabilities;
            MediaStreamTrack.prototype.getCapabilities = function () {
                return { ...capabilities.call(this), torch: true };
            };
            MediaStreamTrack.prototype.applyConstraints = async (wanted) => window.asked.push(wanted.advanced[0].torch);
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...values) {
                window.tones += 1;
                return start.apply(this, values);
            };
        });
        const toggle = (name) => dialog(page).getByRole("button", { name, exact: true });
        const is_on = (locator) => locator.getAttribute("aria-pressed");
        await open_camera(page);
        await status(page).getByText(t("kits.was_in", { tag: OWN })).waitFor();
        assert.equal(await page.evaluate(() => window.tones), 1);
        await touch(toggle(say("light")));
        await page.waitForFunction(() => document.getElementById("camera-light").getAttribute("aria-pressed") === "true");
        await touch(toggle(say("light")));
        await page.waitForFunction(() => document.getElementById("camera-light").getAttribute("aria-pressed") === "false");
        assert.deepEqual(await page.evaluate(() => window.asked), [true, false]);
        const sound = page.locator("#camera-signals");
        assert.equal(await is_on(sound), "true");
        await touch(sound);
        assert.equal(await is_on(sound), "false");
        const before_it = await page.evaluate(() => window.tones);
        await dialog(page).getByText(say("count", { count: 2 }), { exact: true }).waitFor();
        assert.equal(await page.evaluate(() => window.tones), before_it);
        await page.keyboard.press("Escape");
    });
});

for (const [kind, options, retry] of [
    ["denied", { may: false }, true],
    ["missing", { cameras: 0 }, false],
]) {
    test(`without a camera (${kind}) the dialog says why, and one types`, async () => {
        const browser = await with_camera(options);
        await visit(browser, server, { as: "technician", device: "phone" }, async (page) => {
            await open_camera(page);
            await trouble(page, kind).waitFor();
            await shoot(page, `camera-${kind}`);
            assert.equal(await dialog(page).getByRole("button", { name: say("again"), exact: true }).count(), retry ? 1 : 0);
            assert.deepEqual((await ask_axe(page)).violations, []);
            await number_field(page).fill("BEA0204");
            await number_field(page).press("Enter");
            await heading(page, projector.name).waitFor();
            await is_closed(page);
        });
    });
}

test("over an insecure line the dialog says so", async () => {
    const browser = await with_camera({ args: ["--host-resolver-rules=MAP schulkit.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] });
    const insecure = { ...server, url: `http://schulkit.example:${server.port}` };
    await visit(browser, insecure, { device: "phone", expected: [/Cross-Origin-Opener-Policy|untrustworthy/] }, async (page) => {
        await sign_in(page, "technician");
        await open_camera(page);
        await trouble(page, "insecure").waitFor();
    });
});

test("what reads codes comes with the first use, not with the first visit, and is there without the server from then on", async (here) => {
    const wire = await start_wire(server);
    try {
        const browser = await with_camera({ film: await make_film([[2, null]]) });
        await visit(browser, wire, { as: "technician", device: "phone", expected: NO_LINE }, async (page, context) => {
            await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state === "activated"
                || new Promise((done) => active.addEventListener("statechange", done, { once: true }))));
            const fetched = () => wire.calls("/static/").map(({ path }) => path.replace(/.*\/|-.*/g, ""))
                .filter((name) => ["camera", "decode_worker", "zxing_reader"].includes(name));
            assert.deepEqual(fetched(), []);

            wire.cut(); // before the first use
            await touch(opener(page));
            const notice = page.getByRole("dialog", { name: TEXTS.de.camera_away, exact: true });
            await notice.waitFor();
            await shoot(page, "camera-away");
            assert.deepEqual((await ask_axe(page)).violations, []);
            await touch(notice.getByRole("button", { name: TEXTS.de.close, exact: true }));
            await notice.waitFor({ state: "detached" });
            wire.mend();
            wire.refuse(/zxing_reader/);
            await open_camera(page);
            await trouble(page, "decoder").waitFor();
            await shoot(page, "camera-decoder");
            assert.equal(await has_stream(page), false);
            wire.mend();
            wire.received();
            await touch(dialog(page).getByRole("button", { name: say("again"), exact: true }));
            await is_running(page);
            const bytes = wire.received();
            here.diagnostic(`the reader of codes: ${bytes} bytes`);
            assert.ok(bytes < 400_000, `${bytes} bytes`);
            const once = ["camera", "decode_worker", "zxing_reader"];
            assert.deepEqual([...new Set(fetched())].sort(), once);
            const calls = fetched().length;
            await page.keyboard.press("Escape");
            await is_closed(page);

            await page.close();
            const again = await context.newPage();
            const cdp = await context.newCDPSession(again);
            await cdp.send("Network.setCacheDisabled", { cacheDisabled: true }); // only what the service worker keeps
            wire.cut();
            await again.goto(`${wire.url}/#/`);
            await heading(again, t("nav.home")).waitFor();
            await open_camera(again);
            await is_running(again);
            assert.equal(fetched().length, calls);
        });
    } finally {
        await wire.close();
    }
});

test("the platform's own detector is used where it knows our codes; if it fails, ours reads on", async () => {
    const film = await make_film([[2, { code: "BEA0204", format: "QRCode" }], [1, null]]);
    const browser = await with_camera({ film });
    // Chromium on Linux has none. This one sees whether there is anything dark in the middle, and knows what it is called.
    const stand_in = (works) => {
        window.BarcodeDetector = class {
            static getSupportedFormats = async () => ["qr_code", "code_128", "data_matrix", "ean_13"];

            async detect(picture) {
                if (!works) throw new DOMException("no service", "NotSupportedError");
                const middle = picture.getContext("2d").getImageData(picture.width / 2 - 40, picture.height / 2 - 40, 80, 80).data;
                const dark = middle.some((value, index) => index % 4 === 0 && value < 60);
                return dark ? [{ rawValue: "BEA0204", boundingBox: { x: 0, y: 0, width: 9, height: 9 } }] : [];
            }
        };
    };
    for (const works of [true, false]) {
        await visit(browser, server, { as: "technician", device: "phone" }, async (page, context) => {
            await page.evaluate(stand_in, works);
            const asked = [];
            context.on("request", (request) => asked.push(request.url()));
            await open_camera(page);
            await heading(page, projector.name).waitFor();
            await is_closed(page);
            const ours = new Set(asked.filter((url) => /decode_worker|zxing/.test(url)));
            assert.equal(ours.size, works ? 0 : 2);
        });
    }
});

let still = null; // a browser for all of these

for (const [device, settings] of [
    ["phone", { colors: "light" }], ["phone", { colors: "dark" }], ["narrow", { colors: "dark" }], ["narrow", { text_size: "200" }],
    ["narrow", { contrast: "more" }], ["desktop", { colors: "dark", contrast: "more" }],
]) {
    const look = Object.values(settings).join("-");
    test(`the dialog is sound to axe and fits (${device}, ${look})`, async () => {
        still ??= await with_camera({ film: await make_film([[5, { code: OWN, format: "QRCode" }]]) });
        await visit(still, server, { as: "technician", device, settings, path: `/#/koffer/${kit.id}` }, async (page) => {
            await open_camera(page);
            await status(page).getByText(t("kits.was_in", { tag: OWN })).waitFor();
            await number_field(page).fill("TAB");
            await shoot(page, `camera-${look}`);
            assert.deepEqual((await ask_axe(page)).violations, []);
            const faults = await page.evaluate(() => {
                const box = document.getElementById("camera");
                const found = [];
                if (box.scrollWidth > box.clientWidth) found.push(`${box.scrollWidth} px wide in ${box.clientWidth}`);
                for (const control of box.querySelectorAll("button, input, select")) {
                    const { width, height, left, right } = control.getBoundingClientRect();
                    if (width === 0) continue; // hidden
                    const who = `${control.id || control.textContent} `;
                    if (width < 44 || height < 44) found.push(`${who} ${width} × ${height}`);
                    if (left < 0 || right > innerWidth) found.push(`${who} reaches out of the window`);
                }
                return found;
            });
            assert.deepEqual(faults, []);
        });
    });
}
