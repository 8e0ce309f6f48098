#pragma once
// What checks have found, and what can be done with it. A part of other screens' models: of a loan, and of the county's list.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "shared/differences/difference_api.hpp"
#include "shared/people/person.hpp"

#include <functional>
#include <string>
#include <vector>

namespace schulkit {

struct DifferencesModel {
    std::optional<LoanDifference> shown = std::nullopt; ///< whose dialog is open
    DifferenceStep asking = DifferenceStep::object;
    bool dialog_open = false;
    std::string words = {};      ///< objection, answer or note
    std::string accepted = {};   ///< "", "true", "false"
    std::string settled_as = {}; ///< "", "returned", …
    bool running = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    std::optional<DifferenceStep> done = std::nullopt; ///< to be told once
};

/// Those that the person may take now, the most likely one first.
std::vector<DifferenceStep> steps_of(LoanDifference const& difference, Person const& me);
/// Its ways of being settled that are open now.
std::vector<Settlement> settlements_of(LoanDifference const& difference);

void begin_step(DifferencesModel& model, LoanDifference const& difference, DifferenceStep step);
/// What stands in the dialog. `changed` is called when it is stored.
void send_step(DifferencesModel& model, Api& api, std::function<void()> changed);

} // namespace schulkit
