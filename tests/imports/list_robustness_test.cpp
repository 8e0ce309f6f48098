#include "shared/core/text.hpp"
#include "shared/imports/import_api.hpp"
#include "tests/imports/list_samples.hpp"

#include <catch_amalgamated.hpp>

#include <ctime>
#include <random>
#include <vector>

using namespace schulkit;
using namespace schulkit::samples;

namespace {

std::vector<std::string> lists() {
    std::string const county = county_list(6);
    return {
        county,
        "\xEF\xBB\xBF" + county,
        excel_unicode_text(county),
        utf16(county, Encoding::utf_16be),
        "Tag,Ger\xE4t,Purchase Date,Price\rA1,B\xFCro,1/23/23,\"1,234.56\"\rA2,x,4/5/16,$5\r",
        "sep=;\n\nInventar\n\nTag;;Name;Name;Status\n\"a\n\"\"b\";;c;d;gut\n;;;;\n=\"1\";x;y;z;defekt;1\n",
        "AssetTag;DeviceUDID;LocationName;EnrollType;Name;SerialNumber\nT1;u;A &amp; B;dep;&#x41;&;1E+11\n"};
}

/// Whatever the bytes: the answer is a list or an error, all texts in it are UTF-8 and short enough, and a
/// refused list says why.
void check_answer(std::string_view bytes) {
    auto const list = read_device_list(bytes);
    if (!list) {
        bool const known = list.error().code == "not_a_table" || list.error().code == "missing_column" ||
                           list.error().code == "no_rows" || list.error().code == "unterminated_quote" ||
                           list.error().code == "bad_encoding";
        if (!known || list.error().kind != ErrorKind::invalid) FAIL("error " << list.error().code);
        return;
    }
    std::size_t last = 0;
    for (DeviceRow const& row : list->rows) {
        if (row.row <= last) FAIL("rows are not in order");
        last = row.row;
        if (row.errors.empty() && (!row.tag || !row.name))
            FAIL("a row without tag or name and without an error");
        if (row.status == AssetStatus::on_loan) FAIL("an import sets on_loan");
        for (auto const& text : {row.tag, row.name, row.category, row.manufacturer, row.model, row.serial,
                                 row.school, row.other_school, row.site, row.room, row.notes})
            if (text && (text->empty() || !is_utf8(*text) || count_characters(*text) > 4000))
                FAIL("a bad text");
        for (FieldError const& error : row.errors)
            if (error.field.empty() || error.code.empty() || error.value.size() > 200 ||
                !is_utf8(error.value))
                FAIL("a bad error");
    }
}

/// Of this process, so that a busy machine does not count.
double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t largest_list = std::size_t{8} << 20; // sanitizers are slow
#else
constexpr std::size_t largest_list = max_import_bytes;
#endif

} // namespace

TEST_CASE("a list cut off anywhere is read or refused", "[imports][robustness]") {
    for (std::string const& list : lists())
        for (std::size_t length = 0; length <= list.size(); ++length)
            check_answer(std::string_view{list}.substr(0, length));
    SUCCEED("no cut broke the rules");
}

TEST_CASE("a list with random damage is read or refused", "[imports][robustness]") {
    std::mt19937 random{20261124};
    std::string_view const telling = "\";,\t\r\n\xFF\xC3\x81\xE2\x80=#&-/.E+0";
    auto const below = [&](std::size_t count) { return static_cast<std::size_t>(random()) % count; };
    std::vector<std::string> const originals = lists();
    for (int round = 0; round < 4000; ++round) {
        std::string bytes = originals[below(originals.size())];
        for (std::size_t edits = 1 + below(8); edits > 0 && !bytes.empty(); --edits) {
            std::size_t const at = below(bytes.size());
            switch (below(5)) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes[at] = telling[below(telling.size())];
                break;
            case 2:
                bytes.erase(at, 1 + below(20));
                break;
            case 3:
                bytes.insert(at, 1 + below(4), telling[below(telling.size())]);
                break;
            default:
                bytes.insert(at, bytes.substr(below(bytes.size()), below(200)));
                break;
            }
        }
        check_answer(bytes);
    }
    SUCCEED("no damage broke the rules");
}

TEST_CASE("random bytes are read or refused", "[imports][robustness]") {
    std::mt19937 random{7};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(static_cast<std::size_t>(random()) % 300, ' ');
        for (char& byte : bytes)
            byte = static_cast<char>(random());
        check_answer(bytes);
        check_answer("Tag;Name\n" + bytes);
    }
    SUCCEED("nothing broke the rules");
}

TEST_CASE("50,000 rows are read in seconds at most", "[imports][robustness]") {
    std::string const text = county_list(50'000);
    double const start = cpu_seconds();
    auto const list = read_device_list(text);
    double const seconds = cpu_seconds() - start;
    REQUIRE(list);
    CHECK(list->rows.size() == 50'000);
    CHECK(list->rows.back().row == 50'001);
    CHECK(list->rows.back().errors.empty());
    CHECK(seconds < 10); // measured: 0.5 s, with sanitizers 2.3 s; only a wrong algorithm takes ten
}

TEST_CASE("a list of the largest size takes time in proportion, whatever its shape",
          "[imports][robustness]") {
    auto const filled = [](std::string start, std::string_view pattern) {
        start.reserve(largest_list);
        while (start.size() + pattern.size() <= largest_list)
            start += pattern;
        return start;
    };
    struct Case {
        char const* shape;
        std::string bytes;
        char const* code; ///< "": it is read
    };
    std::string const header = "Tag;Name;Bemerkung\n";
    for (Case const& entry :
         {Case{"long rows", filled(header, "A;B;" + std::string(3000, 'x') + "\n"), ""},
          {"blank rows", filled(header, "\n"), "no_rows"},
          {"empty cells", filled(header, ";"), "no_rows"},
          {"one open quote", filled(header + "A1;\"", "x;\n"), "unterminated_quote"},
          {"doubled quotes", filled(header + "A1;\"", "\"\""), "unterminated_quote"},
          {"short rows", filled(header, "A;B;C\n"), "too_large"},
          {"quotes in each cell", filled(header, "\"\";\"\";\"\"\n"), "no_rows"},
          {"one endless header", filled("", "Tag;"), "not_a_table"},
          {"one endless cell", filled("", "x"), "not_a_table"},
          {"Windows-1252", filled(header, "\xE4;\xF6;" + std::string(3000, '\xFC') + "\n"), ""},
          {"damaged UTF-8", filled("\xEF\xBB\xBF" + header, "A;\xFF;" + std::string(3000, '\xFF') + "\n"),
           ""}}) {
        INFO(entry.shape);
        double const start = cpu_seconds();
        auto const list = read_device_list(entry.bytes);
        double const seconds = cpu_seconds() - start;
        CHECK((list ? "" : list.error().code) == entry.code);
        CHECK(seconds < 20); // measured: 5 s at most
    }
}
