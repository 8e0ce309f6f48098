#include "server/requirements/requirement_store.hpp"

namespace schulkit {
namespace {

/// ?1: today.
constexpr std::string_view select_school_requirements =
    "select s.id as school_id, s.code as school_code, q.code, q.label, q.description,"
    " case when r.state = 'met' and r.valid_until < ?1 then 'expired' else coalesce(r.state, 'open') end as state,"
    " r.evidence, r.valid_until, r.due_on, w.username as submitted_by, r.submitted_at, c.username as confirmed_by,"
    " r.confirmed_at, coalesce(r.version, 0) as version"
    " from schools s cross join requirements q"
    " left join school_requirements r on r.school_id = s.id and r.requirement_id = q.id"
    " left join people w on w.id = r.submitted_by left join people c on c.id = r.confirmed_by where s.id = ?2";

} // namespace

std::vector<Requirement> list_requirements(Tx& tx) {
    return rows<Requirement>(tx, "select * from requirements order by position, id");
}

std::optional<Requirement> find_requirement(Tx& tx, std::string_view code) {
    return find_row<Requirement>(tx, "select * from requirements where code = ?1", code);
}

Result<Requirement> insert_requirement(WriteTx& tx, Requirement requirement) {
    TRY_ASSIGN(requirement.id.value,
               insert(tx,
                      "insert into requirements (code, label, description, position, active)"
                      " values (:code, :label, :description, :position, :active)",
                      requirement));
    return requirement;
}

Result<Done> replace_requirement(WriteTx& tx, Requirement const& requirement) {
    TRY(update(tx,
               "update requirements set label = :label, description = :description, position = :position,"
               " active = :active, version = version + 1 where id = :id",
               requirement));
    return Done{};
}

std::vector<SchoolRequirement> list_school_requirements(Tx& tx, Id<School> school) {
    return rows<SchoolRequirement>(
        tx, std::string{select_school_requirements} + " and q.active = 1 order by q.position, q.id", tx.today(), school);
}

std::optional<SchoolRequirement> find_school_requirement(Tx& tx, Id<School> school, std::string_view code) {
    return find_row<SchoolRequirement>(tx, std::string{select_school_requirements} + " and q.code = ?3", tx.today(), school,
                                       code);
}

std::vector<OpenRequirement> list_open_requirements(Tx& tx, Id<School> school, Date const& on) {
    return rows<OpenRequirement>(
        tx,
        "select code, label, state, due_on from (select q.code, q.label, r.due_on, q.position, q.id,"
        " case when r.state = 'met' and r.valid_until < ?1 then 'expired' else coalesce(r.state, 'open') end as state"
        " from requirements q left join school_requirements r on r.requirement_id = q.id and r.school_id = ?2"
        " where q.active = 1) where state <> 'met' order by position, id",
        on, school);
}

RequirementPeople people_of_requirement(Tx& tx, Id<School> school, std::string_view code) {
    Statement s = tx.prepare("select coalesce(r.submitted_by, 0), coalesce(r.confirmed_by, 0) from school_requirements r"
                             " join requirements q on q.id = r.requirement_id where r.school_id = ?1 and q.code = ?2");
    bind_all(s, school, code);
    if (!s.step()) return {};
    return {.submitted_by = Id<Person>{s.integer(0)}, .confirmed_by = Id<Person>{s.integer(1)}};
}

Result<Done> store_school_requirement(WriteTx& tx, SchoolRequirement const& shown, RequirementPeople const& people) {
    TRY(execute(tx,
                "insert into school_requirements (school_id, requirement_id, state, evidence, valid_until, due_on,"
                " submitted_by, submitted_at, confirmed_by, confirmed_at)"
                " select ?1, q.id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 from requirements q where q.code = ?2"
                " on conflict (school_id, requirement_id) do update set state = ?3, evidence = ?4, valid_until = ?5,"
                " due_on = ?6, submitted_by = ?7, submitted_at = ?8, confirmed_by = ?9, confirmed_at = ?10,"
                " version = version + 1",
                shown.school_id, shown.code, shown.state, shown.evidence, shown.valid_until, shown.due_on,
                people.submitted_by, shown.submitted_at, people.confirmed_by, shown.confirmed_at));
    return Done{};
}

} // namespace schulkit
