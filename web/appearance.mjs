// How the page looks: what the person has chosen (localStorage), else what the device prefers. Applied to the page
// here (tokens.css asks for data-scheme and data-contrast), handed to the program by application.mjs.

import { load_text } from "./browser.mjs";

/// ui::Look, in its order.
const LOOKS = ["light", "dark", "contrast_light", "contrast_dark"];
const SETTINGS = ["setting.colors", "setting.contrast", "setting.motion", "setting.text_size"];
const BROWSER_TEXT_PX = 16;
const TEXT_SIZES = { least: 1, most: 2 };

const is_dark = matchMedia("(prefers-color-scheme: dark)");
const wants_contrast = matchMedia("(prefers-contrast: more)");
const is_still = matchMedia("(prefers-reduced-motion: reduce)");
const is_forced = matchMedia("(forced-colors: active)");
const is_coarse = matchMedia("(pointer: coarse)");

const listeners = [];
let now = null;

/// {look, text_size, reduced_motion, coarse, forced: null or the system's colours as 0xRRGGBB}
export function appearance() {
    return (now ??= read());
}

export function on_appearance(listener) {
    listeners.push(listener);
}

/// Whether what is stored under this key is to be seen.
export function is_of_appearance(key) {
    return SETTINGS.includes(key);
}

/// A setting or a preference has changed.
export function update_appearance() {
    const next = read();
    if (JSON.stringify(next) === JSON.stringify(now)) return;
    now = next;
    apply();
    for (const listener of listeners) listener(now);
}

/// Before anything is shown.
export function mount_appearance() {
    apply();
    for (const query of [is_dark, wants_contrast, is_still, is_forced, is_coarse]) {
        query.addEventListener("change", update_appearance);
    }
    window.addEventListener("storage", update_appearance); // another tab
}

function read() {
    const scheme = choose("setting.colors", ["light", "dark"]) ?? (is_dark.matches ? "dark" : "light");
    const contrast = choose("setting.contrast", ["more", "normal"]) ?? (wants_contrast.matches ? "more" : "normal");
    const motion = choose("setting.motion", ["less", "normal"]) ?? (is_still.matches ? "less" : "normal");
    return {
        look: LOOKS.indexOf(contrast === "more" ? `contrast_${scheme}` : scheme),
        text_size: text_size(),
        reduced_motion: motion === "less",
        coarse: is_coarse.matches,
        forced: is_forced.matches ? system_colors() : null,
    };
}

/// The stored word if it is one of those; null: as the device has it.
function choose(key, words) {
    const word = load_text(key);
    return words.includes(word) ? word : null;
}

/// The browser's own size of text times the chosen one.
function text_size() {
    const root = document.documentElement;
    const ours = root.style.fontSize;
    root.style.fontSize = "";
    const browser = parseFloat(getComputedStyle(root).fontSize) / BROWSER_TEXT_PX;
    root.style.fontSize = ours;
    const chosen = (parseInt(load_text("setting.text_size"), 10) || 100) / 100;
    return Math.min(TEXT_SIZES.most, Math.max(TEXT_SIZES.least, browser * chosen));
}

function apply() {
    const { look, text_size: size } = appearance();
    const root = document.documentElement;
    root.dataset.scheme = LOOKS[look].endsWith("dark") ? "dark" : "light";
    root.dataset.contrast = LOOKS[look].startsWith("contrast") ? "more" : "normal";
    root.style.fontSize = size === 1 ? "" : `${size * BROWSER_TEXT_PX}px`;
    const bar = getComputedStyle(root).getPropertyValue("--chrome").trim();
    document.querySelector('meta[name="theme-color"]')?.setAttribute("content", bar);
}

/// The CSS system colours that C++ draws with, in the order of schulkit_appearance().
function system_colors() {
    const probe = document.createElement("span");
    document.body.append(probe);
    const names = ["Canvas", "CanvasText", "LinkText", "Highlight", "HighlightText", "GrayText"];
    const colors = Object.fromEntries(names.map((name) => {
        probe.style.color = name;
        const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
        return [name, (red << 16) | (green << 8) | blue];
    }));
    probe.remove();
    return colors;
}
