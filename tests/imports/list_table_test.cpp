#include "shared/imports/table.hpp"
#include "tests/imports/list_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::samples;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// All rows, the number first.
Rows rows_of(std::string_view text, char separator) {
    Rows rows;
    RowReader reader{text, separator};
    for (TableRow row; reader.next(row);) {
        std::vector<std::string> cells{std::to_string(row.number)};
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::size_t open_quote_row(std::string_view text) {
    RowReader reader{text, ';'};
    TableRow row;
    while (reader.next(row)) {
    }
    return reader.open_quote_row();
}

} // namespace

TEST_CASE("rows end with CR, LF or CR LF", "[imports][table]") {
    Rows const expected{{"1", "a", "b"}, {"2", "c", "d"}};
    CHECK(rows_of("a;b\nc;d\n", ';') == expected);
    CHECK(rows_of("a;b\r\nc;d\r\n", ';') == expected);
    CHECK(rows_of("a;b\rc;d\r", ';') == expected);
    CHECK(rows_of("a;b\rc;d", ';') == expected);
    CHECK(rows_of("a;b\r\nc;d\x1A", ';') == expected);
}

TEST_CASE("blank rows are left out and counted", "[imports][table]") {
    CHECK(rows_of("\n\na\n\r\n;;;\n  ; \u00A0 ;\nb\n\n", ';') == Rows{{"3", "a"}, {"7", "b"}});
}

TEST_CASE("quotes hold separators, quotes and line breaks, and such a cell is one row", "[imports][table]") {
    CHECK(rows_of("\"a;b\";\"c \"\"d\"\"\";\"e\r\nf\n\ng\"\nh\n", ';') ==
          Rows{{"1", "a;b", "c \"d\"", "e\r\nf\n\ng"}, {"2", "h"}});
    CHECK(rows_of("\"\";\"\"\"\";x\n", ';') == Rows{{"1", "", "\"", "x"}});
    CHECK(rows_of("\"Macbook Pro 13\"\"\",2\n", ',') == Rows{{"1", "Macbook Pro 13\"", "2"}});
}

TEST_CASE("a quote inside a cell is a sign like others", "[imports][table]") {
    CHECK(rows_of("Monitor 24\";x\n", ';') == Rows{{"1", "Monitor 24\"", "x"}});
    CHECK(rows_of("\"Epson\" Beamer;\"a\" \n", ';') == Rows{{"1", "Epson Beamer", "a"}});
    CHECK(rows_of("\"a\"\"b\"c;d\n", ';') == Rows{{"1", "a\"bc", "d"}});
}

TEST_CASE("a quote that is never closed names the row where it opens", "[imports][table]") {
    CHECK(open_quote_row("a;b\nc;\"d\ne;f\n") == 2);
    CHECK(open_quote_row("a;b\n\nc;\"d\"\"\ne;f\n") == 3);
    CHECK(open_quote_row("a;\"b\"\n") == 0);
    CHECK(open_quote_row("a;\"") == 1);
    Error const error = refusal("Tag;Name\nA1;Beamer\nA2;\"Laptop\nA3;Tablet\n");
    CHECK(error.kind == ErrorKind::invalid);
    CHECK(error.code == "unterminated_quote");
    CHECK(error.fields ==
          std::vector{FieldError{.field = "row", .code = "unterminated_quote", .value = "3"}});
    CHECK(refusal("\"Tag;Name\nA1;Beamer\n").code == "unterminated_quote");
}

TEST_CASE("empty cells at the end of a row are counted and not filled", "[imports][table]") {
    RowReader reader{"a;b;;;\n", ';'};
    TableRow row;
    REQUIRE(reader.next(row));
    CHECK(row.cell_count == 5);
    CHECK(row.filled_until == 2);
    CHECK(row.cell(7).empty());
}

TEST_CASE("a row of a million cells keeps only the first thousand", "[imports][table]") {
    std::string const text(1'000'000, ';');
    std::string const filled = text + "x\n";
    RowReader reader{filled, ';'};
    TableRow row;
    REQUIRE(reader.next(row));
    CHECK(row.cells.size() == max_table_columns);
    CHECK(row.filled_until == 1'000'001);
    CHECK(refusal(filled).code == "not_a_table");
}

TEST_CASE("the separator is the one that makes known columns", "[imports][table]") {
    CHECK(find_table("Tag;Name\nA,1;b,c\n")->separator == ';');
    CHECK(find_table("Tag,Name\nA;1,b;c\n")->separator == ',');
    CHECK(find_table("Tag\tName\nA;1\tb,c\n")->separator == '\t');
    CHECK(find_table("Inventarnummer;Bezeichnung;Wert (EUR, brutto)\nA1;Beamer;12,50\n")->separator == ';');
    CHECK(find_table("\"Tag\";\"Name, Typ\";\"Raum\"\n")->separator == ';');
    CHECK(find_table("Inventarnummer\nA1, alt; sehr alt\n")->separator == '\0');
}

TEST_CASE("Excel's separator line is obeyed and does not count as a row", "[imports][table]") {
    for (std::string const start : {"sep=,\r\n", "SEP=,\n", "\"sep=,\"\r\n"}) {
        auto const table = find_table(start + "Tag,Name\nA1,Beamer\n");
        REQUIRE(table);
        CHECK(table->separator == ',');
        CHECK(table->header_row == 1);
        CHECK(read(start + "Tag,Name\nA1,Beamer\n").rows.at(0).row == 2);
    }
    CHECK(read("sep=\t\nTag\tName\nA1\tBeamer\n").rows.size() == 1);
    CHECK(read("sep=|\nTag|Name\nA1|Beamer\n").rows.size() == 1);
}

TEST_CASE("the header is found below a title, and rows keep the sheet's numbers", "[imports][table]") {
    std::string const text =
        "Inventarliste Kreis;;\nStand: 01.09.2026;;\n\nInventarnummer;Bezeichnung;Raum\nA1;Beamer;204\n";
    auto const table = find_table(text);
    REQUIRE(table);
    CHECK(table->header_row == 4);
    CHECK(table->header == std::vector<std::string>{"Inventarnummer", "Bezeichnung", "Raum"});
    CHECK(read(text).rows.at(0).row == 5);
    // a header repeated further below changes nothing
    CHECK(find_table("Tag;Name\nA1;Beamer\nTag;Name\n")->header_row == 1);
}

TEST_CASE("text without any known column is no table", "[imports][table]") {
    for (std::string const text :
         {"Sehr geehrte Damen und Herren,\nanbei die Liste.\n", "{\"tag\":\"A1\",\"name\":\"x\"}",
          "<!DOCTYPE html><html><body>Inventar</body></html>", "a;b;c\n1;2;3\n", "\n\n \n", "1,2,3"}) {
        INFO(text);
        CHECK(refusal(text).code == "not_a_table");
        CHECK(refusal(text).kind == ErrorKind::invalid);
    }
}
