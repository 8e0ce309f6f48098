#include "server/commands/commands.hpp"
#include "server/commands/data_folder.hpp"
#include "server/db/check_store.hpp"

#include <iostream>

namespace schulkit {

int backup(std::string const& data, std::string const& file) {
    auto database = open_data(data, DataFolder::must_exist);
    if (!database) return complain(database.error());
    auto const copied = (*database)->backup(file);
    return copied ? 0 : complain(copied.error());
}

int restore(std::string const& data, std::string const& file) {
    std::error_code ignored;
    if (std::filesystem::exists(database_file(data), ignored))
        return complain({.kind = ErrorKind::conflict,
                         .code = "not_empty",
                         .detail = "the folder " + data + " has a database already"});
    if (!std::filesystem::exists(file, ignored))
        return complain({.kind = ErrorKind::not_found, .code = "no_file", .detail = file});
    std::filesystem::create_directories(data, ignored);
    std::error_code failed;
    std::filesystem::copy_file(file, database_file(data), failed);
    if (failed) return complain({.kind = ErrorKind::unavailable, .code = "cannot_copy", .detail = failed.message()});
    if (auto const opened = Database::open(database_file(data).string()); !opened) {
        std::filesystem::remove(database_file(data), ignored);
        return complain(opened.error());
    }
    return 0;
}

int check(std::string const& data) {
    auto database = open_data(data, DataFolder::must_exist);
    if (!database) return complain(database.error());
    std::vector<std::string> const broken = (*database)->read([](Tx& tx) { return find_broken_rules(tx); });
    for (std::string const& sentence : broken) std::cout << sentence << '\n';
    if (broken.empty()) std::cout << "sound\n";
    return broken.empty() ? 0 : 1;
}

} // namespace schulkit
