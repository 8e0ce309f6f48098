#pragma once
// The semantic tree: what the screen means, recorded by every widget while it draws itself.
// Four readers: the DOM mirror (web/mirror.mjs) for assistive technology, keyboard and text input; the
// browser tests' getByRole; the headless tests; the completeness check against ImGui's own item hooks.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

/// ARIA roles as the mirror builds them. text is a plain run of words, textbox a real <input>,
/// textarea a <textarea>, combobox a real <select>, file a real <input type=file> over the drawn button.
enum class Role : std::uint8_t {
    banner, navigation, main, region, form, group, dialog, heading, text, link, button, checkbox, textbox,
    searchbox, textarea, datebox, combobox, file, table, row, columnheader, rowheader, cell, list, listitem,
    separator, status, alert, progressbar, image
};

/// The word of the role, as in ARIA ("columnheader").
std::string_view word(Role role);

/// CSS pixels from the canvas' upper left corner.
struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    bool operator==(Rect const&) const = default;
};

/// Of a combobox.
struct Option {
    std::string value; ///< sent back by set_value
    std::string label;
    std::string lang = {}; ///< BCP 47, where the label is not in the page's language
    bool operator==(Option const&) const = default;
};

enum class Weight : std::uint8_t { regular, medium };

/// How the text in the node's rectangle was drawn, so that the mirror's text coincides with it.
struct TextStyle {
    float size_px = 0; ///< CSS font size; 0: the node has no text of its own
    Weight weight = Weight::regular;
    std::uint32_t color = 0;      ///< 0xRRGGBB, for editors while they are shown
    std::uint32_t background = 0; ///< 0xRRGGBB, likewise
    float inset_x = 0;            ///< from the rectangle's left edge to the text, px
    float inset_y = -1;           ///< from its upper edge to the first line's top, px; -1: one line, in the middle
    float line_height_px = 0;     ///< of multi-line text
    bool centered = false;        ///< its lines stand in the middle of the rectangle
    bool operator==(TextStyle const&) const = default;
};

/// One meaning on the screen. Nodes stand in reading order; a parent before its children.
struct Node {
    std::uint32_t id = 0;     ///< unique in a frame, the same in every frame and every language
    std::uint32_t parent = 0; ///< 0: the page
    Role role = Role::text;
    std::string key = {};         ///< the widget's stable key, for tests ("asset.tag"); data-testid in the mirror
    std::string name = {};        ///< accessible name, in the chosen language; contains the visible label
    std::string value = {};       ///< of fields; of texts and cells: their words
    std::string wrapped = {};     ///< texts drawn on more lines than value has: value with '\n' at every line's
                                  ///< end, for the mirror (white-space: pre); empty: drawn as value stands
    std::string description = {}; ///< hint and error of a field, read after its name
    std::string href = {};        ///< links: the route, "#/geraete/12"
    std::string input_mode = {};  ///< fields: HTML's inputmode ("numeric", "search")
    std::string accept = {};      ///< file: HTML's accept
    std::string lang = {};        ///< BCP 47, where the name is not in the page's language
    std::vector<Option> options = {};
    Rect rect = {};
    Rect clip = {}; ///< the part of the canvas in which rect can be seen
    TextStyle text = {};
    int level = 0;        ///< headings: 1 to 6
    int row_index = 0;    ///< rows: 1-based, the header row is 1
    int row_count = 0;    ///< tables: all rows there are, header included; -1: unknown
    int max_length = 0;   ///< fields: characters; 0: no limit
    float progress = -1;  ///< progressbar: 0 to 1; -1: unknown
    bool enabled = true;
    bool focusable = false;
    bool focused = false;
    bool invalid = false;
    bool required = false;
    bool checked = false;
    bool selected = false; ///< rows; links: aria-current=page
    bool modal = false;    ///< dialogs: everything else is inert; the mirror moves the focus into it when it
                           ///< appears and back to where it was when it is gone
    bool cover = false;    ///< lies over its neighbours for pointers: a link that is a whole card, a bar
    bool silent = false;   ///< drawn, but said elsewhere already: a field's label is its name too
    bool popup = false;    ///< buttons: opens a dialog (aria-haspopup)
    std::int8_t expanded = -1; ///< buttons that show and hide something: 1 it is shown, 0 not; -1: none of those
    bool camera = false;   ///< file: HTML's capture
    bool code = false;     ///< fields: no words of a language; no spelling, no capital letters
    std::int8_t sort = 0;  ///< columnheader: 1 ascending, -1 descending (aria-sort); 0 not sorted by it
    bool operator==(Node const&) const = default;
};

/// What a person did to a node without the pointer on the canvas: keyboard, assistive technology, the
/// real inputs of the mirror. Queued by the platform, taken by the widget itself when it is next drawn.
enum class ActKind : std::uint8_t { click, focus, blur, set_value, submit };

struct Act {
    std::uint32_t id = 0;
    ActKind kind = ActKind::click;
    std::string value = {}; ///< set_value: text, option value, "true"/"false", or a file: "<handle>/<name>"
};

struct Tree {
    std::string language = "de"; ///< BCP 47, of all names
    std::string title = {};      ///< of the page
    std::vector<Node> nodes = {};

    Node const* find(std::uint32_t id) const;
    /// The first node with that role and exactly that name.
    Node const* find(Role role, std::string_view name) const;
    bool operator==(Tree const&) const = default;
};

/// The tree as indented text, a line a node: `button "Speichern" (disabled)`. For test baselines.
std::string to_text(Tree const& tree);

} // namespace schulkit::ui
