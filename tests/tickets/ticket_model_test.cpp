#include "client/api/change_key.hpp"
#include "client/debounce.hpp"
#include "client/page_trail.hpp"
#include "client/platform/headless/headless_platform.hpp"
#include "client/tickets/my_reports_model.hpp"
#include "client/tickets/report_model.hpp"
#include "client/tickets/ticket_list_model.hpp"
#include "client/tickets/ticket_model.hpp"
#include "tests/support/ticket_samples.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace schulkit;
using namespace schulkit::samples;

TEST_CASE("every step that is offered is one that the rules allow", "[tickets][model]") {
    for (auto const& [status, word] : EnumWords<TicketStatus>::values)
        for (char const* assignee : {"", "technician", "kollegin"}) {
            CAPTURE(word, assignee);
            Ticket ticket = samples::ticket(1, status);
            ticket.assignee = *assignee == 0 ? std::nullopt : std::optional<std::string>{assignee};
            auto const steps = steps_of(ticket, technician());
            REQUIRE_FALSE(steps.empty());
            for (TicketStep const step : steps) {
                CAPTURE(word_of(step));
                TicketWork const after = after_step(ticket, step, technician());
                CHECK_FALSE(after == work_of(ticket)); // it changes something
                CHECK((after.status == status || may_follow(status, after.status)));
                CHECK(validate(after).empty());
            }
            CHECK(steps_of(ticket, teacher()).empty());
            CHECK(steps_of(ticket, auditor()).empty());
        }
}

TEST_CASE("the first step is what is most likely wanted", "[tickets][model]") {
    auto const first = [](TicketStatus status) { return steps_of(ticket(1, status), technician()).front(); };
    CHECK(first(TicketStatus::new_) == TicketStep::take);
    CHECK(first(TicketStatus::accepted) == TicketStep::resolve); // it is mine already
    CHECK(first(TicketStatus::waiting) == TicketStep::resume);
    CHECK(first(TicketStatus::resolved) == TicketStep::close);
    CHECK(first(TicketStatus::closed) == TicketStep::reopen);
    Ticket theirs = ticket(1, TicketStatus::accepted);
    theirs.assignee = "kollegin";
    CHECK(steps_of(theirs, technician()).front() == TicketStep::take);
}

TEST_CASE("an accepted ticket that is given back is new and nobody's", "[tickets][model]") {
    TicketWork const after =
        after_step(ticket(1, TicketStatus::accepted), TicketStep::give_back, technician());
    CHECK(after.status == TicketStatus::new_);
    CHECK_FALSE(after.assignee.has_value());
    CHECK(after_step(ticket(1, TicketStatus::waiting), TicketStep::give_back, technician()).status ==
          TicketStatus::waiting);
}

TEST_CASE("the log of a ticket tells changes, not comments and not internals", "[tickets][model]") {
    std::vector<AuditEntry> const log{
        {.id = 3,
         .action = "update",
         .before = Json{{"asset_id", 17}, {"asset_tag", "A-1"}, {"assignee", nullptr}},
         .after = Json{{"asset_id", 18}, {"asset_tag", "A-2"}, {"assignee", "technician"}}},
        {.id = 2, .action = "comment", .after = Json{{"comment_id", 5}}},
        {.id = 1, .actor = "teacher", .action = "create", .after = Json{{"title", "Kein Bild"}}}};
    auto const history = history_of(log);
    REQUIRE(history.size() == 2);
    CHECK(history[0].changes ==
          std::vector<FieldChange>{{"assignee", "", "technician"}, {"asset_tag", "A-1", "A-2"}});
    CHECK(history[1].id == 1);
    CHECK(history[1].actor == "teacher");
    CHECK(history[1].changes.empty());
}

