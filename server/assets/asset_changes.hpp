#pragma once
// Adding and changing assets: the rules, the row, what finds it, the room's service and the log, in one
// transaction. The API, the import and the seed all come through here.

#include "server/assets/asset_store.hpp"

namespace schulkit {

/// `action` is the word in the log: "create", "import". Errors: 422 by field (also "unknown_school",
/// "unknown_site", "on_loan_follows_from_loan"), 409 "taken".
Result<Asset> add_asset(WriteTx& tx, Asset asset, std::string_view action);

/// Stores `after` over `before`, which is as stored now. Nothing is written when they are the same.
/// A status of on_loan is neither set nor ended here.
Result<Asset> change_asset(WriteTx& tx, Asset const& before, Asset after, std::string_view action);

/// The services every school has, as assets that take tickets: Internet, WLAN, school management, accounts,
/// device without label.
Result<Done> add_school_services(WriteTx& tx, std::string const& school_code);

} // namespace schulkit
