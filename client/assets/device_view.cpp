#include "client/assets/asset_words.hpp"
#include "client/assets/device_screen.hpp"
#include "client/error_text.hpp"
#include "client/tickets/ticket_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <algorithm>

namespace schulkit {
namespace {

using ui::Ui;

bool is_staff(Person const& me) {
    return me.role == Role::school_staff;
}

std::string inventory_title(Ui const& ui, Person const& me) {
    return ui.text(is_staff(me) ? "nav.assets_staff" : "nav.assets");
}

void draw_unknown(ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("device.unknown");
    ui.page("device", title, ui::page_width, [&] {
        ui.page_header("header", ui.text("device.title"),
                       {.back_label = inventory_title(ui, context.me), .back_route = "#/geraete"});
        ui.announce(title);
        bool const back = ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                                     .title = title,
                                                     .hint = ui.text("device.unknown_hint"),
                                                     .action = ui.text("device.to_inventory")});
        if (back) context.go("#/geraete", HistoryMode::push);
    });
}

void draw_actions(Asset const& asset, Person const& me, Ui& ui) {
    if (may(me, Action::update_asset))
        ui.link_button("edit", ui.text("device.edit"), "#/geraete/" + to_text(asset.id) + "/bearbeiten",
                       ui::Button::secondary, {.icon = embedded::icon_pencil});
    if (may(me, Action::report_ticket))
        ui.link_button("report", ui.text("nav.report"), "#/melden?geraet=" + percent_encode(asset.tag),
                       ui::Button::primary, {.icon = embedded::icon_triangle_alert});
}

std::string place_text(DeviceModel const& model, Asset const& asset, std::string_view field, Ui const& ui) {
    if (field == "school_code")
        if (School const* const school = school_of(model, asset)) return school->code + " · " + school->name;
    if (field == "site_code")
        if (Site const* const site = site_of(model, asset)) return site->name;
    return asset_value(ui, asset, field);
}

void draw_fact(DeviceModel const& model, Asset const& asset, std::string_view field, Ui& ui) {
    std::string const label = asset_label(ui, field);
    if (label.empty() || field == name_of(&Asset::name)) return;
    if (field == name_of(&Asset::status)) {
        StatusLook const look = look_of(asset.status);
        ui.definition(field, label,
                      [&] { ui.badge("status", status_text(ui, asset.status), look.tone, look.icon); });
        return;
    }
    std::string const value = place_text(model, asset, field, ui);
    // a service has no maker and no price; what a device lacks somebody may want to add
    bool const wanted = asset.kind == AssetKind::device && field != name_of(&Asset::notes) &&
                        field != name_of(&Asset::site_code);
    if (!value.empty() || wanted) ui.definition(field, label, value.empty() ? ui.text("ui.none") : value);
}

void draw_facts(DeviceModel const& model, Asset const& asset, Ui& ui) {
    ui.card("facts", {.title = ui.text("device.facts"), .icon = embedded::icon_info}, [&] {
        ui.definitions("facts", ui.text("device.facts"), [&] {
            for (std::string_view const field : first_asset_facts)
                draw_fact(model, asset, field, ui);
            for_each_field<Asset>([&](auto const& f) {
                bool const drawn =
                    std::find(first_asset_facts.begin(), first_asset_facts.end(), f.name) != first_asset_facts.end();
                if (!drawn) draw_fact(model, asset, f.name, ui);
            });
        });
    });
}

void draw_ticket(Ticket const& ticket, Ui& ui) {
    std::string detail = ui.date_time(ticket.created_at);
    if (ticket.assignee) detail += " · " + *ticket.assignee;
    ui.list_link("ticket." + to_text(ticket.id), {.title = ticket_number(ticket.id) + ' ' + ticket.title,
                                                  .detail = detail,
                                                  .route = ticket_route(ticket.id),
                                                  .icon = embedded::icon_ticket,
                                                  .badge = status_text(ui, ticket.status),
                                                  .badge_tone = look_of(ticket.status).tone,
                                                  .badge_icon = look_of(ticket.status).icon});
}

template <class T> bool is_waiting(Loadable<Page<T>> const& list) {
    return list.value() == nullptr && list.error() == nullptr;
}

void draw_tickets(DeviceModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text(is_staff(context.me) ? "device.reports" : "device.tickets");
    ui.card("tickets", {.title = title, .icon = embedded::icon_ticket}, [&] {
        Page<Ticket> const* const open = model.open_tickets.value();
        Page<Ticket> const* const done = model.done_tickets.value();
        if (is_waiting(model.open_tickets) || is_waiting(model.done_tickets)) {
            ui.loading("loading", ui.text("device.tickets_loading"));
            return;
        }
        Error const* const error =
            model.open_tickets.error() != nullptr ? model.open_tickets.error() : model.done_tickets.error();
        if (error != nullptr &&
            ui.error_state("failed", ui.text("device.tickets_failed"), error_text(ui, error->code)))
            reload_device(model, context.api, context.me);
        bool const none =
            (open == nullptr || open->items.empty()) && (done == nullptr || done->items.empty());
        if (none) {
            if (error == nullptr) ui.muted("none", ui.text("device.no_tickets"));
            return;
        }
        ui.list("tickets", title, [&] {
            if (open != nullptr)
                for (Ticket const& ticket : open->items)
                    draw_ticket(ticket, ui);
            if (done != nullptr)
                for (Ticket const& ticket : done->items)
                    draw_ticket(ticket, ui);
        });
        if (done != nullptr && done->next_cursor &&
            ui.button("more", ui.text(is_staff(context.me) ? "device.more_reports" : "device.more_tickets"),
                      ui::Button::quiet, {.busy = model.done_tickets.is_loading()}))
            load_more_done_tickets(model, context.api);
    });
}

void draw_known(DeviceModel& model, ScreenContext const& context, Asset const& asset, Ui& ui) {
    bool const has_history = may(context.me, Action::read_audit);
    bool const has_tickets = may(context.me, Action::read_tickets);
    auto const main = [&] {
        draw_facts(model, asset, ui);
        if (has_tickets) draw_tickets(model, context, ui);
    };
    if (has_history)
        ui.split("parts", {}, main, [&] { draw_history(model, context, ui); });
    else
        ui.column("parts", {.max_width = ui::reading_width}, main);
}

} // namespace

void draw_device(DeviceModel& model, ScreenContext const& context, Ui& ui) {
    if (is_unknown(model)) {
        draw_unknown(context, ui);
        return;
    }
    Asset const* const asset = model.asset.value();
    Error const* const error = model.asset.error();
    std::string const title = asset != nullptr ? asset->name : ui.text("device.title");
    ui.page("device", title, ui::page_width, [&] {
        ui.page_header("header", title,
                       {.subtitle = asset != nullptr ? asset->tag : std::string{},
                        .back_label = inventory_title(ui, context.me),
                        .back_route = "#/geraete"},
                       [&] {
                           if (asset != nullptr) draw_actions(*asset, context.me, ui);
                       });
        if (asset == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("device.loading"));
        } else if (asset == nullptr) {
            if (ui.error_state("failed", ui.text("device.failed"), error_text(ui, error->code)))
                reload_device(model, context.api, context.me);
        } else {
            ui.announce(asset->name); // the heading that has the focus said less before
            if (error != nullptr)
                ui.alert("old", ui::Tone::warning, ui.text("device.old"), error_text(ui, error->code));
            draw_known(model, context, *asset, ui);
        }
    });
}

} // namespace schulkit
