#include "server/papers/pdf_language.hpp"

#include <array>
#include <cstdio>
#include <optional>
#include <string_view>

namespace schulkit::papers {
namespace {

constexpr auto nowhere = std::string_view::npos;

/// The number after the last `key` of the text.
std::optional<std::size_t> number_after_last(std::string_view text, std::string_view key) {
    std::size_t at = text.rfind(key);
    if (at == nowhere) return {};
    at += key.size();
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
    std::optional<std::size_t> number;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && number.value_or(0) < 1'000'000'000; ++at)
        number = number.value_or(0) * 10 + static_cast<std::size_t>(text[at] - '0');
    return number;
}

} // namespace

std::string with_language(std::string pdf) {
    std::size_t const trailer_at = pdf.rfind("\ntrailer");
    if (trailer_at == std::string::npos) return pdf;
    std::string_view const trailer = std::string_view{pdf}.substr(trailer_at);
    auto const root = number_after_last(trailer, "/Root "), size = number_after_last(trailer, "/Size "),
               info = number_after_last(trailer, "/Info "), xref = number_after_last(trailer, "startxref");
    if (!root || !size || !info || !xref) return pdf;
    std::string const number = std::to_string(*root);
    std::size_t const object = pdf.rfind('\n' + number + " 0 obj\n");
    std::size_t const end = object == std::string::npos ? object : pdf.find("endobj", object);
    std::size_t const close = end == std::string::npos ? end : pdf.rfind(">>", end);
    if (close == std::string::npos || close < object || pdf.find("/Type /Catalog", object) > close) return pdf;
    std::string const catalog = pdf.substr(object + 1, close - object - 1);

    std::size_t const place = pdf.size();
    pdf += catalog + "   /Lang (de-DE)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n";
    std::size_t const table = pdf.size();
    std::array<char, 24> entry{};
    std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", place);
    pdf += "xref\n" + number + " 1\n" + entry.data();
    pdf += "trailer\n<< /Size " + std::to_string(*size) + "\n   /Root " + number + " 0 R\n   /Info " + std::to_string(*info) +
           " 0 R\n   /Prev " + std::to_string(*xref) + "\n>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return pdf;
}

} // namespace schulkit::papers
