#pragma once
// How tours look on the screen; what is said of them is in shared/tours/tour_words.hpp.

#include "client/ui/ui.hpp"
#include "shared/tours/tour_words.hpp"

namespace schulkit {

std::string tour_route(Id<Tour> id);
/// "1. GYM-03 · Gymnasium Ahornweg"
std::string stop_title(ui::Ui const& ui, Tour const& tour, std::size_t at);
/// In the list of what somebody else changed: the schools in their order.
std::string lines_text(ui::Ui const& ui, std::vector<TourStop> const& stops);

} // namespace schulkit
