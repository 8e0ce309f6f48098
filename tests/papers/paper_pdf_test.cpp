#include "tests/papers/paper_reading.hpp"

#include <filesystem>
#include <set>
#include <thread>

using namespace schulkit;
using namespace schulkit::papers;
using schulkit::test::PdfFile;
using schulkit::test::split_words;

namespace {

Paper with_blocks(std::vector<Block> blocks) {
    Paper paper = samples::handover_paper();
    paper.blocks = std::move(blocks);
    return paper;
}

std::string long_purpose() {
    std::string words;
    for (int i = 0; words.size() < 10'000; ++i) words += "Vorhaben " + std::to_string(i) + ", ";
    return words;
}

std::size_t count_of(std::string const& text, std::string const& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

} // namespace

TEST_CASE("the two copies of an agreement are one file, each with page numbers of its own", "[papers][pdf]") {
    PdfFile const pdf{samples::agreement_paper()};
    REQUIRE(pdf.pages() % 2 == 0);
    int const half = pdf.pages() / 2;
    std::string const first = pdf.page_text(1), second = pdf.page_text(half + 1), last = pdf.page_text(2 * half);
    std::string const of = " von " + std::to_string(half);
    CHECK(first.find("Ausfertigung für die Schule") != first.npos);
    CHECK(first.find("Seite 1" + of) != first.npos);
    CHECK(first.find("Ausfertigung für den Schulträger") == first.npos);
    CHECK(second.find("Ausfertigung für den Schulträger") != second.npos);
    CHECK(second.find("Seite 1" + of) != second.npos);
    CHECK(last.find("Seite " + std::to_string(half) + of) != last.npos);
    for (char const* words : {"Überlassungsvereinbarung", "Nr. UEV-2026-0012", "§ 1", "Gymnasium Musterstadt"}) {
        CHECK(first.find(words) != first.npos);
        CHECK(second.find(words) != second.npos);
    }
    CHECK(count_of(pdf.text(), "Unterschrift steht aus") == 2);
}

TEST_CASE("a copy of an odd number of pages leaves its last leaf's back free", "[papers][pdf]") {
    Paper paper = with_blocks({Paragraph{"Kurz."}});
    paper.copies = {"Ausfertigung für die Schule", "Ausfertigung für den Schulträger"};
    PdfFile const pdf{paper};
    REQUIRE(pdf.pages() == 3);
    CHECK(pdf.page_text(1).find("Seite 1 von 1") != std::string::npos);
    CHECK(split_words(pdf.page_text(2)) == split_words("Diese Seite bleibt frei."));
    CHECK(pdf.page_text(3).find("Seite 1 von 1") != std::string::npos);
    paper.copies.clear();
    CHECK(PdfFile{paper}.pages() == 1);
}

TEST_CASE("the file tells its title, county, language, day of record and structure", "[papers][pdf]") {
    PdfFile const pdf{samples::handover_paper()};
    std::string const info = pdf.info("-isodates");
    CHECK(info.find("Übergabeprotokoll Nr. UEP-2026-0017") != info.npos);
    CHECK(info.find("Landkreis Musterkreis") != info.npos);
    CHECK(info.find("2026-08-12T08:32:00Z") != info.npos);
    CHECK(info.find("Tagged:          yes") != info.npos);
    CHECK(info.find("(A4)") != info.npos);
    CHECK(info.find("ModDate") == info.npos);
    CHECK(pdf.bytes.find("/Lang (de-DE)") != pdf.bytes.npos);
    CHECK(pdf.bytes.find("/DisplayDocTitle true") != pdf.bytes.npos);
    CHECK(pdf.bytes.starts_with("%PDF-1.4"));
    CHECK(pdf.bytes.ends_with("%%EOF\n"));
    std::string const tags = pdf.info("-struct");
    for (char const* tag : {"Document", "Part", "H1", "Table", "Caption", "THead", "TBody", "TR", "LI", "Lbl", "LBody", "Link"}) {
        INFO(tag);
        CHECK(tags.find(tag) != tags.npos);
    }
    CHECK(count_of(tags, "TH\n") == 6);
    CHECK(count_of(tags, "TD\n") == 6 * 20);
    std::string const fonts = test::output_of("pdffonts " + pdf.path());
    CHECK(fonts.find("Roboto") != fonts.npos);
    CHECK(fonts.find(" no ") == fonts.npos); // all embedded, as subsets, with the characters they stand for
}

TEST_CASE("the same record makes the same bytes, also in another process and beside others", "[papers][pdf]") {
    std::string const bytes = *paper_pdf(samples::agreement_paper());
    CHECK(*paper_pdf(samples::agreement_paper()) == bytes);

    std::vector<std::string> beside(4);
    std::vector<std::thread> threads;
    for (std::string& one : beside)
        threads.emplace_back([&one] {
            std::ignore = paper_pdf(samples::handover_paper());
            one = paper_pdf(samples::agreement_paper()).value_or("");
        });
    for (std::thread& thread : threads) thread.join();
    for (std::string const& one : beside) CHECK((one == bytes));

    test::TempFolder folder;
    std::string const file = (folder.path() / "other.pdf").string();
    std::string const self = std::filesystem::read_symlink("/proc/self/exe").string();
    test::output_of("TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANG=ja_JP.UTF-8 SCHULKIT_PAPER='" + file + "' '" + self +
                    "' 'an agreement written for another process'");
    std::ifstream in{file, std::ios::binary};
    std::string const other{std::istreambuf_iterator<char>{in}, {}};
    CHECK((other == bytes));

    Paper later = samples::agreement_paper();
    later.recorded_at.unix_ms += 24 * 3'600'000;
    CHECK((*paper_pdf(later) != bytes));
}

TEST_CASE("each page of a long table begins with its header, and no row is torn", "[papers][pdf]") {
    PdfFile const pdf{with_blocks({samples::contents_table(200), samples::two_signatures()})};
    int const pages = pdf.pages();
    REQUIRE(pages > 4);
    std::set<std::string> seen;
    for (int page = 1; page <= pages; ++page) {
        std::string const text = pdf.page_text(page);
        INFO(text);
        if (text.find("TAB0") != text.npos) CHECK(text.find("Inventarnummer") != text.npos);
        for (std::string const& word : split_words(text))
            if (word.starts_with("TAB0")) CHECK(seen.insert(word).second);
        CHECK(text.find("Seite " + std::to_string(page) + " von " + std::to_string(pages)) != text.npos);
        // a row's words stand on one line
        for (std::size_t at = text.find("TAB0"); at != text.npos; at = text.find("TAB0", at + 1)) {
            std::string const rest = text.substr(at, text.find('\n', at) - at);
            CHECK(rest.find("F9FXK7") != rest.npos);
        }
    }
    CHECK(seen.size() == 200);
    // the repeated headers are decoration: a screen reader meets them once
    CHECK(count_of(test::tagged_text(pdf), "Inventarnummer") == 1);
}

TEST_CASE("a text longer than pages goes on, in paragraphs, notes and cells, and loses no word", "[papers][pdf]") {
    std::string const purpose = long_purpose();
    for (Block const& block :
         {Block{Paragraph{purpose}}, Block{Paragraph{purpose, "(1)"}}, Block{Note{NoteTone::attention, "Lang", {purpose, "Ende"}}},
          Block{List{{{"a)", purpose}, {"b)", "Ende"}}}}, Block{Facts{{{"Zweck", purpose}}}},
          Block{Table{"", {{"Nr."}, {"Zweck"}}, {{"1", purpose}}}}}) {
        PdfFile const pdf{with_blocks({block})};
        CHECK(pdf.pages() > 2);
        std::string const words = test::without_blanks(test::tagged_text(pdf));
        CHECK(words.find(test::without_blanks(purpose)) != words.npos);
    }
}

TEST_CASE("signatures are never torn, and their heading stays with them", "[papers][pdf]") {
    std::size_t turned = 0;
    for (int lines = 14; lines < 36; ++lines) {
        std::vector<Block> blocks(static_cast<std::size_t>(lines), Paragraph{"Zeile."});
        blocks.push_back(Heading{"Unterschriften"});
        blocks.push_back(samples::two_signatures());
        PdfFile const pdf{with_blocks(blocks)};
        std::string const last = pdf.page_text(pdf.pages());
        INFO(lines << '\n' << last);
        turned += pdf.pages() > 1 ? 1 : 0;
        for (char const* words : {"Unterschriften", "Für die Schule", "Dr. Käthe Großmann", "i. A. Jörg Weiß", "Schulleiterin"})
            CHECK(last.find(words) != last.npos);
    }
    CHECK(turned > 0);
}

TEST_CASE("letters of other scripts are drawn, what no font has is named, what deceives is left out", "[papers][pdf]") {
    PdfFile const pdf{with_blocks({Paragraph{"Nguyễn Ţuţă Привет 😀 x\u202Ey\u202Cz \x07\x1b[31mq 你\xFF."}})};
    std::string const text = pdf.text();
    INFO(text);
    for (char const* words : {"Nguyễn", "Ţuţă", "Привет", "😀", "xyz", "[31mq", "[U+4F60]"}) CHECK(text.find(words) != text.npos);
    for (char const* words : {"\u202E", "\x07", "\x1b"}) CHECK(text.find(words) == text.npos);
    PdfFile const hebrew{with_blocks({Facts{{{"Name", "שלום עולם"}}}})};
    CHECK(test::output_of("pdffonts " + hebrew.path()).find("DejaVuSans") != std::string::npos);
}

TEST_CASE("long words are cut at the edge, numbers gain no hyphen", "[papers][pdf]") {
    std::string const word(400, 'x');
    std::string number = "TAB";
    for (int i = 0; i < 60; ++i) number += std::to_string(1000 + i) + "AB";
    PdfFile const pdf{with_blocks({Paragraph{word}, Paragraph{number}, Table{"", {{"A"}, {"B"}}, {{word, "kurz"}}}})};
    CHECK(pdf.text().find("x-\n") == std::string::npos);
    std::string const words = test::without_blanks(test::tagged_text(pdf));
    CHECK(words.find(word + number) != words.npos);
}

TEST_CASE("a paper without anything, and one with empty parts, is a page", "[papers][pdf]") {
    CHECK(PdfFile{Paper{}}.pages() == 1);
    CHECK(PdfFile{with_blocks({Heading{}, Clause{}, Paragraph{}, Paragraph{"", "(1)"}, List{}, List{{{"", ""}}}, Table{},
                               Table{"", {{""}}, {}}, Table{"", {{"A"}}, {{}}}, Facts{}, Facts{{{"", ""}}}, Note{}, Signatures{},
                               Signatures{{{}}}})}
              .pages() == 1);
}

TEST_CASE("many references go on below the title", "[papers][pdf]") {
    Paper paper = with_blocks({Paragraph{"Text."}});
    for (int i = 0; i < 40; ++i) paper.references.push_back({"Zeichen " + std::to_string(i), "Wert " + std::to_string(i)});
    PdfFile const pdf{paper};
    std::string const words = test::tagged_text(pdf);
    CHECK(words.find("Zeichen 0 Wert 0") < words.find("Übergabeprotokoll"));
    CHECK(words.find("Zeichen 39 Wert 39") > words.find("Übergabeprotokoll"));
    CHECK(words.find("12. August 2026, 10:32 Uhr") != words.npos);
}

TEST_CASE("an address that no QR code can hold is refused, signs in it do not break the link", "[papers][pdf]") {
    Paper paper = with_blocks({});
    paper.target.url = "https://example.org/" + std::string(3000, 'a');
    auto const made = paper_pdf(paper);
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == ErrorKind::too_large);
    paper.target.url = "https://example.org/?q='it\\s'&ü=1";
    std::string const bytes = *paper_pdf(paper);
    CHECK(bytes.find("https://example.org/?q=%27it%5Cs%27&%C3%BC=1") != bytes.npos);
}

TEST_CASE("strokes outside of their field stay inside of it", "[papers][pdf]") {
    Signatures signatures = samples::two_signatures();
    double const nothing = std::numeric_limits<double>::quiet_NaN();
    signatures.signatures[0].strokes = {{{-5, 9}, {nothing, 0.5}, {1e300, -1e300}}, {}, {{0.5, 0.5}}};
    signatures.signatures[0].field_ratio = nothing;
    CHECK(PdfFile{with_blocks({signatures})}.pages() == 1);
}
