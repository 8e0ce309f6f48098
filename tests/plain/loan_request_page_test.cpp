// A school's contact asks for kits from the Basisansicht.

#include "tests/loans/loan_samples.hpp"
#include "tests/support/plain_pages.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

constexpr char const* request_page = "/basis/koffer-anfragen";

struct AskingCounty : LoanCounty {
    Reply send_request(std::string const& who, std::string const& more, std::string const& school = "1") const {
        return send_bytes(who, "POST", request_page,
                          "school_id=" + school + "&kit_type_id=" + std::to_string(type.number("id")) +
                              "&first_school_year=2026-27&school_years=1&quantity=2&least_quantity=1" + more,
                          {{"Content-Type", "application/x-www-form-urlencoded"}, {"Sec-Fetch-Site", "same-origin"}});
    }
};

} // namespace

TEST_CASE("a contact asks for two kits without script, and reads that it is sent", "[plain][loans]") {
    AskingCounty const county;
    CHECK(says(county.get("contact", "/basis/koffer"), "href=\"/basis/koffer-anfragen\""));
    Reply const form = county.get("contact", request_page);
    REQUIRE(form.status == 200);
    CHECK(says(form, "iPad-Koffer"));
    CHECK(says(form, "2026/27"));
    CHECK_FALSE(says(form, "2025/26")); // is over
    Reply const sent = county.send_request("contact", "&purpose=Erkl%C3%A4rvideos&pupils=28");
    REQUIRE(sent.status == 303);
    Reply const told = county.get("contact", std::string{sent.raw.header("Location")});
    CHECK(says(told, "Die Anfrage ist gesendet."));
    CHECK(says(told, "Erklärvideos"));
    Json const loans = county.get("coordinator", "/api/loans").body["items"];
    REQUIRE(loans.size() == 2);
    CHECK(loans[0]["school_code"] == "GYM-03");
    CHECK(loans[0]["pupils"] == 28);
}

TEST_CASE("what a request lacks is said at its field, and what was typed is still there", "[plain][loans]") {
    AskingCounty const county;
    Reply const refused = county.send_request("contact", "&pupils=viele&purpose=Erkl%C3%A4rvideos");
    CHECK(refused.status == 422);
    CHECK(says(refused, "id=\"pupils-error\""));
    CHECK(says(refused, "Bitte geben Sie eine ganze Zahl ein, z. B. 28."));
    CHECK(says(refused, "Erklärvideos</textarea>"));
    CHECK(county.send_request("contact", "&school_years=40").status == 422);
    CHECK(county.get("coordinator", "/api/loans").number("total") == 0);
}

TEST_CASE("nobody asks for another school, and who is no contact asks for none", "[plain][loans]") {
    AskingCounty const county;
    CHECK(county.send_request("contact", "", "2").status == 422);
    CHECK(county.send_request("teacher", "").status == 403);
    CHECK(county.get("teacher", request_page).status == 403);
    CHECK_FALSE(says(county.get("teacher", "/basis/koffer"), "koffer-anfragen"));
    CHECK(county.get("coordinator", "/api/loans").number("total") == 0);
}
