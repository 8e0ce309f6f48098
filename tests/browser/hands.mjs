// Three ways to use the same page: by the keyboard alone, by a finger alone, and by role and name alone. Each hand has
// press, type and choose_file; none may use what belongs to another.

import assert from "node:assert/strict";

import { heading, is_phone, ready, t, touch } from "./page.mjs";

const MOST_TABS = 160;
const MOST_SWIPES = 14;
const KEY_MS = 55; // faster would be a scanner

export function has_focus(locator) {
    return locator.evaluate((element) => element === document.activeElement);
}

/// Tab until the focus is there; it never jumps.
export async function tab_to(locator, key = "Tab") {
    const page = locator.page();
    await locator.waitFor({ state: "attached" });
    for (let count = 0; count < MOST_TABS; ++count) {
        if (await has_focus(locator)) return;
        await page.keyboard.press(key);
    }
    assert.fail(`${MOST_TABS} times ${key} do not reach ${locator}`);
}

/// From one row of a table or a list to another.
export async function arrow_to(locator, key = "ArrowDown") {
    const page = locator.page();
    for (let count = 0; count < MOST_TABS; ++count) {
        if (await has_focus(locator)) return;
        await page.keyboard.press(key);
    }
    assert.fail(`${MOST_TABS} times ${key} do not reach ${locator}`);
}

