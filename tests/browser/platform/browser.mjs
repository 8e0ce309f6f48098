// Starts Debian's Chromium and collects what must not happen: messages of the console and errors of the page.

import { createRequire } from "node:module";

const require = createRequire(new URL("../../package.json", import.meta.url));
const { chromium } = require("playwright-core");

export const DESKTOP = { viewport: { width: 1440, height: 900 } };
/// Most tests ask what happens, not how sharp it looks: nine device pixels for each of CSS would double what they cost.
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const SHARP_PHONE = { ...PHONE, deviceScaleFactor: 3 };

export const WEBGL = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

/// Debian's Chromium without the browser's own windows: the same engine at less than half of the work for a new page.
export function launch_browser(args = WEBGL) {
    return chromium.launch({
        executablePath: process.env.SCHULKIT_CHROMIUM ?? "/usr/bin/chromium-headless-shell",
        args: ["--no-sandbox", "--font-render-hinting=none", ...args],
    });
}

/// expected: messages that a test provokes on purpose. → {page, context, complaints}
export async function open_page(browser, options = {}, expected = []) {
    const context = await browser.newContext({ locale: "de-DE", ...options });
    // The tour of the first sign-in would lie over everything.
    await context.addInitScript(() => localStorage.setItem("setting.tour.coordinator", "1"));
    const page = await context.newPage();
    const complaints = [];
    const note = (words) => {
        if (!expected.some((each) => each.test(words))) complaints.push(words);
    };
    page.on("pageerror", (error) => note(`page error: ${error.stack ?? error}`));
    page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) note(`${message.type()}: ${message.text()}`);
    });
    return { page, context, complaints };
}

/// Nothing of the application is pending any more.
export function idle(page) {
    return page.evaluate(() => window.schulkit.idle());
}
