#pragma once
// The county's schools, as screens load them and choose from them.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/access/access.hpp"
#include "shared/people/person.hpp"
#include "shared/schools/school_api.hpp"

#include <string_view>
#include <vector>

namespace schulkit {

using Schools = Loadable<Page<School>>;

/// `schools` belongs to the screen that `api` is of.
void load_schools(Schools& schools, Api& api);
/// nullptr: none has this code, or they are not there yet.
School const* find_school(Schools const& schools, std::string_view code);

/// The person's work of this kind is limited to the schools of the account.
bool is_limited(Person const& me, Action action);
/// Those in which the person may do it.
std::vector<School> schools_for(Schools const& schools, Person const& me, Action action);

} // namespace schulkit
