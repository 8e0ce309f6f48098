#include "server/loans/planned_app_store.hpp"

#include "server/kits/kit_type_store.hpp"

namespace schulkit {
namespace {

/// The type's years in [first, last] with what is promised in them.
std::vector<PlannedKits> planned_kits(Tx& tx, Id<KitType> type, std::string_view first, std::string_view last) {
    std::vector<PlannedKits> years;
    Statement s = tx.prepare("select y.id, b.booked, y.starts_on, y.latest_return_on from school_years y"
                             " join type_balances b on b.school_year = y.id and b.kit_type_id = ?1"
                             " where y.id between ?2 and ?3 order by y.id");
    bind_all(s, type, first, last);
    while (s.step()) {
        PlannedKits year{.school_year = std::string{s.text(0)}, .kits = s.integer(1)};
        read_value(s, 2, year.from);
        read_value(s, 3, year.until);
        years.push_back(std::move(year));
    }
    return years;
}

} // namespace

std::vector<PlannedShortfall> shortfalls_of_loan(Tx& tx, Loan const& loan) {
    bool const asked = loan.state == LoanState::requested || loan.state == LoanState::waitlisted;
    if (!asked && loan.state != LoanState::approved) return {};
    auto const type = find_kit_type(tx, loan.kit_type_id);
    if (!type || type->apps.empty()) return {};
    std::vector<PlannedKits> years = planned_kits(tx, type->id, loan.first_school_year, loan.last_school_year);
    for (PlannedKits& year : years) {
        if (asked) ++year.kits;
        year.until = loan.due_on;
        if (year.school_year == loan.first_school_year && loan.planned_handover_on) year.from = *loan.planned_handover_on;
    }
    return worst_of_each_app(planned_shortfalls(*type, years));
}

std::vector<PlannedShortfall> shortfalls_of_type(Tx& tx, KitType const& type) {
    auto const running = find_row<std::string>(tx, "select min(id) from school_years where ends_on >= ?1", tx.today());
    if (!running || running->empty()) return {};
    std::vector<PlannedKits> years = planned_kits(tx, type.id, *running, "9999");
    std::erase_if(years, [](PlannedKits const& year) { return year.kits == 0; });
    // what was not released when the year began may be by now
    for (PlannedKits& year : years)
        if (year.from < tx.today()) year.from = tx.today();
    return planned_shortfalls(type, years);
}

} // namespace schulkit
