#pragma once
// Who is calling, and how far the action they asked for reaches. Made by the router from the table in
// shared/access; the stores turn it into a condition.

#include "shared/core/result.hpp"
#include "shared/people/person.hpp"

#include <optional>
#include <string>
#include <vector>

namespace schulkit {

struct Access {
    Id<Person> person = {};
    std::string username = {};
    Role role = Role::school_staff;
    Scope scope = Scope::none;
    std::vector<std::string> school_codes = {};
};

/// By the one table. Error: forbidden.
Result<Access> grant(Person const& person, Action action);

/// Whether a record of that school (absent: of none) lies within the caller's scope.
bool reaches(Access const& access, std::optional<std::string> const& school_code);

/// The same as a condition of SQL on `column`, to be joined by "and"; "true" for the whole county.
std::string reach_condition(Access const& access, std::string_view column);

} // namespace schulkit
