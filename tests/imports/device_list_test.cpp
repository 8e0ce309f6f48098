#include "tests/imports/list_samples.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace schulkit;
using namespace schulkit::samples;

namespace {

FieldError error(std::string field, std::string code, std::string value = {}) {
    return {.field = std::move(field), .code = std::move(code), .value = std::move(value)};
}

/// The row of a list with one row below `header`.
DeviceRow one(std::string const& header, std::string const& cells) {
    DeviceList list = read(header + "\n" + cells + "\n");
    REQUIRE(list.rows.size() == 1);
    return list.rows[0];
}

std::vector<ListWarningKind> kinds(DeviceList const& list) {
    std::vector<ListWarningKind> result;
    for (ListWarning const& warning : list.warnings)
        result.push_back(warning.kind);
    return result;
}

std::string const county_header = "Inventarnummer;Bezeichnung;Kategorie;Hersteller;Modell;Seriennummer;"
                                  "Status;Schule;Raum;Kaufdatum;Anschaffungswert;Bemerkung";

} // namespace

TEST_CASE("a county's list is read with all its columns", "[imports]") {
    std::string const text =
        county_header +
        "\r\nBEA0204;\"Beamer; groß\";Projektor;Epson;EB-L200F;X4LA1;in Betrieb;GYM-03;R 204;31.08.2024;"
        "\"1.234,56 €\";\"Lampe neu\nFernbedienung fehlt\"\r\n\r\nLAP1;Laptop;;;;;;;;;;\r\n";
    for (std::string const& bytes :
         {text, "\xEF\xBB\xBF" + text, excel_unicode_text(text), utf16(text, Encoding::utf_16be)}) {
        auto const list = read_device_list(bytes);
        REQUIRE(list);
        CHECK(list->format == ListFormat::list);
        CHECK(list->separator == ';');
        CHECK(list->warnings.empty());
        CHECK(list->columns == std::vector<Column>{Column::tag, Column::name, Column::category,
                                                   Column::manufacturer, Column::model, Column::serial,
                                                   Column::status, Column::school, Column::room,
                                                   Column::purchased_on, Column::price, Column::notes});
        REQUIRE(list->rows.size() == 2);
        DeviceRow const& row = list->rows[0];
        CHECK(row.errors.empty());
        CHECK(row.row == 2);
        CHECK(row.tag == "BEA0204");
        CHECK(row.name == "Beamer; groß");
        CHECK_FALSE(row.name_is_derived);
        CHECK(row.category == "Projektor");
        CHECK(row.manufacturer == "Epson");
        CHECK(row.model == "EB-L200F");
        CHECK(row.serial == "X4LA1");
        CHECK(row.status == AssetStatus::in_use);
        CHECK(row.school == "GYM-03");
        CHECK(row.room == "R 204");
        CHECK(row.purchased_on == Date{.year = 2024, .month = 8, .day = 31});
        CHECK(row.price_cents == Cents{123456});
        CHECK(row.notes == "Lampe neu\nFernbedienung fehlt");

        DeviceRow const& sparse = list->rows[1];
        CHECK(sparse.row == 4);
        CHECK(sparse.errors.empty());
        CHECK(sparse.tag == "LAP1");
        CHECK_FALSE(sparse.category);
        CHECK_FALSE(sparse.status);
        CHECK_FALSE(sparse.purchased_on);
        CHECK_FALSE(sparse.notes);
    }
}

TEST_CASE("the same list in Windows-1252 has the same umlauts", "[imports]") {
    DeviceList const list = read("Inv.-Nr.;Ger\xE4tename;Anschaffungswert\r\nA1;Beamer f\xFCr Gr\xF6\xDF"
                                 "e;99,50 \x80\r\n");
    CHECK(list.encoding == Encoding::windows_1252);
    CHECK(list.rows.at(0).name == "Beamer für Größe");
    CHECK(list.rows.at(0).price_cents == Cents{9950});
}

TEST_CASE("a plain list of tag and name is enough", "[imports]") {
    DeviceList const list = read("tag,name\nA1,Beamer\nA2,Laptop\n");
    CHECK(list.format == ListFormat::list);
    CHECK(word_of(list.encoding) == "utf-8");
    CHECK(list.columns == std::vector<Column>{Column::tag, Column::name});
    CHECK(list.rows.size() == 2);
}

