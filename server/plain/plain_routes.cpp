#include "server/plain/plain_routes.hpp"

#include "server/http/router.hpp"
#include "server/http/static_files.hpp"
#include "server/http/view_choice.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"

namespace schulkit {
namespace {

using plain::Visit;
using ShowPage = Result<HttpResponse> (*)(Visit&);
using TakeForm = Result<HttpResponse> (*)(Visit&, Form const&);

plain::Setting setting_of(SignInThrottle& throttle, StaticFiles const* files) {
    plain::Setting setting{.throttle = &throttle};
    if (files == nullptr) return setting;
    setting.tokens_css = files->path_of("tokens.css");
    setting.pages_css = files->path_of("pages.css");
    setting.icon = files->path_of("icon.svg");
    return setting;
}

HttpResponse to_sign_in(Visit const& visit) {
    std::string const next = visit.here();
    return redirect_to(
        visit.path(plain::address("/basis/anmelden", {{"next", next == "/basis" ? std::string{} : next}})));
}

class Mounting {
public:
    Mounting(Router& router, plain::Setting setting) : m_router{router}, m_setting{std::move(setting)} {}

    /// For everybody; whoever is signed in is known.
    void open(std::string_view pattern, ShowPage handler) {
        m_router.page(pattern, [setting = m_setting, handler](Call& call) -> Result<HttpResponse> {
            Visit visit{call, setting};
            if (visit.asked_for_language()) return redirect_to(visit.path(visit.here()));
            TRY_ASSIGN(auto person, call.find_person());
            visit.set_person(std::move(person));
            return handler(visit);
        });
    }

    /// For whoever the table lets do it; nobody signed in is asked to, and comes back. Who uses the Basisansicht has
    /// chosen it.
    void show(std::string_view pattern, Action action, ShowPage handler) {
        show_as(pattern, action, handler,
                pattern == "/basis" || pattern.starts_with("/basis/") ? View::chosen : View::as_it_was);
    }

    /// The same for pages that the application leads to as well: nobody chooses the Basisansicht by them.
    void show_to_all(std::string_view pattern, Action action, ShowPage handler) {
        show_as(pattern, action, handler, View::as_it_was);
    }

    void take(plain::FormKind const& kind, Action action, TakeForm handler) {
        auto take = [setting = m_setting, &kind, action, handler](Call& call, Form const& form) -> Result<HttpResponse> {
            Visit visit{call, setting};
            TRY_ASSIGN(auto person, call.find_person());
            if (!person) return plain::sign_in_page(visit, &form);
            visit.set_person(std::move(person));
            if (plain::is_of_another(visit, form)) return plain::foreign_form_page(visit, kind, form);
            TRY(grant(*visit.person(), action));
            return handler(visit, form);
        };
        m_router.form(kind.pattern, std::move(take), kind.max_bytes);
    }

    void take_from_anybody(std::string_view pattern, TakeForm handler, std::size_t max_bytes = max_form_bytes) {
        auto take = [setting = m_setting, handler](Call& call, Form const& form) -> Result<HttpResponse> {
            Visit visit{call, setting};
            return handler(visit, form);
        };
        m_router.form(pattern, std::move(take), max_bytes);
    }

    void errors(std::string_view below) {
        m_router.error_pages(below, [setting = m_setting](Call& call, int status, std::string_view code) {
            Visit visit{call, setting};
            if (status < 500)
                if (auto person = call.find_person()) visit.set_person(std::move(*person));
            return plain::error_page(visit, status, code);
        });
    }

private:
    enum class View { chosen, as_it_was };

    void show_as(std::string_view pattern, Action action, ShowPage handler, View view) {
        m_router.page(pattern, [setting = m_setting, action, handler, view](Call& call) -> Result<HttpResponse> {
            Visit visit{call, setting};
            if (visit.asked_for_language()) return redirect_to(visit.path(visit.here()));
            TRY_ASSIGN(auto person, call.find_person());
            if (!person) return to_sign_in(visit);
            visit.set_person(std::move(person));
            TRY(grant(*visit.person(), action));
            if (view == View::chosen && !prefers_plain_pages(call.http()))
                call.set_cookie(plain::choice_cookie(call.deployment(), view_cookie_name, plain_view));
            return handler(visit);
        });
    }

