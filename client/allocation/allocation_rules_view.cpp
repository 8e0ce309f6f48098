#include "client/allocation/allocation_rules_screen.hpp"
#include "client/allocation/proposal_model.hpp"
#include "client/error_text.hpp"
#include "client/forms/record_form_view.hpp"
#include "client/school_years/school_year_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

/// A rule, and what it weighs while it is on.
template <auto Switch, auto Points> bool edit_rule(ui::Form<AllocationRules>& fields, AllocationRules const& rules, std::string_view key, Ui& ui) {
    bool changed = false;
    ui.column(key, {.gap = 8}, [&] {
        changed |= fields.edit<Switch>();
        changed |= fields.edit<Points>({.enabled = rules.*Switch});
    });
    return changed;
}

bool draw_rule_fields(AllocationRulesModel& model, ScreenContext const& context, Ui& ui) {
    using R = AllocationRules;
    RecordForm<AllocationRules>& form = model.form;
    R& rules = form.draft;
    ui::Form<AllocationRules> fields{ui, rules, form.errors};
    bool changed = false;
    ui.card("first", {.title = ui.text("proposal.who_first"), .icon = embedded::icon_arrow_down_up}, [&] {
        ui.muted("words", ui.text("proposal.who_first_words"));
        ui.grid("rules", {.min_column = 340, .gap = 24, .max_columns = 2}, [&] {
            changed |= edit_rule<&R::requirements, &R::requirements_points>(fields, rules, "requirements", ui);
            changed |= edit_rule<&R::last_year, &R::last_year_points>(fields, rules, "last_year", ui);
            changed |= edit_rule<&R::running, &R::running_points>(fields, rules, "running", ui);
            changed |= edit_rule<&R::distance, &R::distance_points>(fields, rules, "distance", ui);
            changed |= edit_rule<&R::pupils, &R::pupils_points>(fields, rules, "pupils", ui);
        });
    });
    ui.card("kits", {.title = ui.text("proposal.which_kits"), .icon = embedded::icon_briefcase}, [&] {
        changed |= fields.edit<&R::certain_kit>();
        changed |= fields.edit<&R::least_quantity>();
        ui.grid("points", {.min_column = 340, .gap = 24, .max_columns = 2}, [&] {
            changed |= fields.edit<&R::needed_kit_points>();
            changed |= fields.edit<&R::further_kit_points>();
        });
    });
    if (changed) keep_draft(form, context.api);
    if (ui.button("usual", ui.text("proposal.usual_rules"), ui::Button::quiet, {.icon = embedded::icon_rotate_ccw})) {
        choose_usual_rules(model, context.api);
        ui.forget_typed();
    }
    return fields.readable();
}

void draw_rules_form(AllocationRulesModel& model, ScreenContext const& context, std::string const& title, Ui& ui) {
    std::string const back = proposal_route(model.school_year);
    RecordFormLook const look = {.key = "allocation_rules", .title = title, .back_route = back};
    bool const save = draw_record_form(model.form, context, look, ui, [&] { return draw_rule_fields(model, context, ui); });
    if (!save) return;
    std::string const words = ui.text("proposal.rules_stored");
    save_allocation_rules(model, context.api, [&context, words, back](AllocationRules const&) {
        context.toast(words);
        context.go(back, HistoryMode::replace);
    });
}

} // namespace

void draw_allocation_rules(AllocationRulesModel& model, ScreenContext const& context, Ui& ui) {
    std::string const year = school_year_text(model.school_year);
    std::string const title = ui.text("proposal.rules_of", {{"year", year}});
    ui.page("allocation_rules", title, 960, [&] {
        ui.page_header("header", title,
                       {.subtitle = ui.text("proposal.rules_words"),
                        .back_label = ui.text("proposal.title", {{"year", year}}),
                        .back_route = proposal_route(model.school_year)});
        if (model.form.is_open) return draw_rules_form(model, context, title, ui);
        if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("school_years.unknown"),
                                           .hint = ui.text("school_years.unknown_hint"),
                                           .action = ui.text("school_years.to_list")}))
                context.go("#/schuljahre", HistoryMode::push);
        } else if (Error const* const error = model.loaded.error()) {
            if (ui.error_state("failed", ui.text("proposal.failed"), error_text(ui, error->code)))
                reload_allocation_rules(model, context.api, context.me);
        } else {
            ui.loading("loading", ui.text("proposal.loading"));
        }
    });
}

} // namespace schulkit
