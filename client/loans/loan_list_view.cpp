#include "client/allocation/proposal_words.hpp"
#include "client/card_line.hpp"
#include "client/error_text.hpp"
#include "client/loans/loan_list_screen.hpp"
#include "client/loans/loan_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

constexpr int typing_pause_of_loans_ms = 300;

void go_to(ScreenContext const& context, Route const& route, HistoryMode mode) { context.go(to_text(route), mode); }

LoanFilters typed_loan_filters(LoanListModel const& model) {
    LoanFilters filters = model.filters;
    filters.q = model.typed;
    return filters;
}

bool is_office(ScreenContext const& context) { return context.me.role != Role::school_staff; }

void draw_loan_search(LoanListModel& model, ScreenContext const& context, Ui& ui) {
    ui.grow();
    bool const typed = ui.search_field("q", ui.text("loans.search"), model.typed, {.max_length = 200});
    auto const search = [&model, &context] {
        model.typing.cancel();
        go_to(context, first_page_of(typed_loan_filters(model)), HistoryMode::replace);
    };
    if (ui.submitted())
        search();
    else if (typed)
        model.typing.after(context.api.platform(), typing_pause_of_loans_ms, search);
}

void change_filter(LoanListModel& model, ScreenContext const& context, std::string_view field, LoanFilters next) {
    Route const route = first_page_of(std::move(next));
    go_to(context, route, model.choices.go(field, to_text(route_of(model.filters)), to_text(route)));
}

void draw_loan_filters(LoanListModel& model, ScreenContext const& context, Ui& ui) {
    std::vector<ui::Option> states{{"", ui.text("loans.all_states")}};
    for (auto const& [state, word] : EnumWords<LoanState>::values) {
        states.push_back({std::string{word}, ui.text("loan.state." + std::string{word})});
        if (state == LoanState::handed_over) states.push_back({"return_due", ui.text("loan.return_due")});
    }
    std::string state = model.filters.return_due ? "return_due" : to_text(model.filters.state);
    if (ui.choice("state", ui.text("loan.state"), state, states, {.width = 190})) {
        LoanFilters next = typed_loan_filters(model);
        next.state = enum_of<LoanState>(state);
        next.return_due = state == "return_due";
        change_filter(model, context, "state", std::move(next));
    }
    std::vector<ui::Option> years{{"", ui.text("loans.all_years")}};
    if (Page<SchoolYear> const* const known = model.years.value())
        for (SchoolYear const& year : known->items) years.push_back({year.id, school_year_text(year.id)});
    std::string year = model.filters.school_year;
    if (ui.choice("year", ui.text("loan.school_year"), year, years, {.width = 170})) {
        LoanFilters next = typed_loan_filters(model);
        next.school_year = year;
        change_filter(model, context, "year", std::move(next));
    }
}

std::vector<ui::Column> loan_columns(Ui const& ui, bool office) {
    std::vector<ui::Column> columns{{.key = "number", .label = ui.text("loan.id"), .width = 80, .row_header = true}};
    if (office)
        columns.push_back({.key = "school", .label = ui.text("loan.school_id"), .width = 170, .grow = 3, .card = CardPlace::title});
    columns.push_back({.key = "kit",
                       .label = ui.text("loan.kit_id"),
                       .width = 185,
                       .grow = office ? 0.0F : 1.0F,
                       .card = office ? CardPlace::line : CardPlace::title});
    columns.push_back({.key = "years", .label = ui.text("loan.school_years"), .width = 185});
    columns.push_back({.key = "state", .label = ui.text("loan.state"), .width = 150, .card = CardPlace::badge});
    columns.push_back({.key = "papers", .label = ui.text("papers.title"), .width = 190, .drop_order = 2});
    columns.push_back({.key = "due", .label = ui.text("loan.due_on"), .width = 110, .drop_order = 1});
    columns.push_back({.key = "asked", .label = ui.text("loan.requested_at"), .width = 150, .drop_order = 3});
    return columns;
}

void fill_loan(Ui const& ui, Loan const& loan, bool office, ui::TableRow& row) {
    row.key = to_text(loan.id);
    row.route = loan_route(loan.id);
    row.text(loan_number(loan.id));
    if (office) row.text(loan.school_code + " · " + loan.school_name);
    row.text(kit_text(ui.strings(), loan));
    row.text(years_text(ui.strings(), loan.first_school_year, loan.last_school_year));
    LoanLook const look = look_of(loan.state, loan.return_due);
    row.badge(state_text(ui.strings(), loan.state, loan.return_due), look.tone, look.icon);
    if (loan.signature_pending)
        row.badge(ui.text("handover.signature_pending"), ui::Tone::warning);
    else
        row.muted("");
    row.muted(card_line(ui, "loan.due_on", ui.date(loan.due_on)));
    row.muted(card_line(ui, "loan.requested_at", ui.date_time(loan.requested_at)));
}

