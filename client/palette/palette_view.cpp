#include "client/palette/palette_view.hpp"

#include "client/assets/asset_words.hpp"
#include "client/tickets/ticket_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

struct Hit {
    std::string key = {};
    ui::ListEntry entry = {};
};

std::vector<Hit> device_hits(PaletteModel const& model, Ui const& ui) {
    std::vector<Hit> hits;
    if (model.assets.value() == nullptr) return hits;
    for (Asset const& asset : model.assets.value()->items) {
        StatusLook const look = look_of(asset.status);
        std::string detail = asset.tag;
        for (auto const& part : {asset.school_code, asset.room})
            if (part) detail += " · " + *part;
        hits.push_back({"asset." + to_text(asset.id),
                        {.title = asset.name,
                         .detail = detail,
                         .route = "#/geraete/" + to_text(asset.id),
                         .icon = embedded::icon_monitor,
                         .badge = status_text(ui, asset.status),
                         .badge_tone = look.tone,
                         .badge_icon = look.icon}});
    }
    return hits;
}

std::vector<Hit> ticket_hits(PaletteModel const& model, Ui const& ui) {
    std::vector<Hit> hits;
    if (model.tickets.value() == nullptr) return hits;
    for (Ticket const& ticket : model.tickets.value()->items) {
        TicketLook const look = look_of(ticket.status);
        hits.push_back({"ticket." + to_text(ticket.id),
                        {.title = ticket_number(ticket.id) + ' ' + ticket.title,
                         .detail = ticket.asset_name,
                         .route = ticket_route(ticket.id),
                         .icon = embedded::icon_ticket,
                         .badge = status_text(ui, ticket.status),
                         .badge_tone = look.tone,
                         .badge_icon = look.icon}});
    }
    return hits;
}

std::vector<Hit> command_hits(PaletteModel const& model, std::vector<PaletteCommand> const& commands) {
    std::vector<Hit> hits;
    for (PaletteCommand const& command : commands)
        if (matches(model.typed, command.label))
            hits.push_back({command.key, {.title = command.label, .route = command.route, .icon = command.icon, .lang = command.lang}});
    return hits;
}

/// Enter in the field takes the first hit.
void draw_hits(Ui& ui, std::string_view key, std::string_view title, std::vector<Hit> const& hits, bool& entered,
               std::string& chosen, bool& done) {
    if (hits.empty()) return;
    ui.heading(std::string{key} + ".title", 3, title);
    ui.list(key, title, [&] {
        for (Hit const& hit : hits) {
            bool used = ui.list_link(hit.key, hit.entry);
            if (entered) {
                entered = false;
                used = true;
                ui.follow(hit.entry.route);
            }
            if (!used) continue;
            done = true;
            if (hit.entry.route.empty()) chosen = hit.key;
        }
    });
}

} // namespace

std::string draw_palette(PaletteModel& model, Api& api, Person const& me, std::vector<PaletteCommand> const& commands,
                         Ui& ui) {
    std::string chosen;
    bool done = false;
    ui.dialog("palette", ui.text("palette.title"), model.open, {.width = 640}, [&] {
        if (ui.search_field("q", ui.text("palette.search"), model.typed,
                            {.placeholder = ui.text("palette.placeholder"), .max_length = 200}))
            type_palette(model, api, me, typing_pause_ms);
        model.entered = model.entered || ui.submitted();
        // what is shown may still be what was found for fewer letters
        bool entered = !model.waiting() && std::exchange(model.entered, false);
        auto const devices = device_hits(model, ui);
        auto const tickets = ticket_hits(model, ui);
        auto const jumps = command_hits(model, commands);
        draw_hits(ui, "devices", ui.text("nav.assets"), devices, entered, chosen, done);
        draw_hits(ui, "tickets", ui.text(me.role == Role::school_staff ? "nav.my_tickets" : "nav.tickets"), tickets,
                  entered, chosen, done);
        draw_hits(ui, "jumps", ui.text("palette.jumps"), jumps, entered, chosen, done);
        std::size_t const found = devices.size() + tickets.size() + jumps.size();
        if (model.waiting()) {
            ui.muted("waiting", ui.text("palette.waiting"));
            return;
        }
        std::vector<Hit> const& first = !devices.empty() ? devices : !tickets.empty() ? tickets : jumps;
        if (first.empty())
            ui.announce_found({});
        else
            ui.announce(ui.count_text("palette.found", static_cast<std::int64_t>(found),
                                      {{"first", first.front().entry.title}}));
        if (model.assets.error() != nullptr || model.tickets.error() != nullptr)
            ui.alert("failed", ui::Tone::warning, ui.text("palette.failed"));
        else if (found == 0)
            ui.muted("none", ui.text("palette.none", {{"words", model.typed}}));
    });
    if (done) model.open = false;
    return chosen;
}

} // namespace schulkit
