// The words of the camera's dialog, which is no screen of the application. Both tables have the same keys (a test compares
// them).

export const CAMERA_TEXTS = {
    de: {
        title: "Mit Kamera scannen",
        close: "Schließen",
        starting: "Die Kamera wird gestartet …",
        aim: "Halten Sie den Code in den Rahmen.",
        read: "{code} gelesen",
        count_one: "1 Code gelesen",
        count: "{count} Codes gelesen",
        earlier: "Vorher gelesen",
        choice: "Kamera",
        number: "Kamera {number}",
        light: "Licht",
        signals: "Ton und Vibration",
        sound: "Ton",
        type: "Nummer eintippen",
        take: "Übernehmen",
        again: "Noch einmal versuchen",
        denied: "Schulkit darf die Kamera nicht benutzen. Erlauben Sie es in den Einstellungen Ihres Browsers für "
            + "diese Seite und versuchen Sie es noch einmal, oder tippen Sie die Nummer ein.",
        missing: "An diesem Gerät ist keine Kamera zu finden. Bitte tippen Sie die Nummer ein.",
        busy: "Die Kamera wird gerade von einem anderen Programm benutzt. Schließen Sie es und versuchen Sie es "
            + "noch einmal, oder tippen Sie die Nummer ein.",
        insecure: "Browser geben die Kamera nur über eine sichere Verbindung (https) frei, und diese ist es nicht. "
            + "Bitte tippen Sie die Nummer ein.",
        decoder: "Der Teil von Schulkit, der Codes liest, ist nicht angekommen. Versuchen Sie es noch einmal, sobald "
            + "die Verbindung wieder da ist, oder tippen Sie die Nummer ein.",
        failed: "Die Kamera lässt sich nicht öffnen. Versuchen Sie es noch einmal, oder tippen Sie die Nummer ein.",
    },
    en: {
        title: "Scan with camera",
        close: "Close",
        starting: "Starting the camera …",
        aim: "Hold the code inside the frame.",
        read: "{code} read",
        count_one: "1 code read",
        count: "{count} codes read",
        earlier: "Read before",
        choice: "Camera",
        number: "Camera {number}",
        light: "Light",
        signals: "Sound and vibration",
        sound: "Sound",
        type: "Type the number",
        take: "Use it",
        again: "Try again",
        denied: "Schulkit may not use the camera. Allow it for this page in your browser’s settings and try again, or "
            + "type the number.",
        missing: "There is no camera on this device. Please type the number.",
        busy: "Another program is using the camera. Close it and try again, or type the number.",
        insecure: "Browsers allow the camera only over a secure connection (https), and this one is not. Please type "
            + "the number.",
        decoder: "The part of Schulkit that reads codes did not arrive. Try again as soon as the connection is back, "
            + "or type the number.",
        failed: "The camera cannot be opened. Try again, or type the number.",
    },
};
