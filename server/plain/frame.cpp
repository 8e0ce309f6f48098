#include "server/plain/frame.hpp"

#include "server/db/database.hpp"
#include "server/people/people_store.hpp"

namespace schulkit::plain {
namespace {

/// Nothing but our own styles, fonts, images and forms.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

std::string_view other_language(Visit const& visit) {
    return visit.language() == "de" ? "en" : "de";
}

Html head(Visit const& visit, PageLook const& look) {
    Setting const& setting = visit.setting();
    Html inner = all(el("meta", {{"charset", "utf-8"}}), el("title", {}, look.title + " · " + visit.text("plain.name")),
                     el("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                     el("meta", {{"name", "color-scheme"}, {"content", "light dark"}}));
    for (std::string const& sheet : {setting.tokens_css, setting.pages_css})
        if (!sheet.empty()) inner += el("link", {{"rel", "stylesheet"}, {"href", visit.path(sheet)}});
    if (!setting.icon.empty())
        inner += el("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", visit.path(setting.icon)}});
    return el("head", {}, inner);
}

Html language_link(Visit const& visit, PageLook const& look) {
    std::string const other{other_language(visit)};
    std::string const here = look.language_at.empty() ? visit.here() : look.language_at;
    return el("a",
              {{"class", "button quiet"},
               {"href", visit.path(address(here, {{"lang", other}}))},
               {"lang", other},
               {"hreflang", other}},
              visit.text("app.other_language"));
}

Html account(Visit const& visit, PageLook const& look) {
    Html inner = language_link(visit, look);
    if (visit.person()) {
        inner += el("span", {{"class", "who"}}, el("span", {{"class", "hidden"}}, visit.text("plain.signed_in_as") + ' '),
                    el("b", {}, visit.person()->username));
        inner += el("form", {{"method", "post"}, {"action", visit.path("/basis/abmelden")}},
                    el("button", {{"class", "button quiet"}, {"type", "submit"}}, visit.text("app.sign_out")));
    }
    return el("div", {{"class", "account"}}, inner);
}

Html bar(Visit const& visit, PageLook const& look) {
    Html mark;
    if (!visit.setting().icon.empty())
        mark = el("img", {{"src", visit.path(visit.setting().icon)}, {"alt", ""}, {"width", "30"}, {"height", "30"}});
    return el("div", {{"class", "bar"}},
              el("a", {{"class", "brand"}, {"href", visit.path("/basis")}}, mark, el("span", {}, "Schulkit")),
              account(visit, look));
}

Html menu(Visit const& visit, Section section) {
    struct Entry {
        Section section;
        char const* path;
        std::string words;
        Action action;
    };
    Entry const entries[] = {
        {Section::start, "/basis", visit.text("nav.home"), Action::read_assets},
        {Section::report, "/basis/melden", visit.text("nav.report"), Action::report_ticket},
        {Section::reports, "/basis/meldungen", visit.text("nav.my_tickets"), Action::report_ticket},
        {Section::devices, "/basis/geraete", visit.text_for("nav.assets", "nav.assets_staff"), Action::read_assets},
        {Section::kits, "/basis/koffer", visit.text_for("nav.loans", "nav.loans_staff"), Action::read_loans}};
    Html list;
    for (Entry const& entry : entries) {
        if (!visit.may(entry.action)) continue;
        auto const current = entry.section == section ? std::optional{std::string{"page"}} : std::nullopt;
        list += el("li", {}, el("a", {{"href", visit.path(entry.path)}, {"aria-current", current}}, entry.words));
    }
    return el("nav", {{"class", "menu"}, {"aria-label", visit.text("ui.navigation")}}, el("ul", {}, list));
}

Html footer(Visit const& visit, PageLook const& look) {
    return el("footer", {{"class", "footer"}},
              el("ul", {},
                 el("li", {}, link(visit, address("/basis/anwendung", {{"zu", look.counterpart}}),
                                   visit.text("plain.to_application"))),
                 el("li", {}, link(visit, manual_path(visit), visit.text("plain.manual"))),
                 el("li", {}, link(visit, "/barrierefreiheit", visit.text("statement.title")))));
}

char const* class_of(Width width) {
    switch (width) {
    case Width::narrow: return "narrow";
    case Width::reading: return "reading";
    case Width::wide: return "wide";
    }
    return "";
}

} // namespace

std::string manual_path(Visit const& visit) {
    return "/handbuch/" + std::string{visit.language()} + "/index.html";
}

HttpResponse page(Visit const& visit, PageLook const& look, Html const& own) {
    // a page that tells of a failure does not ask the database that may have failed
    bool const demo =
        look.status < 500 && visit.database().read([](Tx& tx) { return has_demo_accounts(tx); });
    Html body = el("a", {{"class", "skip"}, {"href", "#inhalt"}}, visit.text("plain.skip"));
    body += el("header", {}, bar(visit, look),
               demo ? el("p", {{"class", "demo-note"}}, visit.text("app.demo")) : Html{});
    Html const reason = visit.parameter("grund") == "webgl" ? no_webgl_notice(visit) : Html{};
    Html const main = el("main", {{"id", "inhalt"}, {"class", class_of(look.width)}, {"tabindex", "-1"}}, reason, own);
    if (visit.person())
        body += el("div", {{"class", "frame"}}, menu(visit, look.section), main);
    else
        body += main;
    body += footer(visit, look);

    HttpResponse response{.status = look.status, .content_type = "text/html; charset=utf-8"};
    response.body =
        document(el("html", {{"lang", visit.language()}}, head(visit, look), el("body", {}, body)));
    response.set_header("Content-Security-Policy", std::string{policy});
    response.set_header("Cache-Control", "no-store");
    response.set_header("Content-Language", std::string{visit.language()});
    return response;
}

Html notice(Notice kind, std::string const& title, Html const& more, Focus focus) {
    static constexpr char const* classes[] = {"notice info", "notice success", "notice warning", "notice danger"};
    bool const comes = focus == Focus::comes;
    return el("div",
              {{"class", classes[static_cast<int>(kind)]},
               {"role", kind == Notice::danger ? "alert" : "status"},
               {"tabindex", comes ? std::optional{std::string{"-1"}} : std::nullopt},
               flag("autofocus", comes)},
              el("p", {{"class", "notice-title"}}, el("strong", {}, title)), more); // no heading: it stands before the h1
}

Html no_webgl_notice(Visit const& visit) {
    return notice(Notice::info, visit.text("plain.no_webgl"), el("p", {}, visit.text("plain.no_webgl_hint")));
}

Html link(Visit const& visit, std::string const& inner, Html const& words) {
    return el("a", {{"href", visit.path(inner)}}, words);
}

Html button_link(Visit const& visit, std::string const& inner, std::string const& words, bool primary) {
    return el("a", {{"class", primary ? "button primary" : "button"}, {"href", visit.path(inner)}}, words);
}

Html back_link(Visit const& visit, std::string const& inner, std::string const& words) {
    return el("a", {{"class", "back"}, {"href", visit.path(inner)}},
              el("span", {{"aria-hidden", "true"}}, "←\u00a0"), words);
}

Html badge(std::string const& words, std::string const& tone) {
    return el("span", {{"class", "badge " + tone}}, words);
}

Html fact(std::string const& label, Html const& value) {
    return el("div", {}, el("dt", {}, label), el("dd", {}, value));
}

Html card(std::string const& title, Html const& inner) {
    return el("section", {{"class", "card"}}, title.empty() ? Html{} : el("h2", {}, title), inner);
}

} // namespace schulkit::plain
