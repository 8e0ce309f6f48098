#pragma once
// Where the application is reached: directly, or behind a reverse proxy and perhaps under a sub-path.

#include "server/http/message.hpp"

namespace schulkit {

struct Deployment {
    std::string origin = {};    ///< "https://schulkit.example"; empty: whatever the Host header says, by http
    std::string base_path = {}; ///< "" or "/schulkit", without a slash at its end
    std::vector<std::string> trusted_proxies = {}; ///< addresses whose X-Forwarded-For is believed

    bool is_https() const { return origin.starts_with("https://"); }
    /// The path from the browser's view: path("/g/BEA0204") == "/schulkit/g/BEA0204".
    std::string path(std::string_view inner) const { return base_path + std::string{inner}; }
};

/// From --base-url (may be empty) and --trusted-proxy. Error: invalid "bad_base_url", "bad_address".
Result<Deployment> make_deployment(std::string_view base_url, std::vector<std::string> trusted_proxies = {});

/// The path without the sub-path; a proxy may have taken that off already.
std::string_view inner_path(Deployment const& deployment, std::string_view path);

/// Where the browser reaches us, without a slash at its end: as configured, else what the Host header says, by http.
std::string base_url_of(Deployment const& deployment, HttpRequest const& request);

/// Who calls: behind a trusted proxy the last address of X-Forwarded-For that is not itself one, else the
/// socket's.
std::string client_address(Deployment const& deployment, HttpRequest const& request);

} // namespace schulkit
