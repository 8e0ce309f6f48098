#include "server/assets/asset_search_store.hpp"
#include "server/assets/asset_store.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/pages.hpp"
#include "server/plain/words.hpp"
#include "server/schools/school_store.hpp"
#include "server/tickets/ticket_store.hpp"
#include "shared/assets/asset_words.hpp"
#include "shared/core/format.hpp"
#include "shared/tickets/ticket_words.hpp"

#include <algorithm>

namespace schulkit::plain {
namespace {

constexpr int tickets_of_device = 20;

/// The list of devices with these filters; where it is here or in the application.
std::string filtered(std::string_view path, AssetQuery const& query) {
    return address(path, {{"q", query.q.value_or("")},
                          {"schule", query.school_code.value_or("")},
                          {"kategorie", query.category.value_or("")},
                          {"raum", query.room.value_or("")},
                          {"status", to_text(query.status)}});
}

std::string address_of(AssetQuery const& query, std::string const& cursor, std::int64_t first) {
    return address(filtered("/basis/geraete", query), {{"seite", cursor}, {"ab", cursor.empty() ? "" : to_text(first)}});
}

bool has_filters(AssetQuery const& query) {
    return query.q || query.school_code || query.category || query.status || query.room;
}

struct DeviceList {
    Page<Asset> page = {};
    std::vector<Category> categories = {};
    std::vector<School> schools = {};
    bool from_start = false; ///< the address named a page that is none
};

Result<DeviceList> load_devices(Visit const& visit, AssetQuery query) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_assets));
    TRY_ASSIGN(Access const schools, grant(*visit.person(), Action::list_schools));
    return visit.database().read([&](Tx& tx) -> Result<DeviceList> {
        DeviceList list;
        auto page = list_assets(tx, access, query);
        if (!page && query.cursor) { // an old or foreign cursor: the list begins anew
            query.cursor.reset();
            list.from_start = true;
            page = list_assets(tx, access, query);
        }
        if (!page) return fail(page.error());
        list.page = std::move(*page);
        list.categories = list_categories(tx, access);
        TRY_ASSIGN(auto all_schools, list_schools(tx, schools, {.limit = max_page_size}));
        list.schools = std::move(all_schools.items);
        return list;
    });
}

Html search_form(Visit const& visit, AssetQuery const& query, DeviceList const& list) {
    FormState const state{.values = {{"q", query.q.value_or("")},
                                     {"schule", query.school_code.value_or("")},
                                     {"kategorie", query.category.value_or("")},
                                     {"raum", query.room.value_or("")},
                                     {"status", to_text(query.status)}}};
    Html fields = el("div", {{"class", "field main"}}, el("label", {{"for", "q"}}, visit.text("inventory.search")),
                     el("p", {{"class", "hint"}, {"id", "q-hint"}}, visit.text("home.code_hint")),
                     el("input", {{"type", "search"},
                                  {"id", "q"},
                                  {"name", "q"},
                                  {"value", state.value("q")},
                                  {"maxlength", "200"},
                                  {"aria-describedby", "q-hint"}}));
    if (list.schools.size() > 1) {
        std::vector<Choice> schools{{"", visit.text("inventory.all_schools")}};
        for (School const& school : list.schools) schools.push_back({school.code, school.code + " · " + school.name});
        fields += select_field(visit, state, {.name = "schule", .label = visit.text("asset.school_code")}, schools);
    }
    std::vector<Choice> categories{{"", visit.text("inventory.all_categories")}};
    for (Category const& category : list.categories) categories.push_back({category.name, category.name});
    fields += select_field(visit, state, {.name = "kategorie", .label = visit.text("asset.category")}, categories);
    fields += text_field(visit, state,
                         {.name = "raum", .label = visit.text("asset.room"), .marked = false, .max_length = 60});
    std::vector<Choice> statuses{{"", visit.text("inventory.all_statuses")}};
    for (auto const& [status, word] : EnumWords<AssetStatus>::values)
        statuses.push_back({std::string{word}, status_text(visit.strings(), status)});
    fields += select_field(visit, state, {.name = "status", .label = visit.text("asset.status")}, statuses);
    fields += submit(visit.text("home.open_code"));
    if (has_filters(query)) fields += button_link(visit, "/basis/geraete", visit.text("inventory.reset_filters"));
    return el("form",
              {{"class", "search"},
               {"role", "search"},
               {"aria-label", visit.text("inventory.filters")},
               {"action", visit.path("/basis/geraete")}},
              fields);
}

