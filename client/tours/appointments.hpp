#pragma once
// When a school's kits are fetched: what its people see on their pages about loans.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/people/person.hpp"
#include "shared/tours/tour_api.hpp"

namespace schulkit::ui {
class Ui;
}

namespace schulkit {

/// A card says where they stand only if somebody of a school looks: the office has its own list.
struct AppointmentModel {
    Loadable<Page<DueReturn>> due = {};
};

void load_appointments(AppointmentModel& model, Api& api, Person const& me);
/// Nothing where no appointment is settled. `loan`: only this one's.
void draw_appointments(AppointmentModel const& model, std::optional<Id<Loan>> loan, ui::Ui& ui);

} // namespace schulkit
