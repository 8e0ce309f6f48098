#include "client/error_text.hpp"
#include "client/imports/import_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

constexpr char const* accepted_files = ".csv,.txt,.tsv,text/csv,text/plain";

/// A button for a file; choosing one begins with its preview.
void draw_file_button(ImportModel& model, Api& api, std::string_view key, std::string_view label,
                      ui::Button kind, Ui& ui, std::string const& hint = {}) {
    std::string handle;
    std::string name;
    if (!ui.file_button(
            key, label, handle, name,
            {.accept = accepted_files, .kind = kind, .icon = embedded::icon_file_spreadsheet, .hint = hint}))
        return;
    leave_list(model);
    model.file_handle = std::move(handle);
    model.file_name = std::move(name);
    check_list(model, api);
}

void store(ImportModel& model, ScreenContext const& context, BadRows bad_rows, Ui& ui) {
    // in the language of this moment: the answer comes between frames
    std::string const words = ui.text("import.toast");
    store_list(model, context.api, bad_rows, [&context, words](ImportReport const& report) {
        context.toast(
            ui::fill_in(words, {{"created", to_text(report.created)}, {"updated", to_text(report.updated)}}));
    });
}

void draw_choice(ImportModel& model, Api& api, Ui& ui) {
    ui.card("choose", {.title = ui.text("import.choose"), .icon = embedded::icon_file_spreadsheet}, [&] {
        ui.paragraph("how", ui.text("import.how"));
        draw_file_button(model, api, "file", ui.text("import.choose_file"), ui::Button::primary, ui,
                         ui.text("import.file_hint"));
    });
    ui.card("columns", {.title = ui.text("import.known_columns"), .icon = embedded::icon_list}, [&] {
        ui.paragraph("columns", ui.text("import.known_columns_words"));
        ui.muted("names", ui.text("import.no_names"));
    });
}

/// First the file travels, then its rows are worked on.
void draw_progress(ImportModel const& model, Ui& ui) {
    ui.card("running", {.title = model.file_name, .icon = embedded::icon_file_spreadsheet}, [&] {
        ImportProgress const& rows = model.progress;
        if (rows.rows_total > 0) {
            ui.progress("rows",
                        ui.text("import.rows_done",
                                {{"done", ui.number(rows.rows_done)}, {"all", ui.number(rows.rows_total)}}),
                        static_cast<float>(rows.rows_done) / static_cast<float>(rows.rows_total));
        } else if (model.uploaded > 0 && model.uploaded < 1) {
            ui.progress("upload", ui.text("import.uploading"), model.uploaded);
        } else {
            bool const storing = model.step == ImportStep::storing;
            ui.progress("working", ui.text(storing ? "import.storing" : "import.checking"), -1);
        }
        ui.muted("stay", ui.text("import.stay"));
    });
}

std::string failure_text(Ui const& ui, Error const& error) {
    std::string words = error_text(ui, error.code);
    for (FieldError const& field : error.fields)
        if (std::string const column = import_column(ui, field.field);
            error.code == "missing_column" && !column.empty())
            words += '\n' + ui.text("import.missing", {{"column", column}});
    if (std::string const row = row_of_error(error); !row.empty())
        words += '\n' + ui.text("import.in_row", {{"row", row}});
    return words;
}

void draw_failure(ImportModel& model, ScreenContext const& context, Error const& error, Ui& ui) {
    bool const storing = model.step == ImportStep::storing;
    bool const undecided = is_undecided(error);
    std::string const title = ui.text(storing && undecided ? "import.undecided"
                                      : storing            ? "import.not_stored"
                                                           : "import.not_readable");
    ui.alert("failed", ui::Tone::danger, title, failure_text(ui, error));
    if (storing && undecided) ui.paragraph("once", ui.text("import.once"));
    ui.row("actions", [&] {
        // the same bad file again would say the same again
        if (undecided && ui.button("retry", ui.text("import.retry"), ui::Button::primary,
                                   {.icon = embedded::icon_refresh_cw})) {
            if (storing)
                store(model, context, model.bad_rows, ui);
            else
                check_list(model, context.api);
        }
        draw_file_button(model, context.api, "other", ui.text("import.other_file"),
                         undecided ? ui::Button::secondary : ui::Button::primary, ui);
    });
}

void draw_preview_actions(ImportModel& model, ScreenContext const& context, ImportReport const& report,
                          Ui& ui) {
    std::int64_t const changes = report.created + report.updated;
    ui.row("actions", [&] {
        if (report.rejected > 0) {
            draw_file_button(model, context.api, "other", ui.text("import.corrected_file"),
                             ui::Button::primary, ui);
            if (changes > 0 && ui.button("partial", ui.text("import.take_good_rows"), ui::Button::secondary,
                                         {.icon = embedded::icon_check}))
                store(model, context, BadRows::leave_out, ui);
        } else {
            if (changes > 0 && ui.button("take", ui.text("import.take"), ui::Button::primary,
                                         {.icon = embedded::icon_check}))
                store(model, context, BadRows::stop, ui);
            draw_file_button(model, context.api, "other", ui.text("import.other_file"),
                             changes > 0 ? ui::Button::secondary : ui::Button::primary, ui);
        }
        if (ui.button("cancel", ui.text("import.cancel"), ui::Button::quiet)) leave_list(model);
    });
}

