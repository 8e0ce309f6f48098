#pragma once
// What a reader gets of a paper: the words of the PDF's structure as poppler reads them, the words of HTML, and the words that
// the paper itself has, block by block.

#include "server/papers/paper_words.hpp"
#include "tests/papers/paper_samples.hpp"
#include "tests/support/temp_database.hpp"

#include <algorithm>
#include <array>
#include <catch_amalgamated.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace schulkit::test {

/// What a command says; fails where the command does.
inline std::string output_of(std::string const& command) {
    FILE* const pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string all;
    std::array<char, 4096> part{};
    while (std::size_t const read = fread(part.data(), 1, part.size(), pipe)) all.append(part.data(), read);
    INFO(command << "\n" << all);
    REQUIRE(pclose(pipe) == 0);
    return all;
}

/// A PDF in a file of its own.
class PdfFile {
public:
    explicit PdfFile(papers::Paper const& paper) {
        auto made = papers::paper_pdf(paper);
        if (!made) FAIL(made.error().code << ": " << made.error().detail);
        bytes = std::move(*made);
        std::ofstream{path(), std::ios::binary} << bytes;
    }
    std::string path() const { return (m_folder.path() / "paper.pdf").string(); }
    std::string info(std::string const& options = "") const { return output_of("pdfinfo " + options + ' ' + path()); }
    /// As it looks on the pages, lines kept.
    std::string text() const { return output_of("pdftotext -layout " + path() + " -"); }
    std::string page_text(int page) const {
        std::string const number = std::to_string(page);
        return output_of("pdftotext -layout -f " + number + " -l " + number + ' ' + path() + " -");
    }
    int pages() const {
        std::string const all = info();
        return std::stoi(all.substr(all.find("Pages:") + 6));
    }
    std::string bytes = {};

private:
    TempFolder m_folder = {};
};

inline std::vector<std::string> split_words(std::string const& text) {
    std::istringstream in{text};
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

/// Where they differ, with what stands before; empty where they are the same.
inline std::string first_difference(std::vector<std::string> const& a, std::vector<std::string> const& b) {
    auto const [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (in_a == a.end() && in_b == b.end()) return {};
    std::string words;
    for (auto one = in_a - std::min<std::ptrdiff_t>(3, in_a - a.begin()); one != in_a; ++one) words += *one + ' ';
    return words + "| " + (in_a == a.end() ? "nothing" : *in_a) + " | " + (in_b == b.end() ? "nothing" : *in_b);
}

/// The texts between quotes of `pdfinfo -struct-text`: what is tagged, in its order.
inline std::string tagged_text(PdfFile const& pdf) {
    std::string text;
    std::istringstream lines{pdf.info("-struct-text")};
    for (std::string line; std::getline(lines, line);) {
        std::size_t const from = line.find('"'), to = line.rfind('"');
        if (from != line.npos && to > from && line.find_first_not_of(' ') == from)
            text += line.substr(from + 1, to - from - 1) + ' ';
    }
    return text;
}

/// The text of markup, as the builder writes it.
inline std::string text_of_html(std::string const& markup) {
    std::string text;
    bool in_tag = false;
    for (char const c : markup) {
        if (c == '<') in_tag = true;
        if (!in_tag) text += c;
        if (c == '>') {
            in_tag = false;
            text += ' ';
        }
    }
    for (auto const& [entity, sign] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        for (std::size_t at = text.find(entity); at != text.npos; at = text.find(entity, at + 1))
            text.replace(at, std::string_view{entity}.size(), sign);
    return text;
}

inline std::string without_blanks(std::string const& text) {
    std::string all;
    for (std::string const& word : split_words(text)) all += word;
    return all;
}

/// The words that a block has, in the order in which they are to be read.
struct WordsOfBlock {
    std::string operator()(papers::Heading const& it) const { return it.text; }
    std::string operator()(papers::Clause const& it) const { return it.mark + ' ' + it.title; }
    std::string operator()(papers::Paragraph const& it) const { return it.mark + ' ' + it.text; }
    std::string operator()(papers::List const& it) const {
        std::string all;
        for (papers::ListItem const& item : it.items) all += item.mark + ' ' + item.text + ' ';
        return all;
    }
    std::string operator()(papers::Table const& it) const {
        std::string all = it.caption + ' ';
        for (papers::Column const& column : it.columns) all += column.title + ' ';
        for (auto const& row : it.rows)
            for (std::string const& cell : row) all += cell + ' ';
        return all;
    }
    std::string operator()(papers::Facts const& it) const {
        std::string all;
        for (papers::Labelled const& fact : it.facts) all += fact.label + ' ' + fact.value + ' ';
        return all;
    }
    std::string operator()(papers::Note const& it) const {
        std::string all = it.title + ' ';
        for (std::string const& line : it.lines) all += line + ' ';
        return all;
    }
    std::string operator()(papers::Signatures const& it) const {
        std::string all;
        for (papers::Signature const& one : it.signatures) {
            std::string const signing{papers::signing_words(one)};
            bool const is_pending = one.signing == papers::Signing::pending;
            all += one.role + ' ' + one.place_and_date + " Ort, Datum " + (is_pending ? signing : "") + ' ' +
                   papers::signer_line(one) + ' ' + one.function + ' ' + (is_pending ? "" : signing) + ' ';
        }
        return all;
    }
};

} // namespace schulkit::test
