#pragma once
// All SQL about the county's requirements and how far each school is.

#include "server/db/database.hpp"
#include "shared/requirements/requirement_api.hpp"

namespace schulkit {

/// In the county's order.
std::vector<Requirement> list_requirements(Tx& tx);
std::optional<Requirement> find_requirement(Tx& tx, std::string_view code);
/// Errors: 409 "taken" on code.
Result<Requirement> insert_requirement(WriteTx& tx, Requirement requirement);
Result<Done> replace_requirement(WriteTx& tx, Requirement const& requirement);

/// Those that are asked, as they are today.
std::vector<SchoolRequirement> list_school_requirements(Tx& tx, Id<School> school);
/// Also one that is asked no more. Nothing for an unknown code or school.
std::optional<SchoolRequirement> find_school_requirement(Tx& tx, Id<School> school, std::string_view code);
/// What the school itself has shown, without what trainings show.
std::optional<SchoolRequirement> find_own_evidence(Tx& tx, Id<School> school, std::string_view code);
/// What keeps a kit from being handed over on that day.
std::vector<OpenRequirement> list_open_requirements(Tx& tx, Id<School> school, Date const& on);

/// Those that are part of it now.
std::vector<AttachedFile> list_evidence_files(Tx& tx, Id<School> school, std::string_view code);
/// Also one that was taken out.
std::optional<AttachedFile> find_evidence_file(Tx& tx, Id<School> school, std::string_view code, std::int64_t position);
Result<Done> put_away_evidence_files(WriteTx& tx, Id<School> school, std::string_view code);
/// Puts it in, or back in. What is stored of the school's requirement is there already.
Result<Done> keep_evidence_file(WriteTx& tx, Id<School> school, std::string_view code, AttachmentLink const& file);

struct RequirementPeople {
    Id<Person> submitted_by = {};
    Id<Person> confirmed_by = {};
};
/// Who submitted and who confirmed what is stored.
RequirementPeople people_of_requirement(Tx& tx, Id<School> school, std::string_view code);
/// State, evidence, days and moments, over what there was.
Result<Done> store_school_requirement(WriteTx& tx, SchoolRequirement const& shown, RequirementPeople const& people);

} // namespace schulkit
