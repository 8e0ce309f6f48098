#pragma once
// The five things that every school should have (IT-Standards), and how far a school is with each.

#include "shared/core/endpoint.hpp"
#include "shared/schools/school.hpp"

#include <array>

namespace schulkit {

enum class Standard : std::uint8_t { internet, wlan, presentation, computers, school_management };

template <>
struct EnumWords<Standard> {
    static constexpr std::array values = {std::pair{Standard::internet, std::string_view{"internet"}},
                                          std::pair{Standard::wlan, std::string_view{"wlan"}},
                                          std::pair{Standard::presentation, std::string_view{"presentation"}},
                                          std::pair{Standard::computers, std::string_view{"computers"}},
                                          std::pair{Standard::school_management, std::string_view{"school_management"}}};
};

/// unknown: nobody has looked yet.
enum class StandardState : std::uint8_t { unknown, missing, partly, met };

template <>
struct EnumWords<StandardState> {
    static constexpr std::array values = {std::pair{StandardState::unknown, std::string_view{"unknown"}},
                                          std::pair{StandardState::missing, std::string_view{"missing"}},
                                          std::pair{StandardState::partly, std::string_view{"partly"}},
                                          std::pair{StandardState::met, std::string_view{"met"}}};
};

struct SchoolStandard {
    Id<School> school_id = {};
    std::string school_code = {};
    Standard standard = Standard::internet;
    StandardState state = StandardState::unknown;
    std::optional<std::string> note = std::nullopt;
    std::optional<Date> checked_on = std::nullopt;
    std::int64_t version = 0; ///< 0: nothing is stored for this school yet
    bool operator==(SchoolStandard const&) const = default;
};

template <>
struct Schema<SchoolStandard> {
    static constexpr std::string_view name = "school_standard";
    static constexpr auto fields = std::tuple{
        field("school_id", "", &SchoolStandard::school_id, {.read_only = true}),
        field("school_code", "loan.school_code", &SchoolStandard::school_code, {.read_only = true, .derived = true}),
        field("standard", "school_standard.standard", &SchoolStandard::standard, {.read_only = true}),
        field("state", "school_standard.state", &SchoolStandard::state),
        field("note", "school_standard.note", &SchoolStandard::note, {.erasable = true, .multiline = true, .max_length = 1000}),
        field("checked_on", "school_standard.checked_on", &SchoolStandard::checked_on),
        field("version", "", &SchoolStandard::version, {.read_only = true})};
};

struct ListSchoolStandards {
    using Path = IdPath<School>;
    using Query = None;
    using Body = None;
    using Response = Page<SchoolStandard>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/schools/{id}/standards";
    static constexpr std::string_view name = "list_school_standards";
    static constexpr std::string_view summary = "How far a school is with each of the five IT standards";
};

struct SchoolStandardPath {
    Id<School> id = {};
    std::string standard = {};
    bool operator==(SchoolStandardPath const&) const = default;
};

template <>
struct Schema<SchoolStandardPath> {
    static constexpr std::string_view name = "school_standard_path";
    static constexpr auto fields = std::tuple{field("id", "", &SchoolStandardPath::id),
                                              field("standard", "", &SchoolStandardPath::standard)};
};

/// A member that is absent stays, null clears it. Errors: 404 also for a standard that is none; 422 "future_date" on
/// checked_on; 409 "stale" with `current`.
struct PutSchoolStandard {
    using Path = SchoolStandardPath;
    using Query = None;
    using Body = Patch<SchoolStandard>;
    using Response = SchoolStandard;
    static constexpr Method method = Method::put;
    static constexpr std::string_view path = "/api/schools/{id}/standards/{standard}";
    static constexpr std::string_view name = "put_school_standard";
    static constexpr std::string_view summary = "Say how far a school is with an IT standard";
};

} // namespace schulkit
