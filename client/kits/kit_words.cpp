#include "client/kits/kit_words.hpp"

#include "client/error_text.hpp"
#include "embedded/icons.hpp"
#include "shared/kits/kit_api.hpp"

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

std::string refusal_text(ui::Ui const& ui, Error const& refused) {
    if (refused.code == "in_other_kit") {
        if (auto const where = decode<InOtherKit>(refused.extra))
            return ui.text("kits.in_other_kit",
                           {{"tag", where->asset_tag}, {"kit", where->kit.tag}, {"slot", ui.number(where->slot)}});
    }
    return error_text(ui, refused.fields.empty() ? refused.code : refused.fields.front().code);
}

std::string kit_route(Id<Kit> id) { return "#/koffer/" + to_text(id); }

} // namespace schulkit
