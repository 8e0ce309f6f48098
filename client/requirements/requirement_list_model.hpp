#pragma once
// What the county asks of its schools: the list itself, "#/voraussetzungen/liste".

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "shared/requirements/requirement_api.hpp"

namespace schulkit {

struct RequirementListModel {
    Loadable<Page<Requirement>> requirements = {};

    bool dialog_open = false;
    bool is_new = false;
    Requirement before = {}; ///< whose dialog is open
    Requirement draft = {};
    bool unreadable = false;
    bool saving = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    bool stored = false; ///< to be told once
};

void load_requirement_list(RequirementListModel& model, Api& api);
/// Last in the list.
void open_new_requirement(RequirementListModel& model);
void open_listed_requirement(RequirementListModel& model, Requirement const& requirement);
void save_listed_requirement(RequirementListModel& model, Api& api);

} // namespace schulkit
