#pragma once
// One device: its facts, its tickets, and what was changed.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "client/audit/history_model.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"
#include "shared/tickets/ticket_api.hpp"

#include <string>
#include <vector>

namespace schulkit {

struct DeviceModel {
    Id<Asset> id = {}; ///< 0: the route names no number
    Loadable<Asset> asset = {};
    Schools schools = {};
    Loadable<Page<Ticket>> open_tickets = {};
    Loadable<Page<Ticket>> done_tickets = {};
    History history = {};
};

/// Loads what the person may see of it.
void open_device(DeviceModel& model, Api& api, Person const& me, Id<Asset> id);
/// Asks again; what is shown stays until there are answers.
void reload_device(DeviceModel& model, Api& api, Person const& me);
/// Only what these changes concern.
void take_device_changes(DeviceModel& model, Api& api, Person const& me, Changes const& changes);
void load_more_done_tickets(DeviceModel& model, Api& api);
void load_more_history(DeviceModel& model, Api& api);

/// The device does not exist, or belongs to a school the person does not.
bool is_unknown(DeviceModel const& model);
School const* school_of(DeviceModel const& model, Asset const& asset);
Site const* site_of(DeviceModel const& model, Asset const& asset);

/// One field of an entry of the log that is shown to people.
struct HistoryChange {
    std::string field = {}; ///< name on the wire
    Json before = nullptr;  ///< null: there was none
    Json after = nullptr;
};
/// In the order of the Schema; fields without a label are left out.
std::vector<HistoryChange> changes_of(AuditEntry const& entry);

/// Where a device came into a kit, or out of one.
struct HistoryPlace {
    std::string kit = {}; ///< "TK0007 · Koffer 07"
    std::int64_t slot = 0;
    std::string reason = {};
};
std::optional<HistoryPlace> kit_place_of(AuditEntry const& entry);

} // namespace schulkit
