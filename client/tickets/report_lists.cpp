// What the report screen offers to choose from: hits, rooms, the devices of a room, services.

#include "client/tickets/report_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr int hits_shown = 8;
constexpr int service_hits_shown = 4;

void load_hits(ReportModel& model, Api& api) {
    std::string const q{trim(model.place.q)};
    model.hits_of = q;
    std::uint64_t const question = ++model.asked_hits;
    if (q.empty()) {
        model.hits.clear();
        model.service_hits.clear();
        return;
    }
    model.hits.start();
    api.read<ListAssets>({}, {.q = q, .limit = hits_shown}, [&model, question](Result<Page<Asset>> hits) {
        if (question == model.asked_hits) model.hits.take(std::move(hits));
    });
    model.service_hits.start();
    api.read<ListAssets>({}, {.q = q, .limit = service_hits_shown, .kind = AssetKind::service},
                         [&model, question](Result<Page<Asset>> hits) {
                             if (question == model.asked_hits) model.service_hits.take(std::move(hits));
                         });
}

void load_rooms(ReportModel& model, Api& api, std::string const& school) {
    if (school != model.rooms_of) {
        model.rooms.clear();
        model.school_services.clear();
    }
    model.rooms_of = school;
    model.rooms.start();
    api.read<ListRooms>({}, {.school_code = school}, [&model, school](Result<Page<Room>> rooms) {
        if (model.rooms_of == school) model.rooms.take(std::move(rooms));
    });
    // "Dienst" stands before "Raum": those of the school come first, however many rooms it has
    AssetQuery const services{
        .limit = max_page_size, .sort = "category", .school_code = school, .kind = AssetKind::service};
    model.school_services.start();
    api.read<ListAssets>({}, services, [&model, school](Result<Page<Asset>> found) {
        if (model.rooms_of == school) model.school_services.take(std::move(found));
    });
}

std::string room_key(ReportPlace const& place, std::string const& school) {
    return school + '/' + place.room;
}

void load_room(ReportModel& model, Api& api, std::string const& school) {
    std::string const key = room_key(model.place, school);
    if (key != model.room_shown) {
        model.room_devices.clear();
        model.room_services.clear();
    }
    model.room_shown = key;
    AssetQuery query{.limit = max_page_size, .school_code = school, .room = model.place.room};
    model.room_devices.start();
    api.read<ListAssets>({}, query, [&model, key](Result<Page<Asset>> devices) {
        if (model.room_shown == key) model.room_devices.take(std::move(devices));
    });
    query.kind = AssetKind::service;
    model.room_services.start();
    api.read<ListAssets>({}, query, [&model, key](Result<Page<Asset>> services) {
        if (model.room_shown == key) model.room_services.take(std::move(services));
    });
}

template <class T> bool is_missing(Loadable<T> const& loadable) {
    return loadable.value() == nullptr && !loadable.is_loading();
}

void open_choice(ReportModel& model, Api& api, Person const& me) {
    if (trim(model.place.q) != model.hits_of) load_hits(model, api);
    if (reporting_schools(me).size() != 1 && is_missing(model.schools)) load_schools(model.schools, api);
    std::string const school = school_of(model.place, me);
    if (school.empty()) return;
    if (school != model.rooms_of || is_missing(model.rooms) || is_missing(model.school_services))
        load_rooms(model, api, school);
    bool const other_room = room_key(model.place, school) != model.room_shown;
    if (!model.place.room.empty() &&
        (other_room || is_missing(model.room_devices) || is_missing(model.room_services)))
        load_room(model, api, school);
}

void load_sent(ReportModel& model, Api& api) {
    model.sent.start();
    Id<Ticket> const id{model.place.sent};
    api.read<GetTicket>({.id = id}, {}, [&model, id](Result<Ticket> ticket) {
        if (model.place.sent == id.value) model.sent.take(std::move(ticket));
    });
}

} // namespace

std::vector<std::string> reporting_schools(Person const& me) {
    return scope_of(me, Action::report_ticket) == Scope::county ? std::vector<std::string>{}
                                                                     : me.school_codes;
}

std::string school_of(ReportPlace const& place, Person const& me) {
    if (!place.school_code.empty()) return place.school_code;
    std::vector<std::string> const own = reporting_schools(me);
    return own.size() == 1 ? own.front() : std::string{};
}

std::vector<Asset const*> services_of_school(ReportModel const& model) {
    std::vector<Asset const*> services;
    if (model.school_services.value() == nullptr) return services;
    for (Asset const& service : model.school_services.value()->items)
        if (!service.room) services.push_back(&service);
    return services;
}

void open_report(ReportModel& model, Api& api, Person const& me, Route const& route) {
    ReportPlace place = report_place_of(route);
    bool const same_step = step_of(place) == step_of(model.place);
    // what is being typed goes on; Back brings the older words into the field
    if (place.q != model.place.q && !model.typing.waiting()) model.typed = place.q;
    model.place = std::move(place);
    switch (step_of(model.place)) {
    case ReportStep::choose:
        open_choice(model, api, me);
        break;
    case ReportStep::describe:
        if (model.device_code != model.place.code || is_missing(model.device)) load_device(model, api);
        break;
    case ReportStep::sent:
        if (model.sent.value() == nullptr || model.sent.value()->id.value != model.place.sent) {
            model.sent.clear();
            load_sent(model, api);
        }
        break;
    }
    if (!same_step) api.platform().move_focus(FocusTarget::screen);
}

void refresh_report(ReportModel& model, Api& api, Person const& me) {
    switch (step_of(model.place)) {
    case ReportStep::choose:
        if (is_missing(model.hits) && !model.hits_of.empty()) load_hits(model, api);
        open_choice(model, api, me);
        break;
    case ReportStep::describe:
        if (is_missing(model.device))
            load_device(model, api);
        else
            load_open_tickets(model, api);
        break;
    case ReportStep::sent:
        if (is_missing(model.sent)) load_sent(model, api);
        break;
    }
}

} // namespace schulkit
