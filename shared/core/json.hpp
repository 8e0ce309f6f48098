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
inline Json encode_value(bool value) { return value; }
inline Json encode_value(int value) { return value; }
inline Json encode_value(std::int64_t value) { return value; }
inline Json encode_value(Cents value) { return value.value; }
inline Json encode_value(std::string const& value) { return value; }
inline Json encode_value(Date const& value) { return to_iso(value); }
inline Json encode_value(Instant value) { return to_rfc3339(value); }
inline Json encode_value(Json const& value) { return value; }
template <class T> Json encode_value(Id<T> id) { return id.value; }
template <NamedEnum E> Json encode_value(E value) { return std::string{word_of(value)}; }
template <class T> Json encode_value(std::optional<T> const& value);
template <class T> Json encode_value(std::vector<T> const& values);
template <Entity T> Json encode_value(T const& entity);

template <class T> Json encode_value(std::optional<T> const& value) {
    return value ? encode_value(*value) : Json(nullptr);
}
template <class T> Json encode_value(std::vector<T> const& values) {
    Json array = Json::array();
    for (auto const& value : values) array.push_back(encode_value(value));
    return array;
}
template <Entity T> Json encode_value(T const& entity) {
    Json object = Json::object();
    for_each_field<T>([&](auto const& f) { object[std::string{f.name}] = encode_value(entity.*f.member); });
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
inline void decode_value(Json const& json, Json& value, std::string const&, FieldErrors&) { value = json; }
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
        errors.push_back({at, "unknown_value", *word});
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
    if (!json.is_array()) {
        errors.push_back({at, "wrong_type", {}});
        return;
    }
    values.clear();
    for (std::size_t i = 0; i < json.size(); ++i) {
        T element{};
        decode_value(json[i], element, (at.empty() ? "" : at + ".") + std::to_string(i), errors);
        values.push_back(std::move(element));
    }
}
/// Members that are not in the Schema are ignored; absent members keep their value.
template <Entity T> void decode_value(Json const& json, T& entity, std::string const& at, FieldErrors& errors) {
    if (!json.is_object()) {
        errors.push_back({at, "wrong_type", {}});
        return;
    }
    for_each_field<T>([&](auto const& f) {
        auto const found = json.find(std::string{f.name});
        if (found == json.end()) return;
        decode_value(*found, entity.*f.member, (at.empty() ? "" : at + ".") + std::string{f.name}, errors);
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
