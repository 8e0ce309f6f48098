#include "client/ui/overlays.hpp"

#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace schulkit::ui {

namespace {

constexpr std::int64_t toast_ms = 6000;
constexpr std::size_t most_toasts = 3;
constexpr std::int64_t hint_after_ms = 500;

constexpr ImGuiWindowFlags overlay_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                           ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                                           ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoSavedSettings;

void begin_overlay(State const& state, std::string_view kind, std::uint32_t id, ImGuiWindowFlags more) {
    std::string const name = std::string{kind} + std::to_string(id);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({state.input.width, state.input.height});
    ImGui::Begin(name.c_str(), nullptr, overlay_flags | more);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    draw_list()._FringeScale = 1.0F / std::max(1.0F, state.input.dpr);
}

bool draw_close_button(State& state, Rect head) {
    float const side = state.size.control;
    Rect const rect = {head.x + head.width - side - 10, head.y + (head.height - side) / 2, side, side};
    std::string const label = ui_text(state, "ui.close");
    Use const use = use_item(state, id_of(state, "close"), rect, label, true);
    draw_button(state, rect, label, {.kind = Button::quiet, .icon = embedded::icon_x, .icon_only = true}, use);
    add_node(state, Role::button, "close", label, rect).focusable = true;
    return use.clicked;
}

bool clicked_outside(Rect rect) {
    ImVec2 const at = ImGui::GetIO().MouseClickedPos[0];
    return ImGui::IsMouseReleased(0) &&
           !ImRect{rect.x, rect.y, rect.x + rect.width, rect.y + rect.height}.Contains(at);
}

} // namespace

void draw_dialog(State& state, std::string_view key, std::string_view title, bool& open, DialogPlace place,
                 Content content) {
    if (!open) return;
    std::uint32_t const id = id_of(state, key);
    bool const menu = place.below > 0;
    float const margin = state.phone ? 12 : 32;
    float const head_px = grown(state, state.phone ? 60 : 56);
    float const padding = state.size.card_padding;
    Memo const last = memo_of(state, id);
    float const width = std::min(grown(state, place.width), state.input.width - 2 * margin);
    float const tallest = std::max(40.0F, state.input.height - 2 * margin - head_px - place.below);
    float const body_px = std::min(std::max(last.height, 40.0F), tallest);
    Rect rect = {std::floor((state.input.width - width) / 2), 0, width, head_px + body_px};
    // A little above the middle; on a phone at the top, so that the keyboard does not cover it.
    rect.y = state.phone ? margin : std::max(margin, std::floor((state.input.height - rect.height) * 0.4F));
    if (menu) {
        rect.x = state.input.width - width - margin / 2;
        rect.y = place.below + margin / 4;
    }

    std::size_t const outer_layer = state.layer;
    std::size_t const depth = ++state.dialogs;
    state.layers.resize(std::max(state.layers.size(), depth + 1));
    state.layer = depth;
    auto const outer_parents = std::exchange(state.parents, {});
    begin_overlay(state, "dialog", id, ImGuiWindowFlags_None);
    bool const appears = ImGui::IsWindowAppearing(); // with the very click that opened it
    if (menu) {
        draw_shadow(rect, radius_card);
    } else {
        draw_list().AddRectFilled({0, 0}, {state.input.width, state.input.height}, IM_COL32(10, 18, 26, 115));
        draw_shadow(rect, radius_card);
    }
    fill(state, rect, Color::raised, radius_card);
    stroke(state, rect, Color::border, radius_card);

    bool close = false;
    Node& node = add_node(state, Role::dialog, key, title, rect);
    node.modal = true;
    node.description = place.description;
    {
        Scope const scope{state, id};
        Parent const parent{state, id};
        Rect const head = {rect.x, rect.y, rect.width, head_px};
        draw_line_of_words(state, Role::heading, "title", title, Face::title, Color::text,
                           {head.x + padding, head.y, head.width - 2 * padding - state.size.control, head.height});
        node_at(state, id_of(state, "title")).level = 2;
        close = draw_close_button(state, head);
        Rect const body = {rect.x, rect.y + head_px, rect.width, body_px};
        std::uint32_t const inside = hash_of(id, "body");
        begin_scroll(state, inside, body);
        float const room = clip_rect().width - 2 * padding;
        begin_area(state, inside, Flow::column,
                   {body.x + padding, body.y + 4 - scroll_offset(), std::max(1.0F, room), 0}, space::medium);
        content();
        Rect const filled = end_area(state);
        float const reach = filled.height + 4 + padding;
        learn_height(state, id, reach);
        end_scroll(state, filled.y + filled.height + padding);
    }
    ImGui::End();
    state.parents = outer_parents;
    state.layer = outer_layer;

    // A dialog inside this one has been drawn already and took its Escape.
    if (std::exchange(state.escape, false)) close = true;
    if (menu && !appears && clicked_outside(rect)) close = true;
    if (close) {
        open = false;
        state.unsettled = true;
    }
}

void offer_hint(State& state, std::uint32_t id, Rect rect, std::string_view words, Use const& use) {
    if (!use.hovered && !use.held && !use.ring) return;
    state.hint = State::Hint{.id = id,
                             .rect = rect,
                             .words = std::string{words},
                             .at_once = use.ring};
}

