#include "client/handovers/running_sessions.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {

void draw_running_sessions(RunningSessions const& model, ui::Ui& ui) {
    Page<HandoverSession> const* const sessions = model.open.value();
    if (sessions == nullptr || sessions->items.empty()) return; // the page's own matter is there without it
    std::string const title = ui.text("handover.running");
    ui.card("running", {.title = title, .icon = embedded::icon_scan_barcode}, [&] {
        ui.list("sessions", title, [&] {
            for (HandoverSession const& session : sessions->items) {
                std::string kits;
                for (SessionLoan const& loan : session.loans) kits += (kits.empty() ? "" : ", ") + loan.kit_tag;
                ui.list_link("session." + to_text(session.id),
                             {.title = ui.text("handover.kind." + std::string{word_of(session.kind)}) + " · " +
                                       session.school_code + ' ' + session.school_name,
                              .detail = ui.text(session.started_by ? "handover.running_by" : "handover.running_since",
                                                {{"kits", kits},
                                                 {"time", ui.date_time(session.started_at)},
                                                 {"person", session.started_by.value_or("")}}),
                              .route = "#/uebergabe/" + to_text(session.id),
                              .icon = embedded::icon_scan_barcode});
            }
        });
    });
}

} // namespace schulkit
