#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/schools/school.hpp"

namespace schulkit {

struct SchoolQuery {
    std::optional<std::string> q = std::nullopt; ///< part of the code or the name
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::string sort = "code";
    bool operator==(SchoolQuery const&) const = default;
};

template <>
struct Schema<SchoolQuery> {
    static constexpr std::string_view name = "school_query";
    static constexpr auto fields =
        std::tuple{field("q", "", &SchoolQuery::q), field("limit", "", &SchoolQuery::limit),
                   field("cursor", "", &SchoolQuery::cursor, {.max_length = 2000}),
                   field("sort", "", &SchoolQuery::sort)};
};

struct ListSchools {
    using Path = None;
    using Query = SchoolQuery;
    using Body = None;
    using Response = Page<School>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/schools";
    static constexpr std::string_view name = "list_schools";
    static constexpr std::string_view summary = "Schools with their sites";
};

struct CreateSchool {
    using Path = None;
    using Query = None;
    using Body = School;
    using Response = School;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/schools";
    static constexpr std::string_view name = "create_school";
    static constexpr std::string_view summary = "Add a school; its services (Internet, WLAN, …) are made with it";
};

/// Its code and sites stay. Errors: 422 "code_is_fixed" on code, "unknown_school" on successor_code (also itself); 409
/// "school_has_loans" if a kit is promised to it beyond ends_on.
struct UpdateSchool {
    using Path = IdPath<School>;
    using Query = None;
    using Body = Patch<School>;
    using Response = School;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/schools/{id}";
    static constexpr std::string_view name = "update_school";
    static constexpr std::string_view summary = "Change a school's name, say when it ends and which school goes on for it";
};

} // namespace schulkit
