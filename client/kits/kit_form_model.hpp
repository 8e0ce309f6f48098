#pragma once
// What a kit is called, and when it comes; or a new kit.

#include "client/forms/record_form.hpp"
#include "client/kits/kit_type_list_model.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"

namespace schulkit {

struct KitFormModel {
    Id<Kit> id = {}; ///< 0: a new one, or a route that names none
    Loadable<Kit> loaded = {};
    KitTypes types = {};
    RecordForm<Kit> form = {};
};

/// A draft that was kept is taken up again.
void open_kit_form(KitFormModel& model, Api& api, Person const& me, Id<Kit> id);
/// `tag`: of a label that nothing is known of; it is filled in.
void open_new_kit_form(KitFormModel& model, Api& api, Person const& me, std::string tag = {});
/// Asks again for what could not be loaded.
void retry_kit_form(KitFormModel& model, Api& api, Person const& me);
bool is_unknown(KitFormModel const& model);

void save_kit_form(KitFormModel& model, Api& api, std::function<void(Kit const&)> saved);
void take_kit_form_changes(KitFormModel& model, Api& api, Person const& me, Changes const& changes);

} // namespace schulkit
