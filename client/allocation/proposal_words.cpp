#include "client/allocation/proposal_words.hpp"

namespace schulkit {

std::string proposal_route(std::string_view school_year) { return "#/vorschlag/" + std::string{school_year}; }

std::string year_to_plan(Date const& today) { return school_year_after(school_year_of(today)); }

} // namespace schulkit
