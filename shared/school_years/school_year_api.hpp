#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/school_years/school_year.hpp"

namespace schulkit {

struct ListSchoolYears {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = Page<SchoolYear>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/school-years";
    static constexpr std::string_view name = "list_school_years";
    static constexpr std::string_view summary = "The county's school years, oldest first, all on one page";
};

struct SchoolYearPath {
    std::string id = {};
    bool operator==(SchoolYearPath const&) const = default;
};

template <>
struct Schema<SchoolYearPath> {
    static constexpr std::string_view name = "school_year_path";
    static constexpr auto fields = std::tuple{field("id", "", &SchoolYearPath::id)};
};

/// Makes the year where there is none yet: the body's days over the usual ones.
/// Errors: 422 by field, also "overlaps" on starts_on; 409 "stale" with `current`; 409 "school_year_in_use" if days on
/// which something is lent would lie outside of it.
struct UpdateSchoolYear {
    using Path = SchoolYearPath;
    using Query = None;
    using Body = Patch<SchoolYear>;
    using Response = SchoolYear;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/school-years/{id}";
    static constexpr std::string_view name = "update_school_year";
    static constexpr std::string_view summary = "Set the days of a school year";
};

} // namespace schulkit
