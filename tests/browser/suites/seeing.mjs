// What is seen: from 320 to 2560 pixels, with large letters, zoomed, turned, in the device's colours and without motion.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { has_focus, hide_canvas, long_press, middle_of } from "../hands.mjs";
import { color_shares, layout_faults, text_faults } from "../layout.mjs";
import { fill, heading, launch, press, ready, shoot, t, visit } from "../page.mjs";
import { make_examples, on_every_screen } from "../screens.mjs";
import { start_demo_server } from "../server.mjs";

let browser;
let server;
let examples;

before(async () => {
    server = await start_demo_server();
    examples = await make_examples(server);
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const TOUCH = { device: "phone", least_px: 44, sizes: [[320, 640], [390, 844], [768, 1024]] };
const MOUSE = { device: "desktop", least_px: 24, sizes: [[1024, 768], [1440, 900], [2560, 1440]] };

/// → when what is drawn has the new size
async function resize(page, [width, height]) {
    await page.setViewportSize({ width, height });
    await page.waitForFunction(([w, h]) => {
        const place = (role) => document.querySelector(`#mirror-page [role="${role}"]`)?.getBoundingClientRect();
        const bottom = Math.max(...["main", "navigation"].map((role) => place(role)?.bottom ?? 0));
        return Math.abs((place("banner")?.width ?? 0) - w) < 0.5 && Math.abs(bottom - h) < 0.5;
    }, [width, height]);
    await ready(page);
}

function assert_none(found) {
    assert.equal(found.length, 0, `${found.length} faults:\n${found.join("\n")}`);
}

async function in_sight(locator) {
    return locator.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return box.top >= 0 && box.bottom <= innerHeight && hit !== null && (hit === element || element.contains(hit));
    });
}

/// What somebody comes to these screens for is there without scrolling.
const MAIN_ACTIONS = {
    "home teacher": "nav.report",
    "inventory coordinator": "inventory.create",
    "tickets technician": "nav.report",
    "import coordinator": "import.choose_file",
};

for (const { device, least_px, sizes } of [TOUCH, MOUSE]) {
    const widths = sizes.map(([width]) => width).join(", ");
    test(`every screen fits ${widths} px, and everything pressed measures ${least_px} px`, async () => {
        const found = [];
        let actions = 0;
        await on_every_screen(browser, server, examples, { device }, async (page, name, person) => {
            for (const size of sizes) {
                await resize(page, size);
                const [width, height] = size;
                const where = `${name} (${person}, ${width} px)`;
                for (const fault of await layout_faults(page, { least_px })) found.push(`${where}: ${fault}`);
                const bar = await page.getByRole("navigation", { name: t("ui.navigation") }).boundingBox();
                const at_bottom = bar.y + bar.height === height && bar.width === width;
                if (at_bottom !== width < 600) found.push(`${where}: the navigation is at ${JSON.stringify(bar)}`);
                const action = MAIN_ACTIONS[`${name} ${person}`];
                if (!action) continue;
                actions += 1;
                const main = page.getByRole("main");
                const control = main.getByRole("link", { name: t(action), exact: true })
                    .or(main.getByLabel(t(action), { exact: true })).first();
                if (!(await in_sight(control))) found.push(`${where}: »${t(action)}« is out of sight`);
            }
        });
        assert.equal(actions, Object.keys(MAIN_ACTIONS).length * sizes.length);
        assert_none(found);
    });
}

for (const device of ["phone", "desktop"]) {
    test(`with letters of 200 % no text lies over another and no word is cut (${device})`, async (test_context) => {
        const found = [];
        let all = 0;
        const options = { device, settings: { text_size: "200" } };
        await on_every_screen(browser, server, examples, options, async (page, name, person) => {
            const { count, found: faults } = await text_faults(page);
            all += count;
            for (const fault of faults) found.push(`${name} (${person}): ${fault}`);
        });
        test_context.diagnostic(`${all} texts looked at`);
        assert.ok(all > 200, `${all} texts`);
        assert_none(found);
    });
}

