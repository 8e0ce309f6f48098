#pragma once
// Which schools have which kits in the demo county, and what they ask for.

#include "server/db/database.hpp"
#include "shared/people/person.hpp"

namespace schulkit {

/// Schools that have a kit in the inventory have it on loan since the takeover; others ask for the next years. Needs school
/// years and kits; `tx` is at the moment of the takeover.
Result<Done> seed_loans(WriteTx& tx, Person const& coordinator);
/// What schools ask for, and what the office has said so far; `tx` is at the last moment of all.
Result<Done> seed_loan_requests(WriteTx& tx, Person const& coordinator);

} // namespace schulkit
