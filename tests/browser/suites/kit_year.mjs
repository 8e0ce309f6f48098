// A year in the life of one kit, walked through as a whole: on a phone with a camera that reads each format of label, and
// at the desk by the keyboard alone. The steps stand in ../kit_year_steps.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CAMERA_TEXTS } from "../../../web/camera_texts.mjs";
import { SIGNATURE_TEXTS } from "../../../web/signature_texts.mjs";
import { launch_with_camera, make_film, new_film_path } from "../fake_camera.mjs";
import { both_ways, by_name, middle_of, swipe } from "../hands.mjs";
import { COUNTY, HEAD, collect_kit, make_kit, prepare, promise_kit } from "../kit_year_calls.mjs";
import { SCANS, STEPS } from "../kit_year_steps.mjs";
import { launch, ready, scan, t, touch, visit } from "../page.mjs";
import { start_demo_server } from "../server.mjs";

const LABEL_S = 0.8;
const camera_of = (page) => page.getByRole("dialog", { name: CAMERA_TEXTS.de.title, exact: true });
const pad_of = (page, who) => page.getByRole("dialog", { name: t(`handover.sign_${who}`), exact: true });
const pad_button = (pad, word) => pad.getByRole("button", { name: SIGNATURE_TEXTS.de[word], exact: true });
const is_closed = (dialog) => dialog.waitFor({ state: "hidden" });

/// Two strokes with a finger.
async function write(page, pad) {
    const canvas = pad.getByRole("img", { name: SIGNATURE_TEXTS.de.field, exact: true });
    const { x, y } = await middle_of(canvas);
    await swipe(page, { x: x - 80, y: y - 15 }, { x: x + 60, y: y + 15 });
    await swipe(page, { x: x - 40, y: y + 20 }, { x: x + 80, y: y - 10 });
}

/// What a label carries: a QR code the address of the device, the others its tag.
const code_on = (server, format, tag) => format === "QRCode" ? `${server.url}/g/${tag}` : tag;

/// formats: of the labels in each session of scanning.
function phone_with_camera(formats) {
    const film = new_film_path();
    async function hold_before_camera({ server }, page, place, format, tags) {
        const scenes = tags.map((tag) => [LABEL_S, { code: code_on(server, format, tag), format }]);
        await make_film([[0.3, null], ...scenes, [4, null]], film);
        await touch(place.getByRole("button", { name: t("scan.with_camera"), exact: true }));
        await camera_of(page).waitFor();
    }
    return {
        device: "phone", hand: by_name, signs_on_screen: true,
        launch: async () => {
            await make_film([[1, null]], film);
            return launch_with_camera({ film });
        },
        /// told(tag): what becomes of it, as the camera's dialog says.
        async enter_codes(page, session, tags, told) {
            await hold_before_camera(this, page, page.getByRole("main"), formats[session], tags);
            await Promise.all(tags.map((tag) => camera_of(page).getByText(told(tag)).first().waitFor()));
            await touch(camera_of(page).getByRole("button", { name: CAMERA_TEXTS.de.close, exact: true }));
            await is_closed(camera_of(page));
            await ready(page);
        },
        /// The dialog closes with the first.
        async enter_code(place, field, tag) {
            const page = field.page();
            await hold_before_camera(this, page, place, formats.spare, [tag]);
            await is_closed(camera_of(page));
            await ready(page);
            assert.equal(await field.inputValue(), code_on(this.server, formats.spare, tag));
        },
        async choose_device(page, tag) {
            await hold_before_camera(this, page, page.getByRole("main"), formats.report, [tag]);
            await is_closed(camera_of(page));
            await ready(page);
        },
        /// The first begins with an empty field, the second begins anew.
        async sign(page) {
            for (const who of ["school", "county"]) {
                await touch(page.getByRole("button", { name: t(`handover.sign_${who}`), exact: true }));
                const pad = pad_of(page, who);
                const { name, title } = who === "school" ? HEAD : COUNTY;
                await pad.getByText(`${name}, ${title}`, { exact: true }).waitFor();
                if (who === "county") {
                    await write(page, pad);
                    await touch(pad_button(pad, "clear"));
                }
                await touch(pad_button(pad, "take"));
                await pad.getByText(SIGNATURE_TEXTS.de.empty, { exact: true }).waitFor(); // and it stays open
                await write(page, pad);
                await touch(pad_button(pad, "take"));
                await page.getByText(t(`handover.signed_${who}`), { exact: true }).waitFor();
                await ready(page);
            }
        },
    };
}

