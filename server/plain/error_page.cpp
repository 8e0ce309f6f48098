#include "server/plain/pages.hpp"

namespace schulkit::plain {
namespace {

/// Parts of the keys "plain.error.…".
std::string_view word_of_status(int status, std::string_view code) {
    if (code == "cross_site") return "cross_site";
    if (code == "file_too_large") return "file_too_large";
    switch (status) {
    case 403: return "forbidden";
    case 404: return "not_found";
    case 413: return "too_large";
    default: return status >= 500 ? "failure" : "other";
    }
}

} // namespace

HttpResponse error_page(Visit& visit, int status, std::string_view code) {
    std::string const key = "plain.error." + std::string{word_of_status(status, code)};
    std::string const title = visit.text(key);
    Html own = el("h1", {}, title);
    own += el("p", {{"class", "lead"}}, visit.text(key + "_hint"));
    if (status >= 500) own += el("p", {{"class", "muted"}}, visit.text("plain.error.number", {{"number", std::string{code}}}));
    own += el("p", {{"class", "actions"}}, button_link(visit, "/basis", visit.text("app.to_start"), true));
    // what was sent is no address to come back to
    bool const was_sent = visit.call().http().method != "GET" && visit.call().http().method != "HEAD";
    return page(visit, {.title = title, .status = status, .language_at = was_sent ? "/basis" : ""}, own);
}

} // namespace schulkit::plain
