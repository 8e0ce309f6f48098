#pragma once
// A database of its own for one test, in a folder that is gone afterwards.

#include "server/db/database.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include <stdlib.h>

namespace schulkit::test {

class TempFolder {
public:
    TempFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "schulkit-test-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no folder for the test"};
        m_path = pattern;
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TempFolder(TempFolder const&) = delete;
    TempFolder& operator=(TempFolder const&) = delete;

    std::filesystem::path const& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

class TempDatabase {
public:
    explicit TempDatabase(Clock clock = system_now) {
        auto opened = Database::open((m_folder.path() / "schulkit.db").string(), std::move(clock));
        if (!opened) throw std::runtime_error{opened.error().code + ": " + opened.error().detail};
        m_database = std::move(*opened);
    }

    Database& operator*() const { return *m_database; }
    Database* operator->() const { return m_database.get(); }
    std::filesystem::path const& folder() const { return m_folder.path(); }

private:
    TempFolder m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace schulkit::test
