#pragma once
// The plan of a kit type: changing it, or making one.

#include "client/forms/record_form.hpp"
#include "client/kits/line_list.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/kits/kit_api.hpp"
#include "shared/people/person.hpp"

namespace schulkit {

struct KitTypeFormModel {
    Id<KitType> id = {}; ///< 0: a new one, or a route that names none
    Loadable<KitType> loaded = {};
    Loadable<Page<Category>> categories = {};
    RecordForm<KitType> form = {};
    Loadable<Page<PlannedShortfall>> shortfalls = {}; ///< for what is promised
    LineKeys slots = {};
    LineKeys accessories = {};
    LineKeys apps = {};
    std::string told = {};     ///< what was done with a line, for who does not see it
    bool line_is_new = false;  ///< its first field gets the keyboard
};

/// A draft that was kept is taken up again.
void open_kit_type_form(KitTypeFormModel& model, Api& api, Person const& me, Id<KitType> id);
void open_new_kit_type_form(KitTypeFormModel& model, Api& api, Person const& me);
/// Asks again for what could not be loaded.
void retry_kit_type_form(KitTypeFormModel& model, Api& api, Person const& me);
bool is_unknown(KitTypeFormModel const& model);

/// As typed, with the number of kits that is known.
KitType plan_as_typed(KitTypeFormModel const& model);

void save_kit_type(KitTypeFormModel& model, Api& api, std::function<void(KitType const&)> saved);
void take_kit_type_changes(KitTypeFormModel& model, Api& api, Person const& me, Changes const& changes);

/// What is said of a line of that list is taken out of `errors`; it comes without the place ("label").
FieldErrors take_line_errors(FieldErrors& errors, std::string_view list, std::size_t line);
void put_line_errors(FieldErrors& errors, std::string_view list, std::size_t line, FieldErrors own);
/// Lines have been counted anew: what was said of their places holds no longer.
void forget_list_errors(FieldErrors& errors, std::string_view list);

} // namespace schulkit
