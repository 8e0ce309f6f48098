#include "server/people/access.hpp"

#include <algorithm>

namespace schulkit {
namespace {

enum class Reach { nothing, own, own_or_none, everything };

Reach reach_of(Access const& access) {
    switch (access.scope) {
    case Scope::none: return Reach::nothing;
    case Scope::own_schools: return Reach::own;
    case Scope::station: return access.school_codes.empty() ? Reach::everything : Reach::own_or_none;
    case Scope::county: return Reach::everything;
    }
    return Reach::nothing;
}

} // namespace

Result<Access> grant(Person const& person, Action action) {
    Scope const scope = scope_of(person, action);
    if (scope == Scope::none) return fail(ErrorKind::forbidden, "forbidden");
    return Access{.person = person.id,
                  .username = person.username,
                  .role = person.role,
                  .scope = scope,
                  .school_codes = person.school_codes};
}

bool reaches(Access const& access, std::optional<std::string> const& school_code) {
    auto const own = [&] {
        auto const& codes = access.school_codes;
        return school_code && std::find(codes.begin(), codes.end(), *school_code) != codes.end();
    };
    switch (reach_of(access)) {
    case Reach::nothing: return false;
    case Reach::own: return own();
    case Reach::own_or_none: return !school_code || own();
    case Reach::everything: return true;
    }
    return false;
}

std::string reach_condition(Access const& access, std::string_view column) {
    std::string const own = std::string{column} + " in (select school_code from person_schools where person_id = " +
                            std::to_string(access.person.value) + ")";
    switch (reach_of(access)) {
    case Reach::nothing: return "false";
    case Reach::own: return own;
    case Reach::own_or_none: return "(" + std::string{column} + " is null or " + own + ")";
    case Reach::everything: return "true";
    }
    return "false";
}

} // namespace schulkit
