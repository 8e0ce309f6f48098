#pragma once
// Kits × school years: "#/planung?typ=1&q=gym&stand=approved".

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/choice_history.hpp"
#include "client/debounce.hpp"
#include "client/route.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/board/board.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace schulkit {

struct BoardFilters {
    std::string q = {}; ///< part of a kit's tag or name, or of the school that has it
    Id<KitType> kit_type = {};
    std::optional<LoanState> state = std::nullopt; ///< only kits with such a loan
    bool operator==(BoardFilters const&) const = default;
};

BoardFilters board_filters_of(Route const& route);
Route route_of(BoardFilters const& filters);

/// A kit with what holds it, as the board draws it; refers to the board it was made of.
struct BoardRow {
    BoardKit const* kit = nullptr;
    std::vector<BoardLoan const*> loans = {};
};

struct BoardModel {
    BoardFilters filters = {};
    std::string typed = {}; ///< may be ahead of the route for as long as somebody types
    ChoiceHistory choices = {};
    Debounce typing = {};
    Loadable<Board> board = {};
    Loadable<Page<KitType>> types = {};
    std::vector<BoardRow> rows = {};            ///< those that the filters leave over
    std::vector<BoardLoan const*> waiting = {}; ///< requests, the waiting list, and what is approved without a kit
    bool changing = false;
    ChangeKey key = {};
    std::optional<Error> refused = std::nullopt;
    std::optional<Loan> changed = std::nullopt; ///< to be told once

    int first_column = 0; ///< on a phone, where not all years have room

    Id<Kit> kit = {}; ///< of the free cell whose dialog is open
    std::string school_year = {};
    bool cell_open = false;
    std::string chosen_loan = {};
};

void open_board(BoardModel& model, Api& api, Route const& route);
void load_board(BoardModel& model, Api& api);
/// After a change of the filters or of the board.
void arrange(BoardModel& model);

/// Column of a school year; -1 before the board's first, the number of years after its last.
int column_of(Board const& board, std::string_view school_year);
/// The day's place on the board, in columns; negative outside of it.
float place_of(Board const& board, Date const& day);
/// The loan could have that kit from its first year to `last_column`: of its type, delivered in time, and free.
bool could_have(BoardModel const& model, BoardLoan const& loan, BoardKit const& kit, int last_column);
BoardLoan const* find_loan(BoardModel const& model, std::string_view id);

void open_cell(BoardModel& model, Id<Kit> kit, std::string school_year);
/// Those that could have the kit of the open cell in its year.
std::vector<BoardLoan const*> candidates(BoardModel const& model);
void give_kit(BoardModel& model, Api& api, BoardLoan const& loan, Id<Kit> kit);
void pull_longer(BoardModel& model, Api& api, BoardLoan const& loan, int to_column);

} // namespace schulkit
