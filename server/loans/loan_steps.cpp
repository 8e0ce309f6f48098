#include "server/loans/loan_steps.hpp"

#include "server/audit/audit_store.hpp"
#include "server/kits/kit_store.hpp"
#include "server/loans/booking_store.hpp"
#include "server/school_years/school_year_store.hpp"

namespace schulkit {

Result<Loan> loan_for(Tx& tx, Access const& access, Id<Loan> id, LoanStep step) {
    TRY_ASSIGN(Loan loan, get_loan(tx, access, id));
    if (step == LoanStep::check_in && loan.state == LoanState::returned && loan.checked_on)
        return fail(ErrorKind::conflict, "already_checked");
    if (state_after(step, loan.state)) return loan;
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "wrong_state",
                      .extra = dump_json(Json{{"state", word_of(loan.state)}})});
}

Result<Loan> store_step(WriteTx& tx, Access const& access, LoanStep step, Loan const& before, Loan after) {
    after.state = *state_after(step, before.state);
    return store_change(tx, access, word_of(step), before, std::move(after));
}

Result<Loan> store_change(WriteTx& tx, Access const& access, std::string_view action, Loan const& before, Loan after) {
    after.decided_at = tx.now();
    TRY(replace_loan(tx, after, tx.actor()));
    TRY_ASSIGN(Loan stored, get_loan(tx, access, before.id));
    // what the school still has to show has a log of its own
    Loan told_before = before;
    Loan told_after = stored;
    told_before.open_requirements.clear();
    told_after.open_requirements.clear();
    told_before.app_shortfalls.clear(); // they follow from the type's apps and from other loans
    told_after.app_shortfalls.clear();
    TRY(record_changed(tx, action, stored.id.value, stored.school_code, told_before, told_after));
    return stored;
}

Result<Loan> fix_kit(WriteTx& tx, Access const& access, Loan const& before, Id<Kit> id, std::optional<std::string> const& reason) {
    auto const kit = find_kit(tx, id);
    if (!kit) return invalid("kit_id", "unknown_kit");
    if (kit->kit_type_id != before.kit_type_id) return invalid("kit_id", "other_type");
    if (before.kit_id == id) return before;
    std::vector<std::string> const years = booked_years(tx, before.id);
    Loan after = before;
    after.kit_id = id;
    if (reason) after.reason = reason;
    TRY_ASSIGN(Loan stored, store_step(tx, access, LoanStep::exchange, before, std::move(after)));
    TRY(unbook(tx, before.id));
    TRY(book(tx, stored, years));
    return stored;
}

Result<Done> check_not_too_early(Tx& tx, Loan const& loan) {
    auto const first = find_school_year(tx, loan.first_school_year);
    if (!first || !(tx.today() < first->earliest_handover_on)) return Done{};
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "too_early",
                      .extra = dump_json(Json{{"school_year", first->id}, {"earliest_handover_on", to_iso(first->earliest_handover_on)}})});
}

std::vector<std::string> years_of(std::string_view first, std::string_view last) {
    std::vector<std::string> years;
    int const begin = first_year_of(first).value_or(0);
    int const end = first_year_of(last).value_or(-1);
    for (int year = begin; year <= end; ++year) years.push_back(school_year_id(year));
    return years;
}

Result<Done> check_years(Tx& tx, std::vector<std::string> const& school_years) {
    for (std::string const& year : school_years)
        if (!find_school_year(tx, year))
            return fail(Error{.kind = ErrorKind::conflict,
                              .code = "unknown_school_year",
                              .extra = dump_json(Json{{"school_year", year}})});
    return Done{};
}

Result<LoanPromise> promise_of(Tx& tx, std::string_view first, std::string_view last, std::optional<Date> const& planned) {
    LoanPromise promise{.school_years = years_of(first, last)};
    TRY(check_years(tx, promise.school_years));
    SchoolYear const year = *find_school_year(tx, first);
    if (year.ends_on < tx.today()) return fail(ErrorKind::conflict, "past_school_year");
    Date const soonest = year.earliest_handover_on < tx.today() ? tx.today() : year.earliest_handover_on;
    promise.handover_on = planned && !(*planned < tx.today()) ? *planned : soonest; // a day that has passed is none
    if (promise.handover_on < year.starts_on || year.ends_on < promise.handover_on)
        return invalid("planned_handover_on", "other_school_year");
    bool const is_late = !(promise.handover_on < year.late_handover_from);
    if (!is_late || promise.school_years.size() > 1) return promise;
    promise.school_years.push_back(school_year_after(first));
    TRY(check_years(tx, promise.school_years));
    return promise;
}

} // namespace schulkit
