#include "server/schools/standard_store.hpp"

namespace schulkit {

std::vector<SchoolStandard> list_school_standards(Tx& tx, School const& school) {
    std::vector<SchoolStandard> all;
    for (auto const& entry : EnumWords<Standard>::values) all.push_back(school_standard_of(tx, school, entry.first));
    return all;
}

SchoolStandard school_standard_of(Tx& tx, School const& school, Standard standard) {
    auto known = find_row<SchoolStandard>(
        tx, "select school_id, standard, state, note, checked_on, version from school_standards where school_id = ?1 and standard = ?2",
        school.id, standard);
    SchoolStandard found = known ? std::move(*known) : SchoolStandard{.school_id = school.id, .standard = standard};
    found.school_code = school.code;
    return found;
}

Result<Done> store_school_standard(WriteTx& tx, SchoolStandard const& standard) {
    TRY(execute(tx,
                "insert into school_standards (school_id, standard, state, note, checked_on) values (?1, ?2, ?3, ?4, ?5)"
                " on conflict (school_id, standard) do update set state = ?3, note = ?4, checked_on = ?5,"
                " version = version + 1",
                standard.school_id, standard.standard, standard.state, standard.note, standard.checked_on));
    return Done{};
}

} // namespace schulkit
