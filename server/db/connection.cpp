#include "server/db/connection.hpp"

#include "server/db/statement.hpp"

#include <sqlite3.h>

#include <mutex>

namespace schulkit {
namespace {

/// "UNIQUE constraint failed: assets.tag" → "tag"; of several columns the last.
std::string column_in(std::string_view message) {
    auto const dot = message.rfind('.');
    return dot == std::string_view::npos ? std::string{} : std::string{message.substr(dot + 1)};
}

void configure_once() {
    static std::once_flag once;
    // memory statistics take a global lock at each allocation
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

// Not "temp_store = memory": a statement inside a savepoint then walks the whole journal that is kept in memory, and a list
// of 50,000 rows takes twice as long.
constexpr char const* pragmas = "pragma busy_timeout = 10000;" // first: the next ones may have to wait
                                "pragma journal_mode = wal;"
                                "pragma synchronous = full;"
                                "pragma foreign_keys = on;"
                                "pragma cache_size = -32768;"; // 32 MiB

} // namespace

Error sqlite_error(sqlite3* handle) {
    int const code = sqlite3_extended_errcode(handle);
    std::string const message = sqlite3_errmsg(handle);
    auto const conflict = [&](std::string word, FieldErrors fields) {
        return Error{.kind = ErrorKind::conflict, .code = std::move(word), .detail = message,
                     .fields = std::move(fields), .extra = {}};
    };
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY: return conflict("taken", {{column_in(message), "taken", {}}});
    case SQLITE_CONSTRAINT_FOREIGNKEY: return conflict("unknown", {});
    case SQLITE_CONSTRAINT_TRIGGER: return conflict(message, {});
    default: break;
    }
    switch (code & 0xFF) {
    case SQLITE_CONSTRAINT: return Error{.kind = ErrorKind::invalid, .code = "invalid", .detail = message};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Error{.kind = ErrorKind::unavailable, .code = "database_locked", .detail = message};
    case SQLITE_FULL: return Error{.kind = ErrorKind::unavailable, .code = "disk_full", .detail = message};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return Error{.kind = ErrorKind::invalid, .code = "not_a_database", .detail = message};
    default: return Error{.kind = ErrorKind::internal, .code = "internal", .detail = message};
    }
}

Result<std::unique_ptr<Connection>> Connection::open(std::string const& path, OpenMode mode) {
    configure_once();
    sqlite3* handle = nullptr;
    int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    int const opened = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection{new Connection{handle}};
    if (opened != SQLITE_OK) return fail(sqlite_error(handle));
    TRY(connection->run_script(pragmas));
    if (mode == OpenMode::read) TRY(connection->run_script("pragma query_only = on"));
    return connection;
}

Connection::~Connection() {
    for (auto const& [sql, statement] : m_statements) sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

sqlite3_stmt* Connection::prepare(std::string_view sql) {
    auto const [found, fresh] = m_statements.try_emplace(std::string{sql}, nullptr);
    if (fresh) {
        int const made = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &found->second, nullptr);
        if (made != SQLITE_OK) {
            m_statements.erase(found);
            throw DbFailure{"cannot prepare: " + std::string{sqlite3_errmsg(m_handle)} + " in " + std::string{sql}};
        }
    }
    return found->second;
}

Result<Done> Connection::run_script(std::string const& sql) {
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return fail(sqlite_error(m_handle));
    return Done{};
}

} // namespace schulkit
