#include "client/requirements/requirements_model.hpp"

#include "client/forms/record_form.hpp"
#include "client/forms/refusal.hpp"
#include "shared/core/text.hpp"

#include <algorithm>
#include <utility>

namespace schulkit {
namespace {

School const* find_school_by_id(Schools const& schools, Id<School> id) {
    if (schools.value() == nullptr) return nullptr;
    for (School const& school : schools.value()->items)
        if (school.id == id) return &school;
    return nullptr;
}

void load_requirements_of(RequirementsModel& model, Api& api, Id<School> school) {
    if (model.shown != school) {
        model.requirements.clear();
        model.standards.clear();
        model.trainings.clear();
    }
    model.shown = school;
    model.requirements.start();
    model.standards.start();
    model.trainings.start();
    std::uint64_t const question = ++model.asked;
    School const* const known = find_school_by_id(model.schools, school);
    api.read<ListSchoolStandards>({school}, {}, [&model, question](Result<Page<SchoolStandard>> found) {
        if (question == model.asked) model.standards.take(std::move(found));
    });
    api.read<ListTrainings>({}, {.school_code = known != nullptr ? known->code : std::string{}},
                            [&model, question](Result<Page<Training>> found) {
                                if (question == model.asked) model.trainings.take(std::move(found));
                            });
    api.read<ListSchoolRequirements>({school}, {}, [&model, question](Result<Page<SchoolRequirement>> found) {
        if (question == model.asked) model.requirements.take(std::move(found));
    });
}

SchoolRequirement const* find_requirement(RequirementsModel const& model, std::string_view code) {
    if (model.requirements.value() == nullptr) return nullptr;
    for (SchoolRequirement const& each : model.requirements.value()->items)
        if (each.code == code) return &each;
    return nullptr;
}

void show_draft(RequirementsModel& model, SchoolRequirement const& draft) {
    model.evidence = draft.evidence.value_or("");
    model.evidence_on = draft.evidence_on ? to_iso(*draft.evidence_on) : std::string{};
    model.valid_until = draft.valid_until ? to_iso(*draft.valid_until) : std::string{};
    model.answer = draft.answer.value_or("");
}

/// Those that are stored, in place of those that were chosen.
void reload_files(RequirementsModel& model, Api& api) {
    model.files.clear();
    model.attachments = {.run = model.attachments.run + 1};
    if (!model.before.attachments.empty()) load_evidence_files(model, api);
}

/// What the other person stored joins what is typed; it is told by what they changed.
void take_stale(RequirementsModel& model, Api& api, Error const& error) {
    auto const stale = decode<StaleRecord<SchoolRequirement>>(error.extra);
    if (!stale || stale->current.code != model.before.code) return;
    SchoolRequirement draft = draft_of(model);
    auto others = merge_changes(model.before, stale->current, draft);
    model.others_base = std::exchange(model.before, stale->current);
    show_draft(model, draft);
    bool const other_files = !(model.others_base.attachments == model.before.attachments);
    if (other_files && draft.attachments.empty()) take_theirs(others, model.before, draft, "attachments"); // none of one's own to keep
    if (other_files && draft.attachments == model.before.attachments)
        reload_files(model, api);
    else if (other_files)
        load_evidence_files(model, api); // one's own stay chosen
    if (others.empty()) return; // both have done the same
    model.others = std::move(others);
    model.refused.reset();
}

} // namespace

bool files_known(RequirementsModel const& model) { return model.before.attachments.empty() || model.files.value() != nullptr; }

void open_requirements(RequirementsModel& model, Api& api, Person const& me, Route const& route) {
    model.school_code = route.parameter("schule");
    reload_requirements(model, api, me);
}

void reload_requirements(RequirementsModel& model, Api& api, Person const& me) {
    if (School const* const school = school_shown(model, me)) return load_requirements_of(model, api, school->id);
    if (model.schools.value() != nullptr) return;
    model.schools.start();
    api.read<ListSchools>({}, {.limit = max_page_size}, [&model, &api, &me](Result<Page<School>> found) {
        model.schools.take(std::move(found));
        if (School const* const school = school_shown(model, me)) load_requirements_of(model, api, school->id);
    });
}

void take_requirement_changes(RequirementsModel& model, Api& api, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        if (change.entity == Schema<Requirement>::name || change.entity == Schema<Training>::name) return true;
        bool const of_school =
            change.entity == Schema<SchoolRequirement>::name || change.entity == Schema<SchoolStandard>::name;
        return of_school && change.entity_id == model.shown.value;
    });
    if ((concerned || changes.more) && model.shown && !model.saving) load_requirements_of(model, api, model.shown);
}

School const* school_shown(RequirementsModel const& model, Person const& me) {
    if (!model.school_code.empty()) return find_school(model.schools, model.school_code);
    if (is_limited(me, Action::read_requirements) && me.school_codes.size() == 1)
        return find_school(model.schools, me.school_codes.front());
    return nullptr;
}

void load_evidence_files(RequirementsModel& model, Api& api) {
    model.files.start();
    SchoolRequirement const& of = model.before;
    api.read<ListEvidenceFiles>({.id = of.school_id, .code = of.code}, {},
                                [&model, school = of.school_id, code = of.code](Result<Page<AttachedFile>> found) {
                                    if (school != model.before.school_id || code != model.before.code) return;
                                    if (found && model.attachments.files.empty()) model.attachments.files = found->items;
                                    model.files.take(std::move(found));
                                });
}

