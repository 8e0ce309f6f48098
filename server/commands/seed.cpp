#include "server/seed/seed.hpp"

#include "server/commands/commands.hpp"
#include "server/commands/data_folder.hpp"

namespace schulkit {

int seed(SeedOptions const& options) {
    auto database = open_data(options.data, DataFolder::make, seed_clock());
    if (!database) return complain(database.error());
    auto const seeded = options.world == "demo" ? seed_demo(**database) : seed_large(**database, options.assets);
    return seeded ? 0 : complain(seeded.error());
}

} // namespace schulkit
