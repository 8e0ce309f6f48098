#include "client/platform/headless/harness.hpp"

#include "embedded/fonts.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace schulkit {

using ui::Act;
using ui::ActKind;
using ui::Node;
using ui::PointerKind;
using ui::Role;

namespace {

constexpr int frame_ms = 16;
/// A screen that is not quiet after so many pictures never will be.
constexpr int most_frames = 400;

bool is_field(Role role) {
    switch (role) {
    case Role::textbox:
    case Role::searchbox:
    case Role::textarea:
    case Role::datebox:
    case Role::combobox:
    case Role::file: return true;
    default: return false;
    }
}

bool is_inside(ui::Rect const& inner, ui::Rect const& outer) {
    return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.x + inner.width <= outer.x + outer.width + 1 &&
           inner.y + inner.height <= outer.y + outer.height + 1;
}

/// A program makes hundreds of screens in a few sizes.
std::shared_ptr<ui::FontSet const> remembered_fonts(ui::FontChoice choice) {
    static std::map<ui::FontChoice, std::shared_ptr<ui::FontSet const>> made;
    auto& set = made[choice];
    if (!set)
        set = ui::make_fonts({.regular = embedded::font_regular(), .medium = embedded::font_medium(),
                              .icons = embedded::font_icons()}, choice);
    return set;
}

} // namespace

void (*HeadlessScreen::on_failure)(std::string const&) = nullptr;

HeadlessScreen::HeadlessScreen(std::function<void(ui::Ui&)> draw, ScreenSize size, std::string_view language)
    : HeadlessScreen(m_own_platform, std::move(draw), size, language) {}

HeadlessScreen::HeadlessScreen(HeadlessPlatform& platform, std::function<void(ui::Ui&)> draw, ScreenSize size,
                               std::string_view language)
    : m_platform(platform),
      m_frame(remembered_fonts),
      m_draw(std::move(draw)) {
    m_input.width = size.width;
    m_input.height = size.height;
    m_frame.set_language(language, language_file(language));
    m_frame.on_new_fonts([] { ImGui::GetIO().Fonts->SetTexID(&HeadlessScreen::on_failure); }); // any address will do
    settle();
}

void HeadlessScreen::fail(std::string const& what) const {
    std::string const message = what + "\nOn the screen:\n" + text();
    if (on_failure != nullptr) on_failure(message);
    std::fputs(message.c_str(), stderr);
    std::abort();
}

void HeadlessScreen::draw_once() {
    m_input.now_ms = m_platform.now_unix_ms();
    m_platform.frame_requested = false;
    m_next_frame_ms = m_frame.draw(m_input, m_draw).next_frame_ms;
    ++m_frames;
}

void HeadlessScreen::settle() {
    int drawn = 0;
    do {
        do {
            draw_once();
            if (++drawn > most_frames) fail("The screen never comes to rest.");
            follow_dialogs();
            if (m_next_frame_ms == 0) m_platform.pass_time(frame_ms);
        } while (m_next_frame_ms == 0 || m_platform.frame_requested);
        while (!m_platform.frame_requested && m_platform.deliver()) {}
    } while (m_platform.frame_requested);
}

void HeadlessScreen::wait(int ms) {
    while (ms > 0) {
        int const step = m_next_frame_ms > 0 ? std::min(ms, std::max(m_next_frame_ms, 1)) : ms;
        m_platform.pass_time(step);
        ms -= step;
        if (m_next_frame_ms > 0 || m_platform.frame_requested || ms == 0) settle();
    }
}

/// What the mirror does: the focus moves into a dialog that appears, and back when it is gone.
void HeadlessScreen::follow_dialogs() {
    std::vector<std::uint32_t> open;
    for (Node const& node : tree().nodes)
        if (node.modal) open.push_back(node.id);
    while (m_dialogs.size() > open.size()) {
        std::uint32_t const back = m_focus_before.back();
        m_dialogs.pop_back();
        m_focus_before.pop_back();
        set_focus(tree().find(back) != nullptr ? back : 0);
    }
    while (m_dialogs.size() < open.size()) {
        m_dialogs.push_back(open[m_dialogs.size()]);
        m_focus_before.push_back(m_focus);
        bool inside = false;
        for (Node const& node : tree().nodes) {
            if (node.id == m_dialogs.back()) inside = true;
            if (inside && node.focusable) {
                set_focus(node.id);
                break;
            }
        }
    }
    if (!m_platform.focus_moved) return;
    m_platform.focus_moved = false;
    if (m_platform.last_focus != FocusTarget::first_field_with_error) return;
    for (Node const& node : tree().nodes)
        if (node.invalid) return set_focus(node.id);
}

