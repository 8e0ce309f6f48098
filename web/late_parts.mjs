// What few visits need is loaded when it is first asked for: a dialog's styles, and words for when they do not come.

import { current_language, set_language, text } from "./page_texts.mjs";

export function load_styles(address) {
    return new Promise((done, failed) => {
        const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
        link.addEventListener("load", done);
        link.addEventListener("error", () => {
            link.remove();
            failed(new Error(address));
        });
        document.head.append(link);
    });
}

/// It may be done otherwise, on the screen behind. key: of page_texts
export function say_why_not(key) {
    if (current_language() !== document.documentElement.lang) set_language(document.documentElement.lang);
    const notice = document.createElement("dialog");
    notice.className = "card";
    const words = document.createElement("p");
    words.id = "notice-words";
    words.textContent = text(key);
    notice.setAttribute("aria-labelledby", words.id);
    const close = Object.assign(document.createElement("button"), { className: "secondary", textContent: text("close") });
    close.addEventListener("click", () => notice.close());
    notice.addEventListener("keydown", (event) => event.stopPropagation());
    notice.addEventListener("close", () => notice.remove());
    notice.append(words, close);
    document.body.append(notice);
    notice.showModal();
}
