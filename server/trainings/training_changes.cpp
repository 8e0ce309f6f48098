#include "server/trainings/training_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/requirements/requirement_store.hpp"
#include "server/schools/school_store.hpp"

#include <algorithm>
#include <set>

namespace schulkit {
namespace {

/// What a school's part in it is evidence of, until when; nothing: of nothing.
struct Proof {
    std::string requirement = {};
    std::optional<Date> until = std::nullopt;
    bool operator==(Proof const&) const = default;
};

std::optional<Proof> proof_of(Training const& training, std::string const& school_code) {
    if (training.cancelled || !training.requirement_code) return std::nullopt;
    for (TrainingSchool const& school : training.schools)
        if (school.school_code == school_code) return Proof{*training.requirement_code, school.counts_until};
    return std::nullopt;
}

/// The schools by their codes as stored, and until when each part counts. What was recorded keeps its day as long as
/// neither the day of the training nor the requirement changes.
Result<Training> settled(Tx& tx, Training training, Training const* before) {
    clean(training);
    FieldErrors errors = validate(training);
    std::optional<Requirement> requirement;
    if (training.requirement_code) requirement = find_requirement(tx, *training.requirement_code);
    if (training.requirement_code && !requirement) errors.push_back({"requirement_code", "unknown_requirement", {}});
    if (!training.schools.empty() && tx.today() < training.held_on) errors.push_back({"schools", "not_held_yet", {}});
    bool const same_proof = before != nullptr && before->held_on == training.held_on &&
                            before->requirement_code == training.requirement_code;
    for (std::size_t i = 0; i < training.schools.size(); ++i) {
        TrainingSchool& part = training.schools[i];
        auto const school = find_school(tx, part.school_code);
        if (!school) {
            errors.push_back({"schools." + std::to_string(i) + ".school_code", "unknown_school", part.school_code});
            continue;
        }
        part.school_code = school->code;
        part.school_name = school->name;
        part.counts_until = requirement ? counts_until(requirement->valid_months, training.held_on) : std::nullopt;
        if (!same_proof) continue;
        for (TrainingSchool const& known : before->schools)
            if (known.school_code == part.school_code) part.counts_until = known.counts_until;
    }
    if (!errors.empty()) return invalid(std::move(errors));
    training.requirement_label = requirement ? std::optional{requirement->label} : std::nullopt;
    std::sort(training.schools.begin(), training.schools.end(),
              [](TrainingSchool const& a, TrainingSchool const& b) { return a.school_code < b.school_code; });
    return training;
}

/// At each school whose evidence comes, goes or changes.
Result<Done> tell_schools(WriteTx& tx, Training const& before, Training const& after) {
    std::set<std::string> codes;
    for (Training const* training : {&before, &after})
        for (TrainingSchool const& school : training->schools) codes.insert(school.school_code);
    for (std::string const& code : codes) {
        auto const had = proof_of(before, code);
        auto const has = proof_of(after, code);
        if (had == has) continue;
        auto const school = find_school(tx, code);
        AuditRow row{.action = "training",
                     .entity = Schema<SchoolRequirement>::name,
                     .entity_id = school->id.value,
                     .school_code = school->code};
        auto const note = [&](Json& side, std::optional<Proof> const& proof) {
            if (!proof) return;
            side["code"] = proof->requirement;
            side["training_id"] = after.id.value;
            side["valid_until"] = encode_value(proof->until);
        };
        note(row.before, had);
        note(row.after, has);
        TRY(record(tx, row));
    }
    return Done{};
}

} // namespace

Result<Training> add_training(WriteTx& tx, Access const& access, Training training) {
    TRY_ASSIGN(training, settled(tx, std::move(training), nullptr));
    TRY_ASSIGN(Training const stored, insert_training(tx, std::move(training)));
    TRY(record_created(tx, "create", stored.id.value, std::nullopt, stored));
    TRY(tell_schools(tx, Training{.id = stored.id}, stored));
    return get_training(tx, access, stored.id);
}

Result<Training> change_training(WriteTx& tx, Access const& access, Id<Training> id, Patch<Training> const& patch) {
    TRY_ASSIGN(Training const before, get_training(tx, access, id));
    TRY(check_version(patch, before));
    Training after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    TRY_ASSIGN(after, settled(tx, std::move(after), &before));
    if (after == before) return before;
    TRY(replace_training(tx, after));
    TRY(record_changed(tx, "update", id.value, std::nullopt, before, after));
    TRY(tell_schools(tx, before, after));
    return get_training(tx, access, id);
}

} // namespace schulkit
