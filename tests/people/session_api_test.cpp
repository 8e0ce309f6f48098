#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"
#include "server/people/sign_in_throttle.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

struct WithPassword : County {
    explicit WithPassword(std::string_view password = "richtig-lang") {
        std::string const hash = hash_password(password);
        auto const set = database().write({}, [&](WriteTx& tx) { return set_password(tx, person("teacher"), hash); });
        if (!set) throw std::runtime_error{"no password"};
    }
    Reply sign_in(std::string const& name, std::string const& password) const {
        return send("", "POST", "/api/session", {{"username", name}, {"password", password}});
    }
    Reply with_cookie(std::string const& method, std::string const& cookie) const {
        return send_bytes("", method, "/api/session", {}, {{"Cookie", cookie}});
    }
};

std::string cookie_of(Reply const& reply) {
    std::string const whole{reply.raw.header("Set-Cookie")};
    return whole.substr(0, whole.find(';'));
}

} // namespace

TEST_CASE("who signs in gets a cookie that works until they sign out", "[people]") {
    WithPassword county;
    Reply const session = county.sign_in("Teacher", "richtig-lang");
    REQUIRE(session.status == 200);
    CHECK(session.body["user"]["username"] == "teacher");
    CHECK(session.body["user"]["role"] == "school_staff");
    CHECK(session.body["user"]["school_codes"] == Json::array({"GYM-03"}));
    std::string const set_cookie{session.raw.header("Set-Cookie")};
    CHECK(set_cookie.find("HttpOnly") != std::string::npos);
    CHECK(set_cookie.find("SameSite=Lax") != std::string::npos);
    std::string const cookie = cookie_of(session);
    CHECK(county.with_cookie("GET", cookie).status == 200);
    CHECK(county.with_cookie("DELETE", cookie).status == 204);
    CHECK(county.with_cookie("GET", cookie).status == 401);
}

TEST_CASE("a session ends after a day at work", "[people]") {
    WithPassword county;
    std::string const cookie = cookie_of(county.sign_in("teacher", "richtig-lang"));
    county.wait_ms(11 * 3'600'000LL);
    CHECK(county.with_cookie("GET", cookie).status == 200);
    county.wait_ms(2 * 3'600'000LL);
    CHECK(county.with_cookie("GET", cookie).status == 401);
}

TEST_CASE("a wrong password and an unknown name sound the same", "[people]") {
    WithPassword county;
    Reply const wrong = county.sign_in("teacher", "falsch");
    Reply const nobody = county.sign_in("niemand", "falsch");
    CHECK(wrong.status == 401);
    CHECK(wrong.text == nobody.text);
    CHECK(county.sign_in("", "").status == 422);
}

TEST_CASE("guessing is slowed down", "[people]") {
    SignInThrottle throttle;
    Instant now{1'000'000};
    for (std::size_t i = 0; i < SignInThrottle::allowed_attempts; ++i) CHECK(throttle.begin("1.2.3.4", "anna", now));
    CHECK_FALSE(throttle.begin("1.2.3.4", "anna", now));
    CHECK(throttle.begin("1.2.3.4", "berta", now));
    CHECK(throttle.begin("5.6.7.8", "anna", now));
    now.unix_ms += SignInThrottle::window_ms;
    CHECK(throttle.begin("1.2.3.4", "anna", now));
    auto const right = throttle.begin("1.2.3.4", "anna", now);
    REQUIRE(right);
    throttle.succeeded(*right);
    for (std::size_t i = 0; i < SignInThrottle::allowed_attempts; ++i) CHECK(throttle.begin("1.2.3.4", "anna", now));
    CHECK_FALSE(throttle.begin("1.2.3.4", "anna", now));
}

TEST_CASE("one address does not guess for ever by taking another name each time", "[people]") {
    SignInThrottle throttle;
    Instant now{1'000'000};
    auto const attempt = [&](std::size_t i) { return throttle.begin("1.2.3.4", "name" + std::to_string(i), now); };
    for (std::size_t i = 0; i < SignInThrottle::allowed_of_address - 1; ++i) CHECK(attempt(i));
    // one's own account is no way to be forgiven the others
    auto const own = throttle.begin("1.2.3.4", "own", now);
    REQUIRE(own);
    CHECK_FALSE(attempt(1000));
    throttle.succeeded(*own);
    CHECK(attempt(1000));
    CHECK_FALSE(attempt(1001));
    CHECK(throttle.begin("5.6.7.8", "anna", now));
    now.unix_ms += SignInThrottle::window_ms;
    CHECK(attempt(1001));
    CHECK(throttle.kept() == 1);
}

