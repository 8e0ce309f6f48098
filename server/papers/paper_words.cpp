#include "server/papers/paper_words.hpp"

#include "shared/core/text.hpp"

#include <array>

namespace schulkit::papers {
namespace {

/// Directional controls (UAX #9), invisible fillers, byte order marks: they could make a paper read otherwise than stored.
bool is_unseen(std::string_view character) {
    static constexpr std::array<std::string_view, 17> unseen = {
        "\u061C", "\u200B", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
        "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF", "\uFFFC"};
    for (std::string_view const one : unseen)
        if (one == character) return true;
    // C1 controls
    return character.size() == 2 && character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0;
}

std::size_t length_by_first(unsigned char first) {
    return first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
}

} // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const first = static_cast<unsigned char>(text[at]);
        std::string_view const character = text.substr(at, length_by_first(first));
        if (!is_utf8(character)) {
            out += "\uFFFD";
            ++at;
            continue;
        }
        at += character.size();
        if (character == "\n") out += '\n';
        else if (character == "\t" || character == "\u2028" || character == "\u2029") out += ' ';
        else if (first >= 0x20 && first != 0x7F && !is_unseen(character)) out += character;
    }
    return out;
}

std::string number_words(Paper const& paper) {
    return paper.number.empty() ? std::string{} : "Nr. " + paper.number;
}

std::string day_words(Date const& day) {
    static constexpr std::array<std::string_view, 12> months = {"Januar",    "Februar", "März",     "April",
                                                                "Mai",       "Juni",    "Juli",     "August",
                                                                "September", "Oktober", "November", "Dezember"};
    return std::to_string(day.day) + ". " + std::string{months[static_cast<std::size_t>(day.month - 1)]} + ' ' +
           std::to_string(day.year);
}

std::string date_words(Paper const& paper) {
    BerlinTime const time = to_berlin(paper.recorded_at);
    std::string const words = day_words(time.date);
    if (paper.kind == Kind::agreement || paper.kind == Kind::supplement) return words;
    auto const two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return words + ", " + two(time.minutes / 60) + ':' + two(time.minutes % 60) + " Uhr";
}

std::vector<Labelled> all_references(Paper const& paper) {
    std::vector<Labelled> all = paper.references;
    all.push_back({"Datum", date_words(paper)});
    return all;
}

std::string sender_words(Letterhead const& letterhead) {
    std::string words = letterhead.county;
    for (std::string const& line : letterhead.address) words += (words.empty() ? "" : " · ") + line;
    return words;
}

std::string signer_words(Signature const& signature) {
    return signature.authority + (signature.authority.empty() || signature.name.empty() ? "" : " ") + signature.name;
}

std::string signer_line(Signature const& signature) {
    std::string const words = signer_words(signature);
    return words.empty() ? "Unterschrift, Name in Druckbuchstaben, Funktion" : words;
}

std::string_view signing_words(Signature const& signature) {
    switch (signature.signing) {
    case Signing::pending: return "Unterschrift steht aus";
    case Signing::drawn: return "auf dem Bildschirm unterschrieben";
    case Signing::by_hand: break;
    }
    return {};
}

} // namespace schulkit::papers
