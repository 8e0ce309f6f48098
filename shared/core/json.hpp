#pragma once
// Entities to JSON and back, and to the texts of paths and queries. Nothing here throws; what cannot be
// read is a FieldError that names its place ("sites.0.code").

#include "shared/core/date.hpp"
#include "shared/core/schema.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace schulkit {

using Json = nlohmann::ordered_json;
using FieldErrors = std::vector<FieldError>;

inline constexpr std::size_t max_json_depth = 32;
/// In one object: each new member is compared with all before it.
inline constexpr std::size_t max_json_members = 256;

/// Codes: "bad_json" (also broken UTF-8), "too_deep", "too_many_members".
Result<Json> parse_json(std::string_view text);
/// Text of a JSON value; broken UTF-8 becomes U+FFFD.
std::string dump_json(Json const& json);

// --- encode_value: one overload per value type ---------------------------------------------------------
// The templates only walk over fields; they are unfolded for each of them, so what touches JSON is compiled once, in
// json.cpp.
Json encode_value(bool value);
Json encode_value(int value);
Json encode_value(std::int64_t value);
Json encode_value(Cents value);
Json encode_value(std::string const& value);
Json encode_value(Date const& value);
Json encode_value(Instant value);
Json encode_value(Json const& value);
Json encode_word(std::string_view word);
Json encode_nothing();
void set_member(Json& object, std::string_view name, Json value);
template <class T> Json encode_value(Id<T> id) { return encode_value(id.value); }
template <NamedEnum E> Json encode_value(E value) { return encode_word(word_of(value)); }
template <class T> Json encode_value(std::optional<T> const& value);
template <class T> Json encode_value(std::vector<T> const& values);
template <Entity T> Json encode_value(T const& entity);

template <class T> Json encode_value(std::optional<T> const& value) {
    return value ? encode_value(*value) : encode_nothing();
}
template <class T> Json encode_value(std::vector<T> const& values) {
    Json array = Json::array();
    for (auto const& value : values) array.push_back(encode_value(value));
    return array;
}
template <Entity T> Json encode_value(T const& entity) {
    Json object = Json::object();
    for_each_field<T>([&](auto const& f) { set_member(object, f.name, encode_value(entity.*f.member)); });
    return object;
}

/// The JSON text of an entity.
template <class T> std::string encode(T const& value) { return dump_json(encode_value(value)); }

// --- decode_value: reads `json` into `value`, appends what is wrong under the name `at` ---------------------
void decode_value(Json const& json, bool& value, std::string const& at, FieldErrors& errors);
void decode_value(Json const& json, int& value, std::string const& at, FieldErrors& errors);
void decode_value(Json const& json, std::int64_t& value, std::string const& at, FieldErrors& errors);
void decode_value(Json const& json, Cents& value, std::string const& at, FieldErrors& errors);
void decode_value(Json const& json, std::string& value, std::string const& at, FieldErrors& errors);
void decode_value(Json const& json, Date& value, std::string const& at, FieldErrors& errors);
void decode_value(Json const& json, Instant& value, std::string const& at, FieldErrors& errors);
void decode_value(Json const& json, Json& value, std::string const& at, FieldErrors& errors);
/// What is below: null where there is no such member or element.
Json const* member_of(Json const& object, std::string_view name);
Json const* element_of(Json const& array, std::size_t index);
/// "sites" and "code": "sites.code".
std::string place_in(std::string const& at, std::string_view below);
std::string place_in(std::string const& at, std::size_t index);
void add_error(FieldErrors& errors, std::string const& at, std::string_view code, std::string_view value = {});
/// The enumerator's word, or a FieldError "unknown_value".
std::string const* word_in(Json const& json, std::string const& at, FieldErrors& errors);

template <class T> void decode_value(Json const& json, Id<T>& id, std::string const& at, FieldErrors& errors) {
    decode_value(json, id.value, at, errors);
}
template <NamedEnum E> void decode_value(Json const& json, E& value, std::string const& at, FieldErrors& errors) {
    std::string const* word = word_in(json, at, errors);
    if (word == nullptr) return;
    if (auto const known = enum_of<E>(*word))
        value = *known;
    else
        add_error(errors, at, "unknown_value", *word);
}
template <class T>
void decode_value(Json const& json, std::optional<T>& value, std::string const& at, FieldErrors& errors);
template <class T>
void decode_value(Json const& json, std::vector<T>& values, std::string const& at, FieldErrors& errors);
template <Entity T> void decode_value(Json const& json, T& entity, std::string const& at, FieldErrors& errors);

template <class T>
void decode_value(Json const& json, std::optional<T>& value, std::string const& at, FieldErrors& errors) {
    if (json.is_null()) {
        value.reset();
        return;
    }
    T inner{};
    std::size_t const before = errors.size();
    decode_value(json, inner, at, errors);
    if (errors.size() == before) value = std::move(inner);
}
template <class T>
void decode_value(Json const& json, std::vector<T>& values, std::string const& at, FieldErrors& errors) {
    if (!json.is_array()) return add_error(errors, at, "wrong_type");
    values.clear();
    std::size_t i = 0;
    for (Json const* element = element_of(json, 0); element != nullptr; element = element_of(json, ++i))
        decode_value(*element, values.emplace_back(), place_in(at, i), errors);
}
/// Members that are not in the Schema are ignored; absent members keep their value.
template <Entity T> void decode_value(Json const& json, T& entity, std::string const& at, FieldErrors& errors) {
    if (!json.is_object()) return add_error(errors, at, "wrong_type");
    for_each_field<T>([&](auto const& f) {
        if (Json const* member = member_of(json, f.name))
            decode_value(*member, entity.*f.member, place_in(at, f.name), errors);
    });
}

/// A whole answer or body. Error: invalid, with every bad field named.
template <class T> Result<T> decode(std::string_view text) {
    TRY_ASSIGN(Json const json, parse_json(text));
    T value{};
    FieldErrors errors;
    decode_value(json, value, "", errors);
    if (!errors.empty()) return invalid(std::move(errors));
    return value;
}

// --- the same values as plain text: parameters of paths and queries, cells of lists -------------------
std::string to_text(bool value);
std::string to_text(std::int64_t value);
inline std::string to_text(int value) { return to_text(std::int64_t{value}); }
inline std::string to_text(Cents value) { return to_text(value.value); }
inline std::string to_text(std::string const& value) { return value; }
inline std::string to_text(Date const& value) { return to_iso(value); }
inline std::string to_text(Instant value) { return to_rfc3339(value); }
template <class T> std::string to_text(Id<T> id) { return to_text(id.value); }
template <NamedEnum E> std::string to_text(E value) { return std::string{word_of(value)}; }
template <class T> std::string to_text(std::optional<T> const& value) { return value ? to_text(*value) : ""; }

/// False: not a value of that type. Whole numbers only in their shortest form.
bool from_text(std::string_view text, bool& value);
bool from_text(std::string_view text, std::int64_t& value);
bool from_text(std::string_view text, int& value);
bool from_text(std::string_view text, std::string& value);
bool from_text(std::string_view text, Date& value);
template <class T> bool from_text(std::string_view text, Id<T>& id) { return from_text(text, id.value); }
template <NamedEnum E> bool from_text(std::string_view text, E& value) {
    auto const known = enum_of<E>(text);
    if (known) value = *known;
    return known.has_value();
}
/// An empty text is no value.
template <class T> bool from_text(std::string_view text, std::optional<T>& value) {
    if (text.empty()) {
        value.reset();
        return true;
    }
    T inner{};
    if (!from_text(text, inner)) return false;
    value = std::move(inner);
    return true;
}

} // namespace schulkit
