#pragma once
// The data folder: all state is one SQLite file in it.

#include "server/db/database.hpp"

#include <filesystem>

namespace schulkit {

std::filesystem::path database_file(std::string const& data);

enum class DataFolder { make, must_exist };
/// Makes the folder where that is asked for. Errors as Database::open, and not_found "no_data".
Result<std::unique_ptr<Database>> open_data(std::string const& data, DataFolder folder, Clock clock = system_now);

/// Says on standard error what went wrong; always 1.
int complain(Error const& error);

} // namespace schulkit
