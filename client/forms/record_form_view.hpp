#pragma once
// What every form of a record shows around its fields: what was kept, what somebody else changed, what is wrong, and the
// buttons below.

#include "client/error_text.hpp"
#include "client/forms/record_form.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/screen.hpp"
#include "client/ui/form.hpp"
#include "embedded/icons.hpp"

namespace schulkit {

// --- how a value reads in the list of somebody else's changes ---
inline std::string shown_value(ui::Ui const&, std::string const& value) { return value; }
inline std::string shown_value(ui::Ui const& ui, std::int64_t value) { return ui.number(value); }
inline std::string shown_value(ui::Ui const& ui, Date const& value) { return ui.date(value); }
inline std::string shown_value(ui::Ui const& ui, bool value) { return ui.text(value ? "ui.yes" : "ui.no"); }
template <class V> std::string shown_value(ui::Ui const& ui, V const& value) {
    if constexpr (is_optional<V>::value)
        return value ? shown_value(ui, *value) : std::string{};
    else if constexpr (requires { lines_text(ui, value); })
        return lines_text(ui, value);
    else
        return {}; // what the server makes: no form changes it
}
/// The words of an enumeration stand below the field's label: "feedback.again.yes".
template <class V> std::string shown_member(ui::Ui const& ui, std::string_view label, V const& value) {
    if constexpr (is_optional<V>::value)
        return value ? shown_member(ui, label, *value) : std::string{};
    else if constexpr (NamedEnum<V>)
        return ui.text(std::string{label} + '.' + std::string{word_of(value)});
    else
        return shown_value(ui, value);
}
template <Entity T> std::string shown_field(ui::Ui const& ui, T const& record, std::string_view name) {
    std::string words;
    for_each_field<T>([&](auto const& f) {
        if (f.name == name) words = shown_member(ui, f.label, record.*f.member);
    });
    return words.empty() ? ui.text("history.nothing") : words;
}

/// The label of a top-level field.
template <Entity T> std::string label_of_field(ui::Ui const& ui, std::string_view name) {
    std::string label;
    for_each_field<T>([&](auto const& f) {
        if (f.name == name && !f.label.empty()) label = ui.text(f.label);
    });
    return label;
}

struct RecordFormLook {
    std::string key = {};
    std::string title = {};
    std::string back_route = {}; ///< where "cancel" leads
    /// What the summary of errors calls a place: "slots.2.label". Empty: the field's own label.
    std::function<std::string(std::string_view place)> label = {};
};

template <Entity T> void discard_form(RecordForm<T>& form, ScreenContext const& context, ui::Ui& ui) {
    discard_draft(form, context.api);
    ui.forget_typed();
}

/// What somebody else has changed of `base`. Returns the field whose own value is to be given up.
template <Entity T>
std::string draw_merged(std::vector<MergedField> const& others, T const& base, T const& stored, T const& own, ui::Ui& ui) {
    std::string given_up;
    if (others.empty()) return given_up;
    ui.alert("stale", ui::Tone::danger, ui.text("form.stale"),
             ui.text(overwrites(others) ? "device_form.stale_both" : "device_form.stale_joined"));
    ui.card("others", {.title = ui.text("device_form.others"), .icon = embedded::icon_users}, [&] {
        for (MergedField const& merged : others) {
            std::string const label = label_of_field<T>(ui, merged.field);
            std::string const before = shown_field(ui, base, merged.field);
            std::string const now = shown_field(ui, stored, merged.field);
            if (merged.outcome == MergeOutcome::taken) {
                ui.paragraph(merged.field,
                             ui.text("device_form.taken", {{"field", label}, {"before", before}, {"now", now}}));
                continue;
            }
            ui.row(merged.field, [&] {
                ui.paragraph("words",
                             ui.text("device_form.kept", {{"field", label},
                                                          {"before", before},
                                                          {"now", now},
                                                          {"own", shown_field(ui, own, merged.field)}}),
                             ui::TextKind::strong);
                if (ui.button("theirs", ui.text("device_form.take_theirs", {{"field", label}}))) given_up = merged.field;
            });
        }
    });
    return given_up;
}

template <Entity T> void draw_others(RecordForm<T>& form, ScreenContext const& context, ui::Ui& ui) {
    std::string const given_up = draw_merged(form.others, form.others_base, form.before, form.draft, ui);
    if (given_up.empty()) return;
    take_theirs(form, context.api, given_up);
    ui.forget_typed();
}

template <Entity T>
void draw_form_notices(RecordForm<T>& form, ScreenContext const& context, RecordFormLook const& look, ui::Ui& ui) {
    if (form.restored) {
        ui.alert("restored", ui::Tone::info, ui.text("device_form.restored"), ui.text("device_form.restored_words"));
        if (ui.button("forget", ui.text("device_form.forget"), ui::Button::quiet, {.icon = embedded::icon_rotate_ccw}))
            discard_form(form, context, ui);
    }
    if (form.changed_meanwhile) {
        ui.card("meanwhile", {}, [&] {
            ui.paragraph("title", ui.text("form.meanwhile"), ui::TextKind::strong);
            ui.muted("words", ui.text("device_form.meanwhile_words"));
        });
        if (!form.told_meanwhile) context.toast(ui.text("form.meanwhile"));
    }
    form.told_meanwhile = form.changed_meanwhile;
    draw_others(form, context, ui);
    if (!form.errors.empty()) {
        std::vector<std::string> errors;
        for (FieldError const& error : form.errors) {
            std::string label = look.label ? look.label(error.field) : std::string{};
            if (label.empty()) label = label_of_field<T>(ui, error.field);
            errors.push_back((label.empty() ? "" : label + ": ") + error_at(ui, error));
        }
        ui.form_errors("failed", ui.text("device_form.check_fields"), errors);
    } else if (Error const* const error = form.saving.error()) {
        ui.alert("failed", ui::Tone::danger, ui.text("device_form.not_saved"), error_text(ui, error->code));
    }
}

template <Entity T>
void draw_discard(RecordForm<T>& form, ScreenContext const& context, RecordFormLook const& look, ui::Ui& ui) {
    std::string const words = ui.text("form.discard_words");
    ui.dialog("discard", ui.text("device_form.discard"), form.asks_discard, {.description = words}, [&] {
        ui.paragraph("words", words);
        ui.actions("actions", [&] {
            if (ui.button("stay", ui.text("device_form.go_on"))) form.asks_discard = false;
            if (ui.button("discard", ui.text("device_form.discard_now"), ui::Button::danger)) {
                discard_form(form, context, ui);
                context.go(look.back_route, HistoryMode::replace);
            }
        });
    });
}

/// `fields` draws them and says whether all of them can be read. True: it is to be saved.
template <Entity T>
bool draw_record_form(RecordForm<T>& form, ScreenContext const& context, RecordFormLook const& look, ui::Ui& ui,
                      ui::Callable<bool()> fields) {
    draw_form_notices(form, context, look, ui);
    bool pressed = false;
    bool const entered = ui.form(look.key, look.title, [&] {
        form.unreadable = !fields();
        ui.actions("actions", [&] {
            if (ui.button("cancel", ui.text("device_form.cancel"))) {
                form.asks_discard = has_changes(form);
                if (!form.asks_discard) context.go(look.back_route, HistoryMode::replace);
            }
            pressed = ui.button("save", ui.text(overwrites(form) ? "device_form.save_over" : "device_form.save"),
                                ui::Button::primary, {.icon = embedded::icon_save, .busy = form.saving.is_loading()});
        });
    });
    draw_discard(form, context, look, ui);
    if (!pressed && !entered) return false;
    if (form.unreadable) context.api.platform().move_focus(FocusTarget::first_field_with_error);
    return !form.unreadable;
}

} // namespace schulkit