void HeadlessScreen::set_focus(std::uint32_t id) {
    if (id == m_focus) return;
    if (m_focus != 0) m_frame.act({.id = m_focus, .kind = ActKind::blur});
    m_focus = id;
    if (id != 0) m_frame.act({.id = id, .kind = ActKind::focus});
    m_next_frame_ms = 0;
}

Node const& HeadlessScreen::get(Role role, std::string_view name) {
    // What lies behind a dialog is found only if the dialog has nothing like it.
    auto const& nodes = tree().nodes;
    auto const modal = std::find_if(nodes.rbegin(), nodes.rend(), [](Node const& each) { return each.modal; });
    auto const inside = modal == nodes.rend() ? nodes.begin() : modal.base() - 1;
    auto const found =
        std::find_if(inside, nodes.end(), [&](Node const& each) { return each.role == role && each.name == name; });
    Node const* node = found != nodes.end() ? &*found : tree().find(role, name);
    if (node == nullptr) fail("There is no " + std::string{word(role)} + " \"" + std::string{name} + "\".");
    return *node;
}

Node const& HeadlessScreen::field(std::string_view label) {
    for (Node const& node : tree().nodes)
        if ((is_field(node.role) || node.role == Role::checkbox) && node.name == label) return node;
    fail("There is no field \"" + std::string{label} + "\".");
}

Node const& HeadlessScreen::into_sight(Role role, std::string_view name) {
    for (int tries = 0; tries < 20; ++tries) {
        Node const& node = get(role, name);
        float const middle = node.rect.y + node.rect.height / 2;
        float const top = node.clip.y;
        float const bottom = node.clip.y + node.clip.height;
        if (middle > top + 1 && middle < bottom - 1) return node;
        float const before = node.rect.y;
        wheel(node.clip.x + node.clip.width / 2, (top + bottom) / 2, middle - (top + bottom) / 2);
        if (get(role, name).rect.y == before) break;
    }
    Node const& node = get(role, name);
    float const x = node.rect.x + node.rect.width / 2;
    float const y = node.rect.y + node.rect.height / 2;
    if (x < node.clip.x || x > node.clip.x + node.clip.width || y < node.clip.y || y > node.clip.y + node.clip.height)
        fail("The " + std::string{word(role)} + " \"" + std::string{name} + "\" cannot be scrolled into sight.");
    return node;
}

void HeadlessScreen::pointer(PointerKind kind, float x, float y, bool touch) {
    m_frame.pointer({.kind = kind, .x = x, .y = y, .now_ms = m_platform.now_unix_ms(), .touch = touch});
    settle();
}

void HeadlessScreen::click_at(float x, float y) {
    pointer(PointerKind::move, x, y, false);
    pointer(PointerKind::down, x, y, false);
    pointer(PointerKind::up, x, y, false);
}

void HeadlessScreen::click(Role role, std::string_view name) {
    Node const node = into_sight(role, name);
    float const x = node.rect.x + node.rect.width / 2;
    float const y = node.rect.y + node.rect.height / 2;
    pointer(PointerKind::move, x, y, false);
    m_frame.pointer(
        {.kind = PointerKind::down, .x = x, .y = y, .now_ms = m_platform.now_unix_ms(), .touch = false});
    if (node.focusable && node.enabled) set_focus(node.id);
    settle();
    pointer(PointerKind::up, x, y, false);
}

void HeadlessScreen::hover(Role role, std::string_view name) {
    Node const& node = into_sight(role, name);
    pointer(PointerKind::move, node.rect.x + node.rect.width / 2, node.rect.y + node.rect.height / 2, false);
}

void HeadlessScreen::tap(Role role, std::string_view name) {
    Node const node = into_sight(role, name);
    float const x = node.rect.x + node.rect.width / 2;
    float const y = node.rect.y + node.rect.height / 2;
    m_frame.pointer({.kind = PointerKind::down, .x = x, .y = y, .now_ms = m_platform.now_unix_ms(), .touch = true});
    m_frame.pointer(
        {.kind = PointerKind::up, .x = x, .y = y, .now_ms = m_platform.now_unix_ms() + 60, .touch = true});
    if (node.focusable && node.enabled) set_focus(node.id);
    settle();
}

