#include "client/error_text.hpp"
#include "client/forms/record_form_view.hpp"
#include "client/school_years/school_year_form_screen.hpp"
#include "client/school_years/school_year_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

constexpr std::string_view list_route = "#/schuljahre";

bool draw_days(RecordForm<SchoolYear>& form, ScreenContext const& context, Ui& ui) {
    SchoolYear& year = form.draft;
    ui::Form fields{ui, year, form.errors};
    ui::GridOptions const two = {.min_column = 260, .max_columns = 2};
    bool changed = false;
    ui.card("year", {.title = ui.text("school_year.id"), .icon = embedded::icon_calendar_days}, [&] {
        ui.grid("fields", two, [&] {
            changed |= fields.edit<&SchoolYear::starts_on>();
            changed |= fields.edit<&SchoolYear::ends_on>();
        });
    });
    ui.card("summer", {.title = ui.text("school_years.summer"), .icon = embedded::icon_sun}, [&] {
        ui.muted("words", ui.text("school_years.summer_words"));
        ui.grid("fields", two, [&] {
            SchoolYear typed = year;
            ui::Form summer{ui, typed, form.errors};
            bool chosen = summer.edit<&SchoolYear::summer_from>();
            chosen |= summer.edit<&SchoolYear::summer_until>();
            if (chosen) choose_summer(year, typed.summer_from, typed.summer_until);
            changed |= chosen;
        });
    });
    ui.card("loans", {.title = ui.text("school_years.loans"), .icon = embedded::icon_briefcase}, [&] {
        ui.grid("fields", two, [&] {
            changed |= fields.edit<&SchoolYear::earliest_handover_on>();
            changed |= fields.edit<&SchoolYear::latest_return_on>(
                {.hint = ui.text(year.summer_from ? "school_years.usual_return" : "school_years.usual_return_without",
                                 {{"day", ui.date(usual_return(year))}})});
            changed |= fields.edit<&SchoolYear::late_handover_from>({.hint = ui.text("school_years.late_hint")});
        });
    });
    if (changed) keep_draft(form, context.api);
    return fields.readable();
}

void draw_year(SchoolYearFormModel& model, ScreenContext const& context, std::string const& title, Ui& ui) {
    RecordFormLook const look = {.key = "school_year", .title = title, .back_route = std::string{list_route}};
    bool const save =
        draw_record_form(model.form, context, look, ui, [&] { return draw_days(model.form, context, ui); });
    if (!save) return;
    // in the language of this moment: the answer comes between frames
    std::string const words = ui.text(model.form.is_new ? "device_form.created" : "device_form.saved");
    save_school_year(model, context.api, [&context, words](SchoolYear const& stored) {
        context.toast(ui::fill_in(words, {{"name", school_year_text(stored.id)}}));
        context.go(list_route, HistoryMode::replace);
    });
}

} // namespace

void draw_school_year_form(SchoolYearFormModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text(model.form.is_new ? "school_years.make" : "school_years.edit",
                                      {{"year", school_year_text(model.id)}});
    ui.page("school_year", title, 960, [&] {
        ui.page_header("header", title,
                       {.subtitle = model.form.is_new ? ui.text("school_years.make_words") : std::string{},
                        .back_label = ui.text("school_years.title"),
                        .back_route = std::string{list_route}});
        if (model.form.is_open) return draw_year(model, context, title, ui);
        if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("school_years.unknown"),
                                           .hint = ui.text("school_years.unknown_hint"),
                                           .action = ui.text("school_years.to_list")}))
                context.go(list_route, HistoryMode::push);
        } else if (Error const* const error = model.loaded.error()) {
            if (ui.error_state("failed", ui.text("school_years.failed"), error_text(ui, error->code)))
                retry_school_year_form(model, context.api, context.me);
        } else {
            ui.loading("loading", ui.text("school_years.loading"));
        }
    });
}

} // namespace schulkit