TEST_CASE("a header alone is refused", "[imports]") {
    for (std::string const end : {"", "\n", "\r\n;;;\r\n\r\n"}) {
        CHECK(refusal(county_header + end).code == "no_rows");
        CHECK(refusal(county_header + end).kind == ErrorKind::invalid);
    }
    CHECK(refusal(excel_unicode_text("Tag\tName\r\n")).code == "no_rows");
}

TEST_CASE("a list without tags or names is refused and says which is missing", "[imports]") {
    Error const no_tag = refusal("Bezeichnung;Raum\nBeamer;204\n");
    CHECK(no_tag.kind == ErrorKind::invalid);
    CHECK(no_tag.code == "missing_column");
    CHECK(no_tag.fields == std::vector{error("tag", "missing_column")});
    CHECK(refusal("Inventarnummer;Raum\nA1;204\n").fields == std::vector{error("name", "missing_column")});
    CHECK(refusal("Raum;Status\n204;aktiv\n").fields ==
          std::vector{error("tag", "missing_column"), error("name", "missing_column")});
    CHECK(refusal("Name,Vorname,Straße\nA,B,C\n").code == "missing_column");
}

TEST_CASE("tag and name are required in each row", "[imports]") {
    CHECK(one("Tag;Name;Raum", ";Beamer;204").errors == std::vector{error("tag", "required")});
    CHECK(one("Tag;Name;Raum", "A1; ;204").errors == std::vector{error("name", "required")});
    CHECK(one("Tag;Name;Raum", "-;k.A.;204").errors ==
          std::vector{error("tag", "required"), error("name", "required")});
    CHECK(one("Tag;Name;Modell", "A1;;EB-L200F").errors == std::vector{error("name", "required")});
}

TEST_CASE("short rows lack values, long ones are refused as a whole", "[imports]") {
    DeviceRow const brief = one("Tag;Name;Raum;Status", "A1;Beamer");
    CHECK(brief.errors.empty());
    CHECK_FALSE(brief.room);
    CHECK(one("Tag;Name", "A1;Beamer;;;").errors.empty());
    DeviceRow const shifted = one("Tag;Name;Raum", "A1;Beamer; groß;204");
    CHECK(shifted.errors == std::vector{error("row", "too_long", "4")});
    CHECK_FALSE(shifted.tag);
}

TEST_CASE("a shifted row is noticed by its length where all others are even", "[imports]") {
    std::string text = "Tag;Name;Raum;Bemerkung\n";
    for (int i = 0; i < 20; ++i)
        text += "A" + std::to_string(i) + ";Beamer;204;\n";
    DeviceList const list = read(text + "B1;Beamer; groß;204;\nB2;Beamer\n");
    CHECK(list.rows.at(19).errors.empty());
    CHECK(list.rows.at(20).errors == std::vector{error("row", "too_long", "5")});
    CHECK(list.rows.at(21).errors.empty());
}

TEST_CASE("a shifted row shows no secret", "[imports]") {
    DeviceRow const row =
        one("AssetTag;Name;ActivationLockBypassCode;Notes", "A1;Beamer; groß;SECRET-CODE;x");
    CHECK(row.errors == std::vector{error("row", "too_long", "5")});
    CHECK_FALSE(row.notes);
}

TEST_CASE("empty columns at the end of a list are nothing", "[imports]") {
    DeviceList const list = read("Tag;Name;;;;\nA1;Beamer;;;;\nA2;Laptop;;;;;;;\n");
    CHECK(list.rows.size() == 2);
    CHECK(list.warnings.empty());
    CHECK(list.rows[1].errors.empty());
}

TEST_CASE("a column without a header is left out, and said so when it is filled", "[imports]") {
    DeviceList const list = read("Tag;;Name;\nA1;;Beamer;\nA2;x;Laptop;y\n");
    CHECK(kinds(list) == std::vector{ListWarningKind::unnamed_column_filled});
    CHECK(list.warnings[0].first_row == 3);
    CHECK(list.warnings[0].rows == 1);
    CHECK(list.rows[1].errors.empty());
}

