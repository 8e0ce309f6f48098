#pragma once
// The list of devices: what is looked for, and the page that was found.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "client/assets/bulk_model.hpp"
#include "client/choice_history.hpp"
#include "client/debounce.hpp"
#include "client/page_trail.hpp"
#include "client/route.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/people/person.hpp"

#include <set>
#include <string>
#include <vector>

namespace schulkit {

/// What is looked for. Stands in the route's query: q, schule, kategorie, status, raum, sort, seite.
struct InventorySearch {
    std::string q = {};
    std::string school_code = {};
    std::string category = {};
    std::optional<AssetStatus> status = std::nullopt;
    std::string room = {};
    std::string sort = "tag"; ///< of asset_sorts, "-" before it for descending
    PageTrail pages = {};
    bool operator==(InventorySearch const&) const = default;
};

/// What the query says; words that mean nothing count as absent.
InventorySearch search_of(Route const& route);
std::string route_of(InventorySearch const& search);
AssetQuery query_of(InventorySearch const& search);
/// School, category, status and room; the text is not a filter.
int count_filters(InventorySearch const& search);
/// The same without text and filters, in the same order.
InventorySearch without_filters(InventorySearch const& search);

struct InventoryModel {
    InventorySearch search = {}; ///< as the route has it
    std::string typed_q = {};    ///< may be ahead of the route for as long as somebody types
    std::string typed_room = {};
    ChoiceHistory choices = {};
    Debounce typing = {};
    Loadable<Page<Asset>> assets = {};
    Schools schools = {};
    Loadable<Page<Category>> categories = {};
    std::set<std::string> chosen = {}; ///< ids of devices of this page
    bool had_chosen = false;           ///< in the picture before
    BulkModel bulk = {};
    std::string columns = {}; ///< what the person has made of them: ui::TableOptions::column_choice
    int asked = 0; ///< number of the last question about assets; older answers come too late
};

/// The route asks for this.
void open_inventory(InventoryModel& model, Api& api, InventorySearch search);
/// Asks again; what is shown stays until there is an answer.
void reload_inventory(InventoryModel& model, Api& api);

/// The search with what has been typed since; on its first page.
InventorySearch typed_search(InventoryModel const& model);
/// The columns have been chosen anew.
void keep_columns(InventoryModel const& model, Api& api);
/// Empties the fields; what waits for a pause in typing no longer happens.
void forget_typed(InventoryModel& model);

/// Whose inventory is that of one school needs no filter and no column for it.
bool has_one_school(Person const& me);

} // namespace schulkit
