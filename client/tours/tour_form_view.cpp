#include "client/error_text.hpp"
#include "client/forms/record_form_view.hpp"
#include "client/tours/tour_form_screen.hpp"
#include "client/tours/tour_look.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

std::string place_of_stop(std::size_t at, std::string_view field) {
    std::string place = "stops." + std::to_string(at) + '.';
    place += field;
    return place;
}

void forget_stop_errors(FieldErrors& errors) {
    std::erase_if(errors, [](FieldError const& error) { return error.field.starts_with("stops"); });
}

std::string error_of_stop(TourFormModel const& model, Ui const& ui, std::size_t at, std::string_view field) {
    std::string const place = place_of_stop(at, field);
    for (FieldError const& error : model.form.errors)
        if (error.field == place) return error_at(ui, error);
    return {};
}

bool edit_time(TourFormModel& model, std::size_t at, char const* field, std::optional<std::string>& time, char const* example, Ui& ui) {
    std::string typed = time.value_or("");
    std::string label{"tours."};
    label += field;
    if (!ui.text_field(field, ui.text(label), typed,
                       {.error = error_of_stop(model, ui, at, field), .placeholder = example, .max_length = 9, .code = true, .width = 150}))
        return false;
    time = typed.empty() ? std::nullopt : std::optional{typed};
    std::erase_if(model.form.errors, [&](FieldError const& error) { return error.field == place_of_stop(at, field); });
    return true;
}

LineAct draw_stop_head(TourFormModel const& model, std::size_t at, Ui& ui) {
    LineAct act = LineAct::none;
    Tour const& tour = model.form.draft;
    std::string const& code = tour.stops[at].school_code;
    ui.row("head", {.gap = 4}, [&] {
        ui.paragraph("title", stop_title(ui, tour, at), ui::TextKind::strong);
        ui.push_right();
        if (ui.icon_button("up", embedded::icon_arrow_up, ui.text("kit_types.move_up", {{"line", code}}), {.enabled = at > 0}))
            act = LineAct::up;
        if (ui.icon_button("down", embedded::icon_arrow_down, ui.text("kit_types.move_down", {{"line", code}}),
                           {.enabled = at + 1 < tour.stops.size()}))
            act = LineAct::down;
        if (ui.icon_button("remove", embedded::icon_trash_2, ui.text("kit_types.remove_line", {{"line", code}}))) act = LineAct::remove;
    });
    return act;
}

bool edit_fetched(TourFormModel& model, std::size_t at, Ui& ui) {
    bool changed = false;
    TourStop& stop = model.form.draft.stops[at];
    for (DueReturn const& due : returns_at(model, stop)) {
        bool fetched = fetches(stop, due.loan_id);
        std::string const kit = due.kit_tag ? *due.kit_tag + " · " + due.kit_name.value_or("") : due.kit_type_name;
        std::string hint = ui.text("summer.until", {{"date", ui.date(due.due_on)}});
        if (due.days_late > 0) hint = ui.count_text("tours.late", due.days_late);
        if (!ui.checkbox("loan." + to_text(due.loan_id), kit, fetched, {.hint = hint})) continue;
        set_fetched(stop, due.loan_id, fetched);
        std::erase_if(model.form.errors, [&](FieldError const& error) { return error.field == place_of_stop(at, "loans"); });
        changed = true;
    }
    std::string const wrong = error_of_stop(model, ui, at, "loans");
    if (!wrong.empty()) ui.paragraph("wrong", wrong, ui::TextKind::danger);
    return changed;
}

bool draw_stop_lines(TourFormModel& model, Ui& ui) {
    bool changed = false;
    LineAct act = LineAct::none;
    std::size_t acted = 0;
    std::vector<TourStop>& stops = model.form.draft.stops;
    model.stops.fit(stops.size());
    for (std::size_t at = 0; at < stops.size(); ++at) {
        std::string const key = "stop." + std::to_string(model.stops.keys[at]);
        if (at > 0) ui.divider(key);
        ui.group(key, stops[at].school_code, {.gap = 8}, [&] {
            LineAct const wanted = draw_stop_head(model, at, ui);
            if (wanted != LineAct::none) {
                act = wanted;
                acted = at;
            }
            ui.row("times", {.align = ui::RowAlign::top}, [&] {
                changed |= edit_time(model, at, "arrives_from", stops[at].arrives_from, "09:00", ui);
                changed |= edit_time(model, at, "arrives_until", stops[at].arrives_until, "09:45", ui);
            });
            changed |= edit_fetched(model, at, ui);
        });
    }
    if (act == LineAct::none) return changed;
    std::string const code = stops[acted].school_code;
    if (!change_line(stops, model.stops, acted, act)) return changed;
    std::size_t const now = act == LineAct::up ? acted : acted + 2;
    model.told = act == LineAct::remove
                     ? ui.text("kit_types.line_removed", {{"line", code}})
                     : ui.text("kit_types.line_moved", {{"line", code}, {"number", ui.number(static_cast<std::int64_t>(now))}});
    forget_stop_errors(model.form.errors);
    return true;
}

