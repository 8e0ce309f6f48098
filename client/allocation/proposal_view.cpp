#include "client/allocation/proposal_screen.hpp"
#include "client/error_text.hpp"
#include "client/loans/loan_words.hpp"
#include "client/school_years/school_year_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"
#include "shared/allocation/allocation_words.hpp"

#include <algorithm>

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

constexpr std::size_t tags_in_a_cell = 6;

std::string join_tags(std::vector<std::string> const& tags) {
    std::string words;
    for (std::size_t i = 0; i < tags.size() && i < tags_in_a_cell; ++i) {
        if (i > 0) words += ", ";
        words += tags[i];
    }
    return tags.size() > tags_in_a_cell ? words + " …" : words;
}

std::string kits_text(Ui const& ui, AllocationDecision const& decision) {
    auto const given = static_cast<std::int64_t>(decision.kit_ids.size());
    std::string const count = ui.text("proposal.given_of", {{"given", ui.number(given)}, {"wanted", ui.number(decision.quantity)}});
    return given == 0 ? count : count + ": " + join_tags(decision.kit_tags);
}

void fill_outcome(Ui const& ui, ProposalRequest const& request, ui::TableRow& row) {
    auto const given = static_cast<std::int64_t>(request.decision.kit_ids.size());
    char const* const key = given == 0                         ? "proposal.waits"
                            : given < request.decision.quantity ? "proposal.partly"
                                                                : "proposal.gets";
    ui::Tone const tone = given == 0                         ? ui::Tone::neutral
                          : given < request.decision.quantity ? ui::Tone::warning
                                                              : ui::Tone::success;
    ui::Icon const icon = request.pinned ? embedded::icon_lock : given == 0 ? embedded::icon_hourglass : embedded::icon_calendar_check;
    std::string words = ui.text(key);
    if (request.pinned) words = ui.text("proposal.by_hand", {{"words", words}});
    row.badge(words, tone, icon);
}

std::string request_route(ProposalModel const& model, Id<LoanRequest> id) {
    return proposal_route(model.school_year) + "?anfrage=" + to_text(id);
}

void draw_year_choice(ProposalModel& model, ScreenContext const& context, Ui& ui) {
    Page<SchoolYear> const* const years = model.years.value();
    if (years == nullptr) return;
    Date const today = to_berlin({context.api.platform().now_unix_ms()}).date;
    std::vector<ui::Option> options;
    for (SchoolYear const& year : years->items)
        if (phase_of(year, today) != SchoolYearPhase::past) options.push_back({year.id, school_year_text(year.id)});
    std::string chosen = model.school_year;
    if (ui.choice("year", ui.text("loan.school_year"), chosen, options, {.width = 190}))
        context.go(proposal_route(chosen), HistoryMode::push);
}

/// The rules that are on, the weightiest first.
void draw_rules(YearProposal const& proposal, Ui& ui) {
    struct Line {
        std::string_view name;
        std::int64_t points;
        bool by_amount = false; ///< so many points for each of something
    };
    AllocationRules const& rules = proposal.rules;
    std::vector<Line> lines;
    if (rules.requirements) lines.push_back({"requirements", rules.requirements_points});
    if (rules.last_year) lines.push_back({"last_year", rules.last_year_points});
    if (rules.running) lines.push_back({"running", rules.running_points});
    if (rules.distance) lines.push_back({"distance", rules.distance_points, true});
    if (rules.pupils) lines.push_back({"pupils", rules.pupils_points, true});
    std::stable_sort(lines.begin(), lines.end(), [](Line const& a, Line const& b) { return a.points > b.points; });
    std::string const title = ui.text("proposal.rules");
    ui.card("rules", {.title = title, .icon = embedded::icon_list_checks}, [&] {
        ui.definitions("rules", title, [&] {
            for (Line const& line : lines) {
                std::string const name{line.name};
                std::string const points = ui.count_text("proposal.weighs", line.points);
                ui.definition(line.name, ui.text("allocation_rules." + name),
                              line.by_amount ? ui.text("proposal.weighs_each." + name, {{"points", points}}) : points);
            }
        });
        if (rules.certain_kit) ui.paragraph("certain_kit", ui.text("allocation_rules.certain_kit") + ".");
        if (rules.least_quantity) ui.paragraph("least_quantity", ui.text("allocation_rules.least_quantity") + ".");
        ui.muted("from", proposal.rules_from ? ui.text("proposal.rules_from", {{"year", school_year_text(*proposal.rules_from)}})
                                             : ui.text("proposal.rules_usual"));
        ui.link_button("edit", ui.text("proposal.edit_rules"), proposal_route(proposal.school_year) + "/regeln", ui::Button::secondary,
                       {.icon = embedded::icon_pencil});
    });
}