test("zoomed to 200 % the form and the table are whole, and what is typed is sent", async () => {
    const browser_options = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };
    await visit(browser, server, { as: "teacher", browser_options, path: "/#/melden?geraet=BEA0204" }, async (page) => {
        assert_none(await layout_faults(page, { least_px: 24 }));
        assert_none((await text_faults(page)).found);
        const title = page.getByRole("textbox", { name: t("ticket.title"), exact: true });
        await fill(title, "Mit Lupe");
        await press(page.getByRole("button", { name: t("report.send"), exact: true }));
        await heading(page, t.pattern("report.thanks_staff")).waitFor();
        await page.goto(`${server.url}/#/geraete`);
        await page.getByRole("table").getByRole("link").first().waitFor();
        await ready(page);
        assert_none(await layout_faults(page, { least_px: 24 }));
        await page.getByRole("table").getByRole("link").last().focus();
        await ready(page);
        assert.equal(await in_sight(page.getByRole("table").getByRole("link").last()), true);
    });
});

test("a half-typed text stays, in sight and in focus, when the keyboard opens and the phone is turned", async () => {
    await visit(browser, server, { as: "teacher", device: "phone", path: "/#/melden?geraet=BEA0204" }, async (page) => {
        const description = page.getByRole("textbox", { name: t("ticket.description"), exact: true });
        await description.tap();
        await page.keyboard.insertText("Das Bild ist ");
        for (const size of [[390, 400], [844, 390], [844, 220], [390, 844]]) { // keyboard, turned, with keyboard, back
            await resize(page, size);
            assert.equal(await has_focus(description), true, size.join());
            assert.equal(await description.inputValue(), "Das Bild ist ", size.join());
            const seen = await description.evaluate((element) => {
                const box = element.getBoundingClientRect();
                const x = box.left + box.width / 2;
                const first_line = box.top + Math.min(20, box.height / 2);
                return document.elementFromPoint(x, first_line) === element;
            });
            assert.ok(seen, `in sight at ${size.join(" × ")}`);
        }
        await page.keyboard.insertText("schief.");
        await ready(page);
        assert.equal(await description.inputValue(), "Das Bild ist schief.");
        await fill(description, "");
    });
});

test("with forced colours the canvas draws in the system's colours only, and the mirror nothing at all", async () => {
    const browser_options = { forcedColors: "active" };
    await visit(browser, server, { as: "coordinator", path: "/#/geraete", browser_options }, async (page) => {
        await page.getByRole("table").getByRole("link").first().waitFor();
        await ready(page);
        await shoot(page, "forced-colors");
        const system = await page.evaluate(() => {
            const probe = document.createElement("span");
            document.body.append(probe);
            const colors = ["Canvas", "CanvasText", "LinkText", "Highlight", "HighlightText", "GrayText", "ButtonFace", "ButtonText"]
                .map((name) => {
                    probe.style.color = name;
                    return `rgb(${getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).join(", ")})`; // as if opaque
                });
            probe.remove();
            return colors;
        });
        const shares = await color_shares(page);
        const others = shares.filter(([color, share]) => share > 0.004 && !system.includes(color));
        assert.deepEqual(others, [], `the system has ${system.join(" ")}`);
        assert.ok(shares.filter(([color]) => system.includes(color)).length >= 3, "ground, words and links");
        await hide_canvas(page);
        const left_over = await color_shares(page);
        assert.equal(left_over.length, 1, `the mirror's words are seen: ${left_over.slice(0, 4)}`);
    });
});

test("dark and light follow the device without a reload", async () => {
    await visit(browser, server, { as: "teacher", browser_options: { colorScheme: "light" } }, async (page) => {
        await page.evaluate(() => (window.same_page = true));
        const brightness = async () => Math.max(...(await color_shares(page))[0][0].match(/\d+/g).map(Number));
        assert.ok(await brightness() > 200);
        await page.emulateMedia({ colorScheme: "dark" });
        await page.waitForFunction(() => document.documentElement.dataset.scheme === "dark");
        await ready(page);
        assert.ok(await brightness() < 60);
        await page.emulateMedia({ colorScheme: "light", contrast: "more" });
        await page.waitForFunction(() => document.documentElement.dataset.contrast === "more");
        await ready(page);
        assert.ok(await brightness() > 200);
        assert.equal(await page.evaluate(() => window.same_page), true);
    });
});

/// Frames drawn within a second.
function frames_in_a_second(page) {
    return page.evaluate(async () => {
        const before_it = window.schulkit.frames;
        await new Promise((done) => setTimeout(done, 1000));
        return window.schulkit.frames - before_it;
    });
}

