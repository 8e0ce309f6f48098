#include "shared/imports/cell_text.hpp"
#include "shared/imports/date_cell.hpp"
#include "shared/imports/money_cell.hpp"
#include "shared/imports/status_words.hpp"

#include <catch_amalgamated.hpp>

#include <vector>

using namespace schulkit;

namespace {

std::string day(std::string_view cell, SlashOrder order = SlashOrder::unknown) {
    auto const date = read_date_cell(cell, order);
    return date ? to_iso(*date) : "none";
}

SlashOrder order_of(std::vector<std::string_view> const& column) {
    DateEvidence evidence;
    for (std::string_view const cell : column)
        evidence.see(cell);
    return evidence.order();
}

std::int64_t cents(std::string_view cell, DecimalMark mark = DecimalMark::unknown) {
    auto const amount = read_money_cell(cell, mark);
    return amount ? amount->value : -1;
}

DecimalMark mark_of(std::vector<std::string_view> const& column) {
    MoneyEvidence evidence;
    for (std::string_view const cell : column)
        evidence.see(cell);
    return evidence.mark();
}

std::string status(std::string_view cell) {
    StatusReading const reading = read_status_cell(cell);
    if (!reading.is_known) return "unknown";
    return reading.status ? std::string{word_of(*reading.status)} : "nothing";
}

} // namespace

TEST_CASE("German, ISO and written-out days are read", "[imports][values]") {
    for (std::string_view const cell :
         {"2024-08-31", "31.08.2024", "31.8.24", " 31. 8. 2024 ", "2024/8/31", "2024.08.31",
          "2024-08-31 00:00:00", "2024-08-31T22:15:04Z", "2024-08-31T22:15:04.123+02:00", "31.08.2024 12:30",
          "31. August 2024", "31 Aug 2024", "31-Aug-24", "31. Aug. 2024", "Sat Aug 31, 2024",
          "August 31, 2024", "Sa, 31. August 2024", "Aug 31, 2024 12:00AM"}) {
        INFO(cell);
        CHECK(day(cell) == "2024-08-31");
    }
    CHECK(day("3. März 2023") == "2023-03-03");
    CHECK(day("1. Mai 2023") == "2023-05-01");
    CHECK(day("24. Dez. 2023") == "2023-12-24");
    CHECK(day("29.02.2024") == "2024-02-29");
    CHECK(day("01.01.69") == "1969-01-01");
    CHECK(day("01.01.68") == "2068-01-01");
}

TEST_CASE("impossible days and numbers are no days", "[imports][values]") {
    for (std::string_view const cell : {"31.02.2024",
                                        "29.02.2023",
                                        "32.01.2024",
                                        "00.01.2024",
                                        "2024-13-01",
                                        "2024-02-30",
                                        "31.04.24",
                                        "45535",
                                        "45535.5",
                                        "2024",
                                        "08.2024",
                                        "31.08.",
                                        "31.08.20245",
                                        "31.08.024",
                                        "20240831",
                                        "gestern",
                                        "31.08.2024 kaputt",
                                        "31.08-2024",
                                        "-1.1.2024",
                                        "1.1.1",
                                        "31. Foo 2024",
                                        "Aug 2024",
                                        "31. August 24 oder so",
                                        "31.08.1024",
                                        "2204-08-31",
                                        "99999999999999999999.1.2024",
                                        "٣١.٠٨.٢٠٢٤",
                                        "T",
                                        ":",
                                        "12:30"}) {
        INFO(cell);
        CHECK(day(cell) == "none");
    }
}

