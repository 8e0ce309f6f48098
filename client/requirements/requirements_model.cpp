#include "client/requirements/requirements_model.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

void load_requirements_of(RequirementsModel& model, Api& api, Id<School> school) {
    if (model.shown != school) model.requirements.clear();
    model.shown = school;
    model.requirements.start();
    std::uint64_t const question = ++model.asked;
    api.read<ListSchoolRequirements>({school}, {}, [&model, question](Result<Page<SchoolRequirement>> found) {
        if (question == model.asked) model.requirements.take(std::move(found));
    });
}

} // namespace

void open_requirements(RequirementsModel& model, Api& api, Person const& me, Route const& route) {
    model.school_code = route.parameter("schule");
    reload_requirements(model, api, me);
}

void reload_requirements(RequirementsModel& model, Api& api, Person const& me) {
    if (School const* const school = school_shown(model, me)) return load_requirements_of(model, api, school->id);
    if (model.schools.value() != nullptr) return;
    model.schools.start();
    api.read<ListSchools>({}, {.limit = max_page_size}, [&model, &api, &me](Result<Page<School>> found) {
        model.schools.take(std::move(found));
        if (School const* const school = school_shown(model, me)) load_requirements_of(model, api, school->id);
    });
}

void take_requirement_changes(RequirementsModel& model, Api& api, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        if (change.entity == Schema<Requirement>::name) return true;
        return change.entity == Schema<SchoolRequirement>::name && change.entity_id == model.shown.value;
    });
    if ((concerned || changes.more) && model.shown && !model.saving) load_requirements_of(model, api, model.shown);
}

School const* school_shown(RequirementsModel const& model, Person const& me) {
    if (!model.school_code.empty()) return find_school(model.schools, model.school_code);
    if (is_limited(me, Action::read_requirements) && me.school_codes.size() == 1)
        return find_school(model.schools, me.school_codes.front());
    return nullptr;
}

SchoolRequirement const* requirement_shown(RequirementsModel const& model) {
    if (model.requirements.value() == nullptr) return nullptr;
    for (SchoolRequirement const& each : model.requirements.value()->items)
        if (each.code == model.code) return &each;
    return nullptr;
}

void open_requirement(RequirementsModel& model, std::string const& code) {
    model.code = code;
    model.errors.clear();
    model.refused.reset();
    SchoolRequirement const* const requirement = requirement_shown(model);
    if (requirement == nullptr) return;
    model.dialog_open = true;
    model.evidence = requirement->evidence.value_or("");
    model.valid_until = requirement->valid_until ? to_iso(*requirement->valid_until) : std::string{};
}

void save_requirement(RequirementsModel& model, Api& api, RequirementState state) {
    SchoolRequirement const* const before = requirement_shown(model);
    if (model.saving || before == nullptr) return;
    model.errors.clear();
    model.refused.reset();
    std::string const evidence{trim(model.evidence)};
    if (state != RequirementState::open && evidence.empty()) {
        model.errors = {{"evidence", "required", {}}};
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return;
    }
    Request<PutSchoolRequirement> request{.path = {.id = model.shown, .code = model.code}};
    Json& members = request.body.members;
    set_member(members, "state", encode_value(state));
    set_member(members, "evidence", evidence.empty() ? Json(nullptr) : encode_value(evidence));
    set_member(members, "valid_until", encode_value(parse_iso_date(model.valid_until)));
    set_member(members, "version", encode_value(before->version));
    model.saving = true;
    api.write<PutSchoolRequirement>(model.key.for_body(api, model.code + encode(request.body)), request,
                                    [&model, &api, state](Result<SchoolRequirement> stored) {
                                        model.saving = false;
                                        if (!stored) {
                                            model.key.failed(stored.error());
                                            model.errors = stored.error().fields;
                                            if (model.errors.empty()) model.refused = stored.error();
                                            return;
                                        }
                                        model.key.succeeded();
                                        model.dialog_open = false;
                                        model.stored = state;
                                        load_requirements_of(model, api, model.shown);
                                    });
}

} // namespace schulkit
