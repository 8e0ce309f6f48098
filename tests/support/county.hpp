#pragma once
// A small county and its API, in the test's own process: three schools, one person for each role.

#include "server/app.hpp"
#include "tests/support/temp_database.hpp"

#include <map>
#include <string>
#include <vector>

namespace schulkit::test {

/// An answer of the API.
struct Reply {
    int status = 0;
    Json body = {};
    std::string text = {};
    HttpResponse raw = {};

    std::string code() const { return word("code"); }
    /// A text member of the body; empty where there is none.
    std::string word(std::string const& member) const;
    std::int64_t number(std::string const& member) const;
    /// The code that errors[] has for a field; empty where there is none.
    std::string error_on(std::string const& field) const;
};

class County {
public:
    County();

    /// `who`: "admin", "coordinator", "technician", "teacher" (of GYM-03), "other_teacher" (of GYM-04), "contact"
    /// and "other_contact" of the same schools, "auditor",
    /// "station_technician" (of GYM-03 only); empty: nobody.
    Reply get(std::string const& who, std::string const& target) const;
    Reply send(std::string const& who, std::string const& method, std::string const& target, Json const& body,
               std::vector<Header> headers = {}) const;
    Reply send_bytes(std::string const& who, std::string const& method, std::string const& target,
                     std::string const& body, std::vector<Header> headers = {}) const;
    Reply post(std::string const& who, std::string const& target, Json const& body) const {
        return send(who, "POST", target, body);
    }
    Reply patch(std::string const& who, std::string const& target, Json const& body) const {
        return send(who, "PATCH", target, body);
    }
    /// Adds an asset as the coordinator; its id.
    std::int64_t add_asset(Json const& body) const;

    Database& database() const { return *m_database; }
    Router const& router() const { return m_app->router(); }
    Header authorization(std::string const& who) const;
    Id<Person> person(std::string const& who) const { return m_people.at(who); }
    /// Makes time pass.
    void wait_ms(std::int64_t ms) { m_now->unix_ms += ms; }

private:
    std::shared_ptr<Instant> m_now = std::make_shared<Instant>(Instant{1'790'000'000'000});
    TempDatabase m_database;
    std::unique_ptr<ServerApp> m_app;
    std::map<std::string, Id<Person>> m_people;
    std::map<std::string, std::string> m_tokens;
};

} // namespace schulkit::test
