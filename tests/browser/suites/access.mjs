// Who cannot see or use a mouse: axe finds nothing serious, everything has a name, words lie where they are drawn.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { ink_differences } from "../ink.mjs";
import { DEVICES, heading, launch, press, ready, sign_in, t, visit } from "../page.mjs";
import { make_examples, on_every_screen } from "../screens.mjs";
import { start_demo_server } from "../server.mjs";

const axe = createRequire(new URL("../../package.json", import.meta.url))("axe-core").source;

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

const every_screen = (device, body) => on_every_screen(browser, server, examples, { device },
    (page, name, person) => body(page, `${name} (${person}, ${device})`));

async function serious_violations(page) {
    await page.evaluate(axe); // not by a script element: the page's policy forbids what it has not brought
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    return violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
        .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html).join(" ")}`);
}

const CONTROLS = new Set(["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "tab", "slider",
    "spinbutton", "switch", "menuitem", "option", "listbox", "Date"]);

/// The browser's own accessibility tree: what is announced. → {controls, unnamed}
async function walk_accessibility_tree(page) {
    const browser_side = await page.context().newCDPSession(page);
    const { nodes } = await browser_side.send("Accessibility.getFullAXTree");
    await browser_side.detach();
    const controls = nodes.filter((node) => !node.ignored && CONTROLS.has(node.role?.value));
    const unnamed = controls.filter((node) => !(node.name?.value ?? "").trim())
        .map((node) => `${node.role.value} ${JSON.stringify(node.properties ?? [])}`);
    return { controls: controls.length, unnamed };
}

for (const device of Object.keys(DEVICES)) {
    test(`axe finds nothing serious on the sign-in (${device})`, async () => {
        await visit(browser, server, { device }, async (page) => {
            await page.getByRole("textbox", { name: "Benutzername" }).waitFor();
            await ready(page);
            assert.deepEqual(await serious_violations(page), []);
            const { controls, unnamed } = await walk_accessibility_tree(page);
            assert.ok(controls >= 5);
            assert.deepEqual(unnamed, []);
        });
    });

    test(`axe finds nothing serious on any screen (${device})`, async () => {
        const found = [];
        await every_screen(device, async (page, name) => {
            for (const violation of await serious_violations(page)) found.push(`${name}: ${violation}`);
        });
        assert.deepEqual(found, []);
    });

    test(`every control of every screen has a name in the accessibility tree (${device})`, async () => {
        const found = [];
        let all = 0;
        await every_screen(device, async (page, name) => {
            const { controls, unnamed } = await walk_accessibility_tree(page);
            all += controls;
            assert.ok(controls >= 3, `${name} has ${controls} controls`);
            for (const each of unnamed) found.push(`${name}: ${each}`);
        });
        assert.ok(all > 150, `${all} controls`);
        assert.deepEqual(found, []);
    });

    test(`words of the mirror lie where they are drawn, within a pixel (${device})`, async (test_context) => {
        const found = [];
        let all = 0;
        await every_screen(device, async (page, name) => {
            const { compared, differences } = await ink_differences(page);
            all += compared;
            for (const each of differences) found.push(`${name}: ${each}`);
        });
        test_context.diagnostic(`${all} texts compared`);
        assert.ok(all > 200, `${all} texts compared`);
        assert.deepEqual(found, []);
    });
}

test("the keyboard alone reports a device", async () => {
    await visit(browser, server, { path: "/#/melden?geraet=BEA0204" }, async (page) => {
        await sign_in(page, "teacher");
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
        await page.getByRole("status").getByText(t.pattern("report.thanks_staff")).waitFor();
    });
});

test("a click of assistive technology, without a pointer, acts once", async () => {
    await visit(browser, server, { path: "/#/geraete" }, async (page) => {
        await sign_in(page, "coordinator");
        await page.getByText(/^1–50 von /).waitFor();
        await page.getByRole("button", { name: t("ui.pager_next"), exact: true }).evaluate((button) => button.click());
        await ready(page);
        await page.getByText(/^51–100 von /).waitFor();
        await press(page.getByRole("button", { name: t("ui.pager_next"), exact: true }));
        await page.getByText(/^101–150 von /).waitFor();
    });
});

test("the dialog holds the focus, and Escape gives it back", async () => {
    await visit(browser, server, {}, async (page) => {
        await sign_in(page, "coordinator");
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
