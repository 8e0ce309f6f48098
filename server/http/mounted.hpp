#pragma once
// What the router keeps of each endpoint: enough to answer it, to describe it and to test it without naming
// it.

#include "server/http/call.hpp"
#include "server/http/path_pattern.hpp"
#include "server/people/access.hpp"
#include "shared/access/access.hpp"
#include "shared/core/endpoint.hpp"

#include <functional>
#include <type_traits>

namespace schulkit {

class SchemaBook;

/// open: whoever calls; its handler looks after itself. write: runs once per Idempotency-Key.
enum class Guard { open, read, write };

/// change_sequence: the answer changes only with the change sequence or the caller, so that If-None-Match is
/// answered without asking the database.
enum class Freshness { unknown, change_sequence };

/// A good answer: JSON, or a file with the headers that it needs.
struct Answer {
    int status = 200;
    std::string content_type = "application/json";
    std::string body = {};
    std::vector<Header> headers = {}; ///< of files; what is kept for an Idempotency-Key has none
};

inline constexpr std::size_t max_json_bytes = 1u << 20;
inline constexpr std::size_t max_file_bytes = 64u << 20;

struct Mounted {
    Method method = Method::get;
    PathPattern pattern = PathPattern{};
    std::string_view name = {}; ///< of the endpoint: "list_assets"
    std::string_view summary = {};
    Guard guard = Guard::open;
    std::optional<Action> action = std::nullopt; ///< nothing: open
    Freshness freshness = Freshness::unknown;
    std::size_t max_body_bytes = 0; ///< 0: takes no body
    int success = 200;
    /// Its part of the OpenAPI document.
    Json (*describe)(Mounted const&, SchemaBook&) = nullptr;
    /// `access` is empty for open endpoints.
    std::function<Result<Answer>(Call&, Access const&)> run = {};
};

/// How much of a body the endpoint takes; it may say so itself.
template <class E> constexpr std::size_t body_limit() {
    if constexpr (requires { E::max_body_bytes; })
        return E::max_body_bytes;
    else if constexpr (std::is_same_v<typename E::Body, None>)
        return 0;
    else if constexpr (std::is_same_v<typename E::Body, Bytes>)
        return max_file_bytes;
    else
        return max_json_bytes;
}

} // namespace schulkit
