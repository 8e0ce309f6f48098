#include "shared/imports/status_words.hpp"

#include "shared/core/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace schulkit {
namespace {

using enum AssetStatus;

struct StatusWord {
    std::string_view word; ///< folded_words() with one blank between
    std::optional<AssetStatus> status = {};
};

constexpr std::array status_words{
    StatusWord{"in stock", in_stock},
    StatusWord{"im lager", in_stock},
    StatusWord{"lager", in_stock},
    StatusWord{"auf lager", in_stock},
    StatusWord{"am lager", in_stock},
    StatusWord{"lagernd", in_stock},
    StatusWord{"eingelagert", in_stock},
    StatusWord{"lagerbestand", in_stock},
    StatusWord{"im depot", in_stock},
    StatusWord{"depot", in_stock},
    StatusWord{"reserve", in_stock},
    StatusWord{"in reserve", in_stock},
    StatusWord{"ersatzgeraet", in_stock},
    StatusWord{"verfuegbar", in_stock},
    StatusWord{"frei", in_stock},
    StatusWord{"nicht zugewiesen", in_stock},
    StatusWord{"nicht im einsatz", in_stock},
    StatusWord{"ungenutzt", in_stock},
    StatusWord{"unbenutzt", in_stock},
    StatusWord{"einsatzbereit", in_stock},
    StatusWord{"bereit", in_stock},
    StatusWord{"einsetzbar", in_stock},
    StatusWord{"available", in_stock},
    StatusWord{"spare", in_stock},
    StatusWord{"in storage", in_stock},
    StatusWord{"storage", in_stock},
    StatusWord{"unused", in_stock},
    StatusWord{"unassigned", in_stock},
    StatusWord{"ready to deploy", in_stock},
    StatusWord{"deployable", in_stock},
    StatusWord{"pending", in_stock},
    StatusWord{"ausstehend", in_stock},

    StatusWord{"in use", in_use},
    StatusWord{"im einsatz", in_use},
    StatusWord{"in betrieb", in_use},
    StatusWord{"betrieb", in_use},
    StatusWord{"im betrieb", in_use},
    StatusWord{"betriebsbereit", in_use},
    StatusWord{"in benutzung", in_use},
    StatusWord{"in nutzung", in_use},
    StatusWord{"in gebrauch", in_use},
    StatusWord{"in verwendung", in_use},
    StatusWord{"genutzt", in_use},
    StatusWord{"benutzt", in_use},
    StatusWord{"aktiv", in_use},
    StatusWord{"active", in_use},
    StatusWord{"produktiv", in_use},
    StatusWord{"im produktiveinsatz", in_use},
    StatusWord{"installiert", in_use},
    StatusWord{"eingebaut", in_use},
    StatusWord{"zugewiesen", in_use},
    StatusWord{"ausgegeben", in_use},
    StatusWord{"herausgegeben", in_use},
    StatusWord{"funktionsfaehig", in_use},
    StatusWord{"funktionstuechtig", in_use},
    StatusWord{"funktioniert", in_use},
    StatusWord{"in ordnung", in_use},
    StatusWord{"i o", in_use},
    StatusWord{"ok", in_use},
    StatusWord{"deployed", in_use},
    StatusWord{"assigned", in_use},
    StatusWord{"checked out", in_use},
    StatusWord{"in production", in_use},
    StatusWord{"production", in_use},
    StatusWord{"in service", in_use},
    StatusWord{"operational", in_use},
    StatusWord{"working", in_use},
    StatusWord{"installed", in_use},

    StatusWord{"on loan", on_loan},
    StatusWord{"ausgeliehen", on_loan},
    StatusWord{"verliehen", on_loan},
    StatusWord{"entliehen", on_loan},
    StatusWord{"geliehen", on_loan},
    StatusWord{"in ausleihe", on_loan},
    StatusWord{"ausleihe", on_loan},
    StatusWord{"leihe", on_loan},
    StatusWord{"verleih", on_loan},
    StatusWord{"im verleih", on_loan},
    StatusWord{"leihgabe", on_loan},
    StatusWord{"loaned", on_loan},
    StatusWord{"loaned out", on_loan},
    StatusWord{"borrowed", on_loan},
    StatusWord{"lent", on_loan},

    StatusWord{"in repair", in_repair},
    StatusWord{"in reparatur", in_repair},
    StatusWord{"reparatur", in_repair},
    StatusWord{"zur reparatur", in_repair},
    StatusWord{"defekt", in_repair},
    StatusWord{"kaputt", in_repair},
    StatusWord{"beschaedigt", in_repair},
    StatusWord{"schadhaft", in_repair},
    StatusWord{"reparaturbeduerftig", in_repair},
    StatusWord{"nicht funktionsfaehig", in_repair},
    StatusWord{"in wartung", in_repair},
    StatusWord{"wartung", in_repair},
    StatusWord{"in der werkstatt", in_repair},
    StatusWord{"werkstatt", in_repair},
    StatusWord{"nicht einsetzbar", in_repair},
    StatusWord{"nicht einsatzbereit", in_repair},
    StatusWord{"repair", in_repair},
    StatusWord{"broken", in_repair},
    StatusWord{"defective", in_repair},
    StatusWord{"defect", in_repair},
    StatusWord{"damaged", in_repair},
    StatusWord{"maintenance", in_repair},
    StatusWord{"in maintenance", in_repair},
    StatusWord{"out for repair", in_repair},
    StatusWord{"out for diagnostics", in_repair},
    StatusWord{"undeployable", in_repair},

    StatusWord{"lost", lost},
    StatusWord{"missing", lost},
    StatusWord{"lost stolen", lost},
    StatusWord{"verbleib ungeklaert", lost},
    StatusWord{"verbleib unbekannt", lost},
    StatusWord{"verloren", lost},
    StatusWord{"verlust", lost},
    StatusWord{"in verlust", lost},
    StatusWord{"vermisst", lost},
    StatusWord{"verschollen", lost},
    StatusWord{"abhanden", lost},
    StatusWord{"abhanden gekommen", lost},
    StatusWord{"abhandengekommen", lost},
    StatusWord{"nicht auffindbar", lost},
    StatusWord{"nicht gefunden", lost},
    StatusWord{"verloren gestohlen", lost},

    StatusWord{"stolen", stolen},
    StatusWord{"gestohlen", stolen},
    StatusWord{"diebstahl", stolen},
    StatusWord{"entwendet", stolen},
    StatusWord{"geklaut", stolen},

    StatusWord{"retired", retired},
    StatusWord{"ausgesondert", retired},
    StatusWord{"aussonderung", retired},
    StatusWord{"ausgemustert", retired},
    StatusWord{"aussortiert", retired},
    StatusWord{"ausser dienst", retired},
    StatusWord{"a d", retired},
    StatusWord{"verschrottet", retired},
    StatusWord{"schrott", retired},
    StatusWord{"entsorgt", retired},
    StatusWord{"verkauft", retired},
    StatusWord{"verwertet", retired},
    StatusWord{"abgegeben", retired},
    StatusWord{"abgang", retired},
    StatusWord{"archiviert", retired},
    StatusWord{"archived", retired},
    StatusWord{"disposed", retired},
    StatusWord{"disposed of", retired},
    StatusWord{"scrapped", retired},
    StatusWord{"sold", retired},
    StatusWord{"decommissioned", retired},
    StatusWord{"broken not fixable", retired},
    StatusWord{"out of service", retired},
    StatusWord{"totalschaden", retired},

    StatusWord{"neu"},
    StatusWord{"neuwertig"},
    StatusWord{"sehr gut"},
    StatusWord{"gut"},
    StatusWord{"gebraucht"},
    StatusWord{"mittel"},
    StatusWord{"befriedigend"},
    StatusWord{"ausreichend"},
    StatusWord{"new"},
    StatusWord{"used"},
    StatusWord{"good"},
    StatusWord{"very good"},
    StatusWord{"fair"},
};

std::string joined(std::vector<std::string> const& parts, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += ' ';
        text += parts[i];
    }
    return text;
}

StatusReading find_word(std::string_view folded) {
    for (StatusWord const& word : status_words)
        if (word.word == folded) return {.is_known = true, .status = word.status};
    return {};
}

} // namespace

StatusReading read_status_cell(std::string_view cell) {
    if (cell.size() > 100) return {};
    std::vector<std::string> const parts = folded_words(cell);
    StatusReading const whole = find_word(joined(parts, parts.size()));
    if (whole.is_known || parts.size() < 2) return whole;
    static constexpr std::array<std::string_view, 5> snipe_it_meta{"deployed", "deployable", "pending",
                                                                   "undeployable", "archived"};
    std::string const& meta = parts.back();
    if (std::find(snipe_it_meta.begin(), snipe_it_meta.end(), meta) == snipe_it_meta.end()) return whole;
    if (meta == "deployed") return find_word(meta);
    StatusReading const label = find_word(joined(parts, parts.size() - 1));
    return label.is_known ? label : find_word(meta);
}

} // namespace schulkit
