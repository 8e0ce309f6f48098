#pragma once
// The rules of a school year's proposal: "#/vorschlag/2026-27/regeln".

#include "client/forms/record_form.hpp"
#include "shared/allocation/allocation_api.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"

#include <functional>

namespace schulkit {

struct AllocationRulesModel {
    std::string school_year = {};
    Loadable<YearProposal> loaded = {}; ///< that the rules are part of
    RecordForm<AllocationRules> form = {};
};

/// A draft that was kept is taken up again.
void open_allocation_rules(AllocationRulesModel& model, Api& api, Person const& me, std::string school_year);
void reload_allocation_rules(AllocationRulesModel& model, Api& api, Person const& me);
void take_allocation_rules_changes(AllocationRulesModel& model, Api& api, Person const& me, Changes const& changes);
bool is_unknown(AllocationRulesModel const& model);
/// The usual rules into the form.
void choose_usual_rules(AllocationRulesModel& model, Api& api);
void save_allocation_rules(AllocationRulesModel& model, Api& api, std::function<void(AllocationRules const&)> saved);

} // namespace schulkit
