#include "client/assets/code_screen.hpp"
#include "client/error_text.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {

bool draw_code(CodeModel& model, ScreenContext const& context, ui::Ui& ui) {
    Error const* const error = model.found.error();
    bool again = false;
    bool const adds = is_unknown(model) && may(context.me, Action::create_asset);
    std::string const title = ui.text("code.title", {{"code", model.code}});
    ui.page("code", title, ui::page_width, [&] {
        ui.page_header(
            "header", title,
            {.back_label = ui.text(context.me.role == Role::school_staff ? "nav.assets_staff" : "nav.assets"),
             .back_route = "#/geraete"},
            [&] {
                if (is_unknown(model) && may(context.me, Action::edit_kits))
                    ui.link_button("create_kit", ui.text("kits.create"), "#/koffer/neu?etikett=" + percent_encode(model.code),
                                   ui::Button::secondary, {.icon = embedded::icon_briefcase});
                if (adds)
                    ui.link_button("create", ui.text("inventory.create"), "#/geraete/neu?etikett=" + percent_encode(model.code),
                                   ui::Button::primary, {.icon = embedded::icon_plus});
            });
        if (error == nullptr) {
            ui.loading("loading", ui.text("code.loading", {{"code", model.code}}));
            return;
        }
        if (!is_unknown(model)) {
            again = ui.error_state("failed", ui.text("code.failed", {{"code", model.code}}),
                                   error_text(ui, error->code));
            return;
        }
        std::string const unknown = ui.text("code.unknown", {{"code", model.code}});
        ui.announce(unknown);
        bool const search =
            ui.empty_state("unknown", {.icon = embedded::icon_scan_barcode,
                                       .title = unknown,
                                       .hint = ui.text("code.unknown_hint"),
                                       .action = ui.text("code.search"),
                                       .kind = adds ? ui::Button::secondary : ui::Button::primary});
        if (search) context.go("#/geraete?q=" + percent_encode(model.code), HistoryMode::push);
    });
    return again;
}

} // namespace schulkit
