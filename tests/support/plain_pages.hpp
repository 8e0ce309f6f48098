#pragma once
// A county with two devices, and its plain pages as text.

#include "tests/support/county.hpp"

#include <regex>

namespace schulkit::test {

struct WithPages : County {
    WithPages() {
        projector = add_asset({{"tag", "BEA0204"}, {"name", "Beamer <b>"}, {"school_code", "GYM-03"}, {"room", "204"}});
        foreign = add_asset({{"tag", "BEA9"}, {"name", "Fremder Beamer"}, {"school_code", "GYM-04"}, {"room", "1"}});
    }
    Reply send_form(std::string const& who, std::string const& target, std::string const& body,
                    std::vector<Header> headers = {}) const {
        headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        return send_bytes(who, "POST", target, body, std::move(headers));
    }
    std::int64_t tickets() const {
        return get("coordinator", "/api/tickets?limit=1").number("total");
    }
    std::int64_t projector = 0, foreign = 0;
};

inline bool says(Reply const& reply, std::string_view words) {
    return reply.text.find(words) != std::string::npos;
}

inline std::size_t count_of(std::string const& text, std::string const& pattern) {
    std::regex const expression{pattern};
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator{text.begin(), text.end(), expression}, std::sregex_iterator{}));
}

} // namespace schulkit::test
