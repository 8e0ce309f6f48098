#pragma once

#include "client/audit/history_model.hpp"
#include "client/ui/ui.hpp"

#include <functional>

namespace schulkit {

/// What an entry is called and what it changed, a line each.
struct HistoryWords {
    std::string title = {};
    std::vector<std::string> changes = {};
    ui::Icon icon = nullptr;
};

enum class HistoryWish : std::uint8_t { none, retry, more };
/// The card with all of it.
HistoryWish draw_history_card(History const& history, ui::Ui& ui, std::function<HistoryWords(AuditEntry const&)> const& words);

/// "history.ACTION", else "Geändert".
std::string history_title(ui::Ui const& ui, std::string_view action);

} // namespace schulkit
