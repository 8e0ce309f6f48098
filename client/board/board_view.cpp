#include "client/allocation/proposal_words.hpp"
#include "client/board/board_screen.hpp"
#include "client/error_text.hpp"
#include "client/loans/loan_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <algorithm>

namespace schulkit {
namespace {

using ui::Ui;

constexpr int typing_pause_of_board_ms = 200;
constexpr int years_on_a_phone = 2;

void go_to_board(ScreenContext const& context, BoardFilters const& filters, HistoryMode mode) {
    context.go(to_text(route_of(filters)), mode);
}

void draw_board_search(BoardModel& model, ScreenContext const& context, Ui& ui) {
    ui.grow();
    bool const typed = ui.search_field("q", ui.text("board.search"), model.typed, {.max_length = 200});
    auto const search = [&model, &context] {
        model.typing.cancel();
        BoardFilters next = model.filters;
        next.q = model.typed;
        go_to_board(context, next, HistoryMode::replace);
    };
    if (ui.submitted())
        search();
    else if (typed)
        model.typing.after(context.api.platform(), typing_pause_of_board_ms, search);
}

void draw_board_filters(BoardModel& model, ScreenContext const& context, Ui& ui) {
    BoardFilters next = model.filters;
    next.q = model.typed;
    std::string changed;
    std::vector<ui::Option> types{{"", ui.text("loans.all_states")}};
    if (Page<KitType> const* const known = model.types.value())
        for (KitType const& type : known->items) types.push_back({to_text(type.id), type.name});
    std::string type = next.kit_type ? to_text(next.kit_type) : std::string{};
    if (ui.choice("type", ui.text("loan.kit_type_id"), type, types, {.width = 190})) {
        next.kit_type = {};
        from_text(type, next.kit_type.value);
        changed = "type";
    }
    std::vector<ui::Option> states{{"", ui.text("loans.all_states")}};
    for (LoanState const state : {LoanState::approved, LoanState::handed_over, LoanState::returned})
        states.push_back({std::string{word_of(state)}, ui.text("loan.state." + std::string{word_of(state)})});
    std::string state = to_text(next.state);
    if (ui.choice("state", ui.text("loan.state"), state, states, {.width = 190})) {
        next.state = enum_of<LoanState>(state);
        changed = "state";
    }
    if (changed.empty()) return;
    std::string const route = to_text(route_of(next));
    context.go(route, model.choices.go(changed, to_text(route_of(model.filters)), route));
}

std::string bar_detail(Ui const& ui, BoardLoan const& loan) {
    std::string words = state_text(ui.strings(), loan.state, loan.return_due) + ", " + loan.school_name + ", " +
                        years_text(ui.strings(), loan.first_school_year, loan.last_school_year);
    bool const matters = loan.state == LoanState::approved || loan.state == LoanState::handed_over;
    if (matters && loan.open_requirements > 0) words += ", " + ui.count_text("board.open_requirements", loan.open_requirements);
    return words;
}

ui::ScheduleBar bar_of(Ui const& ui, Board const& board, BoardLoan const& loan, bool decides, int shift) {
    LoanLook const look = look_of(loan.state, loan.return_due);
    bool const warns = loan.state == LoanState::approved && loan.open_requirements > 0;
    return {.key = to_text(loan.id),
            .first = column_of(board, loan.first_school_year) - shift,
            .last = column_of(board, loan.last_school_year) - shift,
            .label = loan.school_code,
            .detail = bar_detail(ui, loan),
            .tone = warns ? ui::Tone::warning : look.tone,
            .icon = warns ? embedded::icon_triangle_alert : look.icon,
            .movable = decides && (loan.state == LoanState::approved || loan.state == LoanState::handed_over)};
}

std::string kit_detail(Ui const& ui, BoardKit const& kit) {
    if (kit.delivered_on) return ui.text("board.delivered_on", {{"date", ui.date(*kit.delivered_on)}});
    return kit.name;
}

bool may_drop(BoardModel const& model, Board const& board, std::string_view bar, int row, int first, int last) {
    BoardLoan const* const loan = find_loan(model, bar);
    if (loan == nullptr || row < 0 || row >= static_cast<int>(model.rows.size())) return false;
    BoardKit const& kit = *model.rows[static_cast<std::size_t>(row)].kit;
    int const begins = column_of(board, loan->first_school_year);
    bool const other_kit = loan->kit_id != kit.id;
    if (first != begins || (other_kit && loan->state != LoanState::approved)) return false;
    return last >= column_of(board, loan->last_school_year) && could_have(model, *loan, kit, last);
}

void draw_schedule(BoardModel& model, ScreenContext const& context, Board const& board, Ui& ui) {
    bool const decides = may(context.me, Action::decide_loan);
    int const years = static_cast<int>(board.school_years.size());
    int const shown = ui.is_phone() ? std::min(years, years_on_a_phone) : years;
    model.first_column = std::clamp(model.first_column, 0, years - shown);
    int const shift = model.first_column;
    if (shown < years) {
        ui.row("years", [&] {
            if (ui.icon_button("earlier", embedded::icon_chevron_left, ui.text("board.earlier"), {.enabled = shift > 0}))
                --model.first_column;
            if (ui.icon_button("later", embedded::icon_chevron_right, ui.text("board.later"), {.enabled = shift + shown < years}))
                ++model.first_column;
        });
    }
    ui::ScheduleOptions options{.label = ui.text("board.title"),
                                .row_label = ui.text("loan.kit_id"),
                                .today = place_of(board, to_berlin({context.api.platform().now_unix_ms()}).date),
                                .free = ui.text("board.free"),
                                .goes_on = ui.text("board.goes_on"),
                                .can_fill = decides};
    if (options.today >= 0) options.today -= static_cast<float>(shift);
    for (int i = shift; i < shift + shown; ++i) options.columns.push_back(school_year_text(board.school_years[static_cast<std::size_t>(i)].id));
    auto const result = ui.schedule(
        "board", options, static_cast<int>(model.rows.size()),
        [&](int index, ui::ScheduleRow& row) {
            BoardRow const& line = model.rows[static_cast<std::size_t>(index)];
            row.key = to_text(line.kit->id);
            row.title = line.kit->tag;
            row.detail = kit_detail(ui, *line.kit);
            row.route = "#/koffer/" + row.key;
            for (BoardLoan const* loan : line.loans) row.bars.push_back(bar_of(ui, board, *loan, decides, shift));
        },
        [&](std::string_view bar, ui::SchedulePlace to, int last) {
            return may_drop(model, board, bar, to.row, to.column + shift, last + shift);
        });
    if (!result.pressed.empty()) context.go("#/ausleihen/" + result.pressed, HistoryMode::push);
    if (result.pressed_cell.row >= 0)
        open_cell(model, model.rows[static_cast<std::size_t>(result.pressed_cell.row)].kit->id,
                  board.school_years[static_cast<std::size_t>(result.pressed_cell.column + shift)].id);
    if (BoardLoan const* const loan = find_loan(model, result.moved))
        give_kit(model, context.api, *loan, model.rows[static_cast<std::size_t>(result.moved_to.row)].kit->id);
    if (BoardLoan const* const loan = find_loan(model, result.pulled))
        pull_longer(model, context.api, *loan, result.pulled_to + shift);
}

void draw_waiting(BoardModel const& model, Ui& ui) {
    if (model.waiting.empty()) return;
    std::string const title = ui.text("board.waiting");
    ui.card("waiting", {.title = title, .icon = embedded::icon_inbox}, [&] {
        ui.list("waiting", title, [&] {
            for (BoardLoan const* loan : model.waiting) {
                LoanLook const look = look_of(loan->state, loan->return_due);
                ui::ListEntry entry{.title = loan->school_code + " · " + loan->school_name,
                                    .detail = loan_number(loan->id) + ", " + years_text(ui.strings(), loan->first_school_year, loan->last_school_year),
                                    .route = loan_route(loan->id),
                                    .icon = embedded::icon_school,
                                    .badge = state_text(ui.strings(), loan->state, loan->return_due),
                                    .badge_tone = look.tone,
                                    .badge_icon = look.icon};
                if (loan->waiting_place) entry.badge += " " + ui.number(*loan->waiting_place);
                if (loan->open_requirements > 0) entry.detail += ", " + ui.count_text("board.open_requirements", loan->open_requirements);
                ui.list_link("loan." + to_text(loan->id), entry);
            }
        });
    });
}

/// "BBS-01 · Berufsbildende Schulen I, 2026/27 bis 2027/28, 1 Voraussetzung offen"
std::string request_words(Ui const& ui, BoardLoan const& loan) {
    std::string words = loan.school_code + " · " + loan.school_name + " (" + loan_number(loan.id) + "), " +
                        years_text(ui.strings(), loan.first_school_year, loan.last_school_year);
    if (loan.open_requirements > 0) words += ", " + ui.count_text("board.open_requirements", loan.open_requirements);
    return words;
}

void draw_cell_dialog(BoardModel& model, ScreenContext const& context, Board const& board, Ui& ui) {
    auto const kit = std::find_if(board.kits.begin(), board.kits.end(), [&](BoardKit const& each) { return each.id == model.kit; });
    if (kit == board.kits.end()) return;
    std::string const title = ui.text("board.give", {{"kit", kit->tag}, {"year", school_year_text(model.school_year)}});
    ui.dialog("cell", title, model.cell_open, {}, [&] {
        auto const possible = candidates(model);
        if (possible.empty()) {
            ui.paragraph("none", ui.text("board.nobody_waits"));
        } else {
            std::vector<ui::Option> options;
            for (BoardLoan const* loan : possible)
                options.push_back({to_text(loan->id), request_words(ui, *loan)});
            ui.choice("loan", ui.text("loans.asked_for"), model.chosen_loan, options,
                      {.required = true, .hint = ui.text("board.give_hint")});
        }
        ui.link("ask", ui.text("board.ask"), "#/ausleihen/neu?koffer=" + to_text(kit->id));
        if (model.refused)
            ui.alert("refused", ui::Tone::danger, ui.text("loans.not_done"), loan_refusal_text(ui, *model.refused));
        bool give = false;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) model.cell_open = false;
            if (!possible.empty())
                give = ui.button("give", ui.text("loan.step.approve"), ui::Button::primary, {.busy = model.changing});
        });
        if (!give) return;
        if (BoardLoan const* const loan = find_loan(model, model.chosen_loan)) give_kit(model, context.api, *loan, kit->id);
    });
}

} // namespace

