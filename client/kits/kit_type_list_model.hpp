#pragma once
// What kinds of kits there are. A county has few: all on one page.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/kits/kit_api.hpp"

namespace schulkit {

using KitTypes = Loadable<Page<KitType>>;

/// Asks again; what is shown stays until there is an answer. `types` belongs to the screen that `api` is of.
void load_kit_types(KitTypes& types, Api& api);

} // namespace schulkit
