#include "client/assets/asset_words.hpp"
#include "client/assets/device_form_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

std::string shown(Ui const& ui, Asset const& asset, std::string_view field) {
    std::string value = asset_value(ui, asset, field);
    return value.empty() ? ui.text("history.nothing") : value;
}

void draw_field(DeviceFormModel& model, Api& api, MergedField const& merged, Ui& ui) {
    std::string const label = asset_label(ui, merged.field);
    std::string const before = shown(ui, model.others.base, merged.field);
    std::string const stored = shown(ui, model.before, merged.field);
    if (merged.outcome == MergeOutcome::taken) {
        ui.paragraph(merged.field,
                     ui.text("device_form.taken", {{"field", label}, {"before", before}, {"now", stored}}));
        return;
    }
    ui.row(merged.field, [&] {
        ui.paragraph("words",
                     ui.text("device_form.kept", {{"field", label},
                                                  {"before", before},
                                                  {"now", stored},
                                                  {"own", shown(ui, model.draft, merged.field)}}),
                     ui::TextKind::strong);
        if (ui.button("theirs", ui.text("device_form.take_theirs", {{"field", label}}))) {
            take_theirs(model, api, std::string{merged.field});
            ui.forget_typed();
        }
    });
}

} // namespace

void draw_other_changes(DeviceFormModel& model, Api& api, Ui& ui) {
    if (model.others.fields.empty()) return;
    ui.alert("stale", ui::Tone::danger, ui.text("device_form.stale"),
             ui.text(overwrites(model) ? "device_form.stale_both" : "device_form.stale_joined"));
    ui.card("others", {.title = ui.text("device_form.others"), .icon = embedded::icon_users}, [&] {
        for (MergedField const& merged : model.others.fields)
            draw_field(model, api, merged, ui);
    });
}

} // namespace schulkit
