#pragma once
// The arrow keys pass many values of a choice: all of them are one entry of the browser's history.

#include "client/platform/platform.hpp"

#include <string>
#include <string_view>

namespace schulkit {

struct ChoiceHistory {
    std::string field = {}; ///< that was changed last
    std::string route = {}; ///< and where that led

    /// How to go from route `now` to `next` because `changed` was chosen anew: an entry of its own, unless the same
    /// choice has just led here.
    HistoryMode go(std::string_view changed, std::string_view now, std::string next) {
        bool const goes_on = changed == field && now == route;
        field = changed;
        route = std::move(next);
        return goes_on ? HistoryMode::replace : HistoryMode::push;
    }
};

} // namespace schulkit
