#pragma once
// A prepared statement, the binding of values to it and the reading of rows from it. The SQL itself stands
// literally in the store files.

#include "shared/core/json.hpp"
#include "shared/core/schema.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace schulkit {

/// The disk or the file failed, or a statement is wrong: nothing a caller can mend.
struct DbFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Bytes that are no text. They are not copied: they stay where they are until the statement has run.
struct Blob {
    std::string_view bytes = {};
};

class Statement {
public:
    explicit Statement(sqlite3_stmt* statement) : m_statement{statement} {}
    ~Statement();
    Statement(Statement const&) = delete;
    Statement& operator=(Statement const&) = delete;
    Statement(Statement&& other) noexcept : m_statement{std::exchange(other.m_statement, nullptr)} {}

    /// By position, from 1.
    void bind(int index, std::int64_t value);
    void bind(int index, std::string_view value);
    void bind(int index, Blob value);
    void bind(int index, double value);
    void bind_null(int index);
    /// The number of `:name` in the statement; 0 if it does not occur.
    int index_of(std::string_view name) const;

    /// True while there is a row. Throws DbFailure; a broken constraint comes from execute() instead.
    bool step();
    /// Runs a statement that changes. Returns the rows changed; a broken constraint is a conflict whose code
    /// is "taken" with the column's name (unique), "unknown" (foreign key) or the text of a RAISE.
    Result<std::int64_t> run();
    std::int64_t last_insert_id() const;

    int column_count() const;
    std::string_view column_name(int column) const;
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    std::string_view text(int column) const;
    /// Valid until the next step.
    std::string_view blob(int column) const;
    /// Ready for the next set of values.
    void reset();

private:
    sqlite3_stmt* m_statement;
};

// --- bind_value / read_value: a pair for each value type ----------------------------------------------
inline void bind_value(Statement& s, int i, std::int64_t value) { s.bind(i, value); }
inline void bind_value(Statement& s, int i, int value) { s.bind(i, std::int64_t{value}); }
inline void bind_value(Statement& s, int i, bool value) { s.bind(i, std::int64_t{value ? 1 : 0}); }
inline void bind_value(Statement& s, int i, Cents value) { s.bind(i, value.value); }
inline void bind_value(Statement& s, int i, Instant value) { s.bind(i, value.unix_ms); }
inline void bind_value(Statement& s, int i, std::string const& value) { s.bind(i, std::string_view{value}); }
inline void bind_value(Statement& s, int i, std::string_view value) { s.bind(i, value); }
inline void bind_value(Statement& s, int i, char const* value) { s.bind(i, std::string_view{value}); }
inline void bind_value(Statement& s, int i, Blob value) { s.bind(i, value); }
inline void bind_value(Statement& s, int i, Date const& value) { s.bind(i, std::string_view{to_iso(value)}); }
inline void bind_value(Statement& s, int i, Json const& value) { s.bind(i, std::string_view{dump_json(value)}); }
inline void bind_value(Statement& s, int i, std::nullptr_t) { s.bind_null(i); }
/// An id that is not stored yet is NULL, so that the table numbers the row.
template <class T> void bind_value(Statement& s, int i, Id<T> id) {
    if (id)
        s.bind(i, id.value);
    else
        s.bind_null(i);
}
template <NamedEnum E> void bind_value(Statement& s, int i, E value) { s.bind(i, word_of(value)); }
template <class T> void bind_value(Statement& s, int i, std::optional<T> const& value) {
    if (value)
        bind_value(s, i, *value);
    else
        s.bind_null(i);
}

