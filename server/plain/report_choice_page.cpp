// "Was ist betroffen?": words or a tag, or the room and what stands in it; services where no device is meant.

#include "server/assets/asset_search_store.hpp"
#include "server/assets/asset_store.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/pages.hpp"
#include "server/plain/words.hpp"
#include "server/schools/school_store.hpp"
#include "shared/core/text.hpp"
#include "shared/tickets/ticket_words.hpp"

#include <algorithm>

namespace schulkit::plain {
namespace {

constexpr int hits_shown = 8;
constexpr int service_hits_shown = 4;

struct ReportChoice {
    std::string q = {}, room = {}, school = {};
    std::vector<School> schools = {}; ///< to choose from; one: nothing to choose
    std::vector<Asset> hits = {};
    bool more_hits = false;
    std::vector<Room> rooms = {};
    std::vector<Asset> devices = {}; ///< of the room
    bool more_devices = false;
    std::vector<Asset> services = {}; ///< of the school, and of the room
};

Result<Done> load_room_choice(Tx& tx, Access const& access, ReportChoice& choice) {
    choice.rooms = list_rooms(tx, access, choice.school);
    TRY_ASSIGN(auto of_school, list_assets(tx, access,
                                           {.limit = max_page_size,
                                            .sort = "category",
                                            .school_code = choice.school,
                                            .kind = AssetKind::service}));
    for (Asset& service : of_school.items)
        if (!service.room) choice.services.push_back(std::move(service));
    if (choice.room.empty()) return Done{};
    AssetQuery query{.limit = max_page_size, .school_code = choice.school, .room = choice.room};
    TRY_ASSIGN(auto devices, list_assets(tx, access, query));
    choice.more_devices = devices.next_cursor.has_value();
    choice.devices = std::move(devices.items);
    query.kind = AssetKind::service;
    TRY_ASSIGN(auto of_room, list_assets(tx, access, query));
    for (Asset& service : of_room.items) choice.services.push_back(std::move(service));
    std::stable_sort(choice.services.begin(), choice.services.end(),
                     [](Asset const& a, Asset const& b) { return rank_in_room(a) < rank_in_room(b); });
    return Done{};
}

Result<ReportChoice> load_choice(Visit const& visit, AssetQuery const& asked) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::report_ticket));
    TRY_ASSIGN(Access const assets, grant(*visit.person(), Action::read_assets));
    ReportChoice choice{.q = asked.q.value_or(""),
                        .room = normalize_room(asked.room.value_or("")),
                        .school = asked.school_code.value_or("")};
    return visit.database().read([&](Tx& tx) -> Result<ReportChoice> {
        TRY_ASSIGN(auto schools, list_schools(tx, access, {.limit = max_page_size}));
        choice.schools = std::move(schools.items);
        if (choice.schools.size() == 1) choice.school = choice.schools.front().code;
        auto const is_known = [&](School const& school) { return school.code == choice.school; };
        if (std::none_of(choice.schools.begin(), choice.schools.end(), is_known)) choice.school.clear();
        if (!choice.q.empty()) {
            TRY_ASSIGN(auto devices, list_assets(tx, assets, {.q = choice.q, .limit = hits_shown}));
            choice.more_hits = devices.next_cursor.has_value();
            choice.hits = std::move(devices.items);
            TRY_ASSIGN(auto services, list_assets(tx, assets, {.q = choice.q,
                                                               .limit = service_hits_shown,
                                                               .kind = AssetKind::service}));
            for (Asset& service : services.items) choice.hits.push_back(std::move(service));
        }
        if (!choice.school.empty()) TRY(load_room_choice(tx, assets, choice));
        return choice;
    });
}

Html choice_entry(Visit const& visit, Asset const& asset, ReportChoice const& choice, bool tell_place) {
    std::string detail;
    if (asset.kind == AssetKind::device) detail = tell_place ? asset.tag : asset.tag + " · " + asset.category;
    std::string const where = tell_place ? place_text(visit.strings(), asset.room, asset.school_code) : std::string{};
    if (!where.empty()) detail += (detail.empty() ? "" : " · ") + where;
    std::string const room = tell_place ? std::string{} : choice.room;
    std::string const to = address("/basis/melden", {{"geraet", asset.tag}, {"raum", room}, {"schule", choice.schools.size() > 1 && !tell_place ? choice.school : ""}});
    return el("li", {},
              el("div", {{"class", "what"}}, link(visit, to, choice_text(visit.strings(), asset, room)),
                 detail.empty() ? Html{} : el("p", {{"class", "detail"}}, detail)));
}

