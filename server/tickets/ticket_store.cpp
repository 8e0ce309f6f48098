#include "server/tickets/ticket_store.hpp"

#include "server/db/cursor.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

constexpr std::array<std::string_view, 2> ticket_sorts = {"created_at", "updated_at"};

constexpr std::string_view ticket_columns =
    " t.school_code, t.title, t.description, t.status, w.username as assignee, r.username as reporter, t.channel,"
    " t.version, t.created_at, t.updated_at from tickets t join assets a on a.id = t.asset_id"
    " left join kits k on k.id = t.kit_id left join loans l on l.id = t.loan_id"
    " left join loan_requests q on q.id = l.request_id left join schools ls on ls.id = q.school_id"
    " left join people w on w.id = t.assignee left join people r on r.id = t.reporter";

/// The device may have left the school since the report: who does not reach it where it is now does not see its name
/// and place there.
std::string seen_condition(Access const& access) {
    return "(a.school_code is t.school_code or " + reach_condition(access, "a.school_code") + ")";
}

std::string select_tickets(Access const& access) {
    std::string const seen = seen_condition(access);
    // a kit's loan is told to its school and to whoever reaches that
    std::string const of_kit = "(ls.code is null or ls.code is t.school_code or " + reach_condition(access, "ls.code") + ")";
    return "select t.id, t.asset_id, a.tag as asset_tag, case when " + seen +
           " then a.name else a.tag end as asset_name, case when " + seen + " then a.room end as room, case when " + of_kit +
           " then t.kit_id end as kit_id, case when " + of_kit + " then k.tag end as kit_tag, case when " + of_kit +
           " then t.loan_id end as loan_id," + std::string{ticket_columns};
}

/// "%" and "_" of the text are meant as they stand.
std::string like_anywhere(std::string_view text) {
    std::string pattern = "%";
    for (char const c : text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

struct Filters {
    std::string sql;
    std::string like;
    TicketQuery const& query;
    Id<Person> me;

    void bind(Statement& s) const {
        bind_fields(s, query);
        if (int const i = s.index_of("like")) bind_value(s, i, like);
        if (int const i = s.index_of("me")) bind_value(s, i, me);
    }
};

Filters filters_of(Access const& access, TicketQuery const& query) {
    std::string sql = " where " + reach_condition(access, "t.school_code");
    if (query.school_code) sql += " and t.school_code = :school_code";
    if (query.status) sql += " and t.status = :status";
    if (query.progress == TicketProgress::open) sql += " and t.status in ('new', 'accepted', 'waiting')";
    if (query.progress == TicketProgress::done) sql += " and t.status in ('resolved', 'closed')";
    if (query.asset_id) sql += " and t.asset_id = :asset_id";
    if (query.reported_by_me) sql += " and t.reporter = :me";
    if (query.assigned_to_me) sql += " and t.assignee = :me";
    std::string const folded = fold(query.q.value_or(""));
    if (!folded.empty())
        sql += " and (t.search_text like :like escape '\\' or exists (select 1 from asset_texts x"
               " join assets a on a.id = x.asset_id where x.asset_id = t.asset_id and x.text like :like escape '\\'"
               " and " + seen_condition(access) + "))";
    return {std::move(sql), like_anywhere(folded), query, access.person};
}

} // namespace

Result<Ticket> get_ticket(Tx& tx, Access const& access, Id<Ticket> id) {
    auto ticket = find_row<Ticket>(tx, select_tickets(access) + " where t.id = ?1", id);
    if (!ticket || !reaches(access, ticket->school_code)) return fail(ErrorKind::not_found, "not_found");
    return std::move(*ticket);
}

Result<Page<Ticket>> list_tickets(Tx& tx, Access const& access, TicketQuery const& query) {
    TRY(check_limit(query.limit));
    TRY_ASSIGN(Sort const sort, parse_sort(query.sort, ticket_sorts));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, query.sort));

    Filters const filters = filters_of(access, query);
    Page<Ticket> page;
    {
        Statement s = tx.prepare("select count(*) from (select 1 from tickets t" + filters.sql + " limit " +
                                 std::to_string(count_bound + 1) + ")");
        filters.bind(s);
        s.step();
        page.total_is_exact = s.integer(0) <= count_bound;
        page.total = page.total_is_exact ? s.integer(0) : count_bound;
    }
    std::string const order = "t." + std::string{sort.field};
    char const* const direction = sort.descending ? " desc" : "";
    std::string sql = select_tickets(access) + filters.sql;
    if (cursor) sql += " and (" + order + ", t.id) " + (sort.descending ? "<" : ">") + " (:after_value, :after_id)";
    sql += " order by " + order + direction + ", t.id" + direction + " limit :rows";
    Statement s = tx.prepare(sql);
    filters.bind(s);
    if (cursor) {
        auto const moment = parse_rfc3339(cursor->value);
        if (!moment) return invalid("cursor", "bad_cursor");
        bind_value(s, s.index_of("after_value"), *moment);
        bind_value(s, s.index_of("after_id"), cursor->id);
    }
    bind_value(s, s.index_of("rows"), query.limit + 1);
    while (s.step()) page.items.push_back(read_row<Ticket>(s));
    if (page.items.size() > static_cast<std::size_t>(query.limit)) {
        page.items.pop_back();
        Ticket const& last = page.items.back();
        Instant const value = sort.field == "updated_at" ? last.updated_at : last.created_at;
        page.next_cursor = encode_cursor(query.sort, {.value = to_rfc3339(value), .id = last.id.value});
    }
    return page;
}

