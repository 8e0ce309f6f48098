#pragma once
// Lists of assets: filters, text search, sorting, paging. The one place that knows how texts are searched.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/assets/asset_api.hpp"

namespace schulkit {

/// Errors: 422 on limit, sort or cursor. Hits of a text search are counted to 1,000 and no further.
Result<Page<Asset>> list_assets(Tx& tx, Access const& access, AssetQuery const& query);

/// Before many assets are added in one transaction: their texts are not indexed one by one but by index_held_texts(), which
/// must follow in it. The index is written to disk at every other statement, and one row at a time is ten times as slow.
Result<Done> hold_text_index(WriteTx& tx);
Result<Done> index_held_texts(WriteTx& tx);

} // namespace schulkit
