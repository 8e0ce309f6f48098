#pragma once

#include "client/ui/ui.hpp"
#include "shared/stock/stock.hpp"

namespace schulkit {

struct StockMoveLook {
    ui::Tone tone = ui::Tone::neutral;
    ui::Icon icon = nullptr;
};

StockMoveLook look_of(StockMoveKind kind);
/// "In einen Koffer"
std::string kind_text(ui::Ui const& ui, StockMoveKind kind);
/// "+16", "−2"
std::string change_text(ui::Ui const& ui, std::int64_t change);
/// With how many there are, where the answer says so.
std::string stock_refusal_text(ui::Ui const& ui, Error const& refused);

} // namespace schulkit
