#include "client/assets/asset_words.hpp"
#include "client/assets/device_screen.hpp"
#include "client/audit/history_view.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

bool is_first(AuditEntry const& entry) {
    return entry.before.empty() && entry.after.contains("tag");
}

std::string title_of(Ui const& ui, AuditEntry const& entry) {
    return history_title(ui, entry.action == "import" && is_first(entry) ? "import_create" : entry.action);
}

ui::Icon icon_of(AuditEntry const& entry) {
    if (entry.action == "import") return embedded::icon_file_spreadsheet;
    if (kit_place_of(entry)) return embedded::icon_briefcase;
    return is_first(entry) ? embedded::icon_plus : embedded::icon_pencil;
}

/// A site is called by its name where it is one of the device's school now.
std::string site_name(DeviceModel const& model, std::string code) {
    if (model.asset.value() == nullptr) return code;
    Asset there = *model.asset.value();
    there.site_code = code;
    Site const* const site = site_of(model, there);
    return site != nullptr ? site->name : code;
}

/// "Raum: 204 → 205"; of a new device only what it became.
std::string words_of(Ui const& ui, DeviceModel const& model, HistoryChange const& change, bool first) {
    auto const shown = [&](Json const& value) {
        std::string words = asset_value(ui, value, change.field);
        if (change.field == name_of(&Asset::site_code)) words = site_name(model, std::move(words));
        return words.empty() ? ui.text("history.nothing") : words;
    };
    std::string words = asset_label(ui, change.field) + ": ";
    if (!first) words += shown(change.before) + " → ";
    return words + shown(change.after);
}

HistoryWords words_of(Ui const& ui, DeviceModel const& model, AuditEntry const& entry) {
    HistoryWords words{.title = title_of(ui, entry), .icon = icon_of(entry)};
    for (HistoryChange const& change : changes_of(entry))
        words.changes.push_back(words_of(ui, model, change, is_first(entry)));
    if (auto const place = kit_place_of(entry)) {
        words.changes.push_back(ui.text("history.kit_place", {{"kit", place->kit}, {"slot", ui.number(place->slot)}}));
        if (!place->reason.empty()) words.changes.push_back(ui.text("history.reason", {{"reason", place->reason}}));
    }
    return words;
}

} // namespace

void draw_history(DeviceModel& model, ScreenContext const& context, Ui& ui) {
    HistoryWish const wish =
        draw_history_card(model.history, ui, [&](AuditEntry const& entry) { return words_of(ui, model, entry); });
    if (wish == HistoryWish::retry) reload_device(model, context.api, context.me);
    if (wish == HistoryWish::more) load_more_history(model, context.api);
}

} // namespace schulkit
