// The end of a session: what is missing, who signs, what stands in the way.

#include "client/error_text.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/handovers/session_screen.hpp"
#include "client/loans/loan_words.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

std::vector<std::string> missing_lines(HandoverSession const& session, Ui const& ui) {
    std::vector<std::string> lines;
    auto const kit_of = [&](Id<Loan> loan) {
        for (SessionLoan const& each : session.loans)
            if (each.loan_id == loan && session.loans.size() > 1) return each.kit_tag + ", ";
        return std::string{};
    };
    for (SessionSlot const& slot : session.slots)
        if (!slot.scanned_at)
            lines.push_back(kit_of(slot.loan_id) + ui.text("kits.slot", {{"slot", ui.number(slot.slot)}, {"label", slot.label}}) +
                            (slot.asset_tag ? ": " + *slot.asset_tag : ""));
    for (SessionAccessory const& accessory : session.accessories) {
        std::int64_t const lacks = accessory.expected - accessory.quantity.value_or(accessory.expected);
        if (lacks > 0)
            lines.push_back(kit_of(accessory.loan_id) +
                            ui.text("handover.lacks", {{"count", ui.number(lacks)}, {"label", accessory.label}}));
    }
    return lines;
}

void draw_missing(HandoverSession const& session, Ui& ui) {
    std::string words;
    for (std::string const& line : missing_lines(session, ui)) words += (words.empty() ? "" : "\n") + line;
    if (!words.empty()) ui.alert("missing", ui::Tone::warning, ui.text("handover.missing"), words);
}

/// One of the two; `words` is "school" or "county", `at` where errors of it are.
struct SignerPart {
    SignerForm& form;
    RefusedFields& refused;
    std::string words;
    std::string at;
    std::string name;
    std::string function;
    std::string behalf;
};

void draw_signature_button(SessionModel& model, ScreenContext const& context, SignerPart const& part, Ui& ui) {
    std::string const title = ui.text("handover.sign_" + part.words);
    bool const is_there = !part.form.signature.empty();
    std::string const error = part.refused.at(part.at + ".signature");
    if (!error.empty()) ui.alert("unsigned", ui::Tone::danger, title, error);
    if (is_there) ui.badge("signed", ui.text("handover.signed_" + part.words), ui::Tone::success);
    if (ui.button("sign", title, ui::Button::secondary, {.icon = embedded::icon_signature, .wide = true, .popup = true}))
        ask_to_sign(model, context.api, part.form, title);
}

void draw_signer(SessionModel& model, ScreenContext const& context, SignerPart const& part, Ui& ui) {
    bool const on_screen = model.signing == "screen";
    bool const required = on_screen || part.words == "school";
    auto const error = [&](std::string_view field) { return part.refused.at(part.at + '.' + std::string{field}); };
    std::string const title = ui.text("handover.for_" + part.words);
    ui.heading(part.words + "_title", 3, title);
    ui.group(part.words, title, {}, [&] {
        ui.text_field("signer_name", ui.text(part.name), part.form.name,
                      {.required = required, .error = error("name"), .max_length = 120});
        ui.text_field("signer_function", ui.text(part.function), part.form.function,
                      {.required = required,
                       .error = error("function"),
                       .placeholder = part.words == "school" ? ui.text("handover.function_example") : std::string{},
                       .max_length = 120});
        std::vector<ui::Option> const behalf = {{"", ui.text("handover.on_behalf.none")},
                                                {"i_a", ui.text("handover.on_behalf.i_a_long")},
                                                {"i_v", ui.text("handover.on_behalf.i_v_long")}};
        ui.choice("on_behalf", ui.text(part.behalf), part.form.on_behalf, behalf);
        if (on_screen) draw_signature_button(model, context, part, ui);
    });
}

void draw_signers(SessionModel& model, ScreenContext const& context, RefusedFields& refused, Ui& ui) {
    std::vector<ui::Option> const ways = {{"screen", ui.text("handover.signing.screen")}, {"paper", ui.text("handover.signing.paper")}};
    ui.choice("signing", ui.text("handover.signing"), model.signing, ways);
    if (model.signing == "paper") ui.muted("paper", ui.text("handover.paper_hint"));
    draw_signer(model, context,
                {model.school, refused, "school", "signed_by", "handover.signer_name", "handover.signer_function", "handover.on_behalf"}, ui);
    draw_signer(model, context,
                {model.county, refused, "county", "county_signed_by", "handover.county_signer_name", "handover.county_signer_function",
                 "handover.county_on_behalf"},
                ui);
}

/// What the server said against it; requirements can be set aside with a reason.
void draw_obstacle(SessionModel& model, RefusedFields& refused, Ui& ui) {
    if (model.refused && model.refused->code == "requirements_not_met") {
        std::string open;
        if (auto const extra = parse_json(model.refused->extra)) {
            std::vector<OpenRequirement> requirements;
            FieldErrors ignored;
            if (Json const* told = member_of(*extra, "requirements")) decode_value(*told, requirements, "", ignored);
            for (OpenRequirement const& each : requirements)
                open += (open.empty() ? "" : "\n") + each.label + ": " + state_text(ui.strings(), each.state);
        }
        ui.alert("requirements", ui::Tone::danger, ui.text("error.requirements_not_met"), open);
        ui.text_area("override_reason", ui.text("loan.override_reason"), model.override_reason,
                     {.error = refused.at("override_reason"), .hint = ui.text("handover.override_hint"), .max_length = 2000, .rows = 3});
        return;
    }
    if (model.refused && model.refused->code == "kit_incomplete") return; // what is missing stands above
    draw_refused(ui.text("handover.not_completed"), refused, model.refused, ui);
}

} // namespace

void draw_finish(SessionModel& model, ScreenContext const& context, HandoverSession const& session, Ui& ui) {
    std::string const word{word_of(session.kind)};
    ui.card("finish", {.title = ui.text("handover.finish"), .icon = embedded::icon_clipboard_check}, [&] {
        draw_missing(session, ui);
        RefusedFields refused{ui, model.errors};
        if (session.kind != SessionKind::check) draw_signers(model, context, refused, ui);
        if (session.kind == SessionKind::collection)
            ui.text_field("seal_number", ui.text("handover.seal_number"), model.seal_number,
                          {.error = refused.at("seal_number"), .max_length = 60, .code = true});
        ui.text_area("notes", ui.text("handover.notes"), model.notes,
                     {.error = refused.at("notes"), .hint = ui.text("loans.no_pupils"), .max_length = 4000, .rows = 2});
        draw_obstacle(model, refused, ui);
        bool const has_gaps = !missing_lines(session, ui).empty();
        std::string const label = ui.text(has_gaps && session.kind == SessionKind::handover ? "handover.complete_with_gaps"
                                                                                            : "handover.complete." + word);
        if (ui.button("complete", label, ui::Button::primary,
                      {.icon = embedded::icon_check, .enabled = !has_unsent(model), .busy = model.completing, .wide = true}))
            complete(model, context.api, has_gaps);
        if (ui.button("abandon", ui.text("handover.abandon"), ui::Button::quiet, {.enabled = !model.completing})) {
            std::string const back = session.loans.size() == 1 ? loan_route(session.loans.front().loan_id) : "#/ausleihen";
            give_up(model, context.api, [&context, back] { context.go(back, HistoryMode::replace); });
        }
    });
}

} // namespace schulkit
