#include "client/error_text.hpp"
#include "client/tickets/my_reports_screen.hpp"
#include "client/tickets/ticket_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_tabs(MyReportsModel const& model, Ui& ui) {
    auto const route = [](TicketProgress progress) { return to_text(route_of(MyReportsFilters{.progress = progress})); };
    std::vector<ui::TabEntry> const tabs{
        {.key = "offen", .label = ui.text("my_reports.open"), .route = route(TicketProgress::open)},
        {.key = "erledigt", .label = ui.text("my_reports.done"), .route = route(TicketProgress::done)}};
    ui.tabs("tabs", ui.text("my_reports.tabs"), tabs,
            model.filters.progress == TicketProgress::open ? "offen" : "erledigt");
}

void draw_reports(MyReportsModel& model, ScreenContext const& context, Page<Ticket> const& page, Ui& ui) {
    ui.list("reports", ui.text("nav.my_tickets"), [&] {
        for (Ticket const& report : page.items)
            ui.list_link("report." + to_text(report.id),
                         {.title = ticket_number(report.id) + ' ' + report.title,
                          .detail = report_detail(ui, report),
                          .route = ticket_route(report.id),
                          .icon = embedded::icon_ticket,
                          .badge = status_text(ui, report.status),
                          .badge_tone = look_of(report.status).tone,
                          .badge_icon = look_of(report.status).icon});
    });
    ui::PagerOptions const pages = pager_of(model.filters.pages, model.first_shown, page);
    if (!pages.has_previous && !pages.has_next) return;
    ui::PageMove const move = ui.pager("pages", pages);
    if (move != ui::PageMove::none) context.api.platform().move_focus(FocusTarget::main_heading);
    if (move == ui::PageMove::next) context.go(to_text(next_page(model)), HistoryMode::push);
    if (move == ui::PageMove::previous) context.go(to_text(previous_page(model)), HistoryMode::push);
}

void draw_nothing(MyReportsModel const& model, Ui& ui) {
    bool const open = model.filters.progress == TicketProgress::open;
    ui.empty_state("empty",
                   {.icon = embedded::icon_circle_check,
                    .title = ui.text(open ? "my_reports.none_open" : "my_reports.none_done"),
                    .hint = ui.text(open ? "my_reports.none_open_hint" : "my_reports.none_done_hint")});
}

} // namespace

void draw_my_reports(MyReportsModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("nav.my_tickets");
    ui.page("my_reports", title, ui::reading_width, [&] {
        ui.page_header("header", title, {}, [&] {
            ui.link_button("report", ui.text("nav.report"), "#/melden", ui::Button::primary,
                           {.icon = embedded::icon_triangle_alert});
        });
        draw_tabs(model, ui);
        Error const* error = model.reports.error();
        Page<Ticket> const* page = model.reports.value();
        if (page == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("my_reports.loading"));
        } else if (page == nullptr) {
            if (ui.error_state("failed", ui.text("my_reports.failed"), error_text(ui, error->code)))
                load_my_reports(model, context.api);
        } else {
            if (error != nullptr)
                ui.alert("old", ui::Tone::warning, ui.text("my_reports.old"), error_text(ui, error->code));
            ui.announce_found(pager_of(model.filters.pages, model.first_shown, *page));
            if (page->items.empty())
                draw_nothing(model, ui);
            else
                draw_reports(model, context, *page, ui);
        }
    });
}

} // namespace schulkit
