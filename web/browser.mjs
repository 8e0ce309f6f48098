// Small things the program asks of the browser; each may be forbidden, and then nothing happens.

function storage_of(key) {
    return key.startsWith("draft.") ? sessionStorage : localStorage;
}

/// Empty when unknown.
export function load_text(key) {
    try {
        return storage_of(key).getItem(key) ?? "";
    } catch {
        return "";
    }
}

export function store_text(key, value) {
    try {
        if (value === "") storage_of(key).removeItem(key);
        else storage_of(key).setItem(key, value);
    } catch {
        // storage is off or full: it lasts for this page only
    }
}

/// 128 random bits as 32 hex digits.
export function random_key() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function copy_text(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        copy_by_command(text); // without https the clipboard's own interface is missing
    }
}

function copy_by_command(text) {
    const give = (event) => {
        event.clipboardData.setData("text/plain", text);
        event.preventDefault();
    };
    document.addEventListener("copy", give, { once: true, capture: true });
    document.execCommand("copy");
    document.removeEventListener("copy", give, { capture: true });
}
