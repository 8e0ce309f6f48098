#include "client/screens.hpp"
#include "shared/help/help_pages.hpp"

#include <catch_amalgamated.hpp>

#include <filesystem>

using namespace schulkit;

TEST_CASE("every screen has a page of the manual", "[help]") {
    for (ScreenEntry const& screen : screens()) {
        INFO("screen \"" << screen.pattern << '"');
        CHECK_FALSE(help_page_of(screen.pattern).empty());
    }
    CHECK(help_pages.size() == screens().size()); // and no page belongs to a screen that is gone
}

TEST_CASE("the page of a screen is there in both languages", "[help]") {
    auto const language = GENERATE("de", "en");
    for (HelpPage const& help : help_pages) {
        std::filesystem::path const source =
            std::filesystem::path{SCHULKIT_SOURCE_DIR "/docs/manual"} / language / (std::string{help.page} + ".md");
        INFO(source);
        CHECK(std::filesystem::exists(source));
    }
}

TEST_CASE("the address of help is relative, so it holds below a reverse proxy's path", "[help]") {
    CHECK(help_address("de", "geraete/{id}") == "handbuch/de/geraet.html");
    CHECK(help_address("en", "") == "handbuch/en/startseite.html");
    CHECK(help_address("en", "gibt-es-nicht") == "handbuch/en/index.html");
}
