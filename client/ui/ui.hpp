#pragma once
// The only thing screens draw with. Each widget draws itself with ImGui and records its meaning in the
// semantic tree. `Ui&` is handed to every screen; it lives as long as the application.
//
// Keys come first: short, stable, the same in every language, unique among their siblings ("save",
// "row.12"); the scopes around (card, form, dialog, table row) are part of a node's identity.
// Labels are texts in the chosen language: ui.text("action.save").
// Widgets stack downwards in a column (the default) or flow to the right and wrap in a row.
//
//     ui.card("facts", {.title = ui.text("asset.facts")}, [&] {
//         if (ui.button("save", ui.text("action.save"), Button::primary)) submit(model, api);
//     });

#include "client/ui/content.hpp"
#include "client/ui/options.hpp"
#include "client/ui/schedule.hpp"
#include "client/ui/strings.hpp"
#include "client/ui/table.hpp"
#include "client/ui/tree.hpp"
#include "shared/core/date.hpp"
#include "shared/core/schema.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

struct State; // client/ui/state.hpp: for widgets only

class Ui {
public:
    explicit Ui(State& state) : m_state(state) {}
    Ui(Ui const&) = delete;
    Ui& operator=(Ui const&) = delete;

    // --- facts of the frame ---
    float width() const; ///< of the whole window, CSS px
    float height() const;
    float content_width() const; ///< what the next widget may take
    bool is_phone() const;       ///< width() < phone_below
    bool is_touch() const;       ///< the last pointer was a finger
    std::string const& language() const;
    std::int64_t now_ms() const; ///< monotonic

    // --- texts of the chosen language ---
    /// The text of shared/strings with {name} replaced. A missing key shows itself and is a problem().
    std::string text(std::string_view key, TextArgs args = {}) const;
    /// key + ".one" or ".other"; {count} is the number, formatted.
    std::string count_text(std::string_view key, std::int64_t count, TextArgs args = {}) const;
    bool has_text(std::string_view key) const;
    Strings const& strings() const; ///< for words that client and server share
    std::string number(std::int64_t number) const;   ///< "6.012"
    std::string money(Cents cents) const;            ///< "1.234,56 €"
    std::string date(Date const& date) const;        ///< "31.08.2024"
    std::string date_time(Instant instant) const;    ///< "31.08.2024, 14:05", Europe/Berlin

    // --- layout: no meaning of their own, but a scope for keys ---
    void column(std::string_view key, ColumnOptions const& options, Content content);
    /// Flows to the right, wraps when the line is full.
    void row(std::string_view key, RowOptions const& options, Content content);
    void row(std::string_view key, Content content) { row(key, {}, content); }
    /// Every widget in it takes one cell.
    void grid(std::string_view key, GridOptions const& options, Content content);
    /// Main part and a narrow side to its right; below it on a phone.
    void split(std::string_view key, SplitOptions const& options, Content main, Content side);
    /// In a row: the next widget takes what the others leave over; on a phone a whole line where that is little.
    void grow();
    /// In a row: from here on to the right edge.
    void push_right();
    void space(float px);
    void divider(std::string_view key);

    // --- parts of the page ---
    /// Banner, navigation (sidebar, or bottom bar on a phone), the user's menu, and the scrolled main part.
    /// Returns the key of the activated menu entry without a route, or nothing.
    std::string app_frame(AppFrame const& frame, Content main);
    /// One screen's content: centred, not wider than max_width. The title becomes the page's.
    void page(std::string_view key, std::string_view title, float max_width, Content content);
    /// The screen's h1 with its actions at the right. On a phone its primary button stands above the bottom bar, in
    /// reach of the thumb, unless the main menu leads where it leads.
    void page_header(std::string_view key, std::string_view title, HeaderOptions const& options = {},
                     Content actions = {});
    void card(std::string_view key, CardOptions const& options, Content content);
    /// The search and the filters in one line; on a phone the filters hide behind a button "Filter".
    /// `active` is the number of filters that are set.
    void filter_bar(std::string_view key, std::string_view label, int active, Content search,
                    Content filters = {});
    /// Fields that belong together, for who cannot see that; a column.
    void group(std::string_view key, std::string_view label, ColumnOptions const& options, Content content);
    /// True when Enter was pressed in one of its fields.
    bool form(std::string_view key, std::string_view label, Content content);

    // --- words ---
    void heading(std::string_view key, int level, std::string_view words);
    /// Wraps; keeps line breaks of the words.
    void paragraph(std::string_view key, std::string_view words, TextKind kind = TextKind::body);
    void muted(std::string_view key, std::string_view words) { paragraph(key, words, TextKind::muted); }
    /// A pill. Without an icon the tone's own is drawn.
    void badge(std::string_view key, std::string_view words, Tone tone, Icon icon = nullptr);
    /// A picture with a meaning; decoration needs no widget.
    void icon(std::string_view key, Icon icon, std::string_view meaning, Tone tone = Tone::neutral);

    /// Every colour of the look that is drawn with, with its name.
    void swatches(std::string_view key);

