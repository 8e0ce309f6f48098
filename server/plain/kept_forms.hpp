#pragma once
// What somebody has typed is neither lost when their session has ended, nor sent in another person's name. A form
// carries who it was made for; while its sender signs in anew it travels along in hidden fields.

#include "server/plain/frame.hpp"

namespace schulkit::plain {

/// The field in which a form carries whom it was made for.
inline constexpr std::string_view person_field = "person";

struct FormField {
    std::string_view name;
    std::string_view label = {}; ///< key of its text where it holds what was typed; empty: chosen, or hidden
};

/// A form that needs a person: where it goes, what it has, how long it may be.
struct FormKind {
    std::string_view pattern = {};
    std::vector<FormField> fields = {}; ///< without its key and its person
    std::size_t max_bytes = max_form_bytes;
};
FormKind const& report_form_kind();    ///< report_pages.cpp
FormKind const& comment_form_kind();   ///< ticket_pages.cpp
FormKind const& objection_form_kind(); ///< difference_pages.cpp
FormKind const& evidence_form_kind();  ///< requirement_pages.cpp; its file does not travel
FormKind const& loan_request_form_kind(); ///< loan_request_pages.cpp
FormKind const& feedback_form_kind();  ///< feedback_pages.cpp
FormKind const& statement_form_kind(); ///< statement_pages.cpp
FormKind const& paper_settings_form_kind(); ///< paper_pages.cpp
FormKind const& calendar_form_kind();  ///< calendar_pages.cpp

/// Whether another person than the one who is signed in has opened that form.
bool is_of_another(Visit const& visit, Form const& form);
/// Nothing was stored, and here is what was typed. 409.
HttpResponse foreign_form_page(Visit const& visit, FormKind const& kind, Form const& form);

/// Hidden fields for the sign-in, of a form that was sent to the visit's address.
Html kept_fields(Visit const& visit, Form const& form);
/// The same once more, of a sign-in that has failed.
Html kept_fields_again(Form const& sign_in);
bool keeps_form(Form const& sign_in);
/// Whether it was made for whoever has signed in with it.
bool keeps_form_of(Form const& sign_in, Person const& person);
/// One press and the kept form goes on its way; until then nothing is sent.
HttpResponse resume_page(Visit const& visit, Form const& sign_in);
/// How long a sign-in may be that carries the longest of the forms.
std::size_t max_sign_in_bytes();

} // namespace schulkit::plain
