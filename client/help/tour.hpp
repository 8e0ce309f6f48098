#pragma once
// The short tour at the first sign-in of a person in this browser; it can be seen again from the person's menu.

#include "client/platform/platform.hpp"
#include "shared/people/person.hpp"

namespace schulkit::ui {
class Ui;
}

namespace schulkit {

inline constexpr int tour_steps = 4;

struct TourModel {
    bool open = false;
    int step = 0; ///< 0 to tour_steps - 1
};

/// Opens it for somebody who has not seen it here.
void begin_tour(TourModel& model, Platform const& platform, Person const& me);
void show_tour(TourModel& model);
void draw_tour(TourModel& model, Platform& platform, Person const& me, ui::Ui& ui);

} // namespace schulkit
