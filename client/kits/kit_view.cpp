#include "client/assets/asset_words.hpp"
#include "client/error_text.hpp"
#include "client/kits/kit_screen.hpp"
#include "client/kits/kit_words.hpp"
#include "client/scan_button.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <algorithm>
#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

void draw_unknown(ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("kits.unknown");
    ui.page("kit", title, ui::page_width, [&] {
        ui.page_header("header", ui.text("kits.kit"), {.back_label = ui.text("nav.kits"), .back_route = "#/koffer"});
        ui.announce(title);
        if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                       .title = title,
                                       .hint = ui.text("app.nothing_hint"),
                                       .action = ui.text("kits.to_list")}))
            context.go("#/koffer", HistoryMode::push);
    });
}

/// By hand or with a scanner in the field; a scan elsewhere on the page comes by the screen.
void draw_put_in(KitModel& model, ScreenContext const& context, Ui& ui) {
    if (!may(context.me, Action::fill_kits) || is_dissolved(model)) return;
    ui.card("put_in", {.title = ui.text("kits.put_in"), .icon = embedded::icon_scan_barcode}, [&] {
        ui.search_field("code", ui.text("kits.code"), model.code, {.hint = ui.text("kits.code_hint"), .max_length = 200});
        bool wanted = ui.submitted();
        ui.row("how", [&] {
            wanted |= ui.button("put", ui.text("kits.put"), ui::Button::primary,
                                {.icon = embedded::icon_plus, .busy = model.changing && !model.slot_open});
            draw_scan_button(context.api.platform(), ui);
        });
        if (wanted) put_into_kit(model, context.api, model.code);
        if (!model.slot_open && model.asked_for != CountKitAccessories::name) draw_refusal(model, ui);
    });
}

/// What was scanned by the camera is told where one looks, in its dialog.
void tell_scans(KitModel& model, ScreenContext const& context, Kit const& kit, Ui& ui) {
    Platform& platform = context.api.platform();
    for (KitScan const& scan : std::exchange(model.scans, {})) {
        if (scan.refused) {
            platform.tell_camera(scan.code, refusal_text(ui, *scan.refused), ScanTone::trouble);
            continue; // else it stands on the screen
        }
        std::string const in = scan.tag.empty() ? ui.text("kits.was_in", {{"tag", scan.code}})
                                                : ui.text("kits.is_in", {{"tag", scan.tag}});
        std::string const left = kit.missing > 0 ? ui.count_text("kits.missing", kit.missing) : condition_text(ui, kit.condition);
        if (!platform.tell_camera(scan.code, in + " · " + left, ScanTone::good)) context.toast(in);
    }
    if (!model.last_in.empty()) context.toast(ui.text("kits.is_in", {{"tag", std::exchange(model.last_in, {})}}));
}

void draw_slot(KitModel& model, KitSlot const& slot, Ui& ui) {
    std::string const place = ui.text("kits.slot", {{"slot", ui.number(slot.slot)}, {"label", slot.label}});
    std::string const detail = slot.asset_tag ? *slot.asset_tag + " · " + slot.asset_name.value_or("") : ui.text("kits.slot_empty");
    ui::ListEntry entry{.title = place, .detail = detail, .icon = slot.asset_tag ? embedded::icon_tablet : embedded::icon_circle};
    bool const gone = slot.asset_status == AssetStatus::lost || slot.asset_status == AssetStatus::stolen;
    if (!slot.asset_tag || gone) {
        entry.badge = ui.text("kits.slot_missing");
        entry.badge_tone = ui::Tone::warning;
        entry.badge_icon = embedded::icon_circle_alert;
    } else if (slot.open_ticket_id) {
        entry.badge = ui.text("kits.has_ticket", {{"number", "#" + std::to_string(*slot.open_ticket_id)}});
        entry.badge_tone = ui::Tone::danger;
        entry.badge_icon = embedded::icon_ticket;
    } else if (slot.asset_status == AssetStatus::in_repair) {
        StatusLook const look = look_of(*slot.asset_status);
        entry.badge = status_text(ui, *slot.asset_status);
        entry.badge_tone = look.tone;
        entry.badge_icon = look.icon;
    }
    if (ui.list_link("slot." + std::to_string(slot.slot), entry)) open_slot(model, slot.slot);
}

