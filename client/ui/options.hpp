#pragma once
// What the widgets of ui.hpp take besides key and label. Icons are the constants of embedded/icons.hpp.

#include "client/ui/tree.hpp"
#include "shared/core/status_tone.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

using Icon = char const*; ///< embedded::icon_search; nullptr: none

/// The meaning of a colour; each also has its own icon, because colour alone says nothing to many people.
using Tone = StatusTone;

/// Longest reach in CSS pixels; contents never become wider.
inline constexpr float reading_width = 720;
inline constexpr float page_width = 1280;
/// Narrower windows get the phone's layout.
inline constexpr float phone_below = 700;

// --- layout -------------------------------------------------------------------------------------------
struct ColumnOptions {
    float gap = 16;
    float max_width = 0; ///< 0: all there is
};

/// Where things of different height stand in a row.
enum class RowAlign : std::uint8_t { top, center, bottom };

struct RowOptions {
    float gap = 8;
    RowAlign align = RowAlign::center;
};

struct GridOptions {
    float min_column = 260; ///< as many equal columns as fit; one on a phone
    float gap = 16;
    int max_columns = 4;
};

struct SplitOptions {
    float side_width = 340;
    float gap = 24;
};

struct CardOptions {
    std::string title = {}; ///< drawn as a heading of that level, and the region's name
    int level = 2;
    Icon icon = nullptr;
};

struct HeaderOptions {
    std::string subtitle = {};
    std::string back_label = {}; ///< a link above the title: "Inventar"
    std::string back_route = {};
};

// --- words --------------------------------------------------------------------------------------------
enum class TextKind : std::uint8_t { body, strong, muted, small, danger, figure /* a large number */ };

// --- actions ------------------------------------------------------------------------------------------
enum class Button : std::uint8_t {
    primary, ///< the screen's one main action
    secondary,
    quiet, ///< without a frame
    danger
};

struct ButtonOptions {
    Icon icon = nullptr;
    bool enabled = true;
    bool busy = false;            ///< draws a spinner and takes no click
    bool wide = false;            ///< as wide as its column; on a phone main actions are
    std::string description = {}; ///< read after the name: why it is disabled, what will happen
    std::string lang = {};        ///< BCP 47, where the label is not in the page's language
    bool popup = false;           ///< opens a dialog
};

struct FileOptions {
    std::string accept = {}; ///< HTML's accept: ".csv,.txt"
    Button kind = Button::secondary;
    Icon icon = nullptr;
    bool enabled = true;
    std::string hint = {};
    std::string error = {};
    std::string description = {}; ///< read after its label: what stands elsewhere on the screen
    bool camera = false; ///< a telephone opens its camera at once; elsewhere it is a choice of files
};

// --- fields -------------------------------------------------------------------------------------------
struct FieldOptions {
    bool required = false;
    std::string error = {};       ///< the text a person reads; not empty: the field is invalid
    std::string hint = {};        ///< below the field
    std::string placeholder = {}; ///< an example, never the label
    int max_length = 0;           ///< characters; 0: no limit
    std::string input_mode = {};  ///< HTML's inputmode: "numeric", "decimal", "email" …
    bool enabled = true;
    bool code = false; ///< a number or a label's code: no spelling, no capital letters
    bool hide_label = false; ///< the label is only read out (search fields)
    int rows = 4;            ///< text areas: lines shown
    float width = 0;         ///< px; 0: the column's width, in rows 220
};

// --- data ---------------------------------------------------------------------------------------------
struct TabEntry {
    std::string key = {};
    std::string label = {};
    std::int64_t count = -1; ///< behind the label; -1: none
    std::string route = {};
};

struct PagerOptions {
    std::int64_t first_shown = 0; ///< 1-based
    std::int64_t last_shown = 0;
    std::int64_t total = 0;
    bool total_is_exact = true; ///< else "mehr als N"
    bool has_previous = false;
    bool has_next = false;
};
enum class PageMove : std::uint8_t { none, previous, next };

/// An entry of a list that leads somewhere.
struct ListEntry {
    std::string title = {};
    std::string detail = {}; ///< second line, muted
    std::string route = {}; ///< empty: an action of the screen
    Icon icon = nullptr;
    std::string badge = {};
    Tone badge_tone = Tone::neutral;
    Icon badge_icon = nullptr; ///< nullptr: the tone's own
    std::string lang = {};     ///< BCP 47, where the title is not in the page's language
};

struct TimelineEntry {
    std::string title = {};             ///< "Status geändert"
    std::string author = {};            ///< display name
    std::string time = {};              ///< Ui::date_time()
    std::string body = {};              ///< a comment's words; may have several lines
    std::vector<std::string> changes = {}; ///< "Raum: 204 → 205"
    Icon icon = nullptr;
    Tone tone = Tone::neutral;
    bool last = false; ///< no line leads on to a next one
};

// --- feedback -----------------------------------------------------------------------------------------
struct DialogOptions {
    float width = 520; ///< on a phone the dialog fills the screen's width
    std::string description = {}; ///< read after its title: what is asked
};

struct EmptyState {
    Icon icon = nullptr;
    std::string title = {};
    std::string hint = {};
    std::string action = {}; ///< label of a button; empty: none
    Button kind = Button::primary; ///< secondary where the screen has its main action elsewhere
};

// --- the frame around every screen ---------------------------------------------------------------------
struct NavigationEntry {
    std::string key = {};
    std::string label = {};
    Icon icon = nullptr;
    std::string route = {};
    bool current = false;
    std::int64_t count = -1; ///< open tickets …; -1: none
};

/// In the user's menu: a link if it has a route, else a button whose key comes back from app_frame().
struct MenuEntry {
    std::string key = {};
    std::string label = {};
    Icon icon = nullptr;
    std::string route = {};
    std::string lang = {}; ///< BCP 47, where the label is not in the page's language
};

struct AppFrame {
    std::string product = "Schulkit";
    std::vector<NavigationEntry> navigation = {};
    std::string user_name = {};
    std::string user_detail = {}; ///< role, school
    std::vector<MenuEntry> user_menu = {};
    std::string search = {}; ///< label of the button that searches everything; comes back as "search"; empty: none
    std::string scan = {};   ///< label of the button that scans; comes back as "scan"; empty: none
    std::string help = {};   ///< address of the manual's page for this screen; empty: none
    std::string notice = {};  ///< a bar above everything that stays: the demo county
    struct News {
        std::string words = {};
        std::string action = {}; ///< its button; app_frame() answers "news" when it is used
    };
    News news = {};           ///< a bar below the main part that waits for somebody to agree
    std::string trouble = {}; ///< a bar below the main part, where nothing moves when it comes: no connection
    std::string page_key = {}; ///< route without query: each keeps its own scroll position
};

} // namespace schulkit::ui