TEST_CASE("of repeated headers the first filled one counts, with a warning where they differ", "[imports]") {
    DeviceList const list = read(
        "Tag;Name;Kategorie;Kategorie\nA1;Beamer;Projektor;\nA2;Laptop;;Laptop\nA3;Tablet;Tablet;Tablet\n"
        "A4;PC;Rechner;PC\n");
    CHECK(list.rows.at(0).category == "Projektor");
    CHECK(list.rows.at(1).category == "Laptop");
    CHECK(list.rows.at(3).category == "Rechner");
    CHECK(kinds(list) == std::vector{ListWarningKind::repeated_header_differs});
    CHECK(list.warnings[0].header == "Kategorie");
    CHECK(list.warnings[0].first_row == 5);
    CHECK(list.warnings[0].rows == 1);
}

TEST_CASE("the same tag twice refuses the later row and names the first", "[imports]") {
    DeviceList const list = read("Tag;Name\nBEA 0204;Beamer\nA2;Laptop\n\nbea0204;Beamer\nA2;PC\n");
    CHECK(list.rows.at(0).errors.empty());
    CHECK(list.rows.at(1).errors.empty());
    CHECK(list.rows.at(2).errors == std::vector{error("tag", "duplicate_in_file", "bea0204")});
    CHECK(list.rows.at(2).row == 5);
    CHECK(list.rows.at(2).first_row == 2);
    CHECK(list.rows.at(3).first_row == 3);
}

TEST_CASE("one serial number under two tags refuses the later row", "[imports]") {
    DeviceList const list =
        read("Tag;Name;S/N\nA1;Beamer;X4 "
             "LA1\nA2;Beamer;x4la1\nA1;Beamer;X4LA1\nA3;Beamer;unbekannt\nA4;Beamer;unbekannt\n"
             "A5;Beamer;0\nA6;Beamer;0\n");
    CHECK(list.rows.at(1).errors == std::vector{error("serial", "serial_conflict", "x4la1")});
    CHECK(list.rows.at(1).first_row == 2);
    CHECK(list.rows.at(2).errors == std::vector{error("tag", "duplicate_in_file", "A1")});
    for (std::size_t i = 3; i < 7; ++i) {
        CHECK(list.rows.at(i).errors.empty());
        CHECK_FALSE(list.rows.at(i).serial);
    }
}

TEST_CASE("an impossible day names row, column and value", "[imports]") {
    DeviceRow const row = one("Tag;Name;Kaufdatum", "A1;Beamer;31.02.2024");
    CHECK(row.row == 2);
    CHECK(row.errors == std::vector{error("purchased_on", "bad_date", "31.02.2024")});
    CHECK_FALSE(row.purchased_on);
    CHECK(one("Tag;Name;Kaufdatum", "A1;Beamer;45535").errors ==
          std::vector{error("purchased_on", "bad_date", "45535")});
    CHECK(one("Tag;Name;Kaufdatum", "A1;Beamer;#WERT!").errors ==
          std::vector{error("purchased_on", "bad_date", "#WERT!")});
    CHECK(one("Tag;Name;Kaufdatum", "A1;Beamer;00.00.0000").errors.empty());
    CHECK(one("Tag;Name;Kaufdatum", "A1;Beamer;-").errors.empty());
}

TEST_CASE("days with slashes follow what the whole list shows", "[imports]") {
    DeviceList const shown = read("Tag,Name,Purchase Date\nA1,a,4/5/16\nA2,b,1/23/23\nA3,c,23/1/23\n");
    // both ways occur: what can only be one day is read, the rest is not
    CHECK(shown.rows.at(0).errors == std::vector{error("purchased_on", "bad_date", "4/5/16")});
    CHECK(shown.rows.at(1).purchased_on == Date{.year = 2023, .month = 1, .day = 23});

    DeviceList const american = read("Tag,Name,Purchase Date\nA1,a,4/5/16\nA2,b,1/23/23\n");
    CHECK(american.rows.at(0).purchased_on == Date{.year = 2016, .month = 4, .day = 5});
    CHECK(american.warnings.empty());

    DeviceList const unclear = read("Tag,Name,Purchase Date\nA1,a,4/5/16\nA2,b,5/5/16\n");
    CHECK(unclear.rows.at(0).errors == std::vector{error("purchased_on", "bad_date", "4/5/16")});
    CHECK(unclear.rows.at(1).purchased_on == Date{.year = 2016, .month = 5, .day = 5});
    CHECK(kinds(unclear) == std::vector{ListWarningKind::ambiguous_dates});

    // another column of the list shows it
    DeviceList const elsewhere = read("Tag,Name,Purchase Date,Asset EOL Date\nA1,a,4/5/16,12/31/26\n");
    CHECK(elsewhere.rows.at(0).purchased_on == Date{.year = 2016, .month = 4, .day = 5});
}

