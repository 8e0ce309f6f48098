// What the tabs of one browser tell each other. They share the session's cookie, so they have to share who it is.

/// Another Schulkit may lie below another path of the same origin.
function open_channel(name) {
    return typeof BroadcastChannel === "undefined" ? null
        : new BroadcastChannel(`schulkit ${new URL(document.baseURI).pathname} ${name}`);
}

const sessions = open_channel("session");

/// To the other tabs: that person is signed in now; null: nobody.
export function tell_session(user_id) {
    sessions?.postMessage(user_id);
}

export function watch_sessions(call) {
    sessions?.addEventListener("message", ({ data }) => call(data));
}

export { open_channel };
