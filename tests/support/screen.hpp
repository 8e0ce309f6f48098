#pragma once
// For tests that draw screens: the harness fails through Catch2, and what is wrong with a screen is said in words.

#include "client/platform/headless/harness.hpp"

#include <catch_amalgamated.hpp>

#include <string>

namespace schulkit {

namespace detail {
inline bool const harness_fails_through_catch = [] {
    HeadlessScreen::on_failure = [](std::string const& what) { FAIL(what); };
    return true;
}();
} // namespace detail

/// Duplicate keys, controls without a name, ImGui items without a node, missing texts, failed assertions, things too
/// small or outside of the window: none of it may be.
inline void require_sound(HeadlessScreen const& screen) {
    std::string all;
    for (std::string const& problem : screen.problems()) all += problem + '\n';
    INFO(screen.text());
    REQUIRE(all == "");
}

} // namespace schulkit
