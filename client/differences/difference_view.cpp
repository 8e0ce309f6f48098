#include "client/differences/difference_view.hpp"

#include "client/forms/refusal.hpp"
#include "client/forms/refusal_view.hpp"
#include "embedded/icons.hpp"
#include "shared/differences/difference_words.hpp"

namespace schulkit {
namespace {

using ui::Ui;

ui::Icon icon_of(DifferenceStep step) {
    switch (step) {
    case DifferenceStep::object: return embedded::icon_message_square;
    case DifferenceStep::answer: return embedded::icon_check;
    case DifferenceStep::chase: return embedded::icon_bell;
    case DifferenceStep::settle: return embedded::icon_clipboard_check;
    }
    return nullptr;
}

std::string said_by(Ui const& ui, std::optional<std::string> const& who, std::string const& when) {
    return who.value_or(ui.text("history.hidden_author")) + ", " + when;
}

/// Below a label that asks for the day: "30.11.2026, coordinator"
std::string on_by(Ui const& ui, Date const& day, std::optional<std::string> const& who) {
    return ui.date(day) + ", " + who.value_or(ui.text("history.hidden_author"));
}

void draw_words(LoanDifference const& difference, Ui& ui) {
    ui.definitions("words", ui.text("differences.title"), [&] {
        ui.definition("found", ui.text("difference.found_on"), ui.date(difference.found_on));
        if (difference.state == DifferenceState::told)
            ui.definition("until", ui.text("difference.object_until"), ui.date(difference.object_until));
        if (difference.objection && difference.objected_at)
            ui.definition("objection", ui.text("difference.objection"), [&] {
                ui.paragraph("words", *difference.objection);
                ui.muted("by", said_by(ui, difference.objected_by, ui.date_time(*difference.objected_at)));
            });
        if (difference.answer && difference.answered_at)
            ui.definition("answer", ui.text("difference.answer"), [&] {
                bool const is_accepted = difference.objection_state == ObjectionState::accepted;
                ui.badge("how", ui.text(is_accepted ? "differences.accepted" : "differences.rejected"),
                         is_accepted ? ui::Tone::success : ui::Tone::danger);
                ui.paragraph("words", *difference.answer);
                ui.muted("by", said_by(ui, difference.answered_by, ui.date_time(*difference.answered_at)));
            });
        int number = 0;
        for (DifferenceChase const& chase : difference.chases)
            ui.definition("chase." + std::to_string(++number), ui.text("difference.chased_on"), [&] {
                ui.paragraph("on", on_by(ui, chase.chased_on, chase.chased_by));
                if (chase.note) ui.muted("note", *chase.note);
            });
        if (difference.settled_on && difference.settled_as != Settlement::noted)
            ui.definition("settled", ui.text("difference.settled_on"), [&] {
                ui.paragraph("on", on_by(ui, *difference.settled_on, difference.settled_by));
                if (difference.settlement) ui.muted("note", *difference.settlement);
            });
    });
}

void draw_difference(DifferencesModel& model, ScreenContext const& context, LoanDifference const& difference, Ui& ui) {
    std::string const title = difference_title(ui.strings(), difference);
    ui.group("difference." + to_text(difference.id), title, {.gap = 8}, [&] {
        ui.paragraph("what", title, ui::TextKind::strong);
        ui.row("state", [&] {
            ui.badge("state", state_text(ui.strings(), difference), tone_of(difference.state), schulkit::icon_of(difference.state));
            if (difference.state == DifferenceState::counts && difference.age_days > 0)
                ui.muted("age", ui.count_text("differences.age", difference.age_days));
        });
        draw_words(difference, ui);
        bool primary = true;
        ui.row("steps", [&] {
            for (DifferenceStep const step : steps_of(difference, context.me)) {
                std::string const word{word_of(step)};
                bool const chosen = ui.button("step." + word, ui.text("difference.step." + word),
                                              primary ? ui::Button::primary : ui::Button::secondary,
                                              {.icon = icon_of(step), .enabled = !model.running, .popup = true});
                primary = false;
                if (chosen) begin_step(model, difference, step);
            }
        });
    });
}

void draw_step_fields(DifferencesModel& model, RefusedFields& refused, Ui& ui) {
    auto const note = [&] {
        if (ui.text_area("note", ui.text("difference.note"), model.words,
                         {.error = refused.at("note"), .hint = ui.text("loans.no_pupils"), .max_length = 1000, .rows = 2}))
            forget_error(model.errors, "note");
    };
    switch (model.asking) {
    case DifferenceStep::object:
        ui.paragraph("how", ui.text("differences.object_hint", {{"date", ui.date(model.shown->object_until)}}));
        if (ui.text_area("objection", ui.text("difference.objection"), model.words,
                         {.required = true, .error = refused.at("objection"), .hint = ui.text("loans.no_pupils"), .max_length = 2000, .rows = 4}))
            forget_error(model.errors, "objection");
        break;
    case DifferenceStep::answer: {
        ui.paragraph("objection", model.shown->objection.value_or(""));
        std::vector<ui::Option> const answers{{"true", ui.text("differences.accept")}, {"false", ui.text("differences.reject")}};
        if (ui.choice("accepted", ui.text("difference.accepted"), model.accepted, answers, {.required = true, .error = refused.at("accepted")}))
            forget_error(model.errors, "accepted");
        if (ui.text_area("answer", ui.text("difference.answer"), model.words,
                         {.required = true, .error = refused.at("answer"), .hint = ui.text("loans.no_names"), .max_length = 2000, .rows = 3}))
            forget_error(model.errors, "answer");
        break;
    }
    case DifferenceStep::chase:
        ui.paragraph("how", ui.text("differences.chase_hint"));
        note();
        break;
    case DifferenceStep::settle: {
        std::vector<ui::Option> ways;
        for (Settlement const way : settlements_of(*model.shown)) {
            std::string const word{word_of(way)};
            ways.push_back({word, ui.text("difference.settled_as." + word)});
        }
        ui.choice("settled_as", ui.text("difference.settled_as"), model.settled_as, ways, {.required = true, .error = refused.at("settled_as")});
        if (ways.size() < 4) ui.muted("not_yet", ui.text("differences.not_lost_yet"));
        note();
        break;
    }
    }
}

} // namespace

ui::Icon icon_of(DifferenceState state) {
    switch (state) {
    case DifferenceState::told: return embedded::icon_inbox;
    case DifferenceState::objected: return embedded::icon_message_square;
    case DifferenceState::counts: return embedded::icon_circle_alert;
    case DifferenceState::settled: return embedded::icon_check;
    }
    return nullptr;
}

void draw_differences(DifferencesModel& model, ScreenContext const& context, std::vector<LoanDifference> const& differences, Ui& ui) {
    if (model.done) {
        context.toast(ui.text("difference.done." + std::string{word_of(*model.done)}));
        model.done.reset();
    }
    if (differences.empty()) return;
    ui.card("differences", {.title = ui.text("differences.title"), .icon = embedded::icon_list_checks}, [&] {
        for (LoanDifference const& difference : differences) {
            if (&difference != &differences.front()) ui.divider("before." + to_text(difference.id));
            draw_difference(model, context, difference, ui);
        }
    });
}

void draw_difference_dialog(DifferencesModel& model, ScreenContext const& context, Ui& ui, std::function<void()> changed) {
    if (!model.shown) return;
    std::string const label = ui.text("difference.step." + std::string{word_of(model.asking)});
    ui.dialog("difference", label, model.dialog_open, {}, [&] {
        ui.paragraph("what", difference_title(ui.strings(), *model.shown), ui::TextKind::strong);
        RefusedFields refused{ui, model.errors};
        draw_step_fields(model, refused, ui);
        draw_refused(ui.text("loans.not_done"), refused, model.refused, ui);
        bool send = false;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) model.dialog_open = false;
            send = ui.button("send", label, ui::Button::primary, {.busy = model.running});
        });
        if (send) send_step(model, context.api, std::move(changed));
    });
}

} // namespace schulkit
