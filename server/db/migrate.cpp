#include "server/db/migrate.hpp"

#include "embedded/migrations.hpp"
#include "server/db/statement.hpp"

#include <algorithm>
#include <charconv>

namespace schulkit {
namespace {

int number_of(embedded::File const& file) {
    int number = 0;
    std::from_chars(file.name.data(), file.name.data() + file.name.size(), number);
    return number;
}

int newest_applied(Connection& connection) {
    Statement s{connection.prepare("select coalesce(max(number), 0) from schema_migrations")};
    s.step();
    return static_cast<int>(s.integer(0));
}

} // namespace

Result<Done> migrate(Connection& connection) {
    TRY(connection.run_script("create table if not exists schema_migrations ("
                              " number integer primary key, name text not null) strict"));
    std::vector<embedded::File> files{embedded::migrations().begin(), embedded::migrations().end()};
    std::sort(files.begin(), files.end(), [](auto const& a, auto const& b) { return number_of(a) < number_of(b); });

    int const known = files.empty() ? 0 : number_of(files.back());
    if (newest_applied(connection) > known)
        return fail(ErrorKind::invalid, "database_newer", "the data was written by a newer Schulkit");
    for (embedded::File const& file : files) {
        TRY(connection.run_script("begin immediate"));
        // asked again inside the transaction: another process may have just done it
        if (number_of(file) <= newest_applied(connection)) {
            TRY(connection.run_script("rollback"));
            continue;
        }
        auto applied = connection.run_script(std::string{file.bytes});
        if (applied) {
            Statement s{connection.prepare("insert into schema_migrations (number, name) values (?1, ?2)")};
            bind_all(s, number_of(file), file.name);
            if (auto noted = s.run(); !noted) applied = fail(noted.error());
        }
        if (applied) applied = connection.run_script("commit");
        if (!applied) {
            connection.run_script("rollback").value_or(Done{});
            applied.error().detail = std::string{file.name} + ": " + applied.error().detail;
            return applied;
        }
    }
    return Done{};
}

} // namespace schulkit
