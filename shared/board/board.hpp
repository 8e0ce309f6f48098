#pragma once
// Kits × school years, as one answer: what a coordinator plans a school year on.

#include "shared/core/endpoint.hpp"
#include "shared/loans/loan_api.hpp"

namespace schulkit {

struct BoardKit {
    Id<Kit> id = {};
    std::string tag = {};
    std::string name = {};
    Id<KitType> kit_type_id = {};
    KitCondition condition = KitCondition::complete;
    std::optional<Date> delivered_on = std::nullopt;
    bool operator==(BoardKit const&) const = default;
};

template <>
struct Schema<BoardKit> {
    static constexpr std::string_view name = "board_kit";
    static constexpr auto fields =
        std::tuple{field("id", "", &BoardKit::id), field("tag", "kit.tag", &BoardKit::tag),
                   field("name", "kit.name", &BoardKit::name), field("kit_type_id", "kit.kit_type_id", &BoardKit::kit_type_id),
                   field("condition", "kit.condition", &BoardKit::condition),
                   field("delivered_on", "kit.delivered_on", &BoardKit::delivered_on)};
};

/// A loan on the board: it holds its kit in these years, or waits for one.
struct BoardLoan {
    Id<Loan> id = {};
    LoanState state = LoanState::requested;
    std::optional<Id<Kit>> kit_id = std::nullopt; ///< of a request: the certain kit that is wished for
    Id<KitType> kit_type_id = {};
    std::string school_code = {};
    std::string school_name = {};
    std::optional<Date> school_ends_on = std::nullopt; ///< nothing is promised to it beyond
    std::string first_school_year = {}; ///< of what is reserved where something is, else of what is asked for
    std::string last_school_year = {};
    std::optional<Date> planned_handover_on = std::nullopt;
    bool return_due = false;
    std::int64_t open_requirements = 0;
    std::optional<std::int64_t> waiting_place = std::nullopt;
    std::int64_t least_quantity = 1;
    std::int64_t quantity = 1;
    std::int64_t request_id = 0;
    bool operator==(BoardLoan const&) const = default;
};

template <>
struct Schema<BoardLoan> {
    static constexpr std::string_view name = "board_loan";
    static constexpr auto fields = std::tuple{
        field("id", "loan.id", &BoardLoan::id), field("state", "loan.state", &BoardLoan::state),
        field("kit_id", "loan.kit_id", &BoardLoan::kit_id), field("kit_type_id", "loan.kit_type_id", &BoardLoan::kit_type_id),
        field("school_code", "loan.school_code", &BoardLoan::school_code),
        field("school_name", "loan.school_id", &BoardLoan::school_name),
        field("school_ends_on", "school.ends_on", &BoardLoan::school_ends_on),
        field("first_school_year", "loan.first_school_year", &BoardLoan::first_school_year),
        field("last_school_year", "loan.last_school_year", &BoardLoan::last_school_year),
        field("planned_handover_on", "loan.planned_handover_on", &BoardLoan::planned_handover_on),
        field("return_due", "loan.return_due", &BoardLoan::return_due),
        field("open_requirements", "loan.open_requirements", &BoardLoan::open_requirements),
        field("waiting_place", "loan.waiting_place", &BoardLoan::waiting_place),
        field("least_quantity", "loan.least_quantity", &BoardLoan::least_quantity),
        field("quantity", "loan.quantity", &BoardLoan::quantity), field("request_id", "loan.request_id", &BoardLoan::request_id)};
};

struct Board {
    std::vector<SchoolYear> school_years = {}; ///< at most max_loan_years, from the running one on
    std::vector<BoardKit> kits = {};           ///< by tag
    std::vector<BoardLoan> loans = {};         ///< those that hold a kit in one of the years, and those that wait for one
    std::vector<TypeBalance> balances = {};
    bool operator==(Board const&) const = default;
};

template <>
struct Schema<Board> {
    static constexpr std::string_view name = "board";
    static constexpr auto fields =
        std::tuple{field("school_years", "", &Board::school_years), field("kits", "", &Board::kits),
                   field("loans", "", &Board::loans), field("balances", "", &Board::balances)};
};

struct GetBoard {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = Board;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/board";
    static constexpr std::string_view name = "get_board";
    static constexpr std::string_view summary = "All kits, who has them in which school year, and who waits for one";
};

} // namespace schulkit
