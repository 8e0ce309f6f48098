#include "client/error_text.hpp"
#include "client/handovers/session_screen.hpp"
#include "client/kits/kit_words.hpp"
#include "client/loans/loan_words.hpp"
#include "client/papers/papers_view.hpp"
#include "client/scan_button.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

std::string word(HandoverSession const& session) { return std::string{word_of(session.kind)}; }

/// "XYZ: Zu dieser Nummer ist kein Gerät bekannt."
std::string scan_refusal(SessionModel const& model, Ui const& ui) {
    Error const& error = *model.scan_error;
    std::string const value = error.fields.empty() ? "" : error.fields.front().value;
    return (value.empty() ? "" : value + ": ") + refusal_text(ui, error);
}

std::string outcome_text(SessionModel const& model, Ui const& ui) {
    switch (*model.outcome) {
    case ScanOutcome::ticked: return ui.text("handover.outcome.ticked", {{"tag", model.outcome_tag}});
    case ScanOutcome::again: return ui.text("handover.outcome.again");
    case ScanOutcome::foreign: return ui.text("handover.outcome.foreign", {{"tag", model.outcome_tag}});
    case ScanOutcome::refused: return scan_refusal(model, ui);
    }
    return {};
}

/// What became of the last scan stands still until the next one; a screen reader is told it.
void draw_scan(SessionModel& model, ScreenContext const& context, Ui& ui) {
    ui.card("scan", {.title = ui.text("handover.scan"), .icon = embedded::icon_scan_barcode}, [&] {
        ui.search_field("code", ui.text("kits.code"), model.code, {.hint = ui.text("handover.scan_hint"), .max_length = 200});
        bool const entered = ui.submitted();
        bool pressed = false;
        ui.row("how", [&] {
            pressed = ui.button("tick", ui.text("handover.tick"), ui::Button::secondary,
                                {.icon = embedded::icon_check, .enabled = !model.code.empty(), .busy = model.sending});
            draw_scan_button(context.api.platform(), ui);
        });
        if (entered || pressed) {
            scan(model, context.api, model.code);
            model.code.clear();
        }
        if (!model.waiting.empty() && model.scan_error)
            ui.alert("waiting", ui::Tone::warning, ui.count_text("handover.waiting", static_cast<std::int64_t>(model.waiting.size())),
                     error_text(ui, model.scan_error->code));
        else if (model.scan_error)
            ui.alert("refused", ui::Tone::danger, ui.text("handover.not_ticked"), scan_refusal(model, ui));
        if (!model.outcome) return;
        std::string const words = outcome_text(model, ui);
        bool const is_good = *model.outcome == ScanOutcome::ticked || *model.outcome == ScanOutcome::again;
        if (!model.outcome_code.empty())
            context.api.platform().tell_camera(std::exchange(model.outcome_code, {}), words,
                                               is_good ? ScanTone::good : ScanTone::trouble);
        if (*model.outcome != ScanOutcome::refused) {
            if (*model.outcome == ScanOutcome::foreign)
                ui.alert("outcome", ui::Tone::warning, words);
            else
                ui.badge("outcome", words, *model.outcome == ScanOutcome::ticked ? ui::Tone::success : ui::Tone::neutral);
            ui.announce(words);
        }
    });
}

void draw_slots(SessionModel& model, ScreenContext const& context, HandoverSession const& session, SessionLoan const& loan, Ui& ui) {
    bool const is_open = session.state == SessionState::open;
    std::string const title = loan.kit_tag + " · " + loan.kit_name;
    ui.card("kit." + to_text(loan.loan_id), {.title = title, .icon = embedded::icon_briefcase}, [&] {
        ui.list("slots", title, [&] {
            for (SessionSlot const& slot : session.slots) {
                if (slot.loan_id != loan.loan_id) continue;
                bool const seen = slot.scanned_at.has_value();
                ui::ListEntry entry{
                    .title = ui.text("kits.slot", {{"slot", ui.number(slot.slot)}, {"label", slot.label}}),
                    .detail = slot.asset_tag ? *slot.asset_tag + " · " + slot.asset_name.value_or("") : ui.text("kits.slot_empty"),
                    .icon = seen ? embedded::icon_circle_check : embedded::icon_circle};
                if (!is_open && slot.asset_id) entry.route = "#/geraete/" + to_text(*slot.asset_id);
                if (slot.note) entry.detail += " · " + *slot.note;
                entry.badge = ui.text(slot.ticket_id ? "handover.damaged" : seen ? "handover.seen" : is_open ? "handover.expected" : "loans.missing");
                entry.badge_tone = slot.ticket_id ? ui::Tone::warning : seen ? ui::Tone::success : is_open ? ui::Tone::neutral : ui::Tone::danger;
                bool const pressed = ui.list_link("slot." + to_text(slot.loan_id) + '.' + to_text(slot.slot) + '.' +
                                                      slot.asset_tag.value_or(""),
                                                  entry);
                if (!pressed || !is_open || !slot.asset_tag) continue;
                if (seen) // a tick by mistake is taken back by pressing it again
                    take_tick_back(model, context.api, *slot.asset_tag);
                else
                    scan(model, context.api, *slot.asset_tag);
            }
        });
    });
}

