// What is found of the kits during a session: damage, and photos of how they are.

#include "client/attachments/attachment_view.hpp"
#include "client/error_text.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/handovers/session_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

void draw_photos_of_session(SessionModel& model, ScreenContext const& context, bool is_open, Ui& ui) {
    std::string const title = ui.text("handover.photos");
    Page<AttachedFile> const* const photos = model.photos.value();
    bool const has_some = photos != nullptr && !photos->items.empty();
    if (!is_open && !has_some) return;
    ui.card("photos", {.title = title, .icon = embedded::icon_camera}, [&] {
        if (has_some) draw_attached_files(photos->items, title, url_of<ListSessionPhotos>({.id = model.id}, {}), ui);
        if (model.photo_error)
            ui.alert("photo_error", ui::Tone::danger, ui.text("loans.not_done"), error_text(ui, model.photo_error->code));
        if (!is_open) return;
        std::size_t const there = has_some ? photos->items.size() : 0;
        draw_attachment_field(model.new_photos, context, ui.text("handover.photos_hint"),
                              {.most = max_session_photos - std::min(there, max_session_photos)}, ui,
                              [&model, &context] { add_photos(model, context.api); });
    });
}

std::vector<ui::Option> devices_of(HandoverSession const& session) {
    std::vector<ui::Option> devices;
    for (SessionSlot const& slot : session.slots)
        if (slot.asset_tag) devices.push_back({*slot.asset_tag, *slot.asset_tag + " · " + slot.asset_name.value_or("")});
    for (ForeignDevice const& device : session.foreign) devices.push_back({device.asset_tag, device.asset_tag + " · " + device.asset_name});
    return devices;
}

} // namespace

void draw_findings(SessionModel& model, ScreenContext const& context, HandoverSession const& session, Ui& ui) {
    bool const is_open = session.state == SessionState::open;
    if (!model.damage.reported.empty())
        context.toast(ui.text("handover.damage_reported", {{"tag", std::exchange(model.damage.reported, {})}}));
    if (is_open && may(context.me, Action::hand_over_loan))
        ui.card("damage", {.title = ui.text("handover.damage"), .icon = embedded::icon_triangle_alert}, [&] {
            ui.muted("hint", ui.text("handover.damage_hint"));
            if (ui.button("damage", ui.text("handover.report_damage"), ui::Button::secondary,
                          {.icon = embedded::icon_triangle_alert, .popup = true}))
                begin_damage(model);
        });
    draw_photos_of_session(model, context, is_open, ui);
}

void draw_damage_dialog(SessionModel& model, ScreenContext const& context, Ui& ui) {
    HandoverSession const* const session = model.session.value();
    if (session == nullptr) return;
    DamageModel& damage = model.damage;
    RefusedFields refused{ui, damage.errors};
    ui.dialog("damage", ui.text("handover.report_damage"), damage.open, {}, [&] {
        ui.choice("tag", ui.text("handover.damaged_device"), damage.tag, devices_of(*session), {.required = true, .error = refused.at("code")});
        ui.text_field("title", ui.text("ticket.title"), damage.title,
                      {.required = true, .error = refused.at("title"), .placeholder = ui.text("handover.damage_example"), .max_length = 120});
        ui.text_area("description", ui.text("ticket.description"), damage.description,
                     {.error = refused.at("description"), .hint = ui.text("loans.no_pupils"), .max_length = 4000, .rows = 2});
        draw_attachment_field(damage.photos, context, ui.text("ticket.photos"), {.most = max_ticket_attachments, .enabled = !damage.sending},
                              ui, [] {});
        draw_refused(ui.text("loans.not_done"), refused, damage.refused, ui);
        bool send = false;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) damage.open = false;
            send = ui.button("send", ui.text("handover.report_damage"), ui::Button::primary,
                             {.enabled = !is_sending(damage.photos), .busy = damage.sending});
        });
        if (send) send_damage(model, context.api);
    });
}

} // namespace schulkit
