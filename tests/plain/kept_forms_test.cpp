// Whose form it is, on a computer that several people use one after the other.

#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"
#include "tests/support/plain_pages.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

struct SharedComputer : WithPages {
    SharedComputer() {
        std::string const hash = hash_password("schulkit-demo");
        for (std::string const who : {"teacher", "coordinator"}) {
            auto const set = database().write({}, [&](WriteTx& tx) { return set_password(tx, person(who), hash); });
            if (!set) throw std::runtime_error{"no password"};
        }
    }
    std::string id_of(std::string const& who) const { return std::to_string(person(who).value); }
    /// The hidden fields of the page, as a browser sends them.
    static std::string hidden_fields(Reply const& page) {
        constexpr std::string_view before_name = "<input type=\"hidden\" name=\"", before_value = "\" value=\"";
        std::string fields;
        std::string_view rest = page.text;
        for (auto at = rest.find(before_name); at != rest.npos; at = rest.find(before_name)) {
            rest.remove_prefix(at + before_name.size());
            auto const name = rest.substr(0, rest.find('"'));
            rest.remove_prefix(name.size() + before_value.size());
            fields += percent_encode(name) + '=' + percent_encode(rest.substr(0, rest.find('"'))) + '&';
        }
        return fields;
    }
    Reply sign_in(std::string const& who, Reply const& page, std::string const& password = "schulkit-demo") const {
        return send_form("", "/basis/anmelden", hidden_fields(page) + "username=" + who + "&password=" + password);
    }
};

} // namespace

TEST_CASE("a form that another person has opened is shown to nobody as theirs", "[plain]") {
    SharedComputer const county;
    REQUIRE(county.send_form("teacher", "/basis/melden", "geraet=BEA0204&title=a").status == 303);
    Reply const form = county.get("teacher", "/basis/meldungen/1");
    CHECK(says(form, "name=\"person\" value=\"" + county.id_of("teacher") + "\""));
    std::string const typed = SharedComputer::hidden_fields(form) + "text=Nur+%3Cf%C3%BCr%3E+mich";
    Reply const refused = county.send_form("coordinator", "/basis/meldungen/1", typed);
    CHECK(refused.status == 409);
    CHECK(says(refused, "<h1>Inzwischen ist coordinator angemeldet</h1>"));
    CHECK(says(refused, "Es wurde nichts gespeichert"));
    CHECK(says(refused, "Nur &lt;für&gt; mich"));
    CHECK_FALSE(says(refused, "BEA0204"));
    CHECK(county.get("teacher", "/api/tickets/1/comments").number("total") == 0);
    // also where the other one may not do it at all
    CHECK(county.send_form("auditor", "/basis/meldungen/1", typed).status == 409);
    CHECK(county.send_form("teacher", "/basis/meldungen/1", typed).status == 303);
    CHECK(county.get("teacher", "/api/tickets/1/comments").number("total") == 1);

    std::string const report = SharedComputer::hidden_fields(county.get("teacher", "/basis/melden?geraet=BEA0204")) + "title=Meins";
    CHECK(says(county.send_form("coordinator", "/basis/melden", report), "Meins"));
    CHECK(county.tickets() == 1);
    std::string const statement = SharedComputer::hidden_fields(county.get("admin", "/barrierefreiheit/bearbeiten"));
    CHECK(county.send_form("coordinator", "/barrierefreiheit/bearbeiten", statement + "body=x").status == 409);
}

TEST_CASE("what was typed before the session ended goes on with its author only", "[plain]") {
    SharedComputer const county;
    std::string const typed =
        SharedComputer::hidden_fields(county.get("teacher", "/basis/melden?geraet=BEA0204")) + "title=Lange+getippt";
    Reply const late = county.send_form("", "/basis/melden", typed);
    CHECK(late.status == 401);
    CHECK(says(late, "name=\"kept.title\" value=\"Lange getippt\""));
    CHECK(says(late, "name=\"kept.person\" value=\"" + county.id_of("teacher") + "\""));

    Reply const other = county.sign_in("coordinator", late);
    CHECK(other.status == 303);
    CHECK(other.raw.header("Location") == "/basis");
    CHECK(other.text.empty());

    Reply const wrong = county.sign_in("teacher", late, "falsch");
    CHECK(wrong.status == 401);
    Reply const back = county.sign_in("teacher", wrong);
    REQUIRE(back.status == 200);
    CHECK(says(back, "Jetzt absenden"));
    CHECK(county.tickets() == 0);
    CHECK(county.send_form("teacher", "/basis/melden", SharedComputer::hidden_fields(back)).status == 303);
    CHECK(county.get("teacher", "/api/tickets/1").word("title") == "Lange getippt");
}

TEST_CASE("through the sign-in travels only what the form has", "[plain]") {
    SharedComputer const county;
    Reply const late = county.send_form("", "/basis/melden", "title=a&fremd=b&title=c&channel=phone&password=d");
    CHECK(late.status == 401);
    CHECK(says(late, "name=\"kept.title\" value=\"c\""));
    CHECK(count_of(late.text, "name=\"kept\\.") == 2);
    Reply const again = county.send_form(
        "", "/basis/anmelden", "username=teacher&password=falsch&kept_action=%2Fbasis%2Fmelden&kept.title=a&kept.fremd=b&kept.text=c");
    CHECK(count_of(again.text, "name=\"kept\\.") == 1);
    Reply const elsewhere =
        county.send_form("", "/basis/anmelden", "username=teacher&password=falsch&kept_action=%2Fbasis%2Fabmelden&kept.title=a");
    CHECK(count_of(elsewhere.text, "name=\"kept") == 0);
    std::string many = "title=a";
    for (int i = 0; i < 13'000; ++i) many += "&x" + std::to_string(i) + "=";
    CHECK(county.send_form("", "/basis/melden", many).status == 413);
}

TEST_CASE("the longest statement is taken, and kept through the sign-in", "[plain]") {
    SharedComputer const county;
    auto const set = county.database().write({}, [&](WriteTx& tx) {
        return set_password(tx, county.person("admin"), hash_password("schulkit-demo"));
    });
    REQUIRE(set);
    std::string umlauts;
    for (int i = 0; i < 8000; ++i) umlauts += "%C3%A4";
    std::string long_one = SharedComputer::hidden_fields(county.get("admin", "/barrierefreiheit/bearbeiten"));
    for (char const* name : {"exceptions", "burden", "out_of_scope", "method_details"})
        long_one += std::string{name} + '=' + umlauts + '&';
    Reply const late = county.send_form("", "/barrierefreiheit/bearbeiten", long_one);
    REQUIRE(late.status == 401);
    Reply const back = county.sign_in("admin", late);
    REQUIRE(back.status == 200);
    Reply const sent = county.send_form("admin", "/barrierefreiheit/bearbeiten", SharedComputer::hidden_fields(back));
    CHECK(sent.raw.header("Location") == "/barrierefreiheit?gespeichert=1");
    CHECK(county.send_form("teacher", "/basis/melden", "geraet=BEA0204&title=a&description=" + umlauts + umlauts).status == 413);
}