TEST_CASE("amounts follow what their column shows", "[imports]") {
    DeviceList const german =
        read("Tag;Name;Preis\nA1;a;1.234\nA2;b;99,50\nA3;c;-5\nA4;d; - € \nA5;e;6,4E+03\n");
    CHECK(german.rows.at(0).price_cents == Cents{123400});
    CHECK(german.rows.at(2).errors == std::vector{error("price_cents", "bad_number", "-5")});
    CHECK(german.rows.at(3).errors.empty());
    CHECK_FALSE(german.rows.at(3).price_cents);
    CHECK(german.rows.at(4).errors == std::vector{error("price_cents", "bad_number", "6,4E+03")});
    DeviceList const english = read("Tag,Name,Price\nA1,a,1.234\nA2,b,99.50\n");
    CHECK(english.rows.at(0).errors == std::vector{error("price_cents", "bad_number", "1.234")});
}

TEST_CASE("an unknown state is refused, and so is a loan, which the caller can tell apart", "[imports]") {
    DeviceRow const unknown = one("Tag;Name;Status", "A1;Beamer;vielleicht");
    CHECK(unknown.errors == std::vector{error("status", "bad_status", "vielleicht")});
    CHECK_FALSE(unknown.says_on_loan);
    DeviceRow const lent = one("Tag;Name;Status", "A1;Tablet;ausgeliehen");
    CHECK(lent.errors == std::vector{error("status", "bad_status", "ausgeliehen")});
    CHECK(lent.says_on_loan);
    CHECK_FALSE(lent.status);
    CHECK(one("Tag;Name;Zustand", "A1;Tablet;gut").errors.empty());
    CHECK(one("Tag;Name;Zustand;Status", "A1;Tablet;gut;defekt").status == AssetStatus::in_repair);
}

TEST_CASE("numbers that a spreadsheet has damaged are not stored as tag, model or serial number",
          "[imports]") {
    DeviceRow const row = one("Tag;Name;Modell;Seriennummer", "1,23E+11;Beamer;6.37702E+15;6,37702E+15");
    CHECK(row.errors == std::vector{error("tag", "bad_number", "1,23E+11"),
                                    error("model", "bad_number", "6.37702E+15"),
                                    error("serial", "bad_number", "6,37702E+15")});
    CHECK_FALSE(row.tag);
    CHECK_FALSE(row.model);
    CHECK_FALSE(row.serial);
    CHECK(one("Tag;Name;Model;Model Number", "A1;Beamer;EB;6.37702E+15").errors ==
          std::vector{error("model", "bad_number", "6.37702E+15")});
    CHECK(one("Tag;Name;Raum", "A1;Beamer;#REF!").errors.empty());
}

TEST_CASE("texts that are too long name their column, counted in characters", "[imports]") {
    auto const of = [](char const* text, std::size_t count) {
        std::string result;
        for (std::size_t i = 0; i < count; ++i)
            result += text;
        return result;
    };
    struct Case {
        char const* header;
        char const* field;
        std::size_t limit;
    };
    for (auto const& [header, field, limit] : {Case{"Kategorie", "category", 80},
                                               {"Hersteller", "manufacturer", 80},
                                               {"Modell", "model", 120},
                                               {"Seriennummer", "serial", 80},
                                               {"Raum", "room", 60},
                                               {"Bemerkung", "notes", 4000}}) {
        INFO(header);
        std::string const start = std::string{"Tag;Name;"} + header;
        CHECK(one(start, "A1;Beamer;" + of("ä", limit)).errors.empty());
        DeviceRow const row = one(start, "A1;Beamer;" + of("ä", limit + 1));
        CHECK(row.errors ==
              std::vector{error(field, "too_long", of("ä", std::min<std::size_t>(limit + 1, 100)))});
    }
    CHECK(one("Tag;Name", of("ä", 40) + ";" + of("ä", 200)).errors.empty());
    CHECK(one("Tag;Name", of("a", 41) + ";" + of("ä", 201)).errors ==
          std::vector{error("tag", "too_long", of("a", 41)), error("name", "too_long", of("ä", 100))});
}