void HeadlessScreen::drag_finger(float x, float y, float dx, float dy) {
    constexpr int steps = 10;
    std::int64_t now = m_platform.now_unix_ms();
    m_frame.pointer({.kind = PointerKind::down, .x = x, .y = y, .now_ms = now, .touch = true});
    for (int i = 1; i <= steps; ++i) {
        now += frame_ms;
        float const part = static_cast<float>(i) / steps;
        m_frame.pointer(
            {.kind = PointerKind::move, .x = x + dx * part, .y = y + dy * part, .now_ms = now, .touch = true});
    }
    // Rests before it is lifted, so that nothing goes on by itself.
    m_platform.pass_time(static_cast<int>(now - m_platform.now_unix_ms()) + 200);
    m_frame.pointer({.kind = PointerKind::up,
                     .x = x + dx,
                     .y = y + dy,
                     .now_ms = m_platform.now_unix_ms(),
                     .touch = true});
    settle();
}

void HeadlessScreen::drag_mouse(float x, float y, float dx, float dy) {
    constexpr int moves = 4;
    pointer(PointerKind::move, x, y, false);
    pointer(PointerKind::down, x, y, false);
    for (int i = 1; i <= moves; ++i) {
        float const part = static_cast<float>(i) / moves;
        pointer(PointerKind::move, x + dx * part, y + dy * part, false);
    }
    pointer(PointerKind::up, x + dx, y + dy, false);
}

void HeadlessScreen::send_value(Node const& node, std::string value) {
    std::uint32_t const id = node.id;
    set_focus(id);
    m_frame.act({.id = id, .kind = ActKind::set_value, .value = std::move(value)});
    settle();
}

void HeadlessScreen::type(std::string_view label, std::string_view text) { send_value(field(label), std::string{text}); }

void HeadlessScreen::choose(std::string_view label, std::string_view option) {
    Node const& node = field(label);
    auto const found = std::find_if(node.options.begin(), node.options.end(),
                                    [&](ui::Option const& each) { return each.label == option; });
    if (found == node.options.end())
        fail("\"" + std::string{label} + "\" has no option \"" + std::string{option} + "\".");
    send_value(node, found->value);
}

void HeadlessScreen::choose_file(std::string_view button, std::string_view file_name) {
    send_value(get(Role::file, button), std::to_string(++m_files) + '/' + std::string{file_name});
}

void HeadlessScreen::submit(std::string_view label) {
    std::uint32_t const id = field(label).id;
    set_focus(id);
    m_frame.act({.id = id, .kind = ActKind::submit});
    settle();
}

void HeadlessScreen::press(Role role, std::string_view name) {
    std::uint32_t const id = get(role, name).id;
    m_platform.pass_time(1000); // long after any pointer
    set_focus(id);
    m_frame.act({.id = id, .kind = ActKind::click});
    settle();
}

void HeadlessScreen::focus(Role role, std::string_view name) {
    std::uint32_t const id = get(role, name).id;
    m_platform.pass_time(1000);
    set_focus(id);
    settle();
}

void HeadlessScreen::escape() {
    m_frame.escape();
    settle();
}

void HeadlessScreen::wheel(float x, float y, float delta_y) {
    m_frame.wheel(x, y, 0, delta_y);
    settle();
}

bool HeadlessScreen::has(std::string_view words) const {
    return std::any_of(tree().nodes.begin(), tree().nodes.end(), [&](Node const& node) {
        return node.name == words || node.value == words || node.description == words;
    });
}

bool HeadlessScreen::has_part(std::string_view words) const {
    return std::any_of(tree().nodes.begin(), tree().nodes.end(), [&](Node const& node) {
        return node.name.find(words) != std::string::npos || node.value.find(words) != std::string::npos ||
               node.description.find(words) != std::string::npos;
    });
}

bool HeadlessScreen::has(Role role, std::string_view name) const { return tree().find(role, name) != nullptr; }

int HeadlessScreen::count(Role role) const {
    return static_cast<int>(std::count_if(tree().nodes.begin(), tree().nodes.end(),
                                          [&](Node const& node) { return node.role == role; }));
}

std::vector<std::string> HeadlessScreen::problems() const {
    std::vector<std::string> problems = m_frame.problems();
    float const least = m_input.width < ui::phone_below ? 44 : 32;
    ui::Rect const window = {0, 0, m_input.width, m_input.height};
    for (Node const& node : tree().nodes) {
        if (!node.focusable) continue;
        std::string const who = std::string{word(node.role)} + " \"" + node.name + '"';
        if (node.rect.height < least) problems.push_back(who + " is lower than " + std::to_string(least) + " px");
        // Upwards and downwards it can be scrolled; sideways nothing may be lost.
        if (node.rect.x < -0.5F || node.rect.x + node.rect.width > m_input.width + 0.5F)
            problems.push_back(who + " reaches out of the window");
        if (node.rect.width < least * 0.75F) problems.push_back(who + " is too narrow");
        if (!is_inside(node.clip, window)) problems.push_back(who + " has a clip outside of the window");
    }
    return problems;
}

} // namespace schulkit
