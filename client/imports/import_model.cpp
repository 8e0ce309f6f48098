#include "client/imports/import_model.hpp"

namespace schulkit {

/// Errors of the whole list name the row where they show.
struct RowProblem {
    std::vector<RowError> errors = {};
};
template <> struct Schema<RowProblem> {
    static constexpr std::string_view name = "row_problem";
    static constexpr auto fields = std::tuple{field("errors", "", &RowProblem::errors)};
};

namespace {

void ask_for_progress(ImportModel& model, Api& api) {
    model.poll.after(api.platform(), progress_every_ms, [&model, &api] {
        if (!is_running(model)) return;
        api.read<GetImportProgress>({}, {}, [&model, &api, run = model.run](Result<ImportProgress> progress) {
            if (run != model.run || !is_running(model)) return;
            if (progress) model.progress = *progress;
            ask_for_progress(model, api);
        });
    });
}

void begin(ImportModel& model, Api& api, ImportStep step) {
    model.step = step;
    model.run += 1;
    model.uploaded = 0;
    model.progress = {};
    ask_for_progress(model, api);
}

void take_preview(ImportModel& model, Api& api, Result<ImportReport> report) {
    model.poll.cancel();
    model.refused = false;
    bool const fine = report.has_value();
    model.report.take(std::move(report));
    if (!fine) return;
    model.step = ImportStep::preview;
    api.platform().move_focus(FocusTarget::main_heading);
}

void take_result(ImportModel& model, Api& api, Result<ImportReport> result,
                 std::function<void(ImportReport const&)> const& stored) {
    model.poll.cancel();
    if (result) {
        model.key.succeeded();
        model.result.take(std::move(result));
        model.step = ImportStep::stored;
        api.platform().move_focus(FocusTarget::main_heading);
        stored(*model.result.value());
        return;
    }
    Error const error = result.error();
    model.key.failed(error);
    auto refused =
        error.code == "rows_rejected" ? decode<ImportReport>(error.extra) : Result<ImportReport>{fail(error)};
    if (refused) {
        // what is stored has changed since the preview: the report of the run takes its place
        model.result.clear();
        model.report.take(std::move(refused));
        model.refused = true;
        model.step = ImportStep::preview;
        api.platform().move_focus(FocusTarget::main_heading);
        return;
    }
    model.result.take(std::move(result));
}

} // namespace

void check_list(ImportModel& model, Api& api) {
    if (is_running(model)) return;
    model.result.clear();
    model.report.clear();
    model.report.start();
    begin(model, api, ImportStep::checking);
    api.upload<ImportAssets>(api.new_key(), {.dry_run = true}, model.file_handle,
                             [&model, &api, run = model.run](Result<ImportReport> report) {
                                 if (run == model.run) take_preview(model, api, std::move(report));
                             });
}

void store_list(ImportModel& model, Api& api, BadRows bad_rows,
                std::function<void(ImportReport const&)> stored) {
    if (is_running(model)) return;
    model.bad_rows = bad_rows;
    model.result.clear();
    model.result.start();
    begin(model, api, ImportStep::storing);
    bool const partial = bad_rows == BadRows::leave_out;
    std::string const key = model.key.for_body(api, model.file_handle + (partial ? " partial" : ""));
    api.upload<ImportAssets>(
        key, {.dry_run = false, .partial = partial}, model.file_handle,
        [&model, &api, run = model.run, stored = std::move(stored)](Result<ImportReport> result) {
            if (run == model.run) take_result(model, api, std::move(result), stored);
        });
}

void leave_list(ImportModel& model) {
    model.poll.cancel();
    model.run += 1;
    model.step = ImportStep::choose;
    model.file_handle.clear();
    model.file_name.clear();
    model.report.clear();
    model.result.clear();
    model.refused = false;
    model.key = {};
}

void take_uploaded(ImportModel& model, float part) {
    model.uploaded = part;
}

bool is_running(ImportModel const& model) {
    return model.report.is_loading() || model.result.is_loading();
}

Error const* import_error(ImportModel const& model) {
    return model.step == ImportStep::storing ? model.result.error() : model.report.error();
}

std::string row_of_error(Error const& error) {
    auto const problem = decode<RowProblem>(error.extra);
    if (!problem) return {};
    for (RowError const& entry : problem->errors)
        if (entry.field == "row") return entry.value;
    return {};
}

} // namespace schulkit
