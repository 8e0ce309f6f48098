#include "server/plain/visit.hpp"

#include "server/http/language.hpp"
#include "server/http/negotiation.hpp"
#include "server/people/passwords.hpp"
#include "shared/core/text.hpp"

#include <cstdlib>

namespace schulkit::plain {
namespace {

constexpr std::string_view language_cookie = "schulkit_language";

std::string_view known_language(std::string_view word) {
    return word == "de" ? "de" : word == "en" ? "en" : "";
}

double weight_of(std::string_view parameters) {
    auto const at = parameters.find("q=");
    if (at == parameters.npos) return 1;
    return std::strtod(std::string{parameters.substr(at + 2)}.c_str(), nullptr);
}

} // namespace

std::string_view language_by(std::string_view accept_language) {
    std::string_view best = "de";
    double best_weight = 0;
    while (!accept_language.empty()) {
        auto const [tag, parameters] = take_entry(accept_language);
        double const weight = weight_of(parameters);
        for (std::string_view const known : {"de", "en"}) {
            bool const is_it = same_word(tag.substr(0, 2), known) && (tag.size() == 2 || tag[2] == '-');
            if (!is_it || weight <= best_weight) continue;
            best = known;
            best_weight = weight;
        }
    }
    return best;
}

std::string safe_next(std::string_view next) {
    auto const is_below = [&](std::string_view folder) {
        return next == folder || (next.starts_with(folder) && (next[folder.size()] == '/' || next[folder.size()] == '?'));
    };
    bool const inside = is_below("/basis") || is_below("/barrierefreiheit");
    bool clean = next.size() <= 2000 && next.find("//") == next.npos && next.find("..") == next.npos;
    for (char const c : next) clean = clean && c > 0x20 && c < 0x7F && c != '\\';
    bool const is_of_sessions = next.starts_with("/basis/anmelden") || next.starts_with("/basis/abmelden");
    return inside && clean && !is_of_sessions ? std::string{next} : std::string{"/basis"};
}

std::string address(std::string_view path,
                    std::initializer_list<std::pair<std::string_view, std::string>> parameters) {
    std::string made{path};
    char separator = path.find('?') == path.npos ? '?' : '&';
    for (auto const& [name, value] : parameters) {
        if (value.empty()) continue;
        made += separator;
        made += std::string{name} + '=' + percent_encode(value);
        separator = '&';
    }
    return made;
}

std::string new_form_key() {
    return random_token();
}

std::string choice_cookie(Deployment const& deployment, std::string_view name, std::string_view value) {
    std::string cookie = std::string{name} + '=' + std::string{value} + "; Path=" + deployment.path("/") +
                         "; Max-Age=" + (value.empty() ? "0" : "31536000") + "; HttpOnly; SameSite=Lax";
    if (deployment.is_https()) cookie += "; Secure";
    return cookie;
}

Visit::Visit(Call& call, Setting const& setting) : m_call{call}, m_setting{setting} {
    if (auto query = Form::parse(call.http().query)) m_query = std::move(*query);
    std::string_view const asked = known_language(parameter("lang"));
    std::string_view const kept = known_language(call.http().cookie(language_cookie));
    if (!asked.empty()) {
        m_language = asked;
        m_asked_for_language = true;
        call.set_cookie(choice_cookie(call.deployment(), language_cookie, asked));
    } else {
        m_language = !kept.empty() ? kept : language_by(call.http().header("Accept-Language"));
    }
    m_strings = &strings_in(m_language);
}

std::string Visit::text_for(std::string_view key, std::string_view staff_key, TextArgs args) const {
    return text(is_staff() ? staff_key : key, args);
}

std::string Visit::error(std::string_view code) const {
    std::string const key = "error." + std::string{code};
    return text(m_strings->has(key) ? key : "error.internal");
}

std::string Visit::here() const {
    std::string where{inner_path(m_call.deployment(), m_call.http().path)};
    char separator = '?';
    for (auto const& [name, value] : m_query.fields()) {
        if (name == "lang" || value.empty()) continue;
        where += separator + percent_encode(name) + '=' + percent_encode(value);
        separator = '&';
    }
    return where;
}

Result<std::int64_t> Visit::id() const {
    std::int64_t number = 0;
    auto const& values = m_call.path_values();
    if (values.empty() || !from_text(values.front().second, number) || number < 1)
        return fail(ErrorKind::not_found, "not_found");
    return number;
}

bool Visit::may(Action action) const {
    return m_person && schulkit::may(*m_person, action);
}

bool Visit::is_staff() const {
    return m_person && m_person->role == Role::school_staff;
}

} // namespace schulkit::plain
