#pragma once
// An event for the people of schools (Fortbildung), and the schools that took part: a number of people, no names. It is
// evidence for the requirement that it counts for.

#include "shared/core/json.hpp"
#include "shared/schools/school.hpp"

#include <string>
#include <vector>

namespace schulkit {

struct TrainingSchool {
    std::string school_code = {};
    std::string school_name = {};
    std::int64_t people = 1;
    std::optional<Date> counts_until = std::nullopt; ///< decided when it was recorded; absent: without end
    bool operator==(TrainingSchool const&) const = default;
};

template <>
struct Schema<TrainingSchool> {
    static constexpr std::string_view name = "training_school";
    static constexpr auto fields = std::tuple{
        field("school_code", "loan.school_id", &TrainingSchool::school_code, {.required = true, .max_length = 20}),
        field("school_name", "school.name", &TrainingSchool::school_name, {.read_only = true, .derived = true}),
        field("people", "training_school.people", &TrainingSchool::people, {.min = 1, .max = 999}),
        field("counts_until", "school_requirement.valid_until", &TrainingSchool::counts_until, {.read_only = true})};
};

inline constexpr std::size_t max_training_schools = 200;

struct Training {
    Id<Training> id = {};
    std::string title = {};
    Date held_on = {};
    std::optional<std::string> place = std::nullopt;
    std::optional<std::string> requirement_code = std::nullopt; ///< what it counts for; absent: for nothing
    std::optional<std::string> requirement_label = std::nullopt;
    bool cancelled = false; ///< it did not take place: it counts for nobody
    std::vector<TrainingSchool> schools = {};
    std::int64_t version = 1;
    bool operator==(Training const&) const = default;
};

template <>
struct Schema<Training> {
    static constexpr std::string_view name = "training";
    static constexpr auto fields = std::tuple{
        field("id", "", &Training::id, {.read_only = true}),
        field("title", "training.title", &Training::title, {.required = true, .max_length = 120}),
        field("held_on", "training.held_on", &Training::held_on),
        field("place", "training.place", &Training::place, {.max_length = 120}),
        field("requirement_code", "training.requirement_code", &Training::requirement_code, {.max_length = 40}),
        field("requirement_label", "requirement.label", &Training::requirement_label, {.read_only = true, .derived = true}),
        field("cancelled", "training.cancelled", &Training::cancelled),
        field("schools", "training.schools", &Training::schools, {.derived = true}),
        field("version", "", &Training::version, {.read_only = true})};
};

/// Found by validate(): no day, a school twice, too many of them.
void check(Training const& training, FieldErrors& errors);

} // namespace schulkit
