#include "client/differences/difference_view.hpp"
#include "client/error_text.hpp"
#include "client/loans/loan_screen.hpp"
#include "client/loans/loan_words.hpp"
#include "client/papers/papers_view.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"
#include "shared/supplements/supplement_words.hpp"

namespace schulkit {
namespace {

using ui::Ui;

ui::Icon icon_of(LoanStep step) {
    switch (step) {
    case LoanStep::approve: return embedded::icon_calendar_check;
    case LoanStep::reject: return embedded::icon_circle_x;
    case LoanStep::waitlist: return embedded::icon_hourglass;
    case LoanStep::cancel: return embedded::icon_circle_x;
    case LoanStep::extend: return embedded::icon_calendar_plus;
    case LoanStep::exchange: return embedded::icon_arrow_left_right;
    case LoanStep::swap: return embedded::icon_refresh_cw;
    case LoanStep::deliver: return embedded::icon_package;
    case LoanStep::hand_over: return embedded::icon_scan_barcode;
    case LoanStep::take_back: return embedded::icon_package_open;
    case LoanStep::check_in: return embedded::icon_list_checks;
    case LoanStep::release: return embedded::icon_rotate_ccw;
    }
    return nullptr;
}

void draw_loan_steps(LoanModel& model, ScreenContext const& context, Loan const& loan, Ui& ui) {
    bool primary = true;
    for (LoanStep const step : steps_of(loan, context.me)) {
        std::string const word{word_of(step)};
        primary = primary && step != LoanStep::release; // for the rare case
        bool const chosen = ui.button("step." + word, ui.text("loan.step." + word),
                                      primary ? ui::Button::primary : ui::Button::secondary,
                                      {.icon = icon_of(step),
                                       .enabled = !model.running,
                                       .busy = model.running == step && !model.dialog_open,
                                       .wide = primary && ui.is_phone(),
                                       .popup = opens_dialog(step)});
        primary = false;
        if (chosen)
            begin_step(model, context.api, step, [&context](Id<HandoverSession> session) {
                context.go("#/uebergabe/" + to_text(session), HistoryMode::push);
            });
    }
}

void draw_request(Loan const& loan, Ui& ui) {
    std::string const title = ui.text("loans.asked_for");
    ui.card("request", {.title = title, .icon = embedded::icon_inbox}, [&] {
        if (loan.purpose) ui.paragraph("purpose", *loan.purpose);
        ui.definitions("facts", title, [&] {
            if (loan.class_levels) ui.definition("levels", ui.text("loan.class_levels"), *loan.class_levels);
            if (loan.pupils) ui.definition("pupils", ui.text("loan.pupils"), ui.number(*loan.pupils));
            if (loan.quantity > 1) {
                ui.definition("quantity", ui.text("loan.quantity"), ui.number(loan.quantity));
                ui.definition("least", ui.text("loan.least_quantity"), ui.number(loan.least_quantity));
            }
            ui.definition("requested_by", ui.text("loan.requested_by"), loan.requested_by.value_or(ui.text("history.hidden_author")));
            ui.definition("requested_at", ui.text("loan.requested_at"), ui.date_time(loan.requested_at));
        });
        if (loan.quantity > 1)
            ui.link("together", ui.text("loans.together"), "#/ausleihen?anfrage=" + to_text(loan.request_id));
    });
}

void draw_loan_facts(Loan const& loan, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("loans.facts");
    ui.card("facts", {.title = title, .icon = embedded::icon_calendar_days}, [&] {
        ui.definitions("facts", title, [&] {
            ui.definition("school", ui.text("loan.school_id"), loan.school_code + " · " + loan.school_name);
            ui.definition("kit", ui.text("loan.kit_id"), [&] {
                if (loan.kit_id && may(context.me, Action::read_kits))
                    ui.link("kit", kit_text(ui.strings(), loan), "#/koffer/" + to_text(*loan.kit_id));
                else
                    ui.paragraph("kit", kit_text(ui.strings(), loan));
            });
            ui.definition("years", ui.text("loan.school_years"), years_text(ui.strings(), loan.first_school_year, loan.last_school_year));
            ui.definition("due_on", ui.text("loan.due_on"), ui.date(loan.due_on));
            if (loan.planned_handover_on)
                ui.definition("planned", ui.text("loan.planned_handover_on"), ui.date(*loan.planned_handover_on));
            if (loan.handed_over_on) ui.definition("handed", ui.text("loan.handed_over_on"), ui.date(*loan.handed_over_on));
            if (loan.returned_on) ui.definition("returned", ui.text("loan.returned_on"), ui.date(*loan.returned_on));
            if (loan.checked_on) ui.definition("checked", ui.text("loan.checked_on"), ui.date(*loan.checked_on));
            if (loan.closed_on) ui.definition("closed", ui.text("loan.closed_on"), ui.date(*loan.closed_on));
            if (loan.released_from) ui.definition("released", ui.text("loan.released_from"), school_year_text(*loan.released_from));
            if (loan.agreement_version)
                ui.definition("agreement", ui.text("loan_paper.template_version"), ui.number(*loan.agreement_version));
            if (loan.reason) ui.definition("reason", ui.text("loan.reason"), *loan.reason);
        });
    });
}

void draw_open_requirements(Loan const& loan, ScreenContext const& context, Ui& ui) {
    bool const matters = loan.state == LoanState::requested || loan.state == LoanState::waitlisted ||
                         loan.state == LoanState::approved || loan.state == LoanState::handed_over;
    if (!matters) return;
    std::string const title = ui.text("loan.open_requirements");
    ui.card("requirements", {.title = title, .icon = embedded::icon_list_checks}, [&] {
        if (loan.open_requirements.empty()) {
            ui.badge("met", ui.text("loans.all_met"), ui::Tone::success);
        } else {
            ui.definitions("open", title, [&] {
                for (OpenRequirement const& open : loan.open_requirements)
                    ui.definition(open.code, open.label, [&] {
                        LoanLook const look = look_of(open.state);
                        ui.badge("state", state_text(ui.strings(), open.state), look.tone, look.icon);
                        if (open.due_on) ui.muted("due", ui.text("loans.until", {{"date", ui.date(*open.due_on)}}));
                    });
            });
        }
        std::string const route = "#/voraussetzungen?schule=" + loan.school_code;
        if (may(context.me, Action::read_requirements)) ui.link("show", ui.text("loans.to_requirements"), route);
    });
}

void draw_items(LoanModel& model, ScreenContext const& context, Loan const& loan, Ui& ui) {
    Page<LoanItem> const* const items = model.items.value();
    Error const* const error = model.items.error();
    if (items == nullptr && error != nullptr && ui.error_state("items_failed", ui.text("loans.items_failed"), error_text(ui, error->code)))
        reload_loan(model, context.api);
    if (items == nullptr || items->items.empty()) return;
    std::string const title = ui.text("loans.items");
    ui.card("items", {.title = title, .icon = embedded::icon_tablet}, [&] {
        ui.list("items", title, [&] {
            for (LoanItem const& item : items->items) {
                ui::ListEntry entry{.title = ui.text("kits.slot", {{"slot", ui.number(item.slot)}, {"label", item.label}}),
                                    .detail = item.asset_tag + " · " + item.asset_name,
                                    .route = "#/geraete/" + to_text(item.asset_id),
                                    .icon = embedded::icon_tablet};
                bool const is_over = loan.state == LoanState::closed || loan.checked_on.has_value();
                bool const is_missing = !item.came_back_on && (is_over || item.settled_as);
                if (is_missing) {
                    entry.badge = ui.text("loans.missing");
                    entry.badge_tone = ui::Tone::danger;
                } else if (item.came_back_on) {
                    entry.detail += ", " + ui.text("loans.came_back", {{"date", ui.date(*item.came_back_on)}});
                    entry.badge = ui.text("loans.is_back");
                    entry.badge_tone = ui::Tone::neutral;
                    entry.badge_icon = embedded::icon_check;
                }
                ui.list_link("item." + to_text(item.id), entry);
            }
        });
    });
}

/// "Nachtrag 2: Gerät getauscht", and what went where.
void draw_supplements(LoanModel const& model, Ui& ui) {
    Page<LoanSupplement> const* const supplements = model.supplements.value();
    if (supplements == nullptr || supplements->items.empty()) return;
    std::string const title = ui.text("supplements.title");
    ui.card("supplements", {.title = title, .icon = embedded::icon_arrow_left_right}, [&] {
        ui.timeline("supplements", title, [&] {
            for (LoanSupplement const& supplement : supplements->items) {
                ui::TimelineEntry entry{.title = supplement_title(ui.strings(), supplement),
                                        .author = supplement.made_by.value_or(ui.text("history.hidden_author")),
                                        .time = ui.date(supplement.made_on),
                                        .icon = embedded::icon_arrow_left_right,
                                        .last = &supplement == &supplements->items.back()};
                for (SupplementItem const& item : supplement.items) entry.changes.push_back(supplement_text(ui.strings(), item));
                if (supplement.reason) entry.changes.push_back(*supplement.reason);
                ui.timeline_entry("supplement." + to_text(supplement.id), entry);
            }
        });
    });
}

void draw_known_loan(LoanModel& model, ScreenContext const& context, Loan const& loan, Ui& ui) {
    if (model.done) {
        context.toast(ui.text("loan.done." + std::string{word_of(*model.done)}, {{"number", loan_number(loan.id)}}));
        model.done.reset();
    }
    ui.row("state", [&] {
        LoanLook const look = look_of(loan.state, loan.return_due);
        ui.badge("state", state_text(ui.strings(), loan.state, loan.return_due), look.tone, look.icon);
        // the list of papers is newer, where it is there
        if (model.papers.papers.value() != nullptr ? has_pending(model.papers) : loan.signature_pending)
            ui.badge("pending", ui.text("handover.signature_pending"), ui::Tone::warning);
        if (loan.waiting_place) ui.muted("place", ui.text("loans.waiting_place", {{"place", ui.number(*loan.waiting_place)}}));
    });
    if (loan.override_reason)
        ui.alert("override", ui::Tone::warning, ui.text("loan.override_reason"), *loan.override_reason);
    if (!model.dialog_open) draw_step_refusal(model, ui);
    draw_appointments(model.appointments, loan.id, ui);
    ui.split(
        "parts", {},
        [&] {
            if (Page<LoanDifference> const* const found = model.found.value())
                draw_differences(model.differences, context, found->items, ui);
            draw_loan_facts(loan, context, ui);
            bool const has_papers = loan.handed_over_on.has_value();
            if (has_papers) draw_papers(model.papers, context, ui);
            draw_items(model, context, loan, ui);
            draw_supplements(model, ui);
            draw_loan_feedback(model.feedback, context.me, ui);
        },
        [&] {
            draw_open_requirements(loan, context, ui);
            draw_request(loan, ui);
        });
}

} // namespace

void draw_step_refusal(LoanModel const& model, Ui& ui) {
    if (model.refused) ui.alert("refused", ui::Tone::danger, ui.text("loans.not_done"), loan_refusal_text(ui, *model.refused));
}

void draw_loan(LoanModel& model, ScreenContext const& context, Ui& ui) {
    Loan const* const loan = model.loan.value();
    std::string const number = loan_number(model.id);
    std::string const title = loan != nullptr ? ui.text("loans.title_of", {{"number", number}, {"school", loan->school_name}})
                                              : ui.text("loans.loan");
    ui.page("loan", title, ui::page_width, [&] {
        ui.page_header("header", title,
                       {.subtitle = loan != nullptr ? kit_text(ui.strings(), *loan) + ", " + years_text(ui.strings(), loan->first_school_year, loan->last_school_year) : std::string{},
                        .back_label = loans_title(ui, context.me),
                        .back_route = "#/ausleihen"},
                       [&] {
                           if (loan != nullptr) draw_loan_steps(model, context, *loan, ui);
                       });
        Error const* const error = model.loan.error();
        if (loan != nullptr) {
            ui.announce(title);
            draw_known_loan(model, context, *loan, ui);
        } else if (is_unknown(model)) {
            std::string const unknown = ui.text("loans.unknown");
            ui.announce(unknown);
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = unknown,
                                           .hint = ui.text("app.nothing_hint"),
                                           .action = ui.text("loans.to_list")}))
                context.go("#/ausleihen", HistoryMode::push);
        } else if (error != nullptr) {
            if (ui.error_state("failed", ui.text("loans.failed"), error_text(ui, error->code)))
                reload_loan(model, context.api);
        } else {
            ui.loading("loading", ui.text("loans.loading"));
        }
    });
    draw_step_dialog(model, context, ui);
    draw_difference_dialog(model.differences, context, ui, [&model, &context] { reload_loan(model, context.api); });
}

} // namespace schulkit
