#pragma once
// What a school has to show, and how far it is: "#/voraussetzungen", for the office "#/voraussetzungen?schule=GYM-03".

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/route.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"
#include "shared/requirements/requirement_api.hpp"

namespace schulkit {

struct RequirementsModel {
    std::string school_code = {}; ///< as in the route; empty: the only one, or none chosen yet
    Schools schools = {};
    Id<School> shown = {}; ///< whose requirements these are
    Loadable<Page<SchoolRequirement>> requirements = {};
    std::uint64_t asked = 0;

    std::string code = {}; ///< whose dialog is open
    bool dialog_open = false;
    std::string evidence = {};
    std::string valid_until = {};
    bool saving = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    std::optional<RequirementState> stored = std::nullopt; ///< to be told once
};

void open_requirements(RequirementsModel& model, Api& api, Person const& me, Route const& route);
void reload_requirements(RequirementsModel& model, Api& api, Person const& me);
void take_requirement_changes(RequirementsModel& model, Api& api, Changes const& changes);

/// The school whose requirements are to be shown; nullptr while none is chosen or the schools are not there.
School const* school_shown(RequirementsModel const& model, Person const& me);
SchoolRequirement const* requirement_shown(RequirementsModel const& model);
void open_requirement(RequirementsModel& model, std::string const& code);
/// Sends what stands in the dialog: submitted by a school, met or open by the office.
void save_requirement(RequirementsModel& model, Api& api, RequirementState state);

} // namespace schulkit