TEST_CASE("an attempt whose password nobody looked at does not count", "[people]") {
    SignInThrottle throttle;
    for (std::size_t i = 0; i < 2 * SignInThrottle::allowed_of_address; ++i) {
        auto const attempt = throttle.begin("1.2.3.4", "anna", {1});
        REQUIRE(attempt);
        throttle.take_back(*attempt);
        throttle.take_back(*attempt);
    }
    auto const right = throttle.begin("1.2.3.4", "anna", {1});
    REQUIRE(right);
    throttle.succeeded(*right);
    throttle.take_back(*right);
    for (std::size_t i = 0; i < SignInThrottle::allowed_attempts; ++i) CHECK(throttle.begin("1.2.3.4", "anna", {1}));
    CHECK_FALSE(throttle.begin("1.2.3.4", "anna", {1}));
}

TEST_CASE("guessing from very many addresses takes a bounded room", "[people]") {
    SignInThrottle throttle;
    auto const first = throttle.begin("first", "anna", {1});
    REQUIRE(first);
    for (std::size_t i = 0; i < SignInThrottle::most_kept + 500; ++i)
        CHECK(throttle.begin("address" + std::to_string(i), "anna", {1}));
    CHECK(throttle.kept() == SignInThrottle::most_kept);
    throttle.succeeded(*first); // forgotten long ago
    throttle.take_back(*first);
    CHECK(throttle.begin("after", "anna", {1 + SignInThrottle::window_ms}));
    CHECK(throttle.kept() == 1);
}

TEST_CASE("who signs in anew ends the session they had", "[people]") {
    WithPassword county;
    std::string const body = R"({"username":"teacher","password":"richtig-lang"})";
    auto const sign_in_with = [&](std::string const& cookies) {
        return county.send_bytes("", "POST", "/api/session", body, {{"Cookie", cookies}});
    };
    std::string const first = cookie_of(county.sign_in("teacher", "richtig-lang"));
    std::string const elsewhere = cookie_of(county.sign_in("teacher", "richtig-lang"));
    std::string const second = cookie_of(sign_in_with("a=b; " + first));
    CHECK(county.with_cookie("GET", first).status == 401);
    CHECK(county.with_cookie("GET", second).status == 200);
    CHECK(county.with_cookie("GET", elsewhere).status == 200);
    // a wrong password ends nothing
    county.send_bytes("", "POST", "/api/session", R"({"username":"teacher","password":"falsch"})", {{"Cookie", second}});
    CHECK(county.with_cookie("GET", second).status == 200);
}

TEST_CASE("of two session cookies none is believed", "[people]") {
    WithPassword county;
    std::string const own = cookie_of(county.sign_in("teacher", "richtig-lang"));
    std::string const planted = cookie_of(county.sign_in("teacher", "richtig-lang"));
    for (std::string const& both : {own + "; " + planted, planted + "; " + own, own + "; " + own, own + "; schulkit_session="})
        CHECK(county.with_cookie("GET", both).status == 401);
    Reply const headers = county.send_bytes("", "GET", "/api/session", {}, {{"Cookie", own}, {"Cookie", planted}});
    CHECK(headers.status == 401);
    CHECK(county.with_cookie("GET", "other=1; " + own).status == 200);
}

TEST_CASE("a password is taken as it is typed, blanks and all", "[people]") {
    WithPassword county{" geheim 123\t"};
    CHECK(county.sign_in("teacher", " geheim 123\t").status == 200);
    CHECK(county.sign_in("teacher", "geheim 123").status == 401);
}

TEST_CASE("secrets lie in the database as hashes only", "[people]") {
    WithPassword county;
    std::string const cookie = cookie_of(county.sign_in("teacher", "richtig-lang"));
    std::string const token = cookie.substr(cookie.find('=') + 1);
    county.database().read([&](Tx& tx) {
        for (char const* sql : {"select token_hash from sessions", "select token_hash from api_tokens",
                                "select password_hash from password_logins"})
            for (std::string const& hash : rows<std::string>(tx, sql)) {
                CHECK(hash.find(token) == std::string::npos);
                CHECK(hash.find("richtig") == std::string::npos);
            }
        CHECK(find_row<std::string>(tx, "select password_hash from password_logins")->starts_with("$argon2id$"));
        return true;
    });
}