    Router& m_router;
    plain::Setting m_setting;
};

Result<HttpResponse> show_sign_in(Visit& visit) {
    return plain::sign_in_page(visit);
}

Result<HttpResponse> leave(Visit& visit) {
    return plain::leave_plain_pages(visit);
}

Result<HttpResponse> to_start(Visit& visit) {
    return redirect_to(visit.path("/basis"));
}

/// The short address, as one writes it on paper; the pages themselves are files.
Result<HttpResponse> to_manual(Visit& visit) {
    return redirect_to(visit.path(plain::manual_path(visit)));
}

Result<HttpResponse> nothing_there(Visit&) {
    return fail(ErrorKind::not_found, "not_found");
}

} // namespace

void mount_plain(Router& router, SignInThrottle& throttle, StaticFiles const* files) {
    Mounting mount{router, setting_of(throttle, files)};
    mount.errors("/basis");
    mount.errors("/barrierefreiheit");

    mount.open("/basis/anmelden", show_sign_in);
    mount.take_from_anybody("/basis/anmelden", plain::take_sign_in, plain::max_sign_in_bytes());
    mount.take_from_anybody("/basis/abmelden", plain::take_sign_out);
    mount.open("/basis/anwendung", leave);

    mount.show("/basis", Action::read_assets, plain::start_page);
    mount.show("/basis/geraete", Action::read_assets, plain::devices_page);
    mount.show("/basis/geraete/{id}", Action::read_assets, plain::device_page);
    mount.show("/basis/g/{tag...}", Action::read_assets, plain::open_label_page);
    mount.show("/basis/melden", Action::report_ticket, plain::report_page);
    mount.take(plain::report_form_kind(), Action::report_ticket, plain::take_report);
    mount.show("/basis/meldungen", Action::report_ticket, plain::reports_page);
    mount.show("/basis/meldungen/{id}", Action::read_tickets, plain::ticket_page);
    mount.take(plain::comment_form_kind(), Action::comment_ticket, plain::take_comment);
    mount.show("/basis/koffer", Action::read_loans, plain::loans_page);
    mount.show("/basis/koffer/{id}", Action::read_loans, plain::loan_page);
    mount.show("/basis/koffer-anfragen", Action::ask_for_loan, plain::loan_request_page);
    mount.take(plain::loan_request_form_kind(), Action::ask_for_loan, plain::take_loan_request);
    mount.show_to_all("/basis/papiere/{id}", Action::read_papers, plain::paper_page);
    mount.show_to_all("/basis/briefkopf", Action::edit_papers, plain::paper_settings_page);
    mount.take(plain::paper_settings_form_kind(), Action::edit_papers, plain::take_paper_settings);
    mount.show_to_all("/basis/kalender", Action::read_calendars, plain::calendars_page);
    mount.take(plain::calendar_form_kind(), Action::renew_calendars, plain::take_calendar);
    mount.show("/basis/abweichungen/{id}", Action::read_loans, plain::difference_page);
    mount.take(plain::objection_form_kind(), Action::object_to_difference, plain::take_objection);
    mount.show("/basis/voraussetzungen", Action::read_requirements, plain::requirements_page);
    mount.show("/basis/voraussetzungen/{id}/{code}", Action::read_requirements, plain::requirement_page);
    mount.take(plain::evidence_form_kind(), Action::show_requirements, plain::take_evidence);
    mount.show("/basis/koffer/{id}/rueckmeldung/{jahr}", Action::give_feedback, plain::feedback_page);
    mount.take(plain::feedback_form_kind(), Action::give_feedback, plain::take_feedback);
    mount.open("/basis/", to_start);

    mount.open("/handbuch", to_manual);
    mount.open("/handbuch/", to_manual);

    mount.open("/barrierefreiheit", plain::statement_page);
    mount.show("/barrierefreiheit/bearbeiten", Action::edit_statement, plain::statement_form_page);
    mount.take(plain::statement_form_kind(), Action::edit_statement, plain::take_statement);

    mount.open("/basis/{rest...}", nothing_there);
    mount.open("/barrierefreiheit/{rest...}", nothing_there);
}

} // namespace schulkit
