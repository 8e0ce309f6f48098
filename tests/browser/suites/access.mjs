// Who cannot see or use a mouse: one walk over all screens in each language asks everything that can be asked of any
// screen. German on a light desktop, English on a dark phone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ask_axe, ask_tree } from "../audit.mjs";
import { find_faint_words } from "../contrast.mjs";
import { depends_on_today, differs_from_golden, steady, unused_goldens } from "../goldens.mjs";
import { ink_differences, picture_of } from "../ink.mjs";
import { heading, launch, press, ready, see_and_hear, t, visit } from "../page.mjs";
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

const WALKS = [
    { device: "desktop", language: "de", settings: { colors: "light" } },
    { device: "phone", language: "en", settings: { colors: "dark" }, browser_options: { deviceScaleFactor: 2 } },
];
const LANDMARKS = ["banner", "main", "navigation"];

/// What the walks have found; the tests below say what must not be among it.
const found = new Map(); // language → {violations, incomplete, faults, controls, differs, ink, compared, faint, measured}

async function look_at(page, into, screen, language, landmarks) {
    const note = (list, sentences) => list.push(...sentences.map((each) => `${screen}: ${each}`));
    const { violations, incomplete } = await ask_axe(page);
    note(into.violations, violations);
    into.incomplete[screen] = incomplete;
    const { controls, faults } = await ask_tree(page, language, landmarks);
    into.controls += controls;
    note(into.faults, controls < 3 ? [...faults, `only ${controls} controls`] : faults);
    const snapshot = steady(await page.locator("body").ariaSnapshot());
    const differs = depends_on_today(screen) ? null : differs_from_golden(`${screen}.${language}.aria.yml`, snapshot);
    if (differs) into.differs.push(differs);
    return note;
}

async function walk(options) {
    const { language } = options;
    const into = {
        violations: [], incomplete: {}, faults: [], controls: 0, differs: [], ink: [], compared: 0, faint: [], measured: 0,
    };
    await visit(browser, server, options, async (page) => {
        await page.getByRole("textbox", { name: /^(Benutzername|Username)$/ }).waitFor();
        await ready(page);
        await look_at(page, into, "sign-in-nobody", language, ["banner", "main"]);
    });
    await on_every_screen(browser, server, examples, options, async (page, name, person) => {
        const screen = `${name.replaceAll(" ", "-")}-${person}`;
        const note = await look_at(page, into, screen, language, LANDMARKS);
        const picture = await picture_of(page);
        const { measured, faint } = await find_faint_words(page, picture);
        into.measured += measured;
        note(into.faint, faint);
        const { compared, differences } = await ink_differences(page, picture);
        into.compared += compared;
        note(into.ink, differences);
    });
    return into;
}

for (const options of WALKS) {
    const { device, language, settings: { colors } } = options;
    const where = `${device}, ${colors}, ${language}`;
    const walked = () => {
        assert.ok(found.has(language), "the walk did not reach its end");
        return found.get(language);
    };

    test(`every screen opens (${where})`, async () => {
        found.set(language, await walk(options));
    });

    test(`axe finds nothing on any screen, nor on the sign-in (${where})`, () => {
        assert.deepEqual(walked().violations, []);
    });

    test(`what axe cannot decide is what it could not decide before (${where})`, () => {
        const text = JSON.stringify(walked().incomplete, null, 2) + "\n";
        assert.equal(differs_from_golden(`incomplete.${language}.json`, text), null);
    });

    test(`controls have names, landmarks are there once, headings in order, cells below their headers (${where})`, () => {
        const { controls, faults } = walked();
        assert.ok(controls > 150, `${controls} controls`);
        assert.deepEqual(faults, []);
    });

    test(`a screen reader is told what it was told before (${where})`, () => {
        assert.deepEqual(walked().differs, []);
    });

    test(`words of the mirror lie where they are drawn, within a pixel (${where})`, (test_context) => {
        const { compared, ink } = walked();
        test_context.diagnostic(`${compared} texts compared`);
        assert.ok(compared > 200, `${compared} texts compared`);
        assert.deepEqual(ink, []);
    });

    test(`drawn words stand out from their ground (${where})`, (test_context) => {
        const { measured, faint } = walked();
        test_context.diagnostic(`${measured} texts measured`);
        assert.ok(measured > 200, `${measured} texts measured`);
        assert.deepEqual(faint, []);
    });
}

test("no golden is left of a screen that is gone", () => {
    assert.equal(found.size, WALKS.length);
    assert.deepEqual(unused_goldens(), []);
});

test("the keyboard alone reports a device", async () => {
    await visit(browser, server, { as: "teacher", path: "/#/melden?geraet=BEA0204" }, async (page) => {
        const reach = async (locator) => {
            for (let steps = 0; steps < 60; ++steps) {
                if (await locator.evaluate((element) => element === document.activeElement)) return;
                await page.keyboard.press("Tab");
                await ready(page);
            }
            assert.fail("Tab does not lead there");
        };
        await reach(page.getByRole("textbox", { name: t("ticket.title"), exact: true }));
        await page.keyboard.type("Nur mit Tasten", { delay: 60 });
        await reach(page.getByRole("textbox", { name: t("ticket.description"), exact: true }));
        await page.keyboard.type("Geht.", { delay: 60 });
        await reach(page.getByRole("button", { name: t("report.send"), exact: true }));
        await page.keyboard.press("Enter");
        const thanks = page.getByRole("heading", { level: 1, name: t.pattern("report.thanks_staff") });
        await thanks.waitFor();
        await ready(page);
        assert.ok(await thanks.evaluate((element) => element === document.activeElement), "the thanks are not told");
    });
});

test("a click of assistive technology, without a pointer, acts once", async () => {
    await visit(browser, server, { as: "coordinator", path: "/#/geraete" }, async (page) => {
        await page.getByText(/^1–50 von /).waitFor();
        await page.getByRole("button", { name: t("ui.pager_next"), exact: true }).evaluate((button) => button.click());
        await ready(page);
        await see_and_hear(page, /^51–100 von /);
        await press(page.getByRole("button", { name: t("ui.pager_next"), exact: true }));
        await see_and_hear(page, /^101–150 von /);
    });
});

test("the dialog holds the focus, and Escape gives it back", async () => {
    await visit(browser, server, { as: "coordinator" }, async (page) => {
        const account = page.getByRole("button", { name: t.pattern("ui.account_of") });
        await account.focus();
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        await ready(page);
        for (let steps = 0; steps < 12; ++steps) {
            await page.keyboard.press("Tab");
            await ready(page);
            const outside = await page.evaluate(() => {
                const { activeElement } = document;
                return activeElement !== document.body && !activeElement.closest('[role="dialog"]');
            });
            assert.equal(outside, false, `step ${steps}`);
        }
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
        await ready(page);
        assert.equal(await account.evaluate((element) => element === document.activeElement), true);
        await heading(page, await page.getByRole("heading", { level: 1 }).innerText()).waitFor();
    });
});
