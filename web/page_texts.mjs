// The words of the page itself: sign-in, loading and trouble come before the application and its language files. (Those of
// the camera's dialog come with it: camera_texts.mjs.)
// German is the default. Both tables have the same keys (a test compares them).

const TEXTS = {
    de: {
        language: "Sprache",
        sign_in: "Anmelden",
        signing_in: "Anmeldung läuft …",
        lead: "Die Geräte Ihrer Schulen an einem Ort.",
        username: "Benutzername",
        password: "Passwort",
        username_required: "Bitte geben Sie Ihren Benutzernamen ein.",
        password_required: "Bitte geben Sie Ihr Passwort ein.",
        wrong: "Benutzername oder Passwort stimmt nicht.",
        too_many: "Zu viele Versuche. Bitte warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.",
        no_server: "Der Server ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
        server_error: "Der Server konnte die Anmeldung nicht bearbeiten. Bitte versuchen Sie es später noch einmal.",
        session_over: "Ihre Sitzung ist beendet. Bitte melden Sie sich wieder an; Ihre Eingaben sind noch da.",
        demo_title: "Vorführung mit erfundenen Daten",
        demo_lead: "Diese Konten sind eingerichtet. Ein Klick füllt das Formular aus.",
        demo_admin: "Administration",
        demo_coordinator: "Koordination in der Zentrale",
        demo_technician: "Technik vor Ort",
        demo_teacher: "Lehrkraft am GYM-03",
        demo_auditor: "Prüfung",
        plain_view: "Basisansicht (ohne JavaScript)",
        statement: "Erklärung zur Barrierefreiheit",
        loading: "Schulkit wird geladen …",
        amount: "{done} von {all} MB",
        starting: "Gleich geht es los.",
        offline: "Keine Verbindung",
        offline_lead: "Der Server ist gerade nicht erreichbar. Sobald die Verbindung wieder da ist, geht es hier von "
            + "selbst weiter.",
        try_again: "Jetzt versuchen",
        reload: "Neu laden",
        sign_out: "Abmelden",
        details: "Technische Angaben",
        no_webgl_title: "Ihr Browser kann Schulkit nicht anzeigen",
        no_webgl: "Ihr Browser unterstützt WebGL 2 nicht, oder es ist abgeschaltet. Bitte verwenden Sie eine aktuelle "
            + "Version von Firefox, Chrome, Edge oder Safari und schalten Sie die Hardwarebeschleunigung ein.",
        load_failed_title: "Schulkit konnte nicht geladen werden",
        load_failed: "Ein Teil der Anwendung ist nicht angekommen. Bitte prüfen Sie Ihre Verbindung und laden Sie die "
            + "Seite neu.",
        crashed_title: "Schulkit ist unerwartet stehen geblieben",
        crashed: "Das tut uns leid. Was gespeichert war, ist sicher. Bitte laden Sie die Seite neu.",
        pad_away: "Ohne Verbindung lässt sich das Feld zum Unterschreiben beim ersten Mal nicht öffnen. Bitte wählen Sie „Auf Papier“.",
        camera_away: "Ohne Verbindung lässt sich die Kamera beim ersten Mal nicht benutzen. Bitte tippen Sie die Nummer ein.",
        close: "Schließen",
    },
    en: {
        language: "Language",
        sign_in: "Sign in",
        signing_in: "Signing in …",
        lead: "All your schools’ devices in one place.",
        username: "Username",
        password: "Password",
        username_required: "Please enter your username.",
        password_required: "Please enter your password.",
        wrong: "Username or password is not correct.",
        too_many: "Too many attempts. Please wait a quarter of an hour and try again.",
        no_server: "The server cannot be reached. Please check your connection and try again.",
        server_error: "The server could not handle the sign-in. Please try again later.",
        session_over: "Your session has ended. Please sign in again; what you typed is still there.",
        demo_title: "Demonstration with invented data",
        demo_lead: "These accounts are set up. A click fills in the form.",
        demo_admin: "Administration",
        demo_coordinator: "Coordination in the central office",
        demo_technician: "Technician on site",
        demo_teacher: "Teacher at GYM-03",
        demo_auditor: "Audit",
        plain_view: "Basic view (without JavaScript)",
        statement: "Accessibility statement",
        loading: "Loading Schulkit …",
        amount: "{done} of {all} MB",
        starting: "Almost there.",
        offline: "No connection",
        offline_lead: "The server cannot be reached at the moment. As soon as the connection is back, this page goes on "
            + "by itself.",
        try_again: "Try now",
        reload: "Reload",
        sign_out: "Sign out",
        details: "Technical details",
        no_webgl_title: "Your browser cannot show Schulkit",
        no_webgl: "Your browser does not support WebGL 2, or it is switched off. Please use a current version of "
            + "Firefox, Chrome, Edge or Safari and switch hardware acceleration on.",
        load_failed_title: "Schulkit could not be loaded",
        load_failed: "Part of the application did not arrive. Please check your connection and reload the page.",
        crashed_title: "Schulkit has stopped unexpectedly",
        crashed: "We are sorry. What was saved is safe. Please reload the page.",
        pad_away: "Without a connection the field to sign in cannot be opened for the first time. Please choose “On paper”.",
        camera_away: "Without a connection the camera cannot be used for the first time. Please type the number.",
        close: "Close",
    },
};

/// The application keeps its language under the same key (Platform::store, "setting.language").
const STORED_LANGUAGE = "setting.language";

let language = "de";
const listeners = [];

export function current_language() {
    return language;
}

export function text(key, values = {}) {
    return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/// Called whenever somebody switches; texts made by a script are made again there.
export function on_language(listener) {
    listeners.push(listener);
}

export function set_language(chosen) {
    language = chosen in TEXTS ? chosen : "de";
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("#entrance [data-text]")) {
        element.textContent = text(element.dataset.text);
    }
    for (const element of document.querySelectorAll("#entrance [data-label]")) {
        element.setAttribute("aria-label", text(element.dataset.label));
    }
    for (const button of document.querySelectorAll(".language")) {
        button.setAttribute("aria-pressed", String(button.lang === language));
    }
    for (const listener of listeners) listener();
}

/// The choice of an earlier visit, else German.
export function restore_language() {
    let chosen = null;
    try {
        chosen = localStorage.getItem(STORED_LANGUAGE);
    } catch {
        // storage is switched off: German
    }
    set_language(chosen ?? "de");
    for (const button of document.querySelectorAll(".language")) {
        button.addEventListener("click", () => {
            set_language(button.lang);
            try {
                localStorage.setItem(STORED_LANGUAGE, language);
            } catch {
                // the choice lasts for this page only
            }
        });
    }
}

export { TEXTS };
