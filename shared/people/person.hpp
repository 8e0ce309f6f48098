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
    bool is_contact = false; ///< school staff only: asks for kits, shows evidence and signs for the school
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
        field("role", "person.role", &Person::role), field("is_contact", "person.is_contact", &Person::is_contact),
        field("school_codes", "person.school_codes", &Person::school_codes, {.derived = true})};
};

constexpr Scope scope_of(Person const& person, Action action) { return scope_of(person.role, action, person.is_contact); }
constexpr bool may(Person const& person, Action action) { return scope_of(person, action) != Scope::none; }

} // namespace schulkit
