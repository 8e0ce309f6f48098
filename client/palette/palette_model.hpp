#pragma once
// Search and jump (Ctrl+K or "/"): every screen, action and record from one field.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "client/debounce.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/people/person.hpp"
#include "shared/tickets/ticket_api.hpp"

#include <string>

namespace schulkit {

struct PaletteModel {
    bool open = false;
    std::string typed = {};
    Debounce typing = {};
    bool entered = false;       ///< Enter was pressed: the first hit is opened as soon as the answers are there
    int asked = 0;              ///< only the answers to the last question count
    Loadable<Page<Asset>> assets = {};
    Loadable<Page<Ticket>> tickets = {};

    bool waiting() const { return typing.waiting() || assets.is_loading() || tickets.is_loading(); }
};

/// Empty, as after every opening.
void open_palette(PaletteModel& model);
/// The words have changed: looks for records once the typing pauses. A pause of 0 looks at once.
void type_palette(PaletteModel& model, Api& api, Person const& me, int pause_ms);

/// All words of `typed` stand in `label`, in any case and with any accent.
bool matches(std::string_view typed, std::string_view label);

} // namespace schulkit
