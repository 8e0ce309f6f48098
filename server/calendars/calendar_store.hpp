#pragma once
// All SQL about calendar feeds, and about the dates that stand in them.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/calendars/calendar_feed.hpp"
#include "shared/schools/school.hpp"
#include "shared/trainings/training.hpp"

namespace schulkit {

/// A feed with what only the server knows of it. Without id: nobody has made it yet.
struct StoredCalendar {
    Id<StoredCalendar> id = {};
    std::optional<std::string> school_code = std::nullopt; ///< absent: the office's
    std::optional<std::string> school_name = std::nullopt;
    std::string key = {};
    std::string uid = {};
    std::optional<Instant> made_at = std::nullopt;
};

template <>
struct Schema<StoredCalendar> {
    static constexpr std::string_view name = "stored_calendar";
    static constexpr auto fields = std::tuple{
        field("id", "", &StoredCalendar::id), field("school_code", "", &StoredCalendar::school_code),
        field("school_name", "", &StoredCalendar::school_name), field("key", "", &StoredCalendar::key),
        field("uid", "", &StoredCalendar::uid), field("made_at", "", &StoredCalendar::made_at)};
};

/// The schools within reach by code, with or without a feed. The office's is not among them.
std::vector<StoredCalendar> list_school_calendars(Tx& tx, Access const& access);
std::optional<StoredCalendar> find_office_calendar(Tx& tx);
/// The feed itself; nothing for a school without one.
std::optional<StoredCalendar> find_school_calendar(Tx& tx, std::string_view school_code);
std::optional<StoredCalendar> find_calendar_by_key(Tx& tx, std::string_view key);
/// A new one gets its id; one that is there another key.
Result<StoredCalendar> store_calendar(WriteTx& tx, StoredCalendar calendar);

/// A kit that is handed over or comes back.
struct KitDate {
    std::int64_t loan_id = 0;
    std::string school_code = {};
    std::string school_name = {};
    std::optional<std::string> address = std::nullopt; ///< of the school's first site
    std::string kit_type_name = {};
    std::optional<std::string> kit_tag = std::nullopt; ///< absent: any kit of the type
    std::optional<std::string> kit_name = std::nullopt;
    Date day = {};
    bool done = false;
    std::optional<std::int64_t> tour_id = std::nullopt; ///< that fetches it
    std::optional<std::string> arrives_from = std::nullopt;
    std::optional<std::string> arrives_until = std::nullopt;
    Instant changed_at = {};
};

template <>
struct Schema<KitDate> {
    static constexpr std::string_view name = "kit_date";
    static constexpr auto fields = std::tuple{
        field("loan_id", "", &KitDate::loan_id), field("school_code", "", &KitDate::school_code),
        field("school_name", "", &KitDate::school_name), field("address", "", &KitDate::address),
        field("kit_type_name", "", &KitDate::kit_type_name), field("kit_tag", "", &KitDate::kit_tag),
        field("kit_name", "", &KitDate::kit_name), field("day", "", &KitDate::day), field("done", "", &KitDate::done),
        field("tour_id", "", &KitDate::tour_id), field("arrives_from", "", &KitDate::arrives_from),
        field("arrives_until", "", &KitDate::arrives_until), field("changed_at", "", &KitDate::changed_at)};
};

struct TrainingDate {
    std::int64_t training_id = 0;
    std::string title = {};
    std::optional<std::string> place = std::nullopt;
    Date day = {};
    bool cancelled = false;
    Instant changed_at = {};
};

template <>
struct Schema<TrainingDate> {
    static constexpr std::string_view name = "training_date";
    static constexpr auto fields = std::tuple{
        field("training_id", "", &TrainingDate::training_id), field("title", "", &TrainingDate::title),
        field("place", "", &TrainingDate::place), field("day", "", &TrainingDate::day),
        field("cancelled", "", &TrainingDate::cancelled), field("changed_at", "", &TrainingDate::changed_at)};
};

/// Of that school, or of all of them; from that day on, in the order of school and loan. Handed over, or approved with a day.
std::vector<KitDate> list_handover_dates(Tx& tx, std::optional<std::string> const& school_code, Date const& from);
/// The appointment, else the day it came back, else the last day on which it may.
std::vector<KitDate> list_return_dates(Tx& tx, std::optional<std::string> const& school_code, Date const& from);
/// For a school: what it took part in, and what is to come.
std::vector<TrainingDate> list_training_dates(Tx& tx, std::optional<std::string> const& school_code, Date const& from);

} // namespace schulkit