    // --- actions: true when activated, by pointer, finger, keyboard or assistive technology ---
    bool button(std::string_view key, std::string_view label, Button kind = Button::secondary,
                ButtonOptions const& options = {});
    /// Only the icon is seen; the label is its name.
    bool icon_button(std::string_view key, Icon icon, std::string_view label, ButtonOptions const& options = {});
    /// Words that lead to a route. The route is followed by itself (take_route()).
    bool link(std::string_view key, std::string_view label, std::string_view route);
    /// A link that looks like a button; always enabled.
    bool link_button(std::string_view key, std::string_view label, std::string_view route,
                     Button kind = Button::secondary, ButtonOptions const& options = {});

    // --- fields: true when the value changed. The browser's own editors lie over them. ---
    bool text_field(std::string_view key, std::string_view label, std::string& value,
                    FieldOptions const& options = {});
    bool text_area(std::string_view key, std::string_view label, std::string& value,
                   FieldOptions const& options = {});
    bool search_field(std::string_view key, std::string_view label, std::string& value,
                      FieldOptions const& options = {});
    /// `value` is "YYYY-MM-DD", or empty.
    bool date_field(std::string_view key, std::string_view label, std::string& value,
                    FieldOptions const& options = {});
    /// `value` is one of the options' values; an unknown one shows as nothing chosen.
    bool choice(std::string_view key, std::string_view label, std::string& value,
                std::span<Option const> options, FieldOptions const& field = {});
    bool checkbox(std::string_view key, std::string_view label, bool& value, FieldOptions const& options = {});
    /// True when a file was chosen: `handle` goes into HttpCall::file_handle, `name` is what it is called.
    bool file_button(std::string_view key, std::string_view label, std::string& handle, std::string& name,
                     FileOptions const& options = {});
    /// Enter was pressed in the field that was drawn last.
    bool submitted() const;
    /// What was typed into fields of amounts and numbers and means none: their values have been set otherwise.
    void forget_typed();
    /// The field that was drawn last has the keyboard.
    bool focused() const;
    /// What cannot be said beside one field; nothing is drawn for an empty list.
    void form_errors(std::string_view key, std::string_view title, std::span<std::string const> errors);

    // --- data ---
    void definitions(std::string_view key, std::string_view label, Content entries);
    void definition(std::string_view key, std::string_view label, std::string_view value);
    /// The value is what `value` draws: a badge, a link.
    void definition(std::string_view key, std::string_view label, Content value);
    /// Calls `fill(index, row)` for the rows in sight, 0 ≤ index < count.
    TableResult table(std::string_view key, TableOptions const& options, int count,
                      Callable<void(int, TableRow&)> fill);
    /// Calls `fill(index, row)` for the rows in sight. may_drop(bar, to, last): whether that bar could begin there and reach to
    /// column `last`; asked while somebody drags.
    ScheduleResult schedule(std::string_view key, ScheduleOptions const& options, int count,
                            Callable<void(int, ScheduleRow&)> fill_row,
                            Callable<bool(std::string_view bar, SchedulePlace to, int last)> may_drop);
    PageMove pager(std::string_view key, PagerOptions const& options);
    /// Links to the views of one list; `current` is the key of the one that is shown.
    void tabs(std::string_view key, std::string_view label, std::span<TabEntry const> entries,
              std::string_view current);
    void list(std::string_view key, std::string_view label, Content entries);
    bool list_link(std::string_view key, ListEntry const& entry);
    /// History and comments, oldest or newest first as given.
    void timeline(std::string_view key, std::string_view label, Content entries);
    void timeline_entry(std::string_view key, TimelineEntry const& entry);

    // --- feedback ---
    /// A modal dialog while `open`; Escape and its close button set it to false. Call it in every frame.
    void dialog(std::string_view key, std::string_view title, bool& open, DialogOptions const& options,
                Content content);
    /// A row at the end of a dialog or form, its buttons at the right; on a phone below each other.
    void actions(std::string_view key, Content buttons);
    /// Told once to the status region, shown for six seconds. May be called anywhere, also between frames.
    void toast(std::string_view words, Tone tone = Tone::success);
    /// Those of the frame and of tables; a screen's own are closed by the screen. Another screen has been opened.
    void close_dialogs();
    /// What has changed without anybody's doing on the spot ("278 Geräte"): said to a screen reader when it differs
    /// from the picture before. Nothing is drawn.
    void announce(std::string_view words);
    /// "278 Treffer"; of a later page which ones are shown.
    void announce_found(PagerOptions const& found);
    /// Stays where it is. danger interrupts a screen reader, the others do not.
    void alert(std::string_view key, Tone tone, std::string_view title, std::string_view words = {});
    /// 0 to 1; negative: unknown.
    void progress(std::string_view key, std::string_view label, float part);
    void loading(std::string_view key, std::string_view label);
    /// True when its action was activated.
    bool empty_state(std::string_view key, EmptyState const& state);
    /// True when "try again" was activated.
    bool error_state(std::string_view key, std::string_view title, std::string_view words);

    // --- what the application asks after drawing ---
    /// The route of a link that was activated in this frame; empty: none.
    std::string take_route();
    /// As if a link to that route had been activated.
    void follow(std::string_view route);
    State& state() { return m_state; }

private:
    State& m_state;
};

} // namespace schulkit::ui
