// The words of the product, as its language files have them: what a test looks for is what people read.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./server.mjs";

/// A function that says a text: t("ui.pager_range", {first: 1, last: 50, total: 6000}).
/// t.pattern(key) is the text as a regular expression, whatever its line breaks; what stands for {name} is caught.
export function words(language) {
    const texts = JSON.parse(readFileSync(join(ROOT, `shared/strings/${language}.json`), "utf8"));
    const find = (key) => {
        if (!(key in texts)) throw new Error(`shared/strings/${language}.json has no "${key}"`);
        return texts[key];
    };
    const say = (key, values = {}) => find(key).replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole));
    say.pattern = (key, values = {}) => {
        const parts = say(key, values).split(/\{\w+\}/)
            .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
        return new RegExp(`^${parts.join("([^]+)")}$`);
    };
    return say;
}
