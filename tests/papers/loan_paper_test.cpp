// The papers of a loan: made with the step, kept, signed.

#include "tests/attachments/media_samples.hpp"
#include "tests/papers/paper_county.hpp"

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("a handover makes agreement and protocol, with what is missing and who has signed on the screen", "[papers]") {
    PaperCounty const county;
    Reply const loan = county.hand_over({{"accessories", {{{"label", "Stift"}, {"quantity", 2}}}}, {"missing_accepted", true}}, true);
    REQUIRE(loan.status == 200);
    CHECK(loan.body["signature_pending"] == false);
    CHECK(loan.number("agreement_version") == 1);
    Json const papers = county.papers();
    REQUIRE(papers.size() == 2);
    CHECK(papers[0]["kind"] == "agreement");
    CHECK(papers[0]["number"] == "UEV-2026-0001");
    CHECK(papers[0]["template_version"] == 1);
    CHECK(papers[1]["kind"] == "handover");
    CHECK(papers[1]["number"] == "UEP-2026-0001");
    CHECK(papers[1]["template_version"].is_null());
    CHECK(papers[1]["school_year"] == "2026-27");
    CHECK(papers[1]["signing"] == "drawn");

    std::string const protocol = county.text_of(papers[1]);
    for (char const* words : {"Übergabeprotokoll", "Landkreis Musterkreis", "Fehlt bei der Übergabe", "1 × Stift (von 3)", "A1",
                              "Dr. Petra Lindhorst", "i. A. Jörg Weiß", "Musterstadt, 21. September 2026",
                              "auf dem Bildschirm unterschrieben", "UEV-2026-0001", "Ausfertigung für den Schulträger"}) {
        INFO(words);
        CHECK(has(protocol, words));
    }
    std::string const agreement = county.text_of(papers[0]);
    for (char const* words : {"Überlassungsvereinbarung", "das Schuljahr 2026/27", "14 Tagen", "Projektwoche Erklärvideos", "TK-01"}) {
        INFO(words);
        CHECK(has(agreement, words));
    }
    Reply const file = county.get("teacher", county.file_of(papers[1]));
    CHECK(file.raw.content_type == "application/pdf");
    CHECK(has(file.raw.header("Content-Disposition"), "UEP-2026-0001.pdf"));
}

TEST_CASE("the page of a paper has the words of its PDF", "[papers]") {
    PaperCounty const county;
    REQUIRE(county.hand_over({{"accessories", {{{"label", "Stift"}, {"quantity", 2}}}}, {"missing_accepted", true}}, true).status == 200);
    Reply const page = county.get("teacher", county.page_of(county.paper("handover")));
    REQUIRE(page.status == 200);
    for (char const* words : {"<h1>Übergabeprotokoll</h1>", "1 × Stift (von 3)", "i. A. Jörg Weiß", "<polyline", "UEP-2026-0001"}) {
        INFO(words);
        CHECK(has(page.text, words));
    }
    CHECK_FALSE(has(page.raw.header("Set-Cookie"), "schulkit_view")); // the application leads here, too
    std::string const loan = county.get("teacher", "/basis/koffer/" + std::to_string(county.loan.number("id"))).text;
    CHECK(has(loan, county.page_of(county.paper("agreement"))));
    CHECK_FALSE(has(loan, "Unterschrift steht aus"));
}

