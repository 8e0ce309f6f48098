#include "client/kits/kit_list_model.hpp"

namespace schulkit {

KitFilters kit_filters_of(Route const& route) {
    KitFilters filters;
    filters.q = route.parameter("q");
    filters.condition = enum_of<KitCondition>(route.parameter("zustand"));
    if (std::string const& sort = route.parameter("sort"); !sort.empty()) filters.sort = sort;
    filters.pages = parse_trail(route.parameter("seite"));
    return filters;
}

Route route_of(KitFilters const& filters) {
    Route route{.path = {"koffer"}};
    if (!filters.q.empty()) route.query["q"] = filters.q;
    if (filters.condition) route.query["zustand"] = std::string{word_of(*filters.condition)};
    if (filters.sort != KitFilters{}.sort) route.query["sort"] = filters.sort;
    if (!filters.pages.cursors.empty()) route.query["seite"] = to_text(filters.pages);
    return route;
}

Route first_page_of(KitFilters filters) {
    filters.pages = {};
    return route_of(filters);
}

void open_kits(KitListModel& model, Api& api, Route const& route) {
    KitFilters filters = kit_filters_of(route);
    // what is being typed goes on; Back brings the older words into the field
    if (filters.q != model.filters.q && !model.typing.waiting()) model.typed = filters.q;
    model.filters = std::move(filters);
    load_kits(model, api);
}

void load_kits(KitListModel& model, Api& api) {
    model.kits.start();
    std::uint64_t const question = ++model.asked;
    std::int64_t const first_shown = model.filters.pages.first_shown(default_page_size);
    KitQuery query{.cursor = model.filters.pages.cursor(), .sort = model.filters.sort, .condition = model.filters.condition};
    if (std::string_view const q = trim(model.filters.q); !q.empty()) query.q = std::string{q};
    api.read<ListKits>({}, query, [&model, &api, question, first_shown](Result<Page<KitSummary>> kits) {
        if (question != model.asked) return;
        if (!kits && is_bad_cursor(kits.error()) && first_shown > 1) {
            model.filters.pages = {};
            return load_kits(model, api);
        }
        if (kits) model.first_shown = first_shown;
        model.kits.take(std::move(kits));
    });
}

} // namespace schulkit