std::vector<TicketComment> list_ticket_comments(Tx& tx, Id<Ticket> id) {
    return rows<TicketComment>(tx,
                               "select c.id, c.ticket_id, p.username as author, c.text, c.created_at"
                               " from ticket_comments c left join people p on p.id = c.author"
                               " where c.ticket_id = ?1 order by c.id",
                               id);
}

std::vector<AttachedFile> list_ticket_attachments(Tx& tx, Id<Ticket> id) {
    return rows<AttachedFile>(tx,
                              "select t.position, t.sha256, t.name, a.media_type, a.size from ticket_attachments t"
                              " join attachments a on a.sha256 = t.sha256 where t.ticket_id = ?1 order by t.position",
                              id);
}

std::optional<AttachedFile> find_ticket_attachment(Tx& tx, Id<Ticket> id, std::int64_t position) {
    return find_row<AttachedFile>(tx,
                                  "select t.position, t.sha256, t.name, a.media_type, a.size from ticket_attachments t"
                                  " join attachments a on a.sha256 = t.sha256"
                                  " where t.ticket_id = ?1 and t.position = ?2",
                                  id, position);
}

Result<Done> insert_ticket_attachment(WriteTx& tx, Id<Ticket> id, AttachedFile const& file) {
    TRY(execute(tx, "insert into ticket_attachments (ticket_id, position, sha256, name) values (?1, ?2, ?3, ?4)", id,
                file.position, file.sha256, file.name));
    return Done{};
}

namespace {

TicketOrigin origin_of(Statement s) {
    TicketOrigin origin;
    if (!s.step()) return origin;
    if (!s.is_null(0)) origin.kit = Id<Kit>{s.integer(0)};
    if (!s.is_null(1)) origin.loan = Id<Loan>{s.integer(1)};
    return origin;
}

} // namespace

TicketOrigin find_origin(Tx& tx, Id<Asset> asset) {
    Statement s = tx.prepare("select coalesce(l.kit_id, s.kit_id), i.loan_id from assets a"
                             " left join loan_items i on i.asset_id = a.id and i.settled_as is null"
                             " left join loans l on l.id = i.loan_id left join kit_slots s on s.asset_id = a.id where a.id = ?1");
    bind_all(s, asset);
    return origin_of(std::move(s));
}

TicketOrigin find_origin(Tx& tx, Id<Asset> asset, Date const& on) {
    Statement s = tx.prepare("select coalesce(l.kit_id, s.kit_id), i.loan_id from assets a"
                             " left join loan_items i on i.id = (select max(o.id) from loan_items o where o.asset_id = a.id"
                             "  and o.given_on <= ?2 and coalesce(o.came_back_on, ?2) >= ?2)"
                             " left join loans l on l.id = i.loan_id left join kit_slots s on s.asset_id = a.id where a.id = ?1");
    bind_all(s, asset, on);
    return origin_of(std::move(s));
}

Result<Done> set_origin(WriteTx& tx, Id<Ticket> ticket, TicketOrigin const& origin) {
    TRY(execute(tx, "update tickets set kit_id = ?2, loan_id = ?3 where id = ?1", ticket, origin.kit, origin.loan));
    return Done{};
}

Result<Id<Ticket>> insert_ticket(WriteTx& tx, Ticket const& ticket, TicketPeople const& people, TicketOrigin const& origin) {
    Statement s = tx.prepare(
        "insert into tickets (asset_id, school_code, title, description, status, assignee, reporter, channel, version,"
        " created_at, updated_at, search_text, kit_id, loan_id, session_id)"
        " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9, ?9, ?10, ?11, ?12, ?13)");
    bind_all(s, ticket.asset_id, ticket.school_code, ticket.title, ticket.description, ticket.status, people.assignee,
             people.reporter, ticket.channel, tx.now(), search_text(ticket), origin.kit, origin.loan, origin.session);
    TRY(s.run());
    return Id<Ticket>{s.last_insert_id()};
}

Result<Done> replace_ticket(WriteTx& tx, Ticket const& ticket, Id<Person> assignee) {
    TRY(execute(tx,
                "update tickets set asset_id = ?2, title = ?3, description = ?4, status = ?5, assignee = ?6,"
                " channel = ?7, version = version + 1, updated_at = ?8, search_text = ?9 where id = ?1",
                ticket.id, ticket.asset_id, ticket.title, ticket.description, ticket.status, assignee, ticket.channel,
                tx.now(), search_text(ticket)));
    return Done{};
}

Result<Id<TicketComment>> insert_ticket_comment(WriteTx& tx, TicketComment const& comment, Id<Person> author) {
    Id<TicketComment> id;
    {
        Statement s = tx.prepare(
            "insert into ticket_comments (ticket_id, author, text, created_at) values (?1, ?2, ?3, ?4)");
        bind_all(s, comment.ticket_id, author, comment.text, tx.now());
        TRY(s.run());
        id.value = s.last_insert_id();
    }
    TRY(execute(tx, "update tickets set updated_at = ?2 where id = ?1", comment.ticket_id, tx.now()));
    return id;
}

} // namespace schulkit
