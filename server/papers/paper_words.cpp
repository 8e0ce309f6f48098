#include "server/papers/paper_words.hpp"

#include "shared/core/text.hpp"

#include <array>

namespace schulkit::papers {
namespace {

/// Controls, and what only stands for an object: they could make a paper read otherwise than stored.
bool is_control(std::uint32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFC; }

} // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        CodePoint const point = code_point_at(text, at);
        if (point.length == 0) {
            out += "\uFFFD";
            ++at;
            continue;
        }
        if (point.value == '\n') out += '\n';
        else if (point.value == '\t' || point.value == 0x2028 || point.value == 0x2029) out += ' ';
        else if (!is_control(point.value) && !is_unseen(point.value)) out += text.substr(at, point.length);
        at += point.length;
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
