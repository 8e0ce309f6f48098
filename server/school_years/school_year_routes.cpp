#include "server/school_years/school_year_routes.hpp"

#include "server/http/router.hpp"
#include "server/school_years/school_year_changes.hpp"

namespace schulkit {

void mount_school_years(Router& router) {
    router.read<ListSchoolYears>(Action::read_school_years, [](Tx& tx, Access const&, auto const&) {
        std::vector<SchoolYear> years = list_school_years(tx);
        auto const total = static_cast<std::int64_t>(years.size());
        return Result<Page<SchoolYear>>{Page<SchoolYear>{.items = std::move(years), .total = total}};
    });
    router.write<UpdateSchoolYear>(Action::plan_school_years, [](WriteTx& tx, Access const&, auto const& request) {
        return set_school_year(tx, request.path.id, request.body);
    });
}

} // namespace schulkit
