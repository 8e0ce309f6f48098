// The completeness check: ImGui reports every item through its test engine's hooks; each one that a person
// can use must have a node, and each usable node must be an item. IM_ASSERT ends here, too.
// The hooks' signatures are those of ImGui 1.90.1's imgui_internal.h.

#include "client/ui/state.hpp"

#include <imgui.h>
#include <imgui_internal.h>

namespace schulkit::ui {

namespace {

State* state_of(ImGuiContext const* context) {
    return context == nullptr ? nullptr : static_cast<State*>(context->IO.UserData);
}

bool is_part_of_a_window(ImGuiID id) {
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
        if (id == window->ID || id == window->MoveId || id == window->ChildId ||
            id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_X) ||
            id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_Y))
            return true;
    return false;
}

/// What the pointer uses through ImGui; fields are used through the mirror's editors.
bool needs_item(Node const& node) {
    switch (node.role) {
    case Role::link:
    case Role::button:
    case Role::checkbox: return node.enabled;
    default: return false;
    }
}

bool needs_name(Role role) {
    switch (role) {
    case Role::link:
    case Role::button:
    case Role::checkbox:
    case Role::textbox:
    case Role::searchbox:
    case Role::textarea:
    case Role::datebox:
    case Role::combobox:
    case Role::file:
    case Role::table:
    case Role::columnheader:
    case Role::dialog:
    case Role::heading:
    case Role::progressbar:
    case Role::image:
    case Role::navigation:
    case Role::region:
    case Role::form: return true;
    default: return false;
    }
}

} // namespace

void check_tree(State& state) {
    std::unordered_map<std::uint32_t, Node const*> nodes;
    for (Node const& node : state.tree.nodes)
        if (!nodes.emplace(node.id, &node).second)
            report(state, std::string{word(node.role)} + " \"" + node.key + "\" has the key of a sibling");

    for (Node const& node : state.tree.nodes) {
        auto const complain = [&](std::string_view what) {
            report(state, std::string{word(node.role)} + " \"" + node.key + "\" " + std::string{what});
        };
        if (needs_name(node.role) && node.name.empty()) complain("has no name");
        if (node.role == Role::text && node.value.empty()) complain("has no words");
        if (node.parent != 0 && nodes.find(node.parent) == nodes.end()) complain("has a lost parent");
        if (needs_item(node) && state.items.find(node.id) == state.items.end())
            complain("cannot be reached by the pointer");
    }
    for (auto const& [id, item] : state.items)
        if (item.reported && nodes.find(id) == nodes.end() && !is_part_of_a_window(id))
            report(state, "ImGui item \"" + item.label + "\" has no node");
}

void imgui_assert_failed(char const* expression, char const* file, int line) {
    if (State* state = state_of(ImGui::GetCurrentContext()); state != nullptr)
        report(*state, std::string{"ImGui: "} + expression + " (" + file + ':' + std::to_string(line) + ')');
}

} // namespace schulkit::ui

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, ImRect const&, ImGuiLastItemData const*) {
    if (auto* state = schulkit::ui::state_of(context); state != nullptr) state->items[id];
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, char const* label, ImGuiItemStatusFlags) {
    auto* state = schulkit::ui::state_of(context);
    if (state == nullptr) return;
    auto& item = state->items[id];
    item.reported = true;
    item.label = label == nullptr ? "" : label;
}

void ImGuiTestEngineHook_Log(ImGuiContext*, char const*, ...) {}

char const* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext* context, ImGuiID id) {
    auto* state = schulkit::ui::state_of(context);
    if (state == nullptr) return nullptr;
    auto const found = state->items.find(id);
    return found == state->items.end() ? nullptr : found->second.label.c_str();
}
