#pragma once
// One definition per entity: a struct, and a Schema that lists its fields once. JSON, SQL binding,
// validation, forms and the OpenAPI description all follow from that list.
//
//     template <> struct Schema<School> {
//         static constexpr std::string_view name = "school";
//         static constexpr auto fields = std::tuple{
//             field("id",   "",            &School::id,   {.read_only = true}),
//             field("code", "school.code", &School::code, {.required = true, .max_length = 20})};
//     };

#include "shared/core/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace schulkit {

/// A row's number, typed, so that a school's id cannot be passed where an asset's is wanted. 0: not stored yet.
template <class T>
struct Id {
    std::int64_t value = 0;
    bool operator==(Id const&) const = default;
    explicit operator bool() const { return value != 0; }
};

/// Euro cents.
struct Cents {
    std::int64_t value = 0;
    bool operator==(Cents const&) const = default;
};

struct Rules {
    bool required = false;  ///< texts: not empty; optionals: present
    bool read_only = false; ///< set by the server; ignored in what is sent to it
    bool erasable = false;  ///< personal or free text: the log keeps it apart, where it can be erased
    bool multiline = false;
    bool verbatim = false;         ///< passwords: neither trimmed nor looked at character by character
    bool derived = false;          ///< joined or counted by the store: no column of the entity's own table
    bool searched = false;         ///< part of the text search
    std::size_t max_length = 0;    ///< characters; 0: 200. Of lists, too: elements; 0: 500
    std::int64_t min = INT64_MIN;  ///< numbers
    std::int64_t max = INT64_MAX;
};

inline constexpr std::size_t default_max_length = 200;
inline constexpr std::size_t default_max_elements = 500;

template <class T, class M>
struct Field {
    std::string_view name;  ///< member = JSON key = column
    std::string_view label; ///< key in shared/strings; empty: never shown
    M T::*member;
    Rules rules;
};

template <class T, class M>
constexpr Field<T, M> field(std::string_view name, std::string_view label, M T::*member, Rules rules = {}) {
    return {name, label, member, rules};
}

template <class T>
struct Schema; // specialised beside each struct

template <class T>
concept Entity = requires { Schema<T>::fields; };

/// Enumerators are the words of the wire: specialise with `static constexpr std::array values`.
template <class E>
struct EnumWords;

template <class E>
concept NamedEnum = std::is_enum_v<E> && requires { EnumWords<E>::values; };

template <NamedEnum E>
constexpr std::string_view word_of(E value) {
    for (auto const& [enumerator, word] : EnumWords<E>::values)
        if (enumerator == value) return word;
    return {};
}

template <NamedEnum E>
constexpr std::optional<E> enum_of(std::string_view text) {
    for (auto const& [enumerator, word] : EnumWords<E>::values)
        if (word == text) return enumerator;
    return std::nullopt;
}

/// Calls `visit(field)` for each field, in the order of the Schema.
template <Entity T, class F>
constexpr void for_each_field(F&& visit) {
    std::apply([&](auto const&... fields) { (visit(fields), ...); }, Schema<T>::fields);
}

namespace detail {
template <class T, class M, class N>
constexpr bool same_member(M T::*a, N T::*b) {
    if constexpr (std::is_same_v<M, N>)
        return a == b;
    else
        return false;
}
} // namespace detail

/// The name of a member as on the wire: name_of(&Asset::tag) == "tag".
template <Entity T, class M>
constexpr std::string_view name_of(M T::*member) {
    std::string_view name;
    for_each_field<T>([&](auto const& f) {
        if (detail::same_member<T>(f.member, member)) name = f.name;
    });
    return name;
}

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_id : std::false_type {};
template <class T>
struct is_id<Id<T>> : std::true_type {};

/// Where an endpoint has no path, query, body or answer.
struct None {
    bool operator==(None const&) const = default;
};
template <>
struct Schema<None> {
    static constexpr std::string_view name = "none";
    static constexpr auto fields = std::tuple{};
};

} // namespace schulkit
