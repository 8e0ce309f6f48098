// Pictures of every screen, on desktop and phone, light and dark, German and English: build/gallery/index.html.
//
//   node tests/browser/gallery.mjs                     all of them
//   node tests/browser/gallery.mjs inventory ticket    only screens with these words in their names
//
// Nothing is compared: somebody has to look at them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { launch } from "./page.mjs";
import { make_examples, on_every_screen } from "./screens.mjs";
import { ROOT, seed_world, start_demo_server } from "./server.mjs";

const folder = join(ROOT, "build/gallery");
mkdirSync(folder, { recursive: true });

const wanted = process.argv.slice(2);
process.env.SCHULKIT_TEST_WORLD ??= await seed_world();
const server = await start_demo_server();
const browser = await launch();
const names = new Set();
try {
    const examples = await make_examples(server);
    for (const device of ["desktop", "phone"]) {
        for (const colors of ["light", "dark"]) {
            for (const language of ["de", "en"]) {
                const options = {
                    device, language, settings: { colors }, browser_options: device === "phone" ? { deviceScaleFactor: 3 } : {},
                };
                await on_every_screen(browser, server, examples, options, async (page, name, person) => {
                    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) return;
                    const file = `${name.replaceAll(" ", "-")}-${person}`;
                    names.add(file);
                    await page.screenshot({ path: join(folder, `${file}-${device}-${colors}-${language}.png`) });
                });
                console.log(`${device}, ${colors}, ${language}`);
            }
        }
    }
} finally {
    await browser.close();
    await server.stop();
}

const rows = [...names].sort().map((name) => `<h2>${name}</h2>\n${["desktop", "phone"].flatMap((device) =>
    ["light", "dark"].flatMap((colors) => ["de", "en"].map((language) =>
        `<img loading="lazy" height="420" alt="${device}, ${colors}, ${language}" src="${
            name}-${device}-${colors}-${language}.png">`))).join("\n")}`);
writeFileSync(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>Schulkit</title>\n${rows.join("\n")}\n`);
console.log(`${names.size} screens in build/gallery/index.html`);
