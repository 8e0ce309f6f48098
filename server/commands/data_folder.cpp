#include "server/commands/data_folder.hpp"

#include <iostream>

namespace schulkit {

std::filesystem::path database_file(std::string const& data) {
    return std::filesystem::path{data} / "schulkit.db";
}

Result<std::unique_ptr<Database>> open_data(std::string const& data, DataFolder folder, Clock clock) {
    std::error_code ignored;
    if (folder == DataFolder::make) std::filesystem::create_directories(data, ignored);
    if (folder == DataFolder::must_exist && !std::filesystem::exists(database_file(data), ignored))
        return fail(ErrorKind::not_found, "no_data", "there is no database in the folder " + data);
    return Database::open(database_file(data).string(), std::move(clock));
}

int complain(Error const& error) {
    std::cerr << "schulkit: " << error.code;
    if (!error.detail.empty()) std::cerr << ": " << error.detail;
    std::cerr << '\n';
    for (FieldError const& field : error.fields)
        std::cerr << "  " << field.field << ": " << field.code << (field.value.empty() ? "" : " (" + field.value + ")")
                  << '\n';
    return 1;
}

} // namespace schulkit