void draw_rest(YearProposal const& proposal, Ui& ui) {
    if (proposal.rest.empty()) return;
    std::string const title = ui.text("proposal.stock");
    ui.card("stock", {.title = title, .icon = embedded::icon_briefcase}, [&] {
        ui.definitions("types", title, [&] {
            for (AllocationRest const& rest : proposal.rest) {
                auto const of_type = std::find_if(proposal.requests.begin(), proposal.requests.end(), [&](ProposalRequest const& request) {
                    return request.decision.kit_type_id == rest.kit_type_id;
                });
                if (of_type == proposal.requests.end()) continue;
                ui.definition(to_text(rest.kit_type_id), of_type->kit_type_name,
                              ui.text("proposal.stock_of_type",
                                      {{"asked", ui.number(rest.asked)},
                                       {"free", ui.number(rest.free)},
                                       {"rest", ui.number(static_cast<std::int64_t>(rest.kit_ids.size()))}}));
            }
        });
        for (KitAvailability const why : {KitAvailability::kept_back, KitAvailability::booked_later, KitAvailability::undelivered}) {
            std::vector<std::string> tags;
            for (ProposalKit const& kit : proposal.kits)
                if (kit.availability == why) tags.push_back(kit.tag);
            std::string const word{word_of(why)};
            if (!tags.empty())
                ui.muted(word, ui.count_text("proposal.not_given." + word, static_cast<std::int64_t>(tags.size()), {{"kits", join_tags(tags)}}));
        }
    });
}

bool has_several_types(YearProposal const& proposal) {
    return std::any_of(proposal.requests.begin(), proposal.requests.end(), [&](ProposalRequest const& request) {
        return request.decision.kit_type_id != proposal.requests.front().decision.kit_type_id;
    });
}

std::vector<ui::Column> decision_columns(Ui const& ui, bool with_type) {
    std::vector<ui::Column> columns{
        {.key = "number", .label = ui.text("loan.id"), .width = 80, .row_header = true},
        {.key = "school", .label = ui.text("loan.school_id"), .width = 200, .grow = 2, .card = CardPlace::title}};
    if (with_type) columns.push_back({.key = "type", .label = ui.text("loan.kit_type_id"), .width = 130, .drop_order = 1});
    columns.push_back({.key = "kits", .label = ui.text("allocation.kits"), .width = 150, .wraps = true});
    columns.push_back({.key = "outcome", .label = ui.text("proposal.outcome"), .width = 200, .card = CardPlace::badge});
    columns.push_back({.key = "reason", .label = ui.text("proposal.reason"), .width = 260, .grow = 3, .card = CardPlace::words, .wraps = true});
    return columns;
}

void fill_decision(ProposalModel const& model, Ui const& ui, ProposalRequest const& request, bool with_type, ui::TableRow& row) {
    row.key = to_text(request.id);
    row.route = request_route(model, request.id);
    row.text(request.loan_ids.empty() ? std::string{} : loan_number(request.loan_ids.front()));
    row.text(request.school_code + " · " + request.decision.school_name);
    if (with_type) row.muted(request.kit_type_name);
    row.text(kits_text(ui, request.decision));
    fill_outcome(ui, request, row);
    row.text(decision_text(ui.strings(), request.decision));
}

ui::PagerOptions pager_of_decisions(ProposalModel const& model, std::int64_t total) {
    std::int64_t const last = std::min(total, model.first_shown + decisions_on_a_page - 1);
    return {.first_shown = model.first_shown,
            .last_shown = last,
            .total = total,
            .has_previous = model.first_shown > 1,
            .has_next = last < total};
}

void draw_decisions(ProposalModel& model, ScreenContext const& context, YearProposal const& proposal, Ui& ui) {
    auto const total = static_cast<std::int64_t>(proposal.requests.size());
    ui::PagerOptions const pager = pager_of_decisions(model, total);
    bool const with_type = has_several_types(proposal);
    bool accept_chosen = false;
    auto const count = static_cast<std::int64_t>(model.chosen.size());
    auto const tools = [&] {
        accept_chosen = ui.button("accept_chosen", ui.text("proposal.accept_chosen", {{"count", ui.number(count)}}), ui::Button::secondary,
                                  {.icon = embedded::icon_check, .enabled = count > 0 && !model.changing, .popup = true});
    };
    ui.table("decisions",
             {.label = ui.text("proposal.decisions"),
              .columns = decision_columns(ui, with_type),
              .first_row = pager.first_shown,
              .total = total,
              .chosen = &model.chosen,
              .tools = tools},
             static_cast<int>(pager.last_shown - pager.first_shown + 1), [&](int index, ui::TableRow& row) {
                 fill_decision(model, ui, proposal.requests[static_cast<std::size_t>(pager.first_shown - 1 + index)], with_type, row);
             });
    ui::PageMove const move = total > decisions_on_a_page ? ui.pager("pages", pager) : ui::PageMove::none;
    if (move != ui::PageMove::none) {
        model.first_shown += move == ui::PageMove::next ? decisions_on_a_page : -decisions_on_a_page;
        context.api.platform().move_focus(FocusTarget::main_heading);
    }
    if (!accept_chosen) return;
    std::vector<Id<LoanRequest>> requests;
    for (ProposalRequest const& request : proposal.requests)
        if (model.chosen.contains(to_text(request.id))) requests.push_back(request.id);
    ask_to_accept(model, std::move(requests));
}

