#pragma once
// All SQL about supplements to loans, and about how many accessories a school has been given.

#include "server/db/database.hpp"
#include "shared/supplements/supplement_api.hpp"

namespace schulkit {

/// With their items, in the order of their numbers.
std::vector<LoanSupplement> list_supplements(Tx& tx, Id<Loan> loan);
/// Its id; it gets the next number of its loan. Who made it is the transaction's actor.
Result<Id<LoanSupplement>> insert_supplement(WriteTx& tx, LoanSupplement const& supplement);

/// How many of it the school was given; 0 for what it has none of.
std::int64_t given_of(Tx& tx, Id<Loan> loan, std::string_view label);
Result<Done> set_given(WriteTx& tx, Id<Loan> loan, std::string_view label, std::int64_t quantity);
/// Of none of them the school has any more.
Result<Done> take_back_accessories(WriteTx& tx, Id<Loan> loan);

} // namespace schulkit
