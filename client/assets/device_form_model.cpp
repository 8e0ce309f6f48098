#include "client/assets/device_form_model.hpp"

#include <algorithm>

namespace schulkit {

/// As it is kept in the tab.
struct DeviceDraft {
    Asset before = {};
    Asset draft = {};
};
template <> struct Schema<DeviceDraft> {
    static constexpr std::string_view name = "device_draft";
    static constexpr auto fields =
        std::tuple{field("before", "", &DeviceDraft::before), field("draft", "", &DeviceDraft::draft)};
};

/// What comes with 409 "stale".
struct StaleAsset {
    Asset current = {};
};
template <> struct Schema<StaleAsset> {
    static constexpr std::string_view name = "stale_asset";
    static constexpr auto fields = std::tuple{field("current", "", &StaleAsset::current)};
};

namespace {

/// A person's own: the next one to sign in at this browser finds nothing.
std::string draft_key(Id<Asset> id, Person const& me) {
    return "draft.asset." + to_text(id) + '.' + to_text(me.id);
}

void forget_draft(DeviceFormModel& model, Api& api) {
    api.platform().store(model.draft_key, "");
    model.restored = false;
}

/// Joins what is stored now with what was typed against `base`.
void merge(DeviceFormModel& model, Asset const& base, Asset const& stored) {
    auto fields = merge_changes(base, stored, model.draft);
    model.before = stored;
    model.changed_meanwhile = false;
    model.others = {.base = base, .fields = std::move(fields)};
}

void restore_draft(DeviceFormModel& model, Api& api) {
    std::string const kept = api.platform().stored(model.draft_key);
    if (kept.empty()) return;
    auto const draft = decode<DeviceDraft>(kept);
    if (!draft) return forget_draft(model, api);
    model.draft = draft->draft;
    model.restored = true;
    if (!(draft->before == model.before)) merge(model, draft->before, model.before);
    if (!has_changes(model)) forget_draft(model, api);
}

void begin(DeviceFormModel& model, Api& api, Asset asset) {
    model.before = std::move(asset);
    model.draft = model.before;
    restore_draft(model, api);
}

void load(DeviceFormModel& model, Api& api) {
    model.loaded.start();
    api.read<GetAsset>({model.id}, {}, [&model, &api](Result<Asset> asset) {
        bool const in_use =
            model.loaded.value() != nullptr && (has_changes(model) || model.saving.is_loading());
        if (asset && !in_use) begin(model, api, *asset);
        if (asset && in_use) model.changed_meanwhile = asset->version != model.before.version;
        model.loaded.take(std::move(asset));
    });
}

void load_choices(DeviceFormModel& model, Api& api) {
    load_schools(model.schools, api);
    model.categories.start();
    api.read<ListCategories>(
        {}, {}, [&model](Result<Page<Category>> found) { model.categories.take(std::move(found)); });
}

/// As it would be stored.
Asset as_stored(Asset asset) {
    normalize(asset);
    return asset;
}

void show_field_errors(DeviceFormModel& model, Api& api, FieldErrors errors) {
    model.errors = std::move(errors);
    if (!model.errors.empty()) api.platform().move_focus(FocusTarget::first_field_with_error);
}

/// `sent` is the draft as it was when it was sent.
void take_answer(DeviceFormModel& model, Api& api, Asset const& sent, Result<Asset> answer,
                 std::function<void(Asset const&)> const& saved) {
    if (answer) {
        model.key.succeeded();
        bool const typed_since = !(model.draft == sent);
        Asset draft = *answer;
        if (typed_since) apply_patch(patch_between(sent, model.draft), draft);
        model.id = answer->id;
        model.is_new = false;
        model.before = *answer;
        model.draft = std::move(draft);
        model.saving.take(std::move(answer));
        if (typed_since) return keep_draft(model, api); // stays open with what is not saved yet
        forget_draft(model, api);
        saved(model.before); // the last thing: the screen may end with it
        return;
    }
    Error const error = answer.error();
    model.key.failed(error);
    model.saving.take(std::move(answer));
    if (error.code == "stale") {
        auto const stale = decode<StaleAsset>(error.extra);
        if (!stale) return;
        model.saving.clear(); // told by what the other person changed
        merge(model, Asset{model.before}, stale->current);
        keep_draft(model, api);
        api.platform().move_focus(FocusTarget::main_heading);
        return;
    }
    show_field_errors(model, api, error.fields);
}

} // namespace

void open_device_form(DeviceFormModel& model, Api& api, Person const& me, Id<Asset> id) {
    model.id = id;
    model.draft_key = draft_key(id, me);
    if (!id) {
        model.loaded.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    load_choices(model, api);
    load(model, api);
}

void open_new_device_form(DeviceFormModel& model, Api& api, Person const& me, std::string tag) {
    model.is_new = true;
    model.draft_key = draft_key({}, me);
    load_choices(model, api);
    Asset asset{.tag = std::move(tag)};
    if (is_limited(me, Action::update_asset) && me.school_codes.size() == 1) asset.school_code = me.school_codes.front();
    begin(model, api, std::move(asset));
}

void retry_device_form(DeviceFormModel& model, Api& api) {
    if (model.schools.value() == nullptr || model.categories.value() == nullptr) load_choices(model, api);
    if (model.id && model.loaded.value() == nullptr) load(model, api);
    bool const lost = model.saving.error() != nullptr && model.saving.error()->kind == ErrorKind::unavailable;
    if (lost) model.saving.clear();
}

bool has_changes(DeviceFormModel const& model) {
    return model.unreadable || !patch_between(as_stored(model.before), as_stored(model.draft)).members.empty();
}

void keep_draft(DeviceFormModel& model, Api& api) {
    if (!has_changes(model)) return forget_draft(model, api);
    api.platform().store(model.draft_key, encode(DeviceDraft{.before = model.before, .draft = model.draft}));
}

void discard_draft(DeviceFormModel& model, Api& api) {
    forget_draft(model, api);
    model.draft = model.before;
    model.errors.clear();
    model.others = {};
    model.new_category = false;
    model.unreadable = false;
    model.asks_discard = false;
    model.saving.clear();
}

void save_device_form(DeviceFormModel& model, Api& api, std::function<void(Asset const&)> saved) {
    if (model.saving.is_loading()) return;
    Asset const asset = as_stored(model.draft);
    show_field_errors(model, api, validate(asset));
    if (!model.errors.empty()) return;

    auto take = [&model, &api, sent = model.draft, saved](Result<Asset> answer) {
        take_answer(model, api, sent, std::move(answer), saved);
    };
    if (model.is_new) {
        model.saving.start();
        api.write<CreateAsset>(model.key.for_body(api, encode(asset)), {.body = asset}, std::move(take));
        return;
    }
    Patch<Asset> patch = patch_between(model.before, asset);
    if (patch.members.empty()) {
        forget_draft(model, api);
        saved(model.before);
        return;
    }
    patch.members["version"] = model.before.version;
    model.saving.start();
    std::string const key = model.key.for_body(api, encode(patch));
    api.write<UpdateAsset>(key, {.path = {model.id}, .body = std::move(patch)}, std::move(take));
}

void take_theirs(DeviceFormModel& model, Api& api, std::string_view field) {
    for_each_field<Asset>([&](auto const& f) {
        if (f.name == field) model.draft.*f.member = model.before.*f.member;
    });
    for (MergedField& merged : model.others.fields)
        if (merged.field == field) merged.outcome = MergeOutcome::taken;
    keep_draft(model, api);
}

bool overwrites(DeviceFormModel const& model) {
    return std::any_of(model.others.fields.begin(), model.others.fields.end(),
                       [](MergedField const& merged) { return merged.outcome == MergeOutcome::kept; });
}

void take_form_changes(DeviceFormModel& model, Api& api, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        return change.entity == Schema<Asset>::name && change.entity_id == model.id.value;
    });
    if (model.id && concerned && !model.saving.is_loading()) load(model, api);
}

std::vector<Site> sites_to_assign(DeviceFormModel const& model) {
    School const* const school = find_school(model.schools, model.draft.school_code.value_or(""));
    return school != nullptr ? school->sites : std::vector<Site>{};
}

void choose_school(DeviceFormModel& model, std::string const& code) {
    model.draft.school_code = code.empty() ? std::nullopt : std::optional{code};
    model.draft.site_code.reset();
}

bool follows_from_loan(DeviceFormModel const& model) {
    return model.before.status == AssetStatus::on_loan;
}

} // namespace schulkit
