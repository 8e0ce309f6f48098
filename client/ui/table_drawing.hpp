#pragma once
// One table while it is drawn: rows and columns in table.cpp, cards in table_cards.cpp.

#include "client/ui/pieces.hpp"
#include "client/ui/table.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

/// A page of a list is in the tree as a whole, so that everything in it can be found and read; a longer table (the
/// rows of an import) only where it is in sight, with some rows around for the keyboard's next step.
inline constexpr int rows_of_a_page = 100;

struct PlacedColumn {
    int index = 0; ///< in TableOptions::columns
    float x = 0;
    float width = 0;
};

struct Visible {
    int first = 0;
    int end = 0;
};
Visible rows_in_sight(float top, float row_height, int count);

/// The column of the row's name; a link stands there.
std::size_t title_column(std::vector<Column> const& columns);
std::string_view words_of(TableRow const& row, std::size_t index);

/// What the person has made of a table's columns; kept by the screen between visits (to_text, parse_columns).
struct ColumnChoice {
    std::set<std::string> hidden = {};
    std::map<std::string, float> widths = {}; ///< px at the normal size of text
    bool operator==(ColumnChoice const&) const = default;
};
/// "-room,tag:180": hidden columns, then widths.
std::string to_text(ColumnChoice const& choice);
ColumnChoice parse_columns(std::string_view text);
float width_of(ColumnChoice const& choice, Column const& column);
inline constexpr float least_column_px = 60;
inline constexpr float most_column_px = 600;

struct CardLayout;

struct TableDrawing {
    State& state;
    TableOptions const& options;
    int count;
    Callable<void(int, TableRow&)> fill_row;
    TableResult result = {};
    ColumnChoice choice = {};
    float check_width = 0; ///< of the column with the boxes; 0: rows cannot be chosen

    void draw_header(std::vector<PlacedColumn> const& columns, Rect header);
    void draw_check_all(Rect cell);
    void draw_check(TableRow const& row, Rect cell);
    void draw_resizer(Column const& column, Rect cell);
    void draw_header_cell(Column const& column, Rect rect);
    /// Fills and opens a row: node, use, ground. True: `row` has something.
    Use begin_row(int index, TableRow& row, Rect rect);
    void add_link(TableRow const& row, std::string_view words, Rect rect, TextStyle style, Use const& use);
    void draw_cell(TableRow const& row, std::size_t index, Rect rect, Use const& use, Column const& column);
    void draw_sentences(TableRow::Cell const& cell, Rect rect, Column const& column);
    /// Above each other; more than one line only where a column wraps.
    std::vector<float> row_heights(float width);
    void draw_rows(Rect table, std::vector<float> const& heights);
    std::vector<float> card_heights(float width);
    void name_columns(Rect table);
    void draw_cards(Rect table, std::vector<float> const& heights);
    void draw_card(TableRow const& row, CardLayout const& card, Rect rect, Use const& use);
    float draw_card_title(TableRow const& row, CardLayout const& card, Rect rect, Use const& use);
};

/// The line above the rows: what to do with the chosen ones, and the choice of columns with its dialog.
class Ui;
void draw_tools(Ui& ui, TableDrawing& table);

} // namespace schulkit::ui