/// What the office has to know before it looks at the decisions.
void draw_proposal_notices(ProposalModel const& model, YearProposal const& proposal, Ui& ui) {
    bool const told_in_dialog = model.asks_accept || find_request(model, model.open_request) != nullptr;
    if (model.refused && !told_in_dialog) {
        std::string const& code = model.refused->fields.empty() ? model.refused->code : model.refused->fields.front().code;
        ui.alert("refused", ui::Tone::danger, ui.text("loans.not_done"), error_text(ui, code));
    }
    for (std::size_t i = 0; i < proposal.lost_pins.size(); ++i) {
        LostPin const& pin = proposal.lost_pins[i];
        ui.alert("lost." + std::to_string(i), ui::Tone::warning,
                 ui.text("proposal.lost_pin", {{"school", pin.school_code}, {"kit", pin.kit_tag}}), error_text(ui, pin.code));
    }
    if (proposal.left_out.empty()) return;
    std::string const title = ui.text("proposal.left_out");
    ui.card("left_out", {.title = title, .icon = embedded::icon_circle_alert}, [&] {
        ui.list("left_out", title, [&] {
            for (LeftOutRequest const& request : proposal.left_out)
                ui.list_link("request." + to_text(request.id),
                             {.title = request.school_code + " · " + request.school_name,
                              .detail = loan_number(request.loan_id) + ": " + error_text(ui, request.code),
                              .route = loan_route(request.loan_id),
                              .icon = embedded::icon_school});
        });
    });
}

void draw_known_proposal(ProposalModel& model, ScreenContext const& context, YearProposal const& proposal, Ui& ui) {
    draw_proposal_notices(model, proposal, ui);
    if (proposal.requests.empty()) {
        ui.empty_state("empty", {.icon = embedded::icon_inbox, .title = ui.text("proposal.empty"), .hint = ui.text("proposal.empty_hint")});
    } else {
        std::string const sum = ui.text("proposal.sum", {{"requests", ui.count_text("proposal.requests", static_cast<std::int64_t>(proposal.requests.size()))},
                                                         {"asked", ui.number(proposal.asked)},
                                                         {"given", ui.number(proposal.given)}});
        ui.paragraph("sum", sum, ui::TextKind::strong);
        ui.announce(sum);
        draw_decisions(model, context, proposal, ui);
    }
    ui.grid("ground", {.min_column = 420, .max_columns = 2}, [&] {
        draw_rules(proposal, ui);
        draw_rest(proposal, ui);
    });
}

void tell_what_is_done(ProposalModel& model, ScreenContext const& context, Ui& ui) {
    if (model.accepted) {
        context.toast(ui.text("proposal.accepted", {{"approved", ui.number(model.accepted->approved)}, {"waiting", ui.number(model.accepted->waiting)}}));
        model.accepted.reset();
        if (model.open_request) context.go(proposal_route(model.school_year), HistoryMode::replace);
    }
    if (!model.stored.empty()) {
        context.toast(ui.text(model.stored));
        model.stored.clear();
    }
}

} // namespace

void draw_proposal(ProposalModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("proposal.title", {{"year", school_year_text(model.school_year)}});
    YearProposal const* const proposal = model.proposal.value();
    tell_what_is_done(model, context, ui);
    ui.page("proposal", title, ui::page_width, [&] {
        ui.page_header("header", title,
                       {.subtitle = ui.text("proposal.words"), .back_label = ui.text("board.title"), .back_route = "#/planung"}, [&] {
                           if (proposal == nullptr || proposal->requests.empty()) return;
                           if (ui.button("accept", ui.text("proposal.accept"), ui::Button::primary,
                                         {.icon = embedded::icon_check, .enabled = !model.changing, .popup = true}))
                               ask_to_accept(model, {});
                       });
        ui.row("year", {.align = ui::RowAlign::bottom}, [&] { draw_year_choice(model, context, ui); });
        Error const* const error = model.proposal.error();
        if (proposal != nullptr) {
            if (error != nullptr) ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
            draw_known_proposal(model, context, *proposal, ui);
        } else if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("school_years.unknown"),
                                           .hint = ui.text("school_years.unknown_hint"),
                                           .action = ui.text("school_years.to_list")}))
                context.go("#/schuljahre", HistoryMode::push);
        } else if (error != nullptr && error->code == "past_school_year") {
            ui.empty_state("past", {.icon = embedded::icon_archive, .title = ui.text("error.past_school_year"), .hint = ui.text("proposal.past_hint")});
        } else if (error != nullptr) {
            if (ui.error_state("failed", ui.text("proposal.failed"), error_text(ui, error->code))) load_proposal(model, context.api);
        } else {
            ui.loading("loading", ui.text("proposal.loading"));
        }
    });
    draw_decision_dialog(model, context, ui);
    draw_accept_dialog(model, context, ui);
}

} // namespace schulkit
