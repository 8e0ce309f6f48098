#include "client/kits/kit_words.hpp"

#include "embedded/icons.hpp"

namespace schulkit {

KitLook look_of(KitCondition condition) {
    switch (condition) {
    case KitCondition::complete: return {ui::Tone::success, embedded::icon_circle_check};
    case KitCondition::incomplete: return {ui::Tone::warning, embedded::icon_circle_alert};
    case KitCondition::broken: return {ui::Tone::danger, embedded::icon_wrench};
    }
    return {};
}

std::string condition_text(ui::Ui const& ui, KitCondition condition) {
    return ui.text("kit_condition." + std::string{word_of(condition)});
}

std::string check_text(ui::Ui const& ui, std::string_view item) {
    std::string const key = "kit." + std::string{item};
    return ui.has_text(key) ? ui.text(key) : std::string{item};
}

std::string kit_route(Id<Kit> id) { return "#/koffer/" + to_text(id); }

} // namespace schulkit
