#pragma once
// Papers as a county makes them, and what a reader of them gets: the words of a PDF's structure, of HTML, of pages.

#include "server/papers/agreement_template.hpp"
#include "server/papers/paper_page.hpp"
#include "server/papers/paper_pdf.hpp"

namespace schulkit::samples {

inline papers::Letterhead county_letterhead() {
    return {.county = "Landkreis Musterkreis",
            .department = "Amt für Schule und Bildung · Schul-IT",
            .address = {"Schulstraße 12", "12345 Musterstadt"},
            .contact = {"Telefon 01234 567-890", "schul-it@musterkreis.example", "www.musterkreis.example"}};
}

inline std::vector<std::vector<papers::Point>> handwriting() {
    return {{{0.05, 0.62}, {0.09, 0.3}, {0.13, 0.18}, {0.15, 0.4}, {0.14, 0.72}, {0.2, 0.5}, {0.25, 0.55}, {0.27, 0.68},
             {0.32, 0.52}, {0.36, 0.66}, {0.42, 0.5}, {0.46, 0.68}, {0.55, 0.45}, {0.62, 0.7}, {0.8, 0.42}, {0.97, 0.55}},
            {{0.1, 0.47}, {0.21, 0.43}},
            {{0.43, 0.3}}};
}

inline papers::Signatures two_signatures() {
    return {{{.role = "Für die Schule",
              .name = "Dr. Käthe Großmann",
              .function = "Schulleiterin",
              .place_and_date = "Musterstadt, 12. August 2026",
              .signing = papers::Signing::drawn,
              .strokes = handwriting()},
             {.role = "Für den Schulträger",
              .name = "Jörg Weiß",
              .function = "Sachbearbeiter Schul-IT",
              .authority = "i. A.",
              .place_and_date = "Musterstadt, 12. August 2026",
              .signing = papers::Signing::pending}}};
}

inline papers::Table contents_table(int devices = 16) {
    papers::Table table{.caption = "Inhalt des Koffers TK0007",
                        .columns = {{"Platz", papers::Align::right},
                                    {"Gegenstand"},
                                    {"Inventarnummer"},
                                    {"Seriennummer"},
                                    {"Anzahl", papers::Align::right},
                                    {"Bemerkung"}}};
    for (int i = 1; i <= devices; ++i) {
        std::string const number = std::to_string(i);
        table.rows.push_back({number, "Apple iPad (A16), 128 GB", "TAB" + std::string(4 - std::min<std::size_t>(4, number.size()), '0') + number,
                              "F9FXK" + std::to_string(70000 + i * 37) + "Q1", "1",
                              i == 4 ? "Kratzer am Gehäuse, linke obere Ecke" : ""});
    }
    for (auto const& [label, count] : {std::pair{"Eingabestift", 15}, {"Kopfhörer mit Bügel", 16}, {"Ladegerät, 10-fach", 2},
                                       {"WLAN-Zugangspunkt", 1}})
        table.rows.push_back({"", label, "", "", std::to_string(count), ""});
    return table;
}

inline papers::AgreementFacts agreement_facts() {
    return {.number = "UEV-2026-0012",
            .county = "Landkreis Musterkreis",
            .department = "Amt für Schule und Bildung",
            .school = "Gymnasium Musterstadt (GYM-03)",
            .kit = "TK0007 „Koffer 07“",
            .kit_type = "iPad-Koffer mit 16 Geräten",
            .school_years = "die Schuljahre 2026/27 und 2027/28",
            .begins_on = "12. August 2026",
            .ends_on = "31. Juli 2028",
            .return_by = "7. Juli 2028",
            .purpose = "Fotografie und Bildbearbeitung im Kunstunterricht der Jahrgangsstufen 8 und 9",
            .time_to_object = "14 Tagen",
            .contents = contents_table(),
            .signatures = two_signatures()};
}

/// As the two of a handover take it away.
inline papers::Paper handover_paper() {
    papers::Signatures signatures = two_signatures();
    return {.kind = papers::Kind::handover,
            .title = "Übergabeprotokoll",
            .number = "UEP-2026-0017",
            .recorded_at = *parse_rfc3339("2026-08-12T08:32:00Z"),
            .letterhead = county_letterhead(),
            .recipient = {"Gymnasium Musterstadt", {"Schulleitung", "Am Schlosspark 3", "12345 Musterstadt"}},
            .references = {{"Vereinbarung", "UEV-2026-0012"},
                           {"Koffer", "TK0007 · Koffer 07"},
                           {"Bearbeitet von", "Jörg Weiß"},
                           {"Telefon", "01234 567-894"}},
            .blocks = {papers::Paragraph{"Heute wurde der unten genannte Tablet-Koffer übergeben. Inhalt und Zustand haben beide "
                                         "Seiten gemeinsam geprüft."},
                       papers::Facts{{{"Schuljahre", "2026/27 und 2027/28"},
                                      {"Rückgabe bis", "7. Juli 2028"},
                                      {"Zweck", "Fotografie und Bildbearbeitung im Kunstunterricht"}}},
                       papers::Note{papers::NoteTone::attention,
                                    "Fehlt bei der Übergabe",
                                    {"1 Eingabestift (von 16)", "Platz 9: Tablet, wird bis 1. September 2026 nachgeliefert"}},
                       papers::Note{papers::NoteTone::plain, "Zustand", {"Gehäuse des Koffers: leichte Gebrauchsspuren."}},
                       contents_table(), signatures},
            .target = {"https://schulkit.musterkreis.example/ausleihen/4711", "Diese Ausleihe in Schulkit öffnen"}};
}

inline papers::Paper agreement_paper() {
    auto const read = papers::AgreementTemplate::parse(papers::default_agreement().text);
    papers::Paper paper = handover_paper();
    paper.kind = papers::Kind::agreement;
    paper.title = "Überlassungsvereinbarung";
    paper.number = "UEV-2026-0012";
    paper.references = {{"Koffer", "TK0007 · Koffer 07"}, {"Bearbeitet von", "Jörg Weiß"}, {"Telefon", "01234 567-894"}};
    paper.blocks = read ? read->fill(agreement_facts()) : std::vector<papers::Block>{};
    paper.copies = {"Ausfertigung für die Schule", "Ausfertigung für den Schulträger"};
    return paper;
}

} // namespace schulkit::samples
