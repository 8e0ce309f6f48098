#pragma once
// The text of the Überlassungsvereinbarung, with versions: a loan remembers which one was signed. The syntax of a template
// is told at the top of agreement_templates/1.txt.

#include "server/papers/paper.hpp"
#include "shared/core/json.hpp"
#include "shared/core/result.hpp"

#include <array>
#include <string>
#include <string_view>

namespace schulkit::papers {

/// What a template can name; nothing else.
struct AgreementFacts {
    std::string number = {};              ///< {nummer}
    std::string county = {};              ///< {schultraeger}: "Landkreis Musterkreis"
    std::string department = {};          ///< {amt}
    std::string school = {};              ///< {schule}: "Gymnasium Musterstadt (GYM-03)"
    std::string kit = {};                 ///< {koffer}: "TK0007 · Koffer 07"
    std::string kit_type = {};            ///< {koffertyp}
    std::string school_years = {};        ///< {schuljahre}: "das Schuljahr 2026/27", "die Schuljahre 2026/27 und 2027/28"
    std::string begins_on = {};           ///< {beginn}: "12. August 2026"
    std::string ends_on = {};             ///< {ende}
    std::string return_by = {};           ///< {rueckgabe}: the latest day
    std::string purpose = {};             ///< {zweck}
    std::string time_to_object = {};      ///< {einwandfrist}: "14 Tagen"
    Table contents = {};                  ///< {inhaltstabelle}
    Signatures signatures = {};           ///< {unterschriften}
};

class AgreementTemplate {
public:
    /// Errors: invalid, with a field "lines.12" for each line that is wrong: unknown_placeholder, unclosed_placeholder,
    /// not_alone (a table or the signatures in a line with other words), empty_clause (a "§", "#" or "-" without words);
    /// and on "lines": required (nothing to print), too_long.
    static Result<AgreementTemplate> parse(std::string_view text);

    /// A fact that is not known reads as "ohne Angabe".
    std::vector<Block> fill(AgreementFacts const& facts) const;

private:
    std::vector<Block> m_blocks = {}; ///< with placeholders; an empty Table or Signatures is the place of theirs
};

/// The words in braces that a template may have: for help beside the field it is edited in.
std::vector<std::string_view> agreement_placeholders();

struct AgreementText {
    int version = 0;
    std::string_view text = {};
};
/// The one that a new county begins with.
AgreementText default_agreement();

} // namespace schulkit::papers
