#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/trainings/training.hpp"

namespace schulkit {

struct TrainingQuery {
    std::optional<std::string> school_code = std::nullopt; ///< those that this school took part in
    bool operator==(TrainingQuery const&) const = default;
};

template <>
struct Schema<TrainingQuery> {
    static constexpr std::string_view name = "training_query";
    static constexpr auto fields = std::tuple{field("school_code", "loan.school_code", &TrainingQuery::school_code)};
};

struct ListTrainings {
    using Path = None;
    using Query = TrainingQuery;
    using Body = None;
    using Response = Page<Training>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/trainings";
    static constexpr std::string_view name = "list_trainings";
    static constexpr std::string_view summary = "Trainings, newest first, all on one page; a school sees those it took part in, and no other school";
};

struct GetTraining {
    using Path = IdPath<Training>;
    using Query = None;
    using Body = None;
    using Response = Training;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/trainings/{id}";
    static constexpr std::string_view name = "get_training";
    static constexpr std::string_view summary = "A training and the schools that took part";
};

/// Taking part is confirmed evidence from that moment on, for as long as the requirement says. Errors: 422 by field, also
/// "unknown_requirement" on requirement_code, "unknown_school" on schools.N.school_code, "not_held_yet" on schools while
/// held_on is to come.
struct CreateTraining {
    using Path = None;
    using Query = None;
    using Body = Training;
    using Response = Training;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/trainings";
    static constexpr std::string_view name = "create_training";
    static constexpr std::string_view summary = "Record a training; taking part counts as confirmed evidence";
};

/// `schools` sent is all of them. What no longer stands there counts no more. Errors: those of CreateTraining; 409 "stale".
struct UpdateTraining {
    using Path = IdPath<Training>;
    using Query = None;
    using Body = Patch<Training>;
    using Response = Training;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/trainings/{id}";
    static constexpr std::string_view name = "update_training";
    static constexpr std::string_view summary = "Correct a training; evidence that it was goes or comes with it";
};

} // namespace schulkit
