#pragma once
// A training and the schools that took part: a new one, or one that is corrected.

#include "client/forms/record_form.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"
#include "shared/requirements/requirement_api.hpp"
#include "shared/trainings/training_api.hpp"

namespace schulkit {

struct TrainingFormModel {
    Id<Training> id = {}; ///< 0: a new one, or a route that names none
    Loadable<Training> loaded = {};
    Loadable<Page<Requirement>> requirements = {};
    Schools schools = {};
    RecordForm<Training> form = {};
    std::string chosen_school = {}; ///< whose line is to be added
};

/// A draft that was kept is taken up again.
void open_training_form(TrainingFormModel& model, Api& api, Person const& me, Id<Training> id);
void open_new_training_form(TrainingFormModel& model, Api& api, Person const& me);
/// Asks again for what could not be loaded.
void retry_training_form(TrainingFormModel& model, Api& api, Person const& me);
bool is_unknown(TrainingFormModel const& model);

/// Those that are not in the list yet.
std::vector<School> schools_to_add(TrainingFormModel const& model);
void add_chosen_school(TrainingFormModel& model, Api& api);
void remove_school(TrainingFormModel& model, Api& api, std::size_t index);

void save_training(TrainingFormModel& model, Api& api, std::function<void(Training const&)> saved);
void take_training_changes(TrainingFormModel& model, Api& api, Person const& me, Changes const& changes);

} // namespace schulkit
