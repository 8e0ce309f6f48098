#include "tests/papers/paper_reading.hpp"

using namespace schulkit;
using namespace schulkit::papers;
using schulkit::test::split_words;

TEST_CASE("PDF and page tell the same words in the same order, block by block", "[papers][page]") {
    for (Paper paper : {samples::handover_paper(), samples::agreement_paper()}) {
        paper.copies.clear(); // a second copy says the same once more
        std::vector<std::string> const pdf = split_words(test::tagged_text(test::PdfFile{paper}));
        std::vector<std::string> const html = split_words(test::text_of_html(paper_article(paper).markup()));
        CHECK(test::first_difference(pdf, html) == "");
        REQUIRE(paper.blocks.size() > 4);
        std::vector<std::string> expected;
        for (Block const& block : paper.blocks)
            for (std::string const& word : split_words(std::visit(test::WordsOfBlock{}, block))) expected.push_back(word);
        REQUIRE(expected.size() < html.size());
        std::vector<std::string> const blocks{html.end() - static_cast<std::ptrdiff_t>(expected.size()), html.end()};
        CHECK(test::first_difference(blocks, expected) == "");
    }
}

TEST_CASE("both copies have the words of the page", "[papers][page]") {
    Paper const paper = samples::agreement_paper();
    std::string const page = test::text_of_html(paper_article(paper).markup());
    std::string const pdf = test::tagged_text(test::PdfFile{paper});
    CHECK(test::first_difference(split_words(pdf), split_words(page + ' ' + page)) == "");
}

TEST_CASE("the page has headings, lists and tables with scope and caption, in German", "[papers][page]") {
    std::string const page = paper_article(samples::agreement_paper()).markup();
    for (char const* part :
         {"<article class=\"paper\" lang=\"de\">", "<h1>Überlassungsvereinbarung</h1>", "<h2 class=\"clause\">§ 1 Gegenstand der Überlassung</h2>",
          "<caption>Inhalt des Koffers TK0007</caption>", "<th scope=\"col\">Inventarnummer</th>", "<th scope=\"col\" class=\"right\">Platz</th>",
          "<ul class=\"marked\" role=\"list\"><li><span>a)</span> ", "<dt>Datum</dt> <dd>12. August 2026</dd>",
          "<a href=\"https://schulkit.musterkreis.example/ausleihen/4711\">", "aria-hidden=\"true\"><polyline points="}) {
        INFO(part);
        CHECK(page.find(part) != page.npos);
    }
    CHECK(page.find("<h1") == page.rfind("<h1"));
}

TEST_CASE("what people typed is text on the page, and only addresses of the web are links", "[papers][page]") {
    Paper paper = samples::handover_paper();
    paper.blocks = {Paragraph{"<script>alert(1)</script>\nZeile 2 \u202Everdreht"}, Note{NoteTone::plain, "<b>", {"<i>"}}};
    paper.target.url = "javascript:alert(1)";
    std::string const page = paper_article(paper).markup();
    CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;<br>Zeile 2 verdreht") != page.npos);
    CHECK(page.find("<script") == page.npos);
    CHECK(page.find("href") == page.npos);
}

TEST_CASE("a date is written out, a protocol's with its time in Berlin", "[papers][page]") {
    Paper paper{.kind = Kind::return_protocol, .recorded_at = *parse_rfc3339("2026-12-31T23:05:00Z")};
    CHECK(date_words(paper) == "1. Januar 2027, 00:05 Uhr");
    paper.kind = Kind::supplement;
    CHECK(date_words(paper) == "1. Januar 2027");
    paper.recorded_at = *parse_rfc3339("2026-03-29T00:59:00Z");
    paper.kind = Kind::receipt;
    CHECK(date_words(paper) == "29. März 2026, 01:59 Uhr");
    CHECK(signer_words({.name = "Jörg Weiß", .authority = "i. V."}) == "i. V. Jörg Weiß");
    CHECK(printable("a\tb\r\nc\xC3(\xF0\x9F\x98\x80\u200B\u0085") == "a b\nc\uFFFD(\xF0\x9F\x98\x80");
}