TEST_CASE("the bytes of a paper stay the same, whatever is changed later", "[papers]") {
    PaperCounty county;
    REQUIRE(county.hand_over().status == 200);
    Json const agreement = county.paper("agreement");
    std::string const before = county.bytes_of(agreement);
    std::string const page_before = county.get("teacher", county.page_of(agreement)).text;
    CHECK(before.starts_with("%PDF-"));
    county.wait_ms(3'600'000);
    county.change_settings([](PaperSettings& settings) {
        settings.county = "Landkreis Anderswo";
        settings.agreement_text = "§ Nur dies\n\n{inhaltstabelle}\n\n{unterschriften}";
    });
    CHECK(county.bytes_of(agreement) == before);
    std::string const page = county.get("teacher", county.page_of(agreement)).text;
    CHECK(page == page_before);
    CHECK(county.read(county.loan).number("agreement_version") == 1); // the one that was signed
    auto const broken = county.database().write(Id<Person>{}, [](WriteTx& tx) -> Result<std::int64_t> {
        return execute(tx, "update loan_papers set number = 'X'");
    });
    CHECK_FALSE(broken);
}

TEST_CASE("another text of the agreement is another version, and the next loan remembers it", "[papers]") {
    PaperCounty county;
    county.change_settings([](PaperSettings& settings) {
        settings.agreement_text = "§ Kurz gefasst\n\n{schule} bekommt {koffer}.\n\n{inhaltstabelle}\n\n{unterschriften}";
    });
    REQUIRE(county.hand_over().status == 200);
    Json const agreement = county.paper("agreement");
    CHECK(agreement["template_version"] == 2);
    CHECK(has(county.text_of(agreement), "Kurz gefasst"));
    CHECK(county.read(county.loan).number("agreement_version") == 2);
    auto const first = county.database().read([](Tx& tx) {
        return find_row<std::string>(tx, "select text from agreement_texts where version = 1");
    });
    REQUIRE(first);
    CHECK(has(*first, "§ Gegenstand der Überlassung")); // what a later release changes in its own text does not matter
}

TEST_CASE("what was not signed on the screen waits for its signed paper, visibly", "[papers]") {
    PaperCounty const county;
    REQUIRE(county.hand_over().body["signature_pending"] == true);
    Json const papers = county.papers();
    CHECK(papers[0]["signature_pending"] == true);
    CHECK(papers[1]["signature_pending"] == true);
    CHECK(county.get("coordinator", "/api/loans").body["items"][0]["signature_pending"] == true);
    CHECK(county.get("coordinator", "/api/handover-sessions").body["items"][0]["signature_pending"] == true);
    CHECK(has(county.get("teacher", "/basis/koffer").text, "Unterschrift steht aus"));
    CHECK_FALSE(has(county.text_of(papers[1]), "auf dem Bildschirm unterschrieben"));

    std::string const sha256 = county.send_bytes("contact", "POST", "/api/attachments", samples::pdf_file("Scan")).word("sha256");
    std::string const target = county.at(county.loan, "signed-papers");
    Json const body = {{"paper_ids", {papers[0]["id"], papers[1]["id"]}},
                       {"attachments", {{{"sha256", sha256}, {"name", "Vereinbarung.pdf"}}}}};
    CHECK(county.post("teacher", target, body).status == 403);       // no contact of the school
    CHECK(county.post("other_contact", target, body).status == 404); // of another school
    CHECK(county.post("coordinator", target, body).error_on("attachments.0.sha256") == "unknown_attachment");
    Reply const added = county.post("contact", target, body);
    REQUIRE(added.status == 200);
    CHECK(added.body["items"][0]["signature_pending"] == false);
    CHECK(added.body["items"][1]["scans"][0]["name"] == "Vereinbarung.pdf");
    CHECK(county.read(county.loan).body["signature_pending"] == false);
    CHECK(county.get("coordinator", "/api/handover-sessions").body["items"][0]["signature_pending"] == false);
    CHECK(county.get("coordinator", county.file_of(papers[0]) + "/scans/1").text == samples::pdf_file("Scan"));
    CHECK(county.get("coordinator", county.file_of(papers[0]) + "/scans/2").status == 404);
    CHECK(county.get("other_contact", county.file_of(papers[0]) + "/scans/1").status == 404);
    Reply const log = county.get("coordinator", "/api/audit?entity=loan_paper&id=" + std::to_string(papers[0]["id"].get<std::int64_t>()));
    CHECK(log.body["items"].size() == 2);
}

