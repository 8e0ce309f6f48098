#include "shared/tours/tour_words.hpp"

#include "shared/core/format.hpp"
#include "shared/loans/loan_words.hpp"

namespace schulkit {

std::string time_text(Strings const& strings, std::optional<std::string> const& from, std::optional<std::string> const& until) {
    if (!from) return {};
    if (!until || *until == *from) return strings.get("tours.from", {{"from", *from}});
    return strings.get("tours.from_until", {{"from", *from}, {"until", *until}});
}

std::string appointment_text(Strings const& strings, Date const& day, std::optional<std::string> const& from,
                             std::optional<std::string> const& until) {
    std::string const time = time_text(strings, from, until);
    std::string words = date_text(strings, day);
    if (!time.empty()) words.append(", ").append(time);
    return words;
}

std::string kit_text(TourLoan const& loan) {
    if (!loan.kit_tag) return loan_number(loan.loan_id);
    return *loan.kit_tag + " · " + loan.kit_name.value_or("");
}

} // namespace schulkit
