#include "tests/kits/kit_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

constexpr char const* real_run = "/api/imports?dry_run=false";

Reply import(County const& county, std::string const& list, std::string const& target = "/api/imports") {
    return county.send_bytes("coordinator", "POST", target, list);
}

std::int64_t devices(County const& county) {
    return county.get("coordinator", "/api/assets").number("total");
}

std::string error_in_row(Reply const& reply, std::int64_t row) {
    for (Json const& entry : reply.body["rows"])
        if (entry["row"] == row && !entry["errors"].empty())
            return entry["errors"][0]["field"].get<std::string>() + ' ' + entry["errors"][0]["code"].get<std::string>();
    return {};
}

} // namespace

TEST_CASE("a list is looked at first and stores nothing", "[imports]") {
    County county;
    Reply const report = import(county, "Inventarnummer;Bezeichnung\nA1;PC\nA2;Beamer\n");
    CHECK(report.status == 200);
    CHECK(report.number("created") == 2);
    CHECK(report.word("encoding") == "utf-8");
    CHECK(report.body["stored"] == false);
    CHECK(devices(county) == 0);
}

TEST_CASE("a county's list is taken over: school by code or name, room, price, date, status, new category", "[imports]") {
    County county;
    Reply const report = import(county,
                                "Inventar-Nr.;Bezeichnung;Kategorie;Schule;Raum;Kaufdatum;Anschaffungswert;Status\r\n"
                                "A1;Beamer;Projektor;gym-03;R 204;31.08.2024;1.234,56 €;in Betrieb\r\n"
                                "A2;Beamer;projektor;Förderschule am Fluß;Aula;2024-08-31;99;defekt\r\n",
                                real_run);
    CHECK(report.status == 200);
    CHECK(report.number("created") == 2);
    CHECK(report.body["new_categories"] == Json::array({"Projektor"}));
    Reply const found = county.get("coordinator", "/api/assets?category=Projektor");
    REQUIRE(found.number("total") == 2);
    Json const& first = found.body["items"][0];
    CHECK(first["school_code"] == "GYM-03");
    CHECK(first["room"] == "204");
    CHECK(first["price_cents"] == 123456);
    CHECK(first["purchased_on"] == "2024-08-31");
    CHECK(first["status"] == "in_use");
    CHECK(found.body["items"][1]["status"] == "in_repair");
    CHECK(found.body["items"][1]["school_code"] == "FS-01");
}

TEST_CASE("one bad row stops the whole list, named by row, field and value", "[imports]") {
    County county;
    Reply const refused = import(county, "tag,name,school\nA1,PC,GYM-03\nA2,PC,Hogwarts\nA1,PC,GYM-03\n,PC,GYM-03\n", real_run);
    CHECK(refused.status == 422);
    CHECK(refused.code() == "rows_rejected");
    CHECK(refused.number("rejected") == 3);
    CHECK(error_in_row(refused, 3) == "school_code unknown_school");
    CHECK(error_in_row(refused, 4) == "tag duplicate_in_file");
    CHECK(error_in_row(refused, 5) == "tag required");
    CHECK(devices(county) == 0);
    Reply const partial = import(county, "tag,name,school\nA1,PC,GYM-03\nA2,PC,Hogwarts\n",
                                 "/api/imports?dry_run=false&partial=true");
    CHECK(partial.status == 200);
    CHECK(partial.number("created") == 1);
    CHECK(devices(county) == 1);
}

TEST_CASE("a tag that exists under another serial number is a conflict", "[imports]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"serial", "S-1"}});
    county.add_asset({{"tag", "A2"}, {"name", "PC"}});
    Reply const refused = import(county, "tag,name,serial\nA1,PC,S-2\nA2,PC,S-1\nA3,PC,S-1\n", real_run);
    CHECK(refused.status == 422);
    for (std::int64_t const row : {2, 3, 4}) CHECK(error_in_row(refused, row) == "serial serial_conflict");
    CHECK(devices(county) == 2);
}

TEST_CASE("the same list again changes nothing, and an empty cell blanks nothing", "[imports]") {
    County county;
    std::string const list = "tag;name;room;notes\nA1;PC;204;alt\nA2;PC;205;\n";
    CHECK(import(county, list, real_run).number("created") == 2);
    std::int64_t const before = county.database().last_change();
    Reply const again = import(county, list, real_run);
    CHECK(again.number("unchanged") == 2);
    CHECK(county.database().last_change() == before);
    Reply const update = import(county, "tag;name;room;notes\na1;Notebook;;\n", real_run);
    CHECK(update.number("updated") == 1);
    Json const asset = county.get("coordinator", "/api/assets?q=A1").body["items"][0];
    CHECK(asset["name"] == "Notebook");
    CHECK(asset["room"] == "204");
    CHECK(asset["notes"] == "alt");
    CHECK(asset["tag"] == "A1");
}

