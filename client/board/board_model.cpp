#include "client/board/board_model.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

bool holds(BoardLoan const& loan) {
    return loan.state != LoanState::requested && loan.state != LoanState::waitlisted;
}

int days_between(Date const& from, Date const& to) {
    int days = 0;
    for (Date day = from; day < to && days < 800; day = add_days(day, 1)) ++days;
    return days;
}

template <class E> void change_loan(BoardModel& model, Api& api, Request<E> const& request) {
    if (model.changing) return;
    model.changing = true;
    model.refused.reset();
    std::string const sent = std::string{E::name} + encode(request.path) + encode(request.body);
    api.write<E>(model.key.for_body(api, sent), request, [&model, &api](Result<Loan> loan) {
        model.changing = false;
        if (!loan) {
            model.key.failed(loan.error());
            model.refused = std::move(loan).error();
        } else {
            model.key.succeeded();
            model.cell_open = false;
            model.changed = std::move(*loan);
        }
        load_board(model, api);
    });
}

bool fits_words(BoardRow const& row, std::string const& words) {
    if (words.empty() || fold(row.kit->tag + ' ' + row.kit->name).find(words) != std::string::npos) return true;
    return std::any_of(row.loans.begin(), row.loans.end(), [&](BoardLoan const* loan) {
        return fold(loan->school_code + ' ' + loan->school_name).find(words) != std::string::npos;
    });
}

} // namespace

BoardFilters board_filters_of(Route const& route) {
    BoardFilters filters;
    filters.q = route.parameter("q");
    from_text(route.parameter("typ"), filters.kit_type.value);
    filters.state = enum_of<LoanState>(route.parameter("stand"));
    return filters;
}

Route route_of(BoardFilters const& filters) {
    Route route{.path = {"planung"}};
    if (!filters.q.empty()) route.query["q"] = filters.q;
    if (filters.kit_type) route.query["typ"] = to_text(filters.kit_type);
    if (filters.state) route.query["stand"] = std::string{word_of(*filters.state)};
    return route;
}

void open_board(BoardModel& model, Api& api, Route const& route) {
    BoardFilters filters = board_filters_of(route);
    if (filters.q != model.filters.q && !model.typing.waiting()) model.typed = filters.q;
    model.filters = std::move(filters);
    if (model.types.value() == nullptr) {
        model.types.start();
        api.read<ListKitTypes>({}, {.limit = max_page_size}, [&model](Result<Page<KitType>> types) { model.types.take(std::move(types)); });
    }
    if (model.board.value() != nullptr) return arrange(model); // the board is whole; a filter needs no call
    load_board(model, api);
}

void load_board(BoardModel& model, Api& api) {
    model.board.start();
    api.read<GetBoard>({}, {}, [&model](Result<Board> board) {
        model.board.take(std::move(board));
        arrange(model);
    });
}

void arrange(BoardModel& model) {
    model.rows.clear();
    model.waiting.clear();
    Board const* const board = model.board.value();
    if (board == nullptr) return;
    std::map<std::int64_t, std::vector<BoardLoan const*>> by_kit;
    for (BoardLoan const& loan : board->loans) {
        if (holds(loan) && loan.kit_id)
            by_kit[loan.kit_id->value].push_back(&loan);
        else
            model.waiting.push_back(&loan);
    }
    std::string const words = fold(trim(model.filters.q));
    for (BoardKit const& kit : board->kits) {
        if (model.filters.kit_type && kit.kit_type_id != model.filters.kit_type) continue;
        BoardRow row{.kit = &kit, .loans = by_kit[kit.id.value]};
        bool const has_state = !model.filters.state || std::any_of(row.loans.begin(), row.loans.end(), [&](BoardLoan const* loan) {
            return loan->state == *model.filters.state;
        });
        if (has_state && fits_words(row, words)) model.rows.push_back(std::move(row));
    }
    if (model.filters.kit_type)
        std::erase_if(model.waiting, [&](BoardLoan const* loan) { return loan->kit_type_id != model.filters.kit_type; });
}

