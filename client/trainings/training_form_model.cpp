#include "client/trainings/training_form_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::string training_draft_key(Id<Training> id, Person const& me) {
    return "draft.training." + to_text(id) + '.' + to_text(me.id);
}

void load_training(TrainingFormModel& model, Api& api, Person const& me) {
    model.loaded.start();
    api.read<GetTraining>({model.id}, {}, [&model, &api, key = training_draft_key(model.id, me)](Result<Training> training) {
        if (training && model.form.is_open) take_stored(model.form, *training);
        if (training && !model.form.is_open) open_form(model.form, api, key, *training);
        model.loaded.take(std::move(training));
    });
}

void load_choices(TrainingFormModel& model, Api& api) {
    if (model.schools.value() == nullptr) load_schools(model.schools, api);
    if (model.requirements.value() != nullptr) return;
    model.requirements.start();
    api.read<ListRequirements>({}, {}, [&model](Result<Page<Requirement>> found) { model.requirements.take(std::move(found)); });
}

} // namespace

void open_training_form(TrainingFormModel& model, Api& api, Person const& me, Id<Training> id) {
    model.id = id;
    if (!id) {
        model.loaded.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    load_choices(model, api);
    load_training(model, api, me);
}

void open_new_training_form(TrainingFormModel& model, Api& api, Person const& me) {
    model.form.is_new = true;
    load_choices(model, api);
    open_form(model.form, api, training_draft_key({}, me),
              Training{.held_on = to_berlin({api.platform().now_unix_ms()}).date});
}

void retry_training_form(TrainingFormModel& model, Api& api, Person const& me) {
    load_choices(model, api);
    if (model.id && model.loaded.value() == nullptr) load_training(model, api, me);
    forget_lost(model.form);
}

bool is_unknown(TrainingFormModel const& model) {
    Error const* const error = model.loaded.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

std::vector<School> schools_to_add(TrainingFormModel const& model) {
    std::vector<School> left;
    if (model.schools.value() == nullptr) return left;
    auto const& there = model.form.draft.schools;
    for (School const& school : model.schools.value()->items)
        if (std::none_of(there.begin(), there.end(), [&](TrainingSchool const& each) { return each.school_code == school.code; }))
            left.push_back(school);
    return left;
}

void add_chosen_school(TrainingFormModel& model, Api& api) {
    School const* const school = find_school(model.schools, model.chosen_school);
    if (school == nullptr) return;
    model.form.draft.schools.push_back({.school_code = school->code, .school_name = school->name});
    model.chosen_school.clear();
    std::erase_if(model.form.errors, [](FieldError const& error) { return error.field.starts_with("schools"); });
    keep_draft(model.form, api);
}

void remove_school(TrainingFormModel& model, Api& api, std::size_t index) {
    auto& schools = model.form.draft.schools;
    if (index >= schools.size()) return;
    schools.erase(schools.begin() + static_cast<std::ptrdiff_t>(index));
    std::erase_if(model.form.errors, [](FieldError const& error) { return error.field.starts_with("schools"); });
    keep_draft(model.form, api);
}

void save_training(TrainingFormModel& model, Api& api, std::function<void(Training const&)> saved) {
    RecordForm<Training>& form = model.form;
    auto const training = begin_saving(form, api);
    if (!training) return;
    send_record<CreateTraining, UpdateTraining>(form, api, model.id, *training, std::move(saved));
}

void take_training_changes(TrainingFormModel& model, Api& api, Person const& me, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        return change.entity == Schema<Training>::name && change.entity_id == model.id.value;
    });
    if (model.id && (concerned || changes.more) && !model.form.saving.is_loading()) load_training(model, api, me);
}

} // namespace schulkit
