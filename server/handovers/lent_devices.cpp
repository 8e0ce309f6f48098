#include "server/handovers/lent_devices.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/assets/asset_store.hpp"

namespace schulkit {
namespace {

Result<Asset> known_device(Tx& tx, std::int64_t asset_id) {
    auto asset = find_asset(tx, Id<Asset>{asset_id});
    if (!asset) return fail(ErrorKind::internal, "internal", "a loan names an asset that is not there");
    return std::move(*asset);
}

Asset moved_to(Asset asset, std::optional<std::string> const& school_code) {
    asset.school_code = school_code;
    asset.site_code.reset();
    asset.room.reset();
    return asset;
}

} // namespace

Result<Done> lend_device(WriteTx& tx, Loan const& loan, std::int64_t slot, std::string const& label, std::int64_t asset_id,
                         std::string_view action) {
    TRY_ASSIGN(Asset const before, known_device(tx, asset_id));
    TRY(change_asset(tx, before, moved_to(before, loan.school_code), action));
    return give(tx, loan.id, slot, label, asset_id, tx.today());
}

Result<Done> bring_device_back(WriteTx& tx, std::int64_t asset_id, std::string_view action, bool broken) {
    TRY(take_back_item(tx, asset_id, tx.today()));
    TRY_ASSIGN(Asset const before, known_device(tx, asset_id));
    Asset after = moved_to(before, std::nullopt);
    if (after.status == AssetStatus::lost) after.status = AssetStatus::in_stock;
    if (broken) after.status = AssetStatus::in_repair;
    TRY(change_asset(tx, before, std::move(after), action));
    return Done{};
}

} // namespace schulkit
