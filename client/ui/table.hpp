#pragma once
// Tables: on a wide screen rows and columns, on a phone the same rows as cards. A screen says what is in a
// row; how it is laid out is decided here. Rows out of sight are not asked for.

#include "client/ui/content.hpp"
#include "client/ui/options.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

/// What a column is on a phone's card.
enum class CardPlace : std::uint8_t {
    title, ///< the first line, strong
    badge, ///< at the right of the title
    line,  ///< in the second line, one after the other
    words, ///< whole sentences, below the lines
    hidden
};

struct Column {
    std::string key = {}; ///< stable; the sort key where it is sortable
    std::string label = {};
    float width = 120; ///< px; the least width where it grows
    float grow = 0;    ///< share of the space that is left over
    bool sortable = false;
    bool number = false; ///< aligned to the right
    bool row_header = false; ///< says which row it is: a tag, a number
    CardPlace card = CardPlace::line;
    int drop_order = 0; ///< 0: never dropped; 1 goes last, 2 before it … when the table gets narrow
    bool wraps = false; ///< sentences: the row grows with them, in a table of no more than a page
};

enum class SortDirection : std::uint8_t { none, ascending, descending };

struct TableOptions {
    std::string label = {}; ///< accessible name: "Geräte"
    std::vector<Column> columns = {};
    std::string sort_key = {};
    SortDirection sort = SortDirection::none;
    std::int64_t first_row = 1; ///< number of the first row given, 1-based, where a page of many is shown
    std::int64_t total = -1;    ///< all rows there are; -1: unknown
    /// What the person has made of the columns, as text ("-room,tag:180": hidden ones, widths), for the screen to keep;
    /// nullptr: nothing can be chosen.
    std::string* column_choice = nullptr;
    std::set<std::string>* chosen = nullptr; ///< keys of rows; rows can be chosen, where there is room for columns
    Content tools = {};         ///< above the rows, beside the choice of columns: what to do with the chosen ones
};

/// One row, filled by the screen: one cell per column, in the columns' order.
class TableRow {
public:
    std::string key = {};   ///< stable and unique in the table: the id of the record
    std::string route = {}; ///< where a click on the row leads; empty: nowhere
    bool selected = false;

    void text(std::string_view words) { m_cells.push_back({std::string{words}}); }
    void muted(std::string_view words) { m_cells.push_back({.words = std::string{words}, .muted = true}); }
    void badge(std::string_view words, Tone tone, Icon icon = nullptr) {
        m_cells.push_back({.words = std::string{words}, .badge = true, .tone = tone, .icon = icon});
    }
    void icon(Icon icon, std::string_view words) {
        m_cells.push_back({.words = std::string{words}, .icon = icon});
    }

    struct Cell {
        std::string words = {};
        bool muted = false;
        bool badge = false;
        Tone tone = Tone::neutral;
        Icon icon = nullptr;
    };
    std::vector<Cell> const& cells() const { return m_cells; }
    void clear() { *this = {}; }

private:
    std::vector<Cell> m_cells = {};
};

struct TableResult {
    std::string sort_key = {}; ///< not empty: the person wants it sorted by that column
    SortDirection sort = SortDirection::none;
    bool columns_changed = false;
    int opened = -1; ///< index of the row that was clicked (its route is followed by itself)
};

} // namespace schulkit::ui
