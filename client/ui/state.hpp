#pragma once
// What the widgets share while a frame is drawn: the tree under construction, the open scopes, the acts that
// wait for their widget, and what was learnt about sizes in the frame before. Only client/ui includes it.

#include "client/ui/fonts.hpp"
#include "client/ui/frame.hpp"
#include "client/ui/strings.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/tree.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

struct ImDrawList;

namespace schulkit::ui {

/// Sizes of a container, as they came out when it was drawn last. If they turn out otherwise, the picture
/// is drawn again before anybody sees it (Frame::draw).
struct Memo {
    float width = 0;
    float height = 0;
    float fixed = 0;   ///< rows: what the parts that do not grow take, gaps included
    float pushed = 0;  ///< rows: what stands after push_right()
    int grows = 0;     ///< rows: how many parts grow
    std::vector<float> lines = {}; ///< rows and grids: height of each line
    std::uint64_t seen = 0;        ///< number of the pass
};

enum class Flow : std::uint8_t { column, row, grid };

/// An open layout scope; see layout.hpp.
struct Area {
    Flow flow = Flow::column;
    std::uint32_t id = 0;
    float x = 0;
    float y = 0;
    float width = 0;
    float gap = 0;
    float next_x = 0;
    float next_y = 0; ///< columns: below the last part; rows and grids: the line's top
    float right = 0;  ///< reached so far
    float bottom = 0;
    RowAlign align = RowAlign::center;
    bool empty = true;
    bool line_empty = true;
    bool grow_next = false;
    bool push_next = false;
    bool after_push = false;
    int columns = 1;
    Rect slot = {}; ///< the part being drawn
    Memo now = {};
};

struct AppFrame;

struct ToastState {
    std::string words = {};
    Tone tone = Tone::success;
    std::uint32_t number = 0;
    std::int64_t until_ms = 0; ///< 0: not shown yet
};

struct State {
    explicit State(FontSource source) : fonts(std::move(source)) {}

    // --- of the frame ---
    FrameInput input = {};
    Measures size = {};
    Palette palette = palette_of(Look::light);
    Fonts fonts;
    Strings strings = {};
    std::string language = "de";
    float floor_y = 0; ///< CSS px from the top: what floats stands above it
    bool phone = false;
    bool touch = false;
    bool escape = false;
    std::uint64_t pass = 0;
    bool first_pass = true; ///< of this frame
    int frame_after_ms = -1;
    bool unsettled = false; ///< this picture is wrong or old already: draw it again at once

    // --- the dock: on a phone the main action of a header stands above the bottom bar, in reach of the thumb ---
    AppFrame const* dock_frame = nullptr; ///< while its main part is drawn, where there is a dock
    bool in_header = false;
    std::function<void()> docked = {}; ///< draws the button of this picture
    float dock_height = 0;             ///< of the picture before; 0: none
    std::uint32_t dock_used = 0;       ///< the button that was used; where it is asked for in the header, it says so

    // --- the tree under construction ---
    /// Per depth of dialogs; 0 is the page. A dialog's nodes stand after the page's, wherever it was drawn.
    std::vector<std::vector<Node>> layers = {};
    std::size_t layer = 0;
    std::size_t dialogs = 0;   ///< open in this picture
    std::size_t top_layer = 0; ///< of the picture before: only there things can be used
    std::vector<std::uint32_t> scopes = {};
    std::vector<std::uint32_t> parents = {};
    std::unordered_set<std::uint32_t> node_ids = {};
    std::unordered_set<std::uint32_t> area_ids = {};
    std::string title = {};
    Tree tree = {};

    // --- layout ---
    std::vector<Area> areas = {};
    std::unordered_map<std::uint32_t, Memo> memos = {};