/// Without the list of what is due there is nothing to choose from, neither kits nor schools.
bool draw_due_state(TourFormModel& model, ScreenContext const& context, Ui& ui) {
    if (Error const* const error = model.due.error()) {
        if (ui.error_state("due_failed", ui.text("summer.failed"), error_text(ui, error->code)))
            retry_tour_form(model, context.api, context.me);
    } else if (model.due.value() == nullptr) {
        ui.loading("due_loading", ui.text("summer.loading"));
    }
    return model.due.value() != nullptr;
}

bool draw_adding(TourFormModel& model, Ui& ui) {
    std::vector<DueReturn> const schools = schools_to_add(model);
    if (schools.empty()) {
        ui.muted("no_more", ui.text("tours.no_more_schools"));
        return false;
    }
    bool added = false;
    std::vector<ui::Option> options;
    for (DueReturn const& each : schools) options.push_back({to_text(each.school_id), each.school_code + " · " + each.school_name});
    ui.row("adding", {.align = ui::RowAlign::bottom}, [&] {
        ui.choice("school", ui.text("tours.school_to_add"), model.school_to_add, options, {.width = 320});
        Id<School> school;
        if (ui.button("add", ui.text("tours.add_stop"), ui::Button::secondary, {.icon = embedded::icon_plus}) &&
            from_text(model.school_to_add, school)) {
            add_stop(model, school);
            model.told = ui.text("tours.stop_added", {{"school", model.form.draft.stops.back().school_code}});
            model.school_to_add.clear();
            forget_stop_errors(model.form.errors);
            added = true;
        }
    });
    return added;
}

bool draw_tour_fields(TourFormModel& model, ScreenContext const& context, Ui& ui) {
    RecordForm<Tour>& form = model.form;
    bool changed = false;
    bool readable = true;
    ui.card("tour", {.title = ui.text("tours.tour"), .icon = embedded::icon_calendar_days}, [&] {
        ui::Form fields{ui, form.draft, form.errors};
        ui.grid("fields", {.min_column = 260, .max_columns = 2}, [&] {
            changed |= fields.edit<&Tour::drives_on>();
            changed |= fields.edit<&Tour::driver>();
        });
        changed |= fields.edit<&Tour::note>({.rows = 2});
        readable = fields.readable();
    });
    ui.card("stops", {.title = ui.text("tours.stops"), .icon = embedded::icon_map_pin}, [&] {
        ui.muted("words", ui.text("tours.stops_words"));
        std::string const wrong = ui::error_for(ui, form.errors, "stops");
        if (!wrong.empty()) ui.paragraph("wrong", wrong, ui::TextKind::danger);
        changed |= draw_stop_lines(model, ui);
        if (draw_due_state(model, context, ui)) changed |= draw_adding(model, ui);
    });
    if (!model.told.empty()) ui.announce(model.told);
    if (changed) keep_draft(form, context.api);
    return readable;
}

/// "GYM-03, Von"
std::string label_of_stop(TourFormModel const& model, Ui const& ui, std::string_view place) {
    std::size_t const dot = place.find('.');
    if (dot == std::string_view::npos) return {};
    std::size_t const end = place.find('.', dot + 1);
    std::int64_t at = 0;
    if (end == std::string_view::npos || !from_text(place.substr(dot + 1, end - dot - 1), at)) return {};
    auto const index = static_cast<std::size_t>(at);
    if (index >= model.form.draft.stops.size()) return {};
    return model.form.draft.stops[index].school_code + ", " + label_of_field<TourStop>(ui, place.substr(end + 1));
}

void draw_open_form(TourFormModel& model, ScreenContext const& context, std::string const& title, std::string const& back, Ui& ui) {
    RecordFormLook const look = {.key = "tour",
                                 .title = title,
                                 .back_route = back,
                                 .label = [&](std::string_view place) { return label_of_stop(model, ui, place); }};
    bool const save = draw_record_form(model.form, context, look, ui, [&] { return draw_tour_fields(model, context, ui); });
    if (!save) return;
    // in the language of this moment: the answer comes between frames
    std::string const words = ui.text("tours.saved");
    save_tour(model, context.api, [&context, words](Tour const& stored) {
        context.toast(words);
        context.go(tour_route(stored.id), HistoryMode::replace);
    });
}

} // namespace

void draw_tour_form(TourFormModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text(model.id ? "tours.edit" : "tours.plan");
    std::string back = "#/sommer";
    if (model.id)
        back = tour_route(model.id);
    else if (!model.school_year.empty())
        back += "?jahr=" + model.school_year;
    ui.page("tour_form", title, 960, [&] {
        ui.page_header("header", title, {.back_label = ui.text(model.id ? "tours.tour" : "summer.title"), .back_route = back});
        if (model.form.is_open) return draw_open_form(model, context, title, back, ui);
        if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("tours.unknown"),
                                           .hint = ui.text("app.nothing_hint"),
                                           .action = ui.text("tours.to_summer")}))
                context.go("#/sommer", HistoryMode::push);
        } else if (Error const* const error = load_error(model)) {
            if (ui.error_state("failed", ui.text("summer.failed"), error_text(ui, error->code)))
                retry_tour_form(model, context.api, context.me);
        } else {
            ui.loading("loading", ui.text("summer.loading"));
        }
    });
}

} // namespace schulkit
