#pragma once
// What the log tells of a kit, in the chosen language.

#include "client/audit/history_view.hpp"
#include "shared/kits/kit.hpp"

namespace schulkit {

/// "Platz 3: TAB0003 → TAB0005", "Eingabestift: 15 → 16", "Erledigt: Gereinigt", "Grund: Displaybruch"
HistoryWords kit_history_words(ui::Ui const& ui, AuditEntry const& entry);

} // namespace schulkit
