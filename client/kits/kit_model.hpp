#pragma once
// One kit: what is in it, what is done with it before it goes out.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/audit/history_model.hpp"
#include "client/kits/regroup_model.hpp"
#include "client/stock/move_dialog_model.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/kits/kit_api.hpp"
#include "shared/people/person.hpp"

#include <map>
#include <optional>
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
    std::string_view asked_for = {};             ///< its endpoint
    std::string last_in = {};                    ///< tag of the device that a swap has put in; to be told once
    std::vector<std::string> waiting = {};       ///< codes that came while a change was under way
    std::vector<KitScan> scans = {};             ///< what has become of codes; to be told once

    std::string code = {};  ///< being typed: a device to put in
    std::int64_t slot = 0;  ///< whose dialog is open
    bool slot_open = false;
    std::string spare = {};
    std::string reason = {};

    std::map<std::string, std::string> counted = {}; ///< what was typed as an accessory's number and is not saved yet
    bool counts_saved = false; ///< to be told once
    MoveDialog move = {};      ///< of its accessories
    Loadable<Page<Store>> stores = {};
    Regrouping regrouping = {};
    History history = {};
};

void open_kit(KitModel& model, Api& api, Person const& me, Id<Kit> id);
/// Asks again; what is shown stays until there is an answer.
void reload_kit(KitModel& model, Api& api, Person const& me);
void take_kit_changes(KitModel& model, Api& api, Person const& me, Changes const& changes);
void load_more_kit_history(KitModel& model, Api& api);
bool is_unknown(KitModel const& model);
/// It went into another one.
bool is_dissolved(KitModel const& model);

/// Into the first slot that it fits. One change at a time: what is scanned meanwhile waits for its turn.
void put_into_kit(KitModel& model, Api& api, std::string code);
void open_slot(KitModel& model, std::int64_t slot);
KitSlot const* slot_shown(KitModel const& model);
/// The spare that was typed; empty: the slot becomes empty.
void swap_in_slot(KitModel& model, Api& api, std::string spare);
void set_check(KitModel& model, Api& api, KitCheckItem item, bool done);

inline constexpr std::int64_t most_accessories = 1000;

/// As typed, else as stored; nothing while what is typed is no number of accessories.
std::optional<std::int64_t> count_shown(KitModel const& model, KitAccessory const& accessory);
void type_count(KitModel& model, KitAccessory const& accessory, std::string text);
/// Nothing is missing: every accessory that is short of the plan has its number.
void type_all_there(KitModel& model);
/// Out of a store, back into it, lost or discarded.
void begin_kit_move(KitModel& model, Api& api);
/// Sends what was counted anew, if all of it can be read.
void save_counts(KitModel& model, Api& api);

} // namespace schulkit
