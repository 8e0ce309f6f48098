#pragma once
// What comes in and what goes out, in our own words: no other file knows the HTTP library.

#include "shared/core/result.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

struct Header {
    std::string name = {};
    std::string value = {};
};

inline constexpr std::string_view broken_body = "broken_body";
inline constexpr std::string_view body_timeout = "body_timeout";

struct HttpRequest {
    std::string method = {}; ///< as sent: "GET", "HEAD", "POST", …
    std::string path = {};   ///< still percent-encoded; starts with '/'
    std::string query = {};  ///< still percent-encoded, without '?'
    std::vector<Header> headers = {};
    std::string peer_address = {}; ///< of the socket; whose call it is, is client_address() in sessions.hpp

    /// Reads the whole body, once, before the answer. Errors: too_large "too_large" as soon as it is known to
    /// be larger than the limit, invalid `broken_body` where the sender breaks off, invalid `body_timeout`.
    std::function<Result<std::string>(std::size_t limit_bytes)> read_body = no_body;

    static Result<std::string> no_body(std::size_t) { return std::string{}; }
    /// The first header of that name in any case; empty where there is none.
    std::string_view header(std::string_view name) const;
    bool has_header(std::string_view name) const;
    /// The value of a cookie; empty where there is none, or more than one: another site of the domain may have set
    /// it, and which of them is ours cannot be told.
    std::string_view cookie(std::string_view name) const;
};

/// A request as tests make it.
HttpRequest make_request(std::string method, std::string const& target, std::vector<Header> headers = {},
                         std::string body = {});

struct HttpResponse {
    int status = 200;
    std::string content_type = {};
    std::vector<Header> headers = {}; ///< without Content-Type and Content-Length
    std::string body = {};
    std::string_view lasting_body = {}; ///< instead of `body`: bytes that outlive the program's last answer

    std::string_view content() const { return lasting_body.empty() ? std::string_view{body} : lasting_body; }
    std::string_view header(std::string_view name) const;
    void set_header(std::string name, std::string value);
};

/// 302, not kept by caches.
HttpResponse redirect_to(std::string location);
/// 303: what was sent is done, and this is where it can be seen.
HttpResponse go_on_at(std::string location);

bool same_word(std::string_view a, std::string_view b); ///< ASCII letters in any case

} // namespace schulkit
