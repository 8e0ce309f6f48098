#pragma once
// Changing several chosen devices at once: one after the other, each with its own version, so that nobody's work is
// written over; what was changed can be taken back.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "shared/assets/asset_api.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace schulkit {

enum class BulkField : std::uint8_t { status, school_code, room };
template <>
struct EnumWords<BulkField> {
    static constexpr std::array values = {std::pair{BulkField::status, std::string_view{"status"}},
                                          std::pair{BulkField::school_code, std::string_view{"school_code"}},
                                          std::pair{BulkField::room, std::string_view{"room"}}};
};

/// A device that is still to be changed.
struct BulkStep {
    Asset before = {};
    Asset target = {};
    ChangeKey key = {}; ///< so that it is changed once, also when an answer got lost
};

struct BulkChange {
    Asset before = {};
    Asset after = {};
};

struct BulkModel {
    bool open = false; ///< the dialog
    BulkField field = BulkField::status;
    AssetStatus status = AssetStatus::in_use;
    std::string school_code = {};
    std::string room = {};

    // --- under way ---
    std::vector<BulkStep> waiting = {}; ///< still to be changed; the last is next
    std::string halted = {};            ///< why it does not go on: the error's code
    bool is_undo = false;
    std::size_t all = 0;
    // --- done ---
    std::vector<BulkChange> changed = {};
    std::vector<Asset> refused = {};
    std::string refused_code = {}; ///< the last refusal's
    bool told = true;              ///< false: there is something to say

    std::string left = {}; ///< what is said when the screen is left before the end

    bool running() const { return !waiting.empty() && halted.empty(); }
};

/// What a device would be after the change.
Asset with_change(BulkModel const& model, Asset asset);

/// `done` is called after the last one. Without a connection, or when nobody is signed in any more, it halts.
void start_bulk(BulkModel& model, Api& api, std::vector<Asset> chosen, std::function<void()> done);
/// Gives every changed device back what it had; one that somebody has changed since stays as it is.
void undo_bulk(BulkModel& model, Api& api, std::function<void()> done);
/// After a halt: with the same device, which is changed once.
void go_on_bulk(BulkModel& model, Api& api, std::function<void()> done);
/// After a halt: what is left stays as it is.
void stop_bulk(BulkModel& model, std::function<void()> done);

} // namespace schulkit