TEST_CASE("a damaged byte refuses its row and shows where", "[imports]") {
    DeviceList const list = read("Tag;Gerätename;Größe\nA1;B\xFF"
                                 "eamer;x\nA2;Laptop;\xFF\nA3;Tablet;y\n");
    CHECK(list.rows.at(0).errors == std::vector{error("name", "bad_encoding",
                                                      "B\uFFFD"
                                                      "eamer")});
    CHECK(list.rows.at(1).errors.empty()); // in a column that is not read
    CHECK(list.rows.at(2).errors.empty());
    DeviceList const windows = read("Tag;Name\nA1;Ger\xE4t\nA2;Ger\x81t\n");
    CHECK(windows.encoding == Encoding::windows_1252);
    CHECK(windows.rows.at(1).errors == std::vector{error("name", "bad_encoding", "Ger\uFFFDt")});
    CHECK(one("Tag;Name", "A1;Bea\x02mer").errors ==
          std::vector{error("name", "bad_encoding", "Bea\uFFFDmer")});
}

TEST_CASE("a cut-off UTF-16 list is refused", "[imports]") {
    std::string const whole = excel_unicode_text("Tag\tName\tRaum\r\nA1\tBeamer\t204\r\nA2\tLaptop\t205\r\n");
    CHECK(read(whole).rows.size() == 2);
    Error const odd = refusal(std::string_view{whole}.substr(0, whole.size() - 9));
    CHECK(odd.code == "bad_encoding");
    CHECK(odd.fields == std::vector{error("row", "bad_encoding", "3")});
    // cut between two characters, in the middle of a row
    Error const even = refusal(std::string_view{whole}.substr(0, whole.size() - 16));
    CHECK(even.code == "bad_encoding");
    CHECK(even.fields == std::vector{error("row", "bad_encoding", "3")});
    // without a line break at the end, but complete
    CHECK(read(excel_unicode_text("Tag\tName\r\nA1\tBeamer")).rows.size() == 1);
    // rows that are short anyway
    CHECK(read(excel_unicode_text("Tag\tName\tRaum\r\nA1\tBeamer\r\nA2\tLaptop")).rows.size() == 2);
}

TEST_CASE("a list without a column for names takes the model, or category and tag", "[imports]") {
    DeviceList const list =
        read("Inventarnummer;Kategorie;Hersteller;Modell\nA1;Projektor;Epson;EB-L200F\nA2;Laptop;;\nA3;;;\n");
    CHECK(list.rows.at(0).name == "EB-L200F");
    CHECK(list.rows.at(0).name_is_derived);
    CHECK(list.rows.at(1).name == "Laptop A2");
    CHECK(list.rows.at(2).errors == std::vector{error("name", "required")});
    CHECK(kinds(list) == std::vector{ListWarningKind::name_derived});
    CHECK(list.warnings[0].rows == 2);
}

TEST_CASE("a school may be named twice, by name and by number", "[imports]") {
    DeviceRow const row =
        one("Tag;Name;Schulnummer;Schule;Standort", "A1;Beamer;188013;Gymnasium Nord;Altbau");
    CHECK(row.school == "Gymnasium Nord");
    CHECK(row.other_school == "188013");
    CHECK(row.site == "Altbau");
    DeviceRow const once = one("Tag;Name;Schulnummer;Schule", "A1;Beamer;188013;");
    CHECK(once.school == "188013");
    CHECK_FALSE(once.other_school);
}

TEST_CASE("our own column names are read, prices in cents", "[imports]") {
    DeviceList const list =
        read("tag,name,category,status,school_code,site_code,room,purchased_on,price_cents,notes\n"
             "A1,Beamer,Projektor,in_repair,GYM-03,H,204,2024-08-31,123456,x\n");
    CHECK(list.format == ListFormat::schulkit);
    DeviceRow const& row = list.rows.at(0);
    CHECK(row.errors.empty());
    CHECK(row.school == "GYM-03");
    CHECK(row.site == "H");
    CHECK(row.price_cents == Cents{123456});
    CHECK(row.status == AssetStatus::in_repair);
}

TEST_CASE("codes keep their zeros", "[imports]") {
    DeviceRow const row = one("Tag;Name;Seriennummer;Raum", "\"=\"\"00123\"\"\";Beamer;=\"0815\";007");
    CHECK(row.tag == "00123");
    CHECK(row.serial == "0815");
    CHECK(row.room == "007");
}
