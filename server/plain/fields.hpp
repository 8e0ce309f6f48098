#pragma once
// The pieces of forms: fields with label, hint and error tied together, and the summary of what is wrong.

#include "server/plain/frame.hpp"

namespace schulkit::plain {

/// What a form shows: the values as sent, and what is wrong with them.
struct FormState {
    std::vector<std::pair<std::string, std::string>> values = {};
    FieldErrors errors = {};
    std::string trouble = {}; ///< what belongs to no field, as it reads

    std::string value(std::string_view name) const;
    bool is_good() const { return errors.empty() && trouble.empty(); }
};

/// The values of that form, with an error: each field's, or the trouble with all of it.
FormState state_of(Visit const& visit, Form const& form, Error const& error);

struct FieldLook {
    std::string_view name; ///< also the id, and that of the entity's member
    std::string label;
    std::string hint = {};
    bool required = false;
    bool marked = true; ///< "(freiwillig)" where it is not required
    std::size_t max_length = 200;
    std::string type = "text";
    std::string autocomplete = {};
    std::string placeholder = {};
    int rows = 5;
};

Html text_field(Visit const& visit, FormState const& state, FieldLook const& look);
Html text_area(Visit const& visit, FormState const& state, FieldLook const& look);

struct Choice {
    std::string value;
    std::string words;
};
Html select_field(Visit const& visit, FormState const& state, FieldLook const& look, std::vector<Choice> const& choices);
Html radio_field(Visit const& visit, FormState const& state, FieldLook const& look, std::vector<Choice> const& choices);

Html hidden_field(Name name, std::string const& value);
/// Hidden, in every form that changes something: its key, and whom it was made for.
Html form_key(Visit const& visit);
Html submit(std::string const& words, bool primary = true);

/// At the top of the page, takes the focus: each error leads to its field. Empty where nothing is wrong. `looks` name
/// the fields in their order.
Html error_summary(Visit const& visit, FormState const& state, std::string const& title,
                   std::vector<FieldLook> const& looks);
/// How the error of a field reads; empty where it has none.
std::string error_of(Visit const& visit, FormState const& state, std::string_view name);

} // namespace schulkit::plain
