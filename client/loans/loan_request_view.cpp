#include "client/error_text.hpp"
#include "client/forms/refusal.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/loans/loan_request_screen.hpp"
#include "client/loans/loan_words.hpp"
#include "client/ui/form.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;
using RequestForm = ui::Form<LoanRequest>;

bool edit_school(LoanRequestModel& model, ScreenContext const& context, Ui& ui) {
    auto const schools = schools_for(model.schools, context.me, Action::ask_for_loan);
    if (schools.size() == 1) return false;
    std::vector<ui::Option> options;
    for (School const& school : schools) options.push_back({school.code, school.code + " · " + school.name});
    std::string code = model.school_code;
    bool const chosen = ui.choice("school_id", ui.text("loan.school_id"), code, options,
                                  {.required = true, .error = ui::error_for(ui, model.errors, "school_id")});
    if (!chosen) return false;
    choose_request_school(model, code);
    forget_error(model.errors, "school_id");
    return true;
}

/// Of what is not asked: the only school, a kit that was chosen elsewhere.
FieldErrors errors_not_shown(LoanRequestModel const& model, Person const& me) {
    bool const asks_school = schools_for(model.schools, me, Action::ask_for_loan).size() != 1;
    FieldErrors errors;
    for (FieldError const& error : model.errors)
        if ((error.field == "school_id" && !asks_school) || (error.field.starts_with("kit_") && model.draft.kit_id)) errors.push_back(error);
    return errors;
}

bool edit_kit(LoanRequestModel& model, Ui& ui) {
    if (model.draft.kit_id) {
        Kit const* const kit = model.kit.value();
        ui.definitions("wanted", ui.text("loan.kit_id"), [&] {
            ui.definition("kit", ui.text("loan.kit_id"), kit != nullptr ? kit->tag + " · " + kit->name : std::string{"…"});
        });
        return false;
    }
    std::vector<ui::Option> options;
    if (Page<KitType> const* const types = model.types.value())
        for (KitType const& type : types->items) options.push_back({to_text(type.id), type.name});
    std::string chosen = model.draft.kit_type_id ? to_text(*model.draft.kit_type_id) : std::string{};
    if (!ui.choice("kit_type_id", ui.text("loan.kit_type_id"), chosen, options,
                   {.required = true, .error = ui::error_for(ui, model.errors, "kit_type_id")}))
        return false;
    std::int64_t number = 0;
    from_text(chosen, number);
    model.draft.kit_type_id = Id<KitType>{number};
    forget_error(model.errors, "kit_type_id");
    return true;
}

bool edit_years(LoanRequestModel& model, ScreenContext const& context, RequestForm& form, Ui& ui) {
    std::vector<ui::Option> options;
    Date const today = to_berlin({context.api.platform().now_unix_ms()}).date;
    for (SchoolYear const& year : years_to_ask_for(model, today)) options.push_back({year.id, school_year_text(year.id)});
    bool changed = ui.choice("first_school_year", ui.text("loan.first_school_year"), model.draft.first_school_year, options,
                             {.required = true, .error = ui::error_for(ui, model.errors, "first_school_year")});
    if (changed) forget_error(model.errors, "first_school_year");
    changed |= form.edit<&LoanRequest::school_years>({.hint = ui.text("loans.years_hint"), .input_mode = "numeric"});
    return changed;
}

bool draw_request_fields(LoanRequestModel& model, ScreenContext const& context, RequestForm& form, Ui& ui) {
    bool changed = false;
    ui::GridOptions const two = {.min_column = 260, .max_columns = 2};
    ui.card("what", {.title = ui.text("loans.what"), .icon = embedded::icon_briefcase}, [&] {
        ui.grid("fields", two, [&] {
            changed |= edit_school(model, context, ui);
            changed |= edit_kit(model, ui);
            changed |= edit_years(model, context, form, ui);
            if (!model.draft.kit_id) {
                changed |= form.edit<&LoanRequest::quantity>({.input_mode = "numeric"});
                if (model.draft.quantity > 1)
                    changed |= form.edit<&LoanRequest::least_quantity>(
                        {.hint = ui.text("loans.least_hint"), .input_mode = "numeric"});
            }
        });
    });
    ui.card("why", {.title = ui.text("loans.why"), .icon = embedded::icon_users}, [&] {
        changed |= form.edit<&LoanRequest::purpose>({.hint = ui.text("loans.no_pupils"), .rows = 3});
        ui.grid("fields", two, [&] {
            changed |= form.edit<&LoanRequest::class_levels>({.placeholder = ui.text("loans.levels_example")});
            changed |= form.edit<&LoanRequest::pupils>({.hint = ui.text("loans.pupils_hint"), .input_mode = "numeric"});
            changed |= form.edit<&LoanRequest::planned_handover_on>({.hint = ui.text("loans.wish_hint")});
        });
    });
    return changed;
}

bool could_not_load(LoanRequestModel const& model) {
    return model.schools.error() != nullptr || model.years.error() != nullptr || model.types.error() != nullptr;
}

} // namespace

void draw_loan_request(LoanRequestModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("loans.ask");
    ui.page("loan_request", title, ui::reading_width, [&] {
        ui.page_header("header", title, {.back_label = loans_title(ui, context.me), .back_route = "#/ausleihen"});
        if (could_not_load(model)) {
            if (ui.error_state("failed", ui.text("loans.failed"), error_text(ui, "unavailable")))
                retry_loan_request(model, context.api, context.me);
            return;
        }
        if (model.schools.value() == nullptr || model.years.value() == nullptr || model.types.value() == nullptr) {
            ui.loading("loading", ui.text("loans.loading"));
            return;
        }
        ui.muted("free", ui.text("loans.ask_hint"));
        RequestForm form{ui, model.draft, model.errors};
        bool send = false;
        bool const entered = ui.form("request", title, [&] {
            if (draw_request_fields(model, context, form, ui)) {
                // who asks for fewer needs fewer
                model.draft.least_quantity = std::min(model.draft.least_quantity, model.draft.quantity);
                keep_loan_request(model, context.api);
            }
            model.unreadable = !form.readable();
            draw_refused(ui.text("loans.not_sent"), {ui, errors_not_shown(model, context.me)}, model.send_error, ui);
            ui.actions("actions", [&] {
                ui.link_button("cancel", ui.text("ui.cancel"), "#/ausleihen", ui::Button::secondary);
                send = ui.button("send", ui.text("loans.send"), ui::Button::primary,
                                 {.icon = embedded::icon_send, .busy = model.sending});
            });
        });
        if ((send || entered) && !form.readable()) {
            context.api.platform().move_focus(FocusTarget::first_field_with_error);
        } else if (send || entered) {
            std::string const words = ui.text("loans.sent");
            send_loan_request(model, context.api, [&context, words](Loan const& loan) {
                context.toast(words);
                context.go(loan_route(loan.id), HistoryMode::replace);
            });
        }
    });
}

} // namespace schulkit
