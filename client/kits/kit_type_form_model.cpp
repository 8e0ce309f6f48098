#include "client/kits/kit_type_form_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::string type_draft_key(Id<KitType> id, Person const& me) { return "draft.kit_type." + to_text(id) + '.' + to_text(me.id); }

void load_type(KitTypeFormModel& model, Api& api, Person const& me) {
    model.loaded.start();
    api.read<GetKitType>({model.id}, {}, [&model, &api, key = type_draft_key(model.id, me)](Result<KitType> type) {
        if (type && model.form.is_open) take_stored(model.form, *type);
        if (type && !model.form.is_open) open_form(model.form, api, key, *type);
        model.loaded.take(std::move(type));
    });
}

void load_shortfalls(KitTypeFormModel& model, Api& api, Person const& me) {
    if (!model.id || !may(me, Action::read_kits)) return;
    model.shortfalls.start();
    api.read<ListPlannedShortfalls>({model.id}, {}, [&model](Result<Page<PlannedShortfall>> found) {
        model.shortfalls.take(std::move(found));
    });
}

void load_categories(KitTypeFormModel& model, Api& api) {
    model.categories.start();
    api.read<ListCategories>({}, {}, [&model](Result<Page<Category>> found) { model.categories.take(std::move(found)); });
}

std::string place_of(std::string_view list, std::size_t line) {
    return std::string{list} + '.' + std::to_string(line) + '.';
}

} // namespace

void open_kit_type_form(KitTypeFormModel& model, Api& api, Person const& me, Id<KitType> id) {
    model.id = id;
    if (!id) {
        model.loaded.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    if (may(me, Action::edit_kit_types)) load_categories(model, api);
    load_type(model, api, me);
    load_shortfalls(model, api, me);
}

void open_new_kit_type_form(KitTypeFormModel& model, Api& api, Person const& me) {
    model.form.is_new = true;
    load_categories(model, api);
    open_form(model.form, api, type_draft_key({}, me), KitType{.slots = {KitTypeSlot{}}});
}

void retry_kit_type_form(KitTypeFormModel& model, Api& api, Person const& me) {
    if (model.id && model.loaded.value() == nullptr) load_type(model, api, me);
    if (model.categories.error() != nullptr) load_categories(model, api);
    forget_lost(model.form);
}

bool is_unknown(KitTypeFormModel const& model) {
    Error const* const error = model.loaded.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

KitType plan_as_typed(KitTypeFormModel const& model) {
    KitType plan = model.form.draft;
    plan.kits = model.form.before.kits;
    return plan;
}

void save_kit_type(KitTypeFormModel& model, Api& api, std::function<void(KitType const&)> saved) {
    RecordForm<KitType>& form = model.form;
    auto const type = begin_saving(form, api);
    if (!type) return;
    send_record<CreateKitType, UpdateKitType>(form, api, model.id, *type, std::move(saved));
}

void take_kit_type_changes(KitTypeFormModel& model, Api& api, Person const& me, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        return change.entity == Schema<KitType>::name && change.entity_id == model.id.value;
    });
    if (model.id && (concerned || changes.more) && !model.form.saving.is_loading()) {
        load_type(model, api, me);
        load_shortfalls(model, api, me);
    }
}

FieldErrors take_line_errors(FieldErrors& errors, std::string_view list, std::size_t line) {
    std::string const place = place_of(list, line);
    FieldErrors own;
    std::erase_if(errors, [&](FieldError const& error) {
        if (!error.field.starts_with(place)) return false;
        own.push_back({error.field.substr(place.size()), error.code, error.value});
        return true;
    });
    return own;
}

void put_line_errors(FieldErrors& errors, std::string_view list, std::size_t line, FieldErrors own) {
    for (FieldError& error : own) {
        error.field.insert(0, place_of(list, line));
        errors.push_back(std::move(error));
    }
}

void forget_list_errors(FieldErrors& errors, std::string_view list) {
    std::erase_if(errors, [&](FieldError const& error) {
        return error.field == list || error.field.starts_with(std::string{list} + '.');
    });
}

} // namespace schulkit
