#pragma once
// What a device list would change: each row held against the stored assets. Nothing is written here; the
// dry run and the real run make the same plan.

#include "server/db/database.hpp"
#include "shared/assets/asset.hpp"
#include "shared/imports/device_list.hpp"
#include "shared/imports/import_api.hpp"

#include <functional>

namespace schulkit {

struct PlannedRow {
    std::size_t row = 0;
    RowAction action = RowAction::created;
    std::optional<Asset> before = std::nullopt; ///< updated, unchanged
    Asset after = {};
    std::vector<std::string> changed = {};
    std::vector<FieldError> errors = {};
};

struct ImportPlan {
    std::vector<PlannedRow> rows = {};
    std::vector<std::string> new_categories = {};

    std::int64_t count(RowAction action) const;
};

/// `step` is told the rows done so far, now and then.
ImportPlan plan_import(Tx& tx, DeviceList const& list, std::function<void(std::int64_t)> const& step = {});

/// Rejected, updated and created rows, in this order, the first 1,000.
ImportReport report_of(DeviceList const& list, ImportPlan const& plan);

} // namespace schulkit
