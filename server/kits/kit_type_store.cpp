#include "server/kits/kit_type_store.hpp"

#include "server/db/cursor.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

constexpr std::array<std::string_view, 1> kit_type_sorts = {"name"};

constexpr std::string_view select_kit_types =
    "select t.id, t.name, t.description, t.offered, t.version,"
    " (select count(*) from kits k where k.kit_type_id = t.id and k.dissolved_on is null) as kits from kit_types t";

KitType with_lines(Tx& tx, KitType type) {
    type.slots = rows<KitTypeSlot>(
        tx, "select label, category, model, quantity from kit_type_slots where kit_type_id = ?1 order by position", type.id);
    type.accessories = rows<KitTypeAccessory>(
        tx, "select label, quantity from kit_type_accessories where kit_type_id = ?1 order by position", type.id);
    type.apps = rows<KitTypeApp>(
        tx, "select name, licences, privacy_released_on, privacy_released_until from kit_type_apps where kit_type_id = ?1"
            " order by position",
        type.id);
    return type;
}

Result<Done> insert_lines(WriteTx& tx, KitType const& type) {
    for (std::size_t i = 0; i < type.slots.size(); ++i) {
        KitTypeSlot const& line = type.slots[i];
        TRY(execute(tx,
                    "insert into kit_type_slots (kit_type_id, position, label, category, model, quantity)"
                    " values (?1, ?2, ?3, ?4, ?5, ?6)",
                    type.id, static_cast<std::int64_t>(i), line.label, line.category, line.model, line.quantity));
    }
    for (std::size_t i = 0; i < type.accessories.size(); ++i)
        TRY(execute(tx, "insert into kit_type_accessories (kit_type_id, position, label, quantity) values (?1, ?2, ?3, ?4)",
                    type.id, static_cast<std::int64_t>(i), type.accessories[i].label, type.accessories[i].quantity));
    for (std::size_t i = 0; i < type.apps.size(); ++i)
        TRY(execute(tx,
                    "insert into kit_type_apps (kit_type_id, position, name, licences, privacy_released_on,"
                    " privacy_released_until) values (?1, ?2, ?3, ?4, ?5, ?6)",
                    type.id, static_cast<std::int64_t>(i), type.apps[i].name, type.apps[i].licences,
                    type.apps[i].privacy_released_on, type.apps[i].privacy_released_until));
    return Done{};
}

Result<Done> name_is_free(Result<std::int64_t> const& stored) {
    if (stored) return Done{};
    Error error = stored.error();
    if (error.code == "taken") error.fields = {{"name", "taken", {}}};
    return fail(std::move(error));
}

} // namespace

std::optional<KitType> find_kit_type(Tx& tx, Id<KitType> id) {
    std::string sql{select_kit_types}; // in two steps: g++ 12 warns of the sum at -O2 (GCC bug 105329)
    sql += " where t.id = ?1";
    auto type = find_row<KitType>(tx, sql, id);
    if (!type) return std::nullopt;
    return with_lines(tx, std::move(*type));
}

Result<KitType> get_kit_type(Tx& tx, Id<KitType> id) {
    auto type = find_kit_type(tx, id);
    if (!type) return fail(ErrorKind::not_found, "not_found");
    return std::move(*type);
}

Result<Page<KitType>> list_kit_types(Tx& tx, KitTypeQuery const& query) {
    TRY(check_limit(query.limit));
    TRY_ASSIGN(Sort const sort, parse_sort(query.sort, kit_type_sorts));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, query.sort));
    // a county has tens of types: the words are compared here, where umlauts are folded as everywhere
    std::vector<KitType> all =
        rows<KitType>(tx, std::string{select_kit_types} + " order by t.name_key" + (sort.descending ? " desc" : ""));
    Page<KitType> page;
    bool past_cursor = !cursor.has_value();
    for (KitType& type : all) {
        if (query.q && fold(type.name).find(fold(*query.q)) == std::string::npos) continue;
        ++page.total;
        if (past_cursor && page.items.size() == static_cast<std::size_t>(query.limit) && !page.next_cursor)
            page.next_cursor = encode_cursor(query.sort, {.id = page.items.back().id.value});
        else if (past_cursor && !page.next_cursor)
            page.items.push_back(with_lines(tx, type));
        if (cursor && type.id.value == cursor->id) past_cursor = true;
    }
    return page;
}

Result<KitType> insert_kit_type(WriteTx& tx, KitType type) {
    {
        Statement s = tx.prepare("insert into kit_types (name, name_key, description, offered) values (?1, ?2, ?3, ?4)");
        bind_all(s, type.name, fold(type.name), type.description, type.offered);
        TRY(name_is_free(s.run()));
        type.id.value = s.last_insert_id();
    }
    TRY(insert_lines(tx, type));
    return type;
}

Result<KitType> replace_kit_type(WriteTx& tx, KitType type) {
    TRY(name_is_free(execute(tx,
                             "update kit_types set name = ?2, name_key = ?3, description = ?4, offered = ?5,"
                             " version = version + 1 where id = ?1",
                             type.id, type.name, fold(type.name), type.description, type.offered)));
    ++type.version;
    TRY(execute(tx, "delete from kit_type_slots where kit_type_id = ?1", type.id));
    TRY(execute(tx, "delete from kit_type_accessories where kit_type_id = ?1", type.id));
    TRY(execute(tx, "delete from kit_type_apps where kit_type_id = ?1", type.id));
    TRY(insert_lines(tx, type));
    return type;
}

} // namespace schulkit
