// The Basisansicht: the same tasks as plain pages of the server. Which of them stands for a route of the application.

/// First that fits; $1 is what the route names.
const COUNTERPARTS = [
    [/^\/ausleihen\/(\d+)$/, "basis/koffer/$1"],
    [/^\/(ausleihen|fehlbestand)$/, "basis/koffer"],
    [/^\/voraussetzungen$/, "basis/voraussetzungen"],
    [/^\/geraete\/(\d+)$/, "basis/geraete/$1"],
    [/^\/geraete$/, "basis/geraete"],
    [/^\/g\/(.+)$/, "basis/g/$1"],
    [/^\/melden$/, "basis/melden"],
    [/^\/meldungen$/, "basis/meldungen"],
    [/^\/tickets\/(\d+)$/, "basis/meldungen/$1"],
];
const PARAMETERS = ["q", "geraet", "raum", "schule", "kategorie", "status", "gemeldet", "ansicht"];

/// hash: "#/geraete/12". → an address, from the application's root
export function plain_address(hash, reason = "") {
    const [path, query = ""] = hash.replace(/^#/, "").split("?");
    const [pattern, address] = COUNTERPARTS.find(([each]) => each.test(path)) ?? [/.*/s, "basis"];
    const asked = new URLSearchParams(query);
    const kept = new URLSearchParams();
    if (address !== "basis") {
        for (const name of PARAMETERS) if (asked.get(name)) kept.set(name, asked.get(name));
    }
    if (reason) kept.set("grund", reason);
    const suffix = kept.toString();
    return path.replace(pattern, address) + (suffix ? `?${suffix}` : "");
}

/// The browser cannot draw the application. The page that was meant to be opened leaves no entry in the history.
export function go_to_plain_view() {
    location.replace(new URL(plain_address(location.hash, "webgl"), document.baseURI));
}

/// Links to the Basisansicht lead to where one is.
export function mount_plain_links() {
    for (const link of document.querySelectorAll("[data-plain-link]")) {
        link.addEventListener("click", () => (link.href = new URL(plain_address(location.hash), document.baseURI)));
    }
}
