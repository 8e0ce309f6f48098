#include "shared/imports/device_row.hpp"

#include "shared/core/text.hpp"
#include "shared/imports/cell_text.hpp"
#include "shared/imports/status_words.hpp"

#include <algorithm>
#include <array>

namespace schulkit {
namespace {

constexpr std::size_t max_place_length = 200; // a school or site may be named instead of its code

/// In characters, by Column: those of the asset's fields.
constexpr auto max_lengths = [] {
    std::array<std::size_t, column_count> lengths = {};
    for_each_field<Asset>([&](auto const& f) {
        for (auto const& [column, word] : EnumWords<Column>::values)
            if (word == f.name)
                lengths[static_cast<std::size_t>(column)] =
                    f.rules.max_length > 0 ? f.rules.max_length : default_max_length;
    });
    for (Column const column : {Column::school, Column::site})
        lengths[static_cast<std::size_t>(column)] = max_place_length;
    return lengths;
}();

bool is_too_long(Column column, std::string_view text) {
    std::size_t const limit = max_lengths[static_cast<std::size_t>(column)];
    return text.size() > limit && count_characters(text) > limit;
}

TextKind kind_of(Column column) {
    switch (column) {
    case Column::tag:
    case Column::serial:
    case Column::model:
        return TextKind::code;
    case Column::notes:
        return TextKind::lines;
    default:
        return TextKind::line;
    }
}

/// Reads the cells of one row; collects their errors.
class RowCells {
public:
    RowCells(ListReading const& list, TableRow const& row, DeviceRow& device)
        : m_list{list}, m_row{row}, m_device{device} {}

    /// The first filled cell of that column: tidied, short enough, readable.
    std::optional<std::string> text(Column column) {
        for (ColumnSource const& source : m_list.map.of(column)) {
            auto const value = filled(column, source);
            if (!value) continue;
            if (!passes(column, *value)) return std::nullopt;
            return value->text;
        }
        return std::nullopt;
    }

    /// Other headers than the first filled one for the same column; "Schulnummer" beside "Schule".
    std::optional<std::string> second_text(Column column) {
        std::string_view first_key;
        for (ColumnSource const& source : m_list.map.of(column)) {
            auto const value = filled(column, source);
            if (!value) continue;
            if (first_key.empty()) {
                first_key = source.key;
            } else if (source.key != first_key) {
                if (!value->is_readable || is_too_long(column, value->text)) return std::nullopt;
                return value->text;
            }
        }
        return std::nullopt;
    }

    /// A number that a spreadsheet has damaged is refused in every cell, also in one that would not be asked.
    bool has_damage(Column column) {
        for (ColumnSource const& source : m_list.map.of(column)) {
            std::string_view const cell = trim(m_row.cell(source.cell));
            if (!is_spreadsheet_damage(cell)) continue;
            add_error(column, "bad_number", cell);
            return true;
        }
        return false;
    }

    std::optional<Date> date() {
        for (ColumnSource const& source : m_list.map.of(Column::purchased_on)) {
            auto const value = filled(Column::purchased_on, source);
            if (!value || is_zero_date(value->text)) continue;
            auto const date = read_date_cell(value->text, m_list.slash_orders[source.cell]);
            if (!date) add_error(Column::purchased_on, "bad_date", value->text);
            return date;
        }
        return std::nullopt;
    }

    std::optional<Cents> price() {
        for (ColumnSource const& source : m_list.map.of(Column::price)) {
            auto const value = filled(Column::price, source);
            if (!value || is_no_amount(value->text)) continue;
            auto const cents = source.key == "pricecents"
                                   ? read_cents_cell(value->text)
                                   : read_money_cell(value->text, m_list.decimal_marks[source.cell]);
            if (!cents) add_error(Column::price, "bad_number", value->text);
            return cents;
        }
        return std::nullopt;
    }

    void status() {
        for (ColumnSource const& source : m_list.map.of(Column::status)) {
            auto const value = filled(Column::status, source);
            if (!value) continue;
            StatusReading const reading = read_status_cell(value->text);
            if (reading.is_known && !reading.status) continue;
            m_device.says_on_loan = reading.status == AssetStatus::on_loan;
            if (!reading.is_known || m_device.says_on_loan)
                add_error(Column::status, "bad_status", value->text);
            else
                m_device.status = reading.status;
            return;
        }
    }

