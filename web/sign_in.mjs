// The sign-in form: plain HTML, so that password managers, autofill and every browser can deal with it.

import { current_language, on_language, text } from "./page_texts.mjs";

const DEMO_ACCOUNTS = ["admin", "coordinator", "technician", "teacher", "auditor"];
const DEMO_PASSWORD = "schulkit-demo"; // the demo county's accounts are public; a real server has none of them

const form = document.getElementById("sign-in-form");
const username = document.getElementById("username");
const password = document.getElementById("password");
const button = document.getElementById("sign-in-button");
const errors = new Map(); // element id → key of its text, so that a language switch can say it anew

let signed_in = () => {};
let under_way = false;

/// Who is signed in: the user, null if nobody, undefined if the server does not answer.
export async function find_session() {
    try {
        const answer = await fetch(new URL("api/session", document.baseURI), { cache: "no-store" });
        if (answer.ok) return (await answer.json()).user;
        return answer.status === 401 ? null : undefined;
    } catch {
        return undefined;
    }
}

export function has_typed() {
    return username.value !== "" || password.value !== "";
}

export function is_signing_in() {
    return under_way;
}

/// `done` gets the user after every successful sign-in.
export function mount_sign_in(done) {
    signed_in = done;
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        submit();
    });
    for (const field of [username, password]) {
        field.addEventListener("input", () => {
            if (field.value !== "") set_error(field.id, null);
            set_error("sign-in", null);
        });
    }
    on_language(write_texts);
}

/// notice: the key of a text above the form, or null.
export function open_sign_in(notice) {
    errors.clear();
    errors.set("notice", notice);
    write_texts();
    show_demo_accounts();
    (username.value === "" ? username : password).focus({ preventScroll: true });
}

async function submit() {
    if (under_way) return;
    set_error("sign-in", null);
    set_error("username", username.value.trim() === "" ? "username_required" : null);
    set_error("password", password.value === "" ? "password_required" : null);
    if (errors.get("username")) return username.focus();
    if (errors.get("password")) return password.focus();

    set_under_way(true);
    let failure = null;
    try {
        failure = await try_to_sign_in();
    } finally {
        set_under_way(false);
    }
    if (!failure) return;
    if (failure === "wrong") {
        set_error("password", "wrong");
        password.select();
        password.focus();
    } else {
        set_error("sign-in", failure);
        button.focus();
    }
}

async function try_to_sign_in() {
    let user;
    try {
        const answer = await fetch(new URL("api/session", document.baseURI), {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ username: username.value.trim(), password: password.value }),
        });
        if (answer.status === 401 || answer.status === 422) return "wrong";
        if (answer.status === 429) return "too_many";
        if (!answer.ok) return "server_error";
        ({ user } = await answer.json());
    } catch {
        return "no_server"; // or something between answers in its place
    }
    password.value = "";
    signed_in(user);
    return null;
}

function set_under_way(on) {
    under_way = on;
    button.setAttribute("aria-busy", String(on));
    button.textContent = text(on ? "signing_in" : "sign_in");
}

function set_error(id, key) {
    if ((errors.get(id) ?? null) === key) return;
    errors.set(id, key);
    write_error(id);
}

function write_error(id) {
    const key = errors.get(id) ?? null;
    document.getElementById(id === "notice" ? "sign-in-notice" : id + "-error").textContent = key ? text(key) : "";
    document.getElementById(id)?.setAttribute("aria-invalid", String(key !== null));
    if (id === "notice") describe_fields(key !== null);
}

/// Whoever comes to a field by its own way hears the notice too.
function describe_fields(with_notice) {
    for (const field of [username, password]) {
        field.setAttribute("aria-describedby", `${with_notice ? "sign-in-notice " : ""}${field.id}-error`);
    }
}

function write_texts() {
    for (const id of ["notice", "username", "password", "sign-in"]) write_error(id);
    set_under_way(under_way);
    write_demo_accounts();
}

async function show_demo_accounts() {
    try {
        const answer = await fetch(new URL("healthz", document.baseURI), { cache: "no-store" });
        if ((await answer.json()).demo !== true) return;
    } catch {
        return; // no answer: nothing to offer
    }
    document.getElementById("demo").hidden = false;
    write_demo_accounts();
}

function write_demo_accounts() {
    const list = document.getElementById("demo-accounts");
    if (document.getElementById("demo").hidden || list.lang === current_language()) return;
    list.lang = current_language();
    list.replaceChildren(...DEMO_ACCOUNTS.map((name) => {
        const account = document.createElement("button");
        account.type = "button";
        account.className = "demo-account";
        const who = document.createElement("b");
        who.textContent = name;
        account.append(who, text("demo_" + name));
        account.addEventListener("click", () => {
            username.value = name;
            password.value = DEMO_PASSWORD;
            for (const id of ["username", "password", "sign-in"]) set_error(id, null);
            button.focus();
        });
        const item = document.createElement("li");
        item.append(account);
        return item;
    }));
}
