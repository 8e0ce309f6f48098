#include "client/papers/papers_model.hpp"

#include "shared/core/validate.hpp"

#include <algorithm>

namespace schulkit {

void load_papers(PapersModel& model, Api& api, Id<Loan> loan) {
    model.loan = loan;
    model.papers.start();
    api.read<ListLoanPapers>({loan}, {}, [&model](Result<Page<LoanPaper>> papers) { model.papers.take(std::move(papers)); });
}

bool has_pending(PapersModel const& model) {
    Page<LoanPaper> const* const papers = model.papers.value();
    return papers != nullptr && std::any_of(papers->items.begin(), papers->items.end(),
                                            [](LoanPaper const& paper) { return paper.signature_pending; });
}

void begin_adding(PapersModel& model, Api& api) {
    model.adding = true;
    model.files = {};
    model.errors.clear();
    model.refused.reset();
    model.on_scan.clear();
    if (Page<LoanPaper> const* const papers = model.papers.value())
        for (LoanPaper const& paper : papers->items)
            if (paper.signature_pending) model.on_scan[paper.id.value] = true;
    api.platform().move_focus(FocusTarget::new_field);
}

void send_signed_papers(PapersModel& model, Api& api) {
    if (model.sending) return;
    Request<AddSignedPapers> request{.path = {model.loan}, .body = {.attachments = links_of(model.files)}};
    for (auto const& [paper, chosen] : model.on_scan)
        if (chosen) request.body.paper_ids.push_back(paper);
    model.errors = validate(request.body);
    model.refused.reset();
    if (!model.errors.empty()) return api.platform().move_focus(FocusTarget::first_field_with_error);
    model.sending = true;
    api.write<AddSignedPapers>(model.key.for_body(api, encode(request.body)), request, [&model](Result<Page<LoanPaper>> papers) {
        model.sending = false;
        if (!papers) {
            model.key.failed(papers.error());
            model.refused = std::move(papers).error();
            return;
        }
        model.key.succeeded();
        model.papers.take(std::move(papers));
        model.adding = false;
        model.files = {};
        model.added = true;
    });
}

} // namespace schulkit
