// What a school has of the county's kits, and what it still has to show.

#include "server/differences/difference_store.hpp"
#include "server/feedback/feedback_changes.hpp"
#include "server/handovers/handover_store.hpp"
#include "server/loans/loan_store.hpp"
#include "server/papers/loan_paper_store.hpp"
#include "server/plain/pages.hpp"
#include "server/plain/words.hpp"
#include "server/requirements/requirement_store.hpp"
#include "server/schools/school_store.hpp"
#include "server/supplements/supplement_store.hpp"
#include "server/tours/tour_store.hpp"
#include "shared/core/format.hpp"
#include "shared/loans/loan_words.hpp"
#include "shared/supplements/supplement_words.hpp"
#include "shared/tours/tour_words.hpp"

namespace schulkit::plain {
namespace {

std::string loan_path(Id<Loan> id) { return "/basis/koffer/" + to_text(id); }

Html loan_badge(Visit const& visit, Loan const& loan) {
    return badge(state_text(visit.strings(), loan.state, loan.return_due), std::string{word_of(tone_of(loan.state, loan.return_due))});
}

/// "A-17 · TK0012 · Koffer 12"
std::string loan_title(Visit const& visit, Loan const& loan) { return loan_number(loan.id) + " · " + kit_text(visit.strings(), loan); }

/// "Unterschrift steht aus"
Html pending_badge(Visit const& visit, Loan const& loan) {
    return loan.signature_pending ? all(" ", badge(visit.text("handover.signature_pending"), "warning")) : Html{};
}

Html loan_list(Visit const& visit, std::vector<Loan> const& loans) {
    if (loans.empty()) return el("p", {{"class", "muted"}}, visit.text("loans.empty"));
    Html list;
    for (Loan const& loan : loans)
        list += el("li", {},
                   el("p", {}, link(visit, loan_path(loan.id), loan_title(visit, loan)), " ",
                      loan_badge(visit, loan), pending_badge(visit, loan)),
                   loan.open_differences == 0
                       ? Html{}
                       : el("p", {}, link(visit, loan_path(loan.id),
                                          visit.strings().get_count("differences.told", loan.open_differences == 1,
                                                                    {{"count", to_text(loan.open_differences)},
                                                                     {"loan", loan_number(loan.id)}}))),
                   el("p", {{"class", "muted"}},
                      years_text(visit.strings(), loan.first_school_year, loan.last_school_year) + " · " +
                          visit.text("loan.due_on") + ' ' + date_text(visit.strings(), loan.due_on)));
    return el("ul", {{"class", "talk"}}, list);
}

Html supplement_list(Visit const& visit, std::vector<LoanSupplement> const& supplements) {
    Html list;
    for (LoanSupplement const& supplement : supplements) {
        Html lines = el("p", {{"class", "by"}}, el("b", {}, supplement_title(visit.strings(), supplement)),
                        " · " + date_text(visit.strings(), supplement.made_on));
        for (SupplementItem const& item : supplement.items) lines += el("p", {}, supplement_text(visit.strings(), item));
        list += el("li", {}, lines);
    }
    return el("ol", {{"class", "talk"}}, list);
}

/// When somebody comes for which kits; nothing where no appointment is settled.
Html appointments(Visit const& visit, std::vector<DueReturn> const& due, std::string_view school_code) {
    Html facts;
    for (DueReturn const& each : due) {
        if (each.school_code != school_code || !each.drives_on || each.state != LoanState::handed_over) continue;
        std::string const kit = each.kit_tag ? *each.kit_tag + " · " + each.kit_name.value_or("") : each.kit_type_name;
        facts += fact(kit, appointment_text(visit.strings(), *each.drives_on, each.arrives_from, each.arrives_until));
    }
    if (facts.empty()) return {};
    return card(visit.text("tours.appointment_title") + ": " + std::string{school_code},
                all(el("dl", {{"class", "facts"}}, facts), el("p", {{"class", "muted"}}, visit.text("tours.appointment_hint"))));
}

/// Of one school: its loans and how far it is.
struct SchoolKits {
    School school = {};
    std::vector<Loan> loans = {};
    std::vector<SchoolRequirement> requirements = {};
};

} // namespace

Result<HttpResponse> loans_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_loans));
    TRY_ASSIGN(Access const tours_access, grant(*visit.person(), Action::read_tours));
    std::vector<DueReturn> due;
    auto const known = visit.database().read([&](Tx& tx) -> Result<std::vector<SchoolKits>> {
        due = list_due_returns(tx, tours_access, summer_of(tx, {}));
        std::vector<SchoolKits> kits;
        TRY_ASSIGN(Page<School> const schools, list_schools(tx, access, {.limit = max_page_size}));
        for (School const& school : schools.items) {
            TRY_ASSIGN(Page<Loan> loans, list_loans(tx, access, {.limit = max_page_size, .school_code = school.code}));
            kits.push_back({school, std::move(loans.items), list_school_requirements(tx, school.id)});
        }
        return kits;
    });
    if (!known) return fail(known.error());
    std::string const title = visit.text_for("nav.loans", "nav.loans_staff");
    Html own = el("div", {{"class", "title"}}, el("h1", {}, title));
    if (visit.may(Action::ask_for_loan))
        own += el("p", {{"class", "actions"}}, button_link(visit, "/basis/koffer-anfragen", visit.text("loans.ask"), true));
    for (SchoolKits const& each : *known) {
        std::string const of = each.school.code + " · " + each.school.name;
        own += appointments(visit, due, each.school.code);
        own += card(of, loan_list(visit, each.loans));
        own += card(visit.text("requirements.title") + ": " + each.school.code,
                    all(requirement_list(visit, each.requirements),
                        el("p", {}, link(visit, "/basis/voraussetzungen", visit.text("requirements.all")))));
    }
    if (visit.may(Action::read_calendars)) own += el("p", {}, link(visit, "/basis/kalender", visit.text("calendar.subscribe")));
    return page(visit, {.title = title, .section = Section::kits, .counterpart = "/ausleihen"}, own);
}

