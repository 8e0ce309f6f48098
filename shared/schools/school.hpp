#pragma once
// A school of the county, and its sites (Außenstellen).

#include "shared/core/json.hpp"

#include <array>
#include <string>
#include <vector>

namespace schulkit {

enum class SchoolType : std::uint8_t { vocational, special, gymnasium, comprehensive };

template <>
struct EnumWords<SchoolType> {
    static constexpr std::array values = {std::pair{SchoolType::vocational, std::string_view{"vocational"}},
                                          std::pair{SchoolType::special, std::string_view{"special"}},
                                          std::pair{SchoolType::gymnasium, std::string_view{"gymnasium"}},
                                          std::pair{SchoolType::comprehensive, std::string_view{"comprehensive"}}};
};

/// `code` is unique within the school ("H" for the main building).
struct Site {
    std::string code = {};
    std::string name = {};
    std::optional<std::string> address = std::nullopt;
    bool operator==(Site const&) const = default;
};

template <>
struct Schema<Site> {
    static constexpr std::string_view name = "site";
    static constexpr auto fields =
        std::tuple{field("code", "site.code", &Site::code, {.required = true, .max_length = 20}),
                   field("name", "site.name", &Site::name, {.required = true, .max_length = 120}),
                   field("address", "site.address", &Site::address, {.max_length = 200})};
};

struct School {
    Id<School> id = {};
    std::string code = {}; ///< what lists and people call it: "GYM-03"
    std::string name = {};
    SchoolType type = SchoolType::gymnasium;
    std::optional<Date> ends_on = std::nullopt;               ///< its last day; nothing is lent to it beyond
    std::optional<std::string> successor_code = std::nullopt; ///< the school that goes on for it
    std::vector<Site> sites = {};
    bool operator==(School const&) const = default;
};

template <>
struct Schema<School> {
    static constexpr std::string_view name = "school";
    static constexpr auto fields =
        std::tuple{field("id", "", &School::id, {.read_only = true}),
                   field("code", "school.code", &School::code, {.required = true, .max_length = 20}),
                   field("name", "school.name", &School::name, {.required = true, .max_length = 120}),
                   field("type", "school.type", &School::type), field("ends_on", "school.ends_on", &School::ends_on),
                   field("successor_code", "school.successor_code", &School::successor_code),
                   field("sites", "school.sites", &School::sites, {.derived = true})};
};

} // namespace schulkit