inline void read_value(Statement const& s, int c, std::int64_t& value) { value = s.integer(c); }
inline void read_value(Statement const& s, int c, int& value) { value = static_cast<int>(s.integer(c)); }
inline void read_value(Statement const& s, int c, bool& value) { value = s.integer(c) != 0; }
inline void read_value(Statement const& s, int c, Cents& value) { value.value = s.integer(c); }
inline void read_value(Statement const& s, int c, Instant& value) { value.unix_ms = s.integer(c); }
inline void read_value(Statement const& s, int c, std::string& value) { value = s.text(c); }
void read_value(Statement const& s, int c, Date& value);
void read_value(Statement const& s, int c, Json& value);
template <class T> void read_value(Statement const& s, int c, Id<T>& id) { id.value = s.integer(c); }
/// Throws DbFailure for a word the program does not know: a CHECK keeps such words out.
template <NamedEnum E> void read_value(Statement const& s, int c, E& value) {
    auto const known = enum_of<E>(s.text(c));
    if (!known) throw DbFailure{"unknown word in column " + std::string{s.column_name(c)}};
    value = *known;
}
template <class T> void read_value(Statement const& s, int c, std::optional<T>& value) {
    if (s.is_null(c)) {
        value.reset();
        return;
    }
    T inner{};
    read_value(s, c, inner);
    value = std::move(inner);
}

/// Binds every field of which the statement has a `:name`.
template <Entity T> void bind_fields(Statement& s, T const& entity) {
    for_each_field<T>([&](auto const& f) {
        if constexpr (requires { bind_value(s, 1, entity.*f.member); }) {
            int const index = s.index_of(f.name);
            if (index != 0) bind_value(s, index, entity.*f.member);
        }
    });
}

/// The row as an entity: columns are found by their names; fields without a column keep their defaults.
template <Entity T> T read_row(Statement const& s) {
    T entity{};
    int const columns = s.column_count();
    int next = 0; // columns mostly stand in the Schema's order
    for_each_field<T>([&](auto const& f) {
        if constexpr (requires { read_value(s, 0, entity.*f.member); }) {
            for (int tried = 0; tried < columns; ++tried) {
                int const column = (next + tried) % columns;
                if (s.column_name(column) != f.name) continue;
                read_value(s, column, entity.*f.member);
                next = column + 1;
                return;
            }
        }
    });
    return entity;
}

// --- one line of SQL, one line of code ------------------------------------------------------------------
template <class... Args> void bind_all(Statement& s, Args const&... args) {
    int index = 0;
    (bind_value(s, ++index, args), ...);
}

/// All rows. T is an Entity, or a single value.
template <class T, class Tx, class... Args>
std::vector<T> rows(Tx& tx, std::string_view sql, Args const&... args) {
    Statement s = tx.prepare(sql);
    bind_all(s, args...);
    std::vector<T> result;
    while (s.step()) {
        if constexpr (Entity<T>) {
            result.push_back(read_row<T>(s));
        } else {
            T value{};
            read_value(s, 0, value);
            result.push_back(std::move(value));
        }
    }
    return result;
}

/// The first row, or nothing.
template <class T, class Tx, class... Args>
std::optional<T> find_row(Tx& tx, std::string_view sql, Args const&... args) {
    Statement s = tx.prepare(sql);
    bind_all(s, args...);
    if (!s.step()) return std::nullopt;
    if constexpr (Entity<T>) {
        return read_row<T>(s);
    } else {
        T value{};
        read_value(s, 0, value);
        return value;
    }
}

/// Runs a change; rows changed.
template <class WriteTx, class... Args>
Result<std::int64_t> execute(WriteTx& tx, std::string_view sql, Args const&... args) {
    Statement s = tx.prepare(sql);
    bind_all(s, args...);
    return s.run();
}

/// Runs an insert that takes its values from the entity's fields by `:name`; the new row's number.
template <Entity T, class WriteTx>
Result<std::int64_t> insert(WriteTx& tx, std::string_view sql, T const& entity) {
    Statement s = tx.prepare(sql);
    bind_fields(s, entity);
    TRY(s.run());
    return s.last_insert_id();
}

/// Runs an update that takes its values from the entity's fields by `:name`; rows changed.
template <Entity T, class WriteTx>
Result<std::int64_t> update(WriteTx& tx, std::string_view sql, T const& entity) {
    Statement s = tx.prepare(sql);
    bind_fields(s, entity);
    return s.run();
}

} // namespace schulkit
