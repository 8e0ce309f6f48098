#include "client/ui/strings.hpp"

#include "tests/support/screen.hpp"

#include "embedded/strings.hpp"

#include <set>

using namespace schulkit;
using namespace schulkit::ui;

TEST_CASE("placeholders are filled in by name", "[ui][strings]") {
    REQUIRE(fill_in("{first}–{last} von {total}", {{"first", "1"}, {"last", "50"}, {"total", "6.012"}}) ==
            "1–50 von 6.012");
    REQUIRE(fill_in("{a}{a}", {{"a", "x"}}) == "xx");
    REQUIRE(fill_in("{unknown} bleibt", {{"a", "x"}}) == "{unknown} bleibt");
    REQUIRE(fill_in("offen {", {{"a", "x"}}) == "offen {");
    REQUIRE(fill_in("{a}", {{"a", "{b}"}, {"b", "y"}}) == "{b}");
}

TEST_CASE("broken or foreign JSON gives no texts and no crash", "[ui][strings]") {
    REQUIRE(Strings::from_json("").all().empty());
    REQUIRE(Strings::from_json("[1,2]").all().empty());
    REQUIRE(Strings::from_json("\"a\"").all().empty());
    REQUIRE(Strings::from_json("{\"a\": \"A\", \"b\": ").all().empty());
    REQUIRE(Strings::from_json("{\"a\": \"A\", \"b\": {\"c\": \"C\"}}").all().empty());
    REQUIRE(Strings::from_json("{\"a\": 1, \"b\": \"B\"}").all().size() == 1);
    Strings const strings = Strings::from_json("{\"n.one\":\"{count} Gerät\",\"n.other\":\"{count} Geräte\"}");
    REQUIRE(strings.get_count("n", true, {{"count", "1"}}) == "1 Gerät");
    REQUIRE(strings.get_count("n", false, {{"count", "2"}}) == "2 Geräte");
    REQUIRE(strings.get("missing") == "missing");
}

namespace {

std::set<std::string> placeholders(std::string const& text) {
    std::set<std::string> found;
    for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos; ++at)
        found.insert(text.substr(at, text.find('}', at) - at + 1));
    return found;
}

} // namespace

TEST_CASE("both languages have the same texts with the same placeholders", "[strings]") {
    REQUIRE(embedded::strings().size() == 2);
    Strings const de = Strings::from_json(embedded::strings()[0].bytes);
    Strings const en = Strings::from_json(embedded::strings()[1].bytes);
    REQUIRE(embedded::strings()[0].name == "de.json");
    REQUIRE(de.all().size() > 50);
    for (auto const& [key, text] : de.all()) {
        CAPTURE(key);
        CHECK_FALSE(text.empty());
        CHECK(en.has(key));
        if (en.has(key)) CHECK(placeholders(text) == placeholders(en.get(key)));
    }
    for (auto const& [key, text] : en.all()) {
        CAPTURE(key);
        CHECK_FALSE(text.empty());
        CHECK(de.has(key));
    }
}

TEST_CASE("numbers, money and days are written as the language writes them", "[ui][strings]") {
    std::string shown;
    auto const draw = [&](Ui& ui) {
        shown = ui.number(0) + ' ' + ui.number(1234567) + ' ' + ui.number(-1000) + ' ' + ui.money({123456}) + ' ' +
                ui.money({-5}) + ' ' + ui.date({2024, 8, 3}) + ' ' + ui.date_time({1'795'500'000'000});
        ui.paragraph("p", shown);
    };
    HeadlessScreen german{draw};
    REQUIRE(shown == "0 1.234.567 -1.000 1.234,56 € -0,05 € 03.08.2024 24.11.2026, 07:00");
    HeadlessScreen english{draw, desktop_size, "en"};
    REQUIRE(shown == "0 1,234,567 -1,000 €1,234.56 €-0.05 03/08/2024 24/11/2026, 07:00");
}
