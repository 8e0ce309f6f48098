#include "client/error_text.hpp"
#include "client/loans/loan_words.hpp"
#include "client/tours/summer_screen.hpp"
#include "client/tours/tour_look.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

void change_summer(SummerModel& model, ScreenContext const& context, std::string_view field, SummerFilters const& next) {
    std::string const route = to_text(route_of(next));
    context.go(route, model.choices.go(field, to_text(route_of(model.filters)), route));
}

void draw_summer_filters(SummerModel& model, ScreenContext const& context, Ui& ui) {
    ui.row("filters", {.align = ui::RowAlign::bottom}, [&] {
        std::vector<ui::Option> years;
        if (Page<SchoolYear> const* const known = model.years.value())
            for (SchoolYear const& year : known->items) years.push_back({year.id, school_year_text(year.id)});
        else
            years.push_back({model.school_year, school_year_text(model.school_year)});
        std::string year = model.school_year;
        SummerFilters next = model.filters;
        if (ui.choice("year", ui.text("loan.school_year"), year, years, {.width = 170})) {
            next.school_year = year;
            change_summer(model, context, "year", next);
        }
        std::vector<ui::Option> views;
        for (auto const& [view, word] : EnumWords<SummerView>::values)
            views.push_back({std::string{word}, ui.text("summer.view." + std::string{word}) + " (" + ui.number(count_of(model, view)) + ")"});
        std::string view{word_of(model.filters.view)};
        if (ui.choice("view", ui.text("summer.show"), view, views, {.width = 240})) {
            next.view = enum_of<SummerView>(view).value_or(SummerView::all);
            change_summer(model, context, "view", next);
        }
    });
}

void draw_tour_list(SummerModel& model, Ui& ui) {
    Page<Tour> const* const tours = model.tours.value();
    if (tours == nullptr) return;
    std::string const title = ui.text("tours.title");
    ui.card("tours", {.title = title, .icon = embedded::icon_map_pin}, [&] {
        if (tours->items.empty()) ui.muted("none", ui.text("tours.none"));
        ui.list("tours", title, [&] {
            for (Tour const& tour : tours->items) {
                std::int64_t kits = 0;
                std::int64_t back = 0;
                for (TourStop const& stop : tour.stops)
                    for (TourLoan const& loan : stop.loans) {
                        ++kits;
                        if (loan.state != LoanState::handed_over) ++back;
                    }
                std::string detail = ui.count_text("tours.stop_count", static_cast<std::int64_t>(tour.stops.size())) + ", " +
                                     ui.count_text("tours.kit_count", kits);
                if (tour.driver) detail += ", " + *tour.driver;
                ui::ListEntry entry{.title = ui.text("tours.on", {{"date", ui.date(tour.drives_on)}}),
                                    .detail = detail,
                                    .route = tour_route(tour.id),
                                    .icon = embedded::icon_calendar_days};
                if (back > 0) {
                    entry.badge = ui.text("tours.fetched", {{"back", ui.number(back)}, {"all", ui.number(kits)}});
                    entry.badge_tone = back == kits ? ui::Tone::success : ui::Tone::info;
                }
                ui.list_link("tours." + to_text(tour.id), entry);
            }
        });
    });
}

std::vector<ui::Column> due_columns(Ui const& ui) {
    return {{.key = "kit", .label = ui.text("loan.kit_id"), .width = 170, .row_header = true, .card = CardPlace::title},
            {.key = "school", .label = ui.text("loan.school_id"), .width = 190, .grow = 2},
            {.key = "due", .label = ui.text("loan.due_on"), .width = 110},
            {.key = "state", .label = ui.text("loan.state"), .width = 150, .card = CardPlace::badge},
            {.key = "appointment", .label = ui.text("tours.appointment"), .width = 255, .drop_order = 1}};
}

void fill_due(Ui const& ui, DueReturn const& due, ui::TableRow& row) {
    row.key = to_text(due.loan_id);
    row.route = loan_route(due.loan_id);
    row.text(due.kit_tag ? *due.kit_tag + " · " + due.kit_name.value_or("") : due.kit_type_name);
    row.text(due.school_code + " · " + due.school_name);
    row.text(ui.is_phone() ? ui.text("summer.until", {{"date", ui.date(due.due_on)}}) : ui.date(due.due_on));
    LoanLook const look = look_of(due.state, due.days_late > 0);
    row.badge(due.days_late > 0 ? ui.count_text("tours.late", due.days_late) : state_text(ui.strings(), due.state, false), look.tone,
              look.icon);
    if (due.drives_on)
        row.text(appointment_text(ui.strings(), *due.drives_on, due.arrives_from, due.arrives_until));
    else
        row.muted(due.state == LoanState::handed_over ? ui.text("tours.no_appointment") : "");
}

void draw_due_table(SummerModel& model, ScreenContext const& context, Ui& ui) {
    std::vector<DueReturn> const shown = shown_returns(model);
    if (shown.empty()) {
        bool const nothing = model.filters.view == SummerView::all;
        ui.empty_state("empty", {.icon = embedded::icon_sun,
                                 .title = ui.text(nothing ? "summer.empty" : "summer.no_hits"),
                                 .hint = nothing ? ui.text("summer.empty_hint", {{"year", school_year_text(model.school_year)}}) : std::string{}});
        return;
    }
    bool const decides = may(context.me, Action::decide_loan);
    auto const tools = [&] { draw_summer_tools(model, context, ui); };
    ui::TableOptions options{.label = ui.text("summer.title"), .columns = due_columns(ui), .total = static_cast<std::int64_t>(shown.size())};
    if (decides) {
        options.chosen = &model.chosen;
        options.tools = tools;
    }
    ui.table("due", options, static_cast<int>(shown.size()),
             [&](int index, ui::TableRow& row) { fill_due(ui, shown[static_cast<std::size_t>(index)], row); });
}

std::string last_day_of(SummerModel const& model, Ui const& ui) {
    if (Page<SchoolYear> const* const years = model.years.value())
        for (SchoolYear const& year : years->items)
            if (year.id == model.school_year) return ui.text("summer.until", {{"date", ui.date(year.latest_return_on)}});
    return {};
}

} // namespace

void draw_summer(SummerModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("summer.title");
    ui.page("summer", title, ui::page_width, [&] {
        ui.page_header("header", title,
                       {.subtitle = last_day_of(model, ui), .back_label = loans_title(ui, context.me), .back_route = "#/ausleihen"}, [&] {
                           if (may(context.me, Action::plan_tours))
                               ui.link_button("new", ui.text("tours.plan"), "#/sommer/neu?jahr=" + model.school_year, ui::Button::primary,
                                              {.icon = embedded::icon_plus});
                       });
        draw_summer_filters(model, context, ui);
        draw_extensions(model, ui);
        Error const* error = model.due.error();
        if (error == nullptr) error = model.tours.error();
        bool const known = model.due.value() != nullptr && model.tours.value() != nullptr;
        if (!known && error == nullptr) return ui.loading("loading", ui.text("summer.loading"));
        if (!known) {
            if (ui.error_state("failed", ui.text("summer.failed"), error_text(ui, error->code))) load_summer(model, context.api);
            return;
        }
        if (error != nullptr) ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
        draw_tour_list(model, ui);
        draw_due_table(model, context, ui);
    });
}

} // namespace schulkit
