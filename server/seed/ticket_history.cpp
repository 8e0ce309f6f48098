#include "server/seed/ticket_history.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/seed/calendar.hpp"
#include "server/seed/county_devices.hpp"
#include "server/tickets/ticket_changes.hpp"
#include "shared/core/text.hpp"
#include "shared/core/validate.hpp"

#include <algorithm>
#include <set>

namespace schulkit {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;

/// The report itself (step absent) or one of the steps.
struct Event {
    Instant at = {};
    std::size_t story = 0;
    std::optional<std::size_t> step = std::nullopt;
};

std::vector<Event> events_of(std::vector<TicketStory> const& stories) {
    std::vector<Event> events;
    for (std::size_t i = 0; i < stories.size(); ++i) {
        TicketStory const& story = stories[i];
        Instant last = berlin_moment(school_day(story.days_ago), story.minutes);
        events.push_back({.at = last, .story = i});
        for (std::size_t step = 0; step < story.steps.size(); ++step) {
            int const days = story.steps[step].days;
            int const minutes = days == 0 ? story.minutes + 35 : 450 + (story.minutes + 83 * days) % 420;
            Instant at = berlin_moment(school_day(story.days_ago - days), minutes);
            if (at.unix_ms <= last.unix_ms) at.unix_ms = last.unix_ms + 25 * ms_per_minute;
            events.push_back({.at = at, .story = i, .step = step});
            last = at;
        }
    }
    std::stable_sort(events.begin(), events.end(),
                     [](Event const& a, Event const& b) { return a.at.unix_ms < b.at.unix_ms; });
    return events;
}

/// Each device is the subject of one story only, and the demo projector of none.
class Subjects {
public:
    explicit Subjects(std::vector<Asset> const& devices) : m_devices{devices} {}

    Result<std::string> code_for(TicketStory const& story) {
        std::string const school{story.school_code};
        for (std::string_view const service : {"INTERNET", "WLAN", "VERWALTUNG", "KONTEN", "OHNE"})
            if (story.about == service) return school + '-' + std::string{service};
        if (story.about.starts_with("Raum ")) return school + "-R-" + code_key(normalize_room(story.about));

        std::vector<std::string> found;
        for (Asset const& device : m_devices) {
            bool const fits = device.category == story.about || device.name.starts_with(story.about);
            if (device.school_code == school && device.status == AssetStatus::in_use && device.room && fits &&
                device.tag != demo_projector_tag && !m_taken.contains(device.tag))
                found.push_back(device.tag);
        }
        if (found.empty()) return fail(ErrorKind::not_found, "no_such_device", std::string{story.title});
        std::string const& chosen = found[found.size() / 2];
        m_taken.insert(chosen);
        return chosen;
    }

private:
    std::vector<Asset> const& m_devices;
    std::set<std::string> m_taken;
};

Access access_of(Person const& person, Action action) {
    return {.person = person.id,
            .username = person.username,
            .role = person.role,
            .scope = scope_of(person, action),
            .school_codes = person.school_codes};
}

Result<Done> change_device(WriteTx& tx, Id<Asset> id, AssetStatus status) {
    auto const before = find_asset(tx, id);
    if (!before) return fail(ErrorKind::not_found, "no_such_device");
    Asset after = *before;
    after.status = status;
    if (status == AssetStatus::retired) {
        after.site_code.reset();
        after.room.reset();
    }
    TRY(change_asset(tx, *before, std::move(after), "update"));
    return Done{};
}

Result<Done> take_step(WriteTx& tx, StoryStep const& step, Person const& person, Ticket const& ticket) {
    if (!step.comment.empty()) {
        TicketComment const comment{.text = std::string{step.comment}};
        TRY(comment_ticket(tx, access_of(person, Action::comment_ticket), ticket.id, comment));
    }
    if (step.status) {
        TicketWork const before = work_of(ticket);
        TicketWork after = before;
        after.status = *step.status;
        if (step.status == TicketStatus::accepted) after.assignee = person.username;
        TRY(work_ticket(tx, access_of(person, Action::work_ticket), ticket.id, patch_between(before, after)));
    }
    if (step.device) TRY(change_device(tx, ticket.asset_id, *step.device));
    return Done{};
}

} // namespace

Result<Done> write_ticket_history(WriteTx& tx, std::vector<TicketStory> const& stories,
                                  std::vector<Asset> const& devices,
                                  std::function<Person const&(Teller)> const& person_of) {
    Subjects subjects{devices};
    std::vector<Id<Ticket>> tickets(stories.size());
    for (Event const& event : events_of(stories)) {
        TicketStory const& story = stories[event.story];
        Id<Ticket>& ticket = tickets[event.story];
        Person const& person = person_of(event.step ? story.steps[*event.step].who : story.reporter);
        WriteTx then = tx.acting(person.id, event.at);
        if (event.step) {
            TRY_ASSIGN(Ticket const now, get_ticket(then, access_of(person, Action::read_tickets), ticket));
            TRY(take_step(then, story.steps[*event.step], person, now));
        } else {
            TRY_ASSIGN(std::string code, subjects.code_for(story));
            TRY_ASSIGN(Ticket const reported, report_ticket(then, access_of(person, Action::report_ticket),
                                                            {.asset_code = std::move(code),
                                                             .title = std::string{story.title},
                                                             .description = std::string{story.description},
                                                             .channel = story.channel}));
            ticket = reported.id;
        }
    }
    return Done{};
}

} // namespace schulkit
