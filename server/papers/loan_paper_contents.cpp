#include "server/papers/loan_paper_contents.hpp"

#include "server/papers/paper_words.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/loans/loan_words.hpp"

namespace schulkit::papers {
namespace {

std::vector<std::string> lines_of(std::string_view text, char const separator) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = std::min(text.find(separator, at), text.size());
        if (std::string line{trim(text.substr(at, end - at))}; !line.empty()) lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

std::string years_words(Loan const& loan) {
    if (loan.first_school_year == loan.last_school_year) return "das Schuljahr " + school_year_text(loan.first_school_year);
    bool const two = school_year_after(loan.first_school_year) == loan.last_school_year;
    return "die Schuljahre " + school_year_text(loan.first_school_year) + (two ? " und " : " bis ") + school_year_text(loan.last_school_year);
}

std::string kit_words(Loan const& loan) {
    return loan.kit_tag.value_or("") + " · " + loan.kit_name.value_or("");
}

std::string days_words(std::int64_t days) {
    return days == 1 ? std::string{"1 Tag"} : std::to_string(days) + " Tagen";
}

std::vector<std::vector<Point>> strokes_of(std::string const& signature) {
    std::vector<std::vector<Point>> strokes;
    auto const read = parse_json(signature);
    if (!read || !read->is_array()) return strokes;
    for (Json const& stroke : *read) {
        std::vector<Point> points;
        for (Json const& point : stroke)
            if (point.is_array() && point.size() == 2) points.push_back({point[0].get<double>(), point[1].get<double>()});
        strokes.push_back(std::move(points));
    }
    return strokes;
}

Signature signature_of(LoanFile const& file, std::string role, std::optional<Signer> const& signer, bool drawn) {
    Signature made{.role = std::move(role)};
    if (!signer) return made;
    made.name = signer->name;
    made.function = signer->function;
    if (signer->on_behalf) made.authority = *signer->on_behalf == OnBehalf::i_a ? "i. A." : "i. V.";
    if (!drawn) return made;
    std::string const place = file.settings.place.value_or("");
    made.place_and_date = place + (place.empty() ? "" : ", ") + day_words(to_berlin(file.recorded_at).date);
    made.signing = Signing::drawn;
    made.strokes = strokes_of(*signer->signature);
    made.field_ratio = 3; // web/signature_pad.css
    return made;
}

/// Drawn by one and not by the other, both sign the print.
Signatures signatures_of(LoanFile const& file, Signers const& signers) {
    bool const drawn = signers.have_drawn();
    return {{signature_of(file, "Für die Schule", signers.school, drawn),
             signature_of(file, "Für den Schulträger", signers.county, drawn)}};
}

Letterhead letterhead_of(PaperSettings const& settings) {
    return {.county = settings.county.value_or(""),
            .department = settings.department.value_or(""),
            .address = lines_of(settings.address.value_or(""), '\n'),
            .contact = lines_of(settings.contact.value_or(""), '\n')};
}

Recipient recipient_of(School const& school) {
    Recipient recipient{.name = school.name, .address = {"Schulleitung"}};
    if (!school.sites.empty() && school.sites.front().address)
        for (std::string& line : lines_of(*school.sites.front().address, ',')) recipient.address.push_back(std::move(line));
    return recipient;
}

Paper blank_paper(LoanFile const& file, Kind kind, std::string title) {
    Paper paper{.kind = kind,
                .title = std::move(title),
                .recorded_at = file.recorded_at,
                .letterhead = letterhead_of(file.settings),
                .recipient = recipient_of(file.school)};
    if (kind != Kind::agreement && !file.agreement_number.empty()) paper.references.push_back({"Vereinbarung", file.agreement_number});
    paper.references.push_back({"Koffer", kit_words(file.loan)});
    paper.references.push_back({"Ausleihe", loan_number(file.loan.id)});
    if (!file.web_address.empty())
        paper.target = {file.web_address + "/#/ausleihen/" + to_text(file.loan.id), "Diese Ausleihe in Schulkit öffnen"};
    return paper;
}

std::vector<std::string> two_copies() { return {"Ausfertigung für die Schule", "Ausfertigung für den Schulträger"}; }

Table contents_table(std::string caption, std::vector<DeviceRow> const& devices, std::vector<AccessoryRow> const& accessories) {
    Table table{.caption = std::move(caption),
                .columns = {{"Platz", Align::right},
                            {"Gegenstand"},
                            {"Inventarnummer"},
                            {"Seriennummer"},
                            {"Anzahl", Align::right},
                            {"Bemerkung"}}};
    for (DeviceRow const& device : devices)
        table.rows.push_back({device.slot > 0 ? std::to_string(device.slot) : std::string{}, device.name, device.tag, device.serial,
                              "1", device.note});
    for (AccessoryRow const& accessory : accessories)
        table.rows.push_back({"", accessory.label, "", "", std::to_string(accessory.quantity),
                              accessory.quantity < accessory.expected ? "von " + std::to_string(accessory.expected) : std::string{}});
    return table;
}

Table contents_table(LoanFile const& file, Contents const& contents) {
    return contents_table("Inhalt des Koffers " + file.loan.kit_tag.value_or(""), contents.devices, contents.accessories);
}

void add_note(Paper& paper, NoteTone tone, std::string title, std::string const& text) {
    if (!text.empty()) paper.blocks.push_back(Note{tone, std::move(title), {text}});
}

} // namespace

bool Signers::have_drawn() const { return school && school->signature && county && county->signature; }

Result<Paper> agreement_of(LoanFile const& file, Contents const& contents, Signers const& signers) {
    TRY_ASSIGN(AgreementTemplate const text, AgreementTemplate::parse(file.settings.agreement_text));
    Paper paper = blank_paper(file, Kind::agreement, "Überlassungsvereinbarung");
    AgreementFacts const facts{.number = file.agreement_number,
                               .county = file.settings.county.value_or(""),
                               .department = file.settings.department.value_or(""),
                               .school = file.school.name + " (" + file.school.code + ")",
                               .kit = kit_words(file.loan),
                               .kit_type = file.loan.kit_type_name,
                               .school_years = years_words(file.loan),
                               .begins_on = day_words(file.loan.handed_over_on.value_or(to_berlin(file.recorded_at).date)),
                               .ends_on = day_words(file.loan.due_on),
                               .return_by = day_words(file.loan.due_on),
                               .purpose = file.loan.purpose.value_or(""),
                               .time_to_object = days_words(file.objection_days),
                               .contents = contents_table(file, contents),
                               .signatures = signatures_of(file, signers)};
    paper.blocks = text.fill(facts);
    paper.copies = two_copies();
    return paper;
}

Paper handover_protocol_of(LoanFile const& file, Contents const& contents, Signers const& signers, std::string const& notes) {
    Paper paper = blank_paper(file, Kind::handover, "Übergabeprotokoll");
    paper.blocks.push_back(Paragraph{"Heute wurde der unten genannte Tablet-Koffer übergeben. Inhalt und Zustand haben beide Seiten "
                                     "gemeinsam geprüft."});
    Facts facts{{{"Koffertyp", file.loan.kit_type_name},
                 {"Überlassen für", years_words(file.loan)},
                 {"Rückgabe bis", day_words(file.loan.due_on)}}};
    if (file.loan.purpose) facts.facts.push_back({"Zweck", *file.loan.purpose});
    paper.blocks.push_back(std::move(facts));
    if (!contents.missing.empty()) paper.blocks.push_back(Note{NoteTone::attention, "Fehlt bei der Übergabe", contents.missing});
    add_note(paper, NoteTone::attention, "Ausnahme mit Begründung: nicht alle Voraussetzungen sind erfüllt",
             file.loan.override_reason.value_or(""));
    add_note(paper, NoteTone::plain, "Bemerkungen", notes);
    paper.blocks.push_back(contents_table(file, contents));
    paper.blocks.push_back(signatures_of(file, signers));
    paper.copies = two_copies();
    return paper;
}

Paper receipt_of(LoanFile const& file, Contents const& contents, Signers const& signers, SessionEnd const& end) {
    Paper paper = blank_paper(file, Kind::receipt, "Empfangsbestätigung");
    paper.blocks.push_back(Paragraph{"Der Schulträger hat den unten genannten Tablet-Koffer heute bei der Schule abgeholt. Der Inhalt wird "
                                     "im Lager geprüft; das Ergebnis hält das Rückgabeprotokoll fest."});
    Facts facts{{{"Koffer", kit_words(file.loan)}, {"Koffertyp", file.loan.kit_type_name}}};
    if (end.seal_number) facts.facts.push_back({"Plombennummer", *end.seal_number});
    paper.blocks.push_back(std::move(facts));
    add_note(paper, NoteTone::plain, "Bemerkungen", end.notes.value_or(""));
    if (!contents.devices.empty() || !contents.accessories.empty())
        paper.blocks.push_back(contents_table("Bei der Abholung schon erfasst", contents.devices, contents.accessories));
    paper.blocks.push_back(signatures_of(file, signers));
    paper.copies = two_copies();
    return paper;
}

Paper return_protocol_of(LoanFile const& file, CheckFindings const& findings, std::string const& notes) {
    Paper paper = blank_paper(file, Kind::return_protocol, "Rückgabeprotokoll");
    bool const differs = !findings.back.missing.empty();
    paper.blocks.push_back(Paragraph{
        differs ? "Der Inhalt des zurückgegebenen Tablet-Koffers wurde im Lager geprüft. Er weicht von dem ab, was übergeben wurde."
                : "Der Inhalt des zurückgegebenen Tablet-Koffers wurde im Lager geprüft. Er ist vollständig."});
    Facts facts{{{"Koffertyp", file.loan.kit_type_name}}};
    if (file.loan.handed_over_on) facts.facts.push_back({"Übergeben am", day_words(*file.loan.handed_over_on)});
    if (file.loan.returned_on) facts.facts.push_back({"Abgeholt am", day_words(*file.loan.returned_on)});
    paper.blocks.push_back(std::move(facts));
    if (differs) {
        paper.blocks.push_back(Note{NoteTone::attention, "Das fehlt", findings.back.missing});
        Date const until = add_days(to_berlin(file.recorded_at).date, static_cast<int>(file.objection_days));
        paper.blocks.push_back(Paragraph{"Die Schule kann gegen diese Abweichungen innerhalb von " +
                                         days_words(file.objection_days) + " nach dieser Mitteilung Einwände erheben, also bis zum " +
                                         day_words(until) + ". Nach Ablauf der Frist gelten die Abweichungen als festgestellt."});
    }
    if (!findings.earlier.empty())
        paper.blocks.push_back(Note{NoteTone::plain, "Schon früher mitgeteilt und noch nicht zurück", findings.earlier});
    if (!findings.foreign.empty())
        paper.blocks.push_back(Note{NoteTone::plain, "Aus anderen Koffern der Schule angenommen", findings.foreign});
    add_note(paper, NoteTone::plain, "Bemerkungen", notes);
    paper.blocks.push_back(contents_table("Zurückgegeben", findings.back.devices, findings.back.accessories));
    return paper;
}

Paper supplement_of(LoanFile const& file, SupplementWords const& words) {
    Paper paper = blank_paper(file, Kind::supplement, "Nachtrag " + std::to_string(words.nth) + " zur Überlassungsvereinbarung");
    paper.blocks.push_back(Paragraph{"Die Überlassungsvereinbarung über den Tablet-Koffer " + kit_words(file.loan) +
                                     " wird wie folgt geändert. Im Übrigen gilt sie weiter."});
    if (!words.extended_to.empty())
        paper.blocks.push_back(Facts{{{"Überlassen für", years_words(file.loan)}, {"Rückgabe bis", words.extended_to}}});
    add_note(paper, NoteTone::plain, "Grund", words.reason);
    if (!words.out.empty()) paper.blocks.push_back(contents_table("Der Schulträger nimmt zurück", words.out, {}));
    if (!words.in.empty() || !words.delivered.empty())
        paper.blocks.push_back(contents_table("Die Schule erhält", words.in, words.delivered));
    paper.blocks.push_back(signatures_of(file, {}));
    paper.copies = two_copies();
    return paper;
}

} // namespace schulkit::papers
