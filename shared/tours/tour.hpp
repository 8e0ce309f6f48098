#pragma once
// The summer: what has to come back, and the tours on which it is fetched.

#include "shared/loans/loan.hpp"

namespace schulkit {

inline constexpr std::size_t max_tour_stops = 60;

/// A kit that is fetched at a stop.
struct TourLoan {
    Id<Loan> loan_id = {};
    LoanState state = LoanState::handed_over;
    std::optional<std::string> kit_tag = std::nullopt;
    std::optional<std::string> kit_name = std::nullopt;
    std::optional<Date> returned_on = std::nullopt;
    bool operator==(TourLoan const&) const = default;
};

template <>
struct Schema<TourLoan> {
    static constexpr std::string_view name = "tour_loan";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("loan_id", "loan.id", &TourLoan::loan_id), field("state", "loan.state", &TourLoan::state, derived),
        field("kit_tag", "loan.kit_id", &TourLoan::kit_tag, derived),
        field("kit_name", "loan.kit_id", &TourLoan::kit_name, derived),
        field("returned_on", "loan.returned_on", &TourLoan::returned_on, derived)};
};

/// A school, and when it can expect somebody: its appointment. Without `loans` it gives back all that is due and on no other
/// tour.
struct TourStop {
    Id<School> school_id = {};
    std::string school_code = {};
    std::string school_name = {};
    std::optional<std::string> address = std::nullopt;       ///< of the school's first site
    std::optional<std::string> arrives_from = std::nullopt;  ///< "09:00", Europe/Berlin
    std::optional<std::string> arrives_until = std::nullopt; ///< "09:45"
    std::vector<TourLoan> loans = {};
    bool operator==(TourStop const&) const = default;
};

template <>
struct Schema<TourStop> {
    static constexpr std::string_view name = "tour_stop";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("school_id", "loan.school_id", &TourStop::school_id),
        field("school_code", "loan.school_id", &TourStop::school_code, derived),
        field("school_name", "loan.school_id", &TourStop::school_name, derived),
        field("address", "site.address", &TourStop::address, derived),
        field("arrives_from", "tours.arrives_from", &TourStop::arrives_from, {.max_length = 5}),
        field("arrives_until", "tours.arrives_until", &TourStop::arrives_until, {.max_length = 5}),
        field("loans", "tours.loans", &TourStop::loans)};
};

struct Tour {
    Id<Tour> id = {};
    std::string school_year = {}; ///< at whose end it fetches
    Date drives_on = {};
    std::optional<std::string> driver = std::nullopt; ///< not told to schools, nor is the note
    std::optional<std::string> note = std::nullopt;
    std::vector<TourStop> stops = {}; ///< in their order
    std::int64_t version = 1;
    bool operator==(Tour const&) const = default;
};

template <>
struct Schema<Tour> {
    static constexpr std::string_view name = "tour";
    static constexpr auto fields = std::tuple{
        field("id", "", &Tour::id, {.read_only = true}),
        field("school_year", "loan.school_year", &Tour::school_year, {.required = true, .max_length = 7}),
        field("drives_on", "tours.drives_on", &Tour::drives_on),
        field("driver", "tours.driver", &Tour::driver, {.erasable = true, .max_length = 80}),
        field("note", "tours.note", &Tour::note, {.erasable = true, .multiline = true, .max_length = 1000}),
        field("stops", "tours.stops", &Tour::stops, {.derived = true}),
        field("version", "", &Tour::version, {.read_only = true})};
};

/// "00:00" to "23:59".
bool is_time_of_day(std::string_view text);
/// As people type it: "9", "9:15", "09.15" and "9.15 Uhr" become "09:00" and "09:15"; anything else stays as it is.
std::string time_of_day(std::string_view typed);
/// The same for every time of the tour.
void read_times(Tour& tour);
/// Found by validate(): "bad_time" on a time, "wrong_time_order" and "required" on the later or the missing one.
void check(TourStop const& stop, FieldErrors& errors);
/// "required" and "too_many" on stops; "duplicate" on the school that stands twice.
void check(Tour const& tour, FieldErrors& errors);

/// A loan at whose end one has arrived, and how far it is.
struct DueReturn {
    Id<Loan> loan_id = {};
    LoanState state = LoanState::handed_over;
    Id<School> school_id = {};
    std::string school_code = {};
    std::string school_name = {};
    std::string kit_type_name = {};
    std::optional<std::string> kit_tag = std::nullopt;
    std::optional<std::string> kit_name = std::nullopt;
    std::string last_school_year = {};
    Date due_on = {};
    std::int64_t days_late = 0; ///< 0: not late, or back
    std::optional<Date> returned_on = std::nullopt;
    std::optional<Id<Tour>> tour_id = std::nullopt;
    std::optional<Date> drives_on = std::nullopt;
    std::optional<std::string> arrives_from = std::nullopt;
    std::optional<std::string> arrives_until = std::nullopt;
    bool operator==(DueReturn const&) const = default;
};

template <>
struct Schema<DueReturn> {
    static constexpr std::string_view name = "due_return";
    static constexpr auto fields = std::tuple{
        field("loan_id", "loan.id", &DueReturn::loan_id), field("state", "loan.state", &DueReturn::state),
        field("school_id", "loan.school_id", &DueReturn::school_id),
        field("school_code", "loan.school_code", &DueReturn::school_code),
        field("school_name", "loan.school_id", &DueReturn::school_name),
        field("kit_type_name", "loan.kit_type_id", &DueReturn::kit_type_name),
        field("kit_tag", "loan.kit_id", &DueReturn::kit_tag), field("kit_name", "loan.kit_id", &DueReturn::kit_name),
        field("last_school_year", "loan.last_school_year", &DueReturn::last_school_year),
        field("due_on", "loan.due_on", &DueReturn::due_on), field("days_late", "tours.days_late", &DueReturn::days_late),
        field("returned_on", "loan.returned_on", &DueReturn::returned_on), field("tour_id", "tours.tour", &DueReturn::tour_id),
        field("drives_on", "tours.drives_on", &DueReturn::drives_on),
        field("arrives_from", "tours.arrives_from", &DueReturn::arrives_from),
        field("arrives_until", "tours.arrives_until", &DueReturn::arrives_until)};
};

} // namespace schulkit
