#pragma once

#include "client/screen.hpp"
#include "client/stock/move_dialog_model.hpp"
#include "client/ui/ui.hpp"

namespace schulkit {

struct MoveDialogLook {
    std::string title = {};
    std::span<Store const> stores = {};
    Kit const* kit = nullptr; ///< whose accessories can be chosen
    /// Below the fields: what else can be done there.
    std::function<void()> more = {};
};

/// True: it is to be sent.
bool draw_move_dialog(MoveDialog& dialog, MoveDialogLook const& look, ui::Ui& ui);

} // namespace schulkit
