// Tables over as many pages as they take: the header row comes again on each, a row is broken only if no page has room for it.

#include "server/papers/paper_flow.hpp"

#include <algorithm>

namespace schulkit::papers {
namespace {

constexpr double side_padding = 4.5, line_padding = 3.2;
constexpr TextStyle cell_style{.size = 9, .leading = 1.28};
constexpr TextStyle head_style{.size = 8.5, .bold = true, .ink = accent_ink, .leading = 1.28};
constexpr TextStyle caption_style{.size = 10, .bold = true};

std::string const& cell_of(std::vector<std::string> const& row, std::size_t column) {
    static std::string const none;
    return column < row.size() ? row[column] : none;
}

/// No word is cut as long as that is possible. Narrow columns get all they want, so that one long remark does not wrap
/// every row's name; what is left over is shared out.
std::vector<double> column_widths(PaperCanvas& canvas, Table const& table) {
    std::size_t const count = table.columns.size();
    double const room = text_width - static_cast<double>(count) * 2 * side_padding;
    double const longest = count < 2 ? room : std::max(room * 0.4, room / static_cast<double>(count));
    std::vector<Widths> widths(count);
    double least = 0, wanted = 0;
    for (std::size_t i = 0; i < count; ++i) {
        widths[i] = canvas.widths_of(table.columns[i].title, head_style);
        for (auto const& row : table.rows) {
            Widths const cell = canvas.widths_of(cell_of(row, i), cell_style);
            widths[i].longest_word = std::max(widths[i].longest_word, cell.longest_word);
            widths[i].whole = std::max(widths[i].whole, cell.whole);
        }
        widths[i].longest_word = std::min(widths[i].longest_word + 0.1, longest); // rounding must not wrap
        widths[i].whole = std::clamp(widths[i].whole + 0.1, widths[i].longest_word, room);
        least += widths[i].longest_word;
        wanted += widths[i].whole;
    }
    auto const width_of = [&](std::size_t i, double at_most) {
        return std::max(widths[i].longest_word, std::min(widths[i].whole, at_most));
    };
    double low = 0, high = room; // the widest a column may be, so that all of them fit
    for (int step = 0; step < 40; ++step) {
        double const middle = (low + high) / 2;
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) sum += width_of(i, middle);
        (sum <= room ? low : high) = middle;
    }
    std::vector<double> made(count);
    for (std::size_t i = 0; i < count; ++i) {
        double own = width_of(i, low);
        if (least > room) own *= room / least;
        else if (wanted < room) own += (room - wanted) * (wanted > 0 ? own / wanted : 1.0 / static_cast<double>(count));
        made[i] = own + 2 * side_padding;
    }
    return made;
}

class TableLayout {
public:
    TableLayout(Flow& flow, Table const& table)
        : m_flow{flow}, m_table{table}, m_widths{column_widths(flow.canvas(), table)} {
        for (Column const& column : table.columns) m_titles.push_back(column.title);
    }

    void lay_out() {
        m_flow.need(least());
        m_flow.add(OpenOp{"Table"});
        m_flow.flow_text("Caption", left_edge, m_table.caption, caption_style, text_width);
        if (!m_table.caption.empty()) m_flow.y += 3;
        m_flow.add(OpenOp{"THead"});
        header(true);
        m_flow.add(CloseOp{"THead"});
        if (!m_table.rows.empty()) m_flow.add(OpenOp{"TBody"});
        for (auto const& row : m_table.rows) this->row(row);
        if (!m_table.rows.empty()) m_flow.add(CloseOp{"TBody"});
        m_flow.add(CloseOp{"Table"});
    }

    double least() const {
        double height = height_of(m_titles, head_style);
        if (!m_table.rows.empty()) height += std::min(height_of(m_table.rows.front(), cell_style), whole_page());
        if (!m_table.caption.empty())
            height += m_flow.canvas().count_lines(m_table.caption, caption_style, text_width) * caption_style.line_height() + 3;
        return height;
    }

private:
    double inner_width(std::size_t column) const { return m_widths[column] - 2 * side_padding; }

    int lines_of(std::vector<std::string> const& cells, TextStyle const& style) const {
        int most = 1;
        for (std::size_t i = 0; i < m_widths.size(); ++i)
            most = std::max(most, m_flow.canvas().count_lines(cell_of(cells, i), style, inner_width(i)));
        return most;
    }
    double height_of(std::vector<std::string> const& cells, TextStyle const& style) const {
        return lines_of(cells, style) * style.line_height() + 2 * line_padding;
    }
    double whole_page() const { return text_bottom - next_page_top - height_of(m_titles, head_style) - 1; }

    /// Lines `first` and on of all cells, with their tags or as decoration.
    void cells(char const* tag, std::vector<std::string> const& texts, TextStyle style, int first, int count) {
        double x = left_edge;
        for (std::size_t i = 0; i < m_widths.size(); x += m_widths[i], ++i) {
            std::string const& text = cell_of(texts, i);
            int const lines = m_flow.canvas().count_lines(text, style, inner_width(i));
            style.align = m_table.columns[i].align;
            if (tag != nullptr) m_flow.add(OpenOp{tag});
            if (first < lines)
                m_flow.add(TextOp{x + side_padding, m_flow.y + line_padding, text, style, inner_width(i), first,
                                  std::min(count, lines - first)});
            if (tag != nullptr) m_flow.add(CloseOp{tag});
        }
    }

    /// On further pages it is decoration: a screen reader knows the header already.
    void header(bool is_first) {
        double const height = height_of(m_titles, head_style);
        m_flow.add(BoxOp{left_edge, m_flow.y, text_width, height, head_ink});
        m_flow.add(LineOp{left_edge, m_flow.y + height, right_edge, m_flow.y + height, 0.8, accent_ink});
        if (is_first) m_flow.add(OpenOp{"TR"});
        cells(is_first ? "TH" : nullptr, m_titles, head_style, 0, lines_of(m_titles, head_style));
        if (is_first) m_flow.add(CloseOp{"TR"});
        m_flow.y += height;
    }

    void row(std::vector<std::string> const& texts) {
        int const lines = lines_of(texts, cell_style);
        bool const fits_a_page = lines * cell_style.line_height() + 2 * line_padding <= whole_page();
        for (int done = 0; done < lines;) {
            double const room = m_flow.room() - 2 * line_padding;
            int now = std::min(lines - done, static_cast<int>((room + 0.01) / cell_style.line_height()));
            bool const is_at_top = m_top == m_flow.y;
            if (now < lines - done && (fits_a_page || now < 3) && !is_at_top) {
                turn();
                continue;
            }
            now = std::max(now, 1);
            m_flow.add(OpenOp{"TR"});
            cells("TD", texts, cell_style, done, now);
            m_flow.add(CloseOp{"TR"});
            m_flow.y += now * cell_style.line_height() + 2 * line_padding;
            m_flow.add(LineOp{left_edge, m_flow.y, right_edge, m_flow.y, 0.4, rule_ink});
            done += now;
        }
    }

    void turn() {
        m_flow.turn();
        header(false);
        m_top = m_flow.y;
    }

    Flow& m_flow;
    Table const& m_table;
    std::vector<double> m_widths;
    std::vector<std::string> m_titles = {};
    double m_top = -1; ///< right below the repeated header
};

} // namespace

void lay_out_table(Flow& flow, Table const& table) {
    if (!table.columns.empty()) TableLayout{flow, table}.lay_out();
}

double least_table_height(Flow& flow, Table const& table) {
    return table.columns.empty() ? 0 : TableLayout{flow, table}.least();
}

} // namespace schulkit::papers
