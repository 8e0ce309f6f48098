#include "client/ui/frame.hpp"

#include "client/ui/layout.hpp"
#include "client/ui/overlays.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/state.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <deque>

namespace schulkit::ui {

namespace {

/// A picture that still changes after so many tries is shown as it is and drawn again with the next frame.
constexpr int most_passes = 6;
constexpr std::size_t most_places = 200;
/// Sizes of containers that were not drawn for so long are forgotten.
constexpr std::uint64_t memo_passes = 2000;

/// A focus so soon after the pointer was used came from it.
constexpr std::int64_t pointer_focus_ms = 500;
/// Then the name of what is below the finger has shown (overlays.cpp: hint_after_ms).
constexpr std::int64_t long_press_ms = TouchScroll::hold_ms + 500;

bool changes_things(ActKind kind) { return kind == ActKind::click || kind == ActKind::submit; }

} // namespace

struct Frame::Parts {
    struct Scrolling {
        float x = 0;
        float y = 0;
        float dx = 0; ///< how far the contents move
        float dy = 0;
    };

    Parts(FontSource fonts, bool checked) : checks(checked), state(std::move(fonts)), ui(state) {}

    /// Moves what lies under the place: the innermost part that can scroll in that direction.
    static void scroll_under(Scrolling const& s);

    bool checks;
    ImGuiContext* context = nullptr;
    State state;
    Ui ui;
    TouchScroll touch = {};
    std::deque<Act> acts = {};
    std::vector<Scrolling> scrollings = {};
    std::function<void()> upload_fonts = {};
    std::int64_t last_ms = -1;
    std::int64_t last_down_ms = -1;
    bool escape = false;
    std::vector<std::string> problems = {};

