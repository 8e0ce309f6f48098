#include "server/loans/loan_steps.hpp"

#include "server/audit/audit_store.hpp"
#include "server/kits/kit_store.hpp"
#include "server/loans/booking_store.hpp"
#include "server/school_years/school_year_store.hpp"

namespace schulkit {

Result<Loan> loan_for(Tx& tx, Access const& access, Id<Loan> id, LoanStep step) {
    TRY_ASSIGN(Loan loan, get_loan(tx, access, id));
    if (state_after(step, loan.state)) return loan;
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "wrong_state",
                      .extra = dump_json(Json{{"state", word_of(loan.state)}})});
}

Result<Loan> store_step(WriteTx& tx, Access const& access, LoanStep step, Loan const& before, Loan after) {
    after.state = *state_after(step, before.state);
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
    TRY(record_changed(tx, word_of(step), stored.id.value, stored.school_code, told_before, told_after));
    return stored;
}

Result<Loan> fix_kit(WriteTx& tx, Access const& access, Loan const& before, Id<Kit> id) {
    auto const kit = find_kit(tx, id);
    if (!kit) return invalid("kit_id", "unknown_kit");
    if (kit->kit_type_id != before.kit_type_id) return invalid("kit_id", "other_type");
    if (before.kit_id == id) return before;
    std::vector<std::string> const years = booked_years(tx, before.id);
    Loan after = before;
    after.kit_id = id;
    TRY_ASSIGN(Loan stored, store_step(tx, access, LoanStep::exchange, before, std::move(after)));
    TRY(unbook(tx, before.id));
    TRY(book(tx, stored, years));
    return stored;
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

} // namespace schulkit
