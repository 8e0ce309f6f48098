#include "client/area_tabs.hpp"
#include "client/error_text.hpp"
#include "client/kits/kit_list_screen.hpp"
#include "client/kits/kit_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

constexpr int typing_pause_of_kits_ms = 300;

void go(ScreenContext const& context, Route const& route, HistoryMode mode) { context.go(to_text(route), mode); }

KitFilters typed_kit_filters(KitListModel const& model) {
    KitFilters filters = model.filters;
    filters.q = model.typed;
    return filters;
}

void draw_search(KitListModel& model, ScreenContext const& context, Ui& ui) {
    ui.grow();
    bool const typed = ui.search_field("q", ui.text("kits.search"), model.typed, {.max_length = 200});
    auto const search = [&model, &context] {
        model.typing.cancel();
        go(context, first_page_of(typed_kit_filters(model)), HistoryMode::replace);
    };
    if (ui.submitted())
        search();
    else if (typed)
        model.typing.after(context.api.platform(), typing_pause_of_kits_ms, search);
}

void draw_filters(KitListModel& model, ScreenContext const& context, Ui& ui) {
    KitFilters next = typed_kit_filters(model);
    std::vector<ui::Option> conditions{{"", ui.text("kits.all_conditions")}};
    for (auto const& [condition, word] : EnumWords<KitCondition>::values)
        conditions.push_back({std::string{word}, condition_text(ui, condition)});
    std::string condition = to_text(next.condition);
    if (!ui.choice("condition", ui.text("kit.condition"), condition, conditions, {.width = 200})) return;
    next.condition = enum_of<KitCondition>(condition);
    Route const route = first_page_of(std::move(next));
    go(context, route, model.choices.go("condition", to_text(route_of(model.filters)), to_text(route)));
}

std::vector<ui::Column> columns_of(Ui const& ui) {
    return {{.key = "tag", .label = ui.text("kit.tag"), .width = 120, .sortable = true, .row_header = true},
            {.key = "name", .label = ui.text("kit.name"), .width = 160, .grow = 2, .sortable = true, .card = CardPlace::title},
            {.key = "type", .label = ui.text("kit.kit_type_id"), .width = 140, .grow = 1, .drop_order = 3},
            {.key = "condition", .label = ui.text("kit.condition"), .width = 160, .card = CardPlace::badge},
            {.key = "missing", .label = ui.text("kit.missing"), .width = 90, .number = true, .drop_order = 2},
            {.key = "ready", .label = ui.text("kit.ready"), .width = 170, .drop_order = 1}};
}

void fill_row(Ui const& ui, KitSummary const& kit, ui::TableRow& row) {
    row.key = to_text(kit.id);
    row.route = kit_route(kit.id);
    row.text(kit.tag);
    row.text(kit.name);
    row.muted(kit.kit_type_name);
    KitLook const look = look_of(kit.condition);
    row.badge(condition_text(ui, kit.condition), look.tone, look.icon);
    row.muted(kit.missing == 0 ? "" : ui.is_phone() ? ui.count_text("kits.missing", kit.missing) : ui.number(kit.missing));
    row.muted(ui.text(kit.ready ? "kits.ready" : "kits.in_preparation"));
}

void draw_table(KitListModel& model, ScreenContext const& context, Page<KitSummary> const& page, Ui& ui) {
    std::string_view sort = model.filters.sort;
    bool const descending = sort.starts_with('-');
    if (descending) sort.remove_prefix(1);
    ui::TableResult const asked =
        ui.table("kits",
                 {.label = ui.text("kits.title"),
                  .columns = columns_of(ui),
                  .sort_key = std::string{sort},
                  .sort = descending ? ui::SortDirection::descending : ui::SortDirection::ascending,
                  .first_row = model.first_shown,
                  .total = page.total},
                 static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                     fill_row(ui, page.items[static_cast<std::size_t>(index)], row);
                 });
    if (!asked.sort_key.empty()) {
        KitFilters next = typed_kit_filters(model);
        next.sort = (asked.sort == ui::SortDirection::descending ? "-" : "") + asked.sort_key;
        go(context, first_page_of(std::move(next)), HistoryMode::push);
    }
    ui::PageMove const move = ui.pager("pages", pager_of(model.filters.pages, model.first_shown, page));
    if (move == ui::PageMove::none) return;
    context.api.platform().move_focus(FocusTarget::main_heading);
    KitFilters next = model.filters;
    if (move == ui::PageMove::next && page.next_cursor)
        next.pages.cursors.push_back(*page.next_cursor);
    else if (!next.pages.cursors.empty())
        next.pages.cursors.pop_back();
    go(context, route_of(next), HistoryMode::push);
}

void draw_nothing(KitListModel& model, ScreenContext const& context, Ui& ui) {
    bool const searched = !model.filters.q.empty() || model.filters.condition || !model.filters.pages.cursors.empty();
    if (!searched) {
        ui.empty_state("empty", {.icon = embedded::icon_briefcase, .title = ui.text("kits.empty"), .hint = ui.text("kits.empty_hint")});
        return;
    }
    bool const reset = ui.empty_state("no_hits", {.icon = embedded::icon_search,
                                                  .title = ui.text("kits.no_hits"),
                                                  .hint = ui.text("inventory.no_hits_hint"),
                                                  .action = ui.text("inventory.reset")});
    if (!reset) return;
    model.typing.cancel();
    model.typed.clear();
    go(context, route_of(KitFilters{.sort = model.filters.sort}), HistoryMode::push);
}

} // namespace

void draw_kits(KitListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("kits.title");
    ui.page("kits", title, ui::page_width, [&] {
        ui.page_header("header", title, {}, [&] {
            if (may(context.me, Action::edit_kits))
                ui.link_button("create", ui.text("kits.create"), "#/koffer/neu", ui::Button::primary,
                               {.icon = embedded::icon_plus});
        });
        draw_kit_tabs("koffer", context.me, ui);
        ui.filter_bar(
            "filters", ui.text("kits.filters"), model.filters.condition ? 1 : 0, [&] { draw_search(model, context, ui); },
            [&] { draw_filters(model, context, ui); });
        Error const* const error = model.kits.error();
        Page<KitSummary> const* const page = model.kits.value();
        if (page == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("kits.loading"));
        } else if (page == nullptr) {
            if (ui.error_state("failed", ui.text("kits.failed"), error_text(ui, error->code))) load_kits(model, context.api);
        } else {
            if (error != nullptr)
                ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
            ui.announce_found(pager_of(model.filters.pages, model.first_shown, *page));
            if (page->items.empty())
                draw_nothing(model, context, ui);
            else
                draw_table(model, context, *page, ui);
        }
    });
}

} // namespace schulkit
