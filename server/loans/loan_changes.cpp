#include "server/loans/loan_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/kits/kit_store.hpp"
#include "server/kits/kit_type_store.hpp"
#include "server/loans/booking_store.hpp"
#include "server/loans/loan_steps.hpp"
#include "server/requirements/requirement_changes.hpp"
#include "server/papers/issue_papers.hpp"
#include "server/school_years/school_year_store.hpp"
#include "server/schools/school_store.hpp"
#include "server/supplements/supplement_changes.hpp"
#include "server/supplements/supplement_record.hpp"
#include "server/tours/tour_changes.hpp"

namespace schulkit {
namespace {

/// The certain kit that is asked for settles the type; a type that is named as well must be the same.
Result<Done> resolve_kit(Tx& tx, LoanRequest& request) {
    if (request.kit_id) {
        auto const kit = find_kit(tx, *request.kit_id);
        if (!kit) return invalid("kit_id", "unknown_kit");
        if (kit->dissolved_on) return invalid("kit_id", "kit_dissolved");
        if (request.kit_type_id && *request.kit_type_id != kit->kit_type_id) return invalid("kit_type_id", "other_type");
        request.kit_type_id = kit->kit_type_id;
        return Done{};
    }
    auto const type = find_kit_type(tx, *request.kit_type_id);
    if (!type) return invalid("kit_type_id", "unknown_kit_type");
    if (!type->offered) return invalid("kit_type_id", "not_offered");
    return Done{};
}

/// The last school year that is asked for, once all of them are in the calendar and the school exists so long.
Result<std::string> last_year_of(Tx& tx, LoanRequest const& request, School const& school) {
    auto const first = find_school_year(tx, request.first_school_year);
    if (!first) return invalid({FieldError{"first_school_year", "unknown_school_year", request.first_school_year}});
    if (first->ends_on < tx.today())
        return invalid({FieldError{"first_school_year", "past_school_year", request.first_school_year}});
    std::string last = school_year_after(first->id, static_cast<int>(request.school_years) - 1);
    for (std::string const& year : years_of(first->id, last))
        if (!find_school_year(tx, year)) return invalid({FieldError{"school_years", "unknown_school_year", year}});
    if (school.ends_on && *school.ends_on < find_school_year(tx, last)->ends_on) return invalid("school_id", "school_ended");
    if (auto const& planned = request.planned_handover_on;
        planned && (*planned < first->starts_on || first->ends_on < *planned))
        return invalid("planned_handover_on", "other_school_year");
    return last;
}

} // namespace

Result<Loan> ask_for_loan(WriteTx& tx, Access const& access, LoanRequest request) {
    auto const school = get_school(tx, access, request.school_id);
    if (!school) return invalid("school_id", "unknown_school");
    TRY(resolve_kit(tx, request));
    TRY_ASSIGN(std::string const last, last_year_of(tx, request, *school));
    if (count_undecided_loans(tx, school->id, request.first_school_year) + request.quantity > max_undecided_kits)
        return invalid("quantity", "too_many_asked");
    TRY_ASSIGN(std::vector<Id<Loan>> const loans, insert_loans(tx, request, last));
    std::optional<Loan> first;
    for (Id<Loan> const id : loans) {
        TRY_ASSIGN(Loan loan, get_loan(tx, access, id));
        Loan told = loan;
        told.open_requirements.clear();
        told.app_shortfalls.clear();
        TRY(record_created(tx, "create", id.value, loan.school_code, told));
        if (!first) first = std::move(loan);
    }
    return std::move(*first);
}

Result<Loan> approve_loan(WriteTx& tx, Access const& access, Id<Loan> id, LoanApproval const& approval) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::approve));
    Loan after = before;
    if (approval.kit_id) {
        auto const kit = find_kit(tx, *approval.kit_id);
        if (!kit) return invalid("kit_id", "unknown_kit");
        if (kit->kit_type_id != before.kit_type_id) return invalid("kit_id", "other_type");
        after.kit_id = approval.kit_id;
    }
    if (approval.planned_handover_on) after.planned_handover_on = approval.planned_handover_on;

    TRY_ASSIGN(LoanPromise const promise,
               promise_of(tx, after.first_school_year, after.last_school_year, after.planned_handover_on));
    after.last_school_year = promise.school_years.back();
    TRY_ASSIGN(Loan const approved, store_step(tx, access, LoanStep::approve, before, std::move(after)));
    TRY(book(tx, approved, promise.school_years));
    TRY(set_due_days(tx, approved.school_id, promise.handover_on));
    return get_loan(tx, access, id);
}

Result<Loan> reject_loan(WriteTx& tx, Access const& access, Id<Loan> id, std::string const& reason) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::reject));
    Loan after = before;
    after.reason = reason;
    return store_step(tx, access, LoanStep::reject, before, std::move(after));
}

Result<Loan> waitlist_loan(WriteTx& tx, Access const& access, Id<Loan> id) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::waitlist));
    TRY(put_on_waiting_list(tx, id));
    return store_step(tx, access, LoanStep::waitlist, before, before);
}

Result<Loan> cancel_loan(WriteTx& tx, Access const& access, Id<Loan> id, std::string const& reason) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::cancel));
    TRY(check_no_session(tx, id));
    Loan after = before;
    after.reason = reason;
    TRY_ASSIGN(Loan stored, store_step(tx, access, LoanStep::cancel, before, std::move(after)));
    TRY(unbook(tx, id));
    return stored;
}

Result<Loan> extend_loan(WriteTx& tx, Access const& access, Id<Loan> id, std::int64_t school_years) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::extend));
    Loan after = before;
    after.last_school_year = school_year_after(before.last_school_year, static_cast<int>(school_years));
    if (static_cast<std::int64_t>(years_of(after.first_school_year, after.last_school_year).size()) > max_loan_years)
        return invalid("school_years", "out_of_range");
    std::vector<std::string> const added = years_of(school_year_after(before.last_school_year), after.last_school_year);
    TRY(check_years(tx, added));
    TRY(leave_tour(tx, id, after.last_school_year));
    TRY_ASSIGN(Loan stored, store_step(tx, access, LoanStep::extend, before, std::move(after)));
    TRY(book(tx, stored, added));
    // what the school has in its hands says another day
    if (before.state == LoanState::handed_over) TRY(papers::issue_supplement(tx, access, id, {.extended = true}));
    return stored;
}

Result<Loan> exchange_kit(WriteTx& tx, Access const& access, Id<Loan> id, KitExchange const& exchange) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::exchange));
    if (before.kit_id == exchange.kit_id) return invalid("kit_id", "kit_of_loan");
    TRY(check_no_session(tx, id));
    if (before.state == LoanState::handed_over) return exchange_lent_kit(tx, access, before, exchange);
    return fix_kit(tx, access, before, exchange.kit_id, exchange.reason);
}

Result<Loan> release_loan(WriteTx& tx, Access const& access, Id<Loan> id, std::string const& reason) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::release));
    Date const today = tx.today();
    std::optional<std::string> from;
    for (std::string const& year : booked_years(tx, id))
        if (!from && !(find_school_year(tx, year)->ends_on < today)) from = year;
    if (!from) return fail(ErrorKind::conflict, "nothing_to_release");
    Loan after = before;
    after.reason = reason;
    after.released_from = from;
    TRY_ASSIGN(Loan stored, store_step(tx, access, LoanStep::release, before, std::move(after)));
    TRY(unbook(tx, id, *from));
    return stored;
}

} // namespace schulkit
