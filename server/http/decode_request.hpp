#pragma once
// Path, query and body into a Request<E>, by the Schemas of its parts.

#include "server/http/path_pattern.hpp"
#include "shared/core/endpoint.hpp"

#include <type_traits>

namespace schulkit {

namespace detail {

/// Decoded names and values; the last of a name counts. Error: invalid "bad_encoding" for a broken escape.
Result<std::vector<std::pair<std::string, std::string>>> split_query(std::string_view query);

/// What a text that is no value of its type is called on the wire.
template <class V> constexpr char const* misfit_code() {
    if constexpr (is_optional<V>::value)
        return misfit_code<typename V::value_type>();
    else if constexpr (std::is_same_v<V, std::string>)
        return "bad_encoding";
    else if constexpr (std::is_same_v<V, Date>)
        return "bad_date";
    else if constexpr (std::is_same_v<V, bool>)
        return "wrong_type";
    else if constexpr (NamedEnum<V>)
        return "unknown_value";
    else
        return "bad_number";
}

/// What the server sets is not taken from outside, nor can it be wrong there.
template <Entity T> void drop_read_only(Json& json) {
    if (!json.is_object()) return;
    for_each_field<T>([&](auto const& f) {
        if (f.rules.read_only) json.erase(std::string{f.name});
    });
}

template <class B> struct is_patch : std::false_type {};
template <class T> struct is_patch<Patch<T>> : std::true_type { using Of = T; };

} // namespace detail

/// Error: not_found for what is no value of its type, or breaks its rules.
template <Entity P> Result<P> decode_path(PathValues const& values) {
    P path{};
    bool good = true;
    for_each_field<P>([&](auto const& f) {
        for (auto const& [name, text] : values)
            if (name == f.name) good = from_text(text, path.*f.member) && good;
    });
    if (!good || !validate(path).empty()) return fail(ErrorKind::not_found, "not_found");
    return path;
}

/// Unknown parameters are ignored. Error: invalid, naming each bad parameter.
template <Entity Q> Result<Q> decode_query(std::string_view text) {
    TRY_ASSIGN(auto const parameters, detail::split_query(text));
    Q query{};
    FieldErrors errors;
    for_each_field<Q>([&](auto const& f) {
        using V = std::remove_cvref_t<decltype(query.*f.member)>;
        std::string const* given = nullptr;
        for (auto const& [name, value] : parameters)
            if (name == f.name) given = &value;
        if (given != nullptr && !from_text(*given, query.*f.member))
            errors.push_back({std::string{f.name}, detail::misfit_code<V>(), {}});
    });
    if (!errors.empty()) return invalid(std::move(errors));
    clean(query);
    errors = validate(query);
    if (!errors.empty()) return invalid(std::move(errors));
    return query;
}

/// An entity comes back cleaned and by its rules; a patch as it was sent. Error: invalid, naming each bad
/// field.
template <class B> Result<B> decode_body(std::string body) {
    B value{};
    if constexpr (std::is_same_v<B, Bytes>) {
        value.bytes = std::move(body);
    } else if constexpr (detail::is_patch<B>::value) {
        return decode<B>(body);
    } else if constexpr (!std::is_same_v<B, None>) {
        TRY_ASSIGN(Json json, parse_json(body));
        detail::drop_read_only<B>(json);
        FieldErrors errors;
        decode_value(json, value, "", errors);
        if (!errors.empty()) return invalid(std::move(errors));
        clean(value);
        errors = validate(value);
        if (!errors.empty()) return invalid(std::move(errors));
    }
    return value;
}

template <class E>
Result<Request<E>> decode_request(PathValues const& path, std::string_view query, std::string body) {
    Request<E> request;
    TRY_ASSIGN(request.path, decode_path<typename E::Path>(path));
    TRY_ASSIGN(request.query, decode_query<typename E::Query>(query));
    if constexpr (requires { requires E::body_may_be_absent; })
        if (body.empty()) body = "{}";
    TRY_ASSIGN(request.body, decode_body<typename E::Body>(std::move(body)));
    return request;
}

} // namespace schulkit