const desk_with_keyboard = {
    device: "desktop", hand: both_ways, signs_on_screen: false,
    launch,
    /// Typed; at the handover there is a scanner, which is a fast keyboard.
    async enter_codes(page, session, tags, told) {
        const field = page.getByRole("searchbox", { name: t("kits.code"), exact: true });
        for (const tag of tags) {
            if (session === "handover") {
                await scan(page, tag);
            } else {
                await this.enter_code(page, field, tag);
                await page.keyboard.press("Enter");
            }
            await page.getByText(told(tag)).first().waitFor({ state: "attached" });
            await ready(page);
        }
    },
    async enter_code(_, field, tag) {
        await both_ways.type(field, tag);
        await ready(field.page());
    },
    async choose_device(page, tag) {
        await both_ways.type(page.getByRole("searchbox", { name: t("report.search"), exact: true }), tag);
        const hits = page.getByRole("list", { name: t("report.hits"), exact: true });
        await hits.waitFor();
        await ready(page);
        await both_ways.press(hits.getByRole("listitem").filter({ hasText: tag }).getByRole("link"));
        await ready(page);
    },
    /// Without a pointer nobody writes on the screen.
    async sign(page) {
        await both_ways.press(page.getByRole("button", { name: t("handover.sign_school"), exact: true }));
        const pad = pad_of(page, "school");
        await pad.waitFor();
        await both_ways.press(pad_button(pad, "paper"));
        await is_closed(pad);
        await page.getByText(t("handover.paper_hint"), { exact: true }).waitFor();
        await ready(page);
    },
};

/// Each session is done with each format once.
const ONE = { build: "QRCode", handover: "Code128", check: "DataMatrix", spare: "QRCode", report: "DataMatrix" };
const OTHERS = {
    "a kit is built from Code 128, handed over by DataMatrix and checked by QR codes":
        { build: "Code128", handover: "DataMatrix", check: "QRCode" },
    "a kit is built from DataMatrix, handed over by QR codes and checked by Code 128":
        { build: "DataMatrix", handover: "QRCode", check: "Code128" },
};

/// body(whole): with a server and a browser of its own, and what the kit's year begins with.
function walk_in(way, body) {
    return async (whole) => {
        const server = await start_demo_server();
        const browser = await way.launch();
        const open = (as, on_page) => visit(browser, server, { as, device: way.device }, on_page);
        const do_steps = async (walk, steps) => {
            for (const [sentence, step] of steps) {
                let is_done = false;
                await whole.test(sentence, async () => {
                    await step(walk);
                    is_done = true;
                });
                assert.ok(is_done, `"${sentence}" has failed, and what follows needs it`);
            }
        };
        try {
            await body({ ...way, ...await prepare(server), server, browser }, open, do_steps);
        } finally {
            await browser.close();
            await server.stop();
        }
    };
}

for (const [name, way] of [["on a phone with a camera", phone_with_camera(ONE)], ["by the keyboard alone", desk_with_keyboard]]) {
    test(`one kit goes through its year ${name}`, walk_in(way, (walk, open, do_steps) =>
        open("coordinator", (office) => open("technician", (technician) => open("teacher", (school) =>
            do_steps({ ...walk, office, technician, school }, STEPS))))));
}

for (const [sentence, formats] of Object.entries(OTHERS)) {
    test(sentence, walk_in(phone_with_camera(formats), (walk, open, do_steps) =>
        open("technician", async (technician) => {
            const go = async (route) => {
                await technician.goto(`${walk.server.url}/#/${route}`);
                await ready(technician);
            };
            Object.assign(walk, { technician });
            await make_kit(walk);
            await go(`koffer/${walk.kit}`);
            await do_steps(walk, [SCANS.build]);
            await promise_kit(walk);
            await go(`ausleihen/${walk.loan}`);
            await do_steps(walk, [SCANS.complete_handover]);
            await collect_kit(walk);
            await go(`ausleihen/${walk.loan}`);
            await do_steps(walk, [SCANS.check]);
        })));
}
