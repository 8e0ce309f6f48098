#include "client/kits/kit_type_words.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::string joined(std::vector<std::string> const& parts) {
    std::string words;
    for (std::string const& part : parts) words += (words.empty() ? "" : ", ") + part;
    return words;
}

template <class Line> std::string counted_lines(ui::Ui const& ui, std::vector<Line> const& lines) {
    std::vector<std::string> parts;
    for (Line const& line : lines)
        parts.push_back(ui.text("kit_types.times", {{"count", ui.number(line.quantity)}, {"label", line.label}}));
    return joined(parts);
}

} // namespace

std::string kit_type_route(Id<KitType> id) { return "#/koffertypen/" + to_text(id); }

std::string lines_text(ui::Ui const& ui, std::vector<KitTypeSlot> const& slots) { return counted_lines(ui, slots); }
std::string lines_text(ui::Ui const& ui, std::vector<KitTypeAccessory> const& accessories) {
    return counted_lines(ui, accessories);
}
std::string lines_text(ui::Ui const&, std::vector<KitTypeApp> const& apps) {
    std::vector<std::string> parts;
    for (KitTypeApp const& app : apps) parts.push_back(app.name);
    return joined(parts);
}

std::string slots_text(ui::Ui const& ui, std::int64_t first, std::int64_t last) {
    if (first >= last) return ui.text("kit_types.one_slot", {{"slot", ui.number(first)}});
    return ui.text("kit_types.slot_range", {{"first", ui.number(first)}, {"last", ui.number(last)}});
}

std::string wanted_text(ui::Ui const& ui, KitTypeSlot const& slot) {
    std::vector<std::string> parts;
    if (slot.category) parts.push_back(ui.text("asset.category") + ' ' + *slot.category);
    if (slot.model) parts.push_back(ui.text("asset.model") + ' ' + *slot.model);
    return joined(parts);
}

void draw_shortfall(ui::Ui& ui, KitType const& type, KitTypeApp const& app, Date const& today) {
    AppShortfall const shortfall = shortfall_of(type, app, today);
    if (shortfall.licences_missing > 0)
        ui.row("licences_missing", [&] {
            ui.badge("badge", ui.count_text("kit_types.licences_missing", shortfall.licences_missing), ui::Tone::warning);
            ui.muted("words", ui.count_text("kit_types.licences_needed", type.kits,
                                            {{"needed", ui.number(shortfall.licences_needed)},
                                             {"tablets", ui.number(tablet_count(type))}}));
        });
    if (shortfall.not_released)
        ui.row("not_released", [&] {
            ui.badge("badge", ui.text("kit_types.not_released"), ui::Tone::warning);
            ui.muted("words", app.privacy_released_on
                                  ? today < *app.privacy_released_on
                                        ? ui.text("kit_types.released_later", {{"day", ui.date(*app.privacy_released_on)}})
                                        : ui.text("kit_types.release_ended", {{"day", ui.date(app.privacy_released_until.value_or(today))}})
                                  : ui.text("kit_types.not_released_words"));
        });
}

void draw_planned_shortfalls(ui::Ui& ui, std::vector<PlannedShortfall> const& shortfalls) {
    if (shortfalls.empty()) return;
    ui.definitions("shortfalls", ui.text("loan.app_shortfalls"), [&] {
        for (PlannedShortfall const& each : shortfalls)
            ui.definition(each.app + "." + each.school_year, each.app + ", " + school_year_text(each.school_year), [&] {
                if (each.licences_missing > 0) {
                    ui.badge("licences", ui.count_text("kit_types.licences_missing", each.licences_missing), ui::Tone::warning);
                    ui.muted("licences_words", ui.count_text("kit_types.planned_tablets", each.kits,
                                                             {{"tablets", ui.number(each.tablets)},
                                                              {"licences", ui.number(each.licences.value_or(0))}}));
                }
                if (each.not_released) ui.badge("release", ui.text("kit_types.not_released"), ui::Tone::warning);
                if (each.ends_too_early)
                    ui.badge("ends", ui.text("kit_types.ends_too_early", {{"day", ui.date(each.privacy_released_until.value_or(Date{}))}}),
                             ui::Tone::warning);
            });
    });
}

std::int64_t apps_with_shortfall(KitType const& type, Date const& today) {
    return std::count_if(type.apps.begin(), type.apps.end(),
                         [&](KitTypeApp const& app) { return bool{shortfall_of(type, app, today)}; });
}

} // namespace schulkit
