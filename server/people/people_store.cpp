#include "server/people/people_store.hpp"

#include "server/audit/audit_store.hpp"
#include "server/schools/school_store.hpp"
#include "shared/core/validate.hpp"

namespace schulkit {
namespace {

Person with_schools(Tx& tx, Person person) {
    person.school_codes = rows<std::string>(
        tx, "select school_code from person_schools where person_id = ?1 order by school_code", person.id);
    return person;
}

std::optional<Person> with_schools(Tx& tx, std::optional<Person> person) {
    if (!person) return std::nullopt;
    return with_schools(tx, std::move(*person));
}

} // namespace

std::optional<Person> find_person(Tx& tx, Id<Person> id) {
    return with_schools(tx, find_row<Person>(tx, "select id, username, role, is_contact from people where id = ?1", id));
}

std::optional<Person> find_person_by_username(Tx& tx, std::string_view username) {
    return with_schools(
        tx, find_row<Person>(tx, "select id, username, role, is_contact from people where lower(username) = lower(?1)", username));
}

std::optional<std::string> find_username(Tx& tx, std::int64_t id) {
    return find_row<std::string>(tx, "select username from people where id = ?1", id);
}

bool has_demo_accounts(Tx& tx) {
    return find_row<std::int64_t>(tx, "select id from people where is_demo = 1 limit 1").has_value();
}

Result<Person> create_person(WriteTx& tx, Person person, Account account) {
    clean(person);
    FieldErrors errors = validate(person);
    if (person.is_contact && person.role != Role::school_staff) errors.push_back({"is_contact", "only_school_staff", {}});
    if (!errors.empty()) return invalid(std::move(errors));
    if (find_person_by_username(tx, person.username))
        return fail(Error{.kind = ErrorKind::conflict, .code = "taken", .fields = {{"username", "taken", {}}}});
    for (std::string& code : person.school_codes) {
        auto const school = find_school(tx, code);
        if (!school) return invalid({FieldError{"school_codes", "unknown_school", code}});
        code = school->code;
    }
    {
        Statement s = tx.prepare("insert into people (username, role, is_contact, is_demo, created_at)"
                                 " values (?1, ?2, ?3, ?4, ?5)");
        bind_all(s, person.username, person.role, person.is_contact, account == Account::demo, tx.now());
        TRY(s.run());
        person.id.value = s.last_insert_id();
    }
    for (std::string const& code : person.school_codes)
        TRY(execute(tx, "insert into person_schools (person_id, school_code) values (?1, ?2) on conflict do nothing",
                    person.id, code));
    TRY(record_created(tx, "create", person.id.value, std::nullopt, person));
    return with_schools(tx, std::move(person));
}

Result<Done> set_password(WriteTx& tx, Id<Person> id, std::string const& password_hash) {
    TRY(execute(tx,
                "insert into password_logins (person_id, password_hash) values (?1, ?2)"
                " on conflict (person_id) do update set password_hash = excluded.password_hash",
                id, password_hash));
    // whoever signed in with the old password is signed out
    TRY(execute(tx, "delete from sessions where person_id = ?1", id));
    return Done{};
}

Result<Done> change_password(WriteTx& tx, Id<Person> id, std::string const& password_hash) {
    TRY(set_password(tx, id, password_hash));
    TRY(record(tx, {.action = "password", .entity = Schema<Person>::name, .entity_id = id.value}));
    return Done{};
}

std::optional<PasswordLogin> find_password_login(Tx& tx, std::string_view username) {
    auto person = find_person_by_username(tx, username);
    if (!person) return std::nullopt;
    auto hash =
        find_row<std::string>(tx, "select password_hash from password_logins where person_id = ?1", person->id);
    if (!hash) return std::nullopt;
    return PasswordLogin{std::move(*person), std::move(*hash)};
}

Result<Done> create_session(WriteTx& tx, Id<Person> id, std::string const& token_hash, Instant expires_at) {
    TRY(execute(tx, "delete from sessions where expires_at <= ?1", tx.now()));
    TRY(execute(tx, "insert into sessions (token_hash, person_id, created_at, expires_at) values (?1, ?2, ?3, ?4)",
                token_hash, id, tx.now(), expires_at));
    return Done{};
}

std::optional<Person> find_session_person(Tx& tx, std::string const& token_hash, Instant now) {
    return with_schools(tx, find_row<Person>(tx,
                                             "select p.id, p.username, p.role, p.is_contact from sessions s"
                                             " join people p on p.id = s.person_id"
                                             " where s.token_hash = ?1 and s.expires_at > ?2",
                                             token_hash, now));
}

Result<Done> delete_session(WriteTx& tx, std::string const& token_hash) {
    TRY(execute(tx, "delete from sessions where token_hash = ?1", token_hash));
    return Done{};
}

Result<Done> create_api_token(WriteTx& tx, Id<Person> id, std::string const& token_hash) {
    TRY(execute(tx, "insert into api_tokens (token_hash, person_id, created_at) values (?1, ?2, ?3)", token_hash, id,
                tx.now()));
    return Done{};
}

std::optional<Person> find_token_person(Tx& tx, std::string const& token_hash) {
    return with_schools(tx, find_row<Person>(tx,
                                             "select p.id, p.username, p.role, p.is_contact from api_tokens t"
                                             " join people p on p.id = t.person_id where t.token_hash = ?1",
                                             token_hash));
}

} // namespace schulkit
