#include "client/error_text.hpp"
#include "client/loans/loan_words.hpp"
#include "client/tours/tour_look.hpp"
#include "client/tours/tour_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

constexpr std::string_view summer_route = "#/sommer";

void draw_stop(Tour const& tour, std::size_t at, Ui& ui) {
    TourStop const& stop = tour.stops[at];
    std::string const title = stop_title(ui, tour, at);
    ui.card("stop." + to_text(stop.school_id), {.title = title, .icon = embedded::icon_school}, [&] {
        std::string const time = time_text(ui.strings(), stop.arrives_from, stop.arrives_until);
        ui.paragraph("time", time.empty() ? ui.text("tours.no_time") : time, ui::TextKind::strong);
        if (stop.address) ui.muted("address", *stop.address);
        ui.list("loans", title, [&] {
            for (TourLoan const& loan : stop.loans) {
                LoanLook const look = look_of(loan.state, false);
                ui.list_link("loan." + to_text(loan.loan_id), {.title = kit_text(loan),
                                                               .detail = loan_number(loan.loan_id),
                                                               .route = loan_route(loan.loan_id),
                                                               .icon = embedded::icon_briefcase,
                                                               .badge = state_text(ui.strings(), loan.state, false),
                                                               .badge_tone = look.tone,
                                                               .badge_icon = look.icon});
            }
        });
    });
}

void draw_removal(TourPageModel& model, ScreenContext const& context, Ui& ui) {
    std::string const words = ui.text("tours.remove_words");
    ui.dialog("removal", ui.text("tours.remove"), model.asks_removal, {.description = words}, [&] {
        ui.paragraph("words", words);
        if (model.refused) ui.alert("refused", ui::Tone::danger, ui.text("loans.not_done"), error_text(ui, model.refused->code));
        bool remove = false;
        ui.actions("actions", [&] {
            if (ui.button("cancel", ui.text("ui.cancel"), ui::Button::secondary)) model.asks_removal = false;
            remove = ui.button("remove", ui.text("tours.remove"), ui::Button::danger, {.busy = model.removing});
        });
        if (!remove) return;
        std::string const told = ui.text("tours.removed");
        remove_tour(model, context.api, [&context, told] {
            context.toast(told);
            context.go(summer_route, HistoryMode::replace);
        });
    });
}

void draw_tour_actions(TourPageModel& model, ScreenContext const& context, Tour const& tour, Ui& ui) {
    if (!may(context.me, Action::plan_tours)) return;
    if (!has_begun(tour) &&
        ui.button("remove", ui.text("tours.remove"), ui::Button::secondary, {.icon = embedded::icon_trash_2, .popup = true}))
        model.asks_removal = true;
    ui.link_button("edit", ui.text("tours.edit"), tour_route(tour.id) + "/bearbeiten", ui::Button::primary, {.icon = embedded::icon_pencil});
}

} // namespace

void draw_tour(TourPageModel& model, ScreenContext const& context, Ui& ui) {
    Tour const* const tour = model.tour.value();
    std::string const title =
        tour != nullptr ? ui.text("tours.on", {{"date", ui.date(tour->drives_on)}}) : ui.text("tours.tour");
    ui.page("tour", title, 960, [&] {
        ui.page_header("header", title,
                       {.subtitle = tour != nullptr && tour->driver ? ui.text("tours.driven_by", {{"driver", *tour->driver}}) : std::string{},
                        .back_label = ui.text("summer.title"),
                        .back_route = tour != nullptr ? "#/sommer?jahr=" + tour->school_year : std::string{summer_route}},
                       [&] {
                           if (tour != nullptr) draw_tour_actions(model, context, *tour, ui);
                       });
        Error const* const error = model.tour.error();
        if (tour != nullptr) {
            ui.announce(title);
            if (tour->note) ui.paragraph("note", ui.text("school_years.card_line", {{"label", ui.text("tours.note")}, {"words", *tour->note}}));
            for (std::size_t at = 0; at < tour->stops.size(); ++at) draw_stop(*tour, at, ui);
            if (tour->stops.empty()) ui.muted("none", ui.text("tours.no_stops"));
        } else if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("tours.unknown"),
                                           .hint = ui.text("app.nothing_hint"),
                                           .action = ui.text("tours.to_summer")}))
                context.go(summer_route, HistoryMode::push);
        } else if (error != nullptr) {
            if (ui.error_state("failed", ui.text("summer.failed"), error_text(ui, error->code))) reload_tour(model, context.api);
        } else {
            ui.loading("loading", ui.text("summer.loading"));
        }
    });
    draw_removal(model, context, ui);
}

} // namespace schulkit