/// Roles are named although the elements have them: the narrow layout turns rows into blocks.
Html device_row(Visit const& visit, Asset const& asset, bool tell_school) {
    Strings const& strings = visit.strings();
    auto const cell = [&](std::string_view label, Html const& value) {
        return value.empty() ? el("td", {{"role", "cell"}})
                             : el("td", {{"role", "cell"}, {"data-label", visit.text(label)}}, value);
    };
    Html row = el("th", {{"scope", "row"}, {"role", "rowheader"}},
                  link(visit, device_path(asset.id), asset.name));
    row += cell("asset.tag", asset.tag);
    row += cell("asset.category", asset.category);
    if (tell_school) row += cell("asset.school_code", asset.school_code.value_or(""));
    row += cell("asset.room", asset.room ? room_text(strings, *asset.room) : "");
    row += cell("asset.status", status_badge(visit, asset.status));
    return el("tr", {{"role", "row"}}, row);
}

Html device_table(Visit const& visit, Page<Asset> const& devices, bool tell_school) {
    Html heads;
    auto const head = [&](std::string_view label) {
        heads += el("th", {{"scope", "col"}, {"role", "columnheader"}}, visit.text(label));
    };
    head("asset.name");
    head("asset.tag");
    head("asset.category");
    if (tell_school) head("asset.school_code");
    head("asset.room");
    head("asset.status");
    Html rows;
    for (Asset const& asset : devices.items) rows += device_row(visit, asset, tell_school);
    std::string const found = devices.total_is_exact
                                  ? count_text(visit.strings(), "plain.devices_found", devices.total)
                                  : visit.text("plain.devices_found_more",
                                               {{"count", number_text(visit.strings(), devices.total)}});
    return el("table", {{"class", "table"}, {"role", "table"}}, el("caption", {}, found),
              el("thead", {{"role", "rowgroup"}}, el("tr", {{"role", "row"}}, heads)),
              el("tbody", {{"role", "rowgroup"}}, rows));
}

struct KnownDevice {
    Asset asset = {};
    std::optional<School> school = std::nullopt;
    std::optional<Page<Ticket>> open = std::nullopt, done = std::nullopt; ///< for whoever may read them
};

Result<KnownDevice> load_device(Visit const& visit, Id<Asset> id) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_assets));
    return visit.database().read([&](Tx& tx) -> Result<KnownDevice> {
        KnownDevice known;
        TRY_ASSIGN(known.asset, get_asset(tx, access, id));
        if (known.asset.school_code) known.school = find_school(tx, *known.asset.school_code);
        auto const tickets = grant(*visit.person(), Action::read_tickets);
        if (!tickets) return known;
        TicketQuery query{.limit = tickets_of_device, .progress = TicketProgress::open, .asset_id = id.value};
        TRY_ASSIGN(known.open, list_tickets(tx, *tickets, query));
        query.progress = TicketProgress::done;
        TRY_ASSIGN(known.done, list_tickets(tx, *tickets, query));
        return known;
    });
}

std::string fact_text(Visit const& visit, KnownDevice const& known, std::string_view field) {
    if (field == "school_code" && known.school) return known.school->code + " · " + known.school->name;
    if (field == "site_code" && known.school)
        for (Site const& site : known.school->sites)
            if (site.code == known.asset.site_code) return site.name;
    return asset_value(visit.strings(), known.asset, field);
}

Html device_facts(Visit const& visit, KnownDevice const& known) {
    Html facts;
    auto const add = [&](std::string_view field) {
        std::string const label = asset_label(visit.strings(), field);
        if (label.empty() || field == name_of(&Asset::name)) return;
        if (field == name_of(&Asset::status)) {
            facts += fact(label, status_badge(visit, known.asset.status));
            return;
        }
        std::string const value = fact_text(visit, known, field);
        if (value.empty()) return;
        bool const is_long = field == name_of(&Asset::notes);
        facts += fact(label, is_long ? el("span", {{"class", "words"}}, value) : Html{value});
    };
    for (std::string_view const field : first_asset_facts) add(field);
    for_each_field<Asset>([&](auto const& f) {
        bool const added = std::find(first_asset_facts.begin(), first_asset_facts.end(), f.name) != first_asset_facts.end();
        if (!added) add(f.name);
    });
    return card(visit.text("device.facts"), el("dl", {{"class", "facts"}}, facts));
}

