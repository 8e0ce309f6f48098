#include "client/assets/asset_words.hpp"
#include "client/assets/bulk_view.hpp"
#include "client/assets/inventory_screen.hpp"
#include "client/error_text.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"
#include "shared/tickets/ticket_words.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

void go(ScreenContext const& context, InventorySearch const& search, HistoryMode mode) {
    context.go(route_of(search), mode);
}

std::string title_of(Ui const& ui, Person const& me) {
    return ui.text(me.role == Role::school_staff ? "nav.assets_staff" : "nav.assets");
}

void draw_actions(ScreenContext const& context, Ui& ui) {
    Person const& me = context.me;
    if (may(me, Action::import_assets))
        ui.link_button("import", ui.text("nav.import"), "#/import", ui::Button::secondary,
                       {.icon = embedded::icon_file_spreadsheet});
    if (may(me, Action::create_asset))
        ui.link_button("create", ui.text("inventory.create"), "#/geraete/neu", ui::Button::primary,
                       {.icon = embedded::icon_plus});
    else if (may(me, Action::report_ticket))
        ui.link_button("report", ui.text("nav.report"), "#/melden", ui::Button::primary,
                       {.icon = embedded::icon_triangle_alert});
}

std::vector<ui::Option> school_options(Ui const& ui, InventoryModel const& model, Person const& me) {
    std::vector<ui::Option> options{{"", ui.text("inventory.all_schools")}};
    for (School const& school : schools_for(model.schools, me, Action::read_assets))
        options.push_back({school.code, school.code + " · " + school.name});
    return options;
}

std::vector<ui::Option> category_options(Ui const& ui, InventoryModel const& model) {
    std::vector<ui::Option> options{{"", ui.text("inventory.all_categories")}};
    if (Page<Category> const* const categories = model.categories.value())
        for (Category const& category : categories->items)
            options.push_back({category.name, category.name});
    return options;
}

std::vector<ui::Option> status_options(Ui const& ui) {
    std::vector<ui::Option> options{{"", ui.text("inventory.all_statuses")}};
    for (auto const& [status, word] : EnumWords<AssetStatus>::values)
        options.push_back({std::string{word}, status_text(ui, status)});
    return options;
}

void while_typing(InventoryModel& model, ScreenContext const& context) {
    model.typing.after(context.api.platform(), typing_pause_ms,
                       [&model, &context] { go(context, typed_search(model), HistoryMode::replace); });
}

void reset_search(InventoryModel& model, ScreenContext const& context) {
    forget_typed(model);
    go(context, without_filters(model.search), HistoryMode::push);
}

void draw_search(InventoryModel& model, ScreenContext const& context, Ui& ui) {
    ui.grow();
    bool const typed = ui.search_field("q", ui.text("inventory.search"), model.typed_q, {.max_length = 200});
    if (ui.submitted())
        go(context, typed_search(model), HistoryMode::replace);
    else if (typed)
        while_typing(model, context);
}

void draw_filters(InventoryModel& model, ScreenContext const& context, Ui& ui) {
    InventorySearch next = typed_search(model);
    std::string chosen;
    auto const note = [&](bool changed, char const* field) {
        if (changed) chosen = field;
    };
    if (!has_one_school(context.me)) {
        auto options = school_options(ui, model, context.me);
        keep_choice(options, next.school_code);
        note(ui.choice("school", ui.text("asset.school_code"), next.school_code, options, {.width = 190}), "school");
    }
    auto categories = category_options(ui, model);
    keep_choice(categories, next.category);
    note(ui.choice("category", ui.text("asset.category"), next.category, categories, {.width = 170}), "category");
    std::string status = to_text(next.status);
    if (ui.choice("status", ui.text("asset.status"), status, status_options(ui), {.width = 160})) {
        next.status = enum_of<AssetStatus>(status);
        note(true, "status");
    }
    bool const typed =
        ui.text_field("room", ui.text("asset.room"), model.typed_room, {.placeholder = ui.text("inventory.all_rooms"), .max_length = 60, .width = 130});
    bool const submitted = ui.submitted();
    next.room = model.typed_room;
    bool const reset = count_filters(next) > 0 && ui.button("reset", ui.text("inventory.reset_filters"),
                                                            ui::Button::quiet, {.icon = embedded::icon_x});
    if (reset)
        reset_search(model, context);
    else if (!chosen.empty())
        go(context, next, model.choices.go(chosen, route_of(model.search), route_of(next)));
    else if (submitted)
        go(context, next, HistoryMode::replace);
    else if (typed)
        while_typing(model, context);
}

std::vector<ui::Column> columns_of(Ui const& ui, Person const& me) {
    std::vector<ui::Column> columns;
    columns.push_back({.key = "tag", .label = ui.text("asset.tag"), .width = 164, .sortable = true, .row_header = true});
    columns.push_back({.key = "name",
                       .label = ui.text("asset.name"),
                       .width = 200,
                       .grow = 2,
                       .sortable = true,
                       .card = CardPlace::title});
    columns.push_back({.key = "category",
                       .label = ui.text("asset.category"),
                       .width = 140,
                       .grow = 1,
                       .sortable = true,
                       .drop_order = 3});
    if (!has_one_school(me))
        columns.push_back({.key = "school_code",
                           .label = ui.text("asset.school_code"),
                           .width = 110,
                           .sortable = true,
                           .drop_order = 1});
    columns.push_back(
        {.key = "room", .label = ui.text("asset.room"), .width = 150, .sortable = true, .drop_order = 2});
    columns.push_back({.key = "status",
                       .label = ui.text("asset.status"),
                       .width = 184,
                       .sortable = true,
                       .card = CardPlace::badge});
    return columns;
}

