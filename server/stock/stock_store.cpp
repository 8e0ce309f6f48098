#include "server/stock/stock_store.hpp"

#include "server/db/cursor.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

constexpr std::string_view select_stock =
    "select l.id, l.store_id, s.name as store_name, l.label, l.quantity, l.minimum, max(l.minimum - l.quantity, 0) as to_order,"
    " l.version from stock_lines l join stores s on s.id = l.store_id";

constexpr std::string_view select_moves =
    "select m.id, m.kind, m.stock_line_id, s.name as store_name, m.kit_id, k.tag as kit_tag, m.label, m.stock_change,"
    " m.kit_change, m.loan_id, m.note, p.username as moved_by, m.moved_at from stock_moves m"
    " left join stock_lines l on l.id = m.stock_line_id left join stores s on s.id = l.store_id"
    " left join kits k on k.id = m.kit_id left join people p on p.id = m.moved_by";

/// Found twice by its folded words, told on the field that a person knows.
Error named(Error error, std::string_view field) {
    if (error.code == "taken") error.fields = {{std::string{field}, "taken", {}}};
    return error;
}

std::string stock_sql(std::string_view rest) {
    std::string sql{select_stock};
    sql += rest;
    return sql;
}

} // namespace

std::vector<Store> list_stores(Tx& tx) { return rows<Store>(tx, "select id, name, version from stores order by name_key"); }

std::optional<Store> find_store(Tx& tx, Id<Store> id) {
    return find_row<Store>(tx, "select id, name, version from stores where id = ?1", id);
}

Result<Id<Store>> insert_store(WriteTx& tx, Store const& store) {
    Statement s = tx.prepare("insert into stores (name, name_key) values (?1, ?2)");
    bind_all(s, store.name, fold(store.name));
    if (auto stored = s.run(); !stored) return fail(named(std::move(stored).error(), "name"));
    return Id<Store>{s.last_insert_id()};
}

Result<Done> replace_store(WriteTx& tx, Store const& store) {
    auto const stored = execute(tx, "update stores set name = ?2, name_key = ?3, version = version + 1 where id = ?1", store.id,
                                store.name, fold(store.name));
    if (!stored) return fail(named(stored.error(), "name"));
    return Done{};
}

std::vector<StockLine> list_stock(Tx& tx, StockQuery const& query) {
    std::string rest = " where true";
    if (query.store_id) rest += " and l.store_id = :store_id";
    if (query.below_minimum) rest += " and l.quantity < l.minimum";
    rest += " order by s.name_key, l.label_key, l.id";
    Statement s = tx.prepare(stock_sql(rest));
    bind_fields(s, query);
    std::vector<StockLine> lines;
    while (s.step()) lines.push_back(read_row<StockLine>(s));
    return lines;
}

std::optional<StockLine> find_stock_line(Tx& tx, Id<StockLine> id) {
    return find_row<StockLine>(tx, stock_sql(" where l.id = ?1"), id);
}

std::optional<StockLine> find_stock_line(Tx& tx, Id<Store> store, std::string_view label) {
    return find_row<StockLine>(tx, stock_sql(" where l.store_id = ?1 and l.label_key = ?2"), store, fold(label));
}

Result<Id<StockLine>> insert_stock_line(WriteTx& tx, StockLine const& line) {
    Statement s = tx.prepare("insert into stock_lines (store_id, label, label_key, minimum) values (?1, ?2, ?3, ?4)");
    bind_all(s, line.store_id, line.label, fold(line.label), line.minimum);
    if (auto stored = s.run(); !stored) return fail(named(std::move(stored).error(), "label"));
    return Id<StockLine>{s.last_insert_id()};
}

Result<Done> set_minimum(WriteTx& tx, Id<StockLine> id, std::int64_t minimum) {
    TRY(execute(tx, "update stock_lines set minimum = ?2, version = version + 1 where id = ?1", id, minimum));
    return Done{};
}

Result<Page<StockMove>> list_moves(Tx& tx, Access const& access, StockMoveQuery const& query) {
    TRY(check_limit(query.limit));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, "-id"));
    std::string where = " where true";
    if (query.stock_line_id) where += " and m.stock_line_id = :stock_line_id";
    if (query.kit_id) where += " and m.kit_id = :kit_id";
    Page<StockMove> page;
    {
        Statement s = tx.prepare("select count(*) from stock_moves m" + where);
        bind_fields(s, query);
        s.step();
        page.total = s.integer(0);
    }
    std::string sql{select_moves};
    sql += where;
    if (cursor) sql += " and m.id < :before_id";
    sql += " order by m.id desc limit :rows";
    Statement s = tx.prepare(sql);
    bind_fields(s, query);
    if (cursor) bind_value(s, s.index_of("before_id"), cursor->id);
    bind_value(s, s.index_of("rows"), query.limit + 1);
    while (s.step()) {
        if (page.items.size() == static_cast<std::size_t>(query.limit)) {
            page.next_cursor = encode_cursor("-id", {.id = page.items.back().id.value});
            break;
        }
        page.items.push_back(read_row<StockMove>(s));
        if (access.role == Role::auditor) page.items.back().moved_by.reset();
    }
    return page;
}

std::optional<StockMove> find_move(Tx& tx, Id<StockMove> id) {
    std::string sql{select_moves};
    sql += " where m.id = ?1";
    return find_row<StockMove>(tx, sql, id);
}

Result<Id<StockMove>> insert_move(WriteTx& tx, StockMove const& move) {
    Statement s = tx.prepare("insert into stock_moves (kind, stock_line_id, kit_id, label, stock_change, kit_change, loan_id, note,"
                             " moved_by, moved_at) values (:kind, :stock_line_id, :kit_id, :label, :stock_change, :kit_change,"
                             " :loan_id, :note, :by, :at)");
    bind_fields(s, move);
    bind_value(s, s.index_of("by"), tx.actor());
    bind_value(s, s.index_of("at"), tx.now());
    TRY(s.run());
    return Id<StockMove>{s.last_insert_id()};
}

} // namespace schulkit