    void add_error(Column column, std::string_view code, std::string_view value) {
        m_device.errors.push_back({.field = std::string{word_of(column)},
                                   .code = std::string{code},
                                   .value = std::string{cut_to_bytes(value, max_shown_bytes)}});
    }

private:
    /// Nothing if the cell is empty or says so.
    std::optional<CellText> filled(Column column, ColumnSource const& source) const {
        std::string_view const cell = m_row.cell(source.cell);
        if (cell.empty()) return std::nullopt;
        TextKind const kind = kind_of(column);
        CellText value = tidy_cell(cell, kind);
        if (m_list.map.format == ListFormat::jamf_school && value.text.find('&') != std::string::npos)
            value.text = decode_html_entities(value.text);
        bool const formula_error =
            kind != TextKind::code && value.text.starts_with('#') && is_spreadsheet_damage(value.text);
        bool const refused_later =
            column == Column::purchased_on || column == Column::price || column == Column::status;
        if (says_nothing(value.text, kind) || (formula_error && !refused_later)) return std::nullopt;
        return value;
    }

    bool passes(Column column, CellText const& value) {
        bool const too_long = is_too_long(column, value.text);
        if (!value.is_readable || too_long)
            add_error(column, value.is_readable ? "too_long" : "bad_encoding", value.text);
        return value.is_readable && !too_long;
    }

    ListReading const& m_list;
    TableRow const& m_row;
    DeviceRow& m_device;
};

bool has_error(DeviceRow const& device, Column column) {
    return std::any_of(device.errors.begin(), device.errors.end(),
                       [&](FieldError const& error) { return error.field == word_of(column); });
}

/// Lists of products that know a device by its model leave its name empty, or have no such column at all.
void derive_name(ListReading const& list, DeviceRow& device) {
    bool const may_derive = list.map.format != ListFormat::list && list.map.format != ListFormat::schulkit;
    if (list.map.has(Column::name) && !may_derive) return;
    if (device.model)
        device.name = device.model;
    else if (device.category && device.tag)
        device.name = *device.category + ' ' + *device.tag;
    device.name_is_derived = device.name.has_value();
}

} // namespace

DeviceRow read_device_row(ListReading const& list, TableRow const& row) {
    DeviceRow device{.row = row.number};
    // A separator inside a value has moved what follows into wrong columns: nothing of the row can be
    // trusted, and what must not be kept may stand anywhere in it.
    bool const is_shifted =
        row.filled_until > list.header_cells || (list.rows_are_even && row.cell_count > list.header_cells);
    if (is_shifted) {
        device.errors.push_back(
            {.field = "row", .code = "too_long", .value = std::to_string(row.cell_count)});
        return device;
    }
    RowCells cells{list, row, device};
    if (!cells.has_damage(Column::tag)) device.tag = cells.text(Column::tag);
    if (device.tag && code_key(*device.tag).empty()) device.tag.reset();
    device.name = cells.text(Column::name);
    device.category = cells.text(Column::category);
    device.manufacturer = cells.text(Column::manufacturer);
    if (!cells.has_damage(Column::model)) device.model = cells.text(Column::model);
    if (!cells.has_damage(Column::serial)) device.serial = cells.text(Column::serial);
    cells.status();
    device.school = cells.text(Column::school);
    if (device.school) device.other_school = cells.second_text(Column::school);
    device.site = cells.text(Column::site);
    device.room = cells.text(Column::room);
    device.purchased_on = cells.date();
    device.price_cents = cells.price();
    device.notes = cells.text(Column::notes);

    if (!device.tag && !has_error(device, Column::tag)) cells.add_error(Column::tag, "required", {});
    if (!device.name && !has_error(device, Column::name)) derive_name(list, device);
    if (!device.name && !has_error(device, Column::name)) cells.add_error(Column::name, "required", {});
    return device;
}

} // namespace schulkit
