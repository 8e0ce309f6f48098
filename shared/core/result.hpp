#pragma once
// Errors are values. Everything a user, a network or a row of data can cause comes back as Result;
// what only a programmer can cause is an assert. No exceptions in shared/ and client/.

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace schulkit {

/// Closed: it alone decides the HTTP status (server/http/problem.cpp) and back (client/api).
enum class ErrorKind { invalid, unauthenticated, forbidden, not_found, conflict, too_large, too_many, unavailable, internal };

/// `code` is a word of the wire ("required", "too_long"); the text a person reads is
/// `error.<code>` in shared/strings.
struct FieldError {
    std::string field;
    std::string code;
    std::string value = {}; ///< what was given, cut to 200 bytes; only where the report shows it (imports)
    bool operator==(FieldError const&) const = default;
};

struct Error {
    ErrorKind kind = ErrorKind::internal;
    std::string code = "internal"; ///< finer word on the wire: "stale", "not_a_table", …
    std::string detail = {};       ///< for the log only; never sent, never shown
    std::vector<FieldError> fields = {};
    std::string extra = {}; ///< a JSON object whose members join the answer: {"current":…} with "stale"
    bool operator==(Error const&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

struct Done {
    bool operator==(Done const&) const = default;
};

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string code, std::string detail = {}) {
    return tl::unexpected<Error>{
        Error{.kind = kind, .code = std::move(code), .detail = std::move(detail), .fields = {}, .extra = {}}};
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>{std::move(error)};
}

/// 422 with one entry per bad field.
[[nodiscard]] inline tl::unexpected<Error> invalid(std::vector<FieldError> fields) {
    return tl::unexpected<Error>{Error{
        .kind = ErrorKind::invalid, .code = "invalid", .detail = {}, .fields = std::move(fields), .extra = {}}};
}

[[nodiscard]] inline tl::unexpected<Error> invalid(std::string field, std::string code) {
    return invalid({FieldError{.field = std::move(field), .code = std::move(code), .value = {}}});
}

} // namespace schulkit

#define SCHULKIT_JOIN_(a, b) a##b
#define SCHULKIT_JOIN(a, b) SCHULKIT_JOIN_(a, b)
#define SCHULKIT_TRY_ASSIGN_(holder, declaration, ...)                                                       \
    auto holder = (__VA_ARGS__);                                                                             \
    if (!holder) return ::schulkit::fail(std::move(holder).error());                                         \
    declaration = std::move(*holder)

/// The project's only control-flow macros: declare and take the value, or return the error.
///     TRY_ASSIGN(auto asset, get_asset(tx, id));
#define TRY_ASSIGN(declaration, ...)                                                                         \
    SCHULKIT_TRY_ASSIGN_(SCHULKIT_JOIN(result_, __COUNTER__), declaration, __VA_ARGS__)
/// The same for a Result whose value is not wanted.
#define TRY(...)                                                                                             \
    do {                                                                                                     \
        if (auto result_ = (__VA_ARGS__); !result_) return ::schulkit::fail(std::move(result_).error());     \
    } while (false)
