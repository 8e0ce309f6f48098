#pragma once
// The plain pages, each by what it does. Those of plain_routes.cpp that need a person have one in `visit`.

#include "server/plain/frame.hpp"
#include "shared/feedback/feedback.hpp"
#include "shared/papers/loan_paper.hpp"

namespace schulkit::plain {

// sign_in_pages.cpp
/// `kept`: what a form has sent whose sender's session had ended; it can be sent after signing in.
HttpResponse sign_in_page(Visit& visit, Form const* kept = nullptr);
Result<HttpResponse> take_sign_in(Visit& visit, Form const& form);
Result<HttpResponse> take_sign_out(Visit& visit, Form const& form);
/// To the same place in the application, which labels then lead to again.
HttpResponse leave_plain_pages(Visit& visit);

// start_page.cpp
Result<HttpResponse> start_page(Visit& visit);

// device_pages.cpp
Result<HttpResponse> devices_page(Visit& visit);
Result<HttpResponse> device_page(Visit& visit);
Result<HttpResponse> open_label_page(Visit& visit);

// report_pages.cpp, report_choice_page.cpp
/// Choose what is broken, say what is wrong, thanks: as the address says.
Result<HttpResponse> report_page(Visit& visit);
Result<HttpResponse> take_report(Visit& visit, Form const& form);
Result<HttpResponse> report_choice_page(Visit& visit);

// ticket_pages.cpp
Result<HttpResponse> reports_page(Visit& visit);
Result<HttpResponse> ticket_page(Visit& visit);
Result<HttpResponse> take_comment(Visit& visit, Form const& form);

// loan_pages.cpp
Result<HttpResponse> loans_page(Visit& visit);
Result<HttpResponse> loan_page(Visit& visit);

// loan_request_pages.cpp
Result<HttpResponse> loan_request_page(Visit& visit);
Result<HttpResponse> take_loan_request(Visit& visit, Form const& form);

// calendar_pages.cpp
Result<HttpResponse> calendars_page(Visit& visit);
Result<HttpResponse> take_calendar(Visit& visit, Form const& form);

// paper_pages.cpp
Result<HttpResponse> paper_page(Visit& visit);
Result<HttpResponse> paper_settings_page(Visit& visit);
Result<HttpResponse> take_paper_settings(Visit& visit, Form const& form);
/// Of a loan: each with its page, its PDF and what was signed by hand.
Html paper_list(Visit const& visit, std::vector<LoanPaper> const& papers);
// difference_pages.cpp
Result<HttpResponse> difference_page(Visit& visit);
Result<HttpResponse> take_objection(Visit& visit, Form const& form);
// requirement_pages.cpp
/// What schools have to show, their IT standards and their trainings.
Result<HttpResponse> requirements_page(Visit& visit);
Result<HttpResponse> requirement_page(Visit& visit);
Result<HttpResponse> take_evidence(Visit& visit, Form const& form);
// feedback_pages.cpp
/// On a loan's page; empty before the collection.
Html feedback_card(Visit const& visit, std::vector<Feedback> const& feedback);
Result<HttpResponse> feedback_page(Visit& visit);
Result<HttpResponse> take_feedback(Visit& visit, Form const& form);

// statement_pages.cpp
Result<HttpResponse> statement_page(Visit& visit);
Result<HttpResponse> statement_form_page(Visit& visit);
Result<HttpResponse> take_statement(Visit& visit, Form const& form);

// error_page.cpp
/// `code` of the problem; for a failure its number in the log.
HttpResponse error_page(Visit& visit, int status, std::string_view code);

} // namespace schulkit::plain
