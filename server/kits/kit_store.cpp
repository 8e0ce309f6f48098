#include "server/kits/kit_store.hpp"

#include "server/db/cursor.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

constexpr std::string_view select_kits =
    "select k.id, k.tag, k.name, k.kit_type_id, t.name as kit_type_name, k.delivered_on, k.notes, c.condition, c.missing,"
    " c.ready, k.dissolved_on, k.merged_into_id, o.tag as merged_into_tag, k.version from kits k"
    " join kit_types t on t.id = k.kit_type_id join kit_conditions c on c.kit_id = k.id"
    " left join kits o on o.id = k.merged_into_id";

Kit with_contents(Tx& tx, Kit kit) {
    kit.slots = rows<KitSlot>(
        tx,
        "select s.slot, s.label, s.category, s.model, s.asset_id, a.tag as asset_tag, a.name as asset_name,"
        " a.shown_status as asset_status,"
        " (select min(t.id) from tickets t where t.asset_id = s.asset_id and t.status in ('new', 'accepted', 'waiting'))"
        " as open_ticket_id from kit_slots s left join assets a on a.id = s.asset_id where s.kit_id = ?1 order by s.slot",
        kit.id);
    kit.accessories = rows<KitAccessory>(
        tx, "select label, expected, quantity from kit_accessories where kit_id = ?1 order by position", kit.id);
    kit.checks = rows<KitCheck>(tx,
                                "select c.item, p.username, c.checked_at as at from kit_checks c"
                                " left join people p on p.id = c.checked_by where c.kit_id = ?1 order by c.checked_at, c.item",
                                kit.id);
    return kit;
}

std::string search_text(Kit const& kit) { return fold(kit.tag + ' ' + kit.name); }

/// A scan means one thing: the tag is neither another kit's nor an asset's.
Error tag_error(Error error) {
    if (error.code != "taken" && error.code != "tag_of_asset") return error;
    error.fields = {{"tag", "taken", {}}};
    error.code = "taken";
    return error;
}

} // namespace

std::optional<Kit> find_kit(Tx& tx, Id<Kit> id) {
    auto kit = find_row<Kit>(tx, std::string{select_kits} + " where k.id = ?1", id);
    if (!kit) return std::nullopt;
    return with_contents(tx, std::move(*kit));
}

std::optional<KitName> find_kit_by_tag(Tx& tx, std::string_view tag) {
    return find_row<KitName>(tx, "select id, tag, name from kits where tag_key = ?1", code_key(tag));
}

Result<Kit> get_kit(Tx& tx, Id<Kit> id) {
    auto kit = find_kit(tx, id);
    if (!kit) return fail(ErrorKind::not_found, "not_found");
    return std::move(*kit);
}

Result<Page<KitSummary>> list_kits(Tx& tx, KitQuery const& query) {
    TRY(check_limit(query.limit));
    TRY_ASSIGN(Sort const sort, parse_sort(query.sort, kit_sorts));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, query.sort));

    std::string where = query.dissolved ? " where k.dissolved_on is not null" : " where k.dissolved_on is null";
    if (query.kit_type_id) where += " and k.kit_type_id = :kit_type_id";
    if (query.condition) where += " and c.condition = :condition";
    std::string const words = fold(query.q.value_or(""));
    if (!words.empty()) where += " and instr(k.search_text, :words) > 0";
    auto const bind = [&](Statement& s) {
        bind_fields(s, query);
        if (int const i = s.index_of("words")) bind_value(s, i, words);
    };

    Page<KitSummary> page;
    {
        Statement s = tx.prepare("select count(*) from kits k join kit_conditions c on c.kit_id = k.id" + where);
        bind(s);
        s.step();
        page.total = s.integer(0);
    }
    std::string const order = (sort.field == "name" ? "k.name" : "k.tag") + std::string{" collate nocase"};
    char const* const direction = sort.descending ? " desc" : "";
    std::string sql = std::string{select_kits} + where;
    if (cursor) sql += " and (" + order + ", k.id) " + (sort.descending ? "<" : ">") + " (:after_value, :after_id)";
    sql += " order by " + order + direction + ", k.id" + direction + " limit :rows";
    Statement s = tx.prepare(sql);
    bind(s);
    if (cursor) {
        bind_value(s, s.index_of("after_value"), cursor->value);
        bind_value(s, s.index_of("after_id"), cursor->id);
    }
    bind_value(s, s.index_of("rows"), query.limit + 1);
    while (s.step()) page.items.push_back(read_row<KitSummary>(s));
    if (page.items.size() > static_cast<std::size_t>(query.limit)) {
        page.items.pop_back();
        KitSummary const& last = page.items.back();
        page.next_cursor =
            encode_cursor(query.sort, {.value = sort.field == "name" ? last.name : last.tag, .id = last.id.value});
    }
    return page;
}

