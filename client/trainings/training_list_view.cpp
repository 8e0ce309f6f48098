#include "client/error_text.hpp"
#include "client/trainings/training_list_screen.hpp"
#include "client/trainings/training_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

std::vector<ui::Column> training_columns(Ui const& ui) {
    return {{.key = "title", .label = ui.text("training.title"), .width = 200, .grow = 2, .row_header = true, .card = CardPlace::title},
            {.key = "held_on", .label = ui.text("training.held_on"), .width = 120},
            {.key = "place", .label = ui.text("training.place"), .width = 160, .grow = 1, .drop_order = 2},
            {.key = "requirement", .label = ui.text("training.requirement_code"), .width = 180, .grow = 1, .drop_order = 1},
            {.key = "schools", .label = ui.text("training.schools"), .width = 200, .grow = 1, .card = CardPlace::badge}};
}

std::string taking_part(Ui const& ui, Training const& training) {
    if (training.schools.empty()) return ui.text("trainings.nobody_yet");
    std::int64_t people = 0;
    for (TrainingSchool const& school : training.schools) people += school.people;
    return ui.count_text("trainings.schools", static_cast<std::int64_t>(training.schools.size())) + ", " +
           ui.count_text("trainings.people", people);
}

void fill_training(Ui const& ui, Training const& training, ScreenContext const& context, ui::TableRow& row) {
    row.key = to_text(training.id);
    if (may(context.me, Action::confirm_requirements)) row.route = training_route(training.id);
    row.text(training.title);
    row.text(ui.date(training.held_on));
    row.muted(training.place.value_or(""));
    row.muted(training.requirement_label.value_or(ui.text("trainings.counts_for_nothing")));
    if (training.cancelled)
        row.badge(ui.text("trainings.is_cancelled"), ui::Tone::neutral, embedded::icon_ban);
    else
        row.badge(taking_part(ui, training), training.schools.empty() ? ui::Tone::neutral : ui::Tone::success,
                  embedded::icon_users);
}

void draw_training_table(Page<Training> const& page, ScreenContext const& context, Ui& ui) {
    ui.table("trainings", {.label = ui.text("trainings.title"), .columns = training_columns(ui), .total = page.total},
             static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                 fill_training(ui, page.items[static_cast<std::size_t>(index)], context, row);
             });
}

} // namespace

void draw_trainings(Trainings& trainings, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("trainings.title");
    Page<Training> const* const page = trainings.value();
    Error const* const error = trainings.error();
    ui.page("trainings", title, ui::page_width, [&] {
        ui.page_header("header", title,
                       {.back_label = ui.text("requirements.title"), .back_route = "#/voraussetzungen"}, [&] {
                           if (may(context.me, Action::confirm_requirements))
                               ui.link_button("create", ui.text("trainings.create"), "#/fortbildungen/neu", ui::Button::primary,
                                              {.icon = embedded::icon_plus});
                       });
        if (page == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("trainings.loading"));
        } else if (page == nullptr) {
            if (ui.error_state("failed", ui.text("trainings.failed"), error_text(ui, error->code)))
                load_trainings(trainings, context.api);
        } else {
            if (error != nullptr) ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
            if (page->items.empty())
                ui.empty_state("empty", {.icon = embedded::icon_users,
                                         .title = ui.text("trainings.empty"),
                                         .hint = ui.text("trainings.empty_hint")});
            else
                draw_training_table(*page, context, ui);
        }
    });
}

} // namespace schulkit
