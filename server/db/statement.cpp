#include "server/db/statement.hpp"

#include "server/db/connection.hpp"

#include <sqlite3.h>

namespace schulkit {
namespace {

void must(sqlite3_stmt* statement, int code) {
    if (code != SQLITE_OK) throw DbFailure{sqlite3_errmsg(sqlite3_db_handle(statement))};
}

} // namespace

Statement::~Statement() {
    if (m_statement != nullptr) reset();
}

void Statement::bind(int index, std::int64_t value) {
    must(m_statement, sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, std::string_view value) {
    // a null pointer would bind NULL instead of the empty text
    char const* bytes = value.data() == nullptr ? "" : value.data();
    must(m_statement, sqlite3_bind_text64(m_statement, index, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, Blob value) {
    // a null pointer would bind NULL instead of no bytes
    char const* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
    must(m_statement, sqlite3_bind_blob64(m_statement, index, bytes, value.bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int index, double value) {
    must(m_statement, sqlite3_bind_double(m_statement, index, value));
}

void Statement::bind_null(int index) {
    must(m_statement, sqlite3_bind_null(m_statement, index));
}

int Statement::index_of(std::string_view name) const {
    return sqlite3_bind_parameter_index(m_statement, (":" + std::string{name}).c_str());
}

bool Statement::step() {
    int const code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw DbFailure{sqlite3_errmsg(sqlite3_db_handle(m_statement))};
}

Result<std::int64_t> Statement::run() {
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(m_statement);
    sqlite3* const handle = sqlite3_db_handle(m_statement);
    if (code == SQLITE_DONE) return sqlite3_changes64(handle);
    Error error = sqlite_error(handle);
    if (error.kind == ErrorKind::internal) throw DbFailure{error.detail};
    return fail(std::move(error));
}

std::int64_t Statement::last_insert_id() const {
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement));
}

int Statement::column_count() const {
    return sqlite3_column_count(m_statement);
}

std::string_view Statement::column_name(int column) const {
    return sqlite3_column_name(m_statement, column);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

std::string_view Statement::text(int column) const {
    auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(m_statement, column));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view{bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::string_view Statement::blob(int column) const {
    auto const* bytes = static_cast<char const*>(sqlite3_column_blob(m_statement, column));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view{bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

void read_value(Statement const& s, int c, Date& value) {
    auto const date = parse_iso_date(s.text(c));
    if (!date) throw DbFailure{"no date in column " + std::string{s.column_name(c)}};
    value = *date;
}

void read_value(Statement const& s, int c, Json& value) {
    auto json = parse_json(s.text(c));
    if (!json) throw DbFailure{"no JSON in column " + std::string{s.column_name(c)}};
    value = std::move(*json);
}

} // namespace schulkit