std::optional<KitPlace> find_place(Tx& tx, Id<Asset> asset) {
    Statement s = tx.prepare(
        "select k.id, k.tag, k.name, s.slot from kit_slots s join kits k on k.id = s.kit_id where s.asset_id = ?1");
    bind_all(s, asset);
    if (!s.step()) return std::nullopt;
    return KitPlace{.kit = read_row<KitName>(s), .slot = s.integer(3)};
}

Result<Id<Kit>> insert_kit(WriteTx& tx, Kit const& kit) {
    Id<Kit> id;
    {
        Statement s = tx.prepare("insert into kits (tag, tag_key, name, kit_type_id, delivered_on, notes, search_text)"
                                 " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        bind_all(s, kit.tag, code_key(kit.tag), kit.name, kit.kit_type_id, kit.delivered_on, kit.notes, search_text(kit));
        if (auto stored = s.run(); !stored) return fail(tag_error(std::move(stored).error()));
        id.value = s.last_insert_id();
    }
    for (KitSlot const& slot : kit.slots)
        TRY(execute(tx, "insert into kit_slots (kit_id, slot, label, category, model) values (?1, ?2, ?3, ?4, ?5)", id,
                    slot.slot, slot.label, slot.category, slot.model));
    for (std::size_t i = 0; i < kit.accessories.size(); ++i)
        TRY(execute(tx,
                    "insert into kit_accessories (kit_id, position, label, expected, quantity) values (?1, ?2, ?3, ?4, ?5)",
                    id, static_cast<std::int64_t>(i), kit.accessories[i].label, kit.accessories[i].expected,
                    kit.accessories[i].quantity));
    return id;
}

Result<Done> replace_kit(WriteTx& tx, Kit const& kit) {
    auto const stored = execute(tx,
                                "update kits set tag = ?2, tag_key = ?3, name = ?4, delivered_on = ?5, notes = ?6,"
                                " search_text = ?7, version = version + 1 where id = ?1",
                                kit.id, kit.tag, code_key(kit.tag), kit.name, kit.delivered_on, kit.notes,
                                search_text(kit));
    if (!stored) return fail(tag_error(stored.error()));
    return Done{};
}

Result<Done> touch_kit(WriteTx& tx, Id<Kit> kit) {
    TRY(execute(tx, "update kits set version = version + 1 where id = ?1", kit));
    return Done{};
}

Result<Done> fill_slot(WriteTx& tx, Id<Kit> kit, std::int64_t slot, Id<Asset> asset) {
    TRY(execute(tx, "update kit_slots set asset_id = ?3 where kit_id = ?1 and slot = ?2", kit, slot, asset));
    return Done{};
}

Result<Done> add_slot(WriteTx& tx, Id<Kit> kit, KitSlot const& slot) {
    TRY(execute(tx, "insert into kit_slots (kit_id, slot, label, category, model) values (?1, ?2, ?3, ?4, ?5)", kit, slot.slot,
                slot.label, slot.category, slot.model));
    return Done{};
}

Result<Done> remove_slot(WriteTx& tx, Id<Kit> kit, std::int64_t slot) {
    TRY(execute(tx, "delete from kit_slots where kit_id = ?1 and slot = ?2", kit, slot));
    return Done{};
}

Result<Done> add_accessory(WriteTx& tx, Id<Kit> kit, KitAccessory const& accessory) {
    TRY(execute(tx,
                "insert into kit_accessories (kit_id, position, label, expected, quantity)"
                " select ?1, coalesce(max(position), -1) + 1, ?2, ?3, 0 from kit_accessories where kit_id = ?1",
                kit, accessory.label, accessory.expected));
    return Done{};
}

Result<Done> expect_accessory(WriteTx& tx, Id<Kit> kit, std::string_view label, std::int64_t expected) {
    TRY(execute(tx, "update kit_accessories set expected = ?3 where kit_id = ?1 and label = ?2", kit, label, expected));
    return Done{};
}

Result<Done> dissolve_kit(WriteTx& tx, Id<Kit> kit, Id<Kit> into) {
    TRY(execute(tx, "update kits set dissolved_on = ?2, merged_into_id = ?3, version = version + 1 where id = ?1", kit, tx.today(),
                into));
    return Done{};
}

Result<Done> check_item(WriteTx& tx, Id<Kit> kit, KitCheckItem item, Id<Person> by) {
    TRY(execute(tx, "insert into kit_checks (kit_id, item, checked_by, checked_at) values (?1, ?2, ?3, ?4)", kit, item, by,
                tx.now()));
    return Done{};
}

Result<Done> uncheck_item(WriteTx& tx, Id<Kit> kit, KitCheckItem item) {
    TRY(execute(tx, "delete from kit_checks where kit_id = ?1 and item = ?2", kit, item));
    return Done{};
}

} // namespace schulkit
