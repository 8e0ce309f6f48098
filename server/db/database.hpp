#pragma once
// SQLite behind three words: a Database, a Tx that reads, a WriteTx that writes. Only server/db includes
// sqlite3.h, and only here do SQLite's codes become Errors.
//
// All writes pass through Database::write(). The function given to it runs inside the transaction, may be
// run again and may share its commit with others: it has no effect outside the transaction. What must
// follow a commit is returned by it and done after write() has come back.
//
// A failing disk or a broken file throws DbFailure, caught once by the router (500); everything a caller
// can cause comes back as a value.

#include "server/db/statement.hpp"
#include "shared/core/date.hpp"
#include "shared/core/result.hpp"
#include "shared/people/person.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <vector>

namespace schulkit {

class Connection;

/// A consistent view of the data. Not shared between threads.
class Tx {
public:
    Tx(Connection& connection, Instant now) : m_connection{&connection}, m_now{now} {}
    Tx(Tx const&) = delete;
    Tx& operator=(Tx const&) = delete;

    /// Prepared once per connection. `sql` is one statement.
    Statement prepare(std::string_view sql);
    /// The moment it began, the same for the whole transaction.
    Instant now() const { return m_now; }
    /// The day of that moment in Europe/Berlin.
    Date today() const { return to_berlin(m_now).date; }

protected:
    Connection* m_connection;

private:
    Instant m_now;
};

class WriteTx : public Tx {
public:
    WriteTx(Connection& connection, Id<Person> actor, Instant now) : Tx{connection, now}, m_actor{actor} {}

    /// Who changes; 0 is the system (seed, command line).
    Id<Person> actor() const { return m_actor; }
    /// This transaction, told as what somebody else did at another moment (a history that is taken over).
    WriteTx acting(Id<Person> actor, Instant at) { return WriteTx{*m_connection, actor, at}; }

    /// Runs `change` behind a savepoint: an Error from it undoes only what it did.
    template <class F> auto attempt(F&& change) -> std::invoke_result_t<F> {
        savepoint("savepoint attempt");
        auto result = change();
        if (!result) savepoint("rollback to attempt");
        savepoint("release attempt");
        return result;
    }

private:
    void savepoint(std::string_view sql);

    Id<Person> m_actor;
};

/// Where "now" comes from; tests set their own.
using Clock = std::function<Instant()>;
Instant system_now();

class Database {
public:
    /// Opens or makes the file, and brings it to the newest migration. Errors: unavailable "database_locked",
    /// invalid "not_a_database", "database_newer" (made by a newer Schulkit).
    static Result<std::unique_ptr<Database>> open(std::string const& path, Clock clock = system_now);
    ~Database();

    /// Runs `look(Tx&)` on a reader of its own; readers and the writer do not wait for each other.
    template <class F> auto read(F&& look) -> std::invoke_result_t<F, Tx&> {
        Reader reader{*this};
        Tx tx{reader.connection(), m_clock()};
        return look(tx);
    }

    /// Runs `change(WriteTx&)`, which returns a Result; commits if that holds a value. Writers queue up. Error:
    /// unavailable "database_locked" while another program writes for long.
    template <class F> auto write(Id<Person> actor, F&& change) -> std::invoke_result_t<F, WriteTx&> {
        Writer writer{*this};
        TRY(writer.begin());
        WriteTx tx{writer.connection(), actor, m_clock()};
        auto result = change(tx);
        if (result) {
            if (auto committed = writer.commit(); !committed) return fail(std::move(committed).error());
        }
        return result;
    }

    /// The change sequence: the newest row of the log. Asked of the file: a command may have written it.
    std::int64_t last_change();
    Instant now() const { return m_clock(); }

    /// Copies the whole database into `path` while it is in use; an existing file is refused.
    Result<Done> backup(std::string const& path);

private:
    class Reader {
    public:
        explicit Reader(Database& database);
        ~Reader();
        Reader(Reader const&) = delete;
        Reader& operator=(Reader const&) = delete;
        Connection& connection() { return *m_connection; }

    private:
        Database& m_database;
        std::unique_ptr<Connection> m_connection;
    };
    class Writer {
    public:
        explicit Writer(Database& database);
        ~Writer();
        Writer(Writer const&) = delete;
        Writer& operator=(Writer const&) = delete;
        Result<Done> begin();
        Connection& connection();
        Result<Done> commit();

    private:
        Database& m_database;
        std::unique_lock<std::mutex> m_lock;
        bool m_open = false;
    };

    Database(std::string path, Clock clock);
    Result<Done> copy_into(std::string const& path);

    std::string m_path;
    Clock m_clock;
    std::unique_ptr<Connection> m_writer;
    std::mutex m_writing;
    std::mutex m_readers_lock;
    std::condition_variable m_reader_free;
    std::vector<std::unique_ptr<Connection>> m_idle_readers;
    std::size_t m_reader_count = 0;
};

} // namespace schulkit
