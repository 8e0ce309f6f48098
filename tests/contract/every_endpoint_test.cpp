// Every mounted endpoint, without its name: no new one can be forgotten.

#include "shared/access/access.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

std::string target_of(Mounted const& endpoint) {
    std::string target{endpoint.pattern.text()};
    for (std::size_t open = target.find('{'); open != std::string::npos; open = target.find('{'))
        target.replace(open, target.find('}', open) - open + 1, "999");
    return target;
}

std::string method_of(Mounted const& endpoint) {
    return std::string{method_word(endpoint.method)};
}

char const* somebody_of(Role role) {
    switch (role) {
    case Role::admin: return "admin";
    case Role::coordinator: return "coordinator";
    case Role::technician: return "technician";
    case Role::school_staff: return "teacher";
    case Role::auditor: return "auditor";
    }
    return "";
}

} // namespace

TEST_CASE("nobody gets an answer without signing in", "[contract][access]") {
    County county;
    int guarded = 0;
    for (Mounted const& endpoint : county.router().endpoints()) {
        if (!endpoint.action) continue;
        INFO(endpoint.name);
        Reply const refused = county.send("", method_of(endpoint), target_of(endpoint), Json::object());
        CHECK(refused.status == 401);
        CHECK(refused.code() == "unauthenticated");
        ++guarded;
    }
    CHECK(guarded >= 15);
}

TEST_CASE("only signing in and out, and asking who one is, is open", "[contract][access]") {
    County county;
    std::vector<std::string_view> open;
    for (Mounted const& endpoint : county.router().endpoints())
        if (!endpoint.action) open.push_back(endpoint.name);
    CHECK(open == std::vector<std::string_view>{"sign_in", "get_session", "sign_out"});
}

TEST_CASE("a role that may not is told so, and one that may is not", "[contract][access]") {
    County county;
    for (Mounted const& endpoint : county.router().endpoints()) {
        if (!endpoint.action) continue;
        for (auto const& [role, word] : EnumWords<Role>::values) {
            INFO(endpoint.name << " as " << word);
            Reply const answer = county.send(somebody_of(role), method_of(endpoint), target_of(endpoint), Json::object());
            CHECK((answer.status == 403) == !may(role, *endpoint.action));
        }
    }
}

TEST_CASE("junk is refused everywhere, and nothing is stored", "[contract]") {
    County county;
    std::int64_t const before = county.database().last_change();
    for (Mounted const& endpoint : county.router().endpoints()) {
        if (endpoint.max_body_bytes == 0) continue;
        // what only a school says is said by its contact
        char const* const who = endpoint.action && !may(Role::admin, *endpoint.action) ? "contact" : "admin";
        for (std::string const& junk : {std::string{"{"}, std::string{"[]"}, std::string{"\"\xFF\""}, std::string(5000, '['),
                                        std::string{"{\"tag\":{}}"}, std::string{"null"}, std::string{"\0\0", 2}}) {
            INFO(endpoint.name << ": " << junk.substr(0, 10));
            Reply const refused = county.send_bytes(who, method_of(endpoint), target_of(endpoint), junk,
                                                    {{"Content-Type", "application/json"}});
            // a change of something that is not there may say so before it looks at the change
            CHECK((refused.status == 422 || refused.status == 404));
            CHECK_FALSE(refused.code().empty());
        }
    }
    CHECK(county.database().last_change() == before);
}

TEST_CASE("an answer of a problem says what kind it is and tells no internals", "[contract]") {
    County county;
    Reply const missing = county.get("admin", "/api/assets/999999");
    CHECK(missing.status == 404);
    CHECK(missing.raw.content_type == "application/problem+json");
    CHECK(missing.number("status") == 404);
    CHECK(missing.code() == "not_found");
    CHECK(missing.text.find("select") == std::string::npos);
    CHECK(county.get("admin", "/api/nothing").status == 404);
    CHECK(county.send("admin", "DELETE", "/api/assets", {}).status == 405);
}
