#pragma once
// Recording trainings and correcting them; what they are evidence of follows in the same transaction.

#include "server/trainings/training_store.hpp"

namespace schulkit {

/// Errors: those of the endpoints in shared/trainings.
Result<Training> add_training(WriteTx& tx, Access const& access, Training training);
Result<Training> change_training(WriteTx& tx, Access const& access, Id<Training> id, Patch<Training> const& patch);

} // namespace schulkit
