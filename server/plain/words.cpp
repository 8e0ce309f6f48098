#include "server/plain/words.hpp"

#include "shared/assets/asset_words.hpp"
#include "shared/core/format.hpp"
#include "shared/core/validate.hpp"
#include "shared/tickets/ticket_words.hpp"

namespace schulkit::plain {
namespace {

template <class S> Html badge_of(Visit const& visit, S status) {
    return badge(status_text(visit.strings(), status), std::string{word_of(tone_of(status))});
}

} // namespace

Html status_badge(Visit const& visit, TicketStatus status) {
    return badge_of(visit, status);
}

Html status_badge(Visit const& visit, AssetStatus status) {
    return badge_of(visit, status);
}

AssetSearch asset_search_of(Visit const& visit) {
    auto const given = [&](std::string_view name) {
        std::string const& text = visit.parameter(name);
        return text.empty() ? std::nullopt : std::optional{text};
    };
    AssetSearch search{.query = {.q = given("q"),
                                 .cursor = given("seite"),
                                 .school_code = given("schule"),
                                 .category = given("kategorie"),
                                 .status = enum_of<AssetStatus>(visit.parameter("status")),
                                 .room = given("raum")}};
    search.is_whole = search.query.status || visit.parameter("status").empty();
    clean(search.query);
    for (FieldError const& error : validate(search.query))
        for_each_field<AssetQuery>([&](auto const& f) {
            if (f.name != error.field) return;
            search.query.*f.member = AssetQuery{}.*f.member;
            search.is_whole = search.is_whole && f.name == name_of(&AssetQuery::cursor);
        });
    return search;
}

Html left_out_notice(Visit const& visit, AssetSearch const& search) {
    return search.is_whole ? Html{} : notice(Notice::warning, visit.text("plain.search_left_out"));
}

std::string ticket_path(Id<Ticket> id) {
    return "/basis/meldungen/" + to_text(id);
}

std::string device_path(Id<Asset> id) {
    return "/basis/geraete/" + to_text(id);
}

std::string report_detail(Visit const& visit, Ticket const& ticket) {
    std::string detail = progress_text(visit.strings(), ticket) + " · " + ticket.asset_name;
    if (ticket.room) detail += " · " + room_text(visit.strings(), *ticket.room);
    return detail;
}

Html ticket_list(Visit const& visit, std::vector<Ticket> const& tickets, std::string const& label) {
    Html list;
    for (Ticket const& ticket : tickets)
        list += el("li", {},
                   el("div", {{"class", "what"}},
                      link(visit, ticket_path(ticket.id), ticket_number(ticket.id) + ' ' + ticket.title),
                      el("p", {{"class", "detail"}}, report_detail(visit, ticket))),
                   status_badge(visit, ticket.status));
    return el("ul", {{"class", "entries"}, {"aria-label", label}}, list);
}

std::int64_t first_shown(Visit const& visit) {
    std::int64_t first = 1;
    return from_text(visit.parameter("ab"), first) && first >= 1 && first < 100'000'000 ? first : 1;
}

Html pager(Visit const& visit, PagerLook const& look) {
    if (look.first == 1 && look.next_page.empty()) return {};
    Strings const& strings = visit.strings();
    Html words = el("p", {},
                    visit.text(look.total_is_exact ? "ui.pager_range" : "ui.pager_range_more",
                               {{"first", number_text(strings, look.first)},
                                {"last", number_text(strings, look.first + look.shown - 1)},
                                {"total", number_text(strings, look.total)}}));
    Html ways;
    if (look.first > 1) ways += button_link(visit, look.first_page, visit.text("plain.first_page"));
    if (!look.next_page.empty()) ways += button_link(visit, look.next_page, visit.text("plain.next_page"));
    return el("nav", {{"class", "pager"}, {"aria-label", visit.text("plain.pages")}}, words, ways);
}

} // namespace schulkit::plain
