#pragma once
// How values of a device read in the chosen language.

#include "client/ui/ui.hpp"
#include "shared/assets/asset_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

struct StatusLook {
    ui::Tone tone = ui::Tone::neutral;
    ui::Icon icon = nullptr;
};
StatusLook look_of(AssetStatus status);
std::string status_text(ui::Ui const& ui, AssetStatus status);
/// The states that a person sets; on_loan follows from a loan.
std::vector<ui::Option> status_choices(ui::Ui const& ui);

/// The label of a field by its name on the wire; empty for fields that are never shown.
std::string asset_label(ui::Ui const& ui, std::string_view field);
/// "31.08.2024", "1.234,56 €", "im Einsatz"; empty for a value that is absent.
std::string asset_value(ui::Ui const& ui, Asset const& asset, std::string_view field);
/// The same for a value of the log; one that cannot be read stays as it is.
std::string asset_value(ui::Ui const& ui, Json const& value, std::string_view field);

/// Adds the value to the choices if they lack it (still): a field never shows another one than it has.
void keep_choice(std::vector<ui::Option>& options, std::string const& value);

} // namespace schulkit
