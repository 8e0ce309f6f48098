#include "client/tours/appointments.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"
#include "shared/tours/tour_words.hpp"

namespace schulkit {

void draw_appointments(AppointmentModel const& model, std::optional<Id<Loan>> loan, ui::Ui& ui) {
    Page<DueReturn> const* const due = model.due.value();
    if (due == nullptr) return; // the page's own matter is there without it
    std::vector<DueReturn> fetched;
    for (DueReturn const& each : due->items)
        if (each.drives_on && each.state == LoanState::handed_over && (!loan || each.loan_id == *loan)) fetched.push_back(each);
    if (fetched.empty()) return;
    std::string const title = ui.text("tours.appointment_title");
    ui.card("appointments", {.title = title, .icon = embedded::icon_calendar_check}, [&] {
        ui.definitions("kits", title, [&] {
            for (DueReturn const& each : fetched) {
                std::string const kit = each.kit_tag ? *each.kit_tag + " · " + each.kit_name.value_or("") : each.kit_type_name;
                ui.definition(to_text(each.loan_id), kit,
                              appointment_text(ui.strings(), *each.drives_on, each.arrives_from, each.arrives_until));
            }
        });
        ui.muted("hint", ui.text("tours.appointment_hint"));
    });
}

} // namespace schulkit