TEST_CASE("days with slashes are read where the column shows their order", "[imports][values]") {
    CHECK(order_of({"1/23/23", "4/5/16"}) == SlashOrder::month_first);
    CHECK(order_of({"4/5/16", "23/1/2023"}) == SlashOrder::day_first);
    CHECK(order_of({"11/24/2008", "02/26/2016"}) == SlashOrder::month_first);
    CHECK(order_of({"4/5/16", "1/2/2023"}) == SlashOrder::unknown);
    CHECK(order_of({"1/23/23", "23/1/23"}) == SlashOrder::unknown);
    CHECK(order_of({"13/45/23", "2/30/23"}) == SlashOrder::unknown);
    CHECK(order_of({"31.08.2024", "2024-08-31"}) == SlashOrder::unknown);
    CHECK(order_of({"31-08-2024"}) == SlashOrder::day_first);

    CHECK(day("4/5/16", SlashOrder::month_first) == "2016-04-05");
    CHECK(day("4/5/16", SlashOrder::day_first) == "2016-05-04");
    CHECK(day("4/5/16") == "none");
    CHECK(day("5/5/16") == "2016-05-05");
    CHECK(day("1/23/23") == "2023-01-23");
    CHECK(day("23/1/23", SlashOrder::month_first) == "none");
    CHECK(day("2/30/23", SlashOrder::month_first) == "none");
    CHECK(day("31.08.2024", SlashOrder::month_first) == "2024-08-31");
}

TEST_CASE("the days that databases and sheets show for nothing are known", "[imports][values]") {
    for (std::string_view const cell :
         {"0000-00-00", "0000-00-00 00:00:00", "00.00.0000", "00.01.1900", "1/0/1900", "1/0/00"}) {
        INFO(cell);
        CHECK(is_zero_date(cell));
    }
    CHECK_FALSE(is_zero_date("01.01.1900"));
    CHECK_FALSE(is_zero_date("00.02.2024"));
    CHECK_FALSE(is_zero_date("0"));
}

