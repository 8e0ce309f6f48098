#include "server/seed/ticket_stories.hpp"

namespace schulkit {
namespace {

constexpr auto teacher = Teller::teacher;
constexpr auto coordinator = Teller::coordinator;
constexpr auto technician = Teller::technician;
using enum TicketChannel;

TicketStep say(int days, Teller who, std::string_view text) {
    return {.days = days, .who = who, .comment = text};
}
TicketStep take(int days, std::string_view text = {}) {
    return {.days = days, .comment = text, .status = TicketStatus::accepted};
}
TicketStep wait(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::waiting};
}
TicketStep send_in(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::waiting, .device = AssetStatus::in_repair};
}

} // namespace

std::vector<TicketStory> open_ticket_stories() {
    return {
        // new
        {.school_code = "GYM-03",
         .about = "Dokumentenkamera",
         .title = "Dokumentenkamera zeigt nur Streifen",
         .description = "Seit heute Morgen ist das Bild der Dokumentenkamera voller Streifen. Aus- und "
                        "Einschalten hat nicht geholfen, am Kabel habe ich gewackelt, es wird kurz besser.",
         .reporter = teacher,
         .channel = browser,
         .days_ago = 1,
         .minutes = 590},
        {.school_code = "BBS-01",
         .about = "Schüler-PC 03",
         .title = "PC startet nicht mehr",
         .description = "Der dritte Rechner in der Fensterreihe geht nicht an. Die Lampe am Netzteil "
                        "leuchtet grün, der Lüfter läuft kurz, dann ist er wieder aus.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 0,
         .minutes = 460},
        {.school_code = "GYM-01",
         .about = "Beamer",
         .title = "Beamer geht nach zehn Minuten aus",
         .description = "Der Beamer schaltet sich mitten in der Stunde ab, die Temperaturlampe blinkt "
                        "orange. Nach einer halben Stunde geht er wieder.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 1,
         .minutes = 640},
        {.school_code = "FS-02",
         .about = "Interaktive Tafel",
         .title = "Stift schreibt versetzt",
         .description = "Die Tafel schreibt etwa fünf Zentimeter neben dem Stift. Kalibrieren ist im Menü "
                        "ausgegraut.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 1,
         .minutes = 700},
        {.school_code = "IGS-01",
         .about = "WLAN",
         .title = "Kein WLAN im Neubau, 2. Stock",
         .description = "In allen Räumen im 2. Stock des Neubaus finden die Tablets das Schulnetz nicht. Im "
                        "1. Stock geht es.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 1,
         .minutes = 515},
        {.school_code = "BBS-04",
         .about = "Drucker",
         .title = "Papierstau, lässt sich nicht öffnen",
         .description = "Fach 2 klemmt, es steckt ein Blatt fest. Die hintere Klappe geht nicht auf und wir "
                        "wollen nichts abbrechen.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 2,
         .minutes = 745},
        {.school_code = "GYM-07",
         .about = "Leihnotebook",
         .title = "Notebook: Taste E fehlt",
         .description = "Bei dem Notebook aus dem Medienraum ist die Taste E abgebrochen. Die Taste haben "
                        "wir aufgehoben.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 2,
         .minutes = 560},
        {.school_code = "FS-06",
         .about = "Raum 004",
         .title = "Zwei Steckdosen ohne Strom",
         .description = "An der Fensterseite sind zwei Steckdosen tot, dort laden wir sonst die Tablets. Der "
                        "Hausmeister meint, die Sicherung sei in Ordnung.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 2,
         .minutes = 820},
        {.school_code = "BBS-02",
         .about = "OHNE",
         .title = "Lautsprecher in der Aula brummen",
         .description = "Die beiden Aktivlautsprecher an der Bühne brummen laut, sobald ein Notebook "
                        "angeschlossen ist. Ein Etikett haben wir nicht gefunden.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 3,
         .minutes = 665},

        // accepted
        {.school_code = "GYM-03",
         .about = "Lehrer-PC",
         .title = "Anmeldung am Lehrer-PC dauert sehr lange",
         .description = "Vom Eintippen des Passworts bis zum Desktop vergehen fast acht Minuten. Die ersten "
                        "zehn Minuten jeder Stunde sind damit weg.",
         .reporter = teacher,
         .channel = browser,
         .days_ago = 5,
         .minutes = 570,
         .steps = {take(1),
                   say(1, technician,
                       "Das Profil ist sehr groß, es wird bei jeder Anmeldung kopiert. Ich richte die "
                       "Umleitung am Mittwoch vor der ersten Stunde ein."),
                   say(2, teacher, "Danke. Mittwoch passt, der Raum ist bis 8:45 Uhr frei.")}},
        {.school_code = "BBS-03",
         .about = "Access Point",
         .title = "Access Point blinkt rot",
         .description =
             "Der Access Point an der Decke blinkt rot, in dem Raum und nebenan gibt es kein WLAN.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 4,
         .minutes = 610,
         .steps = {take(
             1, "Der Access Point hat keine Verbindung zum Verteiler. Ich messe die Leitung vor Ort.")}},
        {.school_code = "GYM-05",
         .about = "Beamer",
         .title = "Beamer: Bild ist gelb",
         .description = "Alles, was weiß sein soll, ist gelb. Andere Notebooks machen keinen Unterschied.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 6,
         .minutes = 690,
         .steps = {take(0), say(1, coordinator, "Die Schule fragt, ob bis dahin ein Ersatzgerät da ist."),
                   say(1, technician, "Ein Leihgerät aus dem Lager bringe ich am Freitag mit.")}},
        {.school_code = "FS-04",
         .about = "Tablet",
         .title = "Tablet lädt nicht mehr",
         .description = "Das Tablet zeigt am Kabel kurz das Ladezeichen, bleibt aber bei 3 %. Mit anderen "
                        "Kabeln ist es genauso.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 3,
         .minutes = 545,
         .steps = {take(1, "Ladebuchse ist verschmutzt, Reinigung zuerst, sonst Austausch.")}},
        {.school_code = "BBS-05",
         .about = "KONTEN",
         .title = "Neue Klasse kann sich nicht anmelden",
         .description =
             "Die Zugänge der neuen Klasse sind angelegt, aber bei allen kommt \"Konto gesperrt\".",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 8,
         .minutes = 480,
         .steps = {take(0), say(1, technician,
                                "Die Klasse lag in der falschen Gruppe. Der Abgleich läuft heute Nacht.")}},
        {.school_code = "GYM-08",
         .about = "Switch",
         .title = "Verwaltung ohne Netz, Etage 1",
         .description = "In der Schulleitung und im Sekretariat gibt es seit der Pause kein Netz. Telefone "
                        "gehen auch nicht.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 1,
         .minutes = 605,
         .steps = {take(0, "Ich bin unterwegs, Ankunft gegen 12 Uhr.")}},
        {.school_code = "BBS-06",
         .about = "VERWALTUNG",
         .title = "Stundenplan wird nicht übernommen",
         .description = "Der neue Stundenplan erscheint in der Schulverwaltung nicht, obwohl der Abgleich "
                        "ohne Fehler durchläuft.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 9,
         .minutes = 630,
         .steps = {take(2), say(3, technician, "Beim Hersteller gemeldet, der Fehler ist dort bekannt.")}},
        {.school_code = "GYM-02",
         .about = "Interaktive Tafel",
         .title = "Tafel reagiert nicht auf Berührung",
         .description = "Das Bild ist da, aber weder Finger noch Stift werden erkannt. Der Tafelrechner "
                        "lässt sich mit der Maus bedienen.",
         .reporter = technician,
         .channel = on_site,
         .days_ago = 7,
         .minutes = 655,
         .steps = {take(0, "USB-Verbindung getauscht, ohne Erfolg. Ersatzkabel ist bestellt.")}},

        // waiting
        {.school_code = "GYM-03",
         .about = "Drucker",
         .title = "Drucker zieht kein Papier ein",
         .description = "Der Drucker meldet \"Papier einlegen\", obwohl das Fach voll ist. Etwa jedes zehnte "
                        "Mal klappt es.",
         .reporter = teacher,
         .channel = browser,
         .days_ago = 10,
         .minutes = 720,
         .steps =
             {take(1),
              wait(3,
                   "Die Einzugsrolle ist abgenutzt. Ersatzteil bestellt, Lieferung in etwa zwei Wochen.")}},
        {.school_code = "BBS-01",
         .about = "Notebook",
         .title = "Notebook: Scharnier gebrochen",
         .description = "Beim Aufklappen ist das linke Scharnier gebrochen, das Display hält nur noch am "
                        "Kabel.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 12,
         .minutes = 580,
         .steps = {take(1), send_in(2, "An den Hersteller geschickt, Garantie läuft noch.")}},
        {.school_code = "FS-01",
         .about = "Tablet",
         .title = "Display gesprungen",
         .description = "Das Tablet ist vom Tisch gefallen, das Display hat einen Sprung von oben bis unten.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 11,
         .minutes = 635,
         .steps = {take(0), send_in(1, "Zur Reparatur gegeben. Kostenvoranschlag folgt.")}},
        {.school_code = "GYM-04",
         .about = "Beamer",
         .title = "Beamer summt und riecht",
         .description = "Der Beamer summt laut und riecht verschmort. Wir haben den Stecker gezogen.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 13,
         .minutes = 500,
         .steps = {take(0, "Richtig so, bitte ausgeschaltet lassen."),
                   send_in(2, "Netzteil defekt, Gerät eingeschickt.")}},
        {.school_code = "IGS-01",
         .about = "Raum 107",
         .title = "Netzwerkdose hängt aus der Wand",
         .description = "Die Netzwerkdose neben der Tür hängt an den Adern. Bitte bald, es kommen alle "
                        "Klassen daran vorbei.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 10,
         .minutes = 770,
         .steps = {take(1), wait(2, "Beim Gebäudemanagement beauftragt, Termin steht noch aus.")}},
        {.school_code = "BBS-05",
         .about = "Server",
         .title = "Sicherung meldet Fehler",
         .description = "Auf dem Bildschirm des Servers steht seit Tagen, dass die Sicherung fehlgeschlagen "
                        "ist.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 14,
         .minutes = 530,
         .steps =
             {take(0),
              wait(3,
                   "Neue Sicherungsplatte ist bestellt. Bis dahin sichert der Server ins Rechenzentrum.")}},
    };
}

} // namespace schulkit