void draw_preview(ImportModel& model, ScreenContext const& context, ImportReport const& report, Ui& ui) {
    if (report.rejected > 0)
        ui.alert("has_rejected", model.refused ? ui::Tone::danger : ui::Tone::warning,
                 ui.count_text(model.refused ? "import.refused" : "import.has_rejected", report.rejected),
                 ui.text("import.nothing_stored"));
    else if (report.created + report.updated == 0)
        ui.alert("nothing_new", ui::Tone::info, ui.text("import.nothing_new"),
                 ui.text("import.nothing_new_words"));
    else
        ui.alert("fine", ui::Tone::success, ui.text("import.fine"), ui.text("import.fine_words"));
    draw_preview_actions(model, context, report, ui);
    draw_import_counts(report, ui);
    draw_rejected_rows(report, ui);
    draw_accepted_rows(report, ui);
    draw_import_columns(report, ui);
}

void draw_result(ImportModel& model, ImportReport const& report, Ui& ui) {
    ui.alert("stored", ui::Tone::success, ui.text("import.stored"), model.file_name);
    if (report.rejected > 0)
        ui.alert("left_out", ui::Tone::warning, ui.count_text("import.left_out", report.rejected),
                 ui.text("import.left_out_words"));
    ui.row("actions", [&] {
        ui.link_button("inventory", ui.text("device.to_inventory"), "#/geraete", ui::Button::primary,
                       {.icon = embedded::icon_boxes});
        if (ui.button("again", ui.text("import.again"))) leave_list(model);
    });
    draw_import_counts(report, ui);
    draw_rejected_rows(report, ui);
    draw_accepted_rows(report, ui);
}

} // namespace

void draw_import_counts(ImportReport const& report, Ui& ui) {
    std::string const title = ui.text(report.stored ? "import.counts_stored" : "import.counts");
    ui.card("counts", {.title = title, .icon = embedded::icon_clipboard_list}, [&] {
        ui.definitions("counts", title, [&] {
            ui.definition("created", ui.text("import.created"), ui.number(report.created));
            ui.definition("updated", ui.text("import.updated"), ui.number(report.updated));
            ui.definition("unchanged", ui.text("import.unchanged"), ui.number(report.unchanged));
            ui.definition("rejected", ui.text("import.rejected"), ui.number(report.rejected));
        });
    });
}

void draw_import_columns(ImportReport const& report, Ui& ui) {
    auto const joined = [&ui](std::vector<std::string> const& words) {
        std::string text;
        for (std::string const& word : words)
            text += (text.empty() ? "" : ", ") + word;
        return text.empty() ? ui.text("ui.none") : text;
    };
    std::vector<std::string> columns;
    for (std::string const& column : report.columns)
        if (std::string label = import_column(ui, column); !label.empty())
            columns.push_back(std::move(label));
    auto const word = [&](std::string_view kind, std::string const& given) {
        std::string const key = "import." + std::string{kind} + '.' + given;
        return ui.has_text(key) ? ui.text(key) : given;
    };
    ui.card("file", {.title = ui.text("import.recognised"), .icon = embedded::icon_file_spreadsheet}, [&] {
        ui.definitions("file", ui.text("import.recognised"), [&] {
            ui.definition("format", ui.text("import.format"), word("format", report.format));
            ui.definition("encoding", ui.text("import.encoding"), word("encoding", report.encoding));
            ui.definition("columns", ui.text("import.columns"), joined(columns));
            ui.definition("ignored", ui.text("import.ignored"), joined(report.ignored));
            for (std::size_t i = 0; i < report.warnings.size(); ++i) {
                ImportWarning const& warning = report.warnings[i];
                ui.definition("warning." + std::to_string(i), ui.text("import.warning"),
                              ui.text("import.warning." + warning.kind,
                                      {{"column", warning.header}, {"rows", ui.number(warning.rows)}}));
            }
            if (!report.new_categories.empty())
                ui.definition("categories", ui.text("import.new_categories"), joined(report.new_categories));
        });
    });
}

void draw_import(ImportModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("import.title");
    ui.page("import", title, 1100, [&] {
        ui.page_header(
            "header", title,
            {.subtitle = model.file_name, .back_label = ui.text("nav.assets"), .back_route = "#/geraete"});
        Error const* const error = import_error(model);
        if (is_running(model))
            draw_progress(model, ui);
        else if (model.step == ImportStep::choose)
            draw_choice(model, context.api, ui);
        else if (model.step == ImportStep::stored && model.result.value() != nullptr)
            draw_result(model, *model.result.value(), ui);
        else if (error != nullptr)
            draw_failure(model, context, *error, ui);
        else if (model.report.value() != nullptr)
            draw_preview(model, context, *model.report.value(), ui);
    });
}

} // namespace schulkit