TEST_CASE("signed papers are refused with the reason, and nothing is added", "[papers]") {
    PaperCounty const county;
    REQUIRE(county.hand_over({}, true).status == 200);
    std::string const target = county.at(county.loan, "signed-papers");
    std::string const sha256 = county.send_bytes("technician", "POST", "/api/attachments", samples::pdf_file()).word("sha256");
    Json const file = {{"sha256", sha256}, {"name", "a.pdf"}};
    CHECK(county.post("technician", target, {{"paper_ids", Json::array()}, {"attachments", {file}}}).error_on("paper_ids") == "required");
    CHECK(county.post("technician", target, {{"paper_ids", {1}}, {"attachments", Json::array()}}).error_on("attachments") == "required");
    CHECK(county.post("technician", target, {{"paper_ids", {999}}, {"attachments", {file}}}).error_on("paper_ids") == "unknown_paper");
    CHECK(county.post("technician", target, {{"paper_ids", {1}}, {"attachments", {file}}}).code() == "nothing_to_sign");
    CHECK(county.papers()[0]["scans"].empty());
    // a false PDF and a photo that is too large do not even arrive
    Reply const no_pdf = county.send_bytes("technician", "POST", "/api/attachments?name=Vertrag.pdf", "Kein PDF");
    CHECK(no_pdf.status == 422);
    CHECK(has(no_pdf.text, "not_a_pdf"));
    Reply const huge = county.send_bytes("technician", "POST", "/api/attachments", std::string(std::size_t{60} << 20, 'x'));
    CHECK(huge.status == 413);
    CHECK(huge.code() == "too_large");
}

TEST_CASE("an empty signature hands nothing over", "[papers][handovers]") {
    PaperCounty const county;
    for (char const* empty : {"[]", "[[]]", "[[[0.5,0.5]]]", "[[[0.5,0.5],[0.5,0.5]]]", "[[[0.5,0.5],[0.51,0.5]]]"}) {
        INFO(empty);
        Json school = county.signer("Dr. Petra Lindhorst", "Schulleitung", true);
        school["signature"] = empty;
        Reply const refused = county.hand_over({{"signed_by", school}}, true);
        CHECK(refused.status == 422);
        CHECK(refused.error_on("signed_by.signature") == "empty_signature");
    }
    Json office = county.signer("Jörg Weiß", "Schul-IT", true);
    office["signature"] = "[[[0.5,7]]]";
    CHECK(county.hand_over({{"county_signed_by", office}}, true).error_on("county_signed_by.signature") == "bad_signature");
    CHECK(county.hand_over({{"county_signed_by", county.signer("", "", false)}}).error_on("county_signed_by.name") == "required");
    CHECK(county.read(county.loan).word("state") == "approved");
    CHECK(county.papers().empty());
}

TEST_CASE("signed by one of the two on the screen, the paper still waits for both hands", "[papers]") {
    PaperCounty const county;
    REQUIRE(county.hand_over({{"county_signed_by", county.signer("Jörg Weiß", "Schul-IT", false)}}, true).status == 200);
    CHECK(county.paper("handover")["signature_pending"] == true);
    CHECK_FALSE(has(county.get("teacher", county.page_of(county.paper("handover"))).text, "<polyline"));
}

TEST_CASE("where the paper cannot be made nothing is handed over", "[papers][handovers]") {
    PaperCounty const county;
    auto const address = [&](std::string const& value) {
        REQUIRE(county.database().write(Id<Person>{}, [&](WriteTx& tx) { return keep_web_address(tx, value); }));
    };
    address("https://schulkit.example/" + std::string(3000, 'x')); // more than a QR code holds
    Reply const refused = county.hand_over({}, true);
    CHECK(refused.status == 503);
    CHECK(refused.code() == "paper_not_made");
    CHECK(county.read(county.loan).word("state") == "approved");
    CHECK(county.get("coordinator", "/api/handover-sessions").number("total") == 0);
    CHECK(county.get("coordinator", county.at(county.loan, "items")).number("total") == 0);
    CHECK(county.papers().empty());
    address("https://schulkit.example");
    REQUIRE(county.hand_over({}, true).status == 200);
    CHECK(has(county.text_of(county.paper("handover")), "https://schulkit.example/#/ausleihen/1"));
}

