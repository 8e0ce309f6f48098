#include "client/area_tabs.hpp"
#include "client/card_line.hpp"
#include "client/error_text.hpp"
#include "client/school_years/school_year_list_screen.hpp"
#include "client/school_years/school_year_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

std::vector<ui::Column> year_columns(Ui const& ui) {
    return {{.key = "id", .label = ui.text("school_year.id"), .width = 110, .row_header = true, .card = CardPlace::title},
            {.key = "phase", .label = ui.text("school_years.phase"), .width = 130, .card = CardPlace::badge},
            {.key = "days", .label = ui.text("school_years.days"), .width = 210, .grow = 1, .drop_order = 2},
            {.key = "summer", .label = ui.text("school_years.summer"), .width = 210, .grow = 1, .drop_order = 1},
            {.key = "handover", .label = ui.text("school_year.earliest_handover_on"), .width = 190, .grow = 1},
            {.key = "return", .label = ui.text("school_year.latest_return_on"), .width = 190, .grow = 1}};
}

void fill_year(Ui const& ui, SchoolYear const& year, ScreenContext const& context, ui::TableRow& row) {
    SchoolYearPhase const phase = phase_of(year, today(context.api));
    PhaseLook const look = look_of(phase);
    std::string const summer = summer_text(ui, year);
    std::string const days = ui.text("school_years.from_until", {{"from", ui.date(year.starts_on)}, {"until", ui.date(year.ends_on)}});
    row.key = year.id;
    if (may(context.me, Action::plan_school_years)) row.route = school_year_route(year.id);
    row.text(school_year_text(year.id));
    row.badge(phase_text(ui, phase), look.tone, look.icon);
    row.muted(days);
    row.muted(card_line(ui, "school_years.summer", summer.empty() ? ui.text("school_years.summer_unknown") : summer));
    row.text(card_line(ui, "school_year.earliest_handover_on", ui.date(year.earliest_handover_on)));
    row.text(card_line(ui, "school_year.latest_return_on", ui.date(year.latest_return_on)));
}

void draw_years(std::vector<SchoolYear> const& years, ScreenContext const& context, Ui& ui) {
    ui.table("years",
             {.label = ui.text("school_years.title"),
              .columns = year_columns(ui),
              .total = static_cast<std::int64_t>(years.size())},
             static_cast<int>(years.size()), [&](int index, ui::TableRow& row) {
                 fill_year(ui, years[static_cast<std::size_t>(index)], context, row);
             });
}

} // namespace

void draw_school_years(SchoolYearListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("school_years.title");
    Page<SchoolYear> const* const page = model.years.value();
    Error const* const error = model.years.error();
    ui.page("school_years", title, ui::page_width, [&] {
        ui.page_header("header", title, {}, [&] {
            if (page == nullptr || !may(context.me, Action::plan_school_years)) return;
            std::string const next = next_school_year(page->items, today(context.api));
            ui.link_button("next", ui.text("school_years.make", {{"year", school_year_text(next)}}), school_year_route(next),
                           ui::Button::primary, {.icon = embedded::icon_plus});
        });
        draw_kit_tabs("schuljahre", context.me, ui);
        if (page == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("school_years.loading"));
        } else if (page == nullptr) {
            if (ui.error_state("failed", ui.text("school_years.failed"), error_text(ui, error->code)))
                load_school_years(model, context.api);
        } else {
            if (error != nullptr) ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
            if (page->items.empty())
                ui.empty_state("empty", {.icon = embedded::icon_calendar_days,
                                         .title = ui.text("school_years.empty"),
                                         .hint = ui.text("school_years.empty_hint")});
            else
                draw_years(in_order_of_use(page->items, today(context.api)), context, ui);
        }
    });
}

} // namespace schulkit