void fill_row(Ui const& ui, Person const& me, Asset const& asset, ui::TableRow& row) {
    row.key = to_text(asset.id);
    row.route = "#/geraete/" + row.key;
    row.text(asset.tag);
    row.text(asset.name);
    row.muted(asset.category);
    if (!has_one_school(me)) row.muted(asset.school_code.value_or(""));
    // a card has no column heads: "Raum 204"
    row.muted(asset.room ? (ui.is_phone() ? room_text(ui.strings(), *asset.room) : *asset.room) : "");
    StatusLook const look = look_of(asset.status);
    row.badge(status_text(ui, asset.status), look.tone, look.icon);
}

void draw_table(InventoryModel& model, ScreenContext const& context, Page<Asset> const& page, Ui& ui) {
    std::string_view sort = model.search.sort;
    bool const descending = sort.starts_with('-');
    if (descending) sort.remove_prefix(1);
    std::int64_t const first = model.search.pages.first_shown(default_page_size);
    bool const many = can_change_many(context.me);
    auto const tools = [&] { draw_bulk_tools(model, context, ui); };
    ui::TableResult const asked =
        ui.table("assets",
                 {.label = ui.text("inventory.table"),
                  .columns = columns_of(ui, context.me),
                  .sort_key = std::string{sort},
                  .sort = descending ? ui::SortDirection::descending : ui::SortDirection::ascending,
                  .first_row = first,
                  .total = page.total_is_exact ? page.total : -1,
                  .column_choice = &model.columns,
                  .chosen = many ? &model.chosen : nullptr,
                  .tools = many ? ui::Content{tools} : ui::Content{}},
                 static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                     fill_row(ui, context.me, page.items[static_cast<std::size_t>(index)], row);
                 });
    if (asked.columns_changed) keep_columns(model, context.api);
    InventorySearch next = typed_search(model);
    if (!asked.sort_key.empty()) {
        next.sort = (asked.sort == ui::SortDirection::descending ? "-" : "") + asked.sort_key;
        go(context, next, HistoryMode::push);
    }

    ui::PageMove const move = ui.pager("pages", pager_of(model.search.pages, first, page));
    next = model.search;
    // the next page begins at its top, for the eyes and for the keyboard
    if (move != ui::PageMove::none) context.api.platform().move_focus(FocusTarget::main_heading);
    if (move == ui::PageMove::next && page.next_cursor) {
        next.pages.cursors.push_back(*page.next_cursor);
        go(context, next, HistoryMode::push);
    } else if (move == ui::PageMove::previous && !next.pages.cursors.empty()) {
        next.pages.cursors.pop_back();
        go(context, next, HistoryMode::push);
    }
}

void draw_nothing(InventoryModel& model, ScreenContext const& context, Ui& ui) {
    InventorySearch const& search = model.search;
    bool const past_the_end = !search.pages.cursors.empty();
    if (past_the_end || !search.q.empty() || count_filters(search) > 0) {
        bool const reset = ui.empty_state("no_hits", {.icon = embedded::icon_search,
                                                      .title = ui.text("inventory.no_hits"),
                                                      .hint = ui.text("inventory.no_hits_hint"),
                                                      .action = ui.text("inventory.reset"),
                                                      .kind = ui::Button::secondary});
        if (reset) reset_search(model, context);
        return;
    }
    bool const can_import = may(context.me, Action::import_assets);
    bool const wants_import = ui.empty_state(
        "empty", {.icon = embedded::icon_boxes,
                  .title = ui.text("inventory.empty"),
                  .hint = ui.text(can_import ? "inventory.empty_hint_import" : "inventory.empty_hint"),
                  .action = can_import ? ui.text("nav.import") : std::string{}});
    if (wants_import) context.go("#/import", HistoryMode::push);
}

} // namespace

void draw_inventory(InventoryModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = title_of(ui, context.me);
    ui.page("inventory", title, ui::page_width, [&] {
        ui.page_header("header", title, {}, [&] { draw_actions(context, ui); });
        ui.filter_bar(
            "filters", ui.text("inventory.filters"), count_filters(model.search),
            [&] { draw_search(model, context, ui); }, [&] { draw_filters(model, context, ui); });

        Error const* const error = model.assets.error();
        Page<Asset> const* const page = model.assets.value();
        if (error != nullptr && page == nullptr) {
            if (ui.error_state("failed", ui.text("inventory.failed"), error_text(ui, error->code)))
                reload_inventory(model, context.api);
            return;
        }
        if (page == nullptr) {
            ui.loading("loading", ui.text("inventory.loading"));
            return;
        }
        std::int64_t const first_shown = model.search.pages.first_shown(default_page_size);
        if (error != nullptr)
            ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
        ui.announce_found(pager_of(model.search.pages, first_shown, *page));
        draw_bulk_result(model, context, ui);
        if (page->items.empty())
            draw_nothing(model, context, ui);
        else
            draw_table(model, context, *page, ui);
    });
}

} // namespace schulkit
