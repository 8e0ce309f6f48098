#include "server/requirements/requirement_routes.hpp"

#include "server/attachments/attachment_file.hpp"
#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/requirements/requirement_changes.hpp"
#include "server/schools/school_store.hpp"

namespace schulkit {
namespace {

/// An auditor reads no names.
SchoolRequirement as_seen_by(Access const& access, SchoolRequirement shown) {
    if (access.role != Role::auditor) return shown;
    shown.submitted_by.reset();
    shown.confirmed_by.reset();
    return shown;
}

} // namespace

void mount_requirements(Router& router) {
    router.read<ListRequirements>(Action::read_requirements, [](Tx& tx, Access const&, auto const&) {
        return Result<Page<Requirement>>{whole_page(list_requirements(tx))};
    });
    router.write<CreateRequirement>(Action::edit_requirements, [](WriteTx& tx, Access const&, auto const& request) {
        return add_requirement(tx, request.body);
    });
    router.write<UpdateRequirement>(Action::edit_requirements, [](WriteTx& tx, Access const&, auto const& request) {
        return change_requirement(tx, request.path.code, request.body);
    });
    router.read<ListSchoolRequirements>(
        Action::read_requirements,
        [](Tx& tx, Access const& access, auto const& request) -> Result<Page<SchoolRequirement>> {
            TRY(get_school(tx, access, request.path.id));
            auto shown = list_school_requirements(tx, request.path.id);
            for (SchoolRequirement& each : shown) each = as_seen_by(access, std::move(each));
            return whole_page(std::move(shown));
        });
    router.read<GetSchoolRequirement>(
        Action::read_requirements, [](Tx& tx, Access const& access, auto const& request) -> Result<SchoolRequirement> {
            TRY_ASSIGN(SchoolRequirement shown, get_school_requirement(tx, access, request.path.id, request.path.code));
            return as_seen_by(access, std::move(shown));
        });
    router.read<ListEvidenceFiles>(
        Action::read_requirements,
        [](Tx& tx, Access const& access, auto const& request) -> Result<Page<AttachedFile>> {
            TRY(get_school_requirement(tx, access, request.path.id, request.path.code));
            return whole_page(list_evidence_files(tx, request.path.id, request.path.code));
        });
    router.file<GetEvidenceFile>(
        Action::read_requirements, [](Tx& tx, Access const& access, auto const& request) -> Result<SentFile> {
            TRY(get_school_requirement(tx, access, request.path.id, request.path.code));
            auto const file = find_evidence_file(tx, request.path.id, request.path.code, request.path.position);
            if (!file) return fail(ErrorKind::not_found, "not_found");
            return file_of(tx, file->sha256, file->name);
        });
    router.write<PutSchoolRequirement>(Action::show_requirements, [](WriteTx& tx, Access const& access, auto const& request) {
        return show_requirement(tx, access, request.path.id, request.path.code, request.body);
    });
}

} // namespace schulkit
