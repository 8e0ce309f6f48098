#include "client/error_text.hpp"
#include "client/kits/kit_screen.hpp"
#include "client/kits/kit_words.hpp"
#include "client/loans/loan_words.hpp"
#include "client/ui/form.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

std::string joined_years(Json const& years) {
    std::vector<std::string> ids;
    FieldErrors unreadable;
    decode_value(years, ids, "", unreadable);
    std::string words;
    for (std::string const& id : ids) words += (words.empty() ? "" : ", ") + school_year_text(id);
    return words;
}

/// Where the kit is, which years need it, or which place is meant.
std::string regroup_refusal_text(Ui const& ui, Error const& refused) {
    if (refused.code == "kit_in_loan")
        if (auto const away = decode<KitAway>(refused.extra); away && away->loan_id)
            return ui.text("regroup.in_loan", {{"kit", away->kit_tag},
                                               {"school", away->school_code.value_or("")},
                                               {"number", loan_number(Id<Loan>{*away->loan_id})}});
    if (refused.code == "kit_is_needed")
        if (auto const extra = parse_json(refused.extra))
            if (Json const* const years = member_of(*extra, "school_years"))
                return ui.text("regroup.needed", {{"years", joined_years(*years)}});
    if (refused.fields.empty()) return error_text(ui, refused.code);
    FieldError const& first = refused.fields.front();
    std::string const words = error_text(ui, first.code);
    return first.value.empty() ? words : first.value + ": " + words;
}

void draw_promised(Regrouping const& model, Ui& ui) {
    if (model.promised.empty()) return;
    ui.alert("promised", ui::Tone::warning, ui.text("regroup.promised"), ui.text("regroup.promised_hint"));
    ui.list("claims", ui.text("regroup.claims"), [&] {
        for (KitBooking const& claim : model.promised)
            ui.list_link("claim." + claim.school_year,
                         {.title = school_year_text(claim.school_year) + " · " + claim.school_code,
                          .detail = loan_number(claim.loan_id),
                          .route = "#/ausleihen/" + to_text(claim.loan_id),
                          .icon = embedded::icon_calendar_days});
    });
}

void draw_regroup_refusal(Regrouping const& model, Ui& ui) {
    if (model.refused && model.promised.empty())
        ui.alert("refused", ui::Tone::danger, ui.text("kits.not_changed"), regroup_refusal_text(ui, *model.refused));
}

void draw_new_kit(Regrouping& model, Ui& ui) {
    ui.text_field("tag", ui.text("kit.tag"), model.tag,
                  {.required = true, .error = ui::error_for(ui, model.errors, "tag"), .max_length = 40, .code = true});
    ui.text_field("name", ui.text("kit.name"), model.name,
                  {.required = true, .error = ui::error_for(ui, model.errors, "name"), .placeholder = ui.text("kits.name_example"), .max_length = 120});
    std::vector<ui::Option> types;
    if (Page<KitType> const* const known = model.types.value())
        for (KitType const& type : known->items) types.push_back({to_text(type.id), type.name});
    ui.choice("kit_type_id", ui.text("kit.kit_type_id"), model.kit_type_id, types,
              {.required = true, .error = ui::error_for(ui, model.errors, "kit_type_id")});
}

void draw_what_goes(Regrouping& model, Kit const& kit, Ui& ui) {
    ui.group("slots", ui.text("regroup.devices"), {.gap = 4}, [&] {
        ui.paragraph("title", ui.text("regroup.devices"), ui::TextKind::strong);
        std::string const error = ui::error_for(ui, model.errors, "slots");
        if (!error.empty()) ui.paragraph("error", error, ui::TextKind::danger);
        for (KitSlot const& slot : kit.slots) {
            if (!slot.asset_tag) continue;
            std::string const words = ui.text("kits.slot", {{"slot", ui.number(slot.slot)}, {"label", slot.label}}) + ", " + *slot.asset_tag;
            bool goes = model.slots.contains(slot.slot);
            if (!ui.checkbox("slot." + to_text(slot.slot), words, goes)) continue;
            if (goes)
                model.slots.insert(slot.slot);
            else
                model.slots.erase(slot.slot);
        }
    });
    for (KitAccessory const& accessory : kit.accessories) {
        if (accessory.quantity == 0) continue;
        ui.text_field("count." + accessory.label, ui.text("regroup.count_of", {{"label", accessory.label}}), model.counts[accessory.label],
                      {.error = ui::error_for(ui, model.errors, "count." + accessory.label),
                       .hint = ui.text("regroup.there", {{"count", ui.number(accessory.quantity)}}),
                       .max_length = 4,
                       .input_mode = "numeric",
                       .width = 160});
    }
}

