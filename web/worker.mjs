// The service worker: keeps the page and its files in the browser, so that Schulkit opens without a connection. A
// classic script without imports, served under this name at the site's root; the bundler writes the next three lines.
//
// The page itself is answered from what is kept, never from the network first: a repeat visit then costs nothing and
// opens at once where reception is poor, and page and files are always of one release. A new release is noticed all
// the same, because the browser compares this script at every visit (and release.mjs every few minutes): it has other
// bytes, is installed beside the old one, and takes over when somebody agrees or the last tab is closed.

const RELEASE = "";
const FILES = [];
const LATER = []; // not fetched before somebody needs it, kept from then on

const PREFIX = `schulkit ${new URL(self.registration.scope).pathname} `; // another Schulkit may lie on this origin
const CACHE = PREFIX + RELEASE;
const PAGE = self.registration.scope;

self.addEventListener("install", (event) => event.waitUntil(keep_release()));
self.addEventListener("activate", (event) => event.waitUntil(drop_old_releases()));
self.addEventListener("message", (event) => {
    if (event.data === "take-over") self.skipWaiting(); // somebody has pressed "reload"; see release.mjs
});
self.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || !url.href.startsWith(PAGE)) return;
    const path = url.href.slice(PAGE.length).replace(/[?#].*$/, "");
    // Calls, labels' addresses, the plain view and the manual are the server's alone: not even looked at.
    if (request.mode === "navigate" && path === "") event.respondWith(find_page(request));
    else if (path.startsWith("static/")) event.respondWith(find_file(request, LATER.includes(path)));
});

/// All or nothing: a file that fails leaves the old release in its place. What the page has just downloaded comes from
/// the browser's HTTP cache, for its names hold their hashes.
async function keep_release() {
    const page = await fetch(new Request(PAGE, { cache: "no-cache", credentials: "same-origin" }));
    const text = await page.clone().text();
    if (!page.ok || !text.includes(`"release":"${RELEASE}"`)) throw new Error("the page is of another release");
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(PAGE + file, { credentials: "same-origin" })));
    // What the release before has fetched for somebody, and is the same, is kept on.
    for (const file of LATER) {
        const kept = await caches.match(PAGE + file, { ignoreVary: true });
        if (kept) await cache.put(PAGE + file, kept);
    }
    await cache.put(PAGE, page);
}

/// The one before stays: a tab may still run it, and may want a file it has not fetched yet. The tab of a first visit is
/// claimed, or the next release would not wait for it.
async function drop_old_releases() {
    await self.clients.claim();
    const all = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE); // oldest first
    await Promise.all(all.slice(0, -1).map((name) => caches.delete(name)));
}

async function find_page(request) {
    const cache = await caches.open(CACHE);
    return await cache.match(PAGE) ?? fetch(request);
}

async function find_file(request, is_kept) {
    // One name is one content in every release. No server varies it but by its compression, which is undone here.
    const kept = await caches.match(request.url, { ignoreVary: true });
    if (kept) return kept;
    const answer = await fetch(request);
    if (is_kept && answer.status === 200) await (await caches.open(CACHE)).put(request.url, answer.clone());
    return answer;
}
