#include "server/assets/asset_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/schools/school_store.hpp"
#include "shared/core/text.hpp"
#include "shared/core/validate.hpp"

#include <algorithm>

namespace schulkit {
namespace {

struct Service {
    std::string_view suffix;
    std::string_view name;
};
constexpr std::array school_services = {
    Service{"INTERNET", "Internetanschluss"}, Service{"WLAN", "WLAN"},
    Service{"VERWALTUNG", "Schulverwaltung (IServ, Office 365)"}, Service{"KONTEN", "Benutzerkonten"},
    Service{"OHNE", "Gerät ohne Etikett"}};
constexpr std::string_view service_category = "Dienst";
constexpr std::string_view room_category = "Raum";

/// The school as stored ("gym-03" → "GYM-03") and one of its sites.
Result<Done> resolve_place(Tx& tx, Asset& asset) {
    if (!asset.school_code) return Done{};
    auto const school = find_school(tx, *asset.school_code);
    if (!school) return invalid({FieldError{"school_code", "unknown_school", *asset.school_code}});
    asset.school_code = school->code;
    if (!asset.site_code) return Done{};
    auto const site = std::find_if(school->sites.begin(), school->sites.end(),
                                   [&](Site const& s) { return fold(s.code) == fold(*asset.site_code); });
    if (site == school->sites.end()) return invalid({FieldError{"site_code", "unknown_site", *asset.site_code}});
    asset.site_code = site->code;
    return Done{};
}

Result<Asset> prepared(WriteTx& tx, Asset asset) {
    normalize(asset);
    if (auto errors = validate(asset); !errors.empty()) return invalid(std::move(errors));
    TRY(resolve_place(tx, asset));
    TRY_ASSIGN(asset.category, ensure_category(tx, asset.category));
    return asset;
}

Result<Done> add_service(WriteTx& tx, Asset service) {
    if (find_asset_by_tag(tx, service.tag)) return Done{};
    TRY_ASSIGN(service.category, ensure_category(tx, service.category));
    TRY_ASSIGN(Asset const stored, insert_asset(tx, std::move(service)));
    TRY(record_created(tx, "create", stored.id.value, stored.school_code, stored));
    return Done{};
}

/// Each room takes tickets, also for what has no label in it.
Result<Done> ensure_room_service(WriteTx& tx, Asset const& asset) {
    if (!asset.school_code || !asset.room || asset.kind == AssetKind::service) return Done{};
    if (has_room_service(tx, *asset.school_code, *asset.room)) return Done{};
    std::string tag = *asset.school_code + "-R-" + code_key(*asset.room);
    if (count_characters(tag) > 40) return Done{}; // so long a name is a remark, not a room
    return add_service(tx, {.kind = AssetKind::service,
                            .tag = std::move(tag),
                            .name = "Raum " + *asset.room,
                            .category = std::string{room_category},
                            .status = AssetStatus::in_use,
                            .school_code = asset.school_code,
                            .room = asset.room});
}

} // namespace

Result<Asset> add_asset(WriteTx& tx, Asset asset, std::string_view action) {
    if (asset.status == AssetStatus::on_loan) return invalid("status", "on_loan_follows_from_loan");
    TRY_ASSIGN(asset, prepared(tx, std::move(asset)));
    TRY_ASSIGN(Asset stored, insert_asset(tx, std::move(asset)));
    TRY(ensure_room_service(tx, stored));
    TRY(record_created(tx, action, stored.id.value, stored.school_code, stored));
    return stored;
}

Result<Asset> change_asset(WriteTx& tx, Asset const& before, Asset after, std::string_view action) {
    bool const lends = after.status == AssetStatus::on_loan && before.status != AssetStatus::on_loan;
    // a lent device may break or get lost, what is more urgent is shown; it does not come back by being changed
    bool const ends_loan = before.status == AssetStatus::on_loan &&
                           (after.status == AssetStatus::in_stock || after.status == AssetStatus::in_use);
    if (lends || ends_loan) return invalid("status", "on_loan_follows_from_loan");
    TRY_ASSIGN(after, prepared(tx, std::move(after)));
    after.id = before.id;
    after.kind = before.kind;
    after.version = before.version;
    if (after == before) return before;
    TRY_ASSIGN(Asset stored, replace_asset(tx, before, std::move(after)));
    TRY(ensure_room_service(tx, stored));
    TRY(record_changed(tx, action, stored.id.value, stored.school_code, before, stored));
    return stored;
}

Result<Done> add_school_services(WriteTx& tx, std::string const& school_code) {
    for (Service const& service : school_services)
        TRY(add_service(tx, {.kind = AssetKind::service,
                             .tag = school_code + '-' + std::string{service.suffix},
                             .name = std::string{service.name},
                             .category = std::string{service_category},
                             .status = AssetStatus::in_use,
                             .school_code = school_code}));
    return Done{};
}

} // namespace schulkit
