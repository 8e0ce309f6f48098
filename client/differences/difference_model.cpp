#include "client/differences/difference_model.hpp"

#include "client/forms/refusal.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

/// The server's day, which the client does not know otherwise.
Date today_of(LoanDifference const& difference) { return add_days(difference.found_on, static_cast<int>(difference.age_days)); }

template <class E> void send(DifferencesModel& model, Api& api, typename E::Body body, std::function<void()> changed) {
    model.errors = validate(body);
    if (!model.errors.empty()) {
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return;
    }
    model.running = true;
    model.refused.reset();
    Request<E> const request{.path = {model.shown->id}, .body = std::move(body)};
    std::string sent{E::name};
    sent += to_text(model.shown->id) + encode(request.body);
    api.write<E>(model.key.for_body(api, sent), request, [&model, &api, changed = std::move(changed)](Result<LoanDifference> stored) {
        model.running = false;
        if (!stored) {
            take_refusal(model, stored.error());
            return;
        }
        model.key.succeeded();
        model.dialog_open = false;
        model.done = model.asking;
        api.platform().move_focus(FocusTarget::main_heading); // the button that led here is often gone
        changed();
    });
}

} // namespace

std::vector<DifferenceStep> steps_of(LoanDifference const& difference, Person const& me) {
    std::vector<DifferenceStep> steps;
    for (DifferenceStep const step : {DifferenceStep::answer, DifferenceStep::chase, DifferenceStep::settle, DifferenceStep::object}) {
        if (!may(me, action_of(step)) || obstacle_to(step, difference, today_of(difference))) continue;
        // the office would object to what it has found itself
        if (step == DifferenceStep::object && me.role != Role::school_staff) continue;
        steps.push_back(step);
    }
    return steps;
}

std::vector<Settlement> settlements_of(LoanDifference const& difference) {
    std::vector<Settlement> settlements;
    for (Settlement const each : {Settlement::returned, Settlement::replaced, Settlement::lost, Settlement::written_off})
        if (!obstacle_to(each, difference)) settlements.push_back(each);
    return settlements;
}

void begin_step(DifferencesModel& model, LoanDifference const& difference, DifferenceStep step) {
    if (model.running) return;
    model.shown = difference;
    model.asking = step;
    model.dialog_open = true;
    model.words.clear();
    model.accepted.clear();
    model.settled_as = "returned";
    model.errors.clear();
    model.refused.reset();
}

void send_step(DifferencesModel& model, Api& api, std::function<void()> changed) {
    if (model.running || !model.shown) return;
    std::string const words{trim(model.words)};
    std::optional<std::string> const note = words.empty() ? std::nullopt : std::optional{words};
    switch (model.asking) {
    case DifferenceStep::object: return send<ObjectToDifference>(model, api, {words}, std::move(changed));
    case DifferenceStep::chase: return send<ChaseDifference>(model, api, {note}, std::move(changed));
    case DifferenceStep::settle:
        return send<SettleDifference>(
            model, api, {.settled_as = enum_of<Settlement>(model.settled_as).value_or(Settlement::returned), .note = note},
            std::move(changed));
    case DifferenceStep::answer:
        if (model.accepted.empty()) {
            model.errors = {{"accepted", "required", {}}};
            api.platform().move_focus(FocusTarget::first_field_with_error);
            return;
        }
        return send<AnswerObjection>(model, api, {.accepted = model.accepted == "true", .answer = words}, std::move(changed));
    }
}

} // namespace schulkit
