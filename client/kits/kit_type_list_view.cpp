#include "client/area_tabs.hpp"
#include "client/error_text.hpp"
#include "client/kits/kit_type_list_screen.hpp"
#include "client/kits/kit_type_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

std::vector<ui::Column> type_columns(Ui const& ui) {
    return {{.key = "name", .label = ui.text("kit_types.name"), .width = 160, .grow = 1, .row_header = true, .card = CardPlace::title},
            {.key = "slots", .label = ui.text("kit_type.slots"), .width = 200, .grow = 2},
            {.key = "accessories", .label = ui.text("kit_type.accessories"), .width = 200, .grow = 2, .drop_order = 2},
            {.key = "apps", .label = ui.text("kit_type.apps"), .width = 150, .drop_order = 1},
            {.key = "kits", .label = ui.text("kit_type.kits"), .width = 90, .number = true},
            {.key = "offered", .label = ui.text("kit_types.offer"), .width = 170, .card = CardPlace::badge}};
}

void fill_apps(Ui const& ui, KitType const& type, Date const& day, ui::TableRow& row) {
    std::int64_t const open = apps_with_shortfall(type, day);
    if (open > 0)
        row.badge(ui.text("kit_types.apps_open", {{"open", ui.number(open)},
                                                  {"all", ui.number(static_cast<std::int64_t>(type.apps.size()))}}),
                  ui::Tone::warning);
    else
        row.muted(type.apps.empty() ? "" : ui.count_text("kit_types.apps", static_cast<std::int64_t>(type.apps.size())));
}

void fill_type(Ui const& ui, KitType const& type, Date const& day, ui::TableRow& row) {
    row.key = to_text(type.id);
    row.route = kit_type_route(type.id);
    row.text(type.name);
    row.muted(lines_text(ui, type.slots));
    row.muted(lines_text(ui, type.accessories));
    fill_apps(ui, type, day, row);
    row.muted(ui.is_phone() ? ui.count_text("kit_types.kits", type.kits) : ui.number(type.kits));
    row.badge(ui.text(type.offered ? "kit_types.offered" : "kit_types.not_offered"),
              type.offered ? ui::Tone::success : ui::Tone::neutral, type.offered ? nullptr : embedded::icon_ban);
}

void draw_types(Page<KitType> const& page, ScreenContext const& context, Ui& ui) {
    Date const day = to_berlin({context.api.platform().now_unix_ms()}).date;
    ui.table("types", {.label = ui.text("kit_types.title"), .columns = type_columns(ui), .total = page.total},
             static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                 fill_type(ui, page.items[static_cast<std::size_t>(index)], day, row);
             });
}

} // namespace

void draw_kit_types(KitTypes& types, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("kit_types.title");
    Page<KitType> const* const page = types.value();
    Error const* const error = types.error();
    ui.page("kit_types", title, ui::page_width, [&] {
        ui.page_header("header", title, {}, [&] {
            if (may(context.me, Action::edit_kit_types))
                ui.link_button("create", ui.text("kit_types.create"), "#/koffertypen/neu", ui::Button::primary,
                               {.icon = embedded::icon_plus});
        });
        draw_kit_tabs("koffertypen", context.me, ui);
        if (page == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("kit_types.loading"));
        } else if (page == nullptr) {
            if (ui.error_state("failed", ui.text("kit_types.failed"), error_text(ui, error->code)))
                load_kit_types(types, context.api);
        } else {
            if (error != nullptr) ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
            if (page->items.empty())
                ui.empty_state("empty", {.icon = embedded::icon_briefcase,
                                         .title = ui.text("kit_types.empty"),
                                         .hint = ui.text("kit_types.empty_hint")});
            else
                draw_types(*page, context, ui);
        }
    });
}

} // namespace schulkit
