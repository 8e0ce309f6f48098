#include "client/assets/asset_words.hpp"
#include "client/imports/import_screen.hpp"
#include "client/ui/form.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

std::string reason_text(Ui const& ui, RowError const& error) {
    std::string const own = "import.reason." + error.code;
    return ui.has_text(own) ? ui.text(own) : ui::error_for(ui, {{error.field, error.code}}, error.field);
}

std::string fields_text(Ui const& ui, std::vector<std::string> const& fields) {
    std::string text;
    for (std::string const& field : fields) {
        std::string const label = import_column(ui, field);
        if (!label.empty()) text += (text.empty() ? "" : ", ") + label;
    }
    return text;
}

struct RejectedCell {
    ImportRow const* row = nullptr;
    RowError const* error = nullptr;
};

std::vector<RejectedCell> rejected_cells(ImportReport const& report) {
    std::vector<RejectedCell> cells;
    for (ImportRow const& row : report.rows) {
        if (row.action != RowAction::rejected) continue;
        for (RowError const& error : row.errors)
            cells.push_back({&row, &error});
    }
    return cells;
}

/// A card has no header that says what the number is.
std::string row_text(Ui const& ui, std::int64_t row) {
    std::string const number = ui.number(row);
    return ui.is_phone() ? ui.text("import.row_number", {{"row", number}}) : number;
}

std::int64_t count_listed(ImportReport const& report, bool rejected) {
    std::int64_t count = 0;
    for (ImportRow const& row : report.rows)
        if ((row.action == RowAction::rejected) == rejected) ++count;
    return count;
}

void note_cut(Ui& ui, std::int64_t listed, std::int64_t all) {
    if (listed < all)
        ui.muted("cut", ui.text("import.cut", {{"shown", ui.number(listed)}, {"all", ui.number(all)}}));
}

} // namespace

std::string import_column(Ui const& ui, std::string_view field) {
    if (field == "row") return ui.text("import.whole_row");
    return asset_label(ui, field);
}

void draw_rejected_rows(ImportReport const& report, Ui& ui) {
    if (report.rejected == 0) return;
    std::vector<RejectedCell> const cells = rejected_cells(report);
    ui.card("rejected", {.title = ui.text("import.rejected_rows"), .icon = embedded::icon_circle_x}, [&] {
        ui.table("rows",
                 {.label = ui.text("import.rejected_rows"),
                  .columns = {{.key = "row", .label = ui.text("import.row"), .width = 80, .number = true, .row_header = true},
                              {.key = "tag", .label = ui.text("asset.tag"), .width = 130, .drop_order = 2},
                              {.key = "column", .label = ui.text("import.column"), .width = 140},
                              {.key = "value",
                               .label = ui.text("import.value"),
                               .width = 140,
                               .grow = 1,
                               .drop_order = 1},
                              {.key = "reason",
                               .label = ui.text("import.reason"),
                               .width = 260,
                               .grow = 2,
                               .card = CardPlace::title}},
                  .total = static_cast<std::int64_t>(cells.size())},
                 static_cast<int>(cells.size()), [&](int index, ui::TableRow& row) {
                     RejectedCell const& cell = cells[static_cast<std::size_t>(index)];
                     row.key = std::to_string(index);
                     row.text(row_text(ui, cell.row->row));
                     row.text(cell.row->tag);
                     row.text(import_column(ui, cell.error->field));
                     row.text(cell.error->value);
                     row.text(reason_text(ui, *cell.error));
                 });
        note_cut(ui, count_listed(report, true), report.rejected);
    });
}

void draw_accepted_rows(ImportReport const& report, Ui& ui) {
    std::int64_t const all = report.created + report.updated;
    if (all == 0) return;
    std::vector<ImportRow const*> rows;
    for (ImportRow const& row : report.rows)
        if (row.action != RowAction::rejected) rows.push_back(&row);
    ui.card("accepted", {.title = ui.text("import.accepted_rows"), .icon = embedded::icon_circle_check}, [&] {
        if (!rows.empty())
            ui.table("rows",
                     {.label = ui.text("import.accepted_rows"),
                      .columns = {{.key = "row", .label = ui.text("import.row"), .width = 80, .number = true, .row_header = true},
                                  {.key = "tag", .label = ui.text("asset.tag"), .width = 130},
                                  {.key = "name",
                                   .label = ui.text("asset.name"),
                                   .width = 180,
                                   .grow = 2,
                                   .card = CardPlace::title},
                                  {.key = "action",
                                   .label = ui.text("import.action"),
                                   .width = 130,
                                   .card = CardPlace::badge},
                                  {.key = "changed",
                                   .label = ui.text("import.changed"),
                                   .width = 180,
                                   .grow = 2,
                                   .drop_order = 1}},
                      .total = static_cast<std::int64_t>(rows.size())},
                     static_cast<int>(rows.size()), [&](int index, ui::TableRow& row) {
                         ImportRow const& listed = *rows[static_cast<std::size_t>(index)];
                         bool const is_new = listed.action == RowAction::created;
                         row.key = std::to_string(index);
                         row.text(row_text(ui, listed.row));
                         row.text(listed.tag);
                         row.text(listed.name);
                         row.badge(ui.text("import.action." + to_text(listed.action)),
                                   is_new ? ui::Tone::success : ui::Tone::info,
                                   is_new ? embedded::icon_plus : embedded::icon_pencil);
                         row.muted(fields_text(ui, listed.changed));
                     });
        note_cut(ui, count_listed(report, false), all);
    });
}

} // namespace schulkit
