#pragma once
// A schedule: what is planned for each row over some columns of time. A table for assistive technology and the keyboard,
// a board for whoever drags. What may be dropped where is the screen's to say.

#include "client/ui/content.hpp"
#include "client/ui/options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

/// From one column to another, both with it; columns outside of the table are cut off.
struct ScheduleBar {
    std::string key = {};
    int first = 0;
    int last = 0;
    std::string label = {};  ///< what is seen: "GYM-03"
    std::string detail = {}; ///< and read after it: "zugesagt, 2 Voraussetzungen offen"
    Tone tone = Tone::neutral;
    Icon icon = nullptr;
    bool movable = false; ///< can be dragged to another row or column, and pulled longer
};

struct ScheduleRow {
    std::string key = {};
    std::string title = {};
    std::string detail = {};
    std::string route = {}; ///< where the title leads
    std::vector<ScheduleBar> bars = {}; ///< none lies over another
};

struct ScheduleOptions {
    std::string label = {};      ///< accessible name
    std::string row_label = {};  ///< above the titles: "Koffer"
    std::vector<std::string> columns = {};
    float today = -1;            ///< in columns from the left: 0.25 is a quarter into the first; negative: not there
    std::string free = {};       ///< name of an empty cell: "frei"
    std::string goes_on = {};    ///< name of a cell into which a bar reaches: "{label}, weiter"
    bool can_fill = false;       ///< empty cells can be pressed
};

struct SchedulePlace {
    int row = -1;
    int column = -1;
    bool operator==(SchedulePlace const&) const = default;
};

struct ScheduleResult {
    std::string pressed = {};         ///< key of a bar
    SchedulePlace pressed_cell = {};  ///< an empty one
    std::string moved = {};           ///< key of a bar that was dropped …
    SchedulePlace moved_to = {};      ///< … so that it would begin there
    std::string pulled = {};          ///< key of a bar whose end was pulled …
    int pulled_to = -1;               ///< … to that column
};

} // namespace schulkit::ui
