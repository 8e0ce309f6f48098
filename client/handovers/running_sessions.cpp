#include "client/handovers/running_sessions.hpp"

namespace schulkit {

void load_running_sessions(RunningSessions& model, Api& api, Person const& me) {
    if (!may(me, Action::hand_over_loan)) return;
    model.open.start();
    api.read<ListSessions>({}, {.state = SessionState::open},
                           [&model](Result<Page<HandoverSession>> sessions) { model.open.take(std::move(sessions)); });
}

} // namespace schulkit
