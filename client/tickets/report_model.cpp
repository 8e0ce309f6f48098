#include "client/tickets/report_model.hpp"

namespace schulkit {

template <> struct Schema<ReportDraft> {
    static constexpr std::string_view name = "report_draft";
    static constexpr auto fields = std::tuple{field("title", "", &ReportDraft::title),
                                              field("description", "", &ReportDraft::description),
                                              field("channel", "", &ReportDraft::channel),
                                              field("photos", "", &ReportDraft::photos),
                                              field("suggested_title", "", &ReportDraft::suggested_title),
                                              field("key", "", &ReportDraft::key),
                                              field("key_body", "", &ReportDraft::key_body)};
};

namespace {

/// Whoever signs in next in the same tab must not find it.
std::string draft_key(Person const& me) {
    return "draft.report." + to_text(me.id);
}

/// How reports reach the office most often.
TicketChannel usual_channel(Person const& me) {
    switch (me.role) {
    case Role::technician:
        return TicketChannel::on_site;
    case Role::admin:
    case Role::coordinator:
        return TicketChannel::phone;
    case Role::school_staff:
    case Role::auditor:
        break;
    }
    return TicketChannel::browser;
}

void store_draft(ReportModel& model, Api& api, Person const& me) {
    model.draft.photos = model.photos.files;
    bool const nothing = model.draft.title.empty() && model.draft.description.empty() && model.draft.photos.empty();
    api.platform().store(draft_key(me), nothing ? std::string{} : encode(model.draft));
}

bool is_reportable(Found const& found) {
    return found.kind == LookupKind::asset;
}

void take_device(ReportModel& model, Api& api, Result<Found> found) {
    if (found && !is_reportable(*found)) found = fail(ErrorKind::invalid, "kit_not_reportable");
    bool const known = found.has_value();
    model.device.take(std::move(found));
    if (!known) return;
    model.title_due = true;
    load_open_tickets(model, api);
}

} // namespace

ReportPlace report_place_of(Route const& route) {
    ReportPlace place{.code = route.parameter("geraet"),
                      .room = normalize_room(route.parameter("raum")),
                      .school_code = route.parameter("schule"),
                      .q = route.parameter("q")};
    std::int64_t number = 0;
    if (from_text(route.parameter("gemeldet"), number) && number > 0) place.sent = number;
    return place;
}

Route route_of(ReportPlace const& place) {
    Route route{.path = {"melden"}};
    auto const put = [&](char const* name, std::string const& value) {
        if (!value.empty()) route.query[name] = value;
    };
    put("geraet", place.code);
    put("raum", place.room);
    put("schule", place.school_code);
    put("q", place.q);
    if (place.sent > 0) route.query["gemeldet"] = to_text(place.sent);
    return route;
}

ReportStep step_of(ReportPlace const& place) {
    if (place.sent > 0) return ReportStep::sent;
    return place.code.empty() ? ReportStep::choose : ReportStep::describe;
}

bool chooses_channel(Person const& me) {
    return me.role != Role::school_staff;
}

void begin_report(ReportModel& model, Api& api, Person const& me) {
    model.draft = {.channel = usual_channel(me)};
    std::string const stored = api.platform().stored(draft_key(me));
    if (stored.empty()) return;
    auto draft = decode<ReportDraft>(stored);
    if (!draft) return;
    model.draft = std::move(*draft);
    model.photos.files = model.draft.photos;
    model.restored = true;
}

void suggest_title(ReportModel& model, std::string title) {
    model.title_due = false;
    if (!model.draft.title.empty() && model.draft.title != model.draft.suggested_title) return;
    model.draft.title = title;
    model.draft.suggested_title = std::move(title);
}

void keep_report(ReportModel& model, Api& api, Person const& me) {
    store_draft(model, api, me);
}

void discard_report(ReportModel& model, Api& api, Person const& me) {
    model.draft = {.channel = usual_channel(me)};
    forget_file(model.photos);
    model.photos.files.clear();
    model.restored = false;
    model.title_due = true;
    model.errors.clear();
    model.send_error.reset();
    store_draft(model, api, me);
}

void look_up_typed(ReportModel& model, Api& api, std::function<void(std::string const& tag)> found) {
    std::string const code{trim(model.typed)};
    if (code.empty() || model.looking_up) return;
    model.looking_up = true;
    api.read<Lookup>({.code = code}, {}, [&model, code, found = std::move(found)](Result<Found> answer) {
        model.looking_up = false;
        if (answer && is_reportable(*answer) && trim(model.typed) == code) found(answer->tag);
    });
}

void load_open_tickets(ReportModel& model, Api& api) {
    Found const* device = model.device.value();
    if (device == nullptr) return;
    model.open_tickets.start();
    std::int64_t const id = device->id;
    api.read<ListTickets>({}, {.limit = 5, .progress = TicketProgress::open, .asset_id = id},
                          [&model, id](Result<Page<Ticket>> tickets) {
                              if (model.device.value() == nullptr || model.device.value()->id != id) return;
                              model.open_tickets.take(std::move(tickets));
                          });
}

void load_device(ReportModel& model, Api& api) {
    std::string const code = model.place.code;
    model.device.clear();
    model.open_tickets.clear();
    model.errors.clear();
    model.send_error.reset();
    model.device_code = code;
    for (auto const* list : {&model.hits, &model.service_hits, &model.room_devices, &model.room_services,
                             &model.school_services}) {
        if (list->value() == nullptr) continue;
        for (Asset const& asset : list->value()->items)
            if (asset.tag == code) // what was just chosen needs no further question
                return take_device(model, api,
                                   Found{.kind = LookupKind::asset,
                                         .id = asset.id.value,
                                         .tag = asset.tag,
                                         .name = asset.name,
                                         .school_code = asset.school_code,
                                         .room = asset.room});
    }
    model.device.start();
    api.read<Lookup>({.code = code}, {}, [&model, &api, code](Result<Found> found) {
        if (model.device_code == code) take_device(model, api, std::move(found));
    });
}

void send_report(ReportModel& model, Api& api, Person const& me,
                 std::function<void(std::int64_t number)> sent) {
    Found const* device = model.device.value();
    if (model.sending || is_sending(model.photos) || device == nullptr) return;
    TicketReport report{.asset_code = device->tag,
                        .title = model.draft.title,
                        .description = model.draft.description,
                        .channel = chooses_channel(me) ? model.draft.channel : TicketChannel::browser,
                        .attachments = links_of(model.photos)};
    clean(report);
    model.send_error.reset();
    model.errors = validate(report);
    if (!model.errors.empty()) {
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return;
    }
    ChangeKey change{.key = model.draft.key, .body = model.draft.key_body};
    std::string const key = change.for_body(api, encode(report));
    model.draft.key = change.key;
    model.draft.key_body = change.body;
    model.sending = true;
    store_draft(model, api, me);
    api.write<ReportTicket>(key, {.body = std::move(report)},
                            [&model, &api, &me, sent = std::move(sent)](Result<Ticket> ticket) {
                                model.sending = false;
                                if (!ticket) {
                                    if (!is_undecided(ticket.error())) {
                                        model.draft.key.clear();
                                        model.draft.key_body.clear();
                                        store_draft(model, api, me);
                                    }
                                    model.errors = ticket.error().fields;
                                    if (model.errors.empty())
                                        model.send_error = std::move(ticket).error();
                                    else
                                        api.platform().move_focus(FocusTarget::first_field_with_error);
                                    return;
                                }
                                std::int64_t const number = ticket->id.value;
                                discard_report(model, api, me);
                                model.sent.take(std::move(ticket));
                                model.device.clear();
                                model.device_code.clear();
                                sent(number);
                            });
}

} // namespace schulkit
