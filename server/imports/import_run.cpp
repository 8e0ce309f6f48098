#include "server/imports/import_run.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/assets/asset_search_store.hpp"
#include "server/imports/import_plan.hpp"

namespace schulkit {

namespace {

/// What only storing shows (a service that an earlier row made has this tag): the row is named all the same.
tl::unexpected<Error> row_refused(DeviceList const& list, ImportPlan& plan, PlannedRow& row, Error error) {
    if (error.fields.empty()) return fail(std::move(error));
    row.action = RowAction::rejected;
    row.errors = std::move(error.fields);
    for (FieldError& each : row.errors)
        if (each.field == "tag") each.value = row.after.tag;
    return fail(Error{.kind = ErrorKind::invalid, .code = "rows_rejected", .extra = encode(report_of(list, plan))});
}

} // namespace

ImportReport preview_import(Tx& tx, DeviceList const& list) {
    return report_of(list, plan_import(tx, list));
}

Result<ImportReport> run_import(WriteTx& tx, DeviceList const& list, RejectedRows rejected,
                                std::function<void(std::int64_t)> const& step) {
    ImportPlan plan = plan_import(tx, list);
    ImportReport report = report_of(list, plan);
    if (report.rejected > 0 && rejected == RejectedRows::stop)
        return fail(Error{.kind = ErrorKind::invalid, .code = "rows_rejected", .extra = encode(report)});
    std::int64_t done = 0;
    TRY(hold_text_index(tx));
    for (PlannedRow& row : plan.rows) {
        if (row.action == RowAction::created)
            if (auto const stored = add_asset(tx, row.after, "import"); !stored)
                return row_refused(list, plan, row, stored.error());
        if (row.action == RowAction::updated)
            if (auto const stored = change_asset(tx, *row.before, row.after, "import"); !stored)
                return row_refused(list, plan, row, stored.error());
        if (++done % 250 == 0 && step) step(done);
    }
    TRY(index_held_texts(tx));
    report.stored = true;
    return report;
}

} // namespace schulkit
