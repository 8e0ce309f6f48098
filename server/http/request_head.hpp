#pragma once
// The head of a call as it came over the wire, read strictly: what two readers could understand differently
// (a proxy and this server) is refused.

#include "server/http/message.hpp"

#include <cstdint>

namespace schulkit {

struct RequestHead {
    HttpRequest request = {};
    bool is_chunked = false;
    std::uint64_t body_bytes = 0; ///< Content-Length
    bool expects_continue = false;
    bool keeps_connection = true;

    bool has_body() const { return is_chunked || body_bytes > 0; }
};

/// `text` ends with the empty line. Error: invalid "malformed_request".
Result<RequestHead> read_request_head(std::string_view text);

} // namespace schulkit
