#include "tests/support/county.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"
#include "server/schools/school_store.hpp"

namespace schulkit::test {
namespace {

struct Somebody {
    std::string name;
    Role role;
    std::vector<std::string> schools;
    bool is_contact = false;
};

std::vector<Somebody> const everybody = {{"admin", Role::admin, {}},
                                         {"coordinator", Role::coordinator, {}},
                                         {"technician", Role::technician, {}},
                                         {"station_technician", Role::technician, {"GYM-03"}},
                                         {"teacher", Role::school_staff, {"GYM-03"}},
                                         {"other_teacher", Role::school_staff, {"GYM-04"}},
                                         {"contact", Role::school_staff, {"GYM-03"}, true},
                                         {"other_contact", Role::school_staff, {"GYM-04"}, true},
                                         {"auditor", Role::auditor, {}}};

std::vector<School> const schools = {
    {.code = "GYM-03", .name = "Gymnasium Ahornweg", .sites = {{.code = "H", .name = "Haupthaus"}}},
    {.code = "GYM-04", .name = "Gymnasium Birkenallee"},
    {.code = "FS-01", .name = "Förderschule am Fluß", .type = SchoolType::special}};

/// For setting up a test: what does not succeed is a mistake of the test.
template <class T> T must(Result<T> result) {
    if (!result) throw std::runtime_error{result.error().code + ": " + result.error().detail};
    return std::move(*result);
}

} // namespace

std::string Reply::word(std::string const& member) const {
    if (!body.is_object() || !body.contains(member) || !body[member].is_string()) return {};
    return body[member].get<std::string>();
}

std::int64_t Reply::number(std::string const& member) const {
    if (!body.is_object() || !body.contains(member) || !body[member].is_number_integer()) return -1;
    return body[member].get<std::int64_t>();
}

std::string Reply::error_on(std::string const& field) const {
    if (!body.is_object() || !body.contains("errors")) return {};
    for (Json const& error : body["errors"])
        if (error["field"] == field) return error["code"].get<std::string>();
    return {};
}

County::County() : m_database{[now = m_now] { return *now; }} {
    must(m_database->write({}, [&](WriteTx& tx) -> Result<Done> {
        for (School const& school : schools) {
            TRY(insert_school(tx, school));
            TRY(add_school_services(tx, school.code));
        }
        for (Somebody const& one : everybody) {
            TRY_ASSIGN(Person const person,
                       create_person(tx, {.username = one.name,
                                          .role = one.role,
                                          .is_contact = one.is_contact,
                                          .school_codes = one.schools}));
            m_people[one.name] = person.id;
            m_tokens[one.name] = random_token();
            TRY(create_api_token(tx, person.id, token_hash(m_tokens[one.name])));
        }
        return Done{};
    }));
    m_app = std::make_unique<ServerApp>(*m_database, Deployment{}, nullptr);
}

Header County::authorization(std::string const& who) const {
    return {"Authorization", "Bearer " + m_tokens.at(who)};
}

Reply County::send_bytes(std::string const& who, std::string const& method, std::string const& target,
                         std::string const& body, std::vector<Header> headers) const {
    if (!who.empty()) headers.push_back(authorization(who));
    Reply reply;
    reply.raw = m_app->router().answer(make_request(method, target, std::move(headers), body));
    reply.status = reply.raw.status;
    reply.text = std::string{reply.raw.content()};
    reply.body = Json::parse(reply.text, nullptr, false);
    return reply;
}

Reply County::get(std::string const& who, std::string const& target) const {
    return send_bytes(who, "GET", target, {});
}

Reply County::send(std::string const& who, std::string const& method, std::string const& target, Json const& body,
                   std::vector<Header> headers) const {
    headers.push_back({"Content-Type", "application/json"});
    return send_bytes(who, method, target, dump_json(body), std::move(headers));
}

std::int64_t County::add_asset(Json const& body) const {
    Reply const reply = post("coordinator", "/api/assets", body);
    if (reply.status != 201) throw std::runtime_error{"no asset: " + reply.text};
    return reply.number("id");
}

} // namespace schulkit::test
