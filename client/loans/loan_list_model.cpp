#include "client/loans/loan_list_model.hpp"

namespace schulkit {
namespace {

constexpr std::string_view due_word = "return_due";

} // namespace

LoanFilters loan_filters_of(Route const& route) {
    LoanFilters filters;
    filters.q = route.parameter("q");
    filters.state = enum_of<LoanState>(route.parameter("stand"));
    filters.return_due = route.parameter("stand") == due_word;
    filters.school_year = route.parameter("jahr");
    from_text(route.parameter("anfrage"), filters.request_id);
    filters.pages = parse_trail(route.parameter("seite"));
    return filters;
}

Route route_of(LoanFilters const& filters) {
    Route route{.path = {"ausleihen"}};
    if (!filters.q.empty()) route.query["q"] = filters.q;
    if (filters.state) route.query["stand"] = std::string{word_of(*filters.state)};
    if (filters.return_due) route.query["stand"] = std::string{due_word};
    if (!filters.school_year.empty()) route.query["jahr"] = filters.school_year;
    if (filters.request_id != 0) route.query["anfrage"] = to_text(filters.request_id);
    if (!filters.pages.cursors.empty()) route.query["seite"] = to_text(filters.pages);
    return route;
}

Route first_page_of(LoanFilters filters) {
    filters.pages = {};
    return route_of(filters);
}

void open_loans(LoanListModel& model, Api& api, Route const& route) {
    LoanFilters filters = loan_filters_of(route);
    // what is being typed goes on; Back brings the older words into the field
    if (filters.q != model.filters.q && !model.typing.waiting()) model.typed = filters.q;
    model.filters = std::move(filters);
    if (model.years.value() == nullptr && !model.years.is_loading()) {
        model.years.start();
        api.read<ListSchoolYears>({}, {}, [&model](Result<Page<SchoolYear>> years) { model.years.take(std::move(years)); });
    }
    load_loans(model, api);
}

void load_loans(LoanListModel& model, Api& api) {
    model.loans.start();
    std::uint64_t const question = ++model.asked;
    LoanFilters const& filters = model.filters;
    std::int64_t const first_shown = filters.pages.first_shown(default_page_size);
    LoanQuery query{.cursor = filters.pages.cursor(), .state = filters.state, .return_due = filters.return_due};
    // the waiting list is read in its order
    if (filters.state == LoanState::waitlisted) query.sort = "waiting";
    if (std::string_view const q = trim(filters.q); !q.empty()) query.q = std::string{q};
    if (!filters.school_year.empty()) query.school_year = filters.school_year;
    if (filters.request_id != 0) query.request_id = filters.request_id;
    api.read<ListLoans>({}, query, [&model, &api, question, first_shown](Result<Page<Loan>> loans) {
        if (question != model.asked) return;
        if (!loans && is_bad_cursor(loans.error()) && first_shown > 1) {
            model.filters.pages = {};
            return load_loans(model, api);
        }
        if (loans) model.first_shown = first_shown;
        model.loans.take(std::move(loans));
    });
}

} // namespace schulkit
