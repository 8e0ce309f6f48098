#include "server/trainings/training_store.hpp"

namespace schulkit {
namespace {

constexpr std::string_view select_trainings =
    "select t.id, t.title, t.held_on, t.place, t.requirement_code, q.label as requirement_label, t.cancelled, t.version"
    " from trainings t left join requirements q on q.code = t.requirement_code";

/// Of the caller's schools took part.
std::string of_reach(Access const& access) {
    return " exists (select 1 from training_schools k join schools s on s.id = k.school_id where k.training_id = t.id and " +
           reach_condition(access, "s.code") + ")";
}

Training with_schools(Tx& tx, Access const& access, Training training) {
    training.schools = rows<TrainingSchool>(
        tx,
        "select s.code as school_code, s.name as school_name, k.people, k.counts_until from training_schools k"
        " join schools s on s.id = k.school_id where k.training_id = ?1 and " +
            reach_condition(access, "s.code") + " order by s.code",
        training.id);
    return training;
}

Result<Done> store_schools(WriteTx& tx, Training const& training) {
    TRY(execute(tx, "delete from training_schools where training_id = ?1", training.id));
    for (TrainingSchool const& school : training.schools)
        TRY(execute(tx,
                    "insert into training_schools (training_id, school_id, people, counts_until)"
                    " select ?1, id, ?3, ?4 from schools where code = ?2",
                    training.id, school.school_code, school.people, school.counts_until));
    return Done{};
}

} // namespace

std::vector<Training> list_trainings(Tx& tx, Access const& access, TrainingQuery const& query) {
    bool const whole_county = access.scope == Scope::county;
    std::string sql = std::string{select_trainings} + " where " + (whole_county ? std::string{"true"} : of_reach(access)) +
                      " and (?1 is null or exists (select 1 from training_schools k join schools s on s.id = k.school_id"
                      " where k.training_id = t.id and lower(s.code) = lower(?1))) order by t.held_on desc, t.id desc";
    std::vector<Training> all = rows<Training>(tx, sql, query.school_code);
    for (Training& training : all) training = with_schools(tx, access, std::move(training));
    return all;
}

Result<Training> get_training(Tx& tx, Access const& access, Id<Training> id) {
    std::string const sql = std::string{select_trainings} + " where t.id = ?1" +
                            (access.scope == Scope::county ? std::string{} : " and" + of_reach(access));
    auto found = find_row<Training>(tx, sql, id);
    if (!found) return fail(ErrorKind::not_found, "not_found");
    return with_schools(tx, access, std::move(*found));
}

Result<Training> insert_training(WriteTx& tx, Training training) {
    TRY_ASSIGN(training.id.value,
               insert(tx,
                      "insert into trainings (title, held_on, place, requirement_code, cancelled)"
                      " values (:title, :held_on, :place, :requirement_code, :cancelled)",
                      training));
    TRY(store_schools(tx, training));
    return training;
}

Result<Done> replace_training(WriteTx& tx, Training const& training) {
    TRY(update(tx,
               "update trainings set title = :title, held_on = :held_on, place = :place, requirement_code = :requirement_code,"
               " cancelled = :cancelled, version = version + 1 where id = :id",
               training));
    return store_schools(tx, training);
}

} // namespace schulkit
