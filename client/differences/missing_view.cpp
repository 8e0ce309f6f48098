#include "client/card_line.hpp"
#include "client/differences/difference_view.hpp"
#include "client/differences/missing_screen.hpp"
#include "client/error_text.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/loans/loan_words.hpp"
#include "embedded/icons.hpp"
#include "shared/differences/difference_words.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

constexpr int typing_pause_of_missing_ms = 300;

void search_missing(MissingModel& model, ScreenContext const& context) {
    model.typing.cancel();
    context.go(to_text(route_of(MissingFilters{.q = model.typed})), HistoryMode::replace);
}

void draw_missing_search(MissingModel& model, ScreenContext const& context, Ui& ui) {
    ui.grow();
    bool const typed = ui.search_field("q", ui.text("differences.search"), model.typed, {.max_length = 200});
    auto const search = [&model, &context] { search_missing(model, context); };
    if (ui.submitted())
        search();
    else if (typed)
        model.typing.after(context.api.platform(), typing_pause_of_missing_ms, search);
}

std::vector<ui::Column> missing_columns(Ui const& ui, bool office) {
    std::vector<ui::Column> columns{{.key = "what",
                                     .label = ui.text("differences.what"),
                                     .width = 230,
                                     .grow = 3,
                                     .row_header = true,
                                     .card = CardPlace::title}};
    if (office) columns.push_back({.key = "school", .label = ui.text("loan.school_id"), .width = 170, .grow = 2});
    columns.push_back({.key = "loan", .label = ui.text("loans.loan"), .width = 130});
    columns.push_back({.key = "state", .label = ui.text("difference.state"), .width = 250, .card = CardPlace::badge});
    columns.push_back({.key = "found", .label = ui.text("difference.found_on"), .width = 130, .drop_order = 2});
    columns.push_back({.key = "age", .label = ui.text("difference.age"), .width = 90, .drop_order = 1});
    return columns;
}

void fill_missing(Ui const& ui, LoanDifference const& difference, bool office, ui::TableRow& row) {
    row.key = to_text(difference.id);
    row.route = loan_route(difference.loan_id);
    row.text(difference_text(ui.strings(), difference));
    if (office) row.text(difference.school_code + " · " + difference.school_name);
    row.text(loan_number(difference.loan_id) + (difference.kit_tag ? " · " + *difference.kit_tag : ""));
    row.badge(state_text(ui.strings(), difference), tone_of(difference.state), icon_of(difference.state));
    row.muted(card_line(ui, "difference.found_on", ui.date(difference.found_on)));
    row.muted(difference.age_days == 0 ? ui.text("differences.since_today") : ui.count_text("differences.days", difference.age_days));
}

void draw_missing_table(MissingModel& model, ScreenContext const& context, Page<LoanDifference> const& page, Ui& ui) {
    bool const office = context.me.role != Role::school_staff;
    ui.table("missing",
             {.label = ui.text("differences.missing"),
              .columns = missing_columns(ui, office),
              .first_row = model.first_shown,
              .total = page.total},
             static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                 fill_missing(ui, page.items[static_cast<std::size_t>(index)], office, row);
             });
    ui::PageMove const move = ui.pager("pages", pager_of(model.filters.pages, model.first_shown, page));
    if (move == ui::PageMove::none) return;
    context.api.platform().move_focus(FocusTarget::main_heading);
    MissingFilters next = model.filters;
    if (move == ui::PageMove::next && page.next_cursor)
        next.pages.cursors.push_back(*page.next_cursor);
    else if (!next.pages.cursors.empty())
        next.pages.cursors.pop_back();
    context.go(to_text(route_of(next)), HistoryMode::push);
}

void draw_nothing_missing(MissingModel& model, ScreenContext const& context, Ui& ui) {
    if (model.filters.q.empty()) {
        ui.empty_state("empty", {.icon = embedded::icon_circle_check,
                                 .title = ui.text("differences.empty"),
                                 .hint = ui.text("differences.empty_hint")});
        return;
    }
    if (ui.empty_state("no_hits", {.icon = embedded::icon_search,
                                   .title = ui.text("differences.no_hits"),
                                   .hint = ui.text("inventory.no_hits_hint"),
                                   .action = ui.text("inventory.reset")})) {
        model.typed.clear();
        search_missing(model, context);
    }
}

void draw_settings(MissingModel& model, ScreenContext const& context, Ui& ui) {
    if (!may(context.me, Action::edit_loan_settings) || model.settings.value() == nullptr) return;
    if (model.saved) {
        context.toast(ui.text("loan_settings.saved"));
        model.saved = false;
    }
    ui.card("settings", {.title = ui.text("loan_settings.title"), .icon = embedded::icon_settings}, [&] {
        RefusedFields refused{ui, model.errors};
        bool const entered = ui.form("form", ui.text("loan_settings.title"), [&] {
            ui.text_field("objection_days", ui.text("loan_settings.objection_days"), model.objection_days,
                          {.required = true,
                           .error = refused.at("objection_days"),
                           .hint = ui.text("loan_settings.hint"),
                           .max_length = 3,
                           .input_mode = "numeric",
                           .width = 360});
        });
        draw_refused(ui.text("loans.not_done"), refused, model.refused, ui);
        if (ui.button("save", ui.text("loan_settings.save"), ui::Button::secondary, {.icon = embedded::icon_save, .busy = model.saving}) ||
            entered)
            save_settings(model, context.api);
    });
}

} // namespace

void draw_missing(MissingModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("differences.missing");
    ui.page("missing", title, ui::page_width, [&] {
        ui.page_header("header", title, {.back_label = loans_title(ui, context.me), .back_route = "#/ausleihen"});
        ui.filter_bar("filters", ui.text("differences.search"), 0, [&] { draw_missing_search(model, context, ui); });
        Error const* const error = model.missing.error();
        Page<LoanDifference> const* const page = model.missing.value();
        if (page == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("differences.loading"));
        } else if (page == nullptr) {
            if (ui.error_state("failed", ui.text("differences.failed"), error_text(ui, error->code))) load_missing(model, context.api);
        } else {
            if (error != nullptr) ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
            ui.announce_found(pager_of(model.filters.pages, model.first_shown, *page));
            if (page->items.empty())
                draw_nothing_missing(model, context, ui);
            else
                draw_missing_table(model, context, *page, ui);
        }
        draw_settings(model, context, ui);
    });
}

} // namespace schulkit
