#include "client/requirements/requirement_list_model.hpp"

#include "client/forms/refusal.hpp"

#include <algorithm>

namespace schulkit {
namespace {

void begin_dialog(RequirementListModel& model, Requirement requirement, bool is_new) {
    model.dialog_open = true;
    if (model.saving) return; // the answer is about the one before
    model.is_new = is_new;
    model.before = std::move(requirement);
    model.draft = model.before;
    model.errors.clear();
    model.refused.reset();
    model.unreadable = false;
}

} // namespace

void load_requirement_list(RequirementListModel& model, Api& api) {
    model.requirements.start();
    api.read<ListRequirements>({}, {}, [&model](Result<Page<Requirement>> found) { model.requirements.take(std::move(found)); });
}

void open_new_requirement(RequirementListModel& model) {
    std::int64_t last = 0;
    if (Page<Requirement> const* const page = model.requirements.value())
        for (Requirement const& each : page->items) last = std::max(last, each.position);
    begin_dialog(model, Requirement{.position = last + 1}, true);
}

void open_listed_requirement(RequirementListModel& model, Requirement const& requirement) {
    begin_dialog(model, requirement, false);
}

void save_listed_requirement(RequirementListModel& model, Api& api) {
    if (model.saving) return;
    Requirement draft = model.draft;
    clean(draft);
    model.errors = validate(draft);
    model.refused.reset();
    if (model.unreadable || !model.errors.empty()) return api.platform().move_focus(FocusTarget::first_field_with_error);
    auto const take = [&model, &api](Result<Requirement> stored) {
        model.saving = false;
        if (!stored) {
            take_refusal(model, stored.error());
            return;
        }
        model.key.succeeded();
        model.dialog_open = false;
        model.stored = true;
        load_requirement_list(model, api);
    };
    if (model.is_new) {
        model.saving = true;
        api.write<CreateRequirement>(model.key.for_body(api, encode(draft)), {.body = draft}, take);
        return;
    }
    Patch<Requirement> patch = patch_between(model.before, draft);
    if (patch.members.empty()) {
        model.dialog_open = false;
        return;
    }
    patch.members["version"] = model.before.version;
    model.saving = true;
    std::string const key = model.key.for_body(api, model.before.code + encode(patch));
    api.write<UpdateRequirement>(key, {.path = {.code = model.before.code}, .body = std::move(patch)}, take);
}

} // namespace schulkit
