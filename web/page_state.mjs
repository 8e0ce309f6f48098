// Which part of the page shows: "starting" (nothing yet), "sign-in", "loading", "running", "offline" (the server does
// not answer, and nobody is known), "trouble".

import { on_language, text } from "./page_texts.mjs";

const SECTIONS = ["sign-in", "loading", "offline", "trouble"];

let state = "starting";
let trouble = null;
let application_title = ""; // of the screen that shows, also while the form lies over it

export function page_state() {
    return state;
}

export function show(next) {
    state = next;
    document.body.dataset.state = next;
    for (const section of SECTIONS) document.getElementById(section).hidden = section !== next;
    if (next !== "running") document.querySelector("dialog[open]")?.close(); // it would lie over what shows now
    if (next !== "sign-in") document.getElementById("demo").hidden = true;
    document.getElementById("other-ways").hidden = next !== "sign-in";
    write_title();
}

export function set_application_title(title) {
    application_title = title;
    write_title();
}

/// The application's screen, else the heading of what shows before it.
function write_title() {
    const title = state === "running" ? application_title
        : SECTIONS.includes(state) ? document.getElementById(`${state}-title`).textContent : "";
    document.title = title.includes("Schulkit") ? title : [title, "Schulkit"].filter((part) => part !== "").join(" · ");
}

/// kind: "no_webgl", "load_failed" or "crashed". The reason is for those who are asked for it.
export function show_trouble(kind, reason) {
    if (state === "trouble") return; // the first reason is the cause
    trouble = { kind, reason: String(reason ?? "") };
    show("trouble");
    write_trouble();
    document.getElementById("trouble-title").focus({ preventScroll: true });
}

function write_trouble() {
    if (!trouble) return;
    document.getElementById("trouble-title").textContent = text(trouble.kind + "_title");
    document.getElementById("trouble-text").textContent = text(trouble.kind);
    document.getElementById("trouble-reason").textContent = trouble.reason;
    document.getElementById("trouble-details").hidden = trouble.reason === "";
    document.getElementById("reload").hidden = trouble.kind === "no_webgl";
    write_title();
}

export function mount_page_state() {
    on_language(write_trouble);
    on_language(write_title);
    document.getElementById("reload").addEventListener("click", () => location.reload());
    document.getElementById("back-to-sign-in").addEventListener("click", async () => {
        try {
            await fetch(new URL("api/session", document.baseURI), { method: "DELETE" });
        } finally {
            location.reload();
        }
    });
}

/// Of what the application needs, before it is downloaded.
export function has_webgl2() {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext(); // gives the context back at once
    return context !== null;
}
