#include "server/schools/school_routes.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/audit/audit_store.hpp"
#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/schools/school_store.hpp"
#include "server/schools/standard_changes.hpp"

namespace schulkit {
namespace {

Result<School> create_school(WriteTx& tx, Access const&, Request<CreateSchool> const& request) {
    TRY_ASSIGN(School const school, insert_school(tx, request.body));
    TRY(record_created(tx, "create", school.id.value, school.code, school));
    TRY(add_school_services(tx, school.code));
    return school;
}

/// One after the other; more have no meaning.
constexpr int max_successors = 20;

Result<School> update_school(WriteTx& tx, Access const& access, Request<UpdateSchool> const& request) {
    TRY_ASSIGN(School const before, get_school(tx, access, request.path.id));
    School after = before;
    if (auto errors = apply_patch(request.body, after); !errors.empty()) return invalid(std::move(errors));
    clean(after);
    if (auto errors = validate(after); !errors.empty()) return invalid(std::move(errors));
    if (after.code != before.code) return invalid("code", "code_is_fixed");
    after.sites = before.sites;
    if (after.successor_code) {
        auto const successor = find_school(tx, *after.successor_code);
        if (!successor || successor->id == before.id) return invalid("successor_code", "unknown_school");
        after.successor_code = successor->code;
        // who goes on for the last of them?
        auto next = successor;
        for (int steps = 0; next && next->successor_code; ++steps) {
            next = find_school(tx, *next->successor_code);
            if (steps == max_successors || (next && next->id == before.id)) return invalid("successor_code", "circle");
        }
    }
    if (after == before) return before;
    TRY(replace_school(tx, after));
    TRY(record_changed(tx, "update", after.id.value, after.code, before, after));
    return after;
}

Result<Page<SchoolStandard>> list_standards(Tx& tx, Access const& access, Request<ListSchoolStandards> const& request) {
    TRY_ASSIGN(School const school, get_school(tx, access, request.path.id));
    return whole_page(list_school_standards(tx, school));
}

Result<SchoolStandard> put_standard(WriteTx& tx, Access const& access, Request<PutSchoolStandard> const& request) {
    auto const standard = enum_of<Standard>(request.path.standard);
    if (!standard) return fail(ErrorKind::not_found, "not_found");
    return change_school_standard(tx, access, request.path.id, *standard, request.body);
}

} // namespace

void mount_schools(Router& router) {
    router.read<ListSchools>(Action::list_schools, [](Tx& tx, Access const& access, auto const& request) {
        return list_schools(tx, access, request.query);
    });
    router.write<CreateSchool>(Action::create_school, create_school);
    router.write<UpdateSchool>(Action::edit_school, update_school);
    router.read<ListSchoolStandards>(Action::read_requirements, list_standards);
    router.write<PutSchoolStandard>(Action::confirm_requirements, put_standard);
}

} // namespace schulkit
