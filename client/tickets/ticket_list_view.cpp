#include "client/assets/asset_words.hpp"
#include "client/error_text.hpp"
#include "client/tickets/ticket_list_screen.hpp"
#include "client/tickets/ticket_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

void go(ScreenContext const& context, Route const& route, HistoryMode mode) {
    context.go(to_text(route), mode);
}

/// With the words as typed, though the pause may not be over.
TicketFilters typed_filters(TicketListModel const& model) {
    TicketFilters filters = model.filters;
    filters.q = model.typed;
    return filters;
}

void draw_tabs(TicketListModel const& model, Ui& ui) {
    std::vector<ui::TabEntry> tabs;
    for (auto const& [tab, word] : EnumWords<TicketTab>::values)
        tabs.push_back({.key = std::string{word},
                        .label = ui.text("tickets.tab." + std::string{word}),
                        .route = to_text(with_tab(typed_filters(model), tab))});
    ui.tabs("tabs", ui.text("tickets.tabs"), tabs, word_of(model.filters.tab));
}

void search_now(TicketListModel& model, ScreenContext const& context) {
    model.typing.cancel();
    if (model.typed != model.filters.q)
        go(context, with_first_page(typed_filters(model)), HistoryMode::replace);
}

void draw_search(TicketListModel& model, ScreenContext const& context, Ui& ui) {
    ui.grow();
    bool const typed = ui.search_field("q", ui.text("tickets.search"), model.typed, {.max_length = 200});
    if (ui.submitted())
        search_now(model, context);
    else if (typed)
        model.typing.after(context.api.platform(), typing_pause_ms, [&] { search_now(model, context); });
}

void draw_filters(TicketListModel& model, ScreenContext const& context, Ui& ui) {
    TicketFilters next = typed_filters(model);
    std::vector<ui::Option> schools{{"", ui.text("tickets.all_schools")}};
    if (model.schools.value() != nullptr)
        for (School const& school : model.schools.value()->items)
            schools.push_back({school.code, school.code + " · " + school.name});
    keep_choice(schools, next.school_code);
    std::string chosen;
    if (ui.choice("school", ui.text("asset.school_code"), next.school_code, schools)) chosen = "school";

    std::vector<ui::Option> statuses{{"", ui.text("tickets.all_statuses")}};
    for (TicketStatus const status : statuses_of(next.tab))
        statuses.push_back({std::string{word_of(status)}, status_text(ui, status)});
    std::string status = to_text(next.status);
    if (!status.empty()) keep_choice(statuses, status);
    if (ui.choice("status", ui.text("ticket.status"), status, statuses)) {
        next.status = enum_of<TicketStatus>(status);
        chosen = "status";
    }
    if (chosen.empty()) return;
    Route const route = with_first_page(std::move(next));
    go(context, route, model.choices.go(chosen, to_text(route_of(model.filters)), to_text(route)));
}

std::vector<ui::Column> columns_of(Ui const& ui) {
    return {
        {.key = "id", .label = ui.text("ticket.id"), .width = 64, .row_header = true},
        {.key = "title", .label = ui.text("ticket.title"), .width = 180, .grow = 3, .card = CardPlace::title},
        {.key = "device", .label = ui.text("ticket.device"), .width = 140, .grow = 2, .drop_order = 1},
        {.key = "school", .label = ui.text("asset.school_code"), .width = 84, .drop_order = 2},
        {.key = "room", .label = ui.text("asset.room"), .width = 140, .drop_order = 5},
        {.key = "status", .label = ui.text("ticket.status"), .width = 150, .card = CardPlace::badge},
        {.key = "assignee", .label = ui.text("ticket.assignee"), .width = 110, .drop_order = 3},
        {.key = "created_at",
         .label = ui.text("ticket.created_at"),
         .width = 120,
         .sortable = true,
         .drop_order = 4}};
}

void fill_row(Ui const& ui, Ticket const& ticket, ui::TableRow& row) {
    row.key = to_text(ticket.id);
    row.route = ticket_route(ticket.id);
    row.muted(ticket_number(ticket.id));
    row.text(ticket.title);
    row.text(ticket.asset_name);
    row.muted(ticket.school_code.value_or(""));
    // a card has no column heads: "Raum 204"
    row.muted(ticket.room ? (ui.is_phone() ? room_text(ui, *ticket.room) : *ticket.room) : "");
    TicketLook const look = look_of(ticket.status);
    row.badge(status_text(ui, ticket.status), look.tone, look.icon);
    row.muted(ticket.assignee ? *ticket.assignee : ui.text(ui.is_phone() ? "ticket.nobody" : "ticket.nobody_short"));
    row.muted(ui.date(to_berlin(ticket.created_at).date));
}

