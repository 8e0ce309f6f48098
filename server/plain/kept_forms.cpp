#include "server/plain/kept_forms.hpp"

#include "server/plain/fields.hpp"

#include <algorithm>

namespace schulkit::plain {
namespace {

/// A form's fields travel through the sign-in under this prefix.
constexpr std::string_view kept_prefix = "kept.";
constexpr std::string_view kept_action = "kept_action";

std::string kept_name(std::string_view name) {
    return std::string{kept_prefix} + std::string{name};
}

/// nullptr where that address takes no form of a person's.
FormKind const* find_kind(std::string_view address) {
    std::string_view const path = address.substr(0, address.find('?'));
    PathValues values;
    for (FormKind const* kind : {&report_form_kind(), &comment_form_kind(), &objection_form_kind(), &evidence_form_kind(),
                                 &loan_request_form_kind(), &feedback_form_kind(), &statement_form_kind(), &paper_settings_form_kind(),
                                 &calendar_form_kind()})
        if (PathPattern{kind->pattern}.matches(path, values)) return kind;
    return nullptr;
}

/// Only what the form has: anything else somebody else has added.
std::vector<std::string_view> names_of(FormKind const& kind) {
    std::vector<std::string_view> names{form_key_field, person_field};
    for (FormField const& field : kind.fields) names.push_back(field.name);
    return names;
}

Html hidden(std::string_view name, std::string const& value) {
    return el("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

} // namespace

bool is_of_another(Visit const& visit, Form const& form) {
    return form.has(person_field) && form.get(person_field) != to_text(visit.person()->id);
}

HttpResponse foreign_form_page(Visit const& visit, FormKind const& kind, Form const& form) {
    std::string const title = visit.text("plain.other_person", {{"name", visit.person()->username}});
    Html own = all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("plain.other_person_lead")));
    Html typed;
    for (FormField const& field : kind.fields)
        if (std::string const& value = form.get(field.name); !field.label.empty() && !value.empty())
            typed += fact(visit.text(field.label), el("span", {{"class", "words"}}, value));
    if (!typed.empty()) own += card(visit.text("plain.other_person_typed"), el("dl", {{"class", "facts"}}, typed));
    own += el("p", {{"class", "actions"}}, button_link(visit, "/basis", visit.text("app.to_start"), true));
    return page(visit, {.title = title, .status = 409, .language_at = "/basis"}, own);
}

Html kept_fields(Visit const& visit, Form const& form) {
    FormKind const* const kind = find_kind(visit.here());
    if (kind == nullptr) return {};
    Html fields = hidden(kept_action, visit.here());
    for (std::string_view const name : names_of(*kind))
        if (form.has(name)) fields += hidden(kept_name(name), form.get(name));
    return fields;
}

Html kept_fields_again(Form const& sign_in) {
    FormKind const* const kind = find_kind(sign_in.get(kept_action));
    if (kind == nullptr) return {};
    Html fields = hidden(kept_action, sign_in.get(kept_action));
    for (std::string_view const name : names_of(*kind))
        if (std::string const kept = kept_name(name); sign_in.has(kept)) fields += hidden(kept, sign_in.get(kept));
    return fields;
}

bool keeps_form(Form const& sign_in) {
    return find_kind(safe_next(sign_in.get(kept_action))) != nullptr;
}

bool keeps_form_of(Form const& sign_in, Person const& person) {
    return keeps_form(sign_in) && sign_in.get(kept_name(person_field)) == to_text(person.id);
}

HttpResponse resume_page(Visit const& visit, Form const& sign_in) {
    std::string const title = visit.text("plain.resume");
    std::string const action = safe_next(sign_in.get(kept_action));
    Html fields;
    if (FormKind const* const kind = find_kind(action))
        for (std::string_view const name : names_of(*kind))
            if (std::string const kept = kept_name(name); sign_in.has(kept)) fields += hidden(name, sign_in.get(kept));
    Html own = all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("plain.resume_lead")));
    own += el("form", {{"method", "post"}, {"action", visit.path(action)}}, fields,
              el("div", {{"class", "actions"}}, submit(visit.text("plain.resume_send")),
                 button_link(visit, "/basis", visit.text("app.to_start"))));
    return page(visit, {.title = title, .language_at = "/basis"}, own);
}

std::size_t max_sign_in_bytes() {
    // of evidence only the words
    return std::max({report_form_kind().max_bytes, comment_form_kind().max_bytes, objection_form_kind().max_bytes,
                     statement_form_kind().max_bytes, paper_settings_form_kind().max_bytes, feedback_form_kind().max_bytes});
}

} // namespace schulkit::plain
