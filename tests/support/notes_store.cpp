#include "tests/support/notes_store.hpp"

namespace schulkit::test {

Result<std::int64_t> insert_note(WriteTx& tx, std::string const& text) {
    Statement s = tx.prepare("insert into settings (name, value) values (?1, 'note')");
    bind_all(s, text);
    TRY(s.run());
    return s.last_insert_id();
}

std::optional<std::string> find_note(Tx& tx, std::int64_t id) {
    return find_row<std::string>(tx, "select name from settings where rowid = ?1 and value = 'note'", id);
}

std::vector<std::string> note_texts(Tx& tx) {
    return rows<std::string>(tx, "select name from settings where value = 'note' order by rowid");
}

std::int64_t count_kept_answers(Tx& tx) {
    return find_row<std::int64_t>(tx, "select count(*) from idempotency_keys").value_or(-1);
}

} // namespace schulkit::test