    void obey(std::vector<TouchCommand> const& commands);
    void take_acts();
    [[nodiscard]] bool is_pressed_or_released() const;
    void draw_settled(FrameInput const& input, Callable<void(Ui&)> draw, bool with_acts);
    void begin_pass(FrameInput const& input, bool first, bool with_acts);
    void draw_root(Callable<void(Ui&)> draw);
    void end_pass();
    void forget_old_memos();
    void publish_problems();
};

Frame::Frame(FontSource fonts, bool checks) : m_parts(std::make_unique<Parts>(std::move(fonts), checks)) {
    ImGuiContext* const before = ImGui::GetCurrentContext();
    m_parts->context = ImGui::CreateContext(m_parts->state.fonts.atlas());
    ImGui::SetCurrentContext(m_parts->context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.UserData = &m_parts->state;
    io.ConfigFlags = ImGuiConfigFlags_None; // the mirror's focus is the focus
    io.ConfigInputTrickleEventQueue = true;
    m_parts->context->TestEngineHookItems = checks;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = {1, 1};
    style.ChildBorderSize = 0;
    style.ScrollbarRounding = 6;
    style.CircleTessellationMaxError = 0.1F;
    if (before != nullptr) ImGui::SetCurrentContext(before);
}

Frame::~Frame() {
    ImGui::SetCurrentContext(m_parts->context);
    ImGui::GetIO().UserData = nullptr;
    ImGui::DestroyContext(m_parts->context);
}

void Frame::on_new_fonts(std::function<void()> upload) { m_parts->upload_fonts = std::move(upload); }

void Frame::set_language(std::string_view language, std::string_view json) {
    m_parts->state.language = language;
    m_parts->state.strings = Strings::from_json(json);
}

Ui& Frame::ui() { return m_parts->ui; }
Tree const& Frame::tree() const { return m_parts->state.tree; }
std::vector<std::string> const& Frame::problems() const { return m_parts->problems; }

void Frame::Parts::scroll_under(Scrolling const& s) {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    ImGuiWindow* window = nullptr;
    for (int i = g.Windows.Size - 1; i >= 0 && window == nullptr; --i) {
        ImGuiWindow* at = g.Windows[i];
        if (at->WasActive && !at->Hidden && (at->Flags & ImGuiWindowFlags_NoMouseInputs) == 0 &&
            at->OuterRectClipped.Contains({s.x, s.y}))
            window = at;
    }
    for (; window != nullptr; window = window->ParentWindow) {
        bool const moves_y = s.dy != 0 && window->ScrollMax.y > 0;
        bool const moves_x = s.dx != 0 && window->ScrollMax.x > 0;
        if (!moves_x && !moves_y) continue;
        // A second event of the same frame adds to the first.
        auto const from = [](float target, float now) { return target < FLT_MAX ? target : now; };
        if (moves_y)
            ImGui::SetScrollY(window, std::clamp(from(window->ScrollTarget.y, window->Scroll.y) - s.dy, 0.0F,
                                                 window->ScrollMax.y));
        if (moves_x)
            ImGui::SetScrollX(window, std::clamp(from(window->ScrollTarget.x, window->Scroll.x) - s.dx, 0.0F,
                                                 window->ScrollMax.x));
        return;
    }
}

void Frame::Parts::obey(std::vector<TouchCommand> const& commands) {
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    for (TouchCommand const& command : commands) {
        io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        switch (command.kind) {
        case TouchCommand::Kind::hover: io.AddMousePosEvent(command.x, command.y); break;
        case TouchCommand::Kind::press: io.AddMouseButtonEvent(0, true); break;
        case TouchCommand::Kind::release: io.AddMouseButtonEvent(0, false); break;
        case TouchCommand::Kind::leave: io.AddMousePosEvent(-FLT_MAX, -FLT_MAX); break;
        case TouchCommand::Kind::scroll:
            scrollings.push_back({command.x, command.y, command.dx, command.dy});
            break;
        }
    }
}

void Frame::pointer(PointerEvent const& event) {
    Parts& parts = *m_parts;
    ImGui::SetCurrentContext(parts.context);
    parts.state.touch = event.touch;
    if (event.kind == PointerKind::down || event.kind == PointerKind::up) parts.last_down_ms = event.now_ms;
    if (event.touch) {
        // By the finger's own times: between two slow frames a tap would look like a long press.
        if (event.kind == PointerKind::down) parts.state.finger_down_ms = event.now_ms;
        parts.state.finger_rested =
            event.kind == PointerKind::up && event.now_ms - parts.state.finger_down_ms >= long_press_ms;
        switch (event.kind) {
        case PointerKind::down: return parts.obey(parts.touch.down(event.x, event.y, event.now_ms));
        case PointerKind::move: return parts.obey(parts.touch.move(event.x, event.y, event.now_ms));
        case PointerKind::up: return parts.obey(parts.touch.up(event.x, event.y, event.now_ms));
        case PointerKind::cancel:
        case PointerKind::leave: return parts.obey(parts.touch.cancel());
        }
        return;
    }
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
    switch (event.kind) {
    case PointerKind::down:
    case PointerKind::up:
        io.AddMousePosEvent(event.x, event.y);
        io.AddMouseButtonEvent(0, event.kind == PointerKind::down);
        break;
    case PointerKind::move: io.AddMousePosEvent(event.x, event.y); break;
    case PointerKind::cancel: // released outside of everything, so that nothing is clicked
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        io.AddMouseButtonEvent(0, false);
        break;
    case PointerKind::leave: io.AddMousePosEvent(-FLT_MAX, -FLT_MAX); break;
    }
}

void Frame::wheel(float x, float y, float delta_x, float delta_y) {
    m_parts->scrollings.push_back({x, y, -delta_x, -delta_y});
}

void Frame::escape() { m_parts->escape = true; }
void Frame::act(Act act) { m_parts->acts.push_back(std::move(act)); }

/// A click sees the values that were typed before it, wherever the two stand on the screen: one click or
/// submit a frame, and nothing that comes after it.
void Frame::Parts::take_acts() {
    state.acts.clear();
    while (!acts.empty()) {
        bool const last = changes_things(acts.front().kind);
        if (last && !state.acts.empty()) return;
        Act act = std::move(acts.front());
        acts.pop_front();
        if (act.kind == ActKind::focus) {
            state.focus = act.id;
            // A click or tap moves the focus too; the ring is for those who came by keyboard.
            state.focus_seen = last_down_ms < 0 || state.input.now_ms - last_down_ms > pointer_focus_ms;
            state.focus_arrived = true;
            state.anchor = {};
        } else if (act.kind == ActKind::blur) {
            if (state.focus == act.id) state.focus = 0;
        } else {
            if (act.kind == ActKind::click) state.focus_seen = true;
            state.acts.push_back(std::move(act));
        }
        if (last) return;
    }
}

void Frame::Parts::begin_pass(FrameInput const& input, bool first, bool with_acts) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {input.width, input.height};
    io.DisplayFramebufferScale = {input.dpr, input.dpr};
    std::int64_t const elapsed_ms = first && last_ms >= 0 ? input.now_ms - last_ms : 0;
    io.DeltaTime = std::clamp(static_cast<float>(elapsed_ms) / 1000.0F, 0.001F, 0.1F);
    if (first) last_ms = input.now_ms;
    ImGui::NewFrame();

    ++state.pass;
    state.first_pass = first;
    state.unsettled = false;
    state.next_anchor = {};
    state.top_layer = state.dialogs;
    state.dialogs = 0;
    state.layers.resize(1); // keeps the room that the page's nodes took
    state.layers.front().clear();
    state.layer = 0;
    state.scopes.clear();
    state.parents.clear();
    state.node_ids.clear();
    state.area_ids.clear();
    state.areas.clear();
    state.items.clear();
    state.submitted_forms.clear();
    state.frame_after_ms = -1;
    state.floor_y = state.input.height;
    state.escape = with_acts && escape;
    state.hint.reset();
    if (with_acts) {
        state.problems.clear();
        escape = false;
        take_acts();
        for (Scrolling const& scrolling : scrollings) scroll_under(scrolling);
        scrollings.clear();
    }
}

void Frame::Parts::draw_root(Callable<void(Ui&)> draw) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({state.input.width, state.input.height});
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoSavedSettings);
    draw_list()._FringeScale = 1.0F / std::max(1.0F, state.input.dpr);
    Rect const all = {0, 0, state.input.width, state.input.height};
    begin_area(state, hash_of(0, "page"), Flow::column, all, 0);
    draw(ui);
    end_area(state);
    ImGui::End();
    draw_toasts(state);
    draw_hint(state);
}

