#include "client/assets/asset_words.hpp"
#include "client/error_text.hpp"
#include "client/forms/record_form_view.hpp"
#include "client/trainings/training_form_screen.hpp"
#include "client/trainings/training_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

constexpr std::string_view trainings_route = "#/fortbildungen";

bool choose_requirement(TrainingFormModel& model, Ui& ui) {
    Training& draft = model.form.draft;
    std::vector<ui::Option> options{{"", ui.text("trainings.counts_for_nothing")}};
    std::string chosen = draft.requirement_code.value_or("");
    if (Page<Requirement> const* const page = model.requirements.value())
        for (Requirement const& each : page->items)
            if (each.active || each.code == chosen) options.push_back({each.code, each.label});
    if (!chosen.empty()) keep_choice(options, chosen);
    if (!ui.choice("requirement_code", ui.text("training.requirement_code"), chosen, options,
                   {.error = ui::error_for(ui, model.form.errors, "requirement_code"),
                    .hint = ui.text("trainings.requirement_hint")}))
        return false;
    draft.requirement_code = chosen.empty() ? std::nullopt : std::optional{chosen};
    std::erase_if(model.form.errors, [](FieldError const& error) { return error.field == "requirement_code"; });
    return true;
}

/// True: its number of people changed.
bool draw_school_line(TrainingFormModel& model, std::size_t at, std::optional<std::size_t>& removed, bool& readable, Ui& ui) {
    TrainingSchool& line = model.form.draft.schools[at];
    std::string const place = "schools." + std::to_string(at) + '.';
    std::string const name = line.school_code + " · " + line.school_name;
    bool changed = false;
    ui.group("line." + line.school_code, name, {.gap = 4}, [&] {
        ui.row("head", {.gap = 4}, [&] {
            ui.paragraph("name", name, ui::TextKind::strong);
            ui.push_right();
            if (ui.icon_button("remove", embedded::icon_trash_2, ui.text("trainings.remove_school", {{"school", line.school_code}})))
                removed = at;
        });
        FieldErrors own;
        for (FieldError const& error : model.form.errors)
            if (error.field.starts_with(place)) own.push_back({error.field.substr(place.size()), error.code, error.value});
        std::size_t const wrong = own.size();
        ui::Form fields{ui, line, own};
        changed = fields.edit<&TrainingSchool::people>({.width = 160});
        readable = readable && fields.readable();
        if (own.size() < wrong)
            std::erase_if(model.form.errors, [&](FieldError const& error) { return error.field.starts_with(place); });
    });
    return changed;
}

bool draw_school_lines(TrainingFormModel& model, ScreenContext const& context, bool& readable, Ui& ui) {
    bool changed = false;
    std::optional<std::size_t> removed;
    for (std::size_t at = 0; at < model.form.draft.schools.size(); ++at)
        changed |= draw_school_line(model, at, removed, readable, ui);
    if (removed) remove_school(model, context.api, *removed);
    std::vector<ui::Option> options{{"", ui.text("trainings.choose_school")}};
    for (School const& school : schools_to_add(model)) options.push_back({school.code, school.code + " · " + school.name});
    ui.row("add_row", {.align = ui::RowAlign::bottom}, [&] {
        ui.choice("add_school", ui.text("trainings.add_label"), model.chosen_school, options, {.width = 320});
        if (ui.button("add", ui.text("trainings.add_school"), ui::Button::secondary,
                      {.icon = embedded::icon_plus, .enabled = !model.chosen_school.empty()}))
            add_chosen_school(model, context.api);
    });
    std::string const words = ui::error_for(ui, model.form.errors, "schools");
    if (!words.empty()) ui.paragraph("schools_error", words, ui::TextKind::danger);
    return changed;
}

bool draw_training_fields(TrainingFormModel& model, ScreenContext const& context, Ui& ui) {
    RecordForm<Training>& form = model.form;
    bool changed = false;
    bool readable = true;
    ui.card("training", {.title = ui.text("trainings.one"), .icon = embedded::icon_calendar_days}, [&] {
        ui::Form fields{ui, form.draft, form.errors};
        ui.grid("fields", {.min_column = 240, .max_columns = 2}, [&] {
            changed |= fields.edit<&Training::title>();
            changed |= fields.edit<&Training::place>();
            changed |= fields.edit<&Training::held_on>();
            changed |= choose_requirement(model, ui);
        });
        if (!form.is_new) changed |= fields.edit<&Training::cancelled>({.hint = ui.text("trainings.cancelled_hint")});
        readable = fields.readable();
    });
    ui.card("schools", {.title = ui.text("training.schools"), .icon = embedded::icon_school}, [&] {
        ui.muted("words", ui.text("trainings.schools_words"));
        changed |= draw_school_lines(model, context, readable, ui);
    });
    if (changed) keep_draft(form, context.api);
    return readable;
}

void draw_known_training(TrainingFormModel& model, ScreenContext const& context, std::string const& title, Ui& ui) {
    RecordFormLook const look = {.key = "training",
                                 .title = title,
                                 .back_route = std::string{trainings_route},
                                 .label = [&](std::string_view place) {
                                     return place.starts_with("schools") ? ui.text("training.schools") : std::string{};
                                 }};
    bool const save =
        draw_record_form(model.form, context, look, ui, [&] { return draw_training_fields(model, context, ui); });
    if (!save) return;
    // in the language of this moment: the answer comes between frames
    std::string const words = ui.text(model.form.is_new ? "device_form.created" : "device_form.saved");
    save_training(model, context.api, [&context, words](Training const& stored) {
        context.toast(ui::fill_in(words, {{"name", stored.title}}));
        context.go(trainings_route, HistoryMode::replace);
    });
}

} // namespace

void draw_training_form(TrainingFormModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text(model.form.is_new ? "trainings.create" : "trainings.edit");
    bool const has_title = model.form.is_open && !model.form.is_new;
    ui.page("training_form", title, 960, [&] {
        ui.page_header("header", title,
                       {.subtitle = has_title ? model.form.before.title : std::string{},
                        .back_label = ui.text("trainings.title"),
                        .back_route = std::string{trainings_route}});
        if (model.form.is_open) {
            draw_known_training(model, context, title, ui);
        } else if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("trainings.unknown"),
                                           .hint = ui.text("app.nothing_hint"),
                                           .action = ui.text("trainings.to_list")}))
                context.go(trainings_route, HistoryMode::push);
        } else if (Error const* const error = model.loaded.error()) {
            if (ui.error_state("failed", ui.text("trainings.failed"), error_text(ui, error->code)))
                retry_training_form(model, context.api, context.me);
        } else {
            ui.loading("loading", ui.text("trainings.loading"));
        }
    });
}

} // namespace schulkit
