// What the steps of a walk are made of, whichever hand they are done by: walk.hand is one of hands.mjs.

import { go_to } from "./hands.mjs";
import { KIT, done } from "./kit_year_calls.mjs";
import { ready, t } from "./page.mjs";

export const exact = (place, role, name) => place.getByRole(role, { name, exact: true });
export const field = (place, key, role = "textbox") => exact(place, role, t(key));
export const button = (place, key, values) => exact(place, "button", t(key, values));
export const link = (place, key, values) => exact(place, "link", t(key, values));
export const dialog_of = (page, name) => exact(page, "dialog", name);
export const text = (page, words) => page.getByText(words, { exact: true }).first();
export const state = (page, word) => text(page, t(`loan.state.${word}`)).waitFor();
export const title_of = (page, kind) => page.getByRole("heading", { level: 1, name: new RegExp(`^${kind}: `) }).waitFor();
export const slot_of = (number) => t("kits.slot", { slot: number, label: "Tablet" });

export const go = (walk, page, area) => go_to(walk.hand, page, t(area), t(area === "nav.kits" ? "kits.title" : area));

export async function press(walk, locator) {
    await walk.hand.press(locator);
    await ready(locator.page());
}

export async function type(walk, locator, words) {
    await walk.hand.type(locator, words);
    await ready(locator.page());
}

export async function choose(walk, combobox, label) {
    await walk.hand.choose(combobox, label);
    await ready(combobox.page());
}

/// A press that brings a message, and everything it leads to.
export async function press_for(walk, locator, message) {
    const page = locator.page();
    const messages = page.getByRole("status").getByText(message);
    await messages.first().waitFor({ state: "hidden" }); // of the time before
    await walk.hand.press(locator);
    await messages.first().waitFor();
    await ready(page);
}

/// The first row with these words in a list that is searched for them.
export async function open_by_search(walk, page, area, search_key, words = KIT) {
    await go(walk, page, area);
    await type(walk, field(page, search_key, "searchbox"), words);
    const row = page.getByRole("row").filter({ hasText: words });
    await row.first().waitFor();
    await ready(page);
    await press(walk, row.getByRole("link").first());
}

export const loan_now = async (walk) => done(walk.calls.get(`/api/loans/${walk.loan}`));
