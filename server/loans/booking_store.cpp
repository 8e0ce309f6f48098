#include "server/loans/booking_store.hpp"

namespace schulkit {
namespace {

/// Told with who has it, so that the coordinator need not look for it.
Error told(Tx& tx, Loan const& loan, std::string const& year, Error error) {
    if (error.code == "taken" && loan.kit_id) {
        error.code = "kit_already_booked";
        error.fields.clear();
        if (auto const booking = find_booking(tx, *loan.kit_id, year))
            error.extra = dump_json(Json{{"booking", encode_value(*booking)}});
    }
    if (error.code == "no_kit_left")
        if (auto balance = find_balance(tx, loan.kit_type_id, year))
            error.extra = dump_json(Json{{"balance", encode_value(*balance)}});
    return error;
}

} // namespace

Result<Done> book(WriteTx& tx, Loan const& loan, std::vector<std::string> const& school_years) {
    for (std::string const& year : school_years) {
        auto const stored =
            loan.kit_id
                ? execute(tx, "insert into kit_bookings (kit_id, school_year, loan_id) values (?1, ?2, ?3)", *loan.kit_id,
                          year, loan.id)
                : execute(tx, "insert into type_bookings (loan_id, school_year, kit_type_id) values (?1, ?2, ?3)", loan.id,
                          year, loan.kit_type_id);
        if (!stored) return fail(told(tx, loan, year, stored.error()));
    }
    return Done{};
}

Result<Done> unbook(WriteTx& tx, Id<Loan> loan, std::string_view from) {
    TRY(execute(tx, "delete from kit_bookings where loan_id = ?1 and school_year >= ?2", loan, from));
    TRY(execute(tx, "delete from type_bookings where loan_id = ?1 and school_year >= ?2", loan, from));
    return Done{};
}

std::vector<std::string> booked_years(Tx& tx, Id<Loan> loan) {
    return rows<std::string>(tx,
                             "select school_year from kit_bookings where loan_id = ?1"
                             " union select school_year from type_bookings where loan_id = ?1 order by 1",
                             loan);
}

std::optional<KitBooking> find_booking(Tx& tx, Id<Kit> kit, std::string_view school_year) {
    return find_row<KitBooking>(tx,
                                "select b.kit_id, k.tag as kit_tag, b.school_year, b.loan_id, s.code as school_code,"
                                " s.name as school_name"
                                " from kit_bookings b join kits k on k.id = b.kit_id join loans l on l.id = b.loan_id"
                                " join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
                                " where b.kit_id = ?1 and b.school_year = ?2",
                                kit, school_year);
}

Result<Done> check_kit_is_home(Tx& tx, Id<Kit> kit) {
    auto const running = find_row<KitBooking>(tx,
                                              "select l.kit_id, k.tag as kit_tag, l.last_school_year as school_year, l.id as loan_id,"
                                              " s.code as school_code, s.name as school_name from loans l join kits k on k.id = l.kit_id"
                                              " join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
                                              " where l.kit_id = ?1 and l.state = 'handed_over'",
                                              kit);
    if (!running) return Done{};
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "kit_is_out",
                      .extra = dump_json(Json{{"booking", encode_value(*running)}})});
}

Result<Done> check_kit_is_checked(Tx& tx, Kit const& kit) {
    auto const loan =
        find_row<std::int64_t>(tx, "select id from loans where kit_id = ?1 and state = 'returned' and checked_on is null", kit.id);
    if (!loan) return Done{};
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "kit_not_checked",
                      .extra = dump_json(Json{{"kit_tag", kit.tag}, {"loan_id", *loan}})});
}

std::optional<TypeBalance> find_balance(Tx& tx, Id<KitType> type, std::string_view school_year) {
    return find_row<TypeBalance>(
        tx, "select kit_type_id, school_year, kits, booked from type_balances where kit_type_id = ?1 and school_year = ?2",
        type, school_year);
}

} // namespace schulkit
