#include "client/ui/tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schulkit::ui {

std::string_view word(Role role) {
    static constexpr std::array<std::string_view, 30> words = {
        "banner",    "navigation", "main",     "region", "form",   "group",        "dialog",   "heading",
        "text",      "link",       "button",   "checkbox", "textbox", "searchbox", "textarea", "datebox",
        "combobox",  "file",       "table",    "row",    "columnheader", "rowheader", "cell", "list", "listitem",
        "separator", "status",     "alert",    "progressbar", "image"};
    static_assert(static_cast<std::size_t>(Role::image) + 1 == words.size());
    return words[static_cast<std::size_t>(role)];
}

Node const* Tree::find(std::uint32_t id) const {
    auto const found = std::find_if(nodes.begin(), nodes.end(), [&](Node const& node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

Node const* Tree::find(Role role, std::string_view name) const {
    auto const found = std::find_if(nodes.begin(), nodes.end(), [&](Node const& node) {
        return node.role == role && node.name == name;
    });
    return found == nodes.end() ? nullptr : &*found;
}

namespace {

int depth_of(Tree const& tree, Node const& node) {
    int depth = 0;
    for (Node const* at = tree.find(node.parent); at != nullptr && depth < 64; at = tree.find(at->parent)) ++depth;
    return depth;
}

std::string line_of(Node const& node) {
    std::string line{word(node.role)};
    if (node.level > 0) line += ' ' + std::to_string(node.level);
    if (!node.name.empty()) line += " \"" + node.name + '"';
    if (!node.value.empty() && node.value != node.name) line += " = \"" + node.value + '"';
    if (!node.lang.empty()) line += " @" + node.lang;
    if (!node.href.empty()) line += " -> " + node.href;
    if (node.row_count != 0) line += " rows " + std::to_string(node.row_count);
    if (node.row_index != 0) line += " #" + std::to_string(node.row_index);
    if (node.progress >= 0) line += ' ' + std::to_string(static_cast<int>(std::lround(node.progress * 100))) + '%';

    std::string states;
    auto const state = [&](bool on, std::string_view name) {
        if (on) (states += states.empty() ? "" : ", ") += name;
    };
    state(!node.enabled, "disabled");
    state(node.required, "required");
    state(node.invalid, "invalid");
    state(node.checked, "checked");
    state(node.selected, "selected");
    state(node.focused, "focused");
    state(node.modal, "modal");
    state(node.popup, "opens dialog");
    state(node.expanded == 1, "expanded");
    state(node.expanded == 0, "collapsed");
    state(node.sort > 0, "ascending");
    state(node.sort < 0, "descending");
    if (!states.empty()) line += " (" + states + ')';
    if (!node.description.empty()) line += " [" + node.description + ']';
    return line;
}

} // namespace

std::string to_text(Tree const& tree) {
    std::string text;
    for (Node const& node : tree.nodes) {
        text.append(static_cast<std::size_t>(depth_of(tree, node)) * 2, ' ');
        for (char const c : line_of(node)) text += c == '\n' ? '|' : c;
        text += '\n';
    }
    return text;
}

} // namespace schulkit::ui
