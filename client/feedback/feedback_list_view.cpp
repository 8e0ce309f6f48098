#include "client/error_text.hpp"
#include "client/feedback/feedback_list_screen.hpp"
#include "client/feedback/loan_feedback.hpp"
#include "client/loans/loan_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_feedback_filters(FeedbackListModel& model, ScreenContext const& context, Ui& ui) {
    auto const change = [&](std::string_view field, FeedbackQuery const& next) {
        std::string const route = to_text(feedback_route(next));
        context.go(route, model.choices.go(field, to_text(feedback_route(model.filters)), route));
    };
    ui.row("filters", {.align = ui::RowAlign::bottom}, [&] {
        FeedbackQuery next = model.filters;
        std::vector<ui::Option> years{{"", ui.text("loans.all_years")}};
        if (Page<SchoolYear> const* const known = model.years.value())
            for (SchoolYear const& year : known->items) years.push_back({year.id, school_year_text(year.id)});
        std::string year = to_text(next.school_year);
        if (ui.choice("year", ui.text("loan.school_year"), year, years, {.width = 170})) {
            from_text(year, next.school_year);
            change("year", next);
        }
        std::vector<ui::Option> types{{"", ui.text("loans.all_states")}};
        if (Page<KitType> const* const known = model.types.value())
            for (KitType const& type : known->items) types.push_back({to_text(type.id), type.name});
        std::string type = to_text(next.kit_type_id);
        if (ui.choice("type", ui.text("loan.kit_type_id"), type, types, {.width = 220})) {
            from_text(type, next.kit_type_id);
            change("type", next);
        }
    });
}

/// "Projekte (4), Unterricht (2)"
std::string counts_text(Ui const& ui, std::string const& label, std::vector<FeedbackCount> const& counts) {
    std::string words;
    for (FeedbackCount const& each : counts)
        words.append(words.empty() ? "" : ", ").append(ui.text(label + "." + each.word)).append(" (").append(ui.number(each.count)).append(")");
    return words;
}

void draw_summary(FeedbackListModel const& model, Ui& ui) {
    Page<FeedbackSummary> const* const summary = model.summary.value();
    if (summary == nullptr) return;
    for (FeedbackSummary const& each : summary->items) {
        std::string const title = ui.text("feedback.of", {{"type", each.kit_type_name}, {"year", school_year_text(each.school_year)}});
        ui.card("summary." + to_text(each.kit_type_id) + "." + each.school_year, {.title = title, .icon = embedded::icon_briefcase}, [&] {
            ui.definitions("counts", title, [&] {
                ui.definition("answers", ui.text("feedback.answers"),
                              ui.text("feedback.answers_of", {{"answers", ui.number(each.answers)}, {"loans", ui.number(each.loans)}}));
                if (each.answers == 0) return;
                ui.definition("uses", ui.text("feedback.main_use"), counts_text(ui, "feedback.main_use", each.uses));
                ui.definition("frequencies", ui.text("feedback.frequency"), counts_text(ui, "feedback.frequency", each.frequencies));
                ui.definition("hindrances", ui.text("feedback.hindrance"), counts_text(ui, "feedback.hindrance", each.hindrances));
                ui.definition("again", ui.text("feedback.again"),
                              ui.text("feedback.answers_of", {{"answers", ui.number(each.again)}, {"loans", ui.number(each.answers)}}));
            });
        });
    }
}

void draw_each(Page<Feedback> const& page, Ui& ui) {
    std::string const title = ui.text("feedback.each");
    ui.card("each", {.title = title, .icon = embedded::icon_message_square}, [&] {
        for (Feedback const& each : page.items) {
            std::string const key = each.school_code + "." + to_text(each.loan_id) + "." + each.school_year + "." + to_text(each.version);
            ui.column(key, {.gap = 6}, [&] {
                ui.heading("school", 3, each.school_code + " · " + each.school_name);
                ui.muted("of", ui.text("feedback.of", {{"type", each.kit_type_name}, {"year", school_year_text(each.school_year)}}));
                ui.paragraph("words", feedback_text(ui, each));
                ui.row("more", [&] {
                    if (each.released) ui.badge("released", ui.text("feedback.is_released"), ui::Tone::info);
                    if (each.loan_id) ui.link("loan", ui.text("proposal.to_loan", {{"number", loan_number(each.loan_id)}}), loan_route(each.loan_id));
                });
            });
        }
    });
}

} // namespace

void draw_feedback_list(FeedbackListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("feedback.list");
    ui.page("feedback_list", title, 960, [&] {
        ui.page_header("header", title, {.back_label = loans_title(ui, context.me), .back_route = "#/ausleihen"});
        draw_feedback_filters(model, context, ui);
        Error const* const error = model.feedback.error();
        Page<Feedback> const* const page = model.feedback.value();
        if (page == nullptr && error == nullptr) return ui.loading("loading", ui.text("feedback.loading"));
        if (page == nullptr) {
            if (ui.error_state("failed", ui.text("feedback.failed"), error_text(ui, error->code)))
                load_feedback_list(model, context.api, context.me);
            return;
        }
        draw_summary(model, ui);
        if (page->items.empty())
            ui.empty_state("empty", {.icon = embedded::icon_message_square,
                                     .title = ui.text("feedback.empty"),
                                     .hint = ui.text("feedback.empty_hint")});
        else
            draw_each(*page, ui);
        if (auto const shown = static_cast<std::int64_t>(page->items.size()); shown < page->total)
            ui.muted("newest", ui.text("feedback.newest", {{"count", ui.number(shown)}, {"total", ui.number(page->total)}}));
    });
}

} // namespace schulkit
