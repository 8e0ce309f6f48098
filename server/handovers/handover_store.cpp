#include "server/handovers/handover_store.hpp"

#include "server/db/cursor.hpp"

namespace schulkit {
namespace {

constexpr std::string_view select_sessions =
    "select h.id, h.kind, h.state, h.school_id, s.code as school_code, s.name as school_name, b.username as started_by,"
    " h.started_at, e.username as ended_by, h.ended_at, h.signer_name, h.signer_function, h.on_behalf,"
    " h.county_signer_name, h.county_signer_function, h.county_on_behalf,"
    " exists (select 1 from pending_papers w where w.session_id = h.id) as signature_pending, h.seal_number, h.notes,"
    " h.version from handover_sessions h join schools s on s.id = h.school_id"
    " left join people b on b.id = h.started_by left join people e on e.id = h.ended_by";

/// A handover expects what the kit has, and the accessories of its plan; a return expects what the school was given and has
/// not given back before, a check also what was scanned at the collection.
constexpr std::string_view slots_of_handover =
    "select l.loan_id, k.slot, k.label, k.asset_id, a.tag as asset_tag, a.name as asset_name, p.username as scanned_by,"
    " c.scanned_at, c.note,"
    " (select max(t.id) from tickets t where t.session_id = l.session_id and t.asset_id = k.asset_id) as ticket_id"
    " from session_loans l join kit_slots k on k.kit_id = l.kit_id"
    " left join assets a on a.id = k.asset_id"
    " left join session_scans c on c.session_id = l.session_id and c.asset_id = k.asset_id"
    " left join people p on p.id = c.scanned_by where l.session_id = ?1 order by l.loan_id, k.slot";
constexpr std::string_view slots_of_return =
    "select l.loan_id, i.slot, i.label, i.asset_id, a.tag as asset_tag, a.name as asset_name, p.username as scanned_by,"
    " c.scanned_at, c.note,"
    " (select max(t.id) from tickets t where t.session_id = l.session_id and t.asset_id = i.asset_id) as ticket_id"
    " from session_loans l join loan_items i on i.loan_id = l.loan_id join assets a on a.id = i.asset_id"
    " left join session_scans c on c.session_id = l.session_id and c.asset_id = i.asset_id"
    " left join people p on p.id = c.scanned_by"
    " join handover_sessions h on h.id = l.session_id join loans n on n.id = l.loan_id"
    " where l.session_id = ?1 and (i.settled_as is null or c.asset_id is not null"
    " or h.kind = 'check' and i.came_back_on = n.returned_on) order by l.loan_id, i.slot, i.id";
constexpr std::string_view accessories_of_handover =
    "select l.loan_id, x.label, x.expected, coalesce(c.quantity, x.quantity) as quantity from session_loans l"
    " join kit_accessories x on x.kit_id = l.kit_id"
    " left join session_accessories c on c.session_id = l.session_id and c.loan_id = l.loan_id and c.label = x.label"
    " where l.session_id = ?1 order by l.loan_id, x.position";
constexpr std::string_view accessories_of_return =
    "select l.loan_id, x.label, x.given as expected, coalesce(c.quantity, x.came_back) as quantity from session_loans l"
    " join loan_accessories x on x.loan_id = l.loan_id"
    " left join session_accessories c on c.session_id = l.session_id and c.loan_id = l.loan_id and c.label = x.label"
    " where l.session_id = ?1 order by l.loan_id, x.label";

void hide_names(HandoverSession& session) {
    session.started_by.reset();
    session.ended_by.reset();
    session.signer_name.reset();
    session.county_signer_name.reset();
    for (SessionSlot& slot : session.slots) slot.scanned_by.reset();
}

std::vector<SessionLoan> loans_of(Tx& tx, Id<HandoverSession> id) {
    return rows<SessionLoan>(tx,
                             "select l.loan_id, l.kit_id, k.tag as kit_tag, k.name as kit_name from session_loans l"
                             " join kits k on k.id = l.kit_id where l.session_id = ?1 order by l.loan_id",
                             id);
}

} // namespace

Result<HandoverSession> get_session(Tx& tx, Access const& access, Id<HandoverSession> id) {
    auto session = find_row<HandoverSession>(tx, std::string{select_sessions} + " where h.id = ?1", id);
    if (!session || !reaches(access, session->school_code)) return fail(ErrorKind::not_found, "not_found");
    bool const gives = session->kind == SessionKind::handover;
    session->loans = loans_of(tx, id);
    session->slots = rows<SessionSlot>(tx, gives ? slots_of_handover : slots_of_return, id);
    session->accessories = rows<SessionAccessory>(tx, gives ? accessories_of_handover : accessories_of_return, id);
    session->foreign = rows<ForeignDevice>(
        tx,
        "select c.asset_id, a.tag as asset_tag, a.name as asset_name, coalesce(k.tag, '') as kit_tag, i.slot, i.loan_id"
        " from session_scans c join assets a on a.id = c.asset_id"
        " join loan_items i on i.id = (select max(o.id) from loan_items o where o.asset_id = c.asset_id)"
        " join loans l on l.id = i.loan_id left join kits k on k.id = l.kit_id"
        " where c.session_id = ?1 and c.loan_id is null order by a.tag",
        id);
    if (access.role == Role::auditor) hide_names(*session);
    return std::move(*session);
}

Result<Page<HandoverSession>> list_sessions(Tx& tx, Access const& access, SessionQuery const& query) {
    TRY(check_limit(query.limit));
    std::string where = " where " + reach_condition(access, "s.code");
    if (query.state) where += " and h.state = :state";
    if (query.loan_id)
        where += " and exists (select 1 from session_loans o where o.session_id = h.id and o.loan_id = :loan_id)";
    Page<HandoverSession> page;
    {
        Statement s = tx.prepare(std::string{select_sessions} + where + " order by h.id desc limit :limit");
        bind_fields(s, query);
        while (s.step()) page.items.push_back(read_row<HandoverSession>(s));
    }
    for (HandoverSession& session : page.items) {
        session.loans = loans_of(tx, session.id);
        if (access.role == Role::auditor) hide_names(session);
    }
    Statement s = tx.prepare("select count(*) from handover_sessions h join schools s on s.id = h.school_id" + where);
    bind_fields(s, query);
    s.step();
    page.total = s.integer(0);
    return page;
}

std::optional<Id<HandoverSession>> find_open_session(Tx& tx, Id<Loan> loan) {
    auto const id = find_row<std::int64_t>(tx,
                                           "select h.id from handover_sessions h join session_loans l on l.session_id = h.id"
                                           " where l.loan_id = ?1 and h.state = 'open'",
                                           loan);
    if (!id) return std::nullopt;
    return Id<HandoverSession>{*id};
}

Result<Id<HandoverSession>> insert_session(WriteTx& tx, SessionKind kind, Id<School> school, std::vector<Loan> const& loans) {
    Id<HandoverSession> id;
    {
        Statement s = tx.prepare("insert into handover_sessions (kind, school_id, state, started_by, started_at)"
                                 " values (?1, ?2, 'open', ?3, ?4)");
        bind_all(s, kind, school, tx.actor(), tx.now());
        TRY(s.run());
        id.value = s.last_insert_id();
    }
    for (Loan const& loan : loans)
        TRY(execute(tx, "insert into session_loans (session_id, loan_id, kit_id) values (?1, ?2, ?3)", id, loan.id, loan.kit_id));
    return id;
}

/// Whoever has the session open sees that there is something new.
Result<Done> touch(WriteTx& tx, Id<HandoverSession> id) {
    TRY(execute(tx, "update handover_sessions set version = version + 1 where id = ?1", id));
    return Done{};
}

Result<Done> tick(WriteTx& tx, Id<HandoverSession> id, std::int64_t asset_id, SessionSlot const* slot,
                  std::optional<std::string> const& note) {
    std::optional<Id<Loan>> loan;
    std::optional<std::int64_t> number;
    if (slot != nullptr) {
        loan = slot->loan_id;
        number = slot->slot;
    }
    TRY(execute(tx,
                "insert into session_scans (session_id, asset_id, loan_id, slot, note, scanned_by, scanned_at)"
                " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                " on conflict (session_id, asset_id) do update set note = coalesce(excluded.note, note)",
                id, asset_id, loan, number, note, tx.actor(), tx.now()));
    return touch(tx, id);
}

Result<Done> untick(WriteTx& tx, Id<HandoverSession> id, std::int64_t asset_id) {
    TRY(execute(tx, "delete from session_scans where session_id = ?1 and asset_id = ?2", id, asset_id));
    return touch(tx, id);
}

Result<Done> count(WriteTx& tx, Id<HandoverSession> id, SessionAccessory const& accessory) {
    TRY(execute(tx,
                "insert into session_accessories (session_id, loan_id, label, quantity) values (?1, ?2, ?3, ?4)"
                " on conflict (session_id, loan_id, label) do update set quantity = excluded.quantity",
                id, accessory.loan_id, accessory.label, accessory.quantity));
    return touch(tx, id);
}

Result<Done> end_session(WriteTx& tx, Id<HandoverSession> id, SessionState state, SessionEnd const& end) {
    auto const name = [](std::optional<Signer> const& signer) { return signer ? std::optional{signer->name} : std::nullopt; };
    auto const function = [](std::optional<Signer> const& signer) { return signer ? std::optional{signer->function} : std::nullopt; };
    Signer const school = end.signed_by.value_or(Signer{});
    Signer const county = end.county_signed_by.value_or(Signer{});
    TRY(execute(tx,
                "update handover_sessions set state = ?2, ended_by = ?3, ended_at = ?4, signer_name = ?5, signer_function = ?6,"
                " on_behalf = ?7, signature = ?8, county_signer_name = ?9, county_signer_function = ?10, county_on_behalf = ?11,"
                " county_signature = ?12, seal_number = ?13, notes = ?14, version = version + 1 where id = ?1",
                id, state, tx.actor(), tx.now(), name(end.signed_by), function(end.signed_by), school.on_behalf, school.signature,
                name(end.county_signed_by), function(end.county_signed_by), county.on_behalf, county.signature, end.seal_number,
                end.notes));
    return Done{};
}

std::vector<LoanItem> list_loan_items(Tx& tx, Id<Loan> loan) {
    return rows<LoanItem>(tx,
                          "select i.id, i.slot, i.label, i.asset_id, a.tag as asset_tag, a.name as asset_name, i.given_on,"
                          " i.came_back_on, i.settled_as from loan_items i join assets a on a.id = i.asset_id where i.loan_id = ?1"
                          " order by i.slot, i.id",
                          loan);
}

std::optional<GivenTo> find_given(Tx& tx, std::int64_t asset_id) {
    Statement s = tx.prepare("select i.loan_id, r.school_id, coalesce(k.tag, ''), i.slot from loan_items i"
                             " join loans l on l.id = i.loan_id join loan_requests r on r.id = l.request_id"
                             " left join kits k on k.id = l.kit_id where i.asset_id = ?1 and i.settled_as is null");
    bind_all(s, asset_id);
    if (!s.step()) return std::nullopt;
    return GivenTo{.loan = Id<Loan>{s.integer(0)},
                   .school = Id<School>{s.integer(1)},
                   .kit_tag = std::string{s.text(2)},
                   .slot = s.integer(3)};
}

Result<Done> give(WriteTx& tx, Id<Loan> loan, std::int64_t slot, std::string const& label, std::int64_t asset_id, Date const& on) {
    TRY(execute(tx, "insert into loan_items (loan_id, slot, label, asset_id, given_on) values (?1, ?2, ?3, ?4, ?5)", loan, slot,
                label, asset_id, on));
    return Done{};
}

Result<Done> take_back_item(WriteTx& tx, std::int64_t asset_id, Date const& on) {
    TRY(execute(tx,
                "update loan_items set settled_as = 'returned', came_back_on = ?2 where asset_id = ?1 and settled_as is null",
                asset_id, on));
    return Done{};
}

Result<Done> give_accessory(WriteTx& tx, Id<Loan> loan, std::string const& label, std::int64_t quantity) {
    TRY(execute(tx, "insert into loan_accessories (loan_id, label, given) values (?1, ?2, ?3)", loan, label, quantity));
    return Done{};
}

Result<Done> take_back_accessory(WriteTx& tx, Id<Loan> loan, std::string const& label, std::int64_t quantity) {
    TRY(execute(tx, "update loan_accessories set came_back = ?3 where loan_id = ?1 and label = ?2", loan, label, quantity));
    return Done{};
}

std::vector<AttachedFile> list_session_photos(Tx& tx, Id<HandoverSession> id) {
    return rows<AttachedFile>(tx,
                              "select f.position, f.sha256, f.name, a.media_type, a.size from session_photos f"
                              " join attachments a on a.sha256 = f.sha256 where f.session_id = ?1 order by f.position",
                              id);
}

Result<Done> insert_session_photo(WriteTx& tx, Id<HandoverSession> id, AttachedFile const& file) {
    TRY(execute(tx, "insert into session_photos (session_id, position, sha256, name) values (?1, ?2, ?3, ?4)", id, file.position,
                file.sha256, file.name));
    return touch(tx, id);
}

} // namespace schulkit
