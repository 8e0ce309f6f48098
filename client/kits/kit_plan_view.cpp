// The lines of a kit type's plan, as they are edited.

#include "client/assets/asset_words.hpp"
#include "client/kits/kit_type_form_screen.hpp"
#include "client/kits/kit_type_words.hpp"
#include "client/ui/form.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

constexpr ui::GridOptions line_grid = {.min_column = 140, .gap = 12, .max_columns = 4};

std::string line_name(Ui const& ui, std::string const& label, std::size_t at) {
    return label.empty() ? ui.text("kit_types.line", {{"number", ui.number(static_cast<std::int64_t>(at) + 1)}}) : label;
}

/// What the line is, and what can be done with it.
LineAct draw_line_head(std::string const& title, std::string const& name, std::size_t at, std::size_t count, Ui& ui) {
    LineAct act = LineAct::none;
    ui.row("head", {.gap = 4}, [&] {
        ui.paragraph("title", title, ui::TextKind::strong);
        ui.push_right();
        if (ui.icon_button("up", embedded::icon_arrow_up, ui.text("kit_types.move_up", {{"line", name}}), {.enabled = at > 0}))
            act = LineAct::up;
        if (ui.icon_button("down", embedded::icon_arrow_down, ui.text("kit_types.move_down", {{"line", name}}),
                           {.enabled = at + 1 < count}))
            act = LineAct::down;
        if (ui.icon_button("remove", embedded::icon_trash_2, ui.text("kit_types.remove_line", {{"line", name}})))
            act = LineAct::remove;
    });
    return act;
}

std::string told_of(Ui const& ui, LineAct act, std::string const& name, std::size_t at) {
    if (act == LineAct::remove) return ui.text("kit_types.line_removed", {{"line", name}});
    std::size_t const now = act == LineAct::up ? at : at + 2;
    return ui.text("kit_types.line_moved", {{"line", name}, {"number", ui.number(static_cast<std::int64_t>(now))}});
}

/// The lists of a type, and what of their drawing differs.
template <class Line> struct PlanList {
    std::string_view name; ///< of the field
    std::vector<Line>& lines;
    LineKeys& keys;
    std::string Line::*label;
    std::string_view add; ///< key of the button's words
};

/// `fields(line, form, at)` draws those of one line; true: something was changed.
template <class Line, class Title, class Fields>
bool draw_lines(KitTypeFormModel& model, PlanList<Line> const& list, bool& readable, Ui& ui, Title title, Fields fields) {
    bool changed = false;
    LineAct act = LineAct::none;
    std::size_t acted = 0;
    list.keys.fit(list.lines.size());
    for (std::size_t at = 0; at < list.lines.size(); ++at) {
        Line& line = list.lines[at];
        std::string const key = std::to_string(list.keys.keys[at]);
        if (at > 0) ui.divider("line." + key);
        std::string const name = line_name(ui, line.*list.label, at);
        ui.group("line." + key, name, {.gap = 4}, [&] {
            LineAct const wanted = draw_line_head(title(at), name, at, list.lines.size(), ui);
            if (wanted != LineAct::none) {
                act = wanted;
                acted = at;
            }
            FieldErrors own = take_line_errors(model.form.errors, list.name, at);
            ui::Form form{ui, line, own};
            changed |= fields(line, form, own, at);
            readable = readable && form.readable();
            put_line_errors(model.form.errors, list.name, at, std::move(own));
        });
    }
    if (act != LineAct::none) {
        std::string const name = line_name(ui, list.lines[acted].*list.label, acted);
        if (change_line(list.lines, list.keys, acted, act)) {
            model.told = told_of(ui, act, name, acted);
            forget_list_errors(model.form.errors, list.name);
            changed = true;
        }
    }
    if (ui.button("add", ui.text(list.add), ui::Button::secondary, {.icon = embedded::icon_plus})) {
        list.lines.emplace_back();
        list.keys.fit(list.lines.size());
        forget_list_errors(model.form.errors, list.name);
        model.line_is_new = true;
        changed = true;
    }
    return changed;
}

bool edit_wanted_category(KitTypeFormModel const& model, KitTypeSlot& line, FieldErrors& errors, Ui& ui) {
    std::vector<ui::Option> options{{"", ui.text("kit_types.any_category")}};
    if (Page<Category> const* const categories = model.categories.value())
        for (Category const& category : categories->items) options.push_back({category.name, category.name});
    std::string chosen = line.category.value_or("");
    if (!chosen.empty()) keep_choice(options, chosen);
    if (!ui.choice("category", ui.text("asset.category"), chosen, options, {.error = ui::error_for(ui, errors, "category")}))
        return false;
    line.category = chosen.empty() ? std::nullopt : std::optional{chosen};
    std::erase_if(errors, [](FieldError const& error) { return error.field == "category"; });
    return true;
}

