#include "server/plain/fields.hpp"

#include "server/plain/kept_forms.hpp"

namespace schulkit::plain {
namespace {

std::optional<std::string> described_by(FieldLook const& look, bool is_wrong) {
    std::string ids;
    if (is_wrong) ids += std::string{look.name} + "-error";
    if (!look.hint.empty()) ids += (ids.empty() ? "" : " ") + std::string{look.name} + "-hint";
    return ids.empty() ? std::nullopt : std::optional{ids};
}

std::optional<std::string> present(std::string const& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

Html label_words(Visit const& visit, FieldLook const& look) {
    if (look.required || !look.marked) return look.label;
    return all(look.label, " ", el("span", {{"class", "optional"}}, visit.text("plain.optional")));
}

Html beside(FieldLook const& look, std::string const& error) {
    Html made;
    if (!look.hint.empty())
        made += el("p", {{"class", "hint"}, {"id", std::string{look.name} + "-hint"}}, look.hint);
    if (!error.empty()) made += el("p", {{"class", "error"}, {"id", std::string{look.name} + "-error"}}, error);
    return made;
}

Html around(Visit const& visit, FieldLook const& look, std::string const& error, Html const& control) {
    return el("div", {{"class", error.empty() ? "field" : "field wrong"}},
              el("label", {{"for", look.name}}, label_words(visit, look)), beside(look, error), control);
}

std::optional<std::string> invalid_mark(std::string const& error) {
    return error.empty() ? std::nullopt : std::optional{std::string{"true"}};
}

} // namespace

std::string FormState::value(std::string_view name) const {
    for (auto const& [each, value] : values)
        if (each == name) return value;
    return {};
}

FormState state_of(Visit const& visit, Form const& form, Error const& error) {
    FormState state{.values = form.fields(), .errors = error.fields};
    if (error.fields.empty()) state.trouble = visit.error(error.code);
    return state;
}

std::string error_of(Visit const& visit, FormState const& state, std::string_view name) {
    for (FieldError const& error : state.errors) {
        if (error.field != name) continue;
        std::string const finer = error.code + '.' + error.field;
        return visit.error(visit.strings().has("error." + finer) ? finer : error.code);
    }
    return {};
}

Html text_field(Visit const& visit, FormState const& state, FieldLook const& look) {
    std::string const error = error_of(visit, state, look.name);
    return around(visit, look, error,
                  el("input", {{"type", look.type},
                               {"id", look.name},
                               {"name", look.name},
                               {"value", state.value(look.name)},
                               {"aria-required", look.required ? std::optional{std::string{"true"}} : std::nullopt},
                               {"maxlength", look.type == "date" ? std::nullopt
                                                                 : std::optional{std::to_string(look.max_length)}},
                               {"autocomplete", present(look.autocomplete)},
                               {"placeholder", present(look.placeholder)},
                               {"aria-invalid", invalid_mark(error)},
                               {"aria-describedby", described_by(look, !error.empty())}}));
}

Html text_area(Visit const& visit, FormState const& state, FieldLook const& look) {
    std::string const error = error_of(visit, state, look.name);
    return around(visit, look, error,
                  el("textarea",
                     {{"id", look.name},
                      {"name", look.name},
                      {"rows", std::to_string(look.rows)},
                      {"aria-required", look.required ? std::optional{std::string{"true"}} : std::nullopt},
                      {"maxlength", std::to_string(look.max_length)},
                      {"placeholder", present(look.placeholder)},
                      {"aria-invalid", invalid_mark(error)},
                      {"aria-describedby", described_by(look, !error.empty())}},
                     state.value(look.name)));
}

Html select_field(Visit const& visit, FormState const& state, FieldLook const& look,
                  std::vector<Choice> const& choices) {
    std::string const error = error_of(visit, state, look.name);
    std::string const chosen = state.value(look.name);
    Html options;
    for (Choice const& choice : choices)
        options += el("option", {{"value", choice.value}, flag("selected", choice.value == chosen)}, choice.words);
    FieldLook named = look;
    named.marked = false; // a choice always has a value
    return around(visit, named, error,
                  el("select",
                     {{"id", look.name},
                      {"name", look.name},
                      {"aria-invalid", invalid_mark(error)},
                      {"aria-describedby", described_by(look, !error.empty())}},
                     options));
}

Html radio_field(Visit const& visit, FormState const& state, FieldLook const& look,
                 std::vector<Choice> const& choices) {
    std::string const error = error_of(visit, state, look.name);
    std::string const chosen = state.value(look.name);
    Html options;
    for (Choice const& choice : choices) {
        bool const first = &choice == &choices.front();
        std::string const id = first ? std::string{look.name} : std::string{look.name} + '-' + choice.value;
        options += el("div", {{"class", "choice"}},
                      el("input", {{"type", "radio"},
                                   {"id", id},
                                   {"name", look.name},
                                   {"value", choice.value},
                                   flag("checked", choice.value == chosen)}),
                      el("label", {{"for", id}}, choice.words));
    }
    return el("fieldset",
              {{"class", error.empty() ? "field" : "field wrong"}, {"aria-describedby", described_by(look, !error.empty())}},
              el("legend", {}, look.label), beside(look, error), options);
}

Html hidden_field(Name name, std::string const& value) {
    return el("input", {{"type", "hidden"}, {"name", name.text()}, {"value", value}});
}

Html form_key(Visit const& visit) {
    Html fields = el("input", {{"type", "hidden"}, {"name", form_key_field}, {"value", new_form_key()}});
    if (visit.person())
        fields += el("input", {{"type", "hidden"}, {"name", person_field}, {"value", to_text(visit.person()->id)}});
    return fields;
}

Html submit(std::string const& words, bool primary) {
    return el("button", {{"class", primary ? "button primary" : "button"}, {"type", "submit"}}, words);
}

Html error_summary(Visit const& visit, FormState const& state, std::string const& title,
                   std::vector<FieldLook> const& looks) {
    if (state.is_good()) return {};
    Html inner;
    if (!state.trouble.empty()) inner += el("p", {}, state.trouble);
    Html list;
    for (FieldLook const& look : looks)
        if (std::string const error = error_of(visit, state, look.name); !error.empty())
            list += el("li", {}, el("a", {{"href", "#" + std::string{look.name}}}, look.label + ": " + error));
    if (!list.empty()) inner += el("ul", {}, list);
    return notice(Notice::danger, title, inner, Focus::comes);
}

} // namespace schulkit::plain
