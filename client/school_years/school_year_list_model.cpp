#include "client/school_years/school_year_list_model.hpp"

#include <algorithm>

namespace schulkit {

void load_school_years(SchoolYearListModel& model, Api& api) {
    model.years.start();
    api.read<ListSchoolYears>({}, {}, [&model](Result<Page<SchoolYear>> years) { model.years.take(std::move(years)); });
}

Date today(Api& api) { return to_berlin({api.platform().now_unix_ms()}).date; }

std::vector<SchoolYear> in_order_of_use(std::vector<SchoolYear> years, Date const& today) {
    auto const is_past = [&](SchoolYear const& year) { return phase_of(year, today) == SchoolYearPhase::past; };
    std::sort(years.begin(), years.end(), [&](SchoolYear const& a, SchoolYear const& b) {
        if (is_past(a) != is_past(b)) return is_past(b);
        return is_past(a) ? b.starts_on < a.starts_on : a.starts_on < b.starts_on;
    });
    return years;
}

std::string next_school_year(std::vector<SchoolYear> const& years, Date const& today) {
    std::string next = school_year_of(today);
    for (SchoolYear const& year : years)
        if (year.id >= next) next = school_year_after(year.id);
    return next;
}

} // namespace schulkit
