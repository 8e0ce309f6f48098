#include "client/audit/history_view.hpp"
#include "client/error_text.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

std::string author_of(Ui const& ui, AuditEntry const& entry) {
    if (entry.actor) return *entry.actor;
    return ui.text(entry.actor_id == 0 ? "history.system" : "history.hidden_author");
}

} // namespace

std::string history_title(Ui const& ui, std::string_view action) {
    std::string const key = "history." + std::string{action};
    return ui.text(ui.has_text(key) ? key : "history.update");
}

HistoryWish draw_history_card(History const& history, Ui& ui, std::function<HistoryWords(AuditEntry const&)> const& words) {
    HistoryWish wish = HistoryWish::none;
    std::string const title = ui.text("history.title");
    ui.card("history", {.title = title, .icon = embedded::icon_history}, [&] {
        Page<AuditEntry> const* const page = history.value();
        Error const* const error = history.error();
        if (page == nullptr && error != nullptr) {
            if (ui.error_state("failed", ui.text("history.failed"), error_text(ui, error->code))) wish = HistoryWish::retry;
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
            for (AuditEntry const& entry : page->items) {
                HistoryWords told = words(entry);
                ui.timeline_entry("entry." + to_text(entry.id), {.title = std::move(told.title),
                                                                 .author = author_of(ui, entry),
                                                                 .time = ui.date_time(entry.at),
                                                                 .changes = std::move(told.changes),
                                                                 .icon = told.icon,
                                                                 .last = &entry == &page->items.back()});
            }
        });
        if (page->next_cursor && ui.button("more", ui.text("history.more"), ui::Button::quiet, {.busy = history.is_loading()}))
            wish = HistoryWish::more;
    });
    return wish;
}

} // namespace schulkit
