#include "server/requirements/requirement_store.hpp"

namespace schulkit {
namespace {

/// ?1: today, ?2: the school. `trained`: a training that shows it, and for longer than the school's own evidence does.
constexpr std::string_view select_school_requirements =
    "select school_id, school_code, code, label, description, at_handover, valid_months, evidence, evidence_on, answer, due_on,"
    " submitted_by, submitted_at, confirmed_by, confirmed_at, version,"
    " case when trained then 'met'"
    "  when own = 'met' and own_until < ?1 or own = 'open' and held is not null then 'expired' else own end as state,"
    " case when trained or own = 'open' then held_until else own_until end as valid_until,"
    " case when trained or own = 'open' then held end as training_id,"
    " case when trained or own = 'open' then held_title end as training_title,"
    " case when trained or own = 'open' then held_on end as training_on"
    " from (select s.id as school_id, s.code as school_code, q.code, q.label, q.description, q.at_handover, q.valid_months,"
    "  q.position, q.id as requirement_id, q.active, r.evidence, r.evidence_on, r.answer, r.due_on, w.username as submitted_by,"
    "  r.submitted_at, c.username as confirmed_by, r.confirmed_at, coalesce(r.version, 0) as version,"
    "  coalesce(r.state, 'open') as own, r.valid_until as own_until, t.id as held, t.title as held_title, t.held_on,"
    "  k.counts_until as held_until,"
    "  t.id is not null and (k.counts_until is null or k.counts_until >= ?1)"
    "  and (r.state is null or r.state <> 'met'"
    "   or r.valid_until is not null and (k.counts_until is null or k.counts_until > r.valid_until)) as trained"
    "  from schools s cross join requirements q"
    "  left join school_requirements r on r.school_id = s.id and r.requirement_id = q.id"
    "  left join people w on w.id = r.submitted_by left join people c on c.id = r.confirmed_by"
    "  left join trainings t on t.id = (select p.training_id from requirement_proofs p"
    "   where p.school_id = s.id and p.requirement_id = q.id and p.training_id is not null"
    "   order by coalesce(p.valid_until, '9999-12-31') desc, p.training_id desc limit 1)"
    "  left join training_schools k on k.training_id = t.id and k.school_id = s.id where s.id = ?2) where true";

constexpr std::string_view select_evidence_files =
    "select e.position, e.sha256, e.name, a.media_type, a.size from evidence_files e"
    " join attachments a on a.sha256 = e.sha256 join requirements q on q.id = e.requirement_id"
    " where e.school_id = ?1 and q.code = ?2";

SchoolRequirement with_files(Tx& tx, SchoolRequirement shown) {
    shown.attachments.clear();
    for (AttachedFile& file : list_evidence_files(tx, shown.school_id, shown.code))
        shown.attachments.push_back({.sha256 = std::move(file.sha256), .name = std::move(file.name)});
    return shown;
}

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
                      "insert into requirements (code, label, description, position, at_handover, valid_months, active)"
                      " values (:code, :label, :description, :position, :at_handover, :valid_months, :active)",
                      requirement));
    return requirement;
}

Result<Done> replace_requirement(WriteTx& tx, Requirement const& requirement) {
    TRY(update(tx,
               "update requirements set label = :label, description = :description, position = :position,"
               " at_handover = :at_handover, valid_months = :valid_months, active = :active, version = version + 1 where id = :id",
               requirement));
    return Done{};
}

std::vector<SchoolRequirement> list_school_requirements(Tx& tx, Id<School> school) {
    auto all = rows<SchoolRequirement>(
        tx, std::string{select_school_requirements} + " and active = 1 order by position, requirement_id", tx.today(), school);
    for (SchoolRequirement& shown : all) shown = with_files(tx, std::move(shown));
    return all;
}

std::optional<SchoolRequirement> find_school_requirement(Tx& tx, Id<School> school, std::string_view code) {
    auto shown = find_row<SchoolRequirement>(tx, std::string{select_school_requirements} + " and code = ?3", tx.today(), school,
                                             code);
    if (!shown) return std::nullopt;
    return with_files(tx, std::move(*shown));
}

