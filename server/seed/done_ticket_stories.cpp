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
TicketStep take(int days) {
    return {.days = days, .status = TicketStatus::accepted};
}
TicketStep send_in(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::waiting, .device = AssetStatus::in_repair};
}
TicketStep resolve(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::resolved};
}
TicketStep bring_back(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::resolved, .device = AssetStatus::in_use};
}
TicketStep replace(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::resolved, .device = AssetStatus::retired};
}
TicketStep close(int days) {
    return {.days = days, .who = Teller::coordinator, .status = TicketStatus::closed};
}

} // namespace

std::vector<TicketStory> done_ticket_stories() {
    return {
        // resolved
        {.school_code = "GYM-03",
         .about = "WLAN",
         .title = "WLAN in der Außenstelle fällt aus",
         .description = "In der Außenstelle ist das WLAN mehrmals am Tag für einige Minuten weg, meist in "
                        "der großen Pause.",
         .reporter = teacher,
         .channel = browser,
         .days_ago = 15,
         .minutes = 660,
         .steps =
             {take(1),
              say(1, technician, "Ich lese die Protokolle aus. Tritt es in allen Räumen gleichzeitig auf?"),
              say(2, teacher, "Ja, in allen Räumen und auch im Lehrerzimmer A."),
              resolve(4,
                      "Die Richtfunkstrecke hat den Kanal gewechselt, Kanal ist jetzt fest eingestellt.")}},
        {.school_code = "BBS-02",
         .about = "Schüler-PC 11",
         .title = "Bildschirm bleibt schwarz",
         .description = "Der Rechner läuft, der Bildschirm bleibt schwarz. Ein anderer Bildschirm geht auch "
                        "nicht.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 12,
         .minutes = 610,
         .steps = {take(0), resolve(2, "Arbeitsspeicher neu gesteckt, Rechner läuft wieder.")}},
        {.school_code = "GYM-06",
         .about = "Beamer",
         .title = "Fernbedienung fehlt",
         .description = "Seit den Ferien ist die Fernbedienung des Beamers verschwunden, er lässt sich nicht "
                        "mehr einschalten.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 10,
         .minutes = 475,
         .steps = {take(1), resolve(3, "Ersatz-Fernbedienung gebracht, liegt im Sekretariat.")}},
        {.school_code = "FS-03",
         .about = "Drucker",
         .title = "Ausdruck mit schwarzem Streifen",
         .description =
             "Auf jeder Seite ist rechts ein schwarzer Streifen, auch nach dem Wechsel des Toners.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 9,
         .minutes = 800,
         .steps = {take(1), resolve(2, "Trommel getauscht, Testseite ist sauber.")}},
        {.school_code = "BBS-03",
         .about = "Notebook",
         .title = "Kein Ton am Notebook",
         .description = "Über Kopfhörer und Lautsprecher kommt kein Ton, in der Videokonferenz hört man uns "
                        "auch nicht.",
         .reporter = technician,
         .channel = on_site,
         .days_ago = 8,
         .minutes = 620,
         .steps = {take(0), resolve(0, "Treiber neu installiert, Ton und Mikrofon geprüft.")}},
        {.school_code = "GYM-01",
         .about = "Dokumentenkamera",
         .title = "Dokumentenkamera wird nicht erkannt",
         .description = "Das Notebook erkennt die Dokumentenkamera nicht mehr, an einem anderen geht sie.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 6,
         .minutes = 555,
         .steps = {take(1), resolve(2, "USB-Anschluss am Notebook war deaktiviert, jetzt wieder frei.")}},
        {.school_code = "IGS-01",
         .about = "Lehrer-PC",
         .title = "Rechner ist sehr laut",
         .description =
             "Der Lüfter läuft von Anfang an auf voller Stärke, im Unterricht versteht man nichts.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 5,
         .minutes = 730,
         .steps = {take(1), resolve(3, "Lüfter gereinigt, Wärmeleitpaste erneuert.")}},
        {.school_code = "BBS-06",
         .about = "Interaktive Tafel",
         .title = "Tafel findet kein Netz",
         .description = "Die Tafel zeigt \"Keine Verbindung\", Filme lassen sich nicht abspielen.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 4,
         .minutes = 590,
         .steps = {take(0),
                   resolve(1, "Netzwerkkabel war am Verteiler gezogen, wieder gesteckt und beschriftet.")}},

        // closed
        {.school_code = "GYM-03",
         .about = "Leihnotebook",
         .title = "Akku hält nur noch zwanzig Minuten",
         .description = "Das Notebook geht ohne Netzteil nach etwa zwanzig Minuten aus. Für den Unterricht "
                        "im Freien ist es so nicht zu gebrauchen.",
         .reporter = teacher,
         .channel = browser,
         .days_ago = 46,
         .minutes = 780,
         .steps = {take(1), send_in(3, "Akku lässt sich nur vom Hersteller tauschen, Gerät abgeholt."),
                   bring_back(14, "Gerät mit neuem Akku zurückgebracht."), close(20)}},
        {.school_code = "BBS-01",
         .about = "Beamer",
         .title = "Beamer zeigt kein Bild",
         .description = "Beamer ist an, zeigt aber bei allen Eingängen nur Blau.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 44,
         .minutes = 540,
         .steps = {take(1),
                   replace(4, "Hauptplatine defekt, Reparatur lohnt nicht. Ersatz aus dem Lager montiert."),
                   close(9)}},
        {.school_code = "GYM-02",
         .about = "INTERNET",
         .title = "Internet sehr langsam",
         .description = "Seit gestern laden Seiten minutenlang oder gar nicht, in der Prüfungswoche ist das "
                        "sehr ungünstig.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 42,
         .minutes = 465,
         .steps = {take(0), say(0, technician, "Störung beim Anbieter, Ticket dort ist eröffnet."),
                   resolve(1, "Anbieter hat den Anschluss umgeschaltet, Messung: 940 Mbit/s."), close(6)}},
        {.school_code = "FS-05",
         .about = "Tablet",
         .title = "Falsche Apps auf dem Tablet",
         .description = "Auf dem Tablet fehlen die Lern-Apps, stattdessen sind die der Oberstufe darauf.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 40,
         .minutes = 650,
         .steps = {take(1), resolve(2, "Gerät war in der falschen Gruppe, Apps sind neu verteilt."),
                   close(8)}},
        {.school_code = "BBS-04",
         .about = "Access Point",
         .title = "Access Point hängt schief",
         .description = "Der Access Point hängt nur noch an einer Schraube.",
         .reporter = technician,
         .channel = on_site,
         .days_ago = 38,
         .minutes = 705,
         .steps = {take(0), resolve(0, "Neu verschraubt."), close(5)}},
        {.school_code = "GYM-04",
         .about = "Lehrerzimmer-PC",
         .title = "Meldung: Festplatte fast voll",
         .description = "Bei jeder Anmeldung kommt die Meldung, dass die Festplatte fast voll ist.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 35,
         .minutes = 600,
         .steps = {take(2), resolve(4, "Alte Profile entfernt, 80 GB frei."), close(7)}},
        {.school_code = "FS-07",
         .about = "Raum A001",
         .title = "Verdunkelung klemmt",
         .description = "Der Vorhang vor der Tafel lässt sich nicht mehr schließen, man sieht vom Bild fast "
                        "nichts.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 33,
         .minutes = 745,
         .steps = {take(1), resolve(6, "An den Hausmeister der Außenstelle gegeben, Schiene ist gerichtet."),
                   close(10)}},
        {.school_code = "GYM-08",
         .about = "Tablet",
         .title = "Tablet verlangt fremde Anmeldung",
         .description = "Nach dem Zurücksetzen fragt das Tablet nach einem Konto, das hier niemand kennt.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 30,
         .minutes = 560,
         .steps = {take(1), resolve(3, "Gerät in der Verwaltung freigegeben und neu eingerichtet."),
                   close(5)}},
        {.school_code = "BBS-05",
         .about = "Schüler-PC 07",
         .title = "Rechner fährt von selbst herunter",
         .description = "Der Rechner geht beim Rendern immer wieder aus. Die anderen in der Reihe nicht.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 27,
         .minutes = 815,
         .steps = {take(1), say(2, technician, "Netzteil wird zu heiß, Austausch unter Garantie angefragt."),
                   resolve(8, "Netzteil getauscht, Belastungstest über eine Stunde ohne Fehler."),
                   close(12)}},
        {.school_code = "GYM-07",
         .about = "Switch",
         .title = "Kein Netz im Computerraum",
         .description = "Im ganzen Computerraum gibt es kein Netz, die Lampen am Schrank sind aus.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 22,
         .minutes = 490,
         .steps = {take(0), resolve(0, "Sicherung im Verteilerschrank war herausgesprungen."), close(3)}},
        {.school_code = "BBS-02",
         .about = "KONTEN",
         .title = "Passwort der Vertretung zurücksetzen",
         .description = "Eine Vertretungskraft kommt nicht mehr an den Lehrer-PC, das Passwort ist "
                        "abgelaufen.",
         .reporter = coordinator,
         .channel = phone,
         .days_ago = 18,
         .minutes = 455,
         .steps = {take(0), resolve(0, "Zurückgesetzt, neues Passwort liegt verschlossen im Sekretariat."),
                   close(2)}},
    };
}

} // namespace schulkit
