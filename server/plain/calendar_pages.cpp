// The secret addresses from which calendar programs fetch the dates of a school, or of the office.

#include "server/calendars/calendar_changes.hpp"
#include "server/http/idempotency.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "shared/core/format.hpp"

namespace schulkit::plain {
namespace {

constexpr char const* calendars_path = "/basis/kalender";

std::string title_of(Visit const& visit, CalendarFeed const& feed) {
    if (!feed.school_code) return visit.text("calendar.office_title");
    return *feed.school_code + " · " + feed.school_name.value_or("");
}

/// What tells one button from those of the other calendars.
std::string whose(Visit const& visit, CalendarFeed const& feed) { return feed.school_code.value_or(visit.text("calendar.office")); }

Html renew_form(Visit const& visit, CalendarFeed const& feed) {
    return el("form", {{"method", "post"}, {"action", visit.path(calendars_path)}}, form_key(visit),
              hidden_field("school_code", feed.school_code.value_or("")),
              el("div", {{"class", "actions"}},
                 submit(visit.text(feed.address ? "calendar.renew" : "calendar.make", {{"whose", whose(visit, feed)}}), false)));
}

Html address_of(Visit const& visit, CalendarFeed const& feed) {
    std::string address = base_url_of(visit.call().deployment(), visit.call().http()) + *feed.address;
    if (visit.language() == "en") address += "&lang=en";
    std::string const id = "address-" + feed.school_code.value_or("");
    Html inner = el("div", {{"class", "field"}}, el("label", {{"for", id}}, visit.text("calendar_feed.address")),
                    el("input", {{"type", "text"}, {"id", id}, {"value", address}, flag("readonly")}));
    // the address without its scheme is what webcal: stands before
    inner += el("p", {}, el("a", {{"class", "button"}, {"href", "webcal" + address.substr(address.find(':'))}},
                            visit.text("calendar.open", {{"whose", whose(visit, feed)}})));
    inner += el("p", {{"class", "muted"}},
                visit.text("calendar.made_at", {{"date", date_time_text(visit.strings(), *feed.made_at)}}));
    return inner;
}

Html calendar_card(Visit const& visit, CalendarFeed const& feed) {
    bool const may_renew = visit.may(Action::renew_calendars);
    Html inner;
    if (feed.address) {
        inner += address_of(visit, feed);
        if (may_renew)
            inner += el("details", {}, el("summary", {}, visit.text("calendar.renew_title")),
                        el("p", {}, visit.text("calendar.renew_words")), renew_form(visit, feed));
    } else {
        inner += el("p", {{"class", "muted"}}, visit.text(may_renew ? "calendar.none" : "calendar.none_ask"));
        if (may_renew) inner += renew_form(visit, feed);
    }
    return card(title_of(visit, feed), inner);
}

} // namespace

FormKind const& calendar_form_kind() {
    static FormKind const kind{.pattern = calendars_path, .fields = {{"school_code"}}};
    return kind;
}

Result<HttpResponse> calendars_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_calendars));
    auto const feeds = visit.database().read([&](Tx& tx) { return list_calendars(tx, access); });
    std::string const title = visit.text("calendar.title");
    Html own;
    if (visit.parameter("neu") == "1")
        own += notice(Notice::success, visit.text("calendar.made"), el("p", {}, visit.text("calendar.made_words")), Focus::comes);
    own += back_link(visit, "/basis/koffer", visit.text_for("nav.loans", "nav.loans_staff"));
    own += all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("calendar.lead")),
               el("p", {}, visit.text("calendar.secret")));
    for (CalendarFeed const& feed : feeds) own += calendar_card(visit, feed);
    return page(visit, {.title = title, .section = Section::kits, .counterpart = "/ausleihen", .language_at = calendars_path}, own);
}

Result<HttpResponse> take_calendar(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::renew_calendars));
    std::string const& code = form.get("school_code");
    TRY_ASSIGN(std::string const next, write_form_once(visit.call(), access, [&](WriteTx& tx) -> Result<std::string> {
                   TRY(renew_calendar(tx, access, code.empty() ? std::nullopt : std::optional{code}));
                   return std::string{calendars_path} + "?neu=1";
               }));
    return go_on_at(visit.path(next));
}

} // namespace schulkit::plain