std::optional<SchoolRequirement> find_own_evidence(Tx& tx, Id<School> school, std::string_view code) {
    auto own = find_row<SchoolRequirement>(
        tx,
        "select s.id as school_id, s.code as school_code, q.code, q.label, q.description, q.at_handover, q.valid_months,"
        " case when r.state = 'met' and r.valid_until < ?1 then 'expired' else coalesce(r.state, 'open') end as state,"
        " r.evidence, r.evidence_on, r.answer, r.valid_until, r.due_on, w.username as submitted_by, r.submitted_at,"
        " c.username as confirmed_by, r.confirmed_at, coalesce(r.version, 0) as version"
        " from schools s cross join requirements q"
        " left join school_requirements r on r.school_id = s.id and r.requirement_id = q.id"
        " left join people w on w.id = r.submitted_by left join people c on c.id = r.confirmed_by"
        " where s.id = ?2 and q.code = ?3",
        tx.today(), school, code);
    if (!own) return std::nullopt;
    return with_files(tx, std::move(*own));
}

std::vector<OpenRequirement> list_open_requirements(Tx& tx, Id<School> school, Date const& on) {
    return rows<OpenRequirement>(
        tx,
        "select q.code, q.label, r.due_on,"
        " case when coalesce(r.state, 'open') = 'submitted' then 'submitted'"
        "  when r.state = 'met' or exists (select 1 from requirement_proofs p where p.school_id = ?2 and p.requirement_id = q.id)"
        "  then 'expired' else 'open' end as state"
        " from requirements q left join school_requirements r on r.requirement_id = q.id and r.school_id = ?2"
        " where q.active = 1 and q.at_handover = 1 and not exists (select 1 from requirement_proofs p"
        "  where p.school_id = ?2 and p.requirement_id = q.id and (p.valid_until is null or p.valid_until >= ?1))"
        " order by q.position, q.id",
        on, school);
}

std::vector<AttachedFile> list_evidence_files(Tx& tx, Id<School> school, std::string_view code) {
    return rows<AttachedFile>(tx, std::string{select_evidence_files} + " and e.is_current = 1 order by e.position", school, code);
}

std::optional<AttachedFile> find_evidence_file(Tx& tx, Id<School> school, std::string_view code, std::int64_t position) {
    return find_row<AttachedFile>(tx, std::string{select_evidence_files} + " and e.position = ?3", school, code, position);
}

Result<Done> put_away_evidence_files(WriteTx& tx, Id<School> school, std::string_view code) {
    TRY(execute(tx,
                "update evidence_files set is_current = 0 where school_id = ?1"
                " and requirement_id = (select id from requirements where code = ?2)",
                school, code));
    return Done{};
}

Result<Done> keep_evidence_file(WriteTx& tx, Id<School> school, std::string_view code, AttachmentLink const& file) {
    TRY(execute(tx,
                "insert into evidence_files (school_id, requirement_id, position, sha256, name)"
                " select ?1, q.id, (select coalesce(max(e.position), 0) + 1 from evidence_files e"
                "  where e.school_id = ?1 and e.requirement_id = q.id), ?3, ?4 from requirements q where q.code = ?2"
                " on conflict (school_id, requirement_id, sha256) do update set is_current = 1, name = ?4",
                school, code, file.sha256, file.name));
    return Done{};
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
                " submitted_by, submitted_at, confirmed_by, confirmed_at, evidence_on, answer)"
                " select ?1, q.id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 from requirements q where q.code = ?2"
                " on conflict (school_id, requirement_id) do update set state = ?3, evidence = ?4, valid_until = ?5,"
                " due_on = ?6, submitted_by = ?7, submitted_at = ?8, confirmed_by = ?9, confirmed_at = ?10,"
                " evidence_on = ?11, answer = ?12, version = version + 1",
                shown.school_id, shown.code, shown.state, shown.evidence, shown.valid_until, shown.due_on,
                people.submitted_by, shown.submitted_at, people.confirmed_by, shown.confirmed_at, shown.evidence_on,
                shown.answer));
    return Done{};
}

} // namespace schulkit
