#pragma once
// One call to a plain page: who calls, in which language, and where things lie.

#include "server/http/call.hpp"
#include "server/http/form.hpp"
#include "server/people/access.hpp"
#include "server/plain/html.hpp"
#include "shared/core/strings.hpp"

namespace schulkit {
class SignInThrottle;
}

namespace schulkit::plain {

/// What the pages need of the rest; the same for every call.
struct Setting {
    SignInThrottle* throttle = nullptr;
    /// Addresses inside the application; empty where no web client is built in.
    std::string tokens_css = {};
    std::string pages_css = {};
    std::string icon = {};
};

class Visit {
public:
    Visit(Call& call, Setting const& setting);

    Call& call() const { return m_call; }
    Setting const& setting() const { return m_setting; }
    Strings const& strings() const { return *m_strings; }
    std::string_view language() const { return m_language; } ///< "de" or "en"
    std::string text(std::string_view key, TextArgs args = {}) const { return m_strings->get(key, args); }
    /// `staff_key` for a school's own staff, who read "Meldung" where the office reads "Ticket".
    std::string text_for(std::string_view key, std::string_view staff_key, TextArgs args = {}) const;
    /// "error.CODE"; a code without a text reads as an unexpected error.
    std::string error(std::string_view code) const;

    /// From the browser's view.
    std::string path(std::string_view inner) const { return m_call.deployment().path(inner); }
    /// Where this call went, with its query: "/basis/geraete?q=x".
    std::string here() const;
    /// A parameter of the address; empty where there is none. What cannot be read is none.
    std::string const& parameter(std::string_view name) const { return m_query.get(name); }
    /// The {id} of the path. Error: not_found.
    Result<std::int64_t> id() const;

    /// Whoever is signed in; asked once.
    std::optional<Person> const& person() const { return m_person; }
    bool may(Action action) const;
    bool is_staff() const;
    Database& database() const { return m_call.database(); }

    void set_person(std::optional<Person> person) { m_person = std::move(person); }
    /// The address has asked for a language: it is kept for a year.
    bool asked_for_language() const { return m_asked_for_language; }

private:
    Call& m_call;
    Setting const& m_setting;
    Form m_query = {};
    std::string_view m_language = "de";
    bool m_asked_for_language = false;
    Strings const* m_strings = nullptr;
    std::optional<Person> m_person = std::nullopt;
};

/// The better of German and English by Accept-Language (RFC 9110, 12.5.4); German where neither is named.
std::string_view language_by(std::string_view accept_language);

/// An address inside this application where one may go on after signing in: "/basis…", "/barrierefreiheit…". Anything
/// else ("//evil.example", "/\evil", line ends) becomes "/basis".
std::string safe_next(std::string_view next);

/// "/basis/geraete" + {"q", "x y"} → "/basis/geraete?q=x%20y"; empty values are left out.
std::string address(std::string_view path,
                    std::initializer_list<std::pair<std::string_view, std::string>> parameters);

/// A fresh key for a form.
std::string new_form_key();

/// Value of Set-Cookie for what a person has chosen, for a year; empty: forgotten.
std::string choice_cookie(Deployment const& deployment, std::string_view name, std::string_view value);

} // namespace schulkit::plain