void open_requirement(RequirementsModel& model, Api& api, Person const& me, std::string const& code) {
    if (model.saving) { // the answer is about the one before
        model.dialog_open = true;
        return;
    }
    SchoolRequirement const* const requirement = find_requirement(model, code);
    if (requirement == nullptr) return;
    model.before = *requirement;
    model.others.clear();
    model.errors.clear();
    model.refused.reset();
    model.dialog_open = true;
    SchoolRequirement draft = model.before;
    Date const today = to_berlin({api.platform().now_unix_ms()}).date;
    // what is confirmed now counts as long as the county's list says
    if (may(me, Action::confirm_requirements) && draft.state != RequirementState::met && !draft.valid_until)
        draft.valid_until = counts_until(draft.valid_months, draft.evidence_on.value_or(today));
    show_draft(model, draft);
    reload_files(model, api);
}

SchoolRequirement draft_of(RequirementsModel const& model) {
    auto const given = [](std::string const& typed) {
        std::string words{trim(typed)};
        return words.empty() ? std::nullopt : std::optional{std::move(words)};
    };
    SchoolRequirement draft = model.before;
    draft.evidence = given(model.evidence);
    draft.evidence_on = parse_iso_date(model.evidence_on);
    draft.valid_until = parse_iso_date(model.valid_until);
    draft.answer = given(model.answer);
    if (files_known(model)) draft.attachments = links_of(model.attachments);
    return draft;
}

void take_theirs(RequirementsModel& model, Api& api, std::string_view field) {
    SchoolRequirement draft = draft_of(model);
    take_theirs(model.others, model.before, draft, field);
    show_draft(model, draft);
    if (field == "attachments") reload_files(model, api);
}

void save_requirement(RequirementsModel& model, Api& api, Person const& me, RequirementState state) {
    if (model.saving || model.before.code.empty() || is_sending(model.attachments)) return;
    model.errors.clear();
    model.refused.reset();
    SchoolRequirement const draft = draft_of(model);
    bool const sends_back = state == RequirementState::open && draft.state == RequirementState::submitted;
    if (state != RequirementState::open && !draft.evidence) model.errors.push_back({"evidence", "required", {}});
    if (sends_back && !draft.answer) model.errors.push_back({"answer", "required", {}});
    check_date(model.evidence_on, "evidence_on", model.errors);
    check_date(model.valid_until, "valid_until", model.errors);
    if (!model.errors.empty()) return api.platform().move_focus(FocusTarget::first_field_with_error);
    bool const confirms = may(me, Action::confirm_requirements);
    Request<PutSchoolRequirement> request{.path = {.id = draft.school_id, .code = draft.code}};
    Json& members = request.body.members;
    set_member(members, "state", encode_value(state));
    set_member(members, "evidence", encode_value(draft.evidence));
    set_member(members, "evidence_on", encode_value(draft.evidence_on));
    // what a school shows anew counts until the office says so
    set_member(members, "valid_until", confirms ? encode_value(draft.valid_until) : Json(nullptr));
    if (files_known(model)) set_member(members, "attachments", encode_value(draft.attachments));
    if (confirms) set_member(members, "answer", encode_value(draft.answer));
    set_member(members, "version", encode_value(draft.version));
    model.saving = true;
    std::string const key = model.key.for_body(api, to_text(draft.school_id) + draft.code + encode(request.body));
    api.write<PutSchoolRequirement>(key, request, [&model, &api, state](Result<SchoolRequirement> stored) {
        model.saving = false;
        if (!stored) {
            take_refusal(model, stored.error());
            if (stored.error().code == "stale") take_stale(model, api, stored.error());
            return;
        }
        model.key.succeeded();
        model.dialog_open = false;
        model.stored = state;
        load_requirements_of(model, api, model.shown);
    });
}

void open_standard(RequirementsModel& model, Standard standard) {
    if (model.standards.value() == nullptr) return;
    if (model.standard.saving) { // the answer is about the one before
        model.standard.dialog_open = true;
        return;
    }
    for (SchoolStandard const& each : model.standards.value()->items) {
        if (each.standard != standard) continue;
        StandardModel& dialog = model.standard;
        dialog.shown = standard;
        dialog.draft = each;
        dialog.errors.clear();
        dialog.refused.reset();
        dialog.unreadable = false;
        dialog.dialog_open = true;
    }
}

void save_standard(RequirementsModel& model, Api& api) {
    StandardModel& dialog = model.standard;
    if (dialog.saving || !dialog.shown) return;
    SchoolStandard draft = dialog.draft;
    clean(draft);
    dialog.errors = validate(draft);
    dialog.refused.reset();
    if (dialog.unreadable || !dialog.errors.empty())
        return api.platform().move_focus(FocusTarget::first_field_with_error);
    std::string const standard{word_of(*dialog.shown)};
    Request<PutSchoolStandard> request{.path = {.id = draft.school_id, .standard = standard}};
    Json& members = request.body.members;
    set_member(members, "state", encode_value(draft.state));
    set_member(members, "note", encode_value(draft.note));
    set_member(members, "checked_on", encode_value(draft.checked_on));
    set_member(members, "version", encode_value(draft.version));
    dialog.saving = true;
    api.write<PutSchoolStandard>(dialog.key.for_body(api, to_text(draft.school_id) + standard + encode(request.body)), request,
                                 [&model, &api](Result<SchoolStandard> stored) {
                                     StandardModel& sent = model.standard;
                                     sent.saving = false;
                                     if (!stored) {
                                         take_refusal(sent, stored.error());
                                         return;
                                     }
                                     sent.key.succeeded();
                                     sent.dialog_open = false;
                                     sent.stored = true;
                                     load_requirements_of(model, api, model.shown);
                                 });
}

} // namespace schulkit
