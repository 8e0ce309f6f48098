// One code is counted once, however long it is held before the camera: again only after it has left the picture.

/// It has left when this many pictures in a row were looked at without it, over at least this time. Time alone says
/// nothing: a slow phone or a hidden page looks at no picture, and a shaking hand blurs a few.
export const AWAY = { least_ms: 1500, least_pictures: 3 };

export class ScanOnce {
    #key_of;
    #known = new Map(); // key → {away_since, pictures}: of codes that have not left

    /// key_of(text): two texts of one key are one code (a label may carry its tag twice, as an address and as itself).
    constructor(key_of = (text) => text) {
        this.#key_of = key_of;
    }

    /// texts: of the codes in one picture, what is aimed at first. → the text that counts now, null for none
    see(texts, now_ms) {
        const keys = texts.map(this.#key_of);
        for (const [key, seen] of this.#known) {
            if (keys.includes(key)) {
                if (has_left(seen, now_ms)) this.#known.delete(key); // and is back: counts anew
                else Object.assign(seen, { away_since: null, pictures: 0 });
            } else {
                seen.away_since ??= now_ms;
                seen.pictures += 1;
            }
        }
        if (keys.length === 0 || this.#known.has(keys[0])) return null;
        // What stands beside it is not meant, and is not held against it when it is aimed at later.
        this.#known.set(keys[0], { away_since: null, pictures: 0 });
        return texts[0];
    }

    /// The dialog opens anew.
    forget() {
        this.#known.clear();
    }
}

function has_left({ away_since, pictures }, now_ms) {
    return pictures >= AWAY.least_pictures && now_ms - away_since >= AWAY.least_ms;
}
