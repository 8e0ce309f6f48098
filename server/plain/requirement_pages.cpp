// What a school has to show, and showing it: words, a day and a file.

#include "server/attachments/attachment_changes.hpp"
#include "server/http/idempotency.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "server/plain/words.hpp"
#include "server/requirements/requirement_changes.hpp"
#include "server/schools/school_store.hpp"
#include "server/schools/standard_store.hpp"
#include "server/trainings/training_store.hpp"
#include "shared/core/format.hpp"
#include "shared/loans/loan_words.hpp"
#include "shared/schools/standard_words.hpp"

namespace schulkit::plain {
namespace {

constexpr std::string_view file_field = "file";
constexpr std::string_view file_types = "image/jpeg,image/png,image/webp,application/pdf,.pdf";

std::string requirement_path(SchoolRequirement const& requirement) {
    return "/basis/voraussetzungen/" + to_text(requirement.school_id) + '/' + requirement.code;
}

Html state_badge(Visit const& visit, RequirementState state) {
    return badge(state_text(visit.strings(), state), std::string{word_of(tone_of(state))});
}

/// Of one school.
struct Shown {
    School school = {};
    std::vector<SchoolRequirement> requirements = {};
    std::vector<SchoolStandard> standards = {};
    std::vector<Training> trainings = {};
};

Html standards_card(Visit const& visit, Shown const& shown) {
    Html list;
    for (SchoolStandard const& each : shown.standards) {
        std::string words;
        if (each.checked_on) words = visit.text("standards.checked", {{"date", date_text(visit.strings(), *each.checked_on)}});
        if (each.note) words += (words.empty() ? "" : " · ") + *each.note;
        list += el("li", {},
                   el("p", {}, el("b", {}, visit.text("school_standard.standard." + std::string{word_of(each.standard)})), " ",
                      badge(visit.text("school_standard.state." + std::string{word_of(each.state)}), std::string{word_of(tone_of(each.state))})),
                   words.empty() ? Html{} : el("p", {{"class", "muted"}}, words));
    }
    return card(visit.text("standards.title") + ": " + shown.school.code, el("ul", {{"class", "talk"}}, list));
}

Html trainings_card(Visit const& visit, Shown const& shown) {
    Html list;
    for (Training const& training : shown.trainings) {
        std::string words = date_text(visit.strings(), training.held_on);
        if (training.place) words += ", " + *training.place;
        for (TrainingSchool const& part : training.schools)
            if (part.school_code == shown.school.code)
                words += ", " + count_text(visit.strings(), "trainings.people", part.people);
        if (training.cancelled) words += ", " + visit.text("trainings.is_cancelled");
        if (training.requirement_label)
            words += ". " + visit.text("trainings.counts_for", {{"requirement", *training.requirement_label}});
        list += el("li", {}, el("p", {}, el("b", {}, training.title)), el("p", {{"class", "muted"}}, words));
    }
    Html const inner = shown.trainings.empty() ? el("p", {{"class", "muted"}}, visit.text("trainings.none_of_school"))
                                               : el("ul", {{"class", "talk"}}, list);
    return card(visit.text("trainings.title") + ": " + shown.school.code, inner);
}

struct Known {
    SchoolRequirement requirement = {};
    std::vector<AttachedFile> files = {};
};

Result<Known> load_known(Visit const& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_requirements));
    TRY_ASSIGN(std::int64_t const school, visit.id());
    std::string const& code = visit.call().path_values()[1].second;
    return visit.database().read([&](Tx& tx) -> Result<Known> {
        TRY_ASSIGN(SchoolRequirement requirement, get_school_requirement(tx, access, Id<School>{school}, code));
        auto files = list_evidence_files(tx, requirement.school_id, requirement.code);
        return Known{std::move(requirement), std::move(files)};
    });
}

std::vector<FieldLook> evidence_fields(Visit const& visit) {
    return {{.name = name_of(&SchoolRequirement::evidence),
             .label = visit.text("school_requirement.evidence"),
             .hint = visit.text("loans.no_pupils"),
             .required = true,
             .max_length = 4000},
            {.name = name_of(&SchoolRequirement::evidence_on),
             .label = visit.text("school_requirement.evidence_on"),
             .hint = visit.text("requirements.evidence_on_hint"),
             .type = "date"},
            {.name = file_field,
             .label = visit.text("requirements.file"),
             .hint = visit.text("attachment.no_pupils_pdf", {{"size", size_text(visit.strings(), max_attachment_bytes)}})}};
}