void draw_list_error(KitTypeFormModel const& model, std::string_view list, Ui& ui) {
    std::string const words = ui::error_for(ui, model.form.errors, list);
    if (!words.empty()) ui.paragraph("error", words, ui::TextKind::danger);
}

bool draw_slot_lines(KitTypeFormModel& model, bool& readable, Ui& ui) {
    bool changed = false;
    KitType& plan = model.form.draft;
    ui.card("slots", {.title = ui.text("kit_type.slots"), .icon = embedded::icon_tablet}, [&] {
        ui.muted("words", ui.text("kit_types.slots_words"));
        if (model.form.before.kits > 0)
            ui.muted("kept", ui.count_text("kit_types.kits_keep_slots", model.form.before.kits));
        draw_list_error(model, "slots", ui);
        std::int64_t first = 1;
        auto const title = [&](std::size_t at) {
            std::int64_t const last = first + std::max<std::int64_t>(plan.slots[at].quantity, 1) - 1;
            std::string words = slots_text(ui, first, last);
            first = last + 1;
            return words;
        };
        changed = draw_lines<KitTypeSlot>(
            model, {"slots", plan.slots, model.slots, &KitTypeSlot::label, "kit_types.add_slot"}, readable, ui, title,
            [&](KitTypeSlot& line, ui::Form<KitTypeSlot>& form, FieldErrors& own, std::size_t) {
                bool edited = false;
                ui.grid("fields", line_grid, [&] {
                    edited |= form.edit<&KitTypeSlot::label>({.placeholder = ui.text("kit_types.slot_example")});
                    edited |= edit_wanted_category(model, line, own, ui);
                    bool const model_edited = form.edit<&KitTypeSlot::model>({.placeholder = ui.text("kit_types.any_model")});
                    if (model_edited) std::erase_if(own, [](FieldError const& error) { return error.field == "category"; });
                    edited |= model_edited;
                    edited |= form.edit<&KitTypeSlot::quantity>();
                });
                return edited;
            });
    });
    return changed;
}

bool draw_accessory_lines(KitTypeFormModel& model, bool& readable, Ui& ui) {
    bool changed = false;
    KitType& plan = model.form.draft;
    ui.card("accessories", {.title = ui.text("kit_type.accessories"), .icon = embedded::icon_package}, [&] {
        ui.muted("words", ui.text("kit_types.accessories_words"));
        auto const title = [&](std::size_t at) { return line_name(ui, "", at); };
        changed = draw_lines<KitTypeAccessory>(
            model, {"accessories", plan.accessories, model.accessories, &KitTypeAccessory::label, "kit_types.add_accessory"},
            readable, ui, title, [&](KitTypeAccessory&, ui::Form<KitTypeAccessory>& form, FieldErrors&, std::size_t) {
                bool edited = false;
                ui.grid("fields", line_grid, [&] {
                    edited |= form.edit<&KitTypeAccessory::label>();
                    edited |= form.edit<&KitTypeAccessory::quantity>();
                });
                return edited;
            });
    });
    return changed;
}

bool draw_app_lines(KitTypeFormModel& model, Date const& today, bool& readable, Ui& ui) {
    bool changed = false;
    KitType& plan = model.form.draft;
    ui.card("apps", {.title = ui.text("kit_type.apps"), .icon = embedded::icon_smartphone}, [&] {
        ui.muted("words", ui.text("kit_types.apps_words"));
        auto const title = [&](std::size_t at) { return line_name(ui, "", at); };
        changed = draw_lines<KitTypeApp>(
            model, {"apps", plan.apps, model.apps, &KitTypeApp::name, "kit_types.add_app"}, readable, ui, title,
            [&](KitTypeApp& line, ui::Form<KitTypeApp>& form, FieldErrors&, std::size_t) {
                bool edited = false;
                ui.grid("fields", line_grid, [&] {
                    edited |= form.edit<&KitTypeApp::name>();
                    edited |= form.edit<&KitTypeApp::licences>({.placeholder = ui.text("kit_types.no_licences")});
                    edited |= form.edit<&KitTypeApp::privacy_released_on>();
                    edited |= form.edit<&KitTypeApp::privacy_released_until>();
                });
                if (!line.name.empty()) draw_shortfall(ui, plan_as_typed(model), line, today);
                return edited;
            });
    });
    return changed;
}

} // namespace

bool draw_plan(KitTypeFormModel& model, ScreenContext const& context, bool& readable, Ui& ui) {
    if (model.line_is_new) { // it is drawn for the first time
        model.line_is_new = false;
        context.api.platform().move_focus(FocusTarget::new_field);
    }
    bool changed = draw_slot_lines(model, readable, ui);
    changed |= draw_accessory_lines(model, readable, ui);
    changed |= draw_app_lines(model, to_berlin({context.api.platform().now_unix_ms()}).date, readable, ui);
    if (!model.told.empty()) ui.announce(model.told);
    return changed;
}

} // namespace schulkit
