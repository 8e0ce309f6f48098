#include "server/assets/asset_store.hpp"

#include "shared/assets/scanned_code.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

std::optional<Asset> find_by_code(Tx& tx, std::string_view code, std::string_view kind) {
    return find_row<Asset>(tx,
                           "select " + std::string{asset_columns} +
                               " from asset_codes c join assets a on a.id = c.asset_id where c.code = ?1 and c.kind = ?2",
                           code, kind);
}

Result<Done> add_code(WriteTx& tx, Id<Asset> id, std::string_view kind, std::string_view code) {
    auto const stored =
        execute(tx, "insert into asset_codes (code, kind, asset_id) values (?1, ?2, ?3)", code_key(code), kind, id);
    if (stored) return Done{};
    if (stored.error().code != "taken" && stored.error().code != "tag_of_kit") return fail(stored.error());
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "taken",
                      .fields = {{std::string{kind}, "taken", std::string{code}}}});
}

Result<Done> replace_code(WriteTx& tx, Id<Asset> id, std::string_view kind, std::string_view before,
                          std::string_view after) {
    if (code_key(before) == code_key(after)) return Done{};
    TRY(execute(tx, "delete from asset_codes where asset_id = ?1 and kind = ?2", id, kind));
    if (!after.empty()) TRY(add_code(tx, id, kind, after));
    return Done{};
}

} // namespace

std::optional<Asset> find_asset(Tx& tx, Id<Asset> id) {
    return find_row<Asset>(tx, "select " + std::string{asset_columns} + " from assets a where a.id = ?1", id);
}

std::optional<Asset> find_asset_by_tag(Tx& tx, std::string_view tag) {
    return find_by_code(tx, code_key(tag), "tag");
}

std::optional<Asset> find_asset_by_serial(Tx& tx, std::string_view serial) {
    return find_by_code(tx, code_key(serial), "serial");
}

Result<Asset> get_asset(Tx& tx, Access const& access, Id<Asset> id) {
    auto asset = find_asset(tx, id);
    if (!asset || !reaches(access, asset->school_code)) return fail(ErrorKind::not_found, "not_found");
    return std::move(*asset);
}

std::optional<Asset> find_asset_by_code(Tx& tx, Access const& access, std::string_view scanned) {
    std::string const key = code_key(scanned_code(scanned));
    if (key.empty()) return std::nullopt;
    auto const reachable = [&](std::string_view code, std::string_view kind) -> std::optional<Asset> {
        auto asset = find_by_code(tx, code, kind);
        if (asset && reaches(access, asset->school_code)) return asset;
        return std::nullopt;
    };
    for (std::string_view const kind : {"tag", "old_tag", "serial", "imei"})
        if (auto asset = reachable(key, kind)) return asset;
    // Apple prints the barcode of a serial number as "S" + serial number on its boxes
    if (key.starts_with('S') && key.size() > 8) return reachable(std::string_view{key}.substr(1), "serial");
    return std::nullopt;
}

Result<Asset> insert_asset(WriteTx& tx, Asset asset) {
    asset.version = 1;
    TRY_ASSIGN(asset.id.value,
               insert(tx,
                      "insert into assets (kind, tag, name, category, manufacturer, model, serial, status, school_code,"
                      " site_code, room, purchased_on, price_cents, notes, version)"
                      " values (:kind, :tag, :name, :category, :manufacturer, :model, :serial, :status, :school_code,"
                      " :site_code, :room, :purchased_on, :price_cents, :notes, :version)",
                      asset));
    TRY(add_code(tx, asset.id, "tag", asset.tag));
    if (asset.serial) TRY(add_code(tx, asset.id, "serial", *asset.serial));
    TRY(execute(tx, "insert into asset_texts (asset_id, text) values (?1, ?2)", asset.id, search_text(asset)));
    return asset;
}

Result<Asset> replace_asset(WriteTx& tx, Asset const& before, Asset after) {
    after.id = before.id;
    after.version = before.version + 1;
    auto const stored =
        update(tx,
               "update assets set tag = :tag, name = :name, category = :category, manufacturer = :manufacturer,"
               " model = :model, serial = :serial, status = case :status when 'on_loan' then status else :status end, school_code = :school_code,"
               " site_code = :site_code, room = :room, purchased_on = :purchased_on, price_cents = :price_cents,"
               " notes = :notes, version = :version where id = :id",
               after);
    if (!stored && stored.error().code == "in_kit") return invalid("status", "in_kit");
    TRY(stored);
    TRY(replace_code(tx, after.id, "tag", before.tag, after.tag));
    TRY(replace_code(tx, after.id, "serial", before.serial.value_or(""), after.serial.value_or("")));
    std::string const text = search_text(after);
    if (text != search_text(before))
        TRY(execute(tx, "update asset_texts set text = ?2 where asset_id = ?1", after.id, text));
    return after;
}

std::optional<std::string> find_category(Tx& tx, std::string_view name) {
    return find_row<std::string>(tx, "select name from categories where name_key = ?1", fold(name));
}

Result<std::string> ensure_category(WriteTx& tx, std::string_view name) {
    if (auto known = find_category(tx, name)) return std::move(*known);
    TRY(execute(tx, "insert into categories (name, name_key) values (?1, ?2)", name, fold(name)));
    return std::string{name};
}

std::vector<Category> list_categories(Tx& tx, Access const& access) {
    return rows<Category>(tx, "select a.category as name, count(*) as assets from assets a where a.kind = 'device' and " +
                                  reach_condition(access, "a.school_code") +
                                  " group by a.category order by a.category collate nocase");
}

bool has_room_service(Tx& tx, std::string_view school_code, std::string_view room) {
    return find_row<std::int64_t>(tx,
                                  "select id from assets where school_code = ?1 and room = ?2 and kind = 'service'"
                                  " limit 1",
                                  school_code, room)
        .has_value();
}

std::vector<Room> list_rooms(Tx& tx, Access const& access, std::string_view school_code) {
    return rows<Room>(tx,
                      "select a.school_code, a.room, sum(a.kind = 'device') as assets from assets a"
                      " where a.school_code = ?1 and a.room is not null and a.status <> 'retired' and " +
                          reach_condition(access, "a.school_code") + " group by a.school_code, a.room order by a.room",
                      school_code);
}

} // namespace schulkit
