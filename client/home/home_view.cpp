#include "client/error_text.hpp"
#include "client/home/home_screen.hpp"
#include "client/scan_button.hpp"
#include "client/tickets/ticket_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

struct TicketCard {
    std::string_view key; ///< "home.<key>" is its title, "home.<key>_none" what stands there for none
    ui::Icon icon;
    std::string_view all; ///< where the rest is
    bool for_school = false;
};

void draw_tickets(Loadable<Page<Ticket>> const& tickets, TicketCard const& card, HomeModel& model,
                  ScreenContext const& context, Ui& ui) {
    std::string const base = "home." + std::string{card.key};
    std::string const title = ui.text(base);
    ui.card(card.key, {.title = title, .icon = card.icon}, [&] {
        Page<Ticket> const* page = tickets.value();
        if (Error const* error = tickets.error()) {
            if (ui.error_state("failed", ui.text("home.failed"), error_text(ui, error->code)))
                load_home(model, context.api, context.me);
        }
        if (page == nullptr) {
            if (tickets.error() == nullptr) ui.loading("loading", ui.text("home.loading"));
            return;
        }
        if (page->items.empty()) {
            ui.muted("none", ui.text(base + "_none"));
            return;
        }
        ui.list("tickets", title, [&] {
            for (Ticket const& ticket : page->items) {
                std::string const place = place_text(ui, ticket.room, ticket.school_code);
                std::string const office = ticket.asset_name + (place.empty() ? "" : " · " + place);
                ui.list_link("ticket." + to_text(ticket.id),
                             {.title = ticket_number(ticket.id) + ' ' + ticket.title,
                              .detail = card.for_school ? report_detail(ui, ticket) : office,
                              .route = ticket_route(ticket.id),
                              .icon = embedded::icon_ticket,
                              .badge = status_text(ui, ticket.status),
                              .badge_tone = look_of(ticket.status).tone,
                              .badge_icon = look_of(ticket.status).icon});
            }
        });
        if (page->total > static_cast<std::int64_t>(page->items.size()))
            ui.link("all", ui.text(base + "_all", {{"count", ui.number(page->total)}}), card.all);
    });
}

void draw_code_field(HomeModel& model, ScreenContext const& context, Ui& ui) {
    bool const technician = context.me.role == Role::technician;
    ui.card("find", {.title = ui.text("home.find"), .icon = embedded::icon_scan_barcode}, [&] {
        ui.search_field("code", ui.text("home.code"), model.code,
                        {.hint = ui.text(technician ? "home.code_hint_technician" : "home.code_hint"),
                         .max_length = 200});
        bool wanted = ui.submitted();
        ui.row("how", [&] {
            wanted |= ui.button("open", ui.text("home.open_code"), ui::Button::secondary,
                                {.icon = embedded::icon_search});
            draw_scan_button(context.api.platform(), ui);
        });
        if (!wanted) return;
        if (std::string const route = route_of_code(model, context.me); !route.empty())
            context.go(route, HistoryMode::push);
    });
}

void draw_count(std::string_view key, ui::Icon icon, std::optional<std::string> const& count,
                Error const* error, std::string_view route, Ui& ui) {
    std::string const base = "home." + std::string{key};
    ui.card(key, {.title = ui.text(base), .icon = icon}, [&] {
        if (count)
            ui.paragraph("count", *count, ui::TextKind::figure);
        else if (error != nullptr)
            ui.paragraph("failed", error_text(ui, error->code), ui::TextKind::danger);
        else
            ui.muted("loading", ui.text("home.loading"));
        ui.link("open", ui.text(base + "_open"), route);
    });
}

void draw_counts(HomeModel const& model, ScreenContext const& context, Ui& ui) {
    ui.grid("counts", {.max_columns = 3}, [&] {
        if (may(context.me, Action::read_tickets)) {
            std::optional<std::string> count;
            if (Page<Ticket> const* open = model.recent.value())
                count = open->total_is_exact ? ui.number(open->total)
                                             : ui.text("home.more_than", {{"count", ui.number(open->total)}});
            draw_count("open_tickets", embedded::icon_ticket, count, model.recent.error(), "#/tickets", ui);
        }
        std::optional<std::string> devices;
        if (model.devices.value() != nullptr) devices = ui.number(*model.devices.value());
        draw_count("devices", embedded::icon_boxes, devices, model.devices.error(), "#/geraete", ui);
        if (may(context.me, Action::import_assets))
            ui.card("import", {.title = ui.text("nav.import"), .icon = embedded::icon_file_spreadsheet}, [&] {
                ui.muted("hint", ui.text("home.import_hint"));
                ui.link("open", ui.text("home.import_open"), "#/import");
            });
    });
}

void draw_report_button(Ui& ui, ui::Button kind) {
    ui.link_button("report", ui.text("nav.report"), "#/melden", kind, {.icon = embedded::icon_triangle_alert});
}

void draw_for_staff(HomeModel& model, ScreenContext const& context, Ui& ui) {
    ui.card("report_card", {.title = ui.text("home.report"), .icon = embedded::icon_triangle_alert}, [&] {
        ui.paragraph("lead", ui.text("home.report_lead"));
        draw_report_button(ui, ui::Button::primary);
    });
    draw_tickets(model.my_reports,
                 {.key = "my_reports",
                  .icon = embedded::icon_clipboard_list,
                  .all = "#/meldungen",
                  .for_school = true},
                 model, context, ui);
    draw_code_field(model, context, ui);
}

void draw_for_technician(HomeModel& model, ScreenContext const& context, Ui& ui) {
    draw_code_field(model, context, ui);
    draw_tickets(model.my_tickets,
                 {.key = "my_tickets", .icon = embedded::icon_user_check, .all = "#/tickets?ansicht=meine"},
                 model, context, ui);
    draw_tickets(model.new_tickets,
                 {.key = "new_tickets", .icon = embedded::icon_bell, .all = "#/tickets?status=new"}, model,
                 context, ui);
}

void draw_for_coordination(HomeModel& model, ScreenContext const& context, Ui& ui) {
    draw_counts(model, context, ui);
    draw_tickets(model.recent, {.key = "recent", .icon = embedded::icon_ticket, .all = "#/tickets"}, model,
                 context, ui);
    draw_code_field(model, context, ui);
}

} // namespace

void draw_home(HomeModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("nav.home");
    Role const role = context.me.role;
    bool const narrow = role == Role::school_staff || role == Role::technician;
    ui.page("home", title, narrow ? ui::reading_width : ui::page_width, [&] {
        std::string const greeting = ui.text("home.greeting", {{"name", context.me.username}});
        // a school's staff have the way to a report as the card below
        bool const reports = role != Role::school_staff && may(context.me, Action::report_ticket);
        ui.page_header("header", title, {.subtitle = greeting}, [&] {
            if (reports) draw_report_button(ui, ui::Button::primary);
        });
        switch (role) {
        case Role::school_staff:
            draw_for_staff(model, context, ui);
            break;
        case Role::technician:
            draw_for_technician(model, context, ui);
            break;
        case Role::admin:
        case Role::coordinator:
            draw_for_coordination(model, context, ui);
            break;
        case Role::auditor:
            draw_counts(model, context, ui);
            draw_code_field(model, context, ui);
            break;
        }
    });
}

} // namespace schulkit
