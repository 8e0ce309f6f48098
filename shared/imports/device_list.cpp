#include "shared/imports/device_list.hpp"

#include "shared/core/text.hpp"
#include "shared/imports/cell_text.hpp"
#include "shared/imports/device_row.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace schulkit {
namespace {


/// Looks for columns of the same header that differ, and for values below no header.
class CellWarnings {
public:
    explicit CellWarnings(ColumnMap const& map) : m_map{map} {
        for (std::size_t column = 0; column < column_count; ++column) {
            auto const& sources = map.sources[column];
            bool const repeats = std::any_of(sources.begin(), sources.end(), [&](ColumnSource const& a) {
                return std::count_if(sources.begin(), sources.end(),
                                     [&](ColumnSource const& b) { return a.key == b.key; }) > 1;
            });
            if (repeats) m_repeated.push_back(column);
        }
    }

    void see(TableRow const& row) {
        for (std::size_t const column : m_repeated)
            if (differs(m_map.sources[column], row)) add(m_differing[column], row.number);
        for (std::size_t const cell : m_map.unnamed)
            if (!trim(row.cell(cell)).empty()) {
                add(m_unnamed, row.number);
                break;
            }
    }

    void append_to(std::vector<ListWarning>& warnings, std::vector<std::string> const& header) const {
        for (std::size_t const column : m_repeated) {
            Seen const& seen = m_differing[column];
            if (seen.rows > 0)
                warnings.push_back({.kind = ListWarningKind::repeated_header_differs,
                                    .header = header[m_map.sources[column].front().cell],
                                    .first_row = seen.first_row,
                                    .rows = seen.rows});
        }
        if (m_unnamed.rows > 0)
            warnings.push_back({.kind = ListWarningKind::unnamed_column_filled,
                                .first_row = m_unnamed.first_row,
                                .rows = m_unnamed.rows});
    }

private:
    struct Seen {
        std::size_t first_row = 0;
        std::size_t rows = 0;
    };

    static void add(Seen& seen, std::size_t row) {
        if (seen.rows++ == 0) seen.first_row = row;
    }

    static bool differs(std::vector<ColumnSource> const& sources, TableRow const& row) {
        // The first value of each header; a list may repeat one a thousand times.
        std::vector<std::pair<std::string_view, std::string_view>> firsts;
        for (ColumnSource const& source : sources) {
            std::string_view const value = trim(row.cell(source.cell));
            if (value.empty()) continue;
            auto const first =
                std::find_if(firsts.begin(), firsts.end(), [&](auto const& each) { return each.first == source.key; });
            if (first == firsts.end())
                firsts.emplace_back(source.key, value);
            else if (first->second != value)
                return true;
        }
        return false;
    }