void draw_session_accessory(SessionModel& model, ScreenContext const& context, SessionAccessory const& accessory, bool is_open, Ui& ui) {
    std::string const place = count_place(accessory);
    std::string const label = ui.text("handover.count", {{"label", accessory.label}, {"expected", ui.number(accessory.expected)}});
    auto const typed = model.counts.find(place);
    bool const is_typed = is_open && typed != model.counts.end();
    std::string value = is_typed ? typed->second.words : to_text(accessory.quantity.value_or(accessory.expected));
    std::string const error = is_typed && !typed->second.error.empty() ? error_text(ui, typed->second.error) : std::string{};
    if (ui.text_field("count." + place, label, value,
                      {.error = error, .max_length = 4, .input_mode = "numeric", .enabled = is_open, .width = 140}))
        set_count(model, context.api, accessory, std::move(value));
}

void draw_session_accessories(SessionModel& model, ScreenContext const& context, HandoverSession const& session, Ui& ui) {
    if (session.accessories.empty()) return;
    bool const is_open = session.state == SessionState::open;
    ui.card("accessories", {.title = ui.text("kit.accessories"), .icon = embedded::icon_package}, [&] {
        for (SessionLoan const& loan : session.loans) {
            if (session.loans.size() > 1) ui.heading("kit." + to_text(loan.loan_id), 3, loan.kit_tag);
            for (SessionAccessory const& accessory : session.accessories) {
                if (accessory.loan_id != loan.loan_id) continue;
                draw_session_accessory(model, context, accessory, is_open, ui);
            }
        }
        if (is_open && model.count_error)
            ui.alert("counts_wait", ui::Tone::warning,
                     ui.count_text("handover.counts_wait", static_cast<std::int64_t>(model.counts.size())),
                     error_text(ui, model.count_error->code));
    });
}

void draw_foreign(SessionModel& model, ScreenContext const& context, HandoverSession const& session, Ui& ui) {
    if (session.foreign.empty()) return;
    std::string const title = ui.text("handover.foreign");
    ui.card("foreign", {.title = title, .icon = embedded::icon_arrow_left_right}, [&] {
        ui.list("devices", title, [&] {
            for (ForeignDevice const& device : session.foreign)
                ui.list_link("device." + device.asset_tag,
                             {.title = device.asset_tag + " · " + device.asset_name,
                              .detail = ui.text("handover.belongs", {{"kit", device.kit_tag}, {"slot", ui.number(device.slot)}}),
                              .route = "#/geraete/" + to_text(device.asset_id),
                              .icon = embedded::icon_tablet});
        });
        if (session.state != SessionState::open) return;
        ui.row("mistakes", [&] {
            for (ForeignDevice const& device : session.foreign)
                if (ui.button("not_here." + device.asset_tag, ui.text("handover.not_here", {{"tag", device.asset_tag}}),
                              ui::Button::secondary, {.icon = embedded::icon_rotate_ccw}))
                    take_tick_back(model, context.api, device.asset_tag);
        });
    });
}

/// What has just been made, to print or to take along.
void draw_session_papers(SessionModel const& model, ScreenContext const& context, HandoverSession const& session, Ui& ui) {
    if (session.state != SessionState::completed) return;
    std::string const title = ui.text("papers.title");
    ui.card("papers", {.title = title, .icon = embedded::icon_file_text}, [&] {
        for (SessionLoan const& loan : session.loans) {
            auto const known = model.papers.find(loan.loan_id.value);
            if (known == model.papers.end()) continue;
            std::string const of = session.loans.size() > 1 ? loan.kit_tag : title;
            if (session.loans.size() > 1) ui.heading("kit." + to_text(loan.loan_id), 3, loan.kit_tag);
            if (Page<LoanPaper> const* const papers = known->second.value()) {
                std::vector<LoanPaper> made;
                for (LoanPaper const& paper : papers->items)
                    if (paper.session_id == session.id.value) made.push_back(paper);
                draw_paper_list("papers." + to_text(loan.loan_id), of, made, context.me, ui);
            } else if (known->second.error() != nullptr) {
                ui.alert("failed." + to_text(loan.loan_id), ui::Tone::danger, ui.text("papers.failed"),
                         error_text(ui, known->second.error()->code));
            } else {
                ui.loading("loading." + to_text(loan.loan_id), ui.text("papers.loading"));
            }
        }
    });
}

