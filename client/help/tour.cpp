#include "client/help/tour.hpp"

#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

std::string seen_key(Person const& me) { return "setting.tour." + me.username; }

/// "tour.welcome", two steps of the role, "tour.help"; administrators do what coordinators do.
std::string step_key(Role role, int step) {
    if (step == 0) return "tour.welcome";
    if (step == tour_steps - 1) return "tour.help";
    Role const told = role == Role::admin ? Role::coordinator : role;
    return "tour." + std::string{word_of(told)} + '.' + std::to_string(step);
}

} // namespace

void begin_tour(TourModel& model, Platform const& platform, Person const& me) {
    if (platform.stored(seen_key(me)).empty()) show_tour(model);
}

void show_tour(TourModel& model) { model = {.open = true, .step = 0}; }

void draw_tour(TourModel& model, Platform& platform, Person const& me, ui::Ui& ui) {
    if (!model.open) return;
    std::string const key = step_key(me.role, model.step);
    bool const last = model.step == tour_steps - 1;
    int const before = model.step;
    std::string const text = ui.text(key + ".text");
    std::string const where =
        ui.text("tour.where", {{"step", ui.number(model.step + 1)}, {"all", ui.number(tour_steps)}});
    ui.dialog("tour", ui.text(key + ".title"), model.open, {.width = 480, .description = text + ' ' + where}, [&] {
        ui.paragraph("text", text);
        ui.paragraph("where", where, ui::TextKind::small);
        ui.actions("end", [&] {
            if (!last && ui.button("skip", ui.text("tour.skip"), ui::Button::quiet)) model.open = false;
            if (model.step > 0 && ui.button("back", ui.text("tour.back"), ui::Button::secondary)) --model.step;
            if (ui.button("next", ui.text(last ? "tour.done" : "tour.next"), ui::Button::primary)) {
                if (last)
                    model.open = false;
                else
                    ++model.step;
            }
        });
    });
    if (model.step != before) platform.move_focus(FocusTarget::dialog); // its name is the step's title
    if (!model.open) platform.store(seen_key(me), "1");
}

} // namespace schulkit
