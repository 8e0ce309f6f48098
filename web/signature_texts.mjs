// The words of the dialog to sign in. Both tables have the same keys (a test compares them).

export const SIGNATURE_TEXTS = {
    de: {
        close: "Schließen",
        field: "Feld zum Unterschreiben mit Finger, Stift oder Maus",
        hint: "Bitte mit Finger, Stift oder Maus hier unterschreiben.",
        empty: "Das Feld ist noch leer. Bitte unterschreiben Sie, oder wählen Sie „Auf Papier unterschreiben“.",
        take: "Unterschrift übernehmen",
        clear: "Noch einmal von vorn",
        paper: "Auf Papier unterschreiben",
        cleared: "Das Feld ist wieder leer.",
    },
    en: {
        close: "Close",
        field: "Field to sign in with finger, pen or mouse",
        hint: "Please sign here with finger, pen or mouse.",
        empty: "The field is still empty. Please sign, or choose “Sign on paper”.",
        take: "Use this signature",
        clear: "Start again",
        paper: "Sign on paper",
        cleared: "The field is empty again.",
    },
};
