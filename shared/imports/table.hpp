#pragma once
// Text → rows of cells. Rows are read one after the other, so that a list of 64 MB needs no second copy of
// itself.

#include "shared/core/result.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

/// Cells beyond this one are counted, not kept; a header that goes further is no device list.
inline constexpr std::size_t max_table_columns = 1000;

struct TableRow {
    std::size_t number = 0; ///< as a spreadsheet shows it: blank rows count, line breaks inside a cell do not
    std::vector<std::string_view> cells =
        {};                       ///< without their quotes, not trimmed; valid until the next row is read
    std::size_t cell_count = 0;   ///< also of those beyond max_table_columns
    std::size_t filled_until = 0; ///< one past the last cell that is not blank

    std::string_view cell(std::size_t index) const {
        return index < cells.size() ? cells[index] : std::string_view{};
    }
};

/// Reads quotes as Excel does: one opens only at the start of a cell, a doubled one is a quote, and what
/// follows the closing one belongs to the cell. CR LF, CR and LF end a row.
class RowReader {
public:
    /// Both `text` and the reader must outlive the rows. `separator` '\0': one cell per row.
    RowReader(std::string_view text, char separator);

    /// The next row that is not blank; false at the end, or at a quote that is never closed.
    bool next(TableRow& row);

    /// The row whose quote is never closed; 0 if there is none.
    std::size_t open_quote_row() const { return m_open_quote_row; }
    /// True if the row read last ended with the text and not with a line break.
    bool ended_without_line_break() const { return m_ended_without_line_break; }

private:
    bool read_row(TableRow& row);
    bool read_quoted(std::string_view& cell);
    std::string_view read_plain();
    std::string& next_unquoted();

    std::string_view m_text;
    char m_separator = '\0';
    std::size_t m_at = 0;
    std::size_t m_row = 0;
    std::size_t m_open_quote_row = 0;
    bool m_ended_without_line_break = false;
    std::deque<std::string> m_unquoted = {}; ///< cells that differ from the text they stand in
    std::size_t m_unquoted_used = 0;
};

struct Table {
    std::string_view text =
        {};                ///< without Excel's "sep=;" line, which a spreadsheet neither shows nor counts
    char separator = '\0'; ///< ';' ',' '\t', rarely '|'; '\0': a single column
    std::size_t header_row = 1;           ///< its number
    std::vector<std::string> header = {}; ///< trimmed, without the empty cells at the end
    std::size_t header_cells = 0;         ///< with them: a row with filled cells beyond is shifted
};

/// Finds separator and header: those that make the most known columns. The header is the first row that is
/// not blank, unless one of the next rows knows more columns (a title stands above it). Errors: not_a_table
/// (no known column anywhere), unterminated_quote (error_in_row).
Result<Table> find_table(std::string_view text);

/// A reader that stands behind the header of `table`.
RowReader read_rows(Table const& table);

} // namespace schulkit
