#pragma once

#include "client/screen.hpp"
#include "client/stock/stock_model.hpp"
#include "client/ui/ui.hpp"

#include <memory>

namespace schulkit {

void draw_stock(StockModel& model, ScreenContext const& context, ui::Ui& ui);
/// What came and went, newest first.
void draw_moves(StockModel& model, ScreenContext const& context, Page<StockMove> const& page, ui::Ui& ui);
/// What is below its minimum, to be saved for a spreadsheet.
void draw_orders(Page<StockLine> const& page, ui::Ui& ui);
/// A line's movement and minimum; a new line or store.
void draw_stock_dialogs(StockModel& model, ScreenContext const& context, ui::Ui& ui);
std::unique_ptr<Screen> make_stock_screen(ScreenContext const& context);

} // namespace schulkit
