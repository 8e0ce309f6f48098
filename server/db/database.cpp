#include "server/db/database.hpp"

#include "server/db/connection.hpp"
#include "server/db/migrate.hpp"

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <utility>

namespace schulkit {
namespace {

constexpr std::size_t max_readers = 16;

void must(Result<Done> const& result) {
    if (!result) throw DbFailure{result.error().detail};
}

std::unique_ptr<Connection> must_open(std::string const& path) {
    auto opened = Connection::open(path, OpenMode::read);
    if (!opened) throw DbFailure{opened.error().detail};
    return std::move(*opened);
}

} // namespace

Instant system_now() {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

Statement Tx::prepare(std::string_view sql) {
    return Statement{m_connection->prepare(sql)};
}

void WriteTx::savepoint(std::string_view sql) {
    auto done = prepare(sql).run();
    if (!done) throw DbFailure{done.error().detail};
}

Database::Database(std::string path, Clock clock) : m_path{std::move(path)}, m_clock{std::move(clock)} {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(std::string const& path, Clock clock) {
    std::unique_ptr<Database> database{new Database{path, std::move(clock)}};
    TRY_ASSIGN(database->m_writer, Connection::open(path, OpenMode::write));
    TRY(migrate(*database->m_writer));
    return database;
}

std::int64_t Database::last_change() {
    Reader reader{*this};
    Statement newest{reader.connection().prepare("select coalesce(max(id), 0) from audit_log")};
    newest.step();
    return newest.integer(0);
}

Result<Done> Database::backup(std::string const& path) {
    if (std::filesystem::exists(path)) return fail(ErrorKind::conflict, "file_exists", path);
    auto done = copy_into(path);
    if (!done) { // half a copy must not be taken for one
        std::error_code ignored;
        for (char const* const part : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path + part, ignored);
    }
    return done;
}

Result<Done> Database::copy_into(std::string const& path) {
    TRY_ASSIGN(auto target, Connection::open(path, OpenMode::write));
    Reader source{*this};
    sqlite3_backup* const copy = sqlite3_backup_init(target->handle(), "main", source.connection().handle(), "main");
    if (copy == nullptr) return fail(sqlite_error(target->handle()));
    sqlite3_backup_step(copy, -1);
    if (sqlite3_backup_finish(copy) != SQLITE_OK) return fail(sqlite_error(target->handle()));
    return Done{};
}

Database::Reader::Reader(Database& database) : m_database{database} {
    std::unique_lock lock{database.m_readers_lock};
    database.m_reader_free.wait(
        lock, [&] { return !database.m_idle_readers.empty() || database.m_reader_count < max_readers; });
    if (!database.m_idle_readers.empty()) {
        m_connection = std::move(database.m_idle_readers.back());
        database.m_idle_readers.pop_back();
    } else {
        m_connection = must_open(database.m_path);
        ++database.m_reader_count;
    }
    lock.unlock();
    must(m_connection->run_script("begin"));
}

Database::Reader::~Reader() {
    m_connection->run_script("rollback").value_or(Done{});
    std::lock_guard lock{m_database.m_readers_lock};
    m_database.m_idle_readers.push_back(std::move(m_connection));
    m_database.m_reader_free.notify_one();
}

Database::Writer::Writer(Database& database) : m_database{database}, m_lock{database.m_writing} {}

Result<Done> Database::Writer::begin() {
    TRY(m_database.m_writer->run_script("begin immediate"));
    m_open = true;
    return Done{};
}

Database::Writer::~Writer() {
    if (m_open) m_database.m_writer->run_script("rollback").value_or(Done{});
}

Connection& Database::Writer::connection() {
    return *m_database.m_writer;
}

Result<Done> Database::Writer::commit() {
    TRY(m_database.m_writer->run_script("commit"));
    m_open = false;
    return Done{};
}

} // namespace schulkit