int column_of(Board const& board, std::string_view school_year) {
    for (std::size_t i = 0; i < board.school_years.size(); ++i)
        if (board.school_years[i].id == school_year) return static_cast<int>(i);
    bool const before = !board.school_years.empty() && school_year < board.school_years.front().id;
    return before ? -1 : static_cast<int>(board.school_years.size());
}

float place_of(Board const& board, Date const& day) {
    for (std::size_t i = 0; i < board.school_years.size(); ++i) {
        SchoolYear const& year = board.school_years[i];
        if (day < year.starts_on || year.ends_on < day) continue;
        int const length = std::max(1, days_between(year.starts_on, year.ends_on));
        return static_cast<float>(i) + static_cast<float>(days_between(year.starts_on, day)) / static_cast<float>(length);
    }
    return -1;
}

bool could_have(BoardModel const& model, BoardLoan const& loan, BoardKit const& kit, int last_column) {
    Board const* const board = model.board.value();
    if (board == nullptr || kit.kit_type_id != loan.kit_type_id) return false;
    if (last_column >= static_cast<int>(board->school_years.size())) return false;
    for (int column = std::max(0, column_of(*board, loan.first_school_year)); column <= last_column; ++column) {
        SchoolYear const& year = board->school_years[static_cast<std::size_t>(column)];
        if (loan.school_ends_on && *loan.school_ends_on < year.ends_on) return false;
        if (kit.delivered_on && !(*kit.delivered_on < year.late_handover_from)) return false;
        for (BoardLoan const& other : board->loans) {
            bool const in_the_way = holds(other) && other.kit_id == kit.id && other.id != loan.id &&
                                    column_of(*board, other.first_school_year) <= column &&
                                    column <= column_of(*board, other.last_school_year);
            if (in_the_way) return false;
        }
    }
    return true;
}

BoardLoan const* find_loan(BoardModel const& model, std::string_view id) {
    if (model.board.value() == nullptr) return nullptr;
    for (BoardLoan const& loan : model.board.value()->loans)
        if (to_text(loan.id) == id) return &loan;
    return nullptr;
}

void open_cell(BoardModel& model, Id<Kit> kit, std::string school_year) {
    model.kit = kit;
    model.school_year = std::move(school_year);
    model.cell_open = true;
    model.refused.reset();
    auto const possible = candidates(model);
    model.chosen_loan = possible.empty() ? std::string{} : to_text(possible.front()->id);
}

std::vector<BoardLoan const*> candidates(BoardModel const& model) {
    std::vector<BoardLoan const*> possible;
    Board const* const board = model.board.value();
    if (board == nullptr) return possible;
    auto const kit = std::find_if(board->kits.begin(), board->kits.end(), [&](BoardKit const& each) { return each.id == model.kit; });
    if (kit == board->kits.end()) return possible;
    for (BoardLoan const& loan : board->loans) {
        bool const wants = !holds(loan) || !loan.kit_id;
        bool const other_kit = loan.kit_id && *loan.kit_id != model.kit;
        bool const in_year = loan.first_school_year <= model.school_year && model.school_year <= loan.last_school_year;
        if (wants && !other_kit && in_year && could_have(model, loan, *kit, column_of(*board, loan.last_school_year)))
            possible.push_back(&loan);
    }
    return possible;
}

void give_kit(BoardModel& model, Api& api, BoardLoan const& loan, Id<Kit> kit) {
    if (holds(loan)) return change_loan<ExchangeKit>(model, api, {.path = {loan.id}, .body = {.kit_id = kit}});
    change_loan<ApproveLoan>(model, api, {.path = {loan.id}, .body = {.kit_id = kit}});
}

void pull_longer(BoardModel& model, Api& api, BoardLoan const& loan, int to_column) {
    Board const* const board = model.board.value();
    if (board == nullptr) return;
    int const years = to_column - column_of(*board, loan.last_school_year);
    if (years > 0) change_loan<ExtendLoan>(model, api, {.path = {loan.id}, .body = {.school_years = years}});
}

} // namespace schulkit
