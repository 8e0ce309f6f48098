#include "server/tours/tour_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/loans/loan_changes.hpp"
#include "server/school_years/school_year_store.hpp"
#include "server/schools/school_store.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// What is overdue may still be fetched so long after the year.
constexpr int days_after_the_year = 183;

std::string place_of_stop(std::size_t stop, char const* field) { return "stops." + std::to_string(stop) + '.' + field; }

/// The stop's loans are this school's, due, and on no other tour; without any, all of them.
Result<Done> settle_loans(std::vector<DueReturn> const& due, Id<Tour> tour, TourStop& stop, std::size_t at) {
    std::string const place = place_of_stop(at, "loans");
    if (stop.loans.empty()) {
        for (DueReturn const& each : due)
            if (each.school_id == stop.school_id && each.state == LoanState::handed_over && (!each.tour_id || *each.tour_id == tour))
                stop.loans.push_back({.loan_id = each.loan_id});
        if (stop.loans.empty()) return invalid(place, "nothing_due");
        return Done{};
    }
    for (std::size_t i = 0; i < stop.loans.size(); ++i) {
        Id<Loan> const id = stop.loans[i].loan_id;
        auto const found = std::find_if(due.begin(), due.end(), [&](DueReturn const& each) { return each.loan_id == id; });
        bool const known = found != due.end() && found->school_id == stop.school_id;
        bool const already_here = known && found->tour_id && *found->tour_id == tour;
        if (!known || (found->state != LoanState::handed_over && !already_here))
            return invalid({FieldError{place, "not_due", to_text(id)}});
        if (found->tour_id && !already_here) return invalid({FieldError{place, "on_other_tour", to_text(id)}});
        auto const here = stop.loans.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::any_of(stop.loans.begin(), here, [&](TourLoan const& each) { return each.loan_id == id; }))
            return invalid({FieldError{place, "duplicate", to_text(id)}});
    }
    return Done{};
}

Result<Tour> prepared(Tx& tx, Access const& access, Tour tour) {
    clean(tour);
    read_times(tour);
    if (auto errors = validate(tour); !errors.empty()) return invalid(std::move(errors));
    auto const year = find_school_year(tx, tour.school_year);
    if (!year) return invalid({FieldError{"school_year", "unknown_school_year", tour.school_year}});
    if (tour.drives_on < year->starts_on || add_days(year->ends_on, days_after_the_year) < tour.drives_on)
        return invalid("drives_on", "other_school_year");
    std::vector<DueReturn> const due = list_due_returns(tx, access, tour.school_year);
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        if (!get_school(tx, access, tour.stops[i].school_id)) return invalid(place_of_stop(i, "school_id"), "unknown_school");
        TRY(settle_loans(due, tour.id, tour.stops[i], i));
    }
    return tour;
}

LoanExtension refused(Id<Loan> id, Error const& error) {
    LoanExtension told{.loan_id = id, .code = error.fields.empty() ? error.code : error.fields.front().code};
    auto const extra = parse_json(error.extra.empty() ? "{}" : error.extra);
    if (!extra) return told;
    if (Json const* const booking = member_of(*extra, "booking")) {
        FieldErrors ignored;
        decode_value(*booking, told.booking, "", ignored);
    }
    return told;
}

} // namespace

Result<Tour> add_tour(WriteTx& tx, Access const& access, Tour tour) {
    tour.id = {};
    TRY_ASSIGN(tour, prepared(tx, access, std::move(tour)));
    TRY_ASSIGN(Id<Tour> const id, insert_tour(tx, tour));
    TRY_ASSIGN(Tour stored, get_tour(tx, access, id));
    TRY(record_created(tx, "create", id.value, std::nullopt, stored));
    return stored;
}

Result<Tour> change_tour(WriteTx& tx, Access const& access, Id<Tour> id, Patch<Tour> const& patch) {
    TRY_ASSIGN(Tour const before, get_tour(tx, access, id));
    TRY(check_version(patch, before));
    Tour after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    if (after.school_year != before.school_year) return invalid("school_year", "year_is_fixed");
    TRY_ASSIGN(after, prepared(tx, access, std::move(after)));
    if (after == before) return before;
    TRY(replace_tour(tx, after));
    TRY_ASSIGN(after, get_tour(tx, access, id));
    TRY(record_changed(tx, "update", id.value, std::nullopt, before, after));
    return after;
}

Result<Done> remove_tour(WriteTx& tx, Access const& access, Id<Tour> id) {
    TRY_ASSIGN(Tour const before, get_tour(tx, access, id));
    for (TourStop const& stop : before.stops)
        for (TourLoan const& loan : stop.loans)
            if (loan.state != LoanState::handed_over) return fail(ErrorKind::conflict, "tour_has_begun");
    TRY(delete_tour(tx, id));
    TRY(record_changed(tx, "remove", id.value, std::nullopt, before, Tour{.id = id}));
    return Done{};
}

Result<Done> leave_tour(WriteTx& tx, Id<Loan> loan, std::string_view last_school_year) {
    auto const id = find_tour_of(tx, loan);
    if (!id) return Done{};
    Access const county{.role = Role::coordinator, .scope = Scope::county};
    TRY_ASSIGN(Tour const before, get_tour(tx, county, *id));
    if (last_school_year <= before.school_year) return Done{};
    Tour after = before;
    for (TourStop& stop : after.stops) std::erase_if(stop.loans, [&](TourLoan const& each) { return each.loan_id == loan; });
    std::erase_if(after.stops, [](TourStop const& stop) { return stop.loans.empty(); });
    TRY(replace_tour(tx, after));
    TRY_ASSIGN(after, get_tour(tx, county, *id));
    TRY(record_changed(tx, "update", id->value, std::nullopt, before, after));
    return Done{};
}

Result<Page<LoanExtension>> extend_loans(WriteTx& tx, Access const& access, LoanExtensions const& extensions) {
    Page<LoanExtension> told;
    for (std::int64_t const number : extensions.loan_ids) {
        Id<Loan> const id{number};
        auto const loan = tx.attempt([&] { return extend_loan(tx, access, id, extensions.school_years); });
        if (loan)
            told.items.push_back({.loan_id = id, .last_school_year = loan->last_school_year, .due_on = loan->due_on});
        else
            told.items.push_back(refused(id, loan.error()));
    }
    told.total = static_cast<std::int64_t>(told.items.size());
    return told;
}

} // namespace schulkit