Result<HttpResponse> loan_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_loans));
    TRY_ASSIGN(std::int64_t const id, visit.id());
    TRY_ASSIGN(Access const tours_access, grant(*visit.person(), Action::read_tours));
    std::vector<LoanItem> items;
    std::vector<LoanPaper> papers;
    std::vector<LoanDifference> differences;
    std::vector<LoanSupplement> supplements;
    std::vector<DueReturn> due;
    std::vector<Feedback> feedback;
    auto const found = visit.database().read([&](Tx& tx) -> Result<Loan> {
        TRY_ASSIGN(Loan loan, get_loan(tx, access, Id<Loan>{id}));
        items = list_loan_items(tx, loan.id);
        if (visit.may(Action::read_papers)) papers = list_loan_papers(tx, access, loan.id);
        differences = list_loan_differences(tx, access, loan.id);
        supplements = list_supplements(tx, loan.id);
        due = list_due_returns(tx, tours_access, summer_of(tx, {}));
        TRY_ASSIGN(feedback, loan_feedback(tx, access, loan.id));
        std::erase_if(due, [&](DueReturn const& each) { return each.loan_id != loan.id; });
        return loan;
    });
    if (!found) return fail(found.error());
    Loan const& loan = *found;
    Strings const& strings = visit.strings();
    std::string const title = loan_title(visit, loan);
    Html own = back_link(visit, "/basis/koffer", visit.text_for("nav.loans", "nav.loans_staff"));
    own += el("div", {{"class", "title"}}, el("h1", {}, title));
    if (visit.parameter("angefragt") == "1") own += notice(Notice::success, visit.text("loans.sent"), {}, Focus::comes);
    if (visit.parameter("rueckmeldung") == "1") own += notice(Notice::success, visit.text("feedback.saved"), {}, Focus::comes);
    own += el("p", {}, loan_badge(visit, loan), pending_badge(visit, loan));
    own += appointments(visit, due, loan.school_code);
    Html facts = fact(visit.text("loan.school_id"), loan.school_code + " · " + loan.school_name);
    facts += fact(visit.text("loan.school_years"), years_text(strings, loan.first_school_year, loan.last_school_year));
    facts += fact(visit.text("loan.due_on"), date_text(strings, loan.due_on));
    if (loan.purpose) facts += fact(visit.text("loan.purpose"), *loan.purpose);
    if (loan.handed_over_on) facts += fact(visit.text("loan.handed_over_on"), date_text(strings, *loan.handed_over_on));
    if (loan.returned_on) facts += fact(visit.text("loan.returned_on"), date_text(strings, *loan.returned_on));
    if (loan.checked_on) facts += fact(visit.text("loan.checked_on"), date_text(strings, *loan.checked_on));
    if (loan.reason) facts += fact(visit.text("loan.reason"), *loan.reason);
    if (!differences.empty()) own += card(visit.text("differences.title"), difference_list(visit, differences));
    own += card(visit.text("loans.facts"), el("dl", {{"class", "facts"}}, facts));
    if (!papers.empty()) own += card(visit.text("papers.title"), paper_list(visit, papers));
    if (!items.empty()) {
        Html list;
        for (LoanItem const& item : items) {
            std::string words = item.asset_tag + " · " + item.asset_name;
            if (item.came_back_on)
                words += " · " + visit.text("loans.came_back", {{"date", date_text(strings, *item.came_back_on)}});
            else if (loan.checked_on || item.settled_as)
                words += " · " + visit.text("loans.missing");
            list += el("li", {}, words);
        }
        own += card(visit.text("loans.items"), el("ul", {}, list));
    }
    if (!supplements.empty()) own += card(visit.text("supplements.title"), supplement_list(visit, supplements));
    own += feedback_card(visit, feedback);
    return page(visit,
                {.title = title, .section = Section::kits, .counterpart = "/ausleihen/" + to_text(loan.id), .language_at = loan_path(loan.id)},
                own);
}

} // namespace schulkit::plain
