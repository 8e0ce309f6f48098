#pragma once
// Checking a device list, and taking it over in one transaction. The API and the command line come here.

#include "server/db/database.hpp"
#include "server/imports/import_progress.hpp"
#include "shared/imports/device_list.hpp"

namespace schulkit {

enum class RejectedRows { stop, leave_out };

ImportReport preview_import(Tx& tx, DeviceList const& list);

/// Error: 422 "rows_rejected" with the report as its extra members, when a row is rejected and rows may not be
/// left out; nothing is stored then. `step` is told the rows done so far.
Result<ImportReport> run_import(WriteTx& tx, DeviceList const& list, RejectedRows rejected,
                                std::function<void(std::int64_t)> const& step = {});

} // namespace schulkit