TEST_CASE("papers are read by the own school and the office, by nobody else", "[papers]") {
    PaperCounty const county;
    REQUIRE(county.hand_over({}, true).status == 200);
    Json const paper = county.paper("agreement");
    for (char const* who : {"teacher", "contact", "technician", "coordinator", "admin"}) {
        INFO(who);
        CHECK(county.get(who, county.file_of(paper)).status == 200);
        CHECK(county.get(who, county.page_of(paper)).status == 200);
    }
    for (char const* who : {"other_teacher", "other_contact"}) {
        INFO(who);
        CHECK(county.get(who, county.at(county.loan, "papers")).status == 404);
        CHECK(county.get(who, county.file_of(paper)).status == 404);
        CHECK(county.get(who, county.page_of(paper)).status == 404);
    }
    // who signed stands on them: the auditor reads that there are papers, not what is on them
    CHECK(county.papers("auditor").size() == 2);
    CHECK(county.papers("auditor")[0]["issued_by"].is_null());
    CHECK(county.get("auditor", county.file_of(paper)).status == 403);
    CHECK(county.get("auditor", county.page_of(paper)).status == 403);
    CHECK(county.get("", county.file_of(paper)).status == 401);
    // by the number of another loan there is nothing either
    Reply const other = county.ask_for(county.second, county.gym_03);
    CHECK(county.get("coordinator", county.at(other, "papers/1")).status == 404);
}

TEST_CASE("a collection gives a receipt, the check a protocol with what is missing and the time to object", "[papers]") {
    PaperCounty const county;
    REQUIRE(county.patch("coordinator", "/api/loan-settings", {{"objection_days", 10}, {"version", 1}}).status == 200);
    REQUIRE(county.hand_over({}, true).status == 200);
    Reply const back = county.post("technician", county.at(county.loan, "take-back"),
                                   {{"scanned", {"A1"}},
                                    {"seal_number", "P-4711"},
                                    {"signed_by", county.signer("Jens Albers", "Hausmeister", true)},
                                    {"county_signed_by", county.signer("Jörg Weiß", "Schul-IT", true)}});
    REQUIRE(back.status == 200);
    Json const receipt = county.paper("receipt");
    CHECK(receipt["number"] == "EB-2026-0001");
    CHECK(receipt["signing"] == "drawn");
    std::string const words = county.text_of(receipt);
    for (char const* each : {"Empfangsbestätigung", "P-4711", "Bei der Abholung schon erfasst", "A1", "Jens Albers"}) CHECK(has(words, each));
    CHECK_FALSE(has(words, "Stift")); // not counted there

    REQUIRE(county.post("technician", county.at(county.loan, "check-in"),
                        {{"scanned", {"A2", "AK"}}, {"accessories", {{{"label", "Stift"}, {"quantity", 1}}}}})
                .status == 200);
    Json const protocol = county.paper("return_protocol");
    CHECK(protocol["signing"] == "none");
    CHECK(protocol["signature_pending"] == false);
    std::string const found = county.text_of(protocol);
    for (char const* each : {"Rückgabeprotokoll", "Das fehlt", "(A3)", "2 × Stift (von 3)", "innerhalb von 10 Tagen",
                             "bis zum 1. Oktober 2026", "A1", "A2"}) {
        INFO(each);
        CHECK(has(found, each));
    }
    CHECK_FALSE(has(found, "(A1)")); // came back at the collection
}

