#include "client/kits/kit_history.hpp"

#include "client/kits/kit_screen.hpp"
#include "client/kits/kit_words.hpp"
#include "embedded/icons.hpp"

#include <algorithm>

namespace schulkit {
namespace {

using ui::Ui;

/// A value of the log as it reads; empty for none.
std::string logged(Ui const& ui, Json const* value) {
    if (value == nullptr || value->is_null()) return {};
    std::string text;
    std::int64_t number = 0;
    FieldErrors unreadable;
    if (value->is_number()) {
        decode_value(*value, number, "", unreadable);
        return ui.number(number);
    }
    decode_value(*value, text, "", unreadable);
    if (auto const day = parse_iso_date(text)) return ui.date(*day);
    return text;
}

std::string changed_line(Ui const& ui, std::string const& label, Json const* before, Json const* after, bool first) {
    auto const shown = [&](Json const* value) {
        std::string words = logged(ui, value);
        return words.empty() ? ui.text("history.nothing") : words;
    };
    return label + ": " + (first ? "" : shown(before) + " → ") + shown(after);
}

/// Of an object in the log that maps what something is called to what it is now.
template <class Label>
void tell_members(Ui const& ui, AuditEntry const& entry, std::string_view name, Label label, std::vector<std::string>& lines) {
    Json const* const before = member_of(entry.before, name);
    Json const* const after = member_of(entry.after, name);
    if (after == nullptr || !after->is_object()) return;
    for (auto const& [key, value] : after->items())
        lines.push_back(changed_line(ui, label(key), before == nullptr ? nullptr : member_of(*before, key), &value, false));
}

void tell_fields(Ui const& ui, AuditEntry const& entry, std::vector<std::string>& lines) {
    bool const first = entry.action == "create";
    for (auto const& [name, label] : {std::pair{"tag", "kit.tag"}, std::pair{"name", "kit.name"},
                                      std::pair{"kit_type_name", "kit.kit_type_id"},
                                      std::pair{"delivered_on", "kit.delivered_on"}, std::pair{"notes", "kit.notes"}}) {
        Json const* const before = member_of(entry.before, name);
        Json const* const after = member_of(entry.after, name);
        if (before != nullptr || after != nullptr)
            lines.push_back(changed_line(ui, ui.text(label), before, after, first));
    }
}

std::vector<std::string> logged_checks(Json const& told) {
    std::vector<std::string> items;
    FieldErrors unreadable;
    if (Json const* const checks = member_of(told, "checks"); checks != nullptr && checks->is_array())
        decode_value(*checks, items, "checks", unreadable);
    return items;
}

void tell_checks(Ui const& ui, AuditEntry const& entry, std::vector<std::string>& lines) {
    std::vector<std::string> const before = logged_checks(entry.before);
    std::vector<std::string> const after = logged_checks(entry.after);
    auto const tell = [&](std::vector<std::string> const& from, std::vector<std::string> const& to, std::string_view key) {
        std::string items;
        for (std::string const& item : to)
            if (std::find(from.begin(), from.end(), item) == from.end())
                items += (items.empty() ? "" : ", ") + check_text(ui, item);
        if (!items.empty()) lines.push_back(ui.text(key, {{"items", items}}));
    };
    tell(before, after, "history.checked");
    tell(after, before, "history.unchecked");
}

bool is_regrouping(std::string_view action) {
    return action == "split" || action == "split_off" || action == "merge" || action == "merge_into";
}

void tell_other_kit(Ui const& ui, AuditEntry const& entry, std::vector<std::string>& lines) {
    for (std::string_view const word : {"new_kit", "from_kit", "into_kit"})
        if (std::string const kit = logged(ui, member_of(entry.after, word)); !kit.empty())
            lines.push_back(ui.text("history." + std::string{word}, {{"kit", kit}}));
}

ui::Icon kit_icon_of(std::string_view action) {
    if (action == "create") return embedded::icon_plus;
    if (action == "contents") return embedded::icon_arrow_left_right;
    if (action == "prepare") return embedded::icon_list_checks;
    if (is_regrouping(action)) return embedded::icon_arrow_left_right;
    return embedded::icon_pencil;
}

} // namespace

HistoryWords kit_history_words(Ui const& ui, AuditEntry const& entry) {
    HistoryWords words{.title = history_title(ui, entry.action), .icon = kit_icon_of(entry.action)};
    if (entry.action == "prepare") {
        tell_checks(ui, entry, words.changes);
        return words;
    }
    if (is_regrouping(entry.action)) tell_other_kit(ui, entry, words.changes);
    if (entry.action != "contents" && !is_regrouping(entry.action)) {
        tell_fields(ui, entry, words.changes);
        return words;
    }
    tell_members(
        ui, entry, "slots", [&](std::string const& slot) { return ui.text("kit.slot") + ' ' + slot; }, words.changes);
    tell_members(
        ui, entry, "accessories", [](std::string const& label) { return label; }, words.changes);
    if (std::string const reason = logged(ui, member_of(entry.after, "reason")); !reason.empty())
        words.changes.push_back(ui.text("history.reason", {{"reason", reason}}));
    return words;
}

void draw_kit_history(KitModel& model, ScreenContext const& context, Ui& ui) {
    HistoryWish const wish =
        draw_history_card(model.history, ui, [&](AuditEntry const& entry) { return kit_history_words(ui, entry); });
    if (wish == HistoryWish::retry) reload_kit(model, context.api, context.me);
    if (wish == HistoryWish::more) load_more_kit_history(model, context.api);
}

} // namespace schulkit
