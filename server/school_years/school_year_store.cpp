#include "server/school_years/school_year_store.hpp"

namespace schulkit {

std::vector<SchoolYear> list_school_years(Tx& tx) {
    return rows<SchoolYear>(tx, "select * from school_years order by starts_on");
}

std::optional<SchoolYear> find_school_year(Tx& tx, std::string_view id) {
    return find_row<SchoolYear>(tx, "select * from school_years where id = ?1", id);
}

Result<Done> insert_school_year(WriteTx& tx, SchoolYear const& year) {
    TRY(insert(tx,
               "insert into school_years (id, starts_on, ends_on, summer_from, summer_until, earliest_handover_on,"
               " latest_return_on, late_handover_from) values (:id, :starts_on, :ends_on, :summer_from, :summer_until,"
               " :earliest_handover_on, :latest_return_on, :late_handover_from)",
               year));
    return Done{};
}

Result<Done> replace_school_year(WriteTx& tx, SchoolYear const& year) {
    TRY(update(tx,
               "update school_years set starts_on = :starts_on, ends_on = :ends_on, summer_from = :summer_from,"
               " summer_until = :summer_until, earliest_handover_on = :earliest_handover_on,"
               " latest_return_on = :latest_return_on, late_handover_from = :late_handover_from, version = version + 1 where id = :id",
               year));
    return Done{};
}

} // namespace schulkit
