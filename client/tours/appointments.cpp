#include "client/tours/appointments.hpp"

namespace schulkit {

void load_appointments(AppointmentModel& model, Api& api, Person const& me) {
    if (me.role != Role::school_staff) return;
    model.due.start();
    api.read<ListDueReturns>({}, {}, [&model](Result<Page<DueReturn>> due) { model.due.take(std::move(due)); });
}

} // namespace schulkit