void draw_claim_choice(Regrouping& model, Kit const& kit, Ui& ui) {
    draw_promised(model, ui);
    if (model.promised.empty() && model.claims.empty()) return;
    std::vector<ui::Option> const holders = {{"old_kit", ui.text("regroup.old_kit", {{"kit", kit.tag}})},
                                             {"new_kit", ui.text("regroup.new_kit", {{"kit", model.tag}})}};
    ui.choice("claims", ui.text("regroup.claims"), model.claims, holders,
              {.required = true, .error = ui::error_for(ui, model.errors, "claims")});
}

bool draw_regroup_actions(Regrouping& model, bool& open, std::string_view label, Ui& ui) {
    bool send = false;
    ui.text_area("reason", ui.text("kit.reason"), model.reason, {.hint = ui.text("loans.no_names"), .max_length = 1000, .rows = 2});
    draw_regroup_refusal(model, ui);
    ui.actions("actions", [&] {
        if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) open = false;
        send = ui.button("send", ui.text(label), ui::Button::primary, {.busy = model.busy});
    });
    return send;
}

void draw_merge_fields(Regrouping& model, Kit const& kit, Ui& ui) {
    std::vector<ui::Option> kits;
    if (Page<KitSummary> const* const known = model.kits.value())
        for (KitSummary const& each : known->items)
            if (each.id != kit.id) kits.push_back({to_text(each.id), each.tag + " · " + each.name + " (" + each.kit_type_name + ")"});
    if (ui.choice("kit_id", ui.text("regroup.other_kit"), model.other_kit, kits,
                  {.required = true, .error = ui::error_for(ui, model.errors, "kit_id")})) {
        model.promised.clear();
        model.take_claims = false;
        model.refused.reset();
    }
    draw_promised(model, ui);
    if (!model.promised.empty() || model.take_claims)
        ui.checkbox("take_claims", ui.text("regroup.take_claims"), model.take_claims,
                    {.error = ui::error_for(ui, model.errors, "take_claims")});
}

} // namespace

void draw_regroup_buttons(KitModel& model, ScreenContext const& context, Kit const& kit, Ui& ui) {
    if (!may(context.me, Action::regroup_kits) || kit.dissolved_on) return;
    if (ui.button("split", ui.text("regroup.split"), ui::Button::secondary, {.enabled = !model.regrouping.busy, .popup = true}))
        begin_split(model.regrouping, context.api, kit);
    if (ui.button("merge", ui.text("regroup.merge"), ui::Button::secondary, {.enabled = !model.regrouping.busy, .popup = true}))
        begin_merge(model.regrouping, context.api);
}

void draw_regroup_dialogs(KitModel& model, ScreenContext const& context, Kit const& kit, Ui& ui) {
    Regrouping& regrouping = model.regrouping;
    if (std::string const other = std::exchange(regrouping.done, {}); !other.empty())
        context.toast(ui.text(regrouping.was_split ? "regroup.was_split" : "regroup.was_merged", {{"kit", other}}));
    auto const changed = [&model, &context](Kit after) {
        model.kit.take(std::move(after));
        reload_kit(model, context.api, context.me);
    };
    bool split = false;
    ui.dialog("split", ui.text("regroup.split_title", {{"kit", kit.tag}}), regrouping.split_open,
              {.width = 640, .description = ui.text("regroup.split_hint")}, [&] {
                  draw_new_kit(regrouping, ui);
                  draw_what_goes(regrouping, kit, ui);
                  ui.checkbox("keep_places", ui.text("regroup.keep_places"), regrouping.keep_places,
                              {.hint = ui.text("regroup.keep_places_hint")});
                  draw_claim_choice(regrouping, kit, ui);
                  split = draw_regroup_actions(regrouping, regrouping.split_open, "regroup.split_now", ui);
              });
    if (split) send_split(regrouping, context.api, kit, changed);
    bool merge = false;
    ui.dialog("merge", ui.text("regroup.merge_title", {{"kit", kit.tag}}), regrouping.merge_open,
              {.description = ui.text("regroup.merge_hint")}, [&] {
                  draw_merge_fields(regrouping, kit, ui);
                  merge = draw_regroup_actions(regrouping, regrouping.merge_open, "regroup.merge_now", ui);
              });
    if (merge) send_merge(regrouping, context.api, kit, changed);
}

} // namespace schulkit
