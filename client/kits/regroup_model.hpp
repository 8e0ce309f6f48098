#pragma once
// Splitting a kit, or putting another one into it.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "shared/kits/kit_regrouping.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace schulkit {

struct Regrouping {
    bool split_open = false;
    bool merge_open = false;
    std::string tag = {}; ///< of the new kit
    std::string name = {};
    std::string kit_type_id = {};
    std::set<std::int64_t> slots = {};               ///< that go
    std::map<std::string, std::string> counts = {};  ///< accessories that go, as typed
    bool keep_places = true;
    std::string claims = {};    ///< word of ClaimHolder; empty: nobody has said it
    std::string other_kit = {}; ///< that goes into this one
    bool take_claims = false;
    std::string reason = {};
    bool busy = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    std::vector<KitBooking> promised = {}; ///< what somebody has to decide about
    Loadable<Page<KitType>> types = {};
    Loadable<Page<KitSummary>> kits = {};
    std::string done = {}; ///< tag of the other kit; to be told once
    bool was_split = false;
};

void begin_split(Regrouping& model, Api& api, Kit const& kit);
void begin_merge(Regrouping& model, Api& api);
/// The one with that label, if it is offered.
void choose_other_kit(Regrouping& model, std::string_view tag);
/// Nothing while a number cannot be read.
std::optional<KitSplit> split_as_typed(Regrouping& model, Kit const& kit);
/// `changed` gets this kit as it is then.
void send_split(Regrouping& model, Api& api, Kit const& kit, std::function<void(Kit)> changed);
void send_merge(Regrouping& model, Api& api, Kit const& kit, std::function<void(Kit)> changed);

} // namespace schulkit
