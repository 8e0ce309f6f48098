#include "server/calendars/calendar_events.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace schulkit {
namespace {

/// What has been stays so long; longer than a school year.
constexpr int days_back = 400;
constexpr int minutes_without_end = 30;

enum class DateKind : std::uint8_t { handover, handed_over, pickup, due, returned };

char const* key_of(DateKind kind) {
    switch (kind) {
    case DateKind::handover: return "calendar.handover";
    case DateKind::handed_over: return "calendar.handed_over";
    case DateKind::pickup: return "calendar.pickup";
    case DateKind::due: return "calendar.due";
    case DateKind::returned: return "calendar.returned";
    }
    return "";
}

/// "09:45", as the tables hold it.
int minutes_of(std::string const& time) { return std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3, 2)); }

/// One entry. Its kits are in the order of school and loan.
struct KitEntry {
    DateKind kind = DateKind::handover;
    std::vector<KitDate> kits = {};
};

struct KitWords {
    Strings const& strings;
    bool for_office = false;

    std::string count(std::string_view key, std::size_t number) const {
        return strings.get_count(key, number == 1, {{"count", std::to_string(number)}});
    }
    static std::string kit(KitDate const& date) { return date.kit_tag.value_or(date.kit_type_name); }
    /// "KOF-0012", "3 Koffer", "KOF-0012, Gymnasium Nord", "31 Koffer, 14 Schulen"
    std::string what(std::vector<KitDate> const& kits) const {
        std::string text = kits.size() == 1 ? kit(kits.front()) : count("tours.kit_count", kits.size());
        if (!for_office) return text;
        std::set<std::string> schools;
        for (KitDate const& date : kits) schools.insert(date.school_code);
        return text + ", " + (schools.size() == 1 ? kits.front().school_name : count("calendar.schools", schools.size()));
    }
    /// A line for each kit.
    std::string list(std::vector<KitDate> const& kits) const {
        std::string text;
        for (KitDate const& date : kits) {
            if (!text.empty()) text += '\n';
            if (for_office) text += date.school_code + ": ";
            text += date.kit_tag ? *date.kit_tag + " · " + date.kit_name.value_or("") + " (" + date.kit_type_name + ")" : date.kit_type_name;
        }
        return text;
    }
};

CalendarEvent event_of(KitEntry const& entry, KitWords const& words) {
    KitDate const& first = entry.kits.front();
    CalendarEvent event{.day = first.day, .summary = words.strings.get(key_of(entry.kind), {{"what", words.what(entry.kits)}})};
    event.description = words.list(entry.kits);
    if (entry.kind == DateKind::due) event.description += "\n\n" + words.strings.get("calendar.no_appointment");
    bool const is_handover = entry.kind == DateKind::handover || entry.kind == DateKind::handed_over;
    event.uid = first.tour_id ? "tour-" + std::to_string(*first.tour_id) + '-' + first.school_code
                              : std::string{is_handover ? "handover-" : "return-"} + std::to_string(first.loan_id);
    event.route = "/#/ausleihen";
    if (entry.kits.size() == 1) event.route += '/' + std::to_string(first.loan_id);
    bool const one_school = entry.kits.back().school_code == first.school_code;
    if (words.for_office && one_school) event.location = first.address.value_or("");
    if (first.arrives_from) {
        event.from_minutes = minutes_of(*first.arrives_from);
        event.until_minutes = first.arrives_until ? minutes_of(*first.arrives_until) : *event.from_minutes + minutes_without_end;
    }
    for (KitDate const& date : entry.kits) event.changed_at.unix_ms = std::max(event.changed_at.unix_ms, date.changed_at.unix_ms);
    return event;
}

CalendarEvent event_of(TrainingDate const& date, KitWords const& words) {
    return {.uid = "training-" + std::to_string(date.training_id),
            .day = date.day,
            .summary = words.strings.get(date.cancelled ? "calendar.training_cancelled" : "calendar.training", {{"what", date.title}}),
            .location = date.place.value_or(""),
            .route = words.for_office ? "/#/fortbildungen/" + std::to_string(date.training_id) : "/#/voraussetzungen",
            .cancelled = date.cancelled,
            .changed_at = date.changed_at};
}

} // namespace

std::vector<CalendarEvent> make_calendar_events(Tx& tx, Strings const& strings, std::optional<std::string> const& school_code) {
    KitWords const words{.strings = strings, .for_office = !school_code};
    Date const from = add_days(tx.today(), -days_back);

    // kind, day, school, tour
    std::map<std::tuple<DateKind, std::string, std::string, std::int64_t>, KitEntry> entries;
    auto const add = [&](DateKind kind, KitDate const& date) {
        bool const together = words.for_office && kind == DateKind::due;
        KitEntry& entry = entries[{kind, to_iso(date.day), together ? std::string{} : date.school_code, date.tour_id.value_or(0)}];
        entry.kind = kind;
        entry.kits.push_back(date);
    };
    for (KitDate const& date : list_handover_dates(tx, school_code, from))
        add(date.done ? DateKind::handed_over : DateKind::handover, date);
    for (KitDate const& date : list_return_dates(tx, school_code, from))
        add(date.tour_id ? DateKind::pickup : date.done ? DateKind::returned : DateKind::due, date);

    std::vector<CalendarEvent> events;
    for (auto const& [key, entry] : entries) events.push_back(event_of(entry, words));
    for (TrainingDate const& date : list_training_dates(tx, school_code, from)) events.push_back(event_of(date, words));
    std::stable_sort(events.begin(), events.end(), [](CalendarEvent const& a, CalendarEvent const& b) { return a.day < b.day; });
    return events;
}

} // namespace schulkit
