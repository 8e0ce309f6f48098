#pragma once
// The record of a supplement, from which its paper is made.

#include "server/people/access.hpp"
#include "server/supplements/supplement_store.hpp"

namespace schulkit {

/// What the paper and the loan tell; number, day and maker follow.
struct NewSupplement {
    SupplementKind kind = SupplementKind::swap;
    std::optional<std::string> reason = std::nullopt;
    std::vector<SupplementItem> items = {};
};

/// The next one of the loan. Every swap, delivery and exchange passes through here as the last part of it, and nothing else
/// makes supplements.
Result<Done> add_supplement(WriteTx& tx, Access const& access, Loan const& loan, NewSupplement const& supplement);

SupplementItem item_of(SupplementDirection direction, KitSlot const& slot, std::int64_t asset_id);

/// While its kit is being handed over or taken back nothing else happens to a loan. Error: 409 "in_open_session".
Result<Done> check_no_session(Tx& tx, Id<Loan> loan);

} // namespace schulkit