void draw_loan_table(LoanListModel& model, ScreenContext const& context, Page<Loan> const& page, Ui& ui) {
    bool const office = is_office(context);
    ui.table("loans",
             {.label = ui.text("loans.title"), .columns = loan_columns(ui, office), .first_row = model.first_shown, .total = page.total},
             static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                 fill_loan(ui, page.items[static_cast<std::size_t>(index)], office, row);
             });
    ui::PageMove const move = ui.pager("pages", pager_of(model.filters.pages, model.first_shown, page));
    if (move == ui::PageMove::none) return;
    context.api.platform().move_focus(FocusTarget::main_heading);
    LoanFilters next = model.filters;
    if (move == ui::PageMove::next && page.next_cursor)
        next.pages.cursors.push_back(*page.next_cursor);
    else if (!next.pages.cursors.empty())
        next.pages.cursors.pop_back();
    go_to(context, route_of(next), HistoryMode::push);
}

void draw_no_loans(LoanListModel& model, ScreenContext const& context, Ui& ui) {
    if (model.filters == LoanFilters{}) {
        ui.empty_state("empty", {.icon = embedded::icon_calendar_days,
                                 .title = ui.text("loans.empty"),
                                 .hint = ui.text(may(context.me, Action::ask_for_loan) ? "loans.empty_hint" : "loans.empty_hint_staff")});
        return;
    }
    bool const reset = ui.empty_state("no_hits", {.icon = embedded::icon_search,
                                                  .title = ui.text("loans.no_hits"),
                                                  .hint = ui.text("inventory.no_hits_hint"),
                                                  .action = ui.text("inventory.reset")});
    if (!reset) return;
    model.typing.cancel();
    model.typed.clear();
    go_to(context, route_of(LoanFilters{}), HistoryMode::push);
}

void draw_loan_actions(LoanListModel const& model, ScreenContext const& context, Ui& ui) {
    if (may(context.me, Action::read_board))
        ui.link_button("board", ui.text("loans.to_board"), "#/planung", ui::Button::secondary, {.icon = embedded::icon_layout_dashboard});
    if (may(context.me, Action::decide_loan)) {
        Date const today = to_berlin({context.api.platform().now_unix_ms()}).date;
        // what is filtered by, unless it is over
        std::string const& filtered = model.filters.school_year;
        bool const can_be_planned = first_year_of(filtered) && filtered >= school_year_of(today);
        std::string const year = can_be_planned ? filtered : year_to_plan(today);
        ui.link_button("proposal", ui.text("proposal.to"), proposal_route(year), ui::Button::secondary, {.icon = embedded::icon_list_checks});
    }
    ui.link_button("missing", ui.text("differences.missing"), "#/fehlbestand", ui::Button::secondary, {.icon = embedded::icon_circle_alert});
    if (is_office(context))
        ui.link_button("summer", ui.text("loans.to_summer"), "#/sommer", ui::Button::secondary, {.icon = embedded::icon_sun});
    ui.link_button("feedback", ui.text("feedback.title"), "#/rueckmeldungen", ui::Button::secondary,
                   {.icon = embedded::icon_message_square});
    ui.link_button("requirements", ui.text("requirements.title"), "#/voraussetzungen", ui::Button::secondary,
                   {.icon = embedded::icon_list_checks});
    if (may(context.me, Action::ask_for_loan))
        ui.link_button("ask", ui.text("loans.ask"), "#/ausleihen/neu", ui::Button::primary, {.icon = embedded::icon_plus});
}

/// A school is told what the checks have found, each loan by its name.
void draw_told(Page<Loan> const& page, ScreenContext const& context, Ui& ui) {
    if (is_office(context)) return;
    for (Loan const& loan : page.items) {
        if (loan.open_differences == 0) continue;
        std::string const key = "told." + to_text(loan.id);
        ui.alert(key, ui::Tone::warning, ui.count_text("differences.told", loan.open_differences, {{"loan", loan_number(loan.id)}}),
                 ui.text("differences.told_hint"));
        ui.link(key + ".show", ui.text("differences.show", {{"loan", loan_number(loan.id)}}), loan_route(loan.id));
    }
}

} // namespace

void draw_loans(LoanListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = loans_title(ui, context.me);
    ui.page("loans", title, ui::page_width, [&] {
        ui.page_header("header", title, {}, [&] { draw_loan_actions(model, context, ui); });
        draw_appointments(model.appointments, std::nullopt, ui);
        draw_running_sessions(model.sessions, ui);
        LoanFilters const& set = model.filters;
        int const active = (set.state || set.return_due ? 1 : 0) + (set.school_year.empty() ? 0 : 1);
        ui.filter_bar(
            "filters", ui.text("loans.filters"), active, [&] { draw_loan_search(model, context, ui); },
            [&] { draw_loan_filters(model, context, ui); });
        Error const* const error = model.loans.error();
        Page<Loan> const* const page = model.loans.value();
        if (page == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("loans.loading"));
        } else if (page == nullptr) {
            if (ui.error_state("failed", ui.text("loans.failed"), error_text(ui, error->code))) load_loans(model, context.api);
        } else {
            if (error != nullptr) ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
            draw_told(*page, context, ui);
            ui.announce_found(pager_of(model.filters.pages, model.first_shown, *page));
            if (page->items.empty())
                draw_no_loans(model, context, ui);
            else
                draw_loan_table(model, context, *page, ui);
            if (may(context.me, Action::read_calendars)) ui.link("calendars", ui.text("calendar.subscribe"), "basis/kalender");
        }
    });
}

} // namespace schulkit