Html file_choice(Visit const& visit, FormState const& state, FieldLook const& look) {
    std::string const error = error_of(visit, state, look.name);
    Html beside = el("p", {{"class", "hint"}, {"id", "file-hint"}}, look.hint);
    if (!error.empty()) beside += el("p", {{"class", "error"}, {"id", "file-error"}}, error);
    return el("div", {{"class", error.empty() ? "field" : "field wrong"}},
              el("label", {{"for", look.name}}, look.label, " ", el("span", {{"class", "optional"}}, visit.text("plain.optional"))),
              beside,
              el("input", {{"type", "file"},
                           {"id", look.name},
                           {"name", look.name},
                           {"accept", file_types},
                           {"aria-invalid", error.empty() ? std::nullopt : std::optional{std::string{"true"}}},
                           {"aria-describedby", error.empty() ? "file-hint" : "file-error file-hint"}}));
}

Html known_facts(Visit const& visit, Known const& known) {
    SchoolRequirement const& shown = known.requirement;
    Strings const& strings = visit.strings();
    Html facts = fact(visit.text("school_requirement.state"), state_badge(visit, shown.state));
    if (shown.due_on) facts += fact(visit.text("school_requirement.due_on"), date_text(strings, *shown.due_on));
    if (shown.valid_until) facts += fact(visit.text("school_requirement.valid_until"), date_text(strings, *shown.valid_until));
    if (shown.training_title)
        facts += fact(visit.text("trainings.one"), *shown.training_title + ", " + date_text(strings, *shown.training_on));
    if (shown.evidence)
        facts += fact(visit.text("school_requirement.evidence"), el("span", {{"class", "words"}}, *shown.evidence));
    if (shown.evidence_on) facts += fact(visit.text("school_requirement.evidence_on"), date_text(strings, *shown.evidence_on));
    Html own = card(visit.text("requirements.facts"), el("dl", {{"class", "facts"}}, facts));
    if (known.files.empty()) return own;
    Html list;
    for (AttachedFile const& file : known.files) {
        std::string const path = url_of<GetEvidenceFile>({.id = shown.school_id, .code = shown.code, .position = file.position}, {});
        list += el("li", {}, link(visit, path, file.name), " · " + size_text(strings, file.size));
    }
    own += card(visit.text("requirements.files"), el("ul", {}, list));
    return own;
}

HttpResponse known_page(Visit const& visit, Known const& known, FormState const& state) {
    SchoolRequirement const& shown = known.requirement;
    auto const looks = evidence_fields(visit);
    Html own = error_summary(visit, state, visit.text("requirements.not_saved"), looks);
    own += back_link(visit, "/basis/voraussetzungen", visit.text("requirements.title"));
    own += el("h1", {}, shown.label);
    if (visit.parameter("neu") == "1" && state.is_good())
        own += notice(Notice::success, visit.text("requirements.stored.submitted"), {}, Focus::comes);
    if (shown.description) own += el("p", {{"class", "lead"}}, *shown.description);
    if (shown.answer)
        own += notice(Notice::warning, visit.text("requirements.sent_back"), el("p", {{"class", "words"}}, *shown.answer));
    own += known_facts(visit, known);
    if (visit.may(Action::show_requirements) && !visit.may(Action::confirm_requirements))
        own += card(visit.text("requirements.submit"),
                    el("form",
                       {{"method", "post"},
                        {"action", visit.path(requirement_path(shown))},
                        {"enctype", "multipart/form-data"}},
                       form_key(visit), text_area(visit, state, looks[0]), text_field(visit, state, looks[1]),
                       file_choice(visit, state, looks[2]),
                       el("div", {{"class", "actions"}}, submit(visit.text("requirements.submit")))));
    std::string const title = shown.label;
    return page(visit,
                {.title = state.is_good() ? title : visit.text("plain.error_in", {{"page", title}}),
                 .section = Section::kits,
                 .status = state.is_good() ? 200 : 422,
                 .counterpart = address("/voraussetzungen", {{"schule", shown.school_code}}),
                 .language_at = requirement_path(shown)},
                own);
}

FormState state_of_known(Known const& known) {
    FormState state;
    if (known.requirement.evidence)
        state.values.emplace_back(name_of(&SchoolRequirement::evidence), *known.requirement.evidence);
    if (known.requirement.evidence_on)
        state.values.emplace_back(name_of(&SchoolRequirement::evidence_on), to_iso(*known.requirement.evidence_on));
    return state;
}

/// At most one, as it will be stored; what is wrong with it is told at its field.
Result<std::optional<ReadyAttachment>> file_of_form(Form const& form) {
    for (FormFile const& file : form.files()) {
        if (file.field != file_field) continue;
        auto ready = ready_attachment(file.bytes, file.name);
        if (!ready) return invalid(std::string{file_field}, ready.error().code == "too_large" ? "file_too_large" : ready.error().code);
        return std::optional{std::move(*ready)};
    }
    return std::optional<ReadyAttachment>{};
}

