#pragma once
// One kit: what is in it, what is done with it before it goes out.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/kits/kit_api.hpp"

#include <set>
#include <string>
#include <vector>

namespace schulkit {

/// A code that was scanned or typed to be put in, and its answer.
struct KitScan {
    std::string code = {};
    std::string tag = {}; ///< what is in now
    std::optional<Error> refused = std::nullopt;
};

struct KitModel {
    Id<Kit> id = {}; ///< 0: the route names no number
    Loadable<Kit> kit = {};
    bool changing = false;
    ChangeKey key = {};
    std::optional<Error> refused = std::nullopt; ///< why the last change was not made
    std::string last_in = {};                    ///< tag of the device that a swap has put in; to be told once
    std::vector<std::string> waiting = {};       ///< codes that came while a change was under way
    std::vector<KitScan> scans = {};             ///< what has become of codes; to be told once

    std::string code = {};  ///< being typed: a device to put in
    std::int64_t slot = 0;  ///< whose dialog is open
    bool slot_open = false;
    std::string spare = {};
    std::string reason = {};
};

void open_kit(KitModel& model, Api& api, Id<Kit> id);
/// Asks again; what is shown stays until there is an answer.
void reload_kit(KitModel& model, Api& api);
void take_kit_changes(KitModel& model, Api& api, Changes const& changes);
bool is_unknown(KitModel const& model);

/// Into the first slot that it fits. One change at a time: what is scanned meanwhile waits for its turn.
void put_into_kit(KitModel& model, Api& api, std::string code);
void open_slot(KitModel& model, std::int64_t slot);
KitSlot const* slot_shown(KitModel const& model);
/// The spare that was typed; empty: the slot becomes empty.
void swap_in_slot(KitModel& model, Api& api, std::string spare);
void set_check(KitModel& model, Api& api, KitCheckItem item, bool done);

} // namespace schulkit
