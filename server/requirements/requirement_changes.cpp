#include "server/requirements/requirement_changes.hpp"

#include "server/attachments/attachment_changes.hpp"
#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// Names of files may tell of people: they stand beside the log.
void note_files(AuditRow& row, std::vector<AttachmentLink> const& before, std::vector<AttachmentLink> const& after) {
    if (before == after) return;
    auto const hashes = [](std::vector<AttachmentLink> const& files) {
        Json list = Json::array();
        for (AttachmentLink const& file : files) list.push_back(file.sha256);
        return list;
    };
    row.before["attachments"] = hashes(before);
    row.after["attachments"] = hashes(after);
    for (std::size_t i = 0; i < after.size(); ++i)
        row.texts.push_back({"attachments." + std::to_string(i) + ".name", std::nullopt, after[i].name});
}

/// The log tells it at the school: entity "school", with the requirement's code among what changed.
Result<Done> tell(WriteTx& tx, SchoolRequirement const& before, SchoolRequirement const& after) {
    AuditRow row{.action = "requirement",
                 .entity = Schema<SchoolRequirement>::name,
                 .entity_id = after.school_id.value,
                 .school_code = after.school_code};
    row.before["code"] = after.code;
    row.after["code"] = after.code;
    for_each_field<SchoolRequirement>([&](auto const& f) {
        if (f.rules.derived || f.name == "version" || f.name == "school_id" || before.*f.member == after.*f.member) return;
        note_changed(row, f.name, f.rules, encode_value(before.*f.member), encode_value(after.*f.member));
    });
    note_files(row, before.attachments, after.attachments);
    TRY(record(tx, row));
    return Done{};
}

/// The files that are part of it are those of `links`. What was there before needs nobody who has sent it.
Result<Done> keep_files(WriteTx& tx, Access const& access, SchoolRequirement const& before,
                        std::vector<AttachmentLink> const& links) {
    std::vector<AttachmentLink> files;
    for (std::size_t i = 0; i < links.size(); ++i) {
        auto const known = std::find_if(before.attachments.begin(), before.attachments.end(),
                                        [&](AttachmentLink const& file) { return file.sha256 == links[i].sha256; });
        if (known != before.attachments.end()) {
            files.push_back(*known);
            continue;
        }
        std::string const at = "attachments." + std::to_string(i) + ".sha256";
        TRY_ASSIGN(Attachment const attachment, attachment_to_link(tx, access, links[i].sha256, at));
        files.push_back({.sha256 = attachment.sha256, .name = file_name_of(links[i].name, attachment.media_type)});
    }
    TRY(put_away_evidence_files(tx, before.school_id, before.code));
    for (AttachmentLink const& file : files) TRY(keep_evidence_file(tx, before.school_id, before.code, file));
    return Done{};
}

Result<Requirement> prepared(Requirement requirement) {
    clean(requirement);
    if (auto errors = validate(requirement); !errors.empty()) return invalid(std::move(errors));
    return requirement;
}

FieldErrors errors_of(SchoolRequirement const& before, SchoolRequirement const& shown, Date const& today) {
    FieldErrors errors = validate(shown);
    bool const sent_back = before.state == RequirementState::submitted && shown.state == RequirementState::open;
    if (shown.state == RequirementState::expired) errors.push_back({"state", "cannot_be_set", {}});
    if (shown.state != RequirementState::open && !shown.evidence) errors.push_back({"evidence", "required", {}});
    if (shown.evidence_on && today < *shown.evidence_on) errors.push_back({"evidence_on", "future_date", {}});
    if (sent_back && !shown.answer) errors.push_back({"answer", "required", {}});
    if (shown.state == RequirementState::met && shown.valid_until && *shown.valid_until < today)
        errors.push_back({"valid_until", "past_date", {}});
    return errors;
}

} // namespace

Result<Requirement> add_requirement(WriteTx& tx, Requirement requirement) {
    TRY_ASSIGN(requirement, prepared(std::move(requirement)));
    TRY_ASSIGN(Requirement stored, insert_requirement(tx, std::move(requirement)));
    TRY(record_created(tx, "create", stored.id.value, std::nullopt, stored));
    return stored;
}

