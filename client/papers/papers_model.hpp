#pragma once
// The papers of a loan, and adding what was signed by hand. A part of other screens' models.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/attachments/attachment_model.hpp"
#include "shared/papers/loan_paper_api.hpp"

#include <map>

namespace schulkit {

struct PapersModel {
    Id<Loan> loan = {};
    Loadable<Page<LoanPaper>> papers = {};
    bool adding = false;
    AttachmentsModel files = {};
    std::map<std::int64_t, bool> on_scan = {}; ///< papers that wait for a signature → whether they are on the scan
    bool sending = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    bool added = false; ///< to be told once
};

void load_papers(PapersModel& model, Api& api, Id<Loan> loan);
bool has_pending(PapersModel const& model);
/// All that wait for a signature are thought to be on the scan until somebody says otherwise.
void begin_adding(PapersModel& model, Api& api);
void send_signed_papers(PapersModel& model, Api& api);

} // namespace schulkit