void draw_hint(State& state) {
    if (!state.hint) {
        state.hint_id = 0;
        return;
    }
    State::Hint const hint = std::move(*state.hint);
    state.hint.reset();
    if (hint.id != state.hint_id) {
        state.hint_id = hint.id;
        state.hint_since_ms = state.input.now_ms;
    }
    std::int64_t const due_ms = state.hint_since_ms + (hint.at_once ? 0 : hint_after_ms);
    if (state.input.now_ms < due_ms) return want_frame(state, static_cast<int>(due_ms - state.input.now_ms));
    begin_overlay(state, "hint", 0, ImGuiWindowFlags_NoInputs);
    float const most = std::min(grown(state, 360), state.input.width - 16);
    float const natural = std::ceil(text_width(state, Face::small, hint.words)) + 1;
    float const words_px = std::min(natural, most - 20);
    float const height = words_height(state, Face::small, hint.words, words_px) + 12;
    Rect box = {hint.rect.x + hint.rect.width / 2 - words_px / 2 - 10, hint.rect.y + hint.rect.height + 6,
                words_px + 20, height};
    box.x = std::clamp(box.x, 8.0F, std::max(8.0F, state.input.width - box.width - 8));
    if (box.y + height > state.input.height - 8) box.y = hint.rect.y - height - 6;
    draw_shadow(box, radius_control);
    fill(state, box, Color::toast, radius_control);
    stroke(state, box, Color::border, radius_control);
    float y = box.y + 6;
    for (std::string_view const line : wrap(state, Face::small, hint.words, words_px)) {
        draw_text(state, Face::small, Color::on_toast, box.x + 10, y, state.face(Face::small).line_px, line);
        y += state.face(Face::small).line_px;
    }
    ImGui::End();
}

void draw_toasts(State& state) {
    // Recorded even when empty: a live region must be there before it says something.
    state.layers.emplace_back();
    state.layer = state.layers.size() - 1;
    state.parents.clear();
    begin_overlay(state, "toasts", 0, ImGuiWindowFlags_NoInputs);
    Scope const scope{state, hash_of(0, "toasts")};
    add_node(state, Role::status, "status", "", {0, 0, 0, 0});
    {
        // A region of its own, so that a toast and a count do not cut each other off.
        state.parents.clear();
        Node& announced = add_node(state, Role::status, "announced", "", {0, 0, 0, 0});
        announced.value = std::exchange(state.announcement, {});
    }
    Parent const parent{state, id_of(state, "status")};

    auto const is_over = [&](ToastState const& toast) {
        return toast.until_ms > 0 && toast.until_ms <= state.input.now_ms;
    };
    state.toasts.erase(std::remove_if(state.toasts.begin(), state.toasts.end(), is_over), state.toasts.end());
    while (state.toasts.size() > most_toasts) state.toasts.erase(state.toasts.begin());

    float y = state.floor_y - 16;
    for (auto toast = state.toasts.rbegin(); toast != state.toasts.rend(); ++toast) {
        if (toast->until_ms == 0) toast->until_ms = state.input.now_ms + toast_ms;
        want_frame(state, static_cast<int>(toast->until_ms - state.input.now_ms));
        float const most = std::min(grown(state, 480), state.input.width - 32);
        float const side = state.face(Face::icon).css_px;
        float const words_at = 16 + side + 10;
        float const natural = std::ceil(text_width(state, Face::body, toast->words)) + 1;
        float const words_px = std::min(natural, most - words_at - 16);
        float const height = words_height(state, Face::body, toast->words, words_px) + 20;
        y -= height;
        Rect const rect = {std::floor((state.input.width - words_px - words_at - 16) / 2), y, words_px + words_at + 16,
                           height};
        draw_shadow(rect, radius_card);
        fill(state, rect, Color::toast, radius_card);
        stroke(state, rect, Color::border, radius_card);
        draw_icon(state, Face::icon, Color::on_toast, rect.x + 16,
                  rect.y + 10 + (state.face(Face::body).line_px - side) / 2, side, icon_of(toast->tone));
        draw_words(state, Role::text, "toast." + std::to_string(toast->number), toast->words, Face::body,
                   Color::on_toast, rect.x + words_at, rect.y + 10, words_px);
        y -= 8;
    }
    ImGui::End();
    state.layer = 0;
}

void Ui::announce(std::string_view words) { m_state.announcement = words; }

void Ui::announce_found(PagerOptions const& found) {
    if (found.total == 0)
        announce(text("ui.found_none"));
    else if (found.has_previous)
        announce(pager_text(*this, found));
    else
        announce(found.total_is_exact ? count_text("ui.found", found.total)
                                      : text("ui.found_more", {{"count", number(found.total)}}));
}

void style_scrollbars(State const& state) {
    ImGuiStyle& style = ImGui::GetStyle();
    auto const color = [&](Color c) {
        std::uint32_t const rgb = state.rgb(c);
        return ImVec4{static_cast<float>((rgb >> 16) & 0xff) / 255.0F, static_cast<float>((rgb >> 8) & 0xff) / 255.0F,
                      static_cast<float>(rgb & 0xff) / 255.0F, 1};
    };
    style.Colors[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
    style.Colors[ImGuiCol_ScrollbarGrab] = color(Color::text_disabled);
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = color(Color::control_border);
    style.Colors[ImGuiCol_ScrollbarGrabActive] = color(Color::text_muted);
}

void Ui::dialog(std::string_view key, std::string_view title, bool& open, DialogOptions const& options,
                Content content) {
    draw_dialog(m_state, key, title, open, {.width = options.width, .description = options.description}, content);
}

void Ui::close_dialogs() {
    m_state.menu_open = m_state.more_open = false;
    m_state.open_dialog = 0;
}

void Ui::toast(std::string_view words, Tone tone) {
    m_state.toasts.push_back({std::string{words}, tone, ++m_state.toasts_made, 0});
    m_state.unsettled = true;
}

} // namespace schulkit::ui