Result<Requirement> change_requirement(WriteTx& tx, std::string const& code, Patch<Requirement> const& patch) {
    auto const before = find_requirement(tx, code);
    if (!before) return fail(ErrorKind::not_found, "not_found");
    TRY(check_version(patch, *before));
    Requirement after = *before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    if (after.code != before->code) return invalid("code", "code_is_fixed");
    TRY_ASSIGN(after, prepared(std::move(after)));
    if (after == *before) return after;
    TRY(replace_requirement(tx, after));
    ++after.version;
    TRY(record_changed(tx, "update", after.id.value, std::nullopt, *before, after));
    return after;
}

Result<SchoolRequirement> get_school_requirement(Tx& tx, Access const& access, Id<School> school, std::string const& code) {
    auto found = find_school_requirement(tx, school, code);
    if (!found || !reaches(access, found->school_code)) return fail(ErrorKind::not_found, "not_found");
    return std::move(*found);
}

Result<SchoolRequirement> show_requirement(WriteTx& tx, Access const& access, Id<School> school, std::string const& code,
                                           Patch<SchoolRequirement> const& patch) {
    TRY_ASSIGN(SchoolRequirement const shown, get_school_requirement(tx, access, school, code));
    TRY(check_version(patch, shown));
    SchoolRequirement const before = *find_own_evidence(tx, school, code);
    SchoolRequirement after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    clean(after);
    bool const sets_state = patch.members.contains("state");
    if (sets_state && after.state == RequirementState::open && shown.state == RequirementState::met && shown.training_id)
        return fail(ErrorKind::conflict, "met_by_training");
    // what has expired is confirmed anew or shown anew
    if (!sets_state && before.state == RequirementState::expired) after.state = RequirementState::met;
    Date const today = tx.today();
    bool const confirms_now = after.state == RequirementState::met && before.state != RequirementState::met;
    if (confirms_now && !patch.members.contains("valid_until") && (!before.valid_until || *before.valid_until < today))
        after.valid_until = counts_until(before.valid_months, after.evidence_on.value_or(today));
    // how long it counts the office decides
    bool const confirms = may(access.role, Action::confirm_requirements);
    if (!confirms) after.valid_until.reset();
    // words about evidence that is sent back go with it
    if (after.state != RequirementState::open) after.answer.reset();
    if (auto errors = errors_of(before, after, today); !errors.empty()) return invalid(std::move(errors));
    if (!confirms && (after.state != RequirementState::submitted || after.due_on != before.due_on))
        return fail(ErrorKind::forbidden, "only_office_confirms");
    if (after == before) return shown;

    RequirementPeople people = people_of_requirement(tx, school, code);
    if (after.state == RequirementState::submitted) {
        people.submitted_by = tx.actor();
        after.submitted_at = tx.now();
    }
    if (after.state == RequirementState::met) {
        people.confirmed_by = tx.actor();
        after.confirmed_at = tx.now();
    } else {
        people.confirmed_by = {};
        after.confirmed_at.reset();
    }
    TRY(store_school_requirement(tx, after, people));
    if (!(after.attachments == before.attachments)) TRY(keep_files(tx, access, before, after.attachments));
    TRY(tell(tx, before, *find_own_evidence(tx, school, code)));
    return get_school_requirement(tx, access, school, code);
}

Result<Done> set_due_days(WriteTx& tx, Id<School> school, Date const& due_on) {
    for (OpenRequirement const& open : list_open_requirements(tx, school, due_on)) {
        // a day that has passed was another loan's; the earliest of those to come counts
        if (open.due_on && !(*open.due_on < tx.today()) && !(due_on < *open.due_on)) continue;
        auto const before = find_own_evidence(tx, school, open.code);
        if (!before) continue;
        SchoolRequirement after = *before;
        after.due_on = due_on;
        // an evidence that will have expired by then stays met until it does
        if (after.state == RequirementState::expired) after.state = RequirementState::met;
        TRY(store_school_requirement(tx, after, people_of_requirement(tx, school, open.code)));
        TRY(tell(tx, *before, *find_own_evidence(tx, school, open.code)));
    }
    return Done{};
}

} // namespace schulkit
