#include "client/appearance/appearance_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <vector>

namespace schulkit {
namespace {

using ui::Ui;

/// "appearance.colors.dark"; the empty word is "appearance.colors.device".
void draw_choice(Ui& ui, std::string const& name, std::string& value, std::span<std::string_view const> words) {
    std::string const label = "appearance." + name;
    std::vector<ui::Option> options;
    for (std::string_view const word : words)
        options.push_back({std::string{word}, ui.text(label + '.' + (word.empty() ? "device" : std::string{word}))});
    std::string const hint = label + ".hint";
    ui.choice(name, ui.text(label), value, options, {.hint = ui.has_text(hint) ? ui.text(hint) : std::string{}});
}

} // namespace

void draw_appearance(AppearanceModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("appearance.title");
    ui.page("appearance", title, ui::reading_width, [&] {
        ui.page_header("header", title, {.subtitle = ui.text("appearance.subtitle")});
        ui.card("look", {.title = ui.text("appearance.look"), .icon = embedded::icon_palette}, [&] {
            draw_choice(ui, "colors", model.colors, color_choices);
            draw_choice(ui, "contrast", model.contrast, contrast_choices);
            draw_choice(ui, "motion", model.motion, motion_choices);
        });
        ui.card("text", {.title = ui.text("appearance.text"), .icon = embedded::icon_languages}, [&] {
            draw_choice(ui, "text_size", model.text_size, text_size_choices);
            std::string language = ui.language();
            std::vector<ui::Option> const languages = {{"de", "Deutsch", "de"}, {"en", "English", "en"}};
            if (ui.choice("language", ui.text("appearance.language"), language, languages))
                context.set_language(language);
        });
        ui.card("keys", {.title = ui.text("appearance.keys"), .icon = embedded::icon_keyboard},
                [&] { draw_choice(ui, "single_keys", model.single_keys, single_key_choices); });
    });
}

} // namespace schulkit
