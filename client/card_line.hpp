#pragma once

#include "client/ui/ui.hpp"

namespace schulkit {

/// What a table's cell says, with its column's label where the rows are cards: they have no column heads.
inline std::string card_line(ui::Ui const& ui, std::string_view label, std::string words) {
    if (!ui.is_phone()) return words;
    return ui.text("school_years.card_line", {{"label", ui.text(label)}, {"words", std::move(words)}});
}

} // namespace schulkit