TEST_CASE("amounts are read with German and English signs", "[imports][values]") {
    CHECK(cents("1.234,56 €") == 123456);
    CHECK(cents("1.234,56\u00A0€") == 123456);
    CHECK(cents("1,234.56") == 123456);
    CHECK(cents("$12.58") == 1258);
    CHECK(cents("2266.13") == 226613);
    CHECK(cents("5000.00") == 500000);
    CHECK(cents("EUR 99") == 9900);
    CHECK(cents("99 Euro") == 9900);
    CHECK(cents("99,-") == 9900);
    CHECK(cents("99,-- €") == 9900);
    CHECK(cents("99,– €") == 9900);
    CHECK(cents("0,00 €") == 0);
    CHECK(cents("12,5") == 1250);
    CHECK(cents("1 234,50") == 123450);
    CHECK(cents("1\u202F234,50") == 123450);
    CHECK(cents("CHF 1'234.50") == 123450);
    CHECK(cents("1’234.50") == 123450);
    CHECK(cents("1.234.567,89") == 123456789);
    CHECK(cents("1.234.567") == 123456700);
    CHECK(cents("2266.1300") == 226613);
    CHECK(cents("100.000.000") == 10'000'000'000);
}

TEST_CASE("what is no amount, or a negative or damaged one, is refused", "[imports][values]") {
    for (std::string_view const cell :
         {"-5",        "-5,00 €",   "5,00-",     "(5,00)",         "−5",
          "1.23E+03",  "ca. 100",   "100-200",   "zwölf",          "1.2.3",
          "1,2,3",     "1.2345,67", "12.34.567", "1,234,56",       ",50",
          "5,",        "1..2",      "12.5833",   "0.123",          "1234.567",
          "1'23",      "5 €€ 3",    "1.234,567", "100.000.000,01", "99999999999999999999",
          "12,50 + 3", "1 2"}) {
        INFO(cell);
        CHECK(cents(cell) == -1);
    }
}

TEST_CASE("one point before three digits groups thousands unless the column says otherwise",
          "[imports][values]") {
    CHECK(mark_of({"1.234", "99"}) == DecimalMark::unknown);
    CHECK(mark_of({"1.234", "99,50"}) == DecimalMark::comma);
    CHECK(mark_of({"1.234.567"}) == DecimalMark::comma);
    CHECK(mark_of({"1,234", "99.50 €"}) == DecimalMark::point);
    CHECK(mark_of({"99,50", "99.50"}) == DecimalMark::both);

    CHECK(cents("1.234") == 123400);
    CHECK(cents("1,234") == 123400);
    CHECK(cents("1.234", DecimalMark::comma) == 123400);
    CHECK(cents("1,234", DecimalMark::point) == 123400);
    CHECK(cents("1.234", DecimalMark::point) == -1);
    CHECK(cents("1.234", DecimalMark::both) == -1);
    CHECK(cents("99.50", DecimalMark::both) == 9950);
}

TEST_CASE("our own column of cents holds cents", "[imports][values]") {
    CHECK(read_cents_cell("123456") == Cents{123456});
    CHECK_FALSE(read_cents_cell("1.234,56"));
    CHECK_FALSE(read_cents_cell("-5"));
    CHECK_FALSE(read_cents_cell("99999999999999999999"));
}

TEST_CASE("an empty amount is none", "[imports][values]") {
    CHECK(is_no_amount(" -   € "));
    CHECK(is_no_amount("€"));
    CHECK_FALSE(is_no_amount("0 €"));
}

TEST_CASE("the state of a device is read in German, English and Snipe-IT's words", "[imports][values]") {
    struct Case {
        char const* cell;
        char const* status;
    };
    for (auto const& [cell, expected] : {Case{"in Betrieb", "in_use"},
                                         {"IM EINSATZ", "in_use"},
                                         {"aktiv", "in_use"},
                                         {"i. O.", "in_use"},
                                         {"Deployed", "in_use"},
                                         {"Ready to Deploy (deployed)", "in_use"},
                                         {"Ready to Deploy", "in_stock"},
                                         {"Ready to Deploy (deployable)", "in_stock"},
                                         {"Im Lager", "in_stock"},
                                         {"verfügbar", "in_stock"},
                                         {"in_stock", "in_stock"},
                                         {"Pending", "in_stock"},
                                         {"defekt", "in_repair"},
                                         {"Defekt!", "in_repair"},
                                         {"in Reparatur", "in_repair"},
                                         {"Out for Repair (undeployable)", "in_repair"},
                                         {"Eigener Name (undeployable)", "in_repair"},
                                         {"Broken - Not Fixable (undeployable)", "retired"},
                                         {"ausgesondert", "retired"},
                                         {"außer Dienst", "retired"},
                                         {"Archived", "retired"},
                                         {"Lost/Stolen", "lost"},
                                         {"Verbleib ungeklärt", "lost"},
                                         {"gestohlen", "stolen"},
                                         {"ausgeliehen", "on_loan"},
                                         {"on_loan", "on_loan"},
                                         {"gut", "nothing"},
                                         {"sehr gut", "nothing"},
                                         {"außer Betrieb", "unknown"},
                                         {"vielleicht", "unknown"},
                                         {"", "unknown"},
                                         {"!!!", "unknown"},
                                         {"deployed nach Nirgendwo", "unknown"}}) {
        INFO(cell);
        CHECK(status(cell) == expected);
    }
    for (auto const& [value, word] : EnumWords<AssetStatus>::values)
        CHECK(status(word) == word);
    for (std::string_view const shown : {"im Lager", "im Einsatz", "ausgeliehen", "in Reparatur",
                                         "Verbleib ungeklärt", "gestohlen", "ausgesondert"})
        CHECK(status(shown) != "unknown");
}

TEST_CASE("cells that say nothing are empty", "[imports][values]") {
    for (std::string_view const cell : {"", "-", "--", "–", "—", "k.A.", "k. A.", "n/a", "N/A", "#NV", "#N/A",
                                        "keine Angabe", "NULL", "./.", "?", "..."}) {
        INFO(cell);
        CHECK(says_nothing(cell, TextKind::line));
    }
    for (std::string_view const cell : {"unbekannt", "Unknown", "ohne", "keine", "0", "0000000",
                                        "To be filled by O.E.M.", "Default string", "System Serial Number"}) {
        INFO(cell);
        CHECK(says_nothing(cell, TextKind::code));
        CHECK_FALSE(says_nothing(cell, TextKind::line));
    }
    for (std::string_view const cell : {"NA", "x", "0815", "Ω", "日本", "K-A-1", "+", "100%"}) {
        INFO(cell);
        CHECK_FALSE(says_nothing(cell, TextKind::code));
    }
}

TEST_CASE("what a spreadsheet does to long numbers is noticed", "[imports][values]") {
    for (std::string_view const cell :
         {"6.37702E+15", "6,37702E+15", "1E+11", "1.2E-05", "6.4e+15", "#REF!", "#WERT!", "#####"}) {
        INFO(cell);
        CHECK(is_spreadsheet_damage(cell));
    }
    for (std::string_view const cell :
         {"6E10", "E+15", "12E+15", "5E-21", "1.E+11", "1E+1", "1E+1111", "C02XK1E+05", "#12", "#", ""}) {
        INFO(cell);
        CHECK_FALSE(is_spreadsheet_damage(cell));
    }
}

TEST_CASE("texts are tidied and their umlauts made whole", "[imports][values]") {
    CHECK(tidy_cell("  Beamer \t", TextKind::line).text == "Beamer");
    CHECK(tidy_cell("Beamer\r\nEpson", TextKind::line).text == "Beamer Epson");
    CHECK(tidy_cell("Beamer \n Epson", TextKind::line).text == "Beamer  Epson");
    CHECK(tidy_cell("eins\r\nzwei\rdrei\tvier\n", TextKind::lines).text == "eins\nzwei\ndrei vier");
    CHECK(tidy_cell("Gera\u0308t Gro\u0308ße", TextKind::line).text == "Gerät Größe");
    CHECK(tidy_cell("BEA\u200B02\u00AD04\uFEFF", TextKind::code).text == "BEA0204");
    CHECK(tidy_cell("R\u00A0204", TextKind::line).text == "R 204");
    CHECK(tidy_cell("=\"00123\"", TextKind::code).text == "00123");
    CHECK(tidy_cell("=\"a \"\"b\"\"\"", TextKind::code).text == "a \"b\"");
    CHECK(tidy_cell("'=A1", TextKind::line).text == "=A1");
    CHECK(tidy_cell("'tschuldigung", TextKind::line).text == "'tschuldigung");
    CHECK(tidy_cell("Beamer", TextKind::line).is_readable);
}

TEST_CASE("control characters and damaged bytes make a text unreadable", "[imports][values]") {
    for (std::string_view const cell : {"a\x01z", "a\x1Dz", "a\x7Fz", "a\u0085z", "a\uFFFDz"}) {
        CellText const text = tidy_cell(cell, TextKind::lines);
        CHECK_FALSE(text.is_readable);
        CHECK(text.text == "a\uFFFDz");
    }
}

TEST_CASE("HTML entities are decoded", "[imports][values]") {
    CHECK(decode_html_entities("Kunst &amp; Musik &lt;A&gt; &quot;&#39;&#x41;&auml; &") ==
          "Kunst & Musik <A> \"'A&auml; &");
    CHECK(decode_html_entities("&#0;&#xD800;&#99999999999;&#1;&#x110000;&;") ==
          "&#0;&#xD800;&#99999999999;&#1;&#x110000;&;");
    CHECK(decode_html_entities("&#228;&#x20AC;") == "ä€");
}

TEST_CASE("texts are cut at whole characters", "[imports][values]") {
    CHECK(cut_to_bytes("größe", 3) == "gr");
    CHECK(cut_to_bytes("größe", 4) == "grö");
    CHECK(cut_to_bytes("ä", 1).empty());
    CHECK(cut_to_bytes("abc", 3) == "abc");
}
