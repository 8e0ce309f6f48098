#include "shared/tours/tour.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {

bool is_time_of_day(std::string_view text) {
    auto const is_digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':') return false;
    if (!is_digit(0) || !is_digit(1) || !is_digit(3) || !is_digit(4)) return false;
    return text.substr(0, 2) < "24" && text[3] < '6';
}

std::string time_of_day(std::string_view typed) {
    std::string_view text = trim(typed);
    if (constexpr std::string_view word = "Uhr"; text.ends_with(word)) text = trim(text.substr(0, text.size() - word.size()));
    std::size_t const mark = text.find_first_of(":.");
    std::string hour{text.substr(0, mark)};
    std::string minute = mark == std::string_view::npos ? "00" : std::string{text.substr(mark + 1)};
    if (hour.size() == 1) hour.insert(hour.begin(), '0');
    std::string const read = hour + ':' + minute;
    return is_time_of_day(read) ? read : std::string{typed};
}

void read_times(Tour& tour) {
    for (TourStop& stop : tour.stops) {
        if (stop.arrives_from) stop.arrives_from = time_of_day(*stop.arrives_from);
        if (stop.arrives_until) stop.arrives_until = time_of_day(*stop.arrives_until);
    }
}

void check(TourStop const& stop, FieldErrors& errors) {
    if (!stop.school_id) errors.push_back({"school_id", "required", {}});
    std::string const from = time_of_day(stop.arrives_from.value_or(""));
    std::string const until = time_of_day(stop.arrives_until.value_or(""));
    bool const from_reads = from.empty() || is_time_of_day(from);
    bool const until_reads = until.empty() || is_time_of_day(until);
    if (!from_reads) errors.push_back({"arrives_from", "bad_time", {}});
    if (!until_reads) errors.push_back({"arrives_until", "bad_time", {}});
    if (!from_reads || !until_reads || until.empty()) return;
    if (from.empty())
        errors.push_back({"arrives_from", "required", {}});
    else if (until < from)
        errors.push_back({"arrives_until", "wrong_time_order", {}});
}

void check(Tour const& tour, FieldErrors& errors) {
    if (tour.stops.empty()) errors.push_back({"stops", "required", {}});
    if (tour.stops.size() > max_tour_stops) errors.push_back({"stops", "too_many", {}});
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        auto const end = tour.stops.begin() + static_cast<std::ptrdiff_t>(i);
        bool const again = std::any_of(tour.stops.begin(), end, [&](TourStop const& earlier) {
            return earlier.school_id && earlier.school_id == tour.stops[i].school_id;
        });
        if (again) errors.push_back({"stops." + std::to_string(i) + ".school_id", "duplicate", {}});
    }
}

} // namespace schulkit
