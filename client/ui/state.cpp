#include "client/ui/state.hpp"

#include "client/ui/paint.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace schulkit::ui {

std::uint32_t hash_of(std::uint32_t scope, std::string_view key) {
    // FNV-1a over the scope's bytes and the key's.
    std::uint32_t hash = 2166136261U;
    auto const mix = [&](std::uint32_t byte) { hash = (hash ^ byte) * 16777619U; };
    for (unsigned shift = 0; shift < 32; shift += 8) mix((scope >> shift) & 0xffU);
    for (char const c : key) mix(static_cast<unsigned char>(c));
    return hash == 0 ? 1 : hash;
}

std::uint32_t id_of(State const& state, std::string_view key) {
    return hash_of(state.scopes.empty() ? 0 : state.scopes.back(), key);
}

Node& add_node(State& state, Role role, std::string_view key, std::string_view name, Rect rect) {
    auto& nodes = state.layers[state.layer];
    Node& node = nodes.emplace_back();
    node.id = id_of(state, key);
    node.parent = state.parents.empty() ? 0 : state.parents.back();
    node.role = role;
    node.key = key;
    node.name = name;
    node.rect = rect;
    node.clip = clip_rect();
    if (!state.node_ids.insert(node.id).second)
        report(state, "two widgets with the key \"" + std::string{key} + "\" (" + std::string{name} + ')');
    if (state.focus == node.id) {
        node.focused = true;
        if (state.focus_arrived) {
            state.focus_arrived = false;
            // Room for the focus ring and, on the next lines, for the error below a field.
            Rect const seen = inner(rect, -12);
            ImGui::ScrollToRect(ImGui::GetCurrentWindow(),
                                {{seen.x, seen.y}, {seen.x + seen.width, seen.y + seen.height}},
                                ImGuiScrollFlags_KeepVisibleEdgeY | ImGuiScrollFlags_KeepVisibleEdgeX);
            state.unsettled = true;
        }
    }
    return node;
}

Node& node_at(State& state, std::uint32_t id) {
    auto& nodes = state.layers[state.layer];
    auto const found = std::find_if(nodes.rbegin(), nodes.rend(), [&](Node const& node) { return node.id == id; });
    IM_ASSERT(found != nodes.rend());
    return found == nodes.rend() ? nodes.back() : *found;
}

TextStyle style_of(State const& state, Face face, Color color, Color ground, float inset_x) {
    FaceSize const& f = state.face(face);
    return {.size_px = f.css_px,
            .weight = f.weight,
            .color = state.rgb(color),
            .background = state.rgb(ground),
            .inset_x = inset_x,
            .inset_y = -1,
            .line_height_px = f.line_px};
}

bool take_act(State& state, std::uint32_t id, ActKind kind) {
    if (state.layer < state.top_layer) return false;
    auto const found = std::find_if(state.acts.begin(), state.acts.end(),
                                    [&](Act const& act) { return act.id == id && act.kind == kind; });
    if (found == state.acts.end()) return false;
    state.acts.erase(found);
    state.unsettled = true;
    return true;
}

std::optional<std::string> take_value(State& state, std::uint32_t id) {
    if (state.layer < state.top_layer) return std::nullopt;
    std::optional<std::string> value;
    for (auto act = state.acts.begin(); act != state.acts.end();) {
        if (act->id == id && act->kind == ActKind::set_value) {
            value = std::move(act->value);
            act = state.acts.erase(act);
            state.unsettled = true;
        } else {
            ++act;
        }
    }
    return value;
}

namespace {

void look_at_focus(State const& state, std::uint32_t id, Use& use) {
    use.focused = state.focus == id;
    use.ring = use.focused && state.focus_seen;
}

} // namespace

Use use_item(State& state, std::uint32_t id, Rect hit, std::string_view label, bool enabled) {
    Use use;
    if (!enabled) {
        take_act(state, id, ActKind::click);
        return use;
    }
    look_at_focus(state, id, use);
    use.clicked = take_act(state, id, ActKind::click);

    ImRect const box{{hit.x, hit.y}, {hit.x + hit.width, hit.y + hit.height}};
    bool const in_sight = ImGui::ItemAdd(box, id);
    ImGuiContext& g = *ImGui::GetCurrentContext(); // the name that ImGui's macro wants
    IMGUI_TEST_ENGINE_ITEM_INFO(id, std::string{label}.c_str(), g.LastItemData.StatusFlags);
    if (in_sight) {
        bool const pressed = ImGui::ButtonBehavior(box, id, &use.hovered, &use.held);
        // A finger that stays asks what it is, as a mouse does by standing still; it does not press.
        bool const asked = state.touch && state.finger_rested;
        if (pressed && !asked) use.clicked = true;
        if (pressed) state.unsettled = true;
        if (use.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (state.touch) use.hovered = use.held;
    }
    return use;
}

Use use_field(State& state, std::uint32_t id, Rect rect, bool enabled) {
    Use use;
    if (!enabled) return use;
    use.focused = state.focus == id;
    use.ring = use.focused; // a field being written in always shows it
    use.hovered = !state.touch && ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) &&
                  ImGui::IsMouseHoveringRect({rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height});
    return use;
}

void report(State& state, std::string problem) { state.problems.insert(std::move(problem)); }

void want_frame(State& state, int after_ms) {
    if (state.frame_after_ms < 0 || after_ms < state.frame_after_ms) state.frame_after_ms = after_ms;
}

std::string ui_text(State& state, std::string_view key, TextArgs args) {
    if (!state.strings.has(key)) report(state, "no text for " + std::string{key});
    return state.strings.get(key, args);
}

} // namespace schulkit::ui