    ColumnMap const& m_map;
    std::vector<std::size_t> m_repeated = {};
    std::array<Seen, column_count> m_differing = {};
    Seen m_unnamed = {};
};

struct FirstPass {
    std::size_t rows = 0;
    std::size_t ambiguous_dates = 0;
    bool last_row_is_cut_off = false; ///< shorter than all others, and no line break behind it
    std::size_t last_row = 0;
};

/// Reads all rows once, to see how the list writes days and amounts, and that it ends as it should.
Result<FirstPass> look_through(Table const& table, ListReading& list, CellWarnings& warnings) {
    FirstPass pass;
    auto const& date_cells = list.map.of(Column::purchased_on);
    auto const& price_cells = list.map.of(Column::price);
    std::vector<DateEvidence> dates(table.header.size());
    std::vector<MoneyEvidence> amounts(table.header.size());
    DateEvidence all_dates;
    bool all_full = true;
    std::size_t even_rows = 0;
    RowReader reader = read_rows(table);
    for (TableRow row; reader.next(row);) {
        if (++pass.rows > max_list_rows) return error_in_row(ErrorKind::too_large, "too_large", row.number);
        warnings.see(row);
        bool const is_full = row.cell_count >= table.header_cells;
        pass.last_row_is_cut_off = all_full && !is_full && reader.ended_without_line_break();
        pass.last_row = row.number;
        all_full = all_full && is_full;
        even_rows += row.cell_count == table.header_cells ? 1u : 0u;
        if (row.filled_until > table.header_cells) continue;
        for (ColumnSource const& source : price_cells)
            amounts[source.cell].see(row.cell(source.cell));
        if (date_cells.empty()) continue;
        std::size_t const cells = std::min(row.cells.size(), dates.size());
        for (std::size_t cell = 0; cell < cells; ++cell)
            if (row.cells[cell].find('/') < 6) dates[cell].see(row.cells[cell]);
    }
    if (reader.open_quote_row() != 0)
        return error_in_row(ErrorKind::invalid, "unterminated_quote", reader.open_quote_row());
    if (pass.rows == 0) return fail(ErrorKind::invalid, "no_rows");

    list.rows_are_even = pass.rows >= 10 && even_rows * 10 >= pass.rows * 9;
    for (DateEvidence const& evidence : dates)
        all_dates.see(evidence);
    list.slash_orders.assign(table.header.size(), SlashOrder::unknown);
    list.decimal_marks.assign(table.header.size(), DecimalMark::unknown);
    for (ColumnSource const& source : date_cells) {
        DateEvidence const& own = dates[source.cell];
        SlashOrder const order = own.shows_something() ? own.order() : all_dates.order();
        list.slash_orders[source.cell] = order;
        if (order == SlashOrder::unknown) pass.ambiguous_dates += own.ambiguous();
    }
    for (ColumnSource const& source : price_cells)
        list.decimal_marks[source.cell] = amounts[source.cell].mark();
    return pass;
}

/// The same tag twice, or one serial number under two tags: the later row is refused and names the earlier
/// one.
void check_within_list(std::vector<DeviceRow>& rows) {
    std::unordered_map<std::string, std::size_t> tags;
    std::unordered_map<std::string, std::size_t> serials;
    tags.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        DeviceRow& row = rows[i];
        auto const refuse = [&](Column column, char const* code, std::string const& value,
                                std::size_t first) {
            row.errors.push_back({.field = std::string{word_of(column)},
                                  .code = code,
                                  .value = std::string{cut_to_bytes(value, max_shown_bytes)}});
            row.first_row = rows[first].row;
        };
        bool tag_is_new = true;
        if (row.tag) {
            auto const [found, is_new] = tags.emplace(code_key(*row.tag), i);
            tag_is_new = is_new;
            if (!is_new) refuse(Column::tag, "duplicate_in_file", *row.tag, found->second);
        }
        if (!row.serial || !tag_is_new) continue;
        auto const [found, is_new] = serials.emplace(code_key(*row.serial), i);
        if (!is_new) refuse(Column::serial, "serial_conflict", *row.serial, found->second);
    }
}

std::optional<Error> missing_columns(ColumnMap const& map) {
    Error error{.kind = ErrorKind::invalid, .code = "missing_column"};
    auto const add = [&](Column column) {
        error.fields.push_back({.field = std::string{word_of(column)}, .code = "missing_column"});
    };
    if (!map.has(Column::tag)) add(Column::tag);
    if (!map.has(Column::name) && !map.has(Column::model)) add(Column::name);
    if (error.fields.empty()) return std::nullopt;
    return error;
}

} // namespace

Result<DeviceList> read_device_list(std::string_view bytes) {
    TRY_ASSIGN(DecodedText const decoded, decode_text(bytes));
    TRY_ASSIGN(Table const table, find_table(decoded.text()));
    ListReading reading{.map = map_columns(table.header), .header_cells = table.header_cells};
    if (auto missing = missing_columns(reading.map)) return fail(std::move(*missing));
    CellWarnings warnings{reading.map};
    TRY_ASSIGN(FirstPass const pass, look_through(table, reading, warnings));
    bool const utf16 = decoded.encoding == Encoding::utf_16le || decoded.encoding == Encoding::utf_16be;
    // Excel writes every row in full and ends each with a line break
    if (utf16 && pass.last_row_is_cut_off)
        return error_in_row(ErrorKind::invalid, "bad_encoding", pass.last_row);

    DeviceList list{.format = reading.map.format, .encoding = decoded.encoding, .separator = table.separator};
    for (auto const& [column, word] : EnumWords<Column>::values)
        if (reading.map.has(column)) list.columns.push_back(column);
    list.ignored_headers = reading.map.ignored_headers;

    list.rows.reserve(pass.rows);
    ListWarning derived{.kind = ListWarningKind::name_derived};
    RowReader reader = read_rows(table);
    for (TableRow row; reader.next(row);) {
        list.rows.push_back(read_device_row(reading, row));
        if (list.rows.back().name_is_derived && derived.rows++ == 0) derived.first_row = row.number;
    }
    check_within_list(list.rows);

    if (decoded.looks_like_old_mac) list.warnings.push_back({.kind = ListWarningKind::old_mac_characters});
    for (std::string const& header : reading.map.private_headers)
        list.warnings.push_back({.kind = ListWarningKind::private_column_dropped,
                                 .header = std::string{cut_to_bytes(header, max_shown_bytes)}});
    warnings.append_to(list.warnings, table.header);
    if (derived.rows > 0) list.warnings.push_back(std::move(derived));
    if (pass.ambiguous_dates > 0)
        list.warnings.push_back({.kind = ListWarningKind::ambiguous_dates, .rows = pass.ambiguous_dates});
    return list;
}

} // namespace schulkit
