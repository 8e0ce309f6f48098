#pragma once
// All SQL about single assets and their codes. Changing goes through asset_changes.hpp, which adds the
// rules and the log.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/assets/asset_api.hpp"

namespace schulkit {

/// Of "assets a", for an Asset. The status is the one that is shown: "on_loan" follows from the loan of the kit.
inline constexpr std::string_view asset_columns =
    "a.id, a.kind, a.tag, a.name, a.category, a.manufacturer, a.model, a.serial, a.shown_status as status, a.school_code,"
    " a.site_code, a.room, a.purchased_on, a.price_cents, a.notes, a.version";

std::optional<Asset> find_asset(Tx& tx, Id<Asset> id);
/// By its tag as code_key(); no other code.
std::optional<Asset> find_asset_by_tag(Tx& tx, std::string_view tag);
std::optional<Asset> find_asset_by_serial(Tx& tx, std::string_view serial);
/// Error: not_found, also for what lies beyond the caller's scope.
Result<Asset> get_asset(Tx& tx, Access const& access, Id<Asset> id);

/// Whatever a scan can mean, in this order: the exact tag, the tag in other capitals, an old tag, a serial
/// number (also with the S of Apple's boxes), an IMEI; also as a label's address of any host.
/// Only what `access` reaches.
std::optional<Asset> find_asset_by_code(Tx& tx, Access const& access, std::string_view code);

/// Stores a row and what finds it. Error: 409 "taken" on tag or serial.
Result<Asset> insert_asset(WriteTx& tx, Asset asset);
/// The version grows by one. A status of on_loan leaves the asset's own as it is. Errors as above; 422 "in_kit" on status for a device that is retired while it sits in one.
Result<Asset> replace_asset(WriteTx& tx, Asset const& before, Asset after);

/// The stored spelling of a category, made if it is new.
Result<std::string> ensure_category(WriteTx& tx, std::string_view name);
std::optional<std::string> find_category(Tx& tx, std::string_view name);
std::vector<Category> list_categories(Tx& tx, Access const& access);
bool has_room_service(Tx& tx, std::string_view school_code, std::string_view room);
std::vector<Room> list_rooms(Tx& tx, Access const& access, std::string_view school_code);

} // namespace schulkit
