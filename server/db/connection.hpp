#pragma once
// One SQLite connection with its prepared statements. Used by one thread at a time.

#include "shared/core/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace schulkit {

enum class OpenMode { read, write };

class Connection {
public:
    /// Errors: unavailable "database_locked", invalid "not_a_database".
    static Result<std::unique_ptr<Connection>> open(std::string const& path, OpenMode mode);
    ~Connection();
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    /// The statement, reset and without values. Throws DbFailure for SQL that does not compile.
    sqlite3_stmt* prepare(std::string_view sql);
    /// Any number of statements without values (migrations, pragmas, begin, commit).
    Result<Done> run_script(std::string const& sql);
    sqlite3* handle() { return m_handle; }

private:
    explicit Connection(sqlite3* handle) : m_handle{handle} {}

    sqlite3* m_handle;
    std::unordered_map<std::string, sqlite3_stmt*> m_statements;
};

/// What SQLite says of the last failure on that connection, as an Error.
Error sqlite_error(sqlite3* handle);

} // namespace schulkit