void draw_ended(HandoverSession const& session, Ui& ui) {
    std::string const title = ui.text("handover.protocol");
    ui.card("protocol", {.title = title, .icon = embedded::icon_clipboard_check}, [&] {
        if (session.signature_pending) ui.badge("pending", ui.text("handover.signature_pending"), ui::Tone::warning);
        ui.definitions("facts", title, [&] {
            if (session.ended_at) ui.definition("ended", ui.text("handover.ended_at"), ui.date_time(*session.ended_at));
            if (session.ended_by) ui.definition("by", ui.text("handover.ended_by"), *session.ended_by);
            if (session.signer_name) {
                std::string who = *session.signer_name;
                if (session.on_behalf) who = ui.text("handover.on_behalf." + to_text(*session.on_behalf)) + ' ' + who;
                ui.definition("signer", ui.text("handover.signed_by"), who + ", " + session.signer_function.value_or(""));
            }
            if (session.county_signer_name) {
                std::string who = *session.county_signer_name;
                if (session.county_on_behalf) who = ui.text("handover.on_behalf." + to_text(*session.county_on_behalf)) + ' ' + who;
                ui.definition("county_signer", ui.text("handover.county_signed_by"),
                              who + ", " + session.county_signer_function.value_or(""));
            }
            if (session.seal_number) ui.definition("seal", ui.text("handover.seal_number"), *session.seal_number);
            if (session.notes) ui.definition("notes", ui.text("handover.notes"), *session.notes);
        });
        for (SessionLoan const& loan : session.loans)
            ui.link("loan." + to_text(loan.loan_id), ui.text("handover.to_loan", {{"number", loan_number(loan.loan_id)}}),
                    loan_route(loan.loan_id));
    });
}

void draw_known_session(SessionModel& model, ScreenContext const& context, HandoverSession const& session, Ui& ui) {
    bool const is_open = session.state == SessionState::open;
    if (model.completed) {
        context.toast(ui.text("handover.completed." + word(session)));
        model.completed = false;
    }
    SessionProgress const progress = progress_of(session);
    ui.row("state", [&] {
        ui.badge("state", ui.text("handover.state." + std::string{word_of(session.state)}),
                 is_open ? ui::Tone::info : session.state == SessionState::completed ? ui::Tone::success : ui::Tone::neutral);
        ui.muted("progress", ui.text("handover.progress", {{"seen", ui.number(progress.seen)},
                                                           {"expected", ui.number(progress.expected)}}));
    });
    auto const slots = [&] {
        for (SessionLoan const& loan : session.loans) draw_slots(model, context, session, loan, ui);
    };
    ui.split(
        "parts", {},
        [&] {
            if (is_open) draw_scan(model, context, ui);
            draw_foreign(model, context, session, ui);
            slots();
        },
        [&] {
            draw_session_accessories(model, context, session, ui);
            draw_findings(model, context, session, ui);
            if (is_open)
                draw_finish(model, context, session, ui);
            else {
                draw_ended(session, ui);
                draw_session_papers(model, context, session, ui);
            }
        });
}

} // namespace

void draw_session(SessionModel& model, ScreenContext const& context, Ui& ui) {
    HandoverSession const* const session = model.session.value();
    std::string const title = session != nullptr ? ui.text("handover.title." + word(*session), {{"school", session->school_name}})
                                                 : ui.text("handover.session");
    ui.page("session", title, ui::page_width, [&] {
        ui.page_header("header", title,
                       {.subtitle = session != nullptr ? session->school_code : std::string{},
                        .back_label = loans_title(ui, context.me),
                        .back_route = session != nullptr && session->loans.size() == 1 ? loan_route(session->loans.front().loan_id)
                                                                                       : "#/ausleihen"});
        Error const* const error = model.session.error();
        if (session != nullptr) {
            draw_known_session(model, context, *session, ui);
        } else if (error != nullptr && error->kind == ErrorKind::not_found) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("handover.unknown"),
                                           .hint = ui.text("app.nothing_hint"),
                                           .action = ui.text("loans.to_list")}))
                context.go("#/ausleihen", HistoryMode::push);
        } else if (error != nullptr) {
            if (ui.error_state("failed", ui.text("handover.failed"), error_text(ui, error->code)))
                reload_session(model, context.api);
        } else {
            ui.loading("loading", ui.text("handover.loading"));
        }
    });
    draw_damage_dialog(model, context, ui);
}

} // namespace schulkit
