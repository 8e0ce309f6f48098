#pragma once
// The county's trainings, newest first.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/trainings/training_api.hpp"

namespace schulkit {

using Trainings = Loadable<Page<Training>>;

/// Asks again; what is shown stays until there is an answer. `trainings` belongs to the screen that `api` is of.
void load_trainings(Trainings& trainings, Api& api);

} // namespace schulkit