void draw_board(BoardModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("board.title");
    if (model.changed) {
        context.toast(ui.text("board.changed", {{"kit", kit_text(ui.strings(), *model.changed)},
                                                {"school", model.changed->school_name},
                                                {"years", years_text(ui.strings(), model.changed->first_school_year, model.changed->last_school_year)},
                                                {"loan", loan_number(model.changed->id)}}));
        model.changed.reset();
    }
    Board const* const board = model.board.value();
    ui.page("board", title, 1600, [&] {
        ui.page_header("header", title, {.back_label = ui.text("nav.loans"), .back_route = "#/ausleihen"}, [&] {
            if (may(context.me, Action::decide_loan)) {
                Date const today = to_berlin({context.api.platform().now_unix_ms()}).date;
                ui.link_button("proposal", ui.text("proposal.to"), proposal_route(year_to_plan(today)),
                               ui::Button::secondary, {.icon = embedded::icon_list_checks});
            }
            if (may(context.me, Action::read_tours))
                ui.link_button("summer", ui.text("loans.to_summer"), "#/sommer", ui::Button::secondary, {.icon = embedded::icon_sun});
            if (may(context.me, Action::ask_for_loan))
                ui.link_button("ask", ui.text("loans.ask"), "#/ausleihen/neu", ui::Button::primary, {.icon = embedded::icon_plus});
        });
        int const active = (model.filters.kit_type ? 1 : 0) + (model.filters.state ? 1 : 0);
        ui.filter_bar(
            "filters", ui.text("board.filters"), active, [&] { draw_board_search(model, context, ui); },
            [&] { draw_board_filters(model, context, ui); });
        Error const* const error = model.board.error();
        if (board == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("board.loading"));
            return;
        }
        if (board == nullptr) {
            if (ui.error_state("failed", ui.text("board.failed"), error_text(ui, error->code))) load_board(model, context.api);
            return;
        }
        if (model.refused && !model.cell_open)
            ui.alert("refused", ui::Tone::danger, ui.text("loans.not_done"), loan_refusal_text(ui, *model.refused));
        if (model.filters != BoardFilters{}) {
            auto const kits = static_cast<std::int64_t>(model.rows.size());
            ui.announce(kits == 0 ? ui.text("ui.found_none") : ui.count_text("ui.found", kits));
        }
        if (model.rows.empty())
            ui.empty_state("no_hits", {.icon = embedded::icon_search, .title = ui.text("kits.no_hits"), .hint = ui.text("inventory.no_hits_hint")});
        else
            draw_schedule(model, context, *board, ui);
        draw_waiting(model, ui);
    });
    if (board != nullptr) draw_cell_dialog(model, context, *board, ui);
}

} // namespace schulkit
