#include "server/attachments/attachment_store.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/data_folder.hpp"
#include "server/db/check_store.hpp"

#include <array>
#include <iostream>

namespace schulkit {
namespace {

/// What SQLite puts beside a database belongs to it.
constexpr std::array parts = {"", "-wal", "-shm", "-journal"};

} // namespace

int backup(std::string const& data, std::string const& file) {
    auto database = open_data(data, DataFolder::must_exist);
    if (!database) return complain(database.error());
    auto const copied = (*database)->backup(file);
    return copied ? 0 : complain(copied.error());
}

int restore(std::string const& data, std::string const& file) {
    std::error_code ignored;
    // A journal that a crash left behind would be played into the copy.
    for (char const* const part : parts)
        if (std::filesystem::path const there = database_file(data).string() + part;
            std::filesystem::exists(there, ignored))
            return complain({.kind = ErrorKind::conflict,
                             .code = "not_empty",
                             .detail = "there is " + there.string() + " already; restore into an empty folder"});
    if (!std::filesystem::exists(file, ignored))
        return complain({.kind = ErrorKind::not_found, .code = "no_file", .detail = file});
    std::filesystem::create_directories(data, ignored);
    std::error_code failed;
    std::filesystem::copy_file(file, database_file(data), failed);
    if (failed) return complain({.kind = ErrorKind::unavailable, .code = "cannot_copy", .detail = failed.message()});
    // The copy is looked at, not the original: that may lie where nothing can be written.
    auto restored = check_backup(database_file(data).string());
    if (restored)
        if (auto const opened = Database::open(database_file(data).string()); !opened) restored = fail(opened.error());
    if (restored) return 0;
    for (char const* const part : parts) std::filesystem::remove(database_file(data).string() + part, ignored);
    return complain(restored.error());
}

int check(std::string const& data) {
    auto database = open_data(data, DataFolder::must_exist);
    if (!database) return complain(database.error());
    std::vector<std::string> const broken = (*database)->read([](Tx& tx) {
        std::vector<std::string> found = find_broken_rules(tx);
        for (std::string& sentence : find_broken_attachments(tx)) found.push_back(std::move(sentence));
        return found;
    });
    for (std::string const& sentence : broken) std::cout << sentence << '\n';
    if (broken.empty()) std::cout << "sound\n";
    return broken.empty() ? 0 : 1;
}

} // namespace schulkit