    // --- use ---
    std::uint32_t page = 0; ///< in the main part
    std::unordered_map<std::uint32_t, float> places = {};    ///< how far pages were scrolled
    std::optional<float> scroll_to = std::nullopt; ///< a page was opened in this frame: where it was left
    std::vector<Act> acts = {}; ///< for this picture, in order
    std::uint32_t focus = 0;
    std::uint32_t dragged = 0;  ///< the edge of a column, and how wide that was
    float dragged_from = 0;
    std::int64_t finger_down_ms = 0;
    bool finger_rested = false; ///< so long before it was lifted that it only asked what there is
    bool focus_seen = false;    ///< with a ring: not after a click of the mouse
    bool focus_arrived = false; ///< in this frame: bring it into sight
    /// Where what has the keyboard stands in its page: what appears above it must not move it.
    struct Anchor {
        std::uint32_t page = 0;
        std::uint32_t focus = 0;
        float width = 0; ///< of the window
        float text = 0;  ///< its size: with another layout everything stands elsewhere
        float y = 0;     ///< from the page's top
    };
    Anchor anchor = {};       ///< of the picture before
    Anchor next_anchor = {};  ///< of this one
    float scrolled_first = 0; ///< by the frame's first pass
    bool last_submitted = false;
    std::uint32_t last_field = 0;
    std::vector<bool> submitted_forms = {};
    bool required_seen = false; ///< a field with "*" was drawn since this was reset
    std::unordered_set<std::uint32_t> forms_with_required = {};
    std::string route = {};
    /// What is offered beside the thing under the pointer, and since when it is the same.
    struct Hint {
        std::uint32_t id = 0;
        Rect rect = {};
        std::string words = {};
        std::int64_t since_ms = 0;
        bool at_once = false; ///< the keyboard is there
    };
    std::optional<Hint> hint = std::nullopt; ///< of this picture
    std::uint32_t hint_id = 0;               ///< of the picture before
    std::int64_t hint_since_ms = 0;
    std::string announcement = {}; ///< of this picture
    bool menu_open = false;
    bool more_open = false;
    std::vector<ToastState> toasts = {};
    std::uint32_t toasts_made = 0;
    /// What is being typed into a field whose value is no text (money), until it can be read and is left.
    struct Typed {
        std::string text = {};
        std::uint64_t seen = 0; ///< pass
    };
    std::map<std::uint32_t, Typed> typed = {};
    std::uint32_t open_dialog = 0; ///< of a widget: a table's columns
    /// Small states of widgets: a filter bar that is open.
    std::unordered_set<std::uint32_t> opened = {};

    // --- checks ---
    std::set<std::string> problems = {};
    struct SeenItem {
        std::string label = {};
        bool reported = false; ///< by ItemInfo: something a person can use
    };
    std::unordered_map<std::uint32_t, SeenItem> items = {};

    FaceSize const& face(Face f) const { return fonts[f]; }
    std::uint32_t rgb(Color color) const { return palette[static_cast<std::size_t>(color)]; }
};

// --- identity -----------------------------------------------------------------------------------------
/// The id of `key` in the scope that is open. Never 0.
std::uint32_t id_of(State const& state, std::string_view key);
std::uint32_t hash_of(std::uint32_t scope, std::string_view key);

/// Keys inside belong to `id`.
class Scope {
public:
    Scope(State& state, std::uint32_t id) : m_state(state) { m_state.scopes.push_back(id); }
    ~Scope() { m_state.scopes.pop_back(); }
    Scope(Scope const&) = delete;
    Scope& operator=(Scope const&) = delete;

private:
    State& m_state;
};

/// Nodes inside are children of `id`.
class Parent {
public:
    Parent(State& state, std::uint32_t id) : m_state(state) { m_state.parents.push_back(id); }
    ~Parent() { m_state.parents.pop_back(); }
    Parent(Parent const&) = delete;
    Parent& operator=(Parent const&) = delete;

private:
    State& m_state;
};

// --- nodes --------------------------------------------------------------------------------------------
/// Records a node under the open parent. The reference is good until the next one is recorded.
Node& add_node(State& state, Role role, std::string_view key, std::string_view name, Rect rect);
/// The node once more, after its children (their size decided its own).
Node& node_at(State& state, std::uint32_t id);
TextStyle style_of(State const& state, Face face, Color color, Color ground, float inset_x);

// --- use ----------------------------------------------------------------------------------------------
struct Use {
    bool clicked = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;    ///< has the keyboard
    bool ring = false;       ///< and it must be seen
};
/// Makes the node `id` usable in the rectangle `hit`, by pointer and by acts. Disabled: only looks.
Use use_item(State& state, std::uint32_t id, Rect hit, std::string_view label, bool enabled);
/// Fields: the mirror's editor takes the pointer, so there is no ImGui item.
Use use_field(State& state, std::uint32_t id, Rect rect, bool enabled);
std::optional<std::string> take_value(State& state, std::uint32_t id);
bool take_act(State& state, std::uint32_t id, ActKind kind);

void report(State& state, std::string problem);
void want_frame(State& state, int after_ms);
std::string ui_text(State& state, std::string_view key, TextArgs args = {});

/// Compares what ImGui reported with the nodes of the finished tree; adds to problems.
void check_tree(State& state);

} // namespace schulkit::ui
