#include "server/kits/kit_claim_store.hpp"

namespace schulkit {

std::optional<KitAway> find_away(Tx& tx, Kit const& kit) {
    auto away = find_row<KitAway>(tx,
                                  "select ?2 as kit_tag, l.id as loan_id, s.code as school_code from loans l"
                                  " join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
                                  " where l.kit_id = ?1 and l.state in ('handed_over', 'returned') order by l.id",
                                  kit.id, kit.tag);
    auto const session = find_row<std::int64_t>(tx,
                                                "select h.id from handover_sessions h join session_loans o on o.session_id = h.id"
                                                " where o.kit_id = ?1 and h.state = 'open' order by h.id",
                                                kit.id);
    if (session && !away) away = KitAway{.kit_tag = kit.tag};
    if (session) away->session_id = *session;
    return away;
}

std::vector<KitBooking> list_claims(Tx& tx, Id<Kit> kit) {
    return rows<KitBooking>(tx,
                            "select b.kit_id, k.tag as kit_tag, b.school_year, b.loan_id, s.code as school_code"
                            " from kit_bookings b join kits k on k.id = b.kit_id join loans l on l.id = b.loan_id"
                            " join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
                            " where b.kit_id = ?1 and l.state = 'approved' order by b.school_year",
                            kit);
}

std::vector<std::string> list_years_that_need(Tx& tx, Id<Kit> kit) {
    return rows<std::string>(tx,
                             "select b.school_year from type_balances b join kits k on k.kit_type_id = b.kit_type_id"
                             " join school_years y on y.id = b.school_year"
                             " join kit_years x on x.kit_id = k.id and x.school_year = b.school_year"
                             " where k.id = ?1 and y.ends_on >= ?2 and b.booked -"
                             " (select count(*) from kit_bookings o where o.kit_id = k.id and o.school_year = b.school_year)"
                             " >= b.kits order by 1",
                             kit, tx.today());
}

} // namespace schulkit
