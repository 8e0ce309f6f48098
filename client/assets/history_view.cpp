#include "client/assets/asset_words.hpp"
#include "client/assets/device_screen.hpp"
#include "client/error_text.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

bool is_first(AuditEntry const& entry) {
    return entry.before.empty() && entry.after.contains("tag");
}

std::string title_of(Ui const& ui, AuditEntry const& entry) {
    if (entry.action == "import")
        return ui.text(is_first(entry) ? "history.import_create" : "history.import");
    std::string const key = "history." + entry.action;
    return ui.text(ui.has_text(key) ? key : "history.update");
}

std::string author_of(Ui const& ui, AuditEntry const& entry) {
    if (entry.actor) return *entry.actor;
    return ui.text(entry.actor_id == 0 ? "history.system" : "history.hidden_author");
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

void draw_entry(DeviceModel const& model, AuditEntry const& entry, bool last, Ui& ui) {
    bool const first = is_first(entry);
    ui::TimelineEntry line{.title = title_of(ui, entry),
                           .author = author_of(ui, entry),
                           .time = ui.date_time(entry.at),
                           .icon = entry.action == "import" ? embedded::icon_file_spreadsheet
                                   : first                  ? embedded::icon_plus
                                                            : embedded::icon_pencil,
                           .last = last};
    for (HistoryChange const& change : changes_of(entry))
        line.changes.push_back(words_of(ui, model, change, first));
    ui.timeline_entry("entry." + to_text(entry.id), line);
}

} // namespace

void draw_history(DeviceModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("history.title");
    ui.card("history", {.title = title, .icon = embedded::icon_history}, [&] {
        Page<AuditEntry> const* const page = model.history.value();
        Error const* const error = model.history.error();
        if (page == nullptr && error != nullptr) {
            if (ui.error_state("failed", ui.text("history.failed"), error_text(ui, error->code)))
                reload_device(model, context.api, context.me);
            return;
        }
        if (error != nullptr)
            ui.alert("failed", ui::Tone::warning, ui.text("history.failed"), error_text(ui, error->code));
        if (page == nullptr) {
            ui.loading("loading", ui.text("history.loading"));
            return;
        }
        if (page->items.empty()) {
            ui.muted("none", ui.text("history.none"));
            return;
        }
        ui.timeline("entries", title, [&] {
            for (AuditEntry const& entry : page->items)
                draw_entry(model, entry, &entry == &page->items.back(), ui);
        });
        if (page->next_cursor && ui.button("more", ui.text("history.more"), ui::Button::quiet,
                                           {.busy = model.history.is_loading()}))
            load_more_history(model, context.api);
    });
}

} // namespace schulkit
