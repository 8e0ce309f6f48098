#pragma once
// All SQL about trainings.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/trainings/training_api.hpp"

namespace schulkit {

/// Newest first. Who reaches only some schools sees the trainings of these, and no other school in them.
std::vector<Training> list_trainings(Tx& tx, Access const& access, TrainingQuery const& query);
/// Error: not_found, also where none of the caller's schools took part.
Result<Training> get_training(Tx& tx, Access const& access, Id<Training> id);
Result<Training> insert_training(WriteTx& tx, Training training);
Result<Done> replace_training(WriteTx& tx, Training const& training);

} // namespace schulkit