Html choice_list(Visit const& visit, std::vector<Asset> const& assets, ReportChoice const& choice,
                 std::string const& label, bool tell_place) {
    Html list;
    for (Asset const& asset : assets) list += choice_entry(visit, asset, choice, tell_place);
    return el("ul", {{"class", "entries"}, {"aria-label", label}}, list);
}

Html word_search(Visit const& visit, ReportChoice const& choice) {
    return el("form", {{"class", "search"}, {"role", "search"}, {"action", visit.path("/basis/melden")}},
              choice.schools.size() > 1 && !choice.school.empty() ? hidden_field("schule", choice.school) : Html{},
              el("div", {{"class", "field"}}, el("label", {{"for", "q"}}, visit.text("plain.search")),
                 el("p", {{"class", "hint"}, {"id", "q-hint"}}, visit.text("report.search_hint")),
                 el("input", {{"type", "search"},
                              {"id", "q"},
                              {"name", "q"},
                              {"value", choice.q},
                              {"maxlength", "200"},
                              {"placeholder", visit.text("report.search_example")},
                              {"aria-describedby", "q-hint"}})),
              submit(visit.text("home.open_code"), choice.q.empty() && choice.room.empty()));
}

Html hits_of(Visit const& visit, ReportChoice const& choice) {
    if (choice.q.empty()) return {};
    if (choice.hits.empty())
        return notice(Notice::info, visit.text("report.no_hits", {{"words", choice.q}}),
                      el("p", {}, visit.text("report.no_hits_hint")));
    std::string const label = visit.text("report.hits");
    Html inner = choice_list(visit, choice.hits, choice, label, true);
    if (choice.more_hits) inner += el("p", {{"class", "muted"}}, visit.text("report.more_hits"));
    return card(label, inner);
}

/// School and room, each with a button: nothing moves by itself.
Html place_form(Visit const& visit, ReportChoice const& choice) {
    FormState const state{.values = {{"schule", choice.school}, {"raum", choice.room}}};
    Html fields;
    if (choice.schools.size() > 1) {
        std::vector<Choice> schools{{"", visit.text("report.choose_school")}};
        for (School const& school : choice.schools) schools.push_back({school.code, school.code + " · " + school.name});
        fields += select_field(visit, state, {.name = "schule", .label = visit.text("report.school")}, schools);
    }
    if (!choice.school.empty()) {
        std::vector<Choice> rooms{{"", visit.text("report.choose_room")}};
        bool listed = choice.room.empty();
        for (Room const& room : choice.rooms) {
            rooms.push_back({room.room, room_text(visit.strings(), room.room)});
            listed = listed || room.room == choice.room;
        }
        if (!listed) rooms.push_back({choice.room, room_text(visit.strings(), choice.room)});
        fields += select_field(visit, state, {.name = "raum", .label = visit.text("report.room")}, rooms);
    }
    fields += submit(visit.text("plain.show"), false);
    return el("form", {{"class", "search"}, {"action", visit.path("/basis/melden")}}, fields);
}

Html place_choice(Visit const& visit, ReportChoice const& choice) {
    Html inner = place_form(visit, choice);
    if (choice.school.empty()) return card(visit.text("report.by_room"), inner);
    std::string const room = room_text(visit.strings(), choice.room);
    if (!choice.room.empty()) {
        std::string const label = visit.text("report.room_devices", {{"room", room}});
        inner += el("h3", {}, label);
        inner += choice.devices.empty() ? el("p", {{"class", "muted"}}, visit.text("report.room_empty"))
                                        : choice_list(visit, choice.devices, choice, label, false);
        if (choice.more_devices) inner += el("p", {{"class", "muted"}}, visit.text("report.more_devices"));
    }
    if (!choice.services.empty()) {
        std::string const label = choice.room.empty() ? visit.text("report.services")
                                                      : visit.text("report.room_services", {{"room", room}});
        inner += el("h3", {}, label);
        inner += choice_list(visit, choice.services, choice, label, false);
    }
    return card(visit.text("report.by_room"), inner);
}

} // namespace

Result<HttpResponse> report_choice_page(Visit& visit) {
    AssetSearch const search = asset_search_of(visit);
    TRY_ASSIGN(ReportChoice const choice, load_choice(visit, search.query));
    std::string const title = visit.text("nav.report");
    Html own = all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("report.choose")));
    own += left_out_notice(visit, search);
    own += word_search(visit, choice);
    own += hits_of(visit, choice);
    own += place_choice(visit, choice);
    return page(visit, {.title = title + ": " + visit.text("report.choose"), .section = Section::report, .counterpart = "/melden"},
                own);
}

} // namespace schulkit::plain
