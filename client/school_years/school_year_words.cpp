#include "client/school_years/school_year_words.hpp"

#include "client/route.hpp"
#include "embedded/icons.hpp"

namespace schulkit {

std::string school_year_route(std::string_view id) { return to_text(Route{.path = {"schuljahre", std::string{id}}}); }

PhaseLook look_of(SchoolYearPhase phase) {
    switch (phase) {
    case SchoolYearPhase::running: return {ui::Tone::success, embedded::icon_circle_dot};
    case SchoolYearPhase::coming: return {ui::Tone::info, embedded::icon_clock};
    case SchoolYearPhase::past: return {ui::Tone::neutral, embedded::icon_archive};
    }
    return {};
}

std::string phase_text(ui::Ui const& ui, SchoolYearPhase phase) {
    return ui.text("school_year_phase." + std::string{word_of(phase)});
}

std::string summer_text(ui::Ui const& ui, SchoolYear const& year) {
    if (!year.summer_from || !year.summer_until) return {};
    return ui.text("school_years.from_until", {{"from", ui.date(*year.summer_from)}, {"until", ui.date(*year.summer_until)}});
}

} // namespace schulkit
