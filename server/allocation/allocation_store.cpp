#include "server/allocation/allocation_store.hpp"

namespace schulkit {

std::vector<UndecidedLoan> list_undecided_loans(Tx& tx, std::string_view school_year) {
    return rows<UndecidedLoan>(
        tx,
        "select l.id, l.request_id, l.state, r.school_id, s.code as school_code, s.name as school_name,"
        " s.ends_on as school_ends_on, d.distance_km, l.kit_type_id, t.name as kit_type_name, l.kit_id, l.first_school_year,"
        " l.last_school_year, l.planned_handover_on, r.quantity, r.least_quantity, r.pupils, r.requested_at,"
        " (select count(*) from loans o where o.request_id = l.request_id"
        "  and o.state in ('approved', 'handed_over', 'returned', 'closed')) as approved"
        " from loans l join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
        " join kit_types t on t.id = l.kit_type_id left join school_distances d on d.school_id = r.school_id"
        " where l.first_school_year = ?1 and l.state in ('requested', 'waitlisted')"
        " order by r.requested_at, l.request_id, l.id",
        school_year);
}

std::vector<ProposalKit> list_proposal_kits(Tx& tx) {
    return rows<ProposalKit>(tx, "select k.id, k.tag, k.name, k.kit_type_id, c.condition from kits k"
                                 " join kit_conditions c on c.kit_id = k.id where k.dissolved_on is null"
                                 // somebody still wishes for it, and is told
                                 " or exists (select 1 from allocation_pins p where p.kit_id = k.id)"
                                 " or exists (select 1 from loans l where l.kit_id = k.id and l.state in ('requested', 'waitlisted'))"
                                 " order by k.tag, k.id");
}

std::vector<KitYear> list_kit_years(Tx& tx, std::string_view first, std::string_view last) {
    return rows<KitYear>(tx,
                         "select x.kit_id, x.school_year, b.kit_id is not null as booked from kit_years x"
                         " left join kit_bookings b on b.kit_id = x.kit_id and b.school_year = x.school_year"
                         " where x.school_year between ?1 and ?2 order by x.kit_id, x.school_year",
                         first, last);
}

std::vector<KitHolder> list_kit_holders(Tx& tx, std::string_view school_year) {
    return rows<KitHolder>(tx,
                           "select l.kit_id, r.school_id from loans l join loan_requests r on r.id = l.request_id"
                           " where l.kit_id is not null and (l.state = 'handed_over'"
                           "  or (l.state = 'approved' and ?1 between l.first_school_year and l.last_school_year))"
                           " order by l.state = 'handed_over' desc, l.id",
                           school_year);
}

std::vector<Id<School>> list_schools_with_kits(Tx& tx, std::string_view school_year) {
    return rows<Id<School>>(tx,
                            "select distinct r.school_id from loans l join loan_requests r on r.id = l.request_id"
                            " where l.state in ('approved', 'handed_over', 'returned', 'closed')"
                            " and ?1 between l.first_school_year and l.last_school_year"
                            " and (l.released_from is null or l.released_from > ?1) order by 1",
                            school_year);
}

std::optional<StoredRules> find_allocation_rules(Tx& tx, std::string_view school_year) {
    Statement s = tx.prepare("select id, requirements, requirements_points, last_year, last_year_points, running,"
                             " running_points, distance, distance_points, pupils, pupils_points, certain_kit, least_quantity,"
                             " needed_kit_points, further_kit_points, version, school_year from allocation_rules"
                             " where school_year <= ?1 order by school_year desc limit 1");
    bind_all(s, school_year);
    if (!s.step()) return std::nullopt;
    return StoredRules{.school_year = std::string{s.text(s.column_count() - 1)}, .rules = read_row<AllocationRules>(s)};
}

Result<Done> insert_allocation_rules(WriteTx& tx, std::string_view school_year, AllocationRules const& rules) {
    Statement s = tx.prepare("insert into allocation_rules (school_year, id, requirements, requirements_points, last_year,"
                             " last_year_points, running, running_points, distance, distance_points, pupils, pupils_points,"
                             " certain_kit, least_quantity, needed_kit_points, further_kit_points)"
                             " values (:school_year, :id, :requirements, :requirements_points, :last_year, :last_year_points,"
                             " :running, :running_points, :distance, :distance_points, :pupils, :pupils_points, :certain_kit,"
                             " :least_quantity, :needed_kit_points, :further_kit_points)");
    bind_fields(s, rules);
    bind_value(s, s.index_of("school_year"), school_year);
    TRY(s.run());
    return Done{};
}

Result<Done> replace_allocation_rules(WriteTx& tx, AllocationRules const& rules) {
    TRY(update(tx,
               "update allocation_rules set requirements = :requirements, requirements_points = :requirements_points,"
               " last_year = :last_year, last_year_points = :last_year_points, running = :running,"
               " running_points = :running_points, distance = :distance, distance_points = :distance_points, pupils = :pupils,"
               " pupils_points = :pupils_points, certain_kit = :certain_kit, least_quantity = :least_quantity,"
               " needed_kit_points = :needed_kit_points, further_kit_points = :further_kit_points, version = version + 1"
               " where id = :id",
               rules));
    return Done{};
}

std::vector<AllocationPin> list_pins(Tx& tx, std::string_view school_year) {
    return rows<AllocationPin>(
        tx, "select request_id, kit_id from allocation_pins where school_year = ?1 order by request_id, kit_id", school_year);
}

RequestPins pins_of(Tx& tx, Id<LoanRequest> request) {
    RequestPins pins{.pinned = false};
    Statement s = tx.prepare("select kit_id from allocation_pins where request_id = ?1 order by kit_id");
    bind_all(s, request);
    while (s.step()) {
        pins.pinned = true;
        if (!s.is_null(0)) pins.kit_ids.push_back({s.integer(0)});
    }
    return pins;
}

Result<Done> replace_pins(WriteTx& tx, std::string_view school_year, Id<LoanRequest> request, RequestPins const& pins) {
    TRY(execute(tx, "delete from allocation_pins where request_id = ?1", request));
    if (!pins.pinned) return Done{};
    // no pin in force is in the way (check_allocation): what still stands there has lost its kit, or nothing can be promised to it
    for (Id<Kit> const kit : pins.kit_ids)
        TRY(execute(tx, "delete from allocation_pins where school_year = ?1 and kit_id = ?2", school_year, kit));
    constexpr std::string_view add = "insert into allocation_pins (request_id, school_year, kit_id) values (?1, ?2, ?3)";
    if (pins.kit_ids.empty()) TRY(execute(tx, add, request, school_year, nullptr));
    for (Id<Kit> const kit : pins.kit_ids) TRY(execute(tx, add, request, school_year, kit));
    return Done{};
}

Result<Done> drop_settled_pins(WriteTx& tx, std::string_view school_year) {
    TRY(execute(tx,
                "delete from allocation_pins where school_year = ?1 and not exists (select 1 from loans l"
                " where l.request_id = allocation_pins.request_id and l.state in ('requested', 'waitlisted'))",
                school_year));
    return Done{};
}

std::optional<std::int64_t> find_distance(Tx& tx, Id<School> school) {
    return find_row<std::int64_t>(tx, "select distance_km from school_distances where school_id = ?1", school);
}

Result<Done> store_distance(WriteTx& tx, Id<School> school, std::optional<std::int64_t> distance_km) {
    TRY(execute(tx, "delete from school_distances where school_id = ?1", school));
    if (distance_km)
        TRY(execute(tx, "insert into school_distances (school_id, distance_km) values (?1, ?2)", school, *distance_km));
    return Done{};
}

} // namespace schulkit
