#pragma once
// The rules of a Schema, applied. The same code runs before a form is sent and again in the server.

#include "shared/core/json.hpp"
#include "shared/core/text.hpp"

namespace schulkit {

/// Texts as they are stored: without what nobody sees, trimmed, CR LF made LF.
std::string clean_text(std::string_view text);

namespace detail {

void check_text(std::string const& text, Rules const& rules, std::string_view name, FieldErrors& errors);
void check_number(std::int64_t number, Rules const& rules, std::string_view name, FieldErrors& errors);

template <class V>
void check_value(V const& value, Rules const& rules, std::string_view name, FieldErrors& errors) {
    if constexpr (std::is_same_v<V, std::string>) {
        check_text(value, rules, name, errors);
    } else if constexpr (std::is_same_v<V, std::int64_t>) {
        check_number(value, rules, name, errors);
    } else if constexpr (std::is_same_v<V, Cents>) {
        check_number(value.value, rules, name, errors);
    } else if constexpr (is_optional<V>::value) {
        if (value)
            check_value(*value, rules, name, errors);
        else if (rules.required)
            errors.push_back({std::string{name}, "required", {}});
    }
}

} // namespace detail

/// Trims every text; an optional text of nothing becomes absent.
template <Entity T> void clean(T& entity) {
    for_each_field<T>([&](auto const& f) {
        auto& value = entity.*f.member;
        using V = std::remove_cvref_t<decltype(value)>;
        if (f.rules.verbatim) return;
        if constexpr (std::is_same_v<V, std::string>) {
            value = clean_text(value);
        } else if constexpr (std::is_same_v<V, std::optional<std::string>>) {
            if (value) value = clean_text(*value);
            if (value && value->empty()) value.reset();
        } else if constexpr (is_vector<V>::value) {
            if constexpr (Entity<typename V::value_type>)
                for (auto& element : value) clean(element);
        } else if constexpr (is_optional<V>::value) {
            if constexpr (Entity<typename V::value_type>)
                if (value) clean(*value);
        }
    });
}

/// Every broken rule: those of the Schema (read-only fields are not looked at), then those of
/// `void check(T const&, FieldErrors&)` beside the struct, where there is one.
template <Entity T> FieldErrors validate(T const& entity) {
    FieldErrors errors;
    auto const add_inner = [&errors](std::string const& at, FieldErrors inner) {
        for (FieldError& error : inner) {
            error.field = at + '.' + error.field;
            errors.push_back(std::move(error));
        }
    };
    for_each_field<T>([&](auto const& f) {
        if (f.rules.read_only) return;
        auto const& value = entity.*f.member;
        using V = std::remove_cvref_t<decltype(value)>;
        if constexpr (is_vector<V>::value) {
            if (value.size() > (f.rules.max_length == 0 ? default_max_elements : f.rules.max_length)) {
                errors.push_back({std::string{f.name}, "too_many", {}});
                return;
            }
            if constexpr (Entity<typename V::value_type>)
                for (std::size_t i = 0; i < value.size(); ++i)
                    add_inner(std::string{f.name} + '.' + std::to_string(i), validate(value[i]));
        } else if constexpr (is_optional<V>::value) {
            if constexpr (Entity<typename V::value_type>) {
                if (value) add_inner(std::string{f.name}, validate(*value));
            } else {
                detail::check_value(value, f.rules, f.name, errors);
            }
        } else {
            detail::check_value(value, f.rules, f.name, errors);
        }
    });
    if constexpr (requires { check(entity, errors); }) check(entity, errors);
    return errors;
}

/// A change as sent: an absent member is unchanged, null clears.
template <Entity T>
struct Patch {
    Json members = Json::object();
    bool operator==(Patch const&) const = default;
};

template <Entity T> Json encode_value(Patch<T> const& patch) { return patch.members; }
template <Entity T>
void decode_value(Json const& json, Patch<T>& patch, std::string const& at, FieldErrors& errors) {
    if (json.is_object())
        patch.members = json;
    else
        errors.push_back({at, "wrong_type", {}});
}

/// What must be sent so that `before` becomes `after`.
template <Entity T> Patch<T> patch_between(T const& before, T const& after) {
    Patch<T> patch;
    for_each_field<T>([&](auto const& f) {
        if (!f.rules.read_only && !(before.*f.member == after.*f.member))
            set_member(patch.members, f.name, encode_value(after.*f.member));
    });
    return patch;
}

/// Lays the patch over `entity`; read-only members are ignored.
template <Entity T> FieldErrors apply_patch(Patch<T> const& patch, T& entity) {
    FieldErrors errors;
    for_each_field<T>([&](auto const& f) {
        if (f.rules.read_only) return;
        Json const* const found = member_of(patch.members, f.name);
        if (found == nullptr) return;
        auto& value = entity.*f.member;
        using V = std::remove_cvref_t<decltype(value)>;
        if constexpr (!is_optional<V>::value) {
            if (found->is_null() && !std::is_same_v<V, std::string>) {
                add_error(errors, std::string{f.name}, "required");
                return;
            }
            if (found->is_null()) {
                value = T{}.*f.member; // whether a text may be empty is validate()'s to say
                return;
            }
        }
        decode_value(*found, value, std::string{f.name}, errors);
    });
    return errors;
}

} // namespace schulkit