TEST_CASE("routes of the ticket screens are read as they are written", "[tickets][model]") {
    TicketFilters const filters{.tab = TicketTab::all,
                                .q = "Bild & Ton",
                                .school_code = "GYM-03",
                                .status = TicketStatus::waiting,
                                .sort = "updated_at",
                                .pages = {.cursors = {"a_-1", "b"}}};
    CHECK(ticket_filters_of(parse_route(to_text(route_of(filters)))) == filters);
    CHECK(ticket_filters_of(parse_route("#/tickets")) == TicketFilters{});
    CHECK(to_text(route_of(TicketFilters{})) == "#/tickets");
    CHECK(ticket_filters_of(parse_route("#/tickets?ansicht=x&status=y")) ==
          TicketFilters{}); // words without meaning

    MyReportsFilters const mine{.progress = TicketProgress::done, .pages = {.cursors = {"a"}}};
    CHECK(my_reports_filters_of(parse_route(to_text(route_of(mine)))) == mine);

    ReportPlace const place{.code = "R/1 ä", .room = "204", .school_code = "GYM-03", .q = "Beamer"};
    CHECK(report_place_of(parse_route(to_text(route_of(place)))) == place);
    CHECK(report_place_of(parse_route("#/melden?gemeldet=12")).sent == 12);
    CHECK(report_place_of(parse_route("#/melden?gemeldet=-1")).sent == 0);
}

TEST_CASE("another tab keeps the filters that make sense there and starts at its first page",
          "[tickets][model]") {
    TicketFilters filters{.school_code = "GYM-03", .status = TicketStatus::new_, .pages = {.cursors = {"a"}}};
    TicketFilters const done = ticket_filters_of(with_tab(filters, TicketTab::done));
    CHECK(done == TicketFilters{.tab = TicketTab::done, .school_code = "GYM-03"});
    CHECK(ticket_filters_of(with_tab(filters, TicketTab::all)).status == TicketStatus::new_);
}

TEST_CASE("pages passed stand in the route", "[client]") {
    CHECK(to_text(parse_trail("a.b.c")) == "a.b.c");
    CHECK(parse_trail("").cursors.empty());
    CHECK(parse_trail("..a..").cursors == std::vector<std::string>{"a"});
    CHECK(parse_trail("a.b").cursor() == "b");
    CHECK(parse_trail("a.b").first_shown(50) == 101);
    CHECK(PageTrail{}.first_shown(50) == 1);
    CHECK_FALSE(PageTrail{}.cursor().has_value());
}

TEST_CASE("what waits for a pause happens once, and not after its owner is gone", "[client]") {
    HeadlessPlatform platform;
    int done = 0;
    {
        Debounce typing;
        typing.after(platform, 250, [&] { done += 1; });
        platform.pass_time(200);
        typing.after(platform, 250, [&] { done += 10; });
        platform.pass_time(200);
        CHECK(done == 0);
        platform.pass_time(50);
        CHECK(done == 10);
        CHECK_FALSE(typing.waiting());
        typing.after(platform, 250, [&] { done += 100; });
        typing.cancel();
        platform.pass_time(300);
        CHECK(done == 10);
        typing.after(platform, 250, [&] { done += 1000; });
    }
    platform.pass_time(300);
    CHECK(done == 10);
}

TEST_CASE("a change keeps its key until the server has decided", "[client]") {
    HeadlessPlatform platform;
    Api api{platform, [](Error const&) {}};
    ChangeKey change;
    std::string const first = change.for_body(api, "a");
    CHECK(change.for_body(api, "a") == first);
    change.failed({.kind = ErrorKind::unavailable, .code = "no_connection"});
    CHECK(change.for_body(api, "a") == first);
    CHECK_FALSE(change.for_body(api, "b") == first);
    std::string const second = change.key;
    change.failed({.kind = ErrorKind::conflict, .code = "stale"});
    CHECK_FALSE(change.for_body(api, "b") == second);
    std::string const third = change.key;
    change.succeeded();
    CHECK_FALSE(change.for_body(api, "b") == third);
}
