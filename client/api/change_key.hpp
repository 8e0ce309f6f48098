#pragma once
// The idempotency key of one change: the same for as long as the same thing is sent again because no answer
// came, so that nothing is done twice; another one for whatever is sent next.

#include "client/api/api.hpp"

#include <string>
#include <string_view>

namespace schulkit {

/// Nobody knows whether the server has done it: no answer, or one that it does not keep.
inline bool is_undecided(Error const& error) {
    return error.kind == ErrorKind::unavailable || error.kind == ErrorKind::internal;
}

struct ChangeKey {
    std::string key = {};
    std::string body = {}; ///< what it was made for

    std::string const& for_body(Api& api, std::string_view sent) {
        if (key.empty() || body != sent) *this = {.key = api.new_key(), .body = std::string{sent}};
        return key;
    }
    void succeeded() { *this = {}; }
    void failed(Error const& error) {
        if (!is_undecided(error)) *this = {};
    }
    bool operator==(ChangeKey const&) const = default;
};

} // namespace schulkit
