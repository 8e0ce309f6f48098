#pragma once
// How a tour and an appointment read: the words that the application, the plain pages and calendars share.

#include "shared/core/strings.hpp"
#include "shared/tours/tour.hpp"

namespace schulkit {

/// "09:00 bis 09:45 Uhr", "ab 09:00 Uhr"; empty where no time is settled.
std::string time_text(Strings const& strings, std::optional<std::string> const& from, std::optional<std::string> const& until);
/// "05.07.2027, 09:00 bis 09:45 Uhr"
std::string appointment_text(Strings const& strings, Date const& day, std::optional<std::string> const& from,
                             std::optional<std::string> const& until);
/// "TK0012 · Koffer 12"
std::string kit_text(TourLoan const& loan);

} // namespace schulkit
