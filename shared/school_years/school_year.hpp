#pragma once
// The county's calendar: what is lent is lent for whole school years.

#include "shared/core/json.hpp"

#include <string>

namespace schulkit {

/// From 1 August to 31 July (Hamburg Agreement of the Länder, 1964, § 1). Its summer holidays are those that
/// end it: whoever brings a kit back does so before them.
struct SchoolYear {
    std::string id = {}; ///< "2026-27"
    Date starts_on = {};
    Date ends_on = {};
    std::optional<Date> summer_from = std::nullopt; ///< first day of the summer holidays; differs by Land and year
    std::optional<Date> summer_until = std::nullopt;
    Date earliest_handover_on = {};
    Date latest_return_on = {};
    Date late_handover_from = {}; ///< a loan planned to start on this day or later covers the next year, too
    std::int64_t version = 1;
    bool operator==(SchoolYear const&) const = default;
};

template <>
struct Schema<SchoolYear> {
    static constexpr std::string_view name = "school_year";
    static constexpr auto fields = std::tuple{
        field("id", "school_year.id", &SchoolYear::id, {.read_only = true}),
        field("starts_on", "school_year.starts_on", &SchoolYear::starts_on),
        field("ends_on", "school_year.ends_on", &SchoolYear::ends_on),
        field("summer_from", "school_year.summer_from", &SchoolYear::summer_from),
        field("summer_until", "school_year.summer_until", &SchoolYear::summer_until),
        field("earliest_handover_on", "school_year.earliest_handover_on", &SchoolYear::earliest_handover_on),
        field("latest_return_on", "school_year.latest_return_on", &SchoolYear::latest_return_on),
        field("late_handover_from", "school_year.late_handover_from", &SchoolYear::late_handover_from),
        field("version", "", &SchoolYear::version, {.read_only = true})};
};

enum class SchoolYearPhase : std::uint8_t { past, running, coming };

template <>
struct EnumWords<SchoolYearPhase> {
    static constexpr std::array values = {std::pair{SchoolYearPhase::past, std::string_view{"past"}},
                                          std::pair{SchoolYearPhase::running, std::string_view{"running"}},
                                          std::pair{SchoolYearPhase::coming, std::string_view{"coming"}}};
};

SchoolYearPhase phase_of(SchoolYear const& year, Date const& today);

/// Its days in order. Found by validate(): "wrong_day_order" on the later of two days.
void check(SchoolYear const& year, FieldErrors& errors);

/// The year in which a school year begins: 2026 of "2026-27"; nothing for any other text.
std::optional<int> first_year_of(std::string_view id);
/// "2026-27" of 2026.
std::string school_year_id(int first_year);
/// "2026/27" of "2026-27": how it is written.
std::string school_year_text(std::string_view id);
/// That in which the day lies, by the usual calendar.
std::string school_year_of(Date const& day);
/// The one after `id`, which must be one.
std::string school_year_after(std::string_view id, int years = 1);

/// The usual calendar: 1 August to 31 July, handed over from the first day on, back by the last school day but four
/// before the holidays where they are known, else by 15 July; too far gone to be lent alone from 1 January.
SchoolYear usual_school_year(int first_year, std::optional<Date> summer_from = std::nullopt,
                             std::optional<Date> summer_until = std::nullopt);
/// The default of latest_return_on: five school days (Monday to Friday) before that day.
Date latest_return_before(Date const& summer_from);

} // namespace schulkit
