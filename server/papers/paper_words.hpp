#pragma once
// The words of a paper that are not given with it, for PDF and HTML alike, and text as it may stand on one.

#include "server/papers/paper.hpp"

#include <string>
#include <string_view>

namespace schulkit::papers {

/// Without characters that show nothing or turn what stands beside them (controls, bidirectional overrides); line ends stay,
/// bytes that are no UTF-8 become U+FFFD.
std::string printable(std::string_view text);

/// "Nr. UEV-2026-0012"; empty where it has no number.
std::string number_words(Paper const& paper);
/// "14. August 2026"
std::string day_words(Date const& day);
/// "14. August 2026"; protocols and receipts with the time: "14. August 2026, 10:32 Uhr".
std::string date_words(Paper const& paper);
/// The given references, then the date.
std::vector<Labelled> all_references(Paper const& paper);
/// "Landkreis Musterkreis · Schulstraße 1 · 12345 Musterstadt"
std::string sender_words(Letterhead const& letterhead);
/// "i. A. Anna Beispiel"
std::string signer_words(Signature const& signature);
/// Below the line to sign on: the signer, or what to write there.
std::string signer_line(Signature const& signature);
/// What stands where somebody has signed or will: "Unterschrift steht aus"; empty where there is nothing to say.
std::string_view signing_words(Signature const& signature);
/// What stands below the line of place and date.
inline constexpr std::string_view place_and_date_label = "Ort, Datum";

} // namespace schulkit::papers
