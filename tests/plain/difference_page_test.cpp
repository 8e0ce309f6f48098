// What a check has found, in the Basisansicht: told at the loan, objected to on a page of its own.

#include "tests/loans/lent_samples.hpp"
#include "tests/support/plain_pages.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

struct CheckedPages : LentCounty {
    CheckedPages() {
        tablet("NEU1");
        must_be(200, step(loan, "swap", {{"slot", 1}, {"asset_code", "NEU1"}}, "technician"));
        must_be(200, step(loan, "take-back"));
        must_be(200, step(loan, "check-in", {{"scanned", {"NEU1", "A2", "AK"}}}));
        page = "/basis/abweichungen/" + std::to_string(differences()[0]["id"].get<std::int64_t>());
        loan_page = "/basis/koffer/" + std::to_string(loan.number("id"));
    }
    Reply send_form(std::string const& who, std::string const& body) const {
        return send_bytes(who, "POST", page, body, {{"Content-Type", "application/x-www-form-urlencoded"}});
    }
    std::string page = {};
    std::string loan_page = {};
};

} // namespace

TEST_CASE("a school reads at its loan what was swapped and what the check has found", "[plain]") {
    CheckedPages const county;
    Reply const list = county.get("contact", "/basis/koffer");
    CHECK(says(list, "gab es eine Abweichung"));
    Reply const loan = county.get("contact", county.loan_page);
    CHECK(says(loan, "Abweichungen bei der Prüfung"));
    CHECK(says(loan, "Platz 3: Tablet, A3"));
    CHECK(says(loan, "Frist bis 05.10.2026"));
    CHECK(says(loan, "href=\"" + county.page + "\""));
    CHECK(says(loan, "Nachtrag 1: Gerät getauscht"));
    CHECK(says(loan, "Zurückgenommen: Platz 1: Tablet, A1"));
    CHECK(county.get("other_contact", county.page).status == 404);
    CHECK(county.get("", county.page).status == 302);
}

TEST_CASE("a contact objects by a form without script; others of the school only read", "[plain]") {
    CheckedPages const county;
    CHECK_FALSE(says(county.get("teacher", county.page), "<textarea"));
    CHECK(county.send_form("teacher", "objection=x").status == 403);
    CHECK(county.send_form("other_contact", "objection=x").status == 404);
    CHECK(says(county.get("contact", county.page), "name=\"objection\""));
    Reply const empty = county.send_form("contact", "objection=+");
    CHECK(empty.status == 422);
    CHECK(says(empty, "Der Einwand wurde nicht gesendet"));
    CHECK(count_of(empty.text, "<h1[ >]") == 1);
    Reply const sent = county.send_form("contact", "objection=Das+Tablet+war+%3Cb%3Enie%3C%2Fb%3E+dabei.");
    CHECK(sent.status == 303);
    CHECK(sent.raw.header("Location") == county.page + "?neu=1");
    Reply const after = county.get("contact", county.page + "?neu=1");
    CHECK(says(after, "Ihr Einwand ist gesendet."));
    CHECK(says(after, "Das Tablet war &lt;b&gt;nie&lt;/b&gt; dabei."));
    CHECK(says(after, "Einwand liegt vor"));
    CHECK_FALSE(says(after, "<textarea"));
    // a second one is told why not, with what was typed
    Reply const again = county.send_form("contact", "objection=Noch+einmal");
    CHECK(again.status == 422);
    CHECK(says(again, "Zu diesem Punkt gibt es schon einen Einwand."));
}
