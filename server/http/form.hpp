#pragma once
// What a page's form sends: application/x-www-form-urlencoded, or with a file multipart/form-data (RFC 7578).

#include "server/http/decode_request.hpp"

namespace schulkit {

/// The field in which a form carries its Idempotency-Key.
inline constexpr std::string_view form_key_field = "idempotency_key";

/// Unless a form says otherwise.
inline constexpr std::size_t max_form_bytes = 64u << 10;
/// More than any form of ours has.
inline constexpr std::size_t max_form_fields = 200;

/// A file as it was chosen; a field left empty is none.
struct FormFile {
    std::string field = {};
    std::string name = {};
    std::string bytes = {};
};

class Form {
public:
    /// Errors: invalid `bad_encoding` for a broken escape, or text that is no UTF-8; too_large for too many fields.
    static Result<Form> parse(std::string_view body);
    /// `content_type` names the boundary. Errors: those of parse(); invalid `bad_form` for what is no such body.
    static Result<Form> parse_parts(std::string_view content_type, std::string_view body);

    /// Line ends are "\n". The last field of a name counts; empty where there is none.
    std::string const& get(std::string_view name) const;
    bool has(std::string_view name) const;
    std::vector<std::pair<std::string, std::string>> const& fields() const { return m_fields; }
    std::vector<FormFile> const& files() const { return m_files; }
    /// The same for the same content, whatever boundary a browser has chosen this time.
    std::string content() const;

private:
    std::vector<std::pair<std::string, std::string>> m_fields = {};
    std::vector<FormFile> m_files = {};
};

namespace detail {

/// Whether a form's text can become that value: money, lists and moments cannot.
template <class V> constexpr bool is_form_value() {
    if constexpr (is_optional<V>::value)
        return is_form_value<typename V::value_type>();
    else
        return requires(V& value) { from_text(std::string_view{}, value); };
}

} // namespace detail

/// Reads every field of T that is not the server's own and that the form has; cleans and validates. What is
/// no value of its type is named among the errors.
template <Entity T> FieldErrors read_form(Form const& form, T& entity) {
    FieldErrors errors;
    for_each_field<T>([&](auto const& f) {
        using V = std::remove_cvref_t<decltype(entity.*f.member)>;
        if constexpr (detail::is_form_value<V>()) {
            if (f.rules.read_only || !form.has(f.name)) return;
            if (!from_text(form.get(f.name), entity.*f.member))
                errors.push_back({std::string{f.name}, detail::misfit_code<V>(), {}});
        }
    });
    clean(entity);
    for (FieldError& error : validate(entity)) errors.push_back(std::move(error));
    return errors;
}

} // namespace schulkit
