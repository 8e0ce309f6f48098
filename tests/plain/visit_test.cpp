#include "server/plain/visit.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::plain;

TEST_CASE("after signing in one comes back, but only inside the application", "[plain]") {
    for (std::string const good : {"/basis", "/basis/geraete?q=x%20y", "/basis/meldungen/43", "/basis?x=1", "/barrierefreiheit",
                                   "/barrierefreiheit/bearbeiten", "/basis/g/BEA%2F0204"})
        CHECK(safe_next(good) == good);
    for (std::string const bad :
         {"", "/", "//evil.example", "/\\evil.example", "https://evil.example", "/basis//evil.example", "/basisevil", "basis",
          "/basis/../api/session", "/basis\r\nSet-Cookie: x=1", "/basis/ä", "javascript:alert(1)", "/basis/anmelden?next=/basis", "/basis/abmelden",
          "/barrierefreiheit.evil.example", " /basis", "/basis/x y"}) {
        INFO(bad);
        CHECK(safe_next(bad) == "/basis");
    }
    CHECK(safe_next("/basis/" + std::string(3000, 'x')) == "/basis");
}

TEST_CASE("the language follows the browser, and is German where it says nothing of ours", "[plain]") {
    CHECK(language_by("") == "de");
    CHECK(language_by("en") == "en");
    CHECK(language_by("en-GB,en;q=0.9,de;q=0.5") == "en");
    CHECK(language_by("de-AT, en;q=0.8") == "de");
    CHECK(language_by("fr, tr;q=0.9") == "de");
    CHECK(language_by("fr, en;q=0.2") == "en");
    CHECK(language_by("de;q=0.3, en;q=0.7") == "en");
    CHECK(language_by("en;q=0") == "de");
    CHECK(language_by("eng, den") == "de");
    CHECK(language_by(";;,,q=") == "de");
}

TEST_CASE("addresses carry only what has a value, escaped", "[plain]") {
    CHECK(address("/basis/geraete", {{"q", "Ä &"}, {"raum", ""}}) == "/basis/geraete?q=%C3%84%20%26");
    CHECK(address("/a?x=1", {{"y", "2"}}) == "/a?x=1&y=2");
    CHECK(address("/a", {}) == "/a");
}

TEST_CASE("keys of forms differ", "[plain]") {
    CHECK(new_form_key() != new_form_key());
    CHECK(new_form_key().size() >= 32);
}
