#include "tests/papers/paper_reading.hpp"

#include <random>

using namespace schulkit;
using namespace schulkit::papers;

namespace {

FieldErrors errors_of_template(std::string_view text) {
    auto const read = AgreementTemplate::parse(text);
    return read ? FieldErrors{} : read.error().fields;
}

std::vector<Block> blocks_of_template(std::string_view text, AgreementFacts const& facts = samples::agreement_facts()) {
    auto const read = AgreementTemplate::parse(text);
    REQUIRE(read);
    return read->fill(facts);
}

std::string all_words(std::vector<Block> const& blocks) {
    std::string words;
    for (Block const& block : blocks) words += std::visit(test::WordsOfBlock{}, block) + '\n';
    return words;
}

} // namespace

TEST_CASE("the agreement that a county begins with is complete and names every fact", "[papers][agreement]") {
    AgreementText const own = default_agreement();
    CHECK(own.version == 1);
    CHECK(errors_of_template(own.text).empty());
    for (std::string_view const name : agreement_placeholders())
        if (name != "{nummer}") { // stands in the paper's head
            INFO(name);
            CHECK(own.text.find(name) != own.text.npos);
        }
    std::string const words = all_words(blocks_of_template(own.text));
    CHECK(words.find('{') == words.npos);
    CHECK(words.find("ohne Angabe") == words.npos);
    for (char const* part : {"§ 1 Gegenstand", "§ 10 Schlussbestimmungen", "unentgeltlich", "innerhalb von 14 Tagen", "Gymnasium Musterstadt",
                             "die Schuljahre 2026/27 und 2027/28", "TAB0016", "Dr. Käthe Großmann"}) {
        INFO(part);
        CHECK(words.find(part) != words.npos);
    }
}

TEST_CASE("headings, clauses, paragraphs and lists of a template", "[papers][agreement]") {
    auto const blocks = blocks_of_template("// nicht gedruckt: {falsch}\r\n"
                                           "Vorab\r\n- eins\n- zwei\n  geht weiter\n\n"
                                           "§ Erstens\nEin Satz\nund noch einer.\n\nDer zweite, dass\n\n- dies\n- das\n\n"
                                           "§ Zweitens\nNur ein Absatz.\n# Anhang\n{inhaltstabelle}\n{unterschriften}\n");
    REQUIRE(blocks.size() == 11);
    CHECK(std::get<Paragraph>(blocks[0]).text == "Vorab");
    CHECK(std::get<List>(blocks[1]).items[1].mark == "–");
    CHECK(std::get<List>(blocks[1]).items[1].text == "zwei geht weiter");
    CHECK(std::get<Clause>(blocks[2]).mark == "§ 1");
    CHECK(std::get<Clause>(blocks[2]).title == "Erstens");
    CHECK(std::get<Paragraph>(blocks[3]).mark == "(1)");
    CHECK(std::get<Paragraph>(blocks[3]).text == "Ein Satz und noch einer.");
    CHECK(std::get<Paragraph>(blocks[4]).mark == "(2)");
    CHECK(std::get<List>(blocks[5]).items[1].mark == "b)");
    CHECK(std::get<Clause>(blocks[6]).mark == "§ 2");
    CHECK(std::get<Paragraph>(blocks[7]).mark.empty());
    CHECK(std::get<Heading>(blocks[8]).text == "Anhang");
    CHECK(std::get<Table>(blocks[9]).rows.size() == 20);
    CHECK(std::get<Signatures>(blocks[10]).signatures.size() == 2);
}

TEST_CASE("what is wrong with a template is named with its line", "[papers][agreement]") {
    CHECK(errors_of_template("Text\n\n{schuel} und {koffer}") == FieldErrors{{"lines.3", "unknown_placeholder", "{schuel}"}});
    CHECK(errors_of_template("{koffer\n}") ==
          FieldErrors{{"lines.1", "unclosed_placeholder", "{koffer"}, {"lines.2", "unclosed_placeholder", "}"}});
    CHECK(errors_of_template("{kof{fer}}") == FieldErrors{{"lines.1", "unclosed_placeholder", "{kof{fer}}"}});
    CHECK(errors_of_template("Der Inhalt: {inhaltstabelle}") == FieldErrors{{"lines.1", "not_alone", "{inhaltstabelle}"}});
    CHECK(errors_of_template("Text\n§\n#\n-") ==
          FieldErrors{{"lines.2", "empty_clause", "§"}, {"lines.3", "empty_clause", "#"}, {"lines.4", "empty_clause", "-"}});
    CHECK(errors_of_template("") == FieldErrors{{"lines", "required"}});
    CHECK(errors_of_template("// nur ein Hinweis\n\n") == FieldErrors{{"lines", "required"}});
    CHECK(errors_of_template("\xFF") == FieldErrors{{"lines", "bad_encoding"}});
    CHECK(errors_of_template(std::string(200'001, 'a')) == FieldErrors{{"lines", "too_long"}});
    CHECK(errors_of_template("-3 °C und #1 sind Worte, §3 ist ein Paragraf").empty());
}

TEST_CASE("what a fact says is never read as a template", "[papers][agreement]") {
    AgreementFacts facts = samples::agreement_facts();
    facts.purpose = "{koffer}\n# Erfunden {x";
    facts.school = " ";
    auto const blocks = blocks_of_template("Zweck: {zweck}. Schule: {schule}", facts);
    REQUIRE(blocks.size() == 1);
    CHECK(std::get<Paragraph>(blocks[0]).text == "Zweck: {koffer}\n# Erfunden {x. Schule: ohne Angabe");
}

TEST_CASE("any text is a template or is refused", "[papers][agreement]") {
    std::mt19937 random{7};
    std::array<char const*, 12> const parts = {"{", "}", "{koffer}", "{inhaltstabelle}", "§", "#", "-", " ", "\n", "\n\n", "ä", "//"};
    int good = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (auto i = random() % 12; i > 0; --i) text += parts[random() % parts.size()];
        auto const read = AgreementTemplate::parse(text);
        if (read) {
            ++good;
            std::ignore = read->fill(samples::agreement_facts());
        } else {
            CHECK_FALSE(read.error().fields.empty());
        }
    }
    CHECK(good > 100);
}

TEST_CASE("an agreement that would make everybody wait for its paper is not stored", "[papers]") {
    auto const code_of = [](std::string const& text) {
        auto const read = AgreementTemplate::parse(text);
        return read ? std::string{} : read.error().fields.front().code;
    };
    CHECK(code_of("{inhaltstabelle}\n\n{unterschriften}") == "");
    CHECK(code_of("{inhaltstabelle}\n\n{inhaltstabelle}") == "twice");
    CHECK(code_of("{unterschriften}\n\n{unterschriften}") == "twice");
    CHECK(code_of(std::string(58'000, 'a')) == "word_too_long");
    std::string purposes;
    for (int i = 0; i < 200; ++i) purposes += "{zweck} ";
    CHECK(code_of(purposes) == "too_long");
    std::string clauses;
    for (int i = 0; i < 500; ++i) clauses += "§ a\n";
    CHECK(code_of(clauses) == "too_long");
    CHECK(code_of(std::string{default_agreement().text}) == "");
}