/// How many controls lie between the focus and this one, in the order of the page; negative: it lies before.
function controls_to(locator) {
    return locator.evaluate((element) => {
        const active = document.activeElement;
        const is_before = (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        const [first, last] = is_before(active, element) ? [active, element] : [element, active];
        const between = [...document.querySelectorAll("a[href], button, input, select, textarea, [tabindex]")].filter((each) =>
            each.tabIndex >= 0 && !each.disabled && !each.closest("[inert]") && is_before(first, each) && is_before(each, last));
        return first === active ? between.length : -1 - between.length;
    });
}

/// Tab or Shift+Tab, whichever leads there, by somebody who sees how far it is.
async function tab_nearer(locator) {
    await locator.waitFor({ state: "attached" });
    const steps = await controls_to(locator);
    const key = steps < 0 ? "Shift+Tab" : "Tab";
    for (let count = 0; count < (steps < 0 ? -1 - steps : steps); ++count) await locator.page().keyboard.press(key);
    await tab_to(locator, key);
}

/// reach(locator): how the focus gets there.
const hand_on_keys = (reach) => ({
    async press(locator) {
        await reach(locator);
        const is_link = await locator.evaluate((element) => element.tagName === "A");
        await locator.page().keyboard.press(is_link ? "Enter" : "Space");
    },
    async type(locator, text) {
        await reach(locator);
        await locator.page().keyboard.type(text, { delay: KEY_MS });
    },
    /// In the browser's own list, which stays closed.
    async choose(combobox, label) {
        const page = combobox.page();
        await combobox.getByRole("option", { name: label, exact: true, includeHidden: true }).waitFor({ state: "attached" });
        await reach(combobox);
        for (let count = 0; count < MOST_TABS; ++count) {
            const left = await combobox.evaluate((select, wanted) =>
                [...select.options].findIndex((option) => option.label === wanted) - select.selectedIndex, label);
            if (left === 0) return;
            await page.keyboard.press(left > 0 ? "ArrowDown" : "ArrowUp");
            await ready(page);
        }
        assert.fail(`${MOST_TABS} arrows do not reach ${label}`);
    },
    async choose_file(locator, file) {
        const chooser = locator.page().waitForEvent("filechooser");
        await reach(locator);
        await locator.page().keyboard.press("Enter");
        await (await chooser).setFiles(file);
    },
});

export const keyboard = hand_on_keys(tab_to);
/// Of somebody who knows the way back, too.
export const both_ways = hand_on_keys(tab_nearer);

const finger_of = new WeakMap(); // page → session of the browser's own protocol

async function touch_events(page, events) {
    if (!finger_of.has(page)) finger_of.set(page, await page.context().newCDPSession(page));
    const session = finger_of.get(page);
    // Nothing is awaited in between: a finger does not wait for the page.
    await Promise.all(events.map(([type, touchPoints]) => session.send("Input.dispatchTouchEvent", { type, touchPoints })));
}

/// A finger that moves and rests before it is lifted: nothing runs on.
export async function swipe(page, from, to) {
    const steps = 10;
    const at = (part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    const moves = Array.from({ length: steps }, (_, index) => ["touchMove", [at((index + 1) / steps)]]);
    await touch_events(page, [["touchStart", [from]], ...moves]);
    await page.waitForTimeout(120);
    await touch_events(page, [["touchMove", [to]], ["touchEnd", []]]);
    await ready(page);
}

/// A finger that rests for a while and is lifted.
export async function long_press(page, place, body = () => {}, hold_ms = 700) {
    await touch_events(page, [["touchStart", [place]]]);
    await page.waitForTimeout(hold_ms);
    await body();
    await touch_events(page, [["touchEnd", []]]);
}

export async function middle_of(locator) {
    const box = await locator.boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/// Can a finger hit it where it lies, or is it out of sight or below something?
function can_be_hit(locator) {
    return locator.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return hit !== null && (element === hit || element.contains(hit));
    });
}

/// Swipes until it can be hit: what a finger does, not what the browser's scrolling into view does.
async function swipe_into_sight(locator) {
    const page = locator.page();
    const { width, height } = page.viewportSize();
    for (let count = 0; count < MOST_SWIPES; ++count) {
        if (await can_be_hit(locator)) return;
        const { y } = await middle_of(locator);
        const wanted = Math.max(-height * 0.35, Math.min(height * 0.35, height * 0.45 - y));
        const from = { x: width - 6, y: height * 0.5 - wanted / 2 };
        await swipe(page, from, { x: from.x, y: from.y + wanted });
    }
    assert.ok(await can_be_hit(locator), `${MOST_SWIPES} swipes do not bring ${locator} below a finger`);
}

export const finger = {
    async press(locator) {
        await locator.waitFor();
        await swipe_into_sight(locator);
        const { x, y } = await middle_of(locator);
        await touch_events(locator.page(), [["touchStart", [{ x, y }]], ["touchEnd", []]]);
    },
    /// A tap brings the on-screen keyboard, which inserts whole words.
    async type(locator, text) {
        await finger.press(locator);
        assert.ok(await has_focus(locator), "the tap opens the keyboard");
        for (const word of text.match(/\S+\s*/g)) await locator.page().keyboard.insertText(word);
    },
    async choose_file(locator, file) {
        const chooser = locator.page().waitForEvent("filechooser");
        await finger.press(locator);
        await (await chooser).setFiles(file);
    },
};

export const by_name = {
    press: (locator) => touch(locator),
    type: (locator, text) => locator.fill(text),
    choose: (combobox, label) => combobox.selectOption({ label }),
    choose_file: (locator, file) => locator.setInputFiles(file),
};

/// An entry of the navigation, on a phone perhaps behind "more". title: of the screen it leads to.
export async function go_to(hand, page, label, title = label) {
    const named = { name: new RegExp(`^${label}( \\([\\d.]+\\))?$`) };
    const bar = page.getByRole("navigation", { name: t("ui.navigation") });
    await ready(page);
    const more = bar.getByRole("button", { name: t("ui.more"), exact: true });
    const is_hidden = is_phone(page) && await bar.getByRole("link", named).count() === 0;
    if (is_hidden) await hand.press(more);
    await hand.press((is_hidden ? page.getByRole("dialog") : bar).getByRole("link", named));
    await heading(page, title).waitFor();
    await ready(page);
}

/// Nothing drawn is seen any more; what is left is the mirror.
export async function hide_canvas(page) {
    await page.evaluate(() => {
        const sheet = new CSSStyleSheet(); // the page's policy allows no style elements
        sheet.replaceSync("#canvas { visibility: hidden !important }");
        document.adoptedStyleSheets = [sheet];
    });
}
