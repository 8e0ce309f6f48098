#pragma once
// A person who works with Schulkit. Their schools and their ways to sign in are kept apart.

#include "shared/access/access.hpp"
#include "shared/core/schema.hpp"

#include <string>
#include <vector>

namespace schulkit {

struct Person {
    Id<Person> id = {};
    std::string username = {}; ///< also how others see who reported or took a ticket
    Role role = Role::school_staff;
    std::vector<std::string> school_codes = {};
    bool operator==(Person const&) const = default;
};

template <>
struct Schema<Person> {
    static constexpr std::string_view name = "person";
    static constexpr auto fields = std::tuple{
        field("id", "", &Person::id, {.read_only = true}),
        field("username", "person.username", &Person::username,
              {.required = true, .erasable = true, .max_length = 60}),
        field("role", "person.role", &Person::role),
        field("school_codes", "person.school_codes", &Person::school_codes, {.derived = true})};
};

} // namespace schulkit
