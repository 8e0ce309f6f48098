// Keeping several kits for another school year: the dialog, and what became of each.

#include "client/error_text.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/loans/loan_words.hpp"
#include "client/tours/summer_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

std::string refusal_text(Ui const& ui, LoanExtension const& extension) {
    if (!extension.booking) return error_text(ui, extension.code.value_or("internal"));
    return ui.text("loans.booked_by", {{"kit", extension.booking->kit_tag},
                                       {"year", school_year_text(extension.booking->school_year)},
                                       {"school", extension.booking->school_code},
                                       {"number", loan_number(extension.booking->loan_id)}});
}

/// "GYM-03, TK0041"; where the refusal names the kit, only the school.
std::string place_of(SummerModel const& model, LoanExtension const& extension) {
    if (Page<DueReturn> const* const due = model.due.value())
        for (DueReturn const& each : due->items)
            if (each.loan_id == extension.loan_id)
                return extension.booking ? each.school_code : each.school_code + ", " + each.kit_tag.value_or(each.kit_type_name);
    return loan_number(extension.loan_id);
}

void draw_extension_dialog(SummerModel& model, ScreenContext const& context, std::int64_t count, Ui& ui) {
    ui.dialog("extend", ui.count_text("summer.extend_title", count), model.asking, {}, [&] {
        ui.paragraph("what", ui.text("summer.extend_words"));
        RefusedFields refused{ui, fields_of(model.refused)};
        ui.text_field("school_years", ui.text("loans.extend_by"), model.school_years,
                      {.required = true, .error = refused.at("school_years"), .max_length = 1, .input_mode = "numeric", .width = 120});
        draw_refused(ui.text("loans.not_done"), refused, model.refused, ui);
        bool send = false;
        ui.actions("actions", [&] {
            if (ui.button("cancel", ui.text("ui.cancel"), ui::Button::secondary)) model.asking = false;
            send = ui.button("send", ui.text("loan.step.extend"), ui::Button::primary, {.busy = model.sending});
        });
        if (send) extend_chosen(model, context.api);
    });
}

} // namespace

void draw_summer_tools(SummerModel& model, ScreenContext const& context, Ui& ui) {
    std::vector<DueReturn> const chosen = chosen_returns(model);
    auto const count = static_cast<std::int64_t>(chosen.size());
    std::string const words = count == 0 ? ui.text("summer.none_chosen") : ui.count_text("summer.chosen", count);
    ui.muted("count", words);
    if (count > 0 || model.had_chosen) ui.announce(words);
    model.had_chosen = count > 0;
    if (count > 0) {
        if (ui.button("extend", ui.text("loan.step.extend"), ui::Button::secondary,
                      {.icon = embedded::icon_calendar_plus, .busy = model.sending, .popup = true})) {
            model.asking = true;
            model.school_years = "1";
            model.refused.reset();
        }
        if (may(context.me, Action::plan_tours))
            ui.link_button("tour", ui.text("summer.to_tour"), new_tour_route(model), ui::Button::secondary, {.icon = embedded::icon_map_pin});
        if (ui.button("none", ui.text("bulk.clear"), ui::Button::quiet)) model.chosen.clear();
    }
    draw_extension_dialog(model, context, count, ui);
}

void draw_extensions(SummerModel& model, Ui& ui) {
    if (model.extensions.empty()) return;
    std::int64_t extended = 0;
    std::string refused;
    for (LoanExtension const& each : model.extensions) {
        if (each.code)
            refused.append(refused.empty() ? "" : "\n").append(place_of(model, each)).append(": ").append(refusal_text(ui, each));
        else
            ++extended;
    }
    std::string const title = extended == 0 ? ui.text("summer.none_extended") : ui.count_text("summer.extended", extended);
    ui.alert("extensions", refused.empty() ? ui::Tone::success : ui::Tone::warning, title, refused);
    if (ui.button("close_extensions", ui.text("ui.close"), ui::Button::quiet)) model.extensions.clear();
}

} // namespace schulkit
