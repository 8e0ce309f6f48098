#pragma once
// A device on its way to a school or back: what the loan has, where the inventory has it, and what its history tells.

#include "server/handovers/handover_store.hpp"

namespace schulkit {

/// The device goes to the school as part of the loan; `action` names the step in its history.
Result<Done> lend_device(WriteTx& tx, Loan const& loan, std::int64_t slot, std::string const& label, std::int64_t asset_id,
                         std::string_view action);
/// Back from whatever loan it was in. A device that was given up for lost is in stock again; `broken`: it goes to repair.
Result<Done> bring_device_back(WriteTx& tx, std::int64_t asset_id, std::string_view action, bool broken = false);

} // namespace schulkit
