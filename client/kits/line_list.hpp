#pragma once
// Lines of a plan that are added, removed and moved. Each keeps a key of its own, so that the keyboard stays on the line
// that moves, and what is half typed stays in it.

#include <cstddef>
#include <utility>
#include <vector>

namespace schulkit {

enum class LineAct : unsigned char { none, up, down, remove };

struct LineKeys {
    std::vector<int> keys = {};
    int last = 0;

    /// The lines may have been exchanged as a whole: a draft was found, somebody else's taken over.
    void fit(std::size_t lines) {
        while (keys.size() < lines) keys.push_back(++last);
        keys.resize(lines);
    }
};

/// False where there is nowhere to move to.
template <class Line> bool change_line(std::vector<Line>& lines, LineKeys& keys, std::size_t at, LineAct act) {
    keys.fit(lines.size());
    auto const offset = static_cast<std::ptrdiff_t>(at);
    if (act == LineAct::remove) {
        lines.erase(lines.begin() + offset);
        keys.keys.erase(keys.keys.begin() + offset);
        return true;
    }
    if (act == LineAct::none || (act == LineAct::up && at == 0) || (act == LineAct::down && at + 1 >= lines.size()))
        return false;
    std::size_t const to = act == LineAct::up ? at - 1 : at + 1;
    std::swap(lines[at], lines[to]);
    std::swap(keys.keys[at], keys.keys[to]);
    return true;
}

} // namespace schulkit
