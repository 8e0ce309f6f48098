#pragma once

#include "client/ui/ui.hpp"
#include "shared/kits/kit.hpp"

namespace schulkit {

struct KitLook {
    ui::Tone tone = ui::Tone::neutral;
    ui::Icon icon = nullptr;
};

KitLook look_of(KitCondition condition);
/// "Unvollständig"
std::string condition_text(ui::Ui const& ui, KitCondition condition);
std::string kit_route(Id<Kit> id);
/// Why a device was not taken; in which kit it sits, if it is in another one.
std::string refusal_text(ui::Ui const& ui, Error const& refused);
/// The label of a step of the checklist.
std::string check_text(ui::Ui const& ui, std::string_view item);

} // namespace schulkit
