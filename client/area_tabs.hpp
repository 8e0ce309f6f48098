#pragma once
// Lists that share one entry of the menu, as tabs above each of them: kits, their types, the county's school years.

#include "client/ui/ui.hpp"
#include "shared/people/person.hpp"

#include <string_view>

namespace schulkit {

/// `current` is the first word of the list's route; only what the person may see is offered.
void draw_kit_tabs(std::string_view current, Person const& me, ui::Ui& ui);

} // namespace schulkit
