#pragma once
// Handovers and returns that have begun and not ended, perhaps on another device: the way back into them.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/handovers/handover_api.hpp"
#include "shared/people/person.hpp"

namespace schulkit::ui {
class Ui;
}

namespace schulkit {

struct RunningSessions {
    Loadable<Page<HandoverSession>> open = {};
};

/// Asks only for whoever may go on with them.
void load_running_sessions(RunningSessions& model, Api& api, Person const& me);
/// Nothing where none is open.
void draw_running_sessions(RunningSessions const& model, ui::Ui& ui);

} // namespace schulkit
