#pragma once
// What a school has to show and how far it is, its IT standards and its trainings: "#/voraussetzungen", for the office "#/voraussetzungen?schule=GYM-03".

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/attachments/attachment_model.hpp"
#include "client/merge.hpp"
#include "client/route.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"
#include "shared/requirements/requirement_api.hpp"
#include "shared/schools/school_standard.hpp"
#include "shared/trainings/training_api.hpp"

namespace schulkit {

/// The dialog of one IT standard.
struct StandardModel {
    std::optional<Standard> shown = std::nullopt;
    bool dialog_open = false;
    SchoolStandard draft = {};
    bool unreadable = false;
    bool saving = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    bool stored = false; ///< to be told once
};

struct RequirementsModel {
    std::string school_code = {}; ///< as in the route; empty: the only one, or none chosen yet
    Schools schools = {};
    Id<School> shown = {}; ///< whose requirements these are
    Loadable<Page<SchoolRequirement>> requirements = {};
    Loadable<Page<SchoolStandard>> standards = {};
    Loadable<Page<Training>> trainings = {}; ///< those that the school took part in
    std::uint64_t asked = 0;
    StandardModel standard = {};

    bool dialog_open = false;
    SchoolRequirement before = {}; ///< that the dialog is about, as it was when it was opened
    SchoolRequirement others_base = {}; ///< and before somebody else changed it meanwhile
    std::vector<MergedField> others = {};
    std::string evidence = {};
    std::string evidence_on = {};
    std::string valid_until = {};
    std::string answer = {};
    AttachmentsModel attachments = {};
    Loadable<Page<AttachedFile>> files = {}; ///< as they are stored
    bool saving = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    std::optional<RequirementState> stored = std::nullopt; ///< to be told once
};

void open_requirements(RequirementsModel& model, Api& api, Person const& me, Route const& route);
void reload_requirements(RequirementsModel& model, Api& api, Person const& me);
void take_requirement_changes(RequirementsModel& model, Api& api, Changes const& changes);

/// The school whose requirements are to be shown; nullptr while none is chosen or the schools are not there.
School const* school_shown(RequirementsModel const& model, Person const& me);
/// While something is being sent its dialog is opened again, and no other.
void open_requirement(RequirementsModel& model, Api& api, Person const& me, std::string const& code);
/// What is added joins them; before they are there it would take their place.
bool files_known(RequirementsModel const& model);
/// The files that belong to the evidence, once more.
void load_evidence_files(RequirementsModel& model, Api& api);
/// As it would be with what is typed.
SchoolRequirement draft_of(RequirementsModel const& model);
/// Gives up one's own value of a field that both changed.
void take_theirs(RequirementsModel& model, Api& api, std::string_view field);
/// Sends what stands in the dialog: submitted by a school, met or open by the office. Where somebody else was faster, what they
/// changed joins what is typed, and nothing is stored yet.
void save_requirement(RequirementsModel& model, Api& api, Person const& me, RequirementState state);

void open_standard(RequirementsModel& model, Standard standard);
void save_standard(RequirementsModel& model, Api& api);

} // namespace schulkit