/// A finger that is lifted while it moves. → how far the page went, without what the finger itself moved
async function fling(page) {
    const cdp = await page.context().newCDPSession(page);
    const top = () => page.evaluate(() => document.querySelector("#mirror-page h1").getBoundingClientRect().top);
    const before_it = await top();
    const began = Date.now() / 1000;
    const touch = (type, touchPoints, at_ms) =>
        cdp.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp: began + at_ms / 1000 });
    const events = [touch("touchStart", [{ x: 200, y: 650 }], 0)];
    for (let i = 1; i <= 10; ++i) events.push(touch("touchMove", [{ x: 200, y: 650 - 30 * i }], 12 * i));
    events.push(touch("touchEnd", [], 125));
    await Promise.all(events);
    await ready(page);
    await page.waitForTimeout(300);
    await ready(page);
    return before_it - await top() - 300;
}

test("with reduced motion nothing spins and nothing runs on; with motion both do", async () => {
    for (const motion of ["less", "normal"]) {
        await visit(browser, server, { as: "teacher", device: "phone", settings: { motion } }, async (page) => {
            await page.goto(`${server.url}/#/geraete`);
            await page.getByRole("table").getByRole("link").first().waitFor();
            await ready(page);
            const further = await fling(page);
            if (motion === "less") assert.ok(further < 5, `the page ran on ${further} px`);
            else assert.ok(further > 40, `the page ran on ${further} px`);
            await page.goto(`${server.url}/#/styleguide`);
            const spinner = page.getByRole("main").getByText(t("app.loading")).or(page.getByRole("progressbar")).first();
            await spinner.waitFor({ state: "attached" });
            await page.waitForTimeout(500);
            await page.evaluate(() => window.scrollTo(0, 0));
            await spinner.scrollIntoViewIfNeeded();
            await page.waitForTimeout(500);
            if (motion === "less") {
                assert.equal(await frames_in_a_second(page), 0);
            } else { // as many as the machine can
                await page.evaluate(() => (window.frames_before = window.schulkit.frames));
                await page.waitForFunction(() => window.schulkit.frames > window.frames_before + 3);
            }
        });
    }
});

test("a finger that stays on a button without words is told its name and presses nothing; a tap presses", async () => {
    await visit(browser, server, { as: "teacher", device: "phone" }, async (page) => {
        const button = page.getByRole("banner").getByRole("button", { name: t("ui.search"), exact: true });
        const box = await button.boundingBox();
        const below = { x: box.x - 20, y: box.y + box.height, width: box.width + 40, height: 44 };
        const picture = async () => (await page.screenshot({ clip: below })).toString("base64");
        const before_it = await picture();
        await long_press(page, await middle_of(button), async () => {
            const latest = Date.now() + 10_000; // on a busy machine
            while (await picture() === before_it) assert.ok(Date.now() < latest, "a name shows below the finger");
            await shoot(page, "long-press");
        });
        await ready(page);
        assert.equal(await page.getByRole("dialog").count(), 0);
        assert.equal(await picture(), before_it, "and is gone when it is lifted");
        await press(button);
        await page.getByRole("dialog", { name: t("palette.title"), exact: true }).waitFor();
    });
});

test("two fingers may zoom in", async () => {
    await visit(browser, server, { as: "teacher", device: "phone", path: "/#/geraete" }, async (page, context) => {
        const content = await page.getAttribute('meta[name="viewport"]', "content");
        assert.doesNotMatch(content, /user-scalable|maximum-scale/);
        const barred = await page.evaluate(() => [document.getElementById("stage"), ...document.querySelectorAll("#stage *")]
            .map((element) => getComputedStyle(element).touchAction)
            .filter((words) => !/^(auto|manipulation)$|pinch-zoom/.test(words)));
        assert.deepEqual(barred, []);
        const cdp = await context.newCDPSession(page);
        const fingers = (type, apart) => cdp.send("Input.dispatchTouchEvent", {
            type, touchPoints: apart === 0 ? [] : [{ x: 195, y: 400 - apart, id: 0 }, { x: 195, y: 400 + apart, id: 1 }],
        });
        await fingers("touchStart", 40);
        for (let apart = 50; apart <= 120; apart += 10) await fingers("touchMove", apart);
        await fingers("touchEnd", 0);
        await page.waitForFunction(() => visualViewport.scale > 1.5);
    });
});
