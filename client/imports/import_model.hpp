#pragma once
// Taking over a device list: a file, its preview, the real run. Nothing is stored before the person says so.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/debounce.hpp"
#include "shared/imports/import_api.hpp"

#include <functional>
#include <string>

namespace schulkit {

inline constexpr int progress_every_ms = 300;

enum class ImportStep : std::uint8_t { choose, checking, preview, storing, stored };

/// What becomes of a list with bad rows.
enum class BadRows : std::uint8_t { stop, leave_out };

struct ImportModel {
    std::string file_handle = {};
    std::string file_name = {};
    ImportStep step = ImportStep::choose;
    Loadable<ImportReport> report =
        {};               ///< what would happen, from the preview or from a run that was refused
    bool refused = false; ///< the report is that of a run that stored nothing
    Loadable<ImportReport> result = {}; ///< of the run that stored
    BadRows bad_rows = BadRows::stop;   ///< of the last run
    ChangeKey key = {};
    float uploaded = 0; ///< 0 to 1
    ImportProgress progress = {};
    Debounce poll = {};
    int run = 0; ///< number of the last file or run; older answers come too late
};

/// Reads what the file would change.
void check_list(ImportModel& model, Api& api);
/// Stores it; `stored` gets the report. When the answer got lost, the same call again does nothing twice.
void store_list(ImportModel& model, Api& api, BadRows bad_rows,
                std::function<void(ImportReport const&)> stored);
/// Back to the choice of a file.
void leave_list(ImportModel& model);
/// How much of the file has arrived.
void take_uploaded(ImportModel& model, float part);

bool is_running(ImportModel const& model);
/// Of the step that is shown.
Error const* import_error(ImportModel const& model);
/// "7" for an error that names a row of the file; empty otherwise.
std::string row_of_error(Error const& error);

} // namespace schulkit