void draw_table(TicketListModel& model, ScreenContext const& context, Page<Ticket> const& page, Ui& ui) {
    std::string_view sort = model.filters.sort;
    bool const descending = sort.starts_with('-');
    if (descending) sort.remove_prefix(1);
    ui::TableResult const asked =
        ui.table("tickets",
                 {.label = ui.text("nav.tickets"),
                  .columns = columns_of(ui),
                  .sort_key = std::string{sort},
                  .sort = descending ? ui::SortDirection::descending : ui::SortDirection::ascending,
                  .first_row = model.first_shown,
                  .total = page.total_is_exact ? page.total : -1},
                 static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                     fill_row(ui, page.items[static_cast<std::size_t>(index)], row);
                 });
    if (!asked.sort_key.empty()) {
        TicketFilters next = typed_filters(model);
        next.sort = (asked.sort == ui::SortDirection::descending ? "-" : "") + asked.sort_key;
        go(context, with_first_page(std::move(next)), HistoryMode::push);
    }
    ui::PageMove const move = ui.pager("pages", pager_of(model.filters.pages, model.first_shown, page));
    if (move != ui::PageMove::none) context.api.platform().move_focus(FocusTarget::main_heading);
    if (move == ui::PageMove::next) go(context, next_page(model), HistoryMode::push);
    if (move == ui::PageMove::previous) go(context, previous_page(model), HistoryMode::push);
}

int count_filters(TicketFilters const& filters) {
    return (filters.school_code.empty() ? 0 : 1) + (filters.status ? 1 : 0);
}

void draw_nothing(TicketListModel& model, ScreenContext const& context, Ui& ui) {
    TicketFilters const& filters = model.filters;
    bool const searched = !filters.q.empty() || count_filters(filters) > 0 || !filters.pages.cursors.empty();
    if (!searched) {
        std::string const word{word_of(filters.tab)};
        ui.empty_state("empty", {.icon = embedded::icon_circle_check,
                                 .title = ui.text("tickets.empty." + word),
                                 .hint = ui.text("tickets.empty_hint")});
        return;
    }
    bool const reset = ui.empty_state("no_hits", {.icon = embedded::icon_search,
                                                  .title = ui.text("tickets.no_hits"),
                                                  .hint = ui.text("tickets.no_hits_hint"),
                                                  .action = ui.text("tickets.reset"),
                                                  .kind = ui::Button::secondary});
    if (!reset) return;
    model.typing.cancel();
    go(context, route_of(TicketFilters{.tab = filters.tab, .sort = filters.sort}), HistoryMode::push);
}

} // namespace

void draw_ticket_list(TicketListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("nav.tickets");
    ui.page("tickets", title, ui::page_width, [&] {
        ui.page_header("header", title, {}, [&] {
            ui.link_button("report", ui.text("nav.report"), "#/melden", ui::Button::primary,
                           {.icon = embedded::icon_triangle_alert});
        });
        draw_tabs(model, ui);
        ui.filter_bar(
            "filters", ui.text("tickets.filters"), count_filters(model.filters),
            [&] { draw_search(model, context, ui); }, [&] { draw_filters(model, context, ui); });

        Error const* error = model.tickets.error();
        Page<Ticket> const* page = model.tickets.value();
        if (page == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("tickets.loading"));
        } else if (page == nullptr) {
            if (ui.error_state("failed", ui.text("tickets.failed"), error_text(ui, error->code)))
                load_tickets(model, context.api);
        } else {
            if (error != nullptr)
                ui.alert("old", ui::Tone::warning, ui.text("tickets.old"), error_text(ui, error->code));
            ui.announce_found(pager_of(model.filters.pages, model.first_shown, *page));
            if (page->items.empty())
                draw_nothing(model, context, ui);
            else
                draw_table(model, context, *page, ui);
        }
    });
}

} // namespace schulkit
