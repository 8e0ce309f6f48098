#pragma once

#include "client/papers/papers_model.hpp"
#include "client/screen.hpp"
#include "client/ui/ui.hpp"

namespace schulkit {

/// The card of a loan's papers, with what is needed to add what was signed by hand.
void draw_papers(PapersModel& model, ScreenContext const& context, ui::Ui& ui);
/// Each with its page and its PDF, where `me` may read them.
void draw_paper_list(std::string_view key, std::string_view label, std::vector<LoanPaper> const& papers, Person const& me, ui::Ui& ui);

} // namespace schulkit
