#include "client/allocation/proposal_screen.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/loans/loan_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"
#include "shared/allocation/allocation_words.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_facts_of_request(ProposalRequest const& request, Ui& ui) {
    AllocationDecision const& decision = request.decision;
    ui.definitions("facts", ui.text("loans.asked_for"), [&] {
        ui.definition("kits", ui.text("loan.quantity"), ui.number(decision.quantity) + " × " + request.kit_type_name);
        if (decision.quantity > 1) ui.definition("needed", ui.text("loan.least_quantity"), ui.number(decision.needed));
        ui.definition("years", ui.text("loan.school_years"), years_text(ui.strings(), request.first_school_year, request.last_school_year));
        ui.definition("requirements", ui.text("loan.open_requirements"),
                      request.open_requirements == 0 ? ui.text("loans.all_met") : ui.count_text("board.open_requirements", request.open_requirements));
        ui.definition("last_year", ui.text("proposal.last_year"), ui.text(request.had_kit_last_year ? "ui.yes" : "ui.no"));
        if (request.pupils) ui.definition("pupils", ui.text("loan.pupils"), ui.number(*request.pupils));
        ui.definition("asked", ui.text("loan.requested_at"), ui.date_time(request.requested_at));
    });
}

/// What the request is worth, rule by rule.
void draw_shares(AllocationDecision const& decision, Ui& ui) {
    if (decision.shares.empty()) return;
    std::int64_t sum = 0;
    std::string const title = ui.text("proposal.points");
    ui.heading("points_title", 3, title);
    ui.definitions("points", title, [&] {
        for (AllocationShare const& share : decision.shares) {
            std::string const word{word_of(share.rule)};
            ui.definition(word, ui.text("proposal.share." + word), ui.number(share.points));
            sum += share.points;
        }
        ui.definition("sum", ui.text("proposal.sum_of_points"), ui.number(sum));
    });
}

std::string kit_option(Ui const& ui, ProposalKit const& kit) {
    std::string words = kit.tag + " · " + kit.name;
    if (kit.condition != KitCondition::complete) words += " (" + ui.text("kit_condition." + std::string{word_of(kit.condition)}) + ")";
    return words;
}

void draw_kit_choices(ProposalModel& model, ProposalRequest const& request, RefusedFields& refused, Ui& ui) {
    for (std::size_t i = 0; i < model.kit_ids.size(); ++i) {
        std::vector<ui::Option> options{{"", ui.text("proposal.no_kit_chosen")}};
        for (ProposalKit const* kit : kits_for(model, request, i)) options.push_back({to_text(kit->id), kit_option(ui, *kit)});
        std::string chosen = model.kit_ids[i];
        std::string const label = request.decision.quantity == 1
                                      ? ui.text("loan.kit_id")
                                      : ui.text("proposal.kit_number", {{"number", ui.number(static_cast<std::int64_t>(i) + 1)}});
        if (ui.choice("kit." + std::to_string(i), label, chosen, options, {.error = refused.at("kit_ids." + std::to_string(i))}))
            return choose_kit(model, request, i, std::move(chosen));
    }
}

void draw_pin_fields(ProposalModel& model, ScreenContext const& context, ProposalRequest const& request, RefusedFields& refused, Ui& ui) {
    std::vector<ui::Option> choices;
    for (auto const& [choice, word] : EnumWords<PinChoice>::values)
        choices.push_back({std::string{word}, ui.text("proposal.pin." + std::string{word})});
    std::string choice{word_of(model.pin_choice)};
    if (ui.choice("pin", ui.text("proposal.pin"), choice, choices, {.error = refused.at("kit_ids")}))
        model.pin_choice = enum_of<PinChoice>(choice).value_or(PinChoice::rules);
    if (model.pin_choice == PinChoice::kits) draw_kit_choices(model, request, refused, ui);
    if (ui.button("store_pin", ui.text("proposal.store_pin"), ui::Button::secondary,
                  {.icon = embedded::icon_lock, .enabled = pin_differs(model, request) && !model.changing}))
        send_pin(model, context.api);
}

void draw_distance(ProposalModel& model, ScreenContext const& context, RefusedFields& refused, Ui& ui) {
    ui.row("distance", {.align = ui::RowAlign::bottom}, [&] {
        ui.text_field("distance_km", ui.text("school_distance.distance_km"), model.distance,
                      {.error = refused.at("distance_km"), .max_length = 4, .input_mode = "numeric", .width = 240});
        if (ui.button("store_distance", ui.text("proposal.store_distance"), ui::Button::secondary, {.enabled = !model.changing}))
            send_distance(model, context.api);
    });
}

} // namespace

void draw_decision_dialog(ProposalModel& model, ScreenContext const& context, Ui& ui) {
    ProposalRequest const* const request = find_request(model, model.open_request);
    if (request == nullptr || model.asks_accept) return;
    bool open = true;
    bool accept = false;
    std::string const sentence = decision_text(ui.strings(), request->decision);
    ui.dialog("decision", request->school_code + " · " + request->decision.school_name, open, {.width = 640, .description = sentence}, [&] {
        ui.paragraph("sentence", sentence, ui::TextKind::strong);
        draw_facts_of_request(*request, ui);
        draw_shares(request->decision, ui);
        ui.divider("set");
        RefusedFields refused{ui, fields_of(model.refused)};
        draw_pin_fields(model, context, *request, refused, ui);
        if (model.proposal.value()->rules.distance) draw_distance(model, context, refused, ui);
        draw_refused(ui.text("loans.not_done"), refused, model.refused, ui);
        if (!request->loan_ids.empty()) ui.link("loan", ui.text("proposal.to_loan", {{"number", loan_number(request->loan_ids.front())}}), loan_route(request->loan_ids.front()));
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.close"), ui::Button::secondary)) open = false;
            accept = ui.button("accept", ui.text("proposal.accept_one"), ui::Button::primary,
                               {.icon = embedded::icon_check, .enabled = !model.changing && !pin_differs(model, *request), .popup = true});
        });
    });
    if (accept) ask_to_accept(model, {request->id});
    if (!open) context.go(proposal_route(model.school_year), HistoryMode::replace);
}

void draw_accept_dialog(ProposalModel& model, ScreenContext const& context, Ui& ui) {
    if (!model.asks_accept) return;
    AcceptanceCounts const counts = counts_of(model);
    std::string const promised = ui.count_text("proposal.kits_promised", counts.approved);
    std::string const wait = ui.count_text("proposal.kits_wait", counts.waiting);
    std::string const words = counts.waiting == 0    ? promised + "."
                              : counts.approved == 0 ? wait + "."
                                                     : ui.text("proposal.accept_words", {{"approved", promised}, {"waiting", wait}});
    ui.dialog("accept", ui.text(model.accepting.empty() ? "proposal.accept" : "proposal.accept_some"), model.asks_accept, {.description = words}, [&] {
        ui.paragraph("words", words);
        ui.muted("more", ui.text("proposal.accept_more"));
        draw_refused(ui.text("loans.not_done"), {ui, fields_of(model.refused)}, model.refused, ui);
        bool send = false;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) model.asks_accept = false;
            send = ui.button("send", ui.text("proposal.accept_now"), ui::Button::primary, {.icon = embedded::icon_check, .busy = model.changing});
        });
        if (send) send_acceptance(model, context.api);
    });
}

} // namespace schulkit
