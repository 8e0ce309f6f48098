#include "shared/imports/table.hpp"

#include "shared/core/text.hpp"
#include "shared/imports/columns.hpp"
#include "shared/imports/encoding.hpp"

#include <algorithm>
#include <optional>

namespace schulkit {
namespace {

constexpr std::size_t rows_searched_for_header = 20;

bool is_blank(std::string_view cell) {
    for (char const c : cell) {
        if (static_cast<unsigned char>(c) >= 0x80) return trim(cell).empty();
        if (c > ' ') return false;
    }
    return true;
}

/// Excel's first line "sep=;": takes it off `text` and gives the separator.
std::optional<char> take_separator_line(std::string_view& text) {
    std::size_t const end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    if (line.size() != 5 || fold(line.substr(0, 4)) != "sep=") return std::nullopt;
    char const separator = line[4];
    if (separator != ';' && separator != ',' && separator != '\t' && separator != '|') return std::nullopt;
    text.remove_prefix(end);
    if (text.starts_with("\r\n"))
        text.remove_prefix(2);
    else if (!text.empty())
        text.remove_prefix(1);
    return separator;
}

struct Candidate {
    Table table;
    std::size_t known_columns = 0;
    std::size_t open_quote_row = 0;
};

Candidate try_separator(std::string_view text, char separator) {
    Candidate best{.table = {.text = text, .separator = separator}};
    RowReader reader{text, separator};
    TableRow row;
    for (std::size_t i = 0; i < rows_searched_for_header && reader.next(row); ++i) {
        if (row.filled_until > row.cells.size()) continue;
        std::size_t const known = count_known_columns(row.cells);
        if (i > 0 && (known < 2 || known <= best.known_columns)) continue;
        best.known_columns = known;
        best.table.header_row = row.number;
        best.table.header_cells = row.cell_count;
        best.table.header.clear();
        for (std::size_t cell = 0; cell < row.filled_until; ++cell)
            best.table.header.emplace_back(trim(row.cells[cell]));
    }
    best.open_quote_row = reader.open_quote_row();
    return best;
}

} // namespace

RowReader::RowReader(std::string_view text, char separator) : m_text{text}, m_separator{separator} {
    if (m_text.ends_with('\x1A')) m_text.remove_suffix(1); // the end mark of DOS
}

std::string& RowReader::next_unquoted() {
    if (m_unquoted_used == m_unquoted.size()) m_unquoted.emplace_back();
    std::string& text = m_unquoted[m_unquoted_used++];
    text.clear();
    return text;
}

std::string_view RowReader::read_plain() {
    std::size_t const start = m_at;
    while (m_at < m_text.size()) {
        char const c = m_text[m_at];
        if (c == m_separator || c == '\n' || c == '\r') break;
        ++m_at;
    }
    return m_text.substr(start, m_at - start);
}

bool RowReader::read_quoted(std::string_view& cell) {
    std::size_t start = ++m_at;
    std::string* unquoted = nullptr;
    for (;;) {
        std::size_t const quote = m_text.find('"', start);
        if (quote == std::string_view::npos) return false;
        std::string_view const part = m_text.substr(start, quote - start);
        m_at = quote + 1;
        bool const doubled = m_at < m_text.size() && m_text[m_at] == '"';
        if (!doubled && unquoted == nullptr) {
            cell = part;
            break;
        }
        if (unquoted == nullptr) unquoted = &next_unquoted();
        unquoted->append(part);
        if (!doubled) {
            cell = *unquoted;
            break;
        }
        unquoted->push_back('"');
        start = m_at + 1;
    }
    std::string_view const rest = read_plain();
    if (!rest.empty() && !is_blank(rest)) {
        if (unquoted == nullptr) {
            unquoted = &next_unquoted();
            unquoted->append(cell);
        }
        unquoted->append(rest);
        cell = *unquoted;
    }
    return true;
}

bool RowReader::read_row(TableRow& row) {
    row.number = ++m_row;
    row.cells.clear();
    row.cell_count = 0;
    row.filled_until = 0;
    m_unquoted_used = 0;
    m_ended_without_line_break = false;
    for (;;) {
        std::string_view cell;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            if (!read_quoted(cell)) {
                m_open_quote_row = m_row;
                m_at = m_text.size();
                return false;
            }
        } else {
            cell = read_plain();
        }
        ++row.cell_count;
        if (row.cells.size() < max_table_columns) row.cells.push_back(cell);
        if (!is_blank(cell)) row.filled_until = row.cell_count;
        if (m_at == m_text.size()) {
            m_ended_without_line_break = true;
            return true;
        }
        char const end = m_text[m_at++];
        if (end == m_separator) continue;
        if (end == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
        return true;
    }
}

bool RowReader::next(TableRow& row) {
    while (m_at < m_text.size()) {
        if (m_text[m_at] == '\n') { // an empty line; lists may have millions
            ++m_at;
            ++m_row;
            continue;
        }
        if (!read_row(row)) return false;
        if (row.filled_until > 0) return true;
    }
    return false;
}

Result<Table> find_table(std::string_view text) {
    std::optional<char> const given = take_separator_line(text);
    std::vector<char> const separators =
        given ? std::vector<char>{*given} : std::vector<char>{';', '\t', ','};
    std::optional<Candidate> best;
    for (char const separator : separators) {
        Candidate candidate = try_separator(text, separator);
        bool const better = !best || candidate.known_columns > best->known_columns ||
                            (candidate.known_columns == best->known_columns &&
                             candidate.table.header.size() > best->table.header.size());
        if (better) best = std::move(candidate);
    }
    if (best->known_columns == 0) {
        if (best->open_quote_row == 1) return error_in_row(ErrorKind::invalid, "unterminated_quote", 1);
        return fail(ErrorKind::invalid, "not_a_table", "no known column");
    }
    if (best->table.header_cells == 1 && !given) best->table.separator = '\0';
    return std::move(best->table);
}

RowReader read_rows(Table const& table) {
    RowReader reader{table.text, table.separator};
    TableRow row;
    while (row.number < table.header_row && reader.next(row)) {
    }
    return reader;
}

} // namespace schulkit
