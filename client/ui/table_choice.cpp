// Choosing rows and columns of a table.
#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/table_drawing.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace schulkit::ui {

namespace {

constexpr float width_step = 20;

Rect box_in(State const& state, Rect cell) {
    float const side = grown(state, 20);
    return {std::round(cell.x + (cell.width - side) / 2), std::round(cell.y + (cell.height - side) / 2), side, side};
}

/// A line per column: shown or not, narrower, wider. The name stays: without it a row says nothing.
bool draw_column(Ui& ui, Column const& column, ColumnChoice& choice) {
    bool changed = false;
    ui.row("column." + column.key, {.gap = 4}, [&] {
        bool shown = choice.hidden.count(column.key) == 0;
        bool const fixed = column.card == CardPlace::title || column.row_header;
        ui.grow();
        if (ui.checkbox("shown", column.label, shown, {.enabled = !fixed})) {
            if (shown)
                choice.hidden.erase(column.key);
            else
                choice.hidden.insert(column.key);
            changed = true;
        }
        auto const step = [&](std::string_view key, Icon icon, std::string_view label, float by) {
            float const next = std::clamp(width_of(choice, column) + by, least_column_px, most_column_px);
            bool const possible = shown && next != width_of(choice, column);
            if (!ui.icon_button(key, icon, ui.text(label, {{"column", column.label}}), {.enabled = possible})) return;
            choice.widths[column.key] = next;
            changed = true;
        };
        step("narrower", embedded::icon_minus, "ui.column_narrower", -width_step);
        step("wider", embedded::icon_plus, "ui.column_wider", width_step);
    });
    return changed;
}

} // namespace

float width_of(ColumnChoice const& choice, Column const& column) {
    auto const chosen = choice.widths.find(column.key);
    return chosen == choice.widths.end() ? column.width : chosen->second;
}

std::string to_text(ColumnChoice const& choice) {
    std::string text;
    auto const add = [&](std::string const& part) { text += (text.empty() ? "" : ",") + part; };
    for (std::string const& key : choice.hidden) add('-' + key);
    for (auto const& [key, width] : choice.widths) add(key + ':' + std::to_string(std::lround(width)));
    return text;
}

ColumnChoice parse_columns(std::string_view text) {
    ColumnChoice choice;
    while (!text.empty()) {
        std::string_view const part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        if (part.starts_with('-')) {
            choice.hidden.emplace(part.substr(1));
            continue;
        }
        auto const colon = part.find(':');
        if (colon == std::string_view::npos) continue;
        int width = 0;
        std::string_view const digits = part.substr(colon + 1);
        auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), width);
        if (read.ec != std::errc{}) continue;
        choice.widths[std::string{part.substr(0, colon)}] =
            std::clamp(static_cast<float>(width), least_column_px, most_column_px);
    }
    return choice;
}

void TableDrawing::draw_check_all(Rect cell) {
    Node& header = add_node(state, Role::columnheader, "choose", ui_text(state, "ui.choose_rows"), cell);
    Scope const scope{state, header.id};
    Parent const parent{state, header.id};
    TableRow row;
    bool all = true;
    for (int i = 0; i < count && all; ++i) {
        row.clear();
        fill_row(i, row);
        all = options.chosen->count(row.key) > 0;
    }
    if (!draw_checkbox(state, "all", ui_text(state, "ui.choose_all"), cell, box_in(state, cell), all)) return;
    for (int i = 0; i < count; ++i) {
        row.clear();
        fill_row(i, row);
        if (all)
            options.chosen->insert(row.key);
        else
            options.chosen->erase(row.key);
    }
}

void TableDrawing::draw_check(TableRow const& row, Rect cell) {
    Node& node = add_node(state, Role::cell, "choose", "", cell);
    Scope const scope{state, node.id};
    Parent const parent{state, node.id};
    std::string which;
    for (std::size_t i = 0; i < options.columns.size(); ++i)
        if (options.columns[i].row_header) which = words_of(row, i);
    bool on = options.chosen->count(row.key) > 0;
    if (!draw_checkbox(state, "one", ui_text(state, "ui.choose_row", {{"row", which}}), cell, box_in(state, cell), on))
        return;
    if (on)
        options.chosen->insert(row.key);
    else
        options.chosen->erase(row.key);
}

void draw_tools(Ui& ui, TableDrawing& table) {
    State& state = ui.state();
    bool const has_choice = table.options.column_choice != nullptr;
    std::uint32_t const dialog = id_of(state, "columns.dialog");
    ui.row("tools", {.gap = 8}, [&] {
        if (table.options.tools) table.options.tools();
        if (!has_choice) return;
        ui.push_right();
        if (ui.button("columns", ui.text("ui.columns"), Button::quiet,
                      {.icon = embedded::icon_columns_3, .popup = true}))
            state.open_dialog = dialog;
    });
    if (!has_choice) return;
    bool open = state.open_dialog == dialog;
    ui.dialog("columns.dialog", ui.text("ui.columns"), open, {.width = 460}, [&] {
        for (Column const& column : table.options.columns)
            table.result.columns_changed |= draw_column(ui, column, table.choice);
        ui.actions("end", [&] {
            if (ui.button("reset", ui.text("ui.columns_reset"), Button::secondary)) {
                table.choice = {};
                table.result.columns_changed = true;
            }
            if (ui.button("done", ui.text("ui.done"), Button::primary)) open = false;
        });
    });
    if (!open && state.open_dialog == dialog) state.open_dialog = 0;
}

} // namespace schulkit::ui