Html device_tickets(Visit const& visit, KnownDevice const& known) {
    if (!known.open || !known.done) return {};
    std::string const title = visit.text_for("device.tickets", "device.reports");
    if (known.open->items.empty() && known.done->items.empty())
        return card(title, el("p", {{"class", "muted"}}, visit.text("device.no_tickets")));
    Html inner;
    auto const part = [&](Page<Ticket> const& tickets, std::string_view key) {
        if (tickets.items.empty()) return;
        std::string const label = visit.text(key);
        inner += el("h3", {}, label);
        inner += ticket_list(visit, tickets.items, label);
    };
    part(*known.open, "my_reports.open");
    part(*known.done, "my_reports.done");
    return card(title, inner);
}

} // namespace

Result<HttpResponse> devices_page(Visit& visit) {
    AssetSearch const search = asset_search_of(visit);
    AssetQuery const& query = search.query;
    TRY_ASSIGN(DeviceList const list, load_devices(visit, query));
    std::string const title = visit.text_for("nav.assets", "nav.assets_staff");
    std::int64_t const first = list.from_start || !query.cursor ? 1 : first_shown(visit);
    auto const shown = static_cast<std::int64_t>(list.page.items.size());
    Html own = all(el("h1", {}, title), search_form(visit, query, list), left_out_notice(visit, search));
    if (list.page.items.empty()) {
        own += notice(Notice::info, visit.text("inventory.no_hits"),
                      el("p", {}, visit.text("inventory.no_hits_hint")));
    } else {
        own += device_table(visit, list.page, list.schools.size() > 1);
        std::string const next = list.page.next_cursor.value_or("");
        own += pager(visit, {.first = first,
                             .shown = shown,
                             .total = list.page.total,
                             .total_is_exact = list.page.total_is_exact,
                             .first_page = address_of(query, "", 1),
                             .next_page = next.empty() ? "" : address_of(query, next, first + shown)});
    }
    return page(visit,
                {.title = title,
                 .section = Section::devices,
                 .width = Width::wide,
                 .counterpart = filtered("/geraete", query)},
                own);
}

Result<HttpResponse> device_page(Visit& visit) {
    TRY_ASSIGN(std::int64_t const id, visit.id());
    TRY_ASSIGN(KnownDevice const known, load_device(visit, Id<Asset>{id}));
    Asset const& asset = known.asset;
    Html heading = el("div", {}, el("h1", {}, asset.name), el("p", {{"class", "under"}}, asset.tag));
    if (visit.may(Action::report_ticket))
        heading += button_link(visit, address("/basis/melden", {{"geraet", asset.tag}}), visit.text("nav.report"), true);
    Html own = back_link(visit, "/basis/geraete", visit.text_for("nav.assets", "nav.assets_staff"));
    own += el("div", {{"class", "title"}}, heading);
    own += device_facts(visit, known);
    own += device_tickets(visit, known);
    return page(visit,
                {.title = asset.name,
                 .section = Section::devices,
                 .counterpart = "/geraete/" + to_text(asset.id)},
                own);
}

Result<HttpResponse> open_label_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_assets));
    std::string const code = visit.call().path_values().front().second;
    auto const asset = visit.database().read([&](Tx& tx) { return find_asset_by_code(tx, access, code); });
    if (asset) return redirect_to(visit.path(device_path(asset->id)));
    std::string const title = visit.text("code.unknown", {{"code", code}});
    return page(visit,
                {.title = title,
                 .section = Section::devices,
                 .status = 404,
                 .counterpart = "/g/" + percent_encode(code)},
                all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("code.unknown_hint")),
                    el("p", {{"class", "actions"}},
                       button_link(visit, address("/basis/geraete", {{"q", code}}), visit.text("code.search"), true))));
}

} // namespace schulkit::plain
