// A county's device list as Excel on a German Windows saves it: Windows-1252, semicolons, German dates, decimals and
// status words, quotes with line breaks inside, trailing empty columns, and two rows that nobody checked.

/// What Windows-1252 has at 0x80 to 0x9F, of what German lists hold.
const WINDOWS_1252 = new Map([["€", 0x80], ["„", 0x84], ["…", 0x85], ["“", 0x93], ["”", 0x94], ["–", 0x96], ["’", 0x92]]);

export function windows_1252(text) {
    return Buffer.from([...text].map((character) => {
        const code = WINDOWS_1252.get(character) ?? character.codePointAt(0);
        if (code > 0xff) throw new Error(`${character} is not in Windows-1252`);
        return code;
    }));
}

const HEADER = ["Inventar-Nr.", "Bezeichnung", "Gerätetyp", "Hersteller", "Modell", "Serien-Nr.", "Schule", "Raum",
    "Anschaffungsdatum", "Anschaffungswert", "Status", "Bemerkung", "", ""];

function cell(text) {
    return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/// letter: one that makes tags and serial numbers differ from another list's.
/// → {bytes, good: [{tag, name}], bad: [{row, tag, column, value}]}
export function county_list(letter) {
    const rows = [
        [`NB${letter}9001`, "Notebook für die Schülerbücherei", "Notebook", "Lenovo", "ThinkPad L14", `PF${letter}9001`,
            "GYM-03", "204", "31.08.2024", "1.234,56 €", "in Betrieb", "Netzteil fehlt,\r\nAufkleber \"Übergabe\" am Deckel"],
        [`BE${letter}9002`, "Beamer mit Weitwinkel", "Beamer", "Epson", "EB-992F", `X8${letter}9002`,
            "Kastanien-Gymnasium Ulmenrode", "Aula", "01.02.2023", "899,00", "defekt", "Lüfter „rattert“"],
        [`DR${letter}9003`, "Drucker im Sekretariat", "Drucker", "Kyocera", "PA2100", `R9${letter}9003`,
            "GYM-01", "Sekretariat", "31.02.2024", "249,90 €", "in Betrieb", ""],
        [`TA${letter}9004`, "Tafel der Größe 86 Zoll", "Interaktive Tafel", "Promethean", "ActivPanel", `P7${letter}9004`,
            "BBS-02", "112", "15.06.2019", "2.999,00 €", "ausgesondert", ""],
        [`DK${letter}9005`, "Dokumentenkamera", "Dokumentenkamera", "Elmo", "L-12G", `E1${letter}9005`,
            "GYM-99", "205", "15.06.2022", "389,00 €", "in Betrieb", ""],
    ];
    for (let number = 10; number < 40; ++number) {
        rows.push([`TB${letter}90${number}`, `Tablet ${number}`, "Tablet", "Apple", 'iPad 10,9"',
            `DM${letter}90${number}`, "GYM-03", "Medienraum", "02.09.2024", "419,00 €", "in Betrieb", ""]);
    }
    const lines = [HEADER, ...rows.map((row) => [...row, "", ""])].map((row) => row.map(cell).join(";"));
    const bad = [
        { row: 4, tag: rows[2][0], value: "31.02.2024" },
        { row: 6, tag: rows[4][0], value: "GYM-99" },
    ];
    return {
        bytes: windows_1252(lines.join("\r\n") + "\r\n"),
        good: rows.filter((row) => !bad.some(({ tag }) => tag === row[0])).map(([tag, name]) => ({ tag, name })),
        bad,
    };
}
