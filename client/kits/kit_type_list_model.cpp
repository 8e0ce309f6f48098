#include "client/kits/kit_type_list_model.hpp"

namespace schulkit {

void load_kit_types(KitTypes& types, Api& api) {
    types.start();
    api.read<ListKitTypes>({}, {.limit = max_page_size},
                           [&types](Result<Page<KitType>> found) { types.take(std::move(found)); });
}

} // namespace schulkit
