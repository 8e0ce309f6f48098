#include "client/styleguide/styleguide_view.hpp"

#include "embedded/icons.hpp"

#include <array>

namespace schulkit {

namespace {

using ui::Button;
using ui::Option;
using ui::Tone;
using ui::Ui;

constexpr std::array tones = {Tone::neutral, Tone::info, Tone::success, Tone::warning, Tone::danger};

std::string word(Ui const& ui, std::string_view key) { return ui.text("styleguide." + std::string{key}); }

std::string numbered(std::string_view key, std::size_t number) { return std::string{key} + std::to_string(number); }

void draw_words(Ui& ui) {
    ui.card("words", {.title = word(ui, "words")}, [&] {
        ui.heading("h2", 2, word(ui, "short"));
        ui.heading("h3", 3, word(ui, "short"));
        ui.paragraph("body", word(ui, "long"));
        ui.paragraph("strong", word(ui, "short"), ui::TextKind::strong);
        ui.muted("muted", word(ui, "long"));
        ui.paragraph("small", word(ui, "long"), ui::TextKind::small);
        ui.paragraph("danger", word(ui, "short"), ui::TextKind::danger);
        ui.row("badges", [&] {
            for (std::size_t i = 0; i < tones.size(); ++i)
                ui.badge(numbered("badge", i), word(ui, numbered("tone", i)), tones[i]);
        });
        ui.row("icons", [&] {
            ui.icon("tablet", embedded::icon_tablet, word(ui, "short"));
            ui.icon("alert", embedded::icon_triangle_alert, word(ui, "short"), Tone::danger);
            ui.link("link", word(ui, "link"), "#/styleguide");
        });
    });
}

/// As they are now; another look is one step away, and the page stays what it is.
void draw_colors(Ui& ui) {
    ui.card("colors", {.title = word(ui, "colors"), .icon = embedded::icon_palette}, [&] {
        ui.swatches("swatches");
        ui.link("looks", word(ui, "looks"), "#/darstellung");
    });
}

void draw_buttons(StyleguideModel& model, Ui& ui) {
    ui.card("buttons", {.title = word(ui, "buttons"), .icon = embedded::icon_square_check}, [&] {
        bool clicked = false;
        std::string const label = word(ui, "button");
        ui.row("kinds", [&] {
            clicked |= ui.button("primary", label, Button::primary, {.icon = embedded::icon_plus});
            clicked |= ui.button("secondary", label, Button::secondary);
            clicked |= ui.button("quiet", label, Button::quiet);
            clicked |= ui.button("danger", label, Button::danger, {.icon = embedded::icon_trash_2});
            clicked |= ui.icon_button("icon", embedded::icon_pencil, word(ui, "icon_button"));
            ui.link_button("link", word(ui, "link"), "#/styleguide", Button::secondary, {.icon = embedded::icon_arrow_right});
        });
        ui.row("states", [&] {
            ui.button("disabled", word(ui, "disabled"), Button::primary, {.enabled = false});
            ui.button("off", word(ui, "disabled"), Button::secondary, {.enabled = false});
            ui.button("busy", word(ui, "busy"), Button::primary, {.busy = true});
        });
        if (clicked) {
            ++model.clicks;
            ui.toast(ui.text("styleguide.clicked", {{"count", ui.number(model.clicks)}}));
        }
    });
}

void draw_fields(StyleguideModel& model, Ui& ui) {
    std::array<Option, 3> const options = {{{"a", word(ui, "tone0")}, {"b", word(ui, "tone1")}, {"c", word(ui, "tone2")}}};
    std::string const label = word(ui, "field");
    ui.card("fields", {.title = word(ui, "fields")}, [&] {
        ui.form("form", word(ui, "fields"), [&] {
            ui.grid("grid", {}, [&] {
                ui.text_field("text", label, model.text,
                              {.required = true, .hint = word(ui, "hint"), .placeholder = "TAB-00042"});
                ui.text_field("wrong", word(ui, "wrong_field"), model.wrong_text, {.error = word(ui, "error")});
                ui.text_field("disabled", word(ui, "disabled"), model.text, {.enabled = false});
                ui.date_field("date", word(ui, "date"), model.date);
                ui.date_field("no_date", word(ui, "no_date"), model.no_date);
                ui.choice("choice", word(ui, "choice"), model.choice, options);
                ui.choice("no_choice", word(ui, "no_choice"), model.no_choice, options);
            });
            ui.text_area("long", word(ui, "long_field"), model.long_text, {.hint = word(ui, "hint")});
            ui.checkbox("on", word(ui, "on"), model.on);
            ui.checkbox("off", word(ui, "off"), model.off);
            ui.checkbox("fixed", word(ui, "disabled"), model.on, {.enabled = false});
            ui.file_button("file", word(ui, "file"), model.file, model.file_name,
                           {.accept = ".csv", .icon = embedded::icon_upload, .hint = word(ui, "hint")});
        });
    });
}

void draw_data(StyleguideModel& model, Ui& ui) {
    std::array<ui::TabEntry, 3> const tabs = {
        {{"first", word(ui, "tone0"), -1, "#/styleguide"},
         {"second", word(ui, "tone1"), 12, "#/styleguide?ansicht=second"},
         {"third", word(ui, "tone2"), 0, "#/styleguide?ansicht=third"}}};
    ui.tabs("tabs", word(ui, "tabs"), tabs, model.tab);
    ui.filter_bar(
        "filters", word(ui, "filters"), 0,
        [&] {
            ui.grow();
            ui.search_field("search", word(ui, "search"), model.search);
        },
        [&] {
            std::array<Option, 2> const options = {{{"b", word(ui, "tone1")}, {"c", word(ui, "tone2")}}};
            ui.choice("choice", word(ui, "choice"), model.choice, options);
        });

    ui::TableOptions table = {.label = word(ui, "table"), .total = 1234};
    table.columns = {
        {.key = "tag", .label = word(ui, "field"), .width = 130, .sortable = true, .card = ui::CardPlace::title},
        {.key = "name", .label = word(ui, "column"), .width = 200, .grow = 1, .sortable = true},
        {.key = "status", .label = word(ui, "choice"), .width = 200, .card = ui::CardPlace::badge, .drop_order = 1},
        {.key = "price", .label = word(ui, "number"), .width = 120, .number = true, .drop_order = 2}};
    table.sort_key = model.sorted.sort_key;
    table.sort = model.sorted.sort;
    auto const result = ui.table("table", table, 8, [&](int index, ui::TableRow& row) {
        auto const i = static_cast<std::size_t>(index);
        row.key = std::to_string(index);
        row.route = "#/styleguide";
        row.selected = index == 2;
        row.text(numbered("TAB-0000", i));
        row.text(word(ui, "long"));
        row.badge(word(ui, numbered("tone", i % tones.size())), tones[i % tones.size()]);
        row.muted(ui.money({49900 + index * 111}));
    });
    if (!result.sort_key.empty()) model.sorted = result;
    ui.pager("pager", {.first_shown = 51, .last_shown = 58, .total = 1000, .total_is_exact = false,
                       .has_previous = true, .has_next = false});

    ui.split(
        "split", {},
        [&] {
            ui.card("timeline", {.title = word(ui, "timeline")}, [&] {
                ui.timeline("entries", word(ui, "timeline"), [&] {
                    ui.timeline_entry("1", {.title = word(ui, "short"),
                                            .author = "Erika Muster",
                                            .time = ui.date_time({1'795'500'000'000}),
                                            .body = word(ui, "long"),
                                            .icon = embedded::icon_message_square,
                                            .tone = Tone::info});
                    ui.timeline_entry("2", {.title = word(ui, "short"),
                                            .author = "Hans Beispiel",
                                            .time = ui.date_time({1'795'400'000'000}),
                                            .changes = {"204 → 205"},
                                            .icon = embedded::icon_pencil,
                                            .last = true});
                });
            });
            ui.list("list", word(ui, "list"), [&] {
                ui.list_link("1", {.title = word(ui, "short"),
                                   .detail = word(ui, "long"),
                                   .route = "#/styleguide",
                                   .icon = embedded::icon_projector,
                                   .badge = word(ui, "tone3"),
                                   .badge_tone = Tone::warning});
                ui.list_link("2", {.title = word(ui, "long"), .route = "#/styleguide"});
            });
        },
        [&] {
            ui.card("facts", {.title = word(ui, "facts")}, [&] {
                ui.definitions("facts", word(ui, "facts"), [&] {
                    ui.definition("1", word(ui, "field"), "TAB-00042");
                    ui.definition("2", word(ui, "choice"),
                                  [&] { ui.badge("badge", word(ui, "tone2"), Tone::success); });
                    ui.definition("3", word(ui, "link"), [&] { ui.link("link", word(ui, "link"), "#/styleguide"); });
                    ui.definition("4", word(ui, "no_choice"), "");
                    ui.definition("5", word(ui, "long_field"), word(ui, "long"));
                });
            });
        });
}

void draw_feedback(StyleguideModel& model, Ui& ui) {
    ui.column("feedback", {}, [&] {
        ui.heading("title", 2, word(ui, "feedback"));
        for (std::size_t i = 0; i < tones.size(); ++i)
            ui.alert(numbered("alert", i), tones[i], word(ui, numbered("tone", i)), word(ui, "long"));
        std::array<std::string, 2> const errors = {word(ui, "error"), word(ui, "error")};
        ui.form_errors("errors", word(ui, "wrong_field"), errors);
        ui.progress("progress", word(ui, "progress"), 0.42F);
        ui.progress("unknown", word(ui, "progress"), -1);
        ui.loading("loading", word(ui, "busy"));
        ui.grid("states", {.min_column = 300}, [&] {
            ui.card("empty", {}, [&] {
                if (ui.empty_state("state", {.icon = embedded::icon_box,
                                             .title = word(ui, "empty"),
                                             .hint = word(ui, "long"),
                                             .action = word(ui, "button")}))
                    ++model.clicks;
            });
            ui.card("failed", {}, [&] {
                if (ui.error_state("state", word(ui, "error"), word(ui, "long"))) ++model.clicks;
            });
        });
        ui.divider("line");
        if (ui.button("open", word(ui, "open_dialog"), Button::secondary)) model.dialog_open = true;
    });
    ui.dialog("dialog", word(ui, "dialog"), model.dialog_open, {}, [&] {
        ui.paragraph("words", word(ui, "long"));
        ui.text_field("text", word(ui, "field"), model.text);
        ui.actions("actions", [&] {
            if (ui.button("cancel", ui.text("ui.close"), Button::secondary)) model.dialog_open = false;
            if (ui.button("ok", word(ui, "button"), Button::primary)) model.dialog_open = false;
        });
    });
}

} // namespace

void draw_styleguide(StyleguideModel& model, Ui& ui) {
    ui.page("styleguide", word(ui, "title"), ui::page_width, [&] {
        ui.page_header("header", word(ui, "title"),
                       {.subtitle = word(ui, "subtitle"), .back_label = word(ui, "link"), .back_route = "#/"}, [&] {
                           ui.button("second", word(ui, "button"), Button::secondary);
                           ui.button("main", word(ui, "button"), Button::primary, {.icon = embedded::icon_plus});
                       });
        draw_words(ui);
        draw_colors(ui);
        draw_buttons(model, ui);
        draw_fields(model, ui);
        draw_data(model, ui);
        draw_feedback(model, ui);
    });
}

} // namespace schulkit
