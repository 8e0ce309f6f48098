// The few keys that are not the browser's own. Tab, Enter and Space work on the mirror's elements by themselves;
// reload, find, print and zoom are never touched.

export class Keyboard {
    #stage;
    #mirror;
    #scanner;
    #escape;
    #wheel;

    constructor(stage, { mirror, scanner, escape, wheel }) {
        this.#stage = stage;
        this.#mirror = mirror;
        this.#scanner = scanner;
        this.#escape = escape;
        this.#wheel = wheel;
        document.addEventListener("keydown", (event) => this.#on_key(event));
    }

    #on_key(event) {
        if (event.defaultPrevented || event.isComposing) return;
        if (event.key === "Escape") return this.#escape();
        const typing = event.target.matches("input:not([type=checkbox], [type=file]), textarea, select");
        const command = event.ctrlKey || event.metaKey;
        if (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
            return this.#focus_search(event);
        }
        if (typing || command || event.altKey) return;
        if (event.key === "/" && !this.#scanner.continues(event)) return this.#focus_search(event);
        const distance = this.#scroll_distance(event);
        if (distance !== 0) {
            event.preventDefault();
            const [x, y] = this.#reading_place();
            this.#wheel(x, y, 0, distance);
        }
    }

    #focus_search(event) {
        const field = this.#stage.querySelector('input[type="search"]:enabled');
        if (!field || field.closest("[inert]")) return;
        event.preventDefault();
        field.focus();
        field.select();
    }

    #scroll_distance(event) {
        const page = this.#stage.clientHeight * 0.85;
        const presses = event.target.closest("a, button, input") !== null;
        switch (event.key) {
            case "ArrowDown": return 60;
            case "ArrowUp": return -60;
            case "PageDown": return page;
            case "PageUp": return -page;
            case "Home": return -1e6;
            case "End": return 1e6;
            case " ": return presses ? 0 : event.shiftKey ? -page : page;
            default: return 0;
        }
    }

    // The middle of what is read: the open dialog, else the main part.
    #reading_place() {
        let place = { x: 0, y: 0, width: this.#stage.clientWidth, height: this.#stage.clientHeight };
        for (const { node } of this.#mirror.in_order()) {
            if (node.role === "main" || (node.role === "dialog" && node.modal)) place = node.clip;
        }
        return [place.x + place.width / 2, place.y + place.height / 2];
    }
}
