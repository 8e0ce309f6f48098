#pragma once
// How far the demo county's schools are with the IT standards, and the trainings that they took part in.

#include "server/db/database.hpp"
#include "shared/people/person.hpp"

namespace schulkit {

/// Needs schools and requirements; `tx` is at the last moment of all.
Result<Done> seed_standards(WriteTx& tx, Person const& coordinator);
Result<Done> seed_trainings(WriteTx& tx, Person const& coordinator);

} // namespace schulkit
