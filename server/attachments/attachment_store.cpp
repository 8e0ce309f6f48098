#include "server/attachments/attachment_store.hpp"

#include "server/attachments/sha256.hpp"

namespace schulkit {

std::optional<std::int64_t> find_attachment_number(Tx& tx, std::string_view sha256) {
    return find_row<std::int64_t>(tx, "select id from attachments where sha256 = ?1", sha256);
}

Result<std::int64_t> insert_attachment(WriteTx& tx, Attachment const& attachment, std::string_view bytes) {
    Statement s = tx.prepare(
        "insert into attachments (sha256, media_type, size, created_at, bytes) values (?1, ?2, ?3, ?4, ?5)");
    bind_all(s, attachment.sha256, attachment.media_type, attachment.size, tx.now(), Blob{bytes});
    TRY(s.run());
    return s.last_insert_id();
}

Result<bool> insert_upload(WriteTx& tx, std::string_view sha256, Id<Person> person) {
    TRY_ASSIGN(std::int64_t const added,
               execute(tx,
                       "insert into attachment_uploads (sha256, person_id, created_at) values (?1, ?2, ?3)"
                       " on conflict do nothing",
                       sha256, person, tx.now()));
    return added > 0;
}

std::optional<Attachment> find_upload(Tx& tx, std::string_view sha256, Id<Person> person) {
    return find_row<Attachment>(tx,
                                "select a.sha256, a.media_type, a.size, u.created_at from attachment_uploads u"
                                " join attachments a on a.sha256 = u.sha256 where u.sha256 = ?1 and u.person_id = ?2",
                                sha256, person);
}

std::int64_t count_uploads(Tx& tx, Id<Person> person, Instant since) {
    return *find_row<std::int64_t>(
        tx, "select count(*) from attachment_uploads where person_id = ?1 and created_at > ?2", person, since);
}

std::optional<Attachment> find_attachment(Tx& tx, std::string_view sha256) {
    return find_row<Attachment>(tx, "select sha256, media_type, size, created_at from attachments where sha256 = ?1",
                                sha256);
}

std::string attachment_bytes(Tx& tx, std::string_view sha256) {
    Statement s = tx.prepare("select bytes from attachments where sha256 = ?1");
    bind_all(s, sha256);
    return s.step() ? std::string{s.blob(0)} : std::string{};
}

std::vector<std::string> find_broken_attachments(Tx& tx) {
    std::vector<std::string> broken;
    Statement s = tx.prepare("select sha256, size, bytes from attachments order by id"); // one in memory at a time
    while (s.step()) {
        std::string const sha256{s.text(0)};
        std::string_view const bytes = s.blob(2);
        if (static_cast<std::int64_t>(bytes.size()) != s.integer(1))
            broken.push_back("attachment " + sha256 + " has " + std::to_string(bytes.size()) + " bytes instead of " +
                             std::to_string(s.integer(1)));
        else if (sha256_of(bytes) != sha256)
            broken.push_back("attachment " + sha256 + " has other bytes than those that were stored");
    }
    return broken;
}

} // namespace schulkit
