#pragma once
// Lists of assets: filters, text search, sorting, paging. The one place that knows how texts are searched.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/assets/asset_api.hpp"

namespace schulkit {

/// Errors: 422 on limit, sort or cursor. Hits of a text search are counted to 1,000 and no further.
Result<Page<Asset>> list_assets(Tx& tx, Access const& access, AssetQuery const& query);

} // namespace schulkit