TEST_CASE("a longer loan and a swapped device have numbered supplements", "[papers]") {
    PaperCounty const county;
    REQUIRE(county.hand_over({}, true).status == 200);
    REQUIRE(county.step(county.loan, "extend", {{"school_years", 1}}).status == 200);
    Json const first = county.paper("supplement");
    CHECK(first["number"] == "UEV-2026-0001/N1");
    CHECK(first["signature_pending"] == true);
    std::string const words = county.text_of(first);
    for (char const* each : {"Nachtrag 1 zur Überlassungsvereinbarung", "die Schuljahre 2026/27 und 2027/28"}) CHECK(has(words, each));

    county.tablet("ERSATZ");
    auto const id_of = [&](char const* tag) {
        return Id<Asset>{county.get("coordinator", std::string{"/api/assets?q="} + tag).body["items"][0]["id"].get<std::int64_t>()};
    };
    Id<Asset> const out = id_of("A2"), in = id_of("ERSATZ");
    auto const issued = county.database().write(county.person("technician"), [&](WriteTx& tx) -> Result<LoanPaper> {
        Access const access{.person = county.person("technician"), .role = Role::technician, .scope = Scope::county};
        return papers::issue_supplement(tx, access, Id<Loan>{county.loan.number("id")},
                                        {.slots = {{.slot = 2, .out = out, .in = in}},
                                         .delivered = {{"Stift", 1}},
                                         .reason = "Display gebrochen"});
    });
    REQUIRE(issued);
    CHECK(issued->number == "UEV-2026-0001/N2");
    Json const second = county.papers().back();
    CHECK(has(county.get("coordinator", county.file_of(second)).raw.header("Content-Disposition"), "UEV-2026-0001-N2.pdf"));
    std::string const swap = county.text_of(second);
    for (char const* each : {"Nachtrag 2", "Der Schulträger nimmt zurück", "A2", "Die Schule erhält", "ERSATZ", "Stift", "Display gebrochen"}) {
        INFO(each);
        CHECK(has(swap, each));
    }
}

TEST_CASE("a supplement can be issued for a loan that was handed over before papers were made here", "[papers]") {
    PaperCounty const county;
    auto const handed = county.database().write(county.person("technician"), [&](WriteTx& tx) -> Result<LoanPaper> {
        Access const access{.person = county.person("technician"), .role = Role::technician, .scope = Scope::county};
        return papers::issue_supplement(tx, access, Id<Loan>{county.loan.number("id")}, {.delivered = {{"Stift", 2}}});
    });
    REQUIRE(handed);
    CHECK(handed->number == "A-" + std::to_string(county.loan.number("id")) + "/N1");
}

TEST_CASE("the protocol of a check tells what is new with its time to object, and earlier gaps beside it", "[papers]") {
    PaperCounty county;
    REQUIRE(county.hand_over({}, true).status == 200);
    county.prepare(county.second, "B");
    county.must_be(200, county.step(county.loan, "exchange",
                                    {{"kit_id", county.second.number("id")}, {"scanned", {"A1", "A2", "AK"}}, {"missing_accepted", true}}));
    county.wait_ms(std::int64_t{60} * 24 * 60 * 60 * 1000);
    county.must_be(200, county.step(county.loan, "take-back", Json::object(), "technician"));
    county.must_be(200, county.step(county.loan, "check-in", {{"scanned", {"B1", "B2", "BK"}}}, "technician"));
    std::string const found = county.text_of(county.paper("return_protocol"));
    INFO(found);
    auto const told = found.find("Das fehlt");
    auto const earlier = found.find("Schon früher mitgeteilt");
    REQUIRE(told != std::string::npos);
    REQUIRE(earlier != std::string::npos);
    CHECK(found.find("(B3)") > told);
    CHECK(found.find("(B3)") < earlier);
    CHECK(found.find("(A3)") > earlier);
}
