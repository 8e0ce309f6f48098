#include "server/school_years/school_year_routes.hpp"

#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/school_years/school_year_changes.hpp"

namespace schulkit {

void mount_school_years(Router& router) {
    router.read<ListSchoolYears>(Action::read_school_years, [](Tx& tx, Access const&, auto const&) {
        return Result<Page<SchoolYear>>{whole_page(list_school_years(tx))};
    });
    router.write<UpdateSchoolYear>(Action::plan_school_years, [](WriteTx& tx, Access const&, auto const& request) {
        return set_school_year(tx, request.path.id, request.body);
    });
}

} // namespace schulkit
