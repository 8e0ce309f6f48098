#include "client/allocation/proposal_words.hpp"

namespace schulkit {

std::string proposal_route(std::string_view school_year) { return "#/vorschlag/" + std::string{school_year}; }

std::string year_to_plan(std::vector<SchoolYear> const& years, Date const& today) {
    std::string running;
    for (SchoolYear const& year : years) {
        if (phase_of(year, today) == SchoolYearPhase::running) running = year.id;
        if (phase_of(year, today) == SchoolYearPhase::coming) return year.id;
    }
    return running;
}

} // namespace schulkit
