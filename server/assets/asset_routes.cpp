#include "server/assets/asset_routes.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/assets/asset_search_store.hpp"
#include "server/assets/asset_store.hpp"
#include "server/db/stale.hpp"
#include "server/handovers/handover_store.hpp"
#include "server/http/router.hpp"
#include "server/http/view_choice.hpp"
#include "server/http/whole_page.hpp"
#include "server/kits/kit_store.hpp"
#include "shared/assets/scanned_code.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

/// Somebody whose scope is not the county cannot move things out of it, or into it.
Result<Done> check_reach(Access const& access, Asset const& asset) {
    if (!reaches(access, asset.school_code)) return invalid("school_code", "unknown_school");
    return Done{};
}

Result<Asset> create_asset(WriteTx& tx, Access const& access, Request<CreateAsset> const& request) {
    TRY_ASSIGN(Asset asset, add_asset(tx, request.body, "create"));
    TRY(check_reach(access, asset));
    return asset;
}

Result<Asset> update_asset(WriteTx& tx, Access const& access, Request<UpdateAsset> const& request) {
    TRY_ASSIGN(Asset const before, get_asset(tx, access, request.path.id));
    TRY(check_version(request.body, before));
    Asset after = before;
    if (auto errors = apply_patch(request.body, after); !errors.empty()) return invalid(std::move(errors));
    // it is where its loan is; only that moves it
    if (after.school_code != before.school_code && find_given(tx, before.id.value)) return invalid("school_code", "device_is_lent");
    TRY_ASSIGN(Asset changed, change_asset(tx, before, std::move(after), "update"));
    TRY(check_reach(access, changed));
    return changed;
}

/// A tag wins over every other code of a device; no kit has the tag of a device.
Result<Found> look_up(Tx& tx, Access const& access, Request<Lookup> const& request) {
    auto const asset = find_asset_by_code(tx, access, request.path.code);
    std::string const code = scanned_code(request.path.code);
    bool const is_tag = asset && code_key(asset->tag) == code_key(code);
    if (!is_tag && may(access.role, Action::read_kits)) {
        if (auto const kit = find_kit_by_tag(tx, code))
            return Found{.kind = LookupKind::kit, .id = kit->id.value, .tag = kit->tag, .name = kit->name};
    }
    if (!asset) return fail(ErrorKind::not_found, "not_found");
    return Found{.kind = LookupKind::asset,
                 .id = asset->id.value,
                 .tag = asset->tag,
                 .name = asset->name,
                 .school_code = asset->school_code,
                 .room = asset->room};
}

/// The label's address for ever. It says nothing of the record: what is there, and who may see it, is
/// decided when the application asks, after signing in.
HttpResponse open_label(Call& call) {
    std::string const code = call.path_values().empty() ? std::string{} : call.path_values().front().second;
    char const* const where = prefers_plain_pages(call.http()) ? "/basis/g/" : "/#/g/";
    return redirect_to(call.deployment().path(where + percent_encode(code)));
}

} // namespace

void mount_assets(Router& router) {
    router.read<ListAssets>(Action::read_assets, [](Tx& tx, Access const& access, auto const& request) {
        return list_assets(tx, access, request.query);
    });
    router.write<CreateAsset>(Action::create_asset, create_asset);
    router.read<GetAsset>(Action::read_assets, [](Tx& tx, Access const& access, auto const& request) {
        return get_asset(tx, access, request.path.id);
    });
    router.write<UpdateAsset>(Action::update_asset, update_asset);
    router.read<Lookup>(Action::read_assets, look_up);
    router.read<ListCategories>(Action::read_assets, [](Tx& tx, Access const& access, auto const&) {
        return Result<Page<Category>>{whole_page(list_categories(tx, access))};
    });
    router.read<ListRooms>(Action::read_assets, [](Tx& tx, Access const& access, auto const& request) {
        return Result<Page<Room>>{whole_page(list_rooms(tx, access, request.query.school_code))};
    });
    router.page("/g/{tag...}", open_label);
}

} // namespace schulkit
