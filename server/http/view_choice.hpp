#pragma once
// Whether somebody uses the plain pages instead of the application: then the addresses of labels lead there.

#include "server/http/message.hpp"

namespace schulkit {

inline constexpr std::string_view view_cookie_name = "schulkit_view";
inline constexpr std::string_view plain_view = "plain";

inline bool prefers_plain_pages(HttpRequest const& request) {
    return request.cookie(view_cookie_name) == plain_view;
}

} // namespace schulkit
