#include "server/commands/commands.hpp"
#include "server/commands/data_folder.hpp"
#include "server/imports/import_run.hpp"

#include <fstream>
#include <iostream>
#include <sstream>

namespace schulkit {
namespace {

Result<std::string> read_file(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return fail(ErrorKind::not_found, "no_file", path);
    std::string bytes(max_import_bytes + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad()) return fail(ErrorKind::not_found, "no_file", path);
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (bytes.size() > max_import_bytes) return fail(ErrorKind::too_large, "too_large", path);
    return bytes;
}

} // namespace

int import_list(ImportOptions const& options) {
    auto const bytes = read_file(options.file);
    if (!bytes) return complain(bytes.error());
    auto const list = read_device_list(*bytes);
    if (!list) return complain(list.error());
    auto database = open_data(options.data, DataFolder::must_exist);
    if (!database) return complain(database.error());
    if (options.dry_run) {
        std::cout << encode((*database)->read([&](Tx& tx) { return preview_import(tx, *list); })) << '\n';
        return 0;
    }
    RejectedRows const rejected = options.partial ? RejectedRows::leave_out : RejectedRows::stop;
    auto const report =
        (*database)->write({}, [&](WriteTx& tx) { return run_import(tx, *list, rejected); });
    if (!report) {
        if (!report.error().extra.empty()) std::cout << report.error().extra << '\n';
        return complain(report.error());
    }
    std::cout << encode(*report) << '\n';
    return 0;
}

} // namespace schulkit
