#include "shared/core/text.hpp"
#include "shared/imports/encoding.hpp"
#include "shared/imports/import_api.hpp"
#include "tests/imports/list_samples.hpp"

#include <catch_amalgamated.hpp>

#include <ctime>

using namespace schulkit;
using namespace schulkit::samples;

namespace {

std::string const german = "Inventarnummer;Bezeichnung\r\nA1;Gerät für Größe – 5 €\r\n";

std::string code_of(Result<DecodedText> const& decoded) {
    return decoded ? "" : decoded.error().code;
}

} // namespace

TEST_CASE("a list in UTF-8 is used where it lies", "[imports][encoding]") {
    auto const decoded = decode_text(german);
    REQUIRE(decoded);
    CHECK(decoded->encoding == Encoding::utf_8);
    CHECK_FALSE(decoded->is_converted);
    CHECK(decoded->text().data() == german.data());
    CHECK(word_of(decoded->encoding) == "utf-8");
}

TEST_CASE("a byte order mark is taken off and named", "[imports][encoding]") {
    auto const decoded = decode_text("\xEF\xBB\xBF" + german);
    REQUIRE(decoded);
    CHECK(word_of(decoded->encoding) == "utf-8-bom");
    CHECK(std::string{decode_text("\xEF\xBB\xBF\xEF\xBB\xBF"
                                  "Tag\n")
                          ->text()} == "Tag\n");
}

TEST_CASE("Windows-1252 is read with all its signs", "[imports][encoding]") {
    std::string bytes;
    for (int byte = 0x80; byte < 0x100; ++byte)
        if (byte != 0x81 && byte != 0x8D && byte != 0x8F && byte != 0x90 && byte != 0x9D)
            bytes += static_cast<char>(byte);
    auto const decoded = decode_text(bytes);
    REQUIRE(decoded);
    CHECK(word_of(decoded->encoding) == "windows-1252");
    CHECK(std::string{decoded->text()} == "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼"
                                          "½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñò"
                                          "óôõö÷øùúûüýþÿ");
}

TEST_CASE("German quotes in Windows-1252 are not taken for UTF-8", "[imports][encoding]") {
    // ß and the closing quote together are well-formed UTF-8 for a letter of N'Ko
    auto const decoded = decode_text("Tag;Name\nA1;\x84Spa\xDF\x93\n");
    REQUIRE(decoded);
    CHECK(decoded->encoding == Encoding::windows_1252);
    CHECK(std::string{decoded->text()} == "Tag;Name\nA1;„Spaß“\n");
}

TEST_CASE("the five bytes that Windows-1252 leaves empty become a sign for damage", "[imports][encoding]") {
    for (char const byte : {'\x81', '\x8D', '\x8F', '\x90', '\x9D'}) {
        auto const decoded = decode_text(std::string{"Tag;Name\nA1;Ger\xE4t "} + byte + "\n");
        REQUIRE(decoded);
        CHECK(decoded->encoding == Encoding::windows_1252);
        CHECK(std::string{decoded->text()} == "Tag;Name\nA1;Gerät \uFFFD\n");
    }
}

TEST_CASE("UTF-8 with a damaged place stays UTF-8", "[imports][encoding]") {
    auto const decoded = decode_text("Tag;Gerätename\nA1;B\xFF"
                                     "eamer\nA2;Gerät\n");
    REQUIRE(decoded);
    CHECK(decoded->encoding == Encoding::utf_8);
    CHECK(std::string{decoded->text()} == "Tag;Gerätename\nA1;B\uFFFD"
                                          "eamer\nA2;Gerät\n");

    std::string cut = "Tag;Gerätename\nA1;Gerät";
    cut.pop_back();
    cut += "\xC3";
    CHECK(decode_text(cut)->encoding == Encoding::utf_8);
    CHECK(decode_text("\xEF\xBB\xBF"
                      "Tag\nA\xFF\n")
              ->encoding == Encoding::utf_8_bom);
}

