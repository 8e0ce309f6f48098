#include "client/tours/tour_look.hpp"

namespace schulkit {

std::string tour_route(Id<Tour> id) { return "#/sommer/" + to_text(id); }

std::string stop_title(ui::Ui const& ui, Tour const& tour, std::size_t at) {
    TourStop const& stop = tour.stops[at];
    return ui.number(static_cast<std::int64_t>(at) + 1) + ". " + stop.school_code + " · " + stop.school_name;
}

std::string lines_text(ui::Ui const& ui, std::vector<TourStop> const& stops) {
    std::string words;
    for (TourStop const& stop : stops) {
        words.append(words.empty() ? "" : "; ").append(stop.school_code);
        std::string const time = time_text(ui.strings(), stop.arrives_from, stop.arrives_until);
        if (!time.empty()) words.append(" ").append(time);
    }
    return words;
}

} // namespace schulkit
