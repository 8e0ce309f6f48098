#include "client/error_text.hpp"
#include "client/forms/refusal.hpp"
#include "client/kits/kit_type_words.hpp"
#include "client/loans/loan_screen.hpp"
#include "client/loans/loan_words.hpp"
#include "client/supplements/supplement_view.hpp"
#include "client/ui/ui.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_kit_choice(LoanModel& model, LoanStep step, RefusedFields& refused, Ui& ui) {
    std::vector<ui::Option> kits;
    if (step == LoanStep::approve) kits.push_back({"", ui.text("loans.kit_later")});
    if (Page<KitSummary> const* const known = model.kits.value())
        for (KitSummary const& kit : known->items) kits.push_back({to_text(kit.id), kit.tag + " · " + kit.name});
    ui.choice("kit_id", ui.text("loan.kit_id"), model.kit_id, kits, {.error = refused.at("kit_id")});
}

/// What the step chooses from, while it is not there. True: it is.
bool draw_step_needs(LoanModel& model, ScreenContext const& context, LoanStep step, Ui& ui) {
    if (is_step_ready(model, step)) return true;
    bool const is_kits = step == LoanStep::approve || model.items.value() != nullptr;
    if (Error const* const error = step_error(model, step)) {
        if (ui.error_state("needs_failed", ui.text(is_kits ? "kits.failed" : "loans.items_failed"), error_text(ui, error->code)))
            load_for_step(model, context.api, step);
    } else {
        ui.loading("needs_loading", ui.text(is_kits ? "kits.loading" : "loans.items_loading"));
    }
    return false;
}

void draw_step_fields(LoanModel& model, ScreenContext const& context, LoanStep step, RefusedFields& refused, Ui& ui) {
    switch (step) {
    case LoanStep::approve:
        ui.paragraph("what", ui.text("loans.approve_hint"));
        if (Loan const* const loan = model.loan.value(); loan != nullptr && !loan->app_shortfalls.empty()) {
            ui.alert("apps", ui::Tone::warning, ui.text("loans.apps_lack"), ui.text("loans.apps_lack_hint"));
            draw_planned_shortfalls(ui, loan->app_shortfalls);
        }
        draw_kit_choice(model, step, refused, ui);
        ui.date_field("planned_handover_on", ui.text("loan.planned_handover_on"), model.planned_on,
                      {.error = refused.at("planned_handover_on"), .hint = ui.text("loans.planned_hint")});
        break;
    case LoanStep::extend:
        ui.text_field("school_years", ui.text("loans.extend_by"), model.school_years,
                      {.required = true,
                       .error = refused.at("school_years"),
                       .max_length = 1,
                       .input_mode = "numeric",
                       .width = 120});
        break;
    case LoanStep::swap: draw_swap_fields(model, context, refused, ui); break;
    case LoanStep::deliver: draw_delivery_fields(model, context, refused, ui); break;
    case LoanStep::exchange:
        draw_kit_choice(model, step, refused, ui);
        if (model.loan.value() != nullptr && model.loan.value()->state == LoanState::handed_over) draw_coming_back(model, ui);
        ui.text_area("reason", ui.text("loan.reason"), model.reason,
                     {.hint = ui.text("loans.no_names"), .max_length = 2000, .rows = 2});
        break;
    default:
        if (ui.text_area("reason", ui.text("loan.reason"), model.reason,
                         {.required = true,
                          .error = refused.at("reason"),
                          .hint = ui.text("loans.no_names"),
                          .max_length = 2000,
                          .rows = 3}) &&
            model.refused && !model.refused->fields.empty()) {
            forget_error(model.refused->fields, "reason");
            if (model.refused->fields.empty()) model.refused.reset(); // else it would be told as a refusal of the whole
        }
    }
}

/// "A-1 · TK0003 · Koffer 03 · BBS-01 Berufsbildende Schulen I · 2026/27, Rückgabe bis 01.07.2027"
std::string loan_line(Ui const& ui, Loan const* loan) {
    if (loan == nullptr) return {};
    return ui.text("loans.which", {{"loan", loan_number(loan->id)},
                                   {"kit", kit_text(ui.strings(), *loan)},
                                   {"school", loan->school_code + ' ' + loan->school_name},
                                   {"years", years_text(ui.strings(), loan->first_school_year, loan->last_school_year)},
                                   {"date", ui.date(loan->due_on)}});
}

} // namespace

void draw_step_dialog(LoanModel& model, ScreenContext const& context, Ui& ui) {
    if (!model.asking) return;
    LoanStep const step = *model.asking;
    std::string const word{word_of(step)};
    std::string const which = loan_line(ui, model.loan.value());
    ui.dialog("step", ui.text("loan.step." + word), model.dialog_open, {.description = which}, [&] {
        if (!which.empty()) ui.muted("which", which);
        bool const is_ready = draw_step_needs(model, context, step, ui);
        RefusedFields refused{ui, fields_of(model.refused)};
        if (is_ready) draw_step_fields(model, context, step, refused, ui);
        bool const is_whole = model.refused && model.refused->fields.empty();
        draw_refused(ui.text("loans.not_done"), refused, is_whole ? loan_refusal_text(ui, *model.refused) : std::string{}, ui);
        bool send = false;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) model.dialog_open = false;
            bool const ends = step == LoanStep::reject || step == LoanStep::cancel;
            send = ui.button("send", ui.text("loan.step." + word), ends ? ui::Button::danger : ui::Button::primary,
                             {.enabled = is_ready, .busy = model.running == step});
        });
        if (send) send_step(model, context.api);
    });
}

} // namespace schulkit