TEST_CASE("UTF-16 is read in both orders, with its mark and without", "[imports][encoding]") {
    for (Encoding const encoding : {Encoding::utf_16le, Encoding::utf_16be}) {
        std::string const mark = encoding == Encoding::utf_16le ? "\xFF\xFE" : "\xFE\xFF";
        for (std::string const& start : {mark, std::string{}}) {
            auto const decoded = decode_text(start + utf16(german, encoding));
            REQUIRE(decoded);
            CHECK(decoded->encoding == encoding);
            CHECK(std::string{decoded->text()} == german);
        }
    }
    CHECK(word_of(Encoding::utf_16le) == "utf-16le");
    CHECK(word_of(Encoding::utf_16be) == "utf-16be");
}

TEST_CASE("signs beyond the basic plane are read from UTF-16", "[imports][encoding]") {
    std::string const bytes = excel_unicode_text("Tag\n") + std::string{"\x3D\xD8\xBB\xDC\x0A\0", 6};
    auto const decoded = decode_text(bytes);
    REQUIRE(decoded);
    CHECK(std::string{decoded->text()} == "Tag\n💻\n");
}

TEST_CASE("UTF-16 that ends in half a character names its row", "[imports][encoding]") {
    std::string bytes = excel_unicode_text("Tag\tName\r\nA1\t\"zwei\r\nZeilen\"\r\nA2\tBeamer\r\nA3\tTab");
    bytes.pop_back();
    auto const decoded = decode_text(bytes);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().kind == ErrorKind::invalid);
    CHECK(decoded.error().code == "bad_encoding");
    REQUIRE(decoded.error().fields.size() == 1);
    CHECK(decoded.error().fields[0] == FieldError{.field = "row", .code = "bad_encoding", .value = "4"});
    CHECK(decoded.error().detail.find("byte") != std::string::npos);
}

TEST_CASE("half a surrogate pair is refused, in the middle, reversed and at the end", "[imports][encoding]") {
    std::string const start = excel_unicode_text("Tag\nA1\n");
    CHECK(code_of(decode_text(start + std::string{"\x3D\xD8\x41\x00", 4})) == "bad_encoding");
    CHECK(code_of(decode_text(start + std::string{"\xBB\xDC\x41\x00", 4})) == "bad_encoding");
    auto const at_end = decode_text(start + std::string{"\x3D\xD8", 2});
    REQUIRE_FALSE(at_end);
    CHECK(at_end.error().fields.at(0).value == "3");
}

TEST_CASE("files of other kinds are no table", "[imports][encoding]") {
    std::string const nul(1, '\0');
    std::string const body = " Inventarnummer;Bezeichnung\nA1;Beamer\n";
    for (std::string const& bytes : {std::string{}, "PK\x03\x04" + nul + body, "PK\x03\x04" + body,
                                     "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + nul + body, "%PDF-1.7\n" + body,
                                     "\x89PNG\r\n\x1A\n" + nul + body, "\xFF\xD8\xFF\xE0" + body,
                                     "\x1F\x8B\x08" + body, "\xFF\xFE" + nul + nul + body, body + nul,
                                     std::string(1000, '\0'), std::string{"\xFF\xFE\0\0A\0", 6}}) {
        INFO(bytes.substr(0, 4));
        CHECK(code_of(decode_text(bytes)) == "not_a_table");
    }
}

TEST_CASE("200 MB of zeros are refused at once", "[imports][encoding]") {
    std::string const zeros(200'000'000, '\0');
    std::clock_t const start = std::clock();
    CHECK(refusal(zeros).code == "not_a_table");
    CHECK(std::clock() - start < CLOCKS_PER_SEC / 2);
}

TEST_CASE("more than 64 MB are too large", "[imports][encoding]") {
    std::string text = "Tag;Name\n";
    text.resize(max_import_bytes + 1, 'x');
    CHECK(refusal(text).kind == ErrorKind::too_large);
    CHECK(refusal(text).code == "too_large");
}

TEST_CASE("umlauts of an old Macintosh are noticed", "[imports][encoding]") {
    CHECK(decode_text("Tag;Ger\x8Ate\rA1;B\x9Fro\r")->looks_like_old_mac);
    CHECK_FALSE(decode_text("Tag;Ger\xE4te\nA1;\x8Akoda\n")->looks_like_old_mac);
}

TEST_CASE("a line break between quotes ends no row", "[imports][encoding]") {
    CHECK(row_at_end_of("") == 1);
    CHECK(row_at_end_of("a\nb\r\nc\rd") == 4);
    CHECK(row_at_end_of("a\n\"b\n\r\nc\"\nd") == 3);
}
