#pragma once
// What each paper of a loan says, from the record of the loan and of the session.

#include "server/papers/agreement_template.hpp"
#include "server/people/access.hpp"
#include "shared/handovers/handover_api.hpp"
#include "shared/papers/paper_settings.hpp"

namespace schulkit::papers {

/// What all papers of a loan share.
struct LoanFile {
    Loan loan = {};
    School school = {};
    PaperSettings settings = {};
    std::int64_t objection_days = 14; ///< that a school has against what the check has found
    std::string agreement_number = {}; ///< empty: there is no agreement yet
    std::string web_address = {};
    Instant recorded_at = {};
};

/// Who signs for the school and for the county; nothing: by hand, whoever it will be.
struct Signers {
    std::optional<Signer> school = std::nullopt;
    std::optional<Signer> county = std::nullopt;

    bool have_drawn() const;
};

/// A device in the order of the table, as it was looked up.
struct DeviceRow {
    std::int64_t slot = 0;
    std::string name = {};
    std::string tag = {};
    std::string serial = {};
    std::string note = {};
};
struct AccessoryRow {
    std::string label = {};
    std::int64_t quantity = 0;
    std::int64_t expected = 0;
};
struct Contents {
    std::vector<DeviceRow> devices = {};
    std::vector<AccessoryRow> accessories = {};
    std::vector<std::string> missing = {};
};

/// Errors: those of AgreementTemplate::parse().
Result<Paper> agreement_of(LoanFile const& file, Contents const& contents, Signers const& signers);
Paper handover_protocol_of(LoanFile const& file, Contents const& contents, Signers const& signers, std::string const& notes);
Paper receipt_of(LoanFile const& file, Contents const& contents, Signers const& signers, SessionEnd const& end);

/// What the check at the depot has found.
struct CheckFindings {
    Contents back = {};                      ///< what is there; its `missing` is what is not
    std::vector<std::string> earlier = {};   ///< what is missing, too, and was told before
    std::vector<std::string> foreign = {};   ///< "TAB0815 (gehört in TK0003, Platz 4)"
};
Paper return_protocol_of(LoanFile const& file, CheckFindings const& findings, std::string const& notes);

struct SupplementWords {
    std::int64_t nth = 1;
    std::vector<DeviceRow> out = {};
    std::vector<DeviceRow> in = {};
    std::vector<AccessoryRow> delivered = {};
    std::string extended_to = {}; ///< "31. Juli 2028"
    std::string reason = {};
};
Paper supplement_of(LoanFile const& file, SupplementWords const& words);

} // namespace schulkit::papers