Result<std::string> keep_evidence(WriteTx& tx, Access const& access, Known const& known, Form const& form,
                                  std::optional<ReadyAttachment> const& ready) {
    SchoolRequirement const& before = known.requirement;
    Patch<SchoolRequirement> patch;
    patch.members = Json{{"state", "submitted"}, {"valid_until", nullptr}};
    std::string const evidence{clean_text(form.get(name_of(&SchoolRequirement::evidence)))};
    std::string const day = form.get(name_of(&SchoolRequirement::evidence_on));
    set_member(patch.members, "evidence", evidence.empty() ? Json(nullptr) : Json(evidence));
    set_member(patch.members, "evidence_on", day.empty() ? Json(nullptr) : Json(day));
    if (ready) {
        std::vector<AttachmentLink> links = before.attachments;
        TRY_ASSIGN(Attachment const stored, store_attachment(tx, access, *ready));
        std::string name;
        for (FormFile const& file : form.files())
            if (file.field == file_field) name = file.name;
        bool known_already = false;
        for (AttachmentLink const& link : links) known_already = known_already || link.sha256 == stored.sha256;
        if (!known_already) links.push_back({.sha256 = stored.sha256, .name = file_name_of(name, stored.media_type)});
        set_member(patch.members, "attachments", encode_value(links));
    }
    auto const shown = show_requirement(tx, access, before.school_id, before.code, patch);
    if (!shown && shown.error().kind == ErrorKind::invalid)
        for (FieldError const& error : shown.error().fields)
            if (error.field == "attachments") return invalid(std::string{file_field}, error.code);
    if (!shown) return fail(shown.error());
    return requirement_path(before) + "?neu=1";
}

} // namespace

Html requirement_list(Visit const& visit, std::vector<SchoolRequirement> const& requirements) {
    Html list;
    for (SchoolRequirement const& requirement : requirements)
        list += el("li", {},
                   el("p", {}, link(visit, requirement_path(requirement), requirement.label), " ",
                      state_badge(visit, requirement.state)),
                   el("p", {{"class", "muted"}}, detail_text(visit.strings(), requirement)));
    return el("ul", {{"class", "talk"}}, list);
}

FormKind const& evidence_form_kind() {
    static FormKind const kind{.pattern = "/basis/voraussetzungen/{id}/{code}",
                               .fields = {{name_of(&SchoolRequirement::evidence), "school_requirement.evidence"},
                                          {name_of(&SchoolRequirement::evidence_on), "school_requirement.evidence_on"}},
                               .max_bytes = max_attachment_bytes + max_form_bytes};
    return kind;
}

Result<HttpResponse> requirements_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_requirements));
    auto const all_shown = visit.database().read([&](Tx& tx) -> Result<std::vector<Shown>> {
        std::vector<Shown> all;
        TRY_ASSIGN(Page<School> const schools, list_schools(tx, access, {.limit = max_page_size}));
        for (School const& school : schools.items)
            all.push_back({school, list_school_requirements(tx, school.id), list_school_standards(tx, school),
                           list_trainings(tx, access, {.school_code = school.code})});
        return all;
    });
    if (!all_shown) return fail(all_shown.error());
    std::string const title = visit.text("requirements.title");
    Html own = all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("requirements.why")));
    for (Shown const& shown : *all_shown) {
        own += card(shown.school.code + " · " + shown.school.name, requirement_list(visit, shown.requirements));
        own += standards_card(visit, shown);
        own += trainings_card(visit, shown);
    }
    return page(visit, {.title = title, .section = Section::kits, .counterpart = "/voraussetzungen"}, own);
}

Result<HttpResponse> requirement_page(Visit& visit) {
    TRY_ASSIGN(Known const known, load_known(visit));
    return known_page(visit, known, state_of_known(known));
}

Result<HttpResponse> take_evidence(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::show_requirements));
    TRY_ASSIGN(Known const known, load_known(visit));
    auto const ready = file_of_form(form);
    auto const next = !ready ? Result<std::string>{fail(ready.error())}
                             : write_form_once(visit.call(), access, [&](WriteTx& tx) {
                                   return keep_evidence(tx, access, known, form, *ready);
                               });
    if (next) return go_on_at(visit.path(*next));
    bool const is_told = next.error().kind == ErrorKind::invalid || next.error().kind == ErrorKind::too_many;
    if (!is_told) return fail(next.error());
    FormState state = state_of(visit, form, next.error());
    if (next.error().code == "idempotency_key_reused") state.trouble = visit.text("plain.sent_already");
    return known_page(visit, known, state);
}

} // namespace schulkit::plain