void Frame::Parts::end_pass() {
    state.acts.clear();
    if (state.focus_arrived) state.focus_arrived = false; // its node is gone
    for (auto typed = state.typed.begin(); typed != state.typed.end();)
        typed = typed->second.seen == state.pass ? std::next(typed) : state.typed.erase(typed);
    if (state.top_layer != state.dialogs) state.unsettled = true;
}

bool Frame::Parts::is_pressed_or_released() const {
    auto const& events = context->InputEventsQueue;
    return std::any_of(events.begin(), events.end(),
                       [](ImGuiInputEvent const& event) { return event.Type == ImGuiInputEventType_MouseButton; });
}

void Frame::Parts::draw_settled(FrameInput const& input, Callable<void(Ui&)> draw, bool with_acts) {
    for (int pass = 0; pass < most_passes; ++pass) {
        begin_pass(input, pass == 0, with_acts && pass == 0);
        draw_root(draw);
        end_pass();
        if (!state.unsettled) break;
        if (pass + 1 < most_passes) ImGui::EndFrame();
    }
    if (state.unsettled) report(state, "the layout does not settle");
    state.anchor = state.next_anchor;
}

void Frame::Parts::forget_old_memos() {
    if (state.pass % 512 != 0 && state.memos.size() < 20000) return;
    for (auto memo = state.memos.begin(); memo != state.memos.end();)
        memo = memo->second.seen + memo_passes < state.pass ? state.memos.erase(memo) : std::next(memo);
}

void Frame::Parts::publish_problems() {
    if (!checks) return;
    check_tree(state);
    problems.assign(state.problems.begin(), state.problems.end());
}

FrameResult Frame::draw(FrameInput const& input, Callable<void(Ui&)> draw) {
    Parts& parts = *m_parts;
    State& state = parts.state;
    ImGui::SetCurrentContext(parts.context);
    state.input = input;
    state.size = measures(input.width, input.text_size, input.coarse);
    state.phone = input.width < phone_below * input.text_size;
    state.palette = input.forced ? palette_of(*input.forced) : palette_of(input.look);
    style_scrollbars(state);
    if (state.fonts.prepare(input.dpr, state.phone, input.text_size) && parts.upload_fonts) parts.upload_fonts();
    parts.touch.set_inertia(!input.reduced_motion);
    parts.obey(parts.touch.tick(input.now_ms));

    Tree const before = std::move(state.tree);
    if (parts.is_pressed_or_released()) {
        // An answer that came with it may have moved what is pressed: first the layout, then the press.
        ImVector<ImGuiInputEvent> waiting;
        waiting.swap(parts.context->InputEventsQueue);
        parts.draw_settled(input, draw, false);
        ImGui::EndFrame();
        waiting.swap(parts.context->InputEventsQueue);
    }
    parts.draw_settled(input, draw, true);
    state.scroll_to.reset();
    if (state.places.size() > most_places) state.places.clear();
    ImGui::Render();

    state.tree = {.language = state.language, .title = state.title, .nodes = {}};
    for (auto& layer : state.layers)
        state.tree.nodes.insert(state.tree.nodes.end(), std::make_move_iterator(layer.begin()),
                                std::make_move_iterator(layer.end()));
    parts.publish_problems();
    parts.forget_old_memos();

    FrameResult result;
    result.tree = &state.tree;
    result.ground = state.rgb(Color::canvas);
    result.tree_changed = !(state.tree == before);
    result.next_frame_ms = state.frame_after_ms;
    bool const more = state.unsettled || !parts.acts.empty() || parts.touch.is_moving() ||
                      parts.context->InputEventsQueue.Size > 0;
    if (more) result.next_frame_ms = 0;
    return result;
}

} // namespace schulkit::ui
