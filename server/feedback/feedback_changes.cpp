#include "server/feedback/feedback_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/loans/loan_steps.hpp"
#include "server/school_years/school_year_store.hpp"

#include <algorithm>

namespace schulkit {
namespace {

bool is_collected(Loan const& loan) { return loan.state == LoanState::returned || loan.state == LoanState::closed; }

/// The school years that had begun when the kit was collected.
std::vector<std::string> years_to_answer(Tx& tx, Loan const& loan) {
    std::vector<std::string> years;
    if (!is_collected(loan)) return years;
    for (std::string const& id : years_of(loan.first_school_year, loan.last_school_year)) {
        auto const year = find_school_year(tx, id);
        if (year && !(*loan.returned_on < year->starts_on)) years.push_back(id);
    }
    // collected before its first year began: that year is all there is to say something of
    if (years.empty()) years.push_back(loan.first_school_year);
    return years;
}

Feedback not_given(Loan const& loan, std::string const& school_year) {
    return {.loan_id = loan.id,
            .school_year = school_year,
            .school_code = loan.school_code,
            .school_name = loan.school_name,
            .kit_type_id = loan.kit_type_id,
            .kit_type_name = loan.kit_type_name};
}

} // namespace

Result<std::vector<Feedback>> loan_feedback(Tx& tx, Access const& access, Id<Loan> id) {
    TRY_ASSIGN(Loan const loan, get_loan(tx, access, id));
    std::vector<Feedback> feedback;
    for (std::string const& year : years_to_answer(tx, loan)) {
        auto given = find_feedback(tx, id, year);
        feedback.push_back(given ? std::move(*given) : not_given(loan, year));
    }
    return feedback;
}

Result<Feedback> give_feedback(WriteTx& tx, Access const& access, Id<Loan> id, std::string const& school_year,
                               Patch<Feedback> const& patch) {
    TRY_ASSIGN(Loan const loan, get_loan(tx, access, id));
    if (!is_collected(loan))
        return fail(Error{.kind = ErrorKind::conflict, .code = "wrong_state", .extra = dump_json(Json{{"state", word_of(loan.state)}})});
    std::vector<std::string> const years = years_to_answer(tx, loan);
    if (std::find(years.begin(), years.end(), school_year) == years.end()) return fail(ErrorKind::not_found, "not_found");
    auto const given = find_feedback(tx, id, school_year);
    Feedback const before = given ? *given : not_given(loan, school_year);
    TRY(check_version(patch, before));
    Feedback after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    clean(after);
    if (auto errors = validate(after); !errors.empty()) return invalid(std::move(errors));
    if (given && after == before) return before;
    after.given_on = tx.today();
    TRY(store_feedback(tx, after));
    Feedback const stored = *find_feedback(tx, id, school_year);
    if (given) {
        TRY(record_changed(tx, "update", id.value, stored.school_code, before, stored));
    } else {
        TRY(record_created(tx, "create", id.value, stored.school_code, stored));
    }
    return stored;
}

} // namespace schulkit
