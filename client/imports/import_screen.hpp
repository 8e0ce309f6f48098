#pragma once

#include "client/imports/import_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_import(ImportModel& model, ScreenContext const& context, ui::Ui& ui);
/// What a list would change, or has changed: counts, what was recognised, the rows.
void draw_import_counts(ImportReport const& report, ui::Ui& ui);
void draw_import_columns(ImportReport const& report, ui::Ui& ui);
void draw_rejected_rows(ImportReport const& report, ui::Ui& ui);
void draw_accepted_rows(ImportReport const& report, ui::Ui& ui);
/// The label of an asset's field by its name; "row" is the whole row.
std::string import_column(ui::Ui const& ui, std::string_view field);

/// "#/import": taking over a device list.
std::unique_ptr<Screen> make_import_screen(ScreenContext const& context);

} // namespace schulkit
