#pragma once
// Changing a device, or adding one. What is typed is kept as a draft until it is stored, and survives
// whatever comes between: a page loaded again, a server that is away, somebody else who was faster.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/merge.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"

#include <functional>
#include <string>
#include <vector>

namespace schulkit {

/// What somebody else stored while this form was open.
struct OtherChanges {
    Asset base = {}; ///< what both began with
    std::vector<MergedField> fields = {};
};

struct DeviceFormModel {
    bool is_new = false;
    Id<Asset> id = {}; ///< 0: a new device, or a route that names none
    std::string draft_key = {};
    Loadable<Asset> loaded = {};
    Schools schools = {};
    Loadable<Page<Category>> categories = {};

    Asset before = {}; ///< as it is stored, as far as is known here; of a new device what the form began with
    Asset draft = {};  ///< as typed
    bool new_category = false;
    bool unreadable = false; ///< words in a field that mean no value of its type: they are no draft, but typed
    FieldErrors errors = {};
    Loadable<Asset> saving = {};
    ChangeKey key = {};
    OtherChanges others = {};
    bool changed_meanwhile = false; ///< somebody stored something; it is joined when this form is saved
    bool told_meanwhile = false;
    bool restored = false;          ///< the draft was found, not typed just now
    bool asks_discard = false;
};

/// A draft that was kept is taken up again.
void open_device_form(DeviceFormModel& model, Api& api, Person const& me, Id<Asset> id);
/// `tag`: of a label that nothing is known of; it is filled in.
void open_new_device_form(DeviceFormModel& model, Api& api, Person const& me, std::string tag = {});
/// Asks again for what could not be loaded.
void retry_device_form(DeviceFormModel& model, Api& api);

bool has_changes(DeviceFormModel const& model);
/// After each change of the draft.
void keep_draft(DeviceFormModel& model, Api& api);
/// Back to what is stored.
void discard_draft(DeviceFormModel& model, Api& api);

/// Sends what was changed, if it keeps the rules; `saved` gets the device as stored.
void save_device_form(DeviceFormModel& model, Api& api, std::function<void(Asset const&)> saved);
/// Gives up one's own value of a field that both changed.
void take_theirs(DeviceFormModel& model, Api& api, std::string_view field);
/// Fields that both changed differently are about to be overwritten.
bool overwrites(DeviceFormModel const& model);

/// An untouched form shows what was changed elsewhere; a form in use is left alone.
void take_form_changes(DeviceFormModel& model, Api& api, Changes const& changes);

/// Sites of the school that is chosen.
std::vector<Site> sites_to_assign(DeviceFormModel const& model);
/// A site goes with its school.
void choose_school(DeviceFormModel& model, std::string const& code);
/// An asset is put on loan and comes back by its kit's loan only.
bool follows_from_loan(DeviceFormModel const& model);

} // namespace schulkit
