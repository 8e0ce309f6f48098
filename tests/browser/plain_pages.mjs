// Every page of the Basisansicht, for whoever walks through all of them: the suite of its name, a gallery.

/// [name, who (null: nobody), path]. projector, ticket: as the API gives them.
export function plain_pages({ projector, ticket }) {
    return [
        ["sign-in", null, "/basis/anmelden"],
        ["sign-in-without-webgl", null, "/basis/anmelden?next=%2Fbasis%3Fgrund%3Dwebgl"],
        ["statement", null, "/barrierefreiheit"],
        ["start", "teacher", "/basis"],
        ["devices", "teacher", "/basis/geraete"],
        ["devices-found", "teacher", "/basis/geraete?q=Beamer&raum=204"],
        ["devices-none", "teacher", "/basis/geraete?q=gibtesnicht"],
        ["device", "teacher", `/basis/geraete/${projector.id}`],
        ["report-choice", "teacher", "/basis/melden"],
        ["report-choice-room", "teacher", "/basis/melden?raum=204"],
        ["report-choice-hits", "teacher", "/basis/melden?q=Beamer"],
        ["report-form", "teacher", "/basis/melden?geraet=BEA0204"],
        ["report-unknown", "teacher", "/basis/melden?geraet=GIBTESNICHT"],
        ["report-thanks", "teacher", `/basis/melden?gemeldet=${ticket.id}`],
        ["reports-open", "teacher", "/basis/meldungen"],
        ["reports-done", "teacher", "/basis/meldungen?ansicht=erledigt"],
        ["report", "teacher", `/basis/meldungen/${ticket.id}`],
        ["kits", "teacher", "/basis/koffer"],
        ["requirements", "teacher", "/basis/voraussetzungen"],
        ["not-found", "teacher", "/basis/geraete/99999999"],
        ["forbidden", "teacher", "/barrierefreiheit/bearbeiten"],
        ["start", "technician", "/basis"],
        ["report-form", "technician", "/basis/melden?geraet=BEA0204"],
        ["report", "technician", `/basis/meldungen/${ticket.id}`],
        ["devices", "coordinator", "/basis/geraete"],
        ["report-choice", "coordinator", "/basis/melden"],
        ["start", "auditor", "/basis"],
        ["statement", "admin", "/barrierefreiheit"],
        ["statement-form", "admin", "/barrierefreiheit/bearbeiten"],
    ];
}
