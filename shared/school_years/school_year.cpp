#include "shared/school_years/school_year.hpp"

namespace schulkit {
namespace {

constexpr int school_days_before_holidays = 5;

bool is_school_day(Date const& day) { return weekday_of(day) <= 5; }

/// Both may be the same day.
void require_order(Date const& earlier, Date const& later, std::string_view name_of_later, FieldErrors& errors) {
    if (later < earlier) errors.push_back({std::string{name_of_later}, "wrong_day_order", {}});
}

} // namespace

void check(SchoolYear const& year, FieldErrors& errors) {
    if (auto const first = first_year_of(year.id); !first || year.starts_on.year != *first)
        errors.push_back({"starts_on", "other_school_year", {}});
    if (!(year.starts_on < year.ends_on)) errors.push_back({"ends_on", "wrong_day_order", {}});
    require_order(year.starts_on, year.earliest_handover_on, "earliest_handover_on", errors);
    require_order(year.earliest_handover_on, year.latest_return_on, "latest_return_on", errors);
    require_order(year.latest_return_on, year.ends_on, "ends_on", errors);
    require_order(year.starts_on, year.late_handover_from, "late_handover_from", errors);
    require_order(year.late_handover_from, year.ends_on, "late_handover_from", errors);
    if (year.summer_from.has_value() != year.summer_until.has_value())
        errors.push_back({year.summer_from ? "summer_until" : "summer_from", "required", {}});
    if (!year.summer_from || !year.summer_until) return;
    require_order(*year.summer_from, *year.summer_until, "summer_until", errors);
    require_order(year.starts_on, *year.summer_from, "summer_from", errors);
    require_order(*year.summer_from, year.ends_on, "summer_from", errors);
}

SchoolYearPhase phase_of(SchoolYear const& year, Date const& today) {
    if (today < year.starts_on) return SchoolYearPhase::coming;
    return year.ends_on < today ? SchoolYearPhase::past : SchoolYearPhase::running;
}

std::optional<int> first_year_of(std::string_view id) {
    if (id.size() != 7 || id[4] != '-') return std::nullopt;
    int first = 0;
    for (char const c : id.substr(0, 4)) {
        if (c < '0' || c > '9') return std::nullopt;
        first = first * 10 + (c - '0');
    }
    if (school_year_id(first) != id) return std::nullopt;
    return first;
}

std::string school_year_id(int first_year) {
    std::string const last = std::to_string((first_year + 1) % 100);
    return std::to_string(first_year) + (last.size() == 1 ? "-0" : "-") + last;
}

std::string school_year_text(std::string_view id) {
    std::string text{id};
    if (first_year_of(id)) text[4] = '/';
    return text;
}

std::string school_year_of(Date const& day) { return school_year_id(day.month >= 8 ? day.year : day.year - 1); }

std::string school_year_after(std::string_view id, int years) {
    return school_year_id(first_year_of(id).value_or(0) + years);
}

SchoolYear usual_school_year(int first_year, std::optional<Date> summer_from, std::optional<Date> summer_until) {
    Date const starts_on = {.year = first_year, .month = 8, .day = 1};
    return {.id = school_year_id(first_year),
            .starts_on = starts_on,
            .ends_on = {.year = first_year + 1, .month = 7, .day = 31},
            .summer_from = summer_from,
            .summer_until = summer_until,
            .earliest_handover_on = starts_on,
            .latest_return_on =
                summer_from ? latest_return_before(*summer_from) : Date{.year = first_year + 1, .month = 7, .day = 15},
            .late_handover_from = {.year = first_year + 1, .month = 1, .day = 1}};
}

Date latest_return_before(Date const& summer_from) {
    Date day = summer_from;
    for (int left = school_days_before_holidays; left > 0;) {
        day = add_days(day, -1);
        if (is_school_day(day)) --left;
    }
    return day;
}

} // namespace schulkit
