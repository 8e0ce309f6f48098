// The application's own page with every widget in every state: what the tests of the platform are done on.

import { idle, open_page } from "./browser.mjs";

/// options: of the browser's context. → {page, context, complaints, cdp}
export async function open_styleguide(browser, server, options = {}, expected = []) {
    // It shows a spinner, which stands still with reduced motion: else the page would never be idle.
    const opened = await open_page(browser, { reducedMotion: "reduce", ...options }, expected);
    await opened.page.goto(`${server.url}#/styleguide`);
    await opened.page.getByRole("heading", { name: "Bausteine" }).waitFor();
    await idle(opened.page);
    return { ...opened, cdp: await opened.context.newCDPSession(opened.page) };
}

/// What the program itself holds of the field "Etikett": a second, disabled field shows the same value.
export function held_text(page) {
    return page.getByRole("textbox", { name: "Nicht verfügbar" }).inputValue();
}

export function text_field(page) {
    return page.getByRole("textbox", { name: "Etikett" });
}

export function button(page, key) {
    return page.getByTestId(key);
}

/// How often the styleguide's buttons were pressed, as its last message says.
export async function clicks(page) {
    const words = await page.getByText(/\d+-mal gespeichert/).allTextContents();
    return Math.max(0, ...words.map((each) => parseInt(each, 10)));
}

export function active_key(page) {
    return page.evaluate(() => document.activeElement?.dataset.testid ?? document.activeElement?.tagName);
}
