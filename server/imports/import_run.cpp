#include "server/imports/import_run.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/imports/import_plan.hpp"

namespace schulkit {

ImportReport preview_import(Tx& tx, DeviceList const& list) {
    return report_of(list, plan_import(tx, list));
}

Result<ImportReport> run_import(WriteTx& tx, DeviceList const& list, RejectedRows rejected,
                                std::function<void(std::int64_t)> const& step) {
    ImportPlan const plan = plan_import(tx, list);
    ImportReport report = report_of(list, plan);
    if (report.rejected > 0 && rejected == RejectedRows::stop)
        return fail(Error{.kind = ErrorKind::invalid, .code = "rows_rejected", .extra = encode(report)});
    std::int64_t done = 0;
    for (PlannedRow const& row : plan.rows) {
        if (row.action == RowAction::created) TRY(add_asset(tx, row.after, "import"));
        if (row.action == RowAction::updated) TRY(change_asset(tx, *row.before, row.after, "import"));
        if (++done % 250 == 0 && step) step(done);
    }
    report.stored = true;
    return report;
}

} // namespace schulkit
