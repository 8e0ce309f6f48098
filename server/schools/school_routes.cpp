#include "server/schools/school_routes.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/audit/audit_store.hpp"
#include "server/http/router.hpp"
#include "server/schools/school_store.hpp"

namespace schulkit {
namespace {

Result<School> create_school(WriteTx& tx, Access const&, Request<CreateSchool> const& request) {
    TRY_ASSIGN(School const school, insert_school(tx, request.body));
    TRY(record_created(tx, "create", school.id.value, school.code, school));
    TRY(add_school_services(tx, school.code));
    return school;
}

} // namespace

void mount_schools(Router& router) {
    router.read<ListSchools>(Action::list_schools, [](Tx& tx, Access const& access, auto const& request) {
        return list_schools(tx, access, request.query);
    });
    router.write<CreateSchool>(Action::create_school, create_school);
}

} // namespace schulkit
