#include "client/error_text.hpp"
#include "client/scan_button.hpp"
#include "client/tickets/report_screen.hpp"
#include "client/tickets/ticket_words.hpp"
#include "embedded/icons.hpp"

#include <algorithm>

namespace schulkit {
namespace {

using ui::Ui;

ui::Icon icon_of(Asset const& asset) {
    if (asset.kind == AssetKind::device) return embedded::icon_monitor;
    if (asset.room) return embedded::icon_door_open;
    std::string_view const tag = asset.tag;
    if (tag.ends_with("-WLAN")) return embedded::icon_wifi;
    if (tag.ends_with("-INTERNET")) return embedded::icon_network;
    if (tag.ends_with("-KONTEN")) return embedded::icon_users;
    if (tag.ends_with("-OHNE")) return embedded::icon_tag;
    return embedded::icon_server;
}

void draw_entry(Ui& ui, Asset const& asset, ReportPlace const& place, bool tell_place) {
    std::string detail;
    if (asset.kind == AssetKind::device) detail = asset.tag;
    if (asset.kind == AssetKind::device && !tell_place) detail += " · " + asset.category;
    std::string const where = tell_place ? place_text(ui, asset.room, asset.school_code) : std::string{};
    if (!where.empty()) detail += (detail.empty() ? "" : " · ") + where;
    ReportPlace next{.code = asset.tag, .room = place.room, .school_code = place.school_code};
    ui.list_link("asset." + to_text(asset.id), {.title = choice_text(ui.strings(), asset, place.room),
                                                .detail = detail,
                                                .route = to_text(route_of(next)),
                                                .icon = icon_of(asset)});
}

void go_on(ScreenContext const& context, ReportPlace const& place, HistoryMode mode) {
    context.go(to_text(route_of(place)), mode);
}

void choose(ReportModel& model, ScreenContext const& context, std::string_view field, ReportPlace const& place) {
    go_on(context, place,
          model.choices.go(field, to_text(route_of(model.place)), to_text(route_of(place))));
}

void search_now(ReportModel& model, ScreenContext const& context) {
    model.typing.cancel();
    ReportPlace place = model.place;
    place.q = std::string{trim(model.typed)};
    if (place.q != model.place.q) go_on(context, place, HistoryMode::replace);
}

void draw_search(ReportModel& model, ScreenContext const& context, Ui& ui) {
    bool const changed = ui.search_field("code", ui.text("report.search"), model.typed,
                                         {.hint = ui.text("report.search_hint"),
                                          .placeholder = ui.text("report.search_example"),
                                          .max_length = 200});
    if (ui.submitted()) {
        search_now(model, context);
        look_up_typed(model, context.api, [&context](std::string const& tag) {
            go_on(context, {.code = tag}, HistoryMode::push);
        });
    } else if (changed) {
        model.typing.after(context.api.platform(), typing_pause_ms, [&] { search_now(model, context); });
    }
}

template <class T> std::int64_t count_of(Loadable<Page<T>> const& page) {
    return page.value() == nullptr ? 0 : static_cast<std::int64_t>(page.value()->items.size());
}

/// True: the words found something, or it is not known yet.
bool draw_hits(ReportModel& model, ScreenContext const& context, Ui& ui) {
    if (trim(model.typed).empty()) return false;
    Error const* const error = model.hits.error();
    bool const found = count_of(model.hits) + count_of(model.service_hits) > 0;
    bool const waiting = model.typing.waiting() || model.looking_up || model.hits.is_loading() ||
                         trim(model.typed) != model.hits_of;
    if (error != nullptr) {
        if (ui.error_state("hits_failed", ui.text("report.hits_failed"), error_text(ui, error->code)))
            refresh_report(model, context.api, context.me);
        return true;
    }
    if (found) {
        std::string const label = ui.text("report.hits");
        bool const more = model.hits.value() != nullptr && model.hits.value()->next_cursor.has_value();
        ui.announce_found({.total = count_of(model.hits) + count_of(model.service_hits), .total_is_exact = !more});
        ui.heading("hits_title", 2, label);
        ui.list("hits", label, [&] {
            ReportPlace const anywhere;
            for (auto const* page : {model.hits.value(), model.service_hits.value()})
                if (page != nullptr)
                    for (Asset const& asset : page->items)
                        draw_entry(ui, asset, anywhere, true);
        });
        if (more)
            ui.muted("more_hits", ui.text("report.more_hits"));
        return true;
    }
    if (waiting) {
        ui.loading("hits_loading", ui.text("report.hits_loading"));
        return true;
    }
    ui.alert("no_hits", ui::Tone::info, ui.text("report.no_hits", {{"words", model.hits_of}}),
             ui.text("report.no_hits_hint"));
    return false;
}

/// The school, where there is a choice. False: none is chosen yet.
bool draw_school(ReportModel& model, ScreenContext const& context, Ui& ui) {
    if (reporting_schools(context.me).size() == 1) return true;
    if (Error const* error = model.schools.error()) {
        if (ui.error_state("schools_failed", ui.text("report.schools_failed"), error_text(ui, error->code)))
            refresh_report(model, context.api, context.me);
        return false;
    }
    if (model.schools.value() == nullptr) {
        ui.loading("schools_loading", ui.text("report.schools_loading"));
        return false;
    }
    std::vector<ui::Option> options{{"", ui.text("report.choose_school")}};
    for (School const& school : schools_for(model.schools, context.me, Action::report_ticket))
        options.push_back({school.code, school.code + " · " + school.name});
    std::string chosen = model.place.school_code;
    if (ui.choice("school", ui.text("report.school"), chosen, options))
        choose(model, context, "school", {.school_code = chosen, .q = model.place.q});
    return !model.place.school_code.empty();
}

void draw_room_choice(ReportModel& model, ScreenContext const& context, Ui& ui) {
    std::vector<ui::Option> options{{"", ui.text("report.choose_room")}};
    bool listed = model.place.room.empty();
    if (model.rooms.value() != nullptr)
        for (Room const& room : model.rooms.value()->items) {
            options.push_back({room.room, room_text(ui, room.room)});
            listed = listed || room.room == model.place.room;
        }
    if (!listed) options.push_back({model.place.room, room_text(ui, model.place.room)});
    std::string chosen = model.place.room;
    if (ui.choice("room", ui.text("report.room"), chosen, options)) {
        ReportPlace place{.room = chosen, .school_code = model.place.school_code};
        model.typed.clear();
        choose(model, context, "room", place);
    }
}

void draw_room_devices(ReportModel& model, Ui& ui) {
    std::string const label = ui.text("report.room_devices", {{"room", room_text(ui, model.place.room)}});
    ui.heading("devices_title", 3, label);
    if (count_of(model.room_devices) == 0) {
        ui.muted("no_devices", ui.text("report.room_empty"));
        ui.announce(ui.text("report.room_empty"));
        return;
    }
    ui.announce(ui.count_text("report.room_found", count_of(model.room_devices)));
    ui.list("devices", label, [&] {
        for (Asset const& asset : model.room_devices.value()->items)
            draw_entry(ui, asset, model.place, false);
    });
    if (model.room_devices.value()->next_cursor) ui.muted("more_devices", ui.text("report.more_devices"));
}

void draw_services(ReportModel const& model, std::string const& label, std::vector<Asset const*> const& services, Ui& ui) {
    ui.list("services", label, [&] {
        for (Asset const* service : services)
            draw_entry(ui, *service, model.place, false);
    });
}

void draw_services_of_room(ReportModel const& model, Ui& ui) {
    std::string const label = ui.text("report.room_services", {{"room", room_text(ui, model.place.room)}});
    std::vector<Asset const*> services = services_of_school(model);
    if (model.room_services.value() != nullptr)
        for (Asset const& service : model.room_services.value()->items)
            services.push_back(&service);
    std::stable_sort(services.begin(), services.end(),
                     [](Asset const* a, Asset const* b) { return rank_in_room(*a) < rank_in_room(*b); });
    if (services.empty()) return;
    ui.heading("services_title", 3, label);
    draw_services(model, label, services, ui);
}

/// The whole school's, where no room is chosen: Internet, WLAN, accounts.
void draw_services_of_school(ReportModel const& model, Ui& ui) {
    std::vector<Asset const*> const services = services_of_school(model);
    if (!model.place.room.empty() || services.empty()) return;
    std::string const label = ui.text("report.services");
    ui.card("services_card", {.title = label, .icon = embedded::icon_wifi}, [&] { draw_services(model, label, services, ui); });
}

void draw_room(ReportModel& model, ScreenContext const& context, Ui& ui) {
    if (!draw_school(model, context, ui)) return;
    bool const wants_room = !model.place.room.empty();
    Error const* error = model.rooms.error() != nullptr ? model.rooms.error() : model.school_services.error();
    if (error == nullptr && wants_room)
        error =
            model.room_devices.error() != nullptr ? model.room_devices.error() : model.room_services.error();
    if (error != nullptr) {
        if (ui.error_state("room_failed", ui.text("report.room_failed"), error_text(ui, error->code)))
            refresh_report(model, context.api, context.me);
        return;
    }
    if (model.rooms.value() == nullptr || model.school_services.value() == nullptr) {
        ui.loading("rooms_loading", ui.text("report.rooms_loading"));
        return;
    }
    draw_room_choice(model, context, ui);
    if (wants_room) {
        if (model.room_devices.value() == nullptr || model.room_services.value() == nullptr) {
            ui.loading("room_loading", ui.text("report.room_loading"));
            return;
        }
        draw_room_devices(model, ui);
        draw_services_of_room(model, ui);
    }
}

} // namespace

void draw_report_choice(ReportModel& model, ScreenContext const& context, Ui& ui) {
    draw_search(model, context, ui);
    draw_scan_button(context.api.platform(), ui);
    if (draw_hits(model, context, ui)) return;
    ui.card("place", {.title = ui.text("report.by_room"), .icon = embedded::icon_door_open},
            [&] { draw_room(model, context, ui); });
    draw_services_of_school(model, ui);
}

} // namespace schulkit