void draw_checks(KitModel& model, ScreenContext const& context, Kit const& kit, Ui& ui) {
    bool const may_check = may(context.me, Action::fill_kits) && !kit.dissolved_on;
    ui.card("checks", {.title = ui.text("kit.checks"), .icon = embedded::icon_list_checks}, [&] {
        ui.badge("ready", ui.text(kit.ready ? "kits.ready" : "kits.in_preparation"),
                 kit.ready ? ui::Tone::success : ui::Tone::neutral);
        for (auto const& [item, word] : EnumWords<KitCheckItem>::values) {
            auto const check = std::find_if(kit.checks.begin(), kit.checks.end(),
                                            [item = item](KitCheck const& each) { return each.item == item; });
            bool done = check != kit.checks.end();
            std::string hint;
            if (done) hint = check->username.value_or(ui.text("history.hidden_author")) + " · " + ui.date_time(check->at);
            bool const changed = ui.checkbox(word, ui.text("kit." + std::string{word}), done,
                                             {.hint = hint, .enabled = may_check && !model.changing});
            if (changed) set_check(model, context.api, item, done);
        }
    });
}

void draw_state(ScreenContext const& context, Kit const& kit, Ui& ui) {
    ui.row("state", [&] {
        KitLook const look = look_of(kit.condition);
        ui.badge("condition", condition_text(ui, kit.condition), look.tone, look.icon);
        if (kit.missing > 0) ui.muted("missing", ui.count_text("kits.missing", kit.missing));
        if (!kit.delivered_on) return;
        bool const ordered = to_berlin({context.api.platform().now_unix_ms()}).date < *kit.delivered_on;
        ui.muted("delivered", ui.text(ordered ? "kits.ordered_for" : "kits.delivered_on", {{"day", ui.date(*kit.delivered_on)}}));
    });
    if (kit.notes) ui.paragraph("notes", *kit.notes);
}

void draw_dissolved(Kit const& kit, Ui& ui) {
    std::string const into = kit.merged_into_tag.value_or("");
    ui.alert("dissolved", ui::Tone::info, ui.text("regroup.dissolved", {{"day", ui.date(*kit.dissolved_on)}, {"kit", into}}));
    if (kit.merged_into_id) ui.link("into", ui.text("regroup.to_kit", {{"kit", into}}), kit_route({*kit.merged_into_id}));
}

void draw_known(KitModel& model, ScreenContext const& context, Kit const& kit, Ui& ui) {
    std::string const title = kit.tag + " · " + kit.name;
    ui.page("kit", title, ui::page_width, [&] {
        ui.page_header("header", title,
                       {.subtitle = kit.kit_type_name, .back_label = ui.text("nav.kits"), .back_route = "#/koffer"}, [&] {
                           if (may(context.me, Action::edit_kits))
                               ui.link_button("edit", ui.text("kits.edit"), kit_route(kit.id) + "/bearbeiten",
                                              ui::Button::secondary, {.icon = embedded::icon_pencil});
                           draw_regroup_buttons(model, context, kit, ui);
                       });
        if (kit.dissolved_on) draw_dissolved(kit, ui);
        if (!kit.dissolved_on) draw_state(context, kit, ui);
        tell_scans(model, context, kit, ui);
        if (model.counts_saved) {
            context.toast(ui.text("kits.counts_saved"));
            model.counts_saved = false;
        }
        auto const contents = [&] {
            draw_put_in(model, context, ui);
            ui.card("contents", {.title = ui.text("kit.slots"), .icon = embedded::icon_briefcase}, [&] {
                ui.list("slots", ui.text("kit.slots"), [&] {
                    for (KitSlot const& slot : kit.slots) draw_slot(model, slot, ui);
                });
            });
        };
        ui.split("parts", {}, contents, [&] {
            draw_checks(model, context, kit, ui);
            draw_accessories(model, context, kit, ui);
            if (may(context.me, Action::read_audit)) draw_kit_history(model, context, ui);
        });
    });
    draw_slot_dialog(model, context, ui);
    draw_kit_move(model, context, kit, ui);
    draw_regroup_dialogs(model, context, kit, ui);
}

} // namespace

void draw_refusal(KitModel const& model, Ui& ui) {
    if (model.refused)
        ui.alert("refused", ui::Tone::danger, ui.text("kits.not_changed"), refusal_text(ui, *model.refused));
}

void draw_kit(KitModel& model, ScreenContext const& context, Ui& ui) {
    if (Kit const* const kit = model.kit.value()) return draw_known(model, context, *kit, ui);
    if (is_unknown(model)) return draw_unknown(context, ui);
    std::string const title = ui.text("kits.kit");
    ui.page("kit", title, ui::page_width, [&] {
        ui.page_header("header", title, {.back_label = ui.text("nav.kits"), .back_route = "#/koffer"});
        if (Error const* const error = model.kit.error()) {
            if (ui.error_state("failed", ui.text("kits.failed"), error_text(ui, error->code))) reload_kit(model, context.api, context.me);
            return;
        }
        ui.loading("loading", ui.text("kits.loading"));
    });
}

} // namespace schulkit
