#include "shared/trainings/training.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {

void check(Training const& training, FieldErrors& errors) {
    auto const& schools = training.schools;
    if (training.held_on == Date{}) errors.push_back({"held_on", "required", {}});
    if (schools.size() > max_training_schools) errors.push_back({"schools", "too_many", {}});
    for (auto school = schools.begin(); school != schools.end(); ++school)
        if (std::any_of(schools.begin(), school,
                        [&](TrainingSchool const& before) { return fold(before.school_code) == fold(school->school_code); }))
            errors.push_back({"schools." + std::to_string(school - schools.begin()) + ".school_code", "duplicate", {}});
}

} // namespace schulkit