TEST_CASE("what is no list is refused whole", "[imports]") {
    County county;
    for (auto const& [list, code] :
         {std::pair{std::string(1'000'000, '\0'), "not_a_table"}, {std::string{"PK\x03\x04zip"}, "not_a_table"},
          {std::string{}, "not_a_table"}, {std::string{"tag;name\n"}, "no_rows"}, {std::string{"tag;room\nA1;2\n"}, "missing_column"}}) {
        INFO(code);
        for (char const* target : {"/api/imports", real_run}) {
            Reply const refused = import(county, list, target);
            CHECK(refused.status == 422);
            CHECK(refused.code() == code);
        }
    }
    CHECK(devices(county) == 0);
}

TEST_CASE("a row whose tag an earlier row's room took is named, and nothing is stored", "[imports]") {
    County county;
    Reply const refused = import(county, "Inventarnummer;Bezeichnung;Schule;Raum\nA1;PC;GYM-03;999X\n"
                                         "GYM-03-R-999X;PC;GYM-03;1\n", real_run);
    CHECK(refused.status == 422);
    CHECK(refused.word("code") == "rows_rejected");
    CHECK(error_in_row(refused, 3) == "tag taken");
    CHECK(devices(county) == 0);
}

TEST_CASE("imported devices are found by their words, and a changed one by its new words", "[imports]") {
    County county;
    CHECK(import(county, "Inventarnummer;Bezeichnung\nA1;Beamer Bühne\nA2;Notebook\n", real_run).status == 200);
    CHECK(county.get("coordinator", "/api/assets?q=buehne").number("total") == 1);
    CHECK(county.get("coordinator", "/api/assets?q=no").number("total") == 1);
    CHECK(import(county, "Inventarnummer;Bezeichnung\nA1;Leinwand\nA3;Beamer Keller\n", real_run).status == 200);
    CHECK(county.get("coordinator", "/api/assets?q=buehne").number("total") == 0);
    CHECK(county.get("coordinator", "/api/assets?q=leinwand").number("total") == 1);
    CHECK(county.get("coordinator", "/api/assets?q=keller").number("total") == 1);
    // one that is added alone afterwards is found as well
    county.add_asset({{"tag", "A4"}, {"name", "Mikrofon"}});
    CHECK(county.get("coordinator", "/api/assets?q=mikrofon").number("total") == 1);
}

TEST_CASE("an import may not be made by who may not", "[imports][access]") {
    County county;
    for (char const* who : {"technician", "teacher", "auditor"})
        CHECK(county.send_bytes(who, "POST", real_run, "tag,name\nA1,PC\n").status == 403);
}

TEST_CASE("a list neither begins nor ends a loan", "[imports]") {
    County county;
    Reply const refused = import(county, "tag;name;status\nA1;iPad;ausgeliehen\n", real_run);
    CHECK(error_in_row(refused, 2) == "status bad_status");
    CHECK(devices(county) == 0);
}

TEST_CASE("columns that hold unlock codes or name people are not read, and the report says so", "[imports]") {
    County county;
    Reply const report = import(county, "tag;name;ActivationLockBypassCode;notes\nA1;iPad;SECRETCODE;gut\n", real_run);
    REQUIRE(report.status == 200);
    REQUIRE(report.body["warnings"].size() == 1);
    CHECK(report.body["warnings"][0]["kind"] == "private_column_dropped");
    CHECK(report.body["warnings"][0]["header"] == "ActivationLockBypassCode");
    CHECK(report.text.find("SECRETCODE") == std::string::npos);
    CHECK(county.get("coordinator", "/api/audit?limit=200").text.find("SECRETCODE") == std::string::npos);
}

TEST_CASE("a list that retires a device sitting in a kit is refused at its row, already when it is only looked at", "[imports][kits]") {
    KitCounty county;
    county.put_in(county.kit, "TAB0001");
    std::string const list = "tag,name,status\nTAB0001,iPad 10,ausgesondert\nTAB0002,iPad 10,ausgesondert\n";
    for (char const* target : {"/api/imports", real_run}) {
        Reply const report = import(county, list, target);
        CHECK(report.number("rejected") == 1);
        CHECK(report.number("updated") == 1);
        CHECK(error_in_row(report, 2) == "status in_kit");
    }
    CHECK(county.get("coordinator", "/api/assets?status=retired").number("total") == 0);
    Reply const partial = import(county, list, "/api/imports?dry_run=false&partial=true");
    CHECK(partial.status == 200);
    CHECK(county.get("coordinator", "/api/assets?status=retired").body["items"][0]["tag"] == "TAB0002");
}
