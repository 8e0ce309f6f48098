// Back closes a dialog, as people expect it on a phone. While a dialog is open the history has an entry of its own for
// it, with the same address; a link in the dialog takes that entry's place, and what replaces the screen takes both.

export class DialogHistory {
    #escape;
    #is_open = false;
    #address = ""; // over which the dialog opened
    #going_back = false;
    #left = ""; // address of the entry that is being removed
    #waiting_route = null; // wanted while an entry is being removed

    /// escape(): what the Escape key does.
    constructor({ escape }) {
        this.#escape = escape;
        if (is_own(history.state)) history.replaceState(null, ""); // loaded again while a dialog was open
    }

    /// An entry is being removed; its event is still to come.
    get is_pending() {
        return this.#going_back;
    }

    /// After every picture.
    follow(is_open) {
        this.#is_open = is_open;
        if (is_open && !is_own(history.state)) {
            this.#address = location.hash;
            history.pushState({ dialog: true }, "");
        }
        if (!is_open && is_own(history.state) && !this.#going_back) this.#leave_entry();
    }

    #leave_entry() {
        this.#going_back = true;
        this.#left = location.hash;
        history.back();
    }

    /// Whether the event of the history was about a dialog and not about the route.
    take(event) {
        if (this.#going_back) {
            this.#going_back = false;
            const waiting = this.#waiting_route;
            this.#waiting_route = null;
            if (waiting) this.set_route(...waiting);
            return waiting !== null || location.hash === this.#left;
        }
        if (!this.#is_open || is_own(event.state)) return false;
        this.#escape();
        return location.hash === this.#address; // else somebody went elsewhere over the open dialog
    }

    /// Another route while a dialog is open: it stands where the dialog's entry stood.
    set_route(route, replace) {
        if (replace && is_own(history.state) && !this.#going_back) this.#leave_entry(); // the screen's lies below
        if (this.#going_back) {
            this.#waiting_route = [route, replace];
            return;
        }
        const method = replace || is_own(history.state) ? "replaceState" : "pushState";
        history[method](null, "", route);
    }
}

function is_own(state) {
    return state?.dialog === true;
}
