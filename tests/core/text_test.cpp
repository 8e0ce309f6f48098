#include "shared/core/text.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;

TEST_CASE("search does not mind umlauts, sharp s and capitals", "[core]") {
    CHECK(fold("Größe") == fold("GROESSE"));
    CHECK(fold("STRAẞE") == "strasse");
    CHECK(fold("Türöffner Émile Łódź") == "tueroeffner emile lodz");
    CHECK(fold("a\u0308pfel") == fold("Äpfel"));
    CHECK(fold("  viel\u00A0\t Platz \n") == "viel platz");
    CHECK(fold("\xFF\xFEkaputt") == "kaputt");
}

TEST_CASE("every letter of Latin-1 and Latin Extended-A folds to plain letters", "[core]") {
    for (std::uint32_t c = 0xC0; c < 0x180; ++c) {
        if (c == 0xD7 || c == 0xF7) continue; // × and ÷ are no letters
        std::string text;
        append_utf8(text, c);
        for (char const letter : fold(text)) {
            INFO("U+" << std::hex << c);
            CHECK((letter >= 'a' && letter <= 'z'));
        }
    }
}

TEST_CASE("three spellings of a room are one room", "[core]") {
    for (char const* spelling : {"204", "R 204", "R204", "R. 204", "Raum 204", "raum 204", " Raum: 204 ", "RAUM204"})
        CHECK(normalize_room(spelling) == "204");
    CHECK(normalize_room("Raum A.12") == "A.12");
    CHECK(normalize_room("R 1.04b") == "1.04b");
    CHECK(normalize_room("Rektorat") == "Rektorat");
    CHECK(normalize_room("Aula") == "Aula");
    CHECK(normalize_room("Raum") == "Raum");
    CHECK(normalize_room("") == "");
}

TEST_CASE("a code is the same in any capitals and with blanks", "[core]") {
    CHECK(code_key(" bea 0204 ") == "BEA0204");
    CHECK(code_key("gym-03") == "GYM-03");
    CHECK(code_key("ä-1") == code_key("Ä-1"));
}

TEST_CASE("broken UTF-8 is recognised", "[core]") {
    CHECK(is_utf8("Grüße €漢😀"));
    CHECK_FALSE(is_utf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));     // surrogate
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80")); // beyond U+10FFFF
    CHECK_FALSE(is_utf8("abc\xE2\x82"));      // cut off
    CHECK_FALSE(is_utf8("\x80"));
}

TEST_CASE("words are runs of letters and digits", "[core]") {
    CHECK(folded_words("GYM-03/R 204, Größe") == std::vector<std::string>{"gym", "03", "r", "204", "groesse"});
    CHECK(folded_words("-- !").empty());
}
