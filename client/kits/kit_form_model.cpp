#include "client/kits/kit_form_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::string kit_draft_key(Id<Kit> id, Person const& me) { return "draft.kit." + to_text(id) + '.' + to_text(me.id); }

void load_kit(KitFormModel& model, Api& api, Person const& me) {
    model.loaded.start();
    api.read<GetKit>({model.id}, {}, [&model, &api, key = kit_draft_key(model.id, me)](Result<Kit> kit) {
        if (kit && model.form.is_open) take_stored(model.form, *kit);
        if (kit && !model.form.is_open) open_form(model.form, api, key, *kit);
        model.loaded.take(std::move(kit));
    });
}

/// Where there is only one type, it is that one.
void load_types_to_choose(KitFormModel& model, Api& api) {
    model.types.start();
    api.read<ListKitTypes>({}, {.limit = max_page_size}, [&model](Result<Page<KitType>> types) {
        RecordForm<Kit>& form = model.form;
        if (types && types->items.size() == 1 && form.is_new && !form.before.kit_type_id) {
            form.before.kit_type_id = types->items.front().id;
            if (!form.draft.kit_type_id) form.draft.kit_type_id = form.before.kit_type_id;
        }
        model.types.take(std::move(types));
    });
}

} // namespace

void open_kit_form(KitFormModel& model, Api& api, Person const& me, Id<Kit> id) {
    model.id = id;
    if (!id) {
        model.loaded.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    load_kit(model, api, me);
}

void open_new_kit_form(KitFormModel& model, Api& api, Person const& me, std::string tag) {
    model.form.is_new = true;
    open_form(model.form, api, kit_draft_key({}, me), Kit{.tag = std::move(tag)});
    load_types_to_choose(model, api);
}

void retry_kit_form(KitFormModel& model, Api& api, Person const& me) {
    if (model.id && model.loaded.value() == nullptr) load_kit(model, api, me);
    if (model.types.error() != nullptr) load_types_to_choose(model, api);
    forget_lost(model.form);
}

bool is_unknown(KitFormModel const& model) {
    Error const* const error = model.loaded.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

void save_kit_form(KitFormModel& model, Api& api, std::function<void(Kit const&)> saved) {
    RecordForm<Kit>& form = model.form;
    if (form.saving.is_loading()) return;
    auto const kit = begin_saving(form, api);
    if (form.is_new && !form.draft.kit_type_id) {
        form.errors.push_back({"kit_type_id", "required", {}});
        return api.platform().move_focus(FocusTarget::first_field_with_error);
    }
    if (!kit) return;
    send_record<CreateKit, UpdateKit>(form, api, model.id, *kit, std::move(saved));
}

void take_kit_form_changes(KitFormModel& model, Api& api, Person const& me, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        return change.entity == Schema<Kit>::name && change.entity_id == model.id.value;
    });
    if (model.id && (concerned || changes.more) && !model.form.saving.is_loading()) load_kit(model, api, me);
}

} // namespace schulkit
