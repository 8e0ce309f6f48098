#include "client/error_text.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/loans/loan_words.hpp"
#include "client/school_ends/school_list_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

std::string end_text(Ui const& ui, School const& school) {
    if (!school.ends_on) return ui.text("school.type." + std::string{word_of(school.type)});
    std::string const day = ui.date(*school.ends_on);
    return school.successor_code ? ui.text("schools.ends_into", {{"date", day}, {"school", *school.successor_code}})
                                 : ui.text("schools.ends", {{"date", day}});
}

void draw_school_links(SchoolListModel& model, ScreenContext const& context, Page<School> const& page, Ui& ui) {
    ui.list("schools", ui.text("schools.title"), [&] {
        for (School const& school : page.items) {
            ui::ListEntry entry{.title = school.code + " · " + school.name,
                                .detail = end_text(ui, school),
                                .icon = embedded::icon_school};
            if (school.ends_on) {
                entry.badge = ui.text("schools.is_ending");
                entry.badge_tone = ui::Tone::warning;
                entry.badge_icon = embedded::icon_calendar_x;
            }
            if (ui.list_link("school." + school.code, entry)) open_school_end(model, context.api, school);
        }
    });
}

void draw_loans_beyond(std::string_view key, std::string const& title, std::vector<Loan> const& loans, Ui& ui) {
    if (loans.empty()) return;
    ui.paragraph(std::string{key} + "_title", title, ui::TextKind::strong);
    ui.list(key, title, [&] {
        for (Loan const& loan : loans) {
            LoanLook const look = look_of(loan.state, loan.return_due);
            ui.list_link(std::string{key} + '.' + to_text(loan.id),
                         {.title = loan_number(loan.id) + " · " + kit_text(ui.strings(), loan),
                          .detail = years_text(ui.strings(), loan.first_school_year, loan.last_school_year),
                          .route = loan_route(loan.id),
                          .icon = look.icon,
                          .badge = state_text(ui.strings(), loan.state, loan.return_due),
                          .badge_tone = look.tone,
                          .badge_icon = look.icon});
        }
    });
}

/// What lies beyond, by name, before anything is saved. True: nothing keeps the day from being saved.
bool draw_beyond(SchoolListModel& model, ScreenContext const& context, Ui& ui) {
    if (!parse_iso_date(model.ends_on)) return true;
    Error const* const error = model.loans.error() != nullptr ? model.loans.error() : model.years.error();
    if (error != nullptr) {
        if (ui.error_state("loans_failed", ui.text("schools.loans_failed"), error_text(ui, error->code))) {
            load_loans_of_school(model, context.api);
            load_school_list(model, context.api);
        }
        return false;
    }
    if (model.loans.value() == nullptr || model.years.value() == nullptr) {
        ui.loading("loans_loading", ui.text("schools.loans_loading"));
        return false;
    }
    BeyondEnd const beyond = beyond_end(model);
    if (beyond.promised.empty() && beyond.requested.empty()) ui.muted("nothing_beyond", ui.text("schools.nothing_beyond"));
    if (!beyond.promised.empty())
        ui.alert("promised_beyond", ui::Tone::warning,
                 ui.count_text("schools.promised_beyond", static_cast<std::int64_t>(beyond.promised.size())),
                 ui.text("schools.promised_hint"));
    draw_loans_beyond("promised", ui.text("schools.promised"), beyond.promised, ui);
    draw_loans_beyond("requested", ui.text("schools.requested"), beyond.requested, ui);
    return beyond.promised.empty();
}

void draw_end_dialog(SchoolListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = model.before.code + " · " + model.before.name;
    ui.dialog("school", title, model.dialog_open, {.description = ui.text("schools.end_words")}, [&] {
        ui.muted("words", ui.text("schools.end_words"));
        RefusedFields refused{ui, model.errors};
        ui.date_field("ends_on", ui.text("school.ends_on"), model.ends_on,
                      {.error = refused.at("ends_on"), .hint = ui.text("schools.ends_hint")});
        std::vector<ui::Option> options{{"", ui.text("schools.no_successor")}};
        if (model.schools.value() != nullptr)
            for (School const& school : model.schools.value()->items)
                if (school.code != model.before.code) options.push_back({school.code, school.code + " · " + school.name});
        ui.choice("successor_code", ui.text("school.successor_code"), model.successor_code, options,
                  {.error = refused.at("successor_code")});
        bool const possible = draw_beyond(model, context, ui);
        draw_refused(ui.text("requirements.not_saved"), refused, model.refused, ui);
        bool save = false;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) model.dialog_open = false;
            save = ui.button("save", ui.text("requirements.save"), ui::Button::primary,
                             {.enabled = possible, .busy = model.saving});
        });
        if (save && possible) save_school_end(model, context.api);
    });
}

} // namespace

void draw_school_list(SchoolListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("schools.title");
    if (std::exchange(model.stored, false)) context.toast(ui.text("schools.stored"));
    ui.page("schools", title, ui::reading_width, [&] {
        ui.page_header("header", title, {.back_label = ui.text("requirements.title"), .back_route = "#/voraussetzungen"});
        ui.paragraph("words", ui.text("schools.list_words"));
        if (Page<School> const* const page = model.schools.value()) {
            draw_school_links(model, context, *page, ui);
        } else if (Error const* const error = model.schools.error()) {
            if (ui.error_state("failed", ui.text("schools.failed"), error_text(ui, error->code)))
                load_school_list(model, context.api);
        } else {
            ui.loading("loading", ui.text("schools.loading"));
        }
    });
    draw_end_dialog(model, context, ui);
}

} // namespace schulkit
