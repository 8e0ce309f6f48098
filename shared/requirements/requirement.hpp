#pragma once
// What a school must show to get a kit, and how far each school is.

#include "shared/attachments/attachment.hpp"
#include "shared/core/endpoint.hpp"
#include "shared/schools/school.hpp"

#include <array>

namespace schulkit {

/// A line of the county's list.
struct Requirement {
    Id<Requirement> id = {};
    std::string code = {}; ///< "wlan": small letters, digits and "_"; stays for ever
    std::string label = {};
    std::optional<std::string> description = std::nullopt; ///< what counts as evidence
    std::int64_t position = 0;
    bool at_handover = true; ///< without it no kit is handed over; false: it is asked, and keeps nothing back
    std::optional<std::int64_t> valid_months = std::nullopt; ///< how long evidence counts; absent: without end
    bool active = true; ///< false: asked of nobody any more
    std::int64_t version = 1;
    bool operator==(Requirement const&) const = default;
};

template <>
struct Schema<Requirement> {
    static constexpr std::string_view name = "requirement";
    static constexpr auto fields = std::tuple{
        field("id", "", &Requirement::id, {.read_only = true}),
        field("code", "requirement.code", &Requirement::code, {.required = true, .max_length = 40}),
        field("label", "requirement.label", &Requirement::label, {.required = true, .max_length = 80}),
        field("description", "requirement.description", &Requirement::description, {.multiline = true, .max_length = 1000}),
        field("position", "requirement.position", &Requirement::position, {.min = 0, .max = 1000}),
        field("at_handover", "requirement.at_handover", &Requirement::at_handover),
        field("valid_months", "requirement.valid_months", &Requirement::valid_months, {.min = 1, .max = 120}),
        field("active", "requirement.active", &Requirement::active),
        field("version", "", &Requirement::version, {.read_only = true})};
};

/// Found by validate(): "bad_character" in the code.
void check(Requirement const& requirement, FieldErrors& errors);

inline constexpr std::size_t max_evidence_files = 6;

/// submitted: the school has shown something, the office has not looked yet. expired is never stored: it follows from
/// `valid_until`.
enum class RequirementState : std::uint8_t { open, submitted, met, expired };

template <>
struct EnumWords<RequirementState> {
    static constexpr std::array values = {std::pair{RequirementState::open, std::string_view{"open"}},
                                          std::pair{RequirementState::submitted, std::string_view{"submitted"}},
                                          std::pair{RequirementState::met, std::string_view{"met"}},
                                          std::pair{RequirementState::expired, std::string_view{"expired"}}};
};

/// How far a school is with one of them.
struct SchoolRequirement {
    Id<School> school_id = {};
    std::string school_code = {};
    std::string code = {};
    std::string label = {};
    std::optional<std::string> description = std::nullopt;
    RequirementState state = RequirementState::open;
    std::optional<std::string> evidence = std::nullopt;
    std::optional<Date> evidence_on = std::nullopt; ///< the day of the evidence: of the measurement, of the plan
    std::optional<std::string> answer = std::nullopt; ///< why the office has sent it back; gone with new evidence
    std::vector<AttachmentLink> attachments = {};   ///< set: those that are part of it from now on
    std::optional<std::int64_t> training_id = std::nullopt; ///< a training shows it, longer than the school's own evidence
    std::optional<std::string> training_title = std::nullopt;
    std::optional<Date> training_on = std::nullopt;
    std::optional<std::int64_t> valid_months = std::nullopt; ///< the requirement's
    bool at_handover = true;                                 ///< the requirement's
    std::optional<Date> valid_until = std::nullopt; ///< the last day on which it counts; absent: it stays met
    std::optional<Date> due_on = std::nullopt;      ///< by when the school has to show it
    std::optional<std::string> submitted_by = std::nullopt;
    std::optional<Instant> submitted_at = std::nullopt;
    std::optional<std::string> confirmed_by = std::nullopt;
    std::optional<Instant> confirmed_at = std::nullopt;
    std::int64_t version = 0; ///< 0: nothing is stored for this school yet
    bool operator==(SchoolRequirement const&) const = default;
};

template <>
struct Schema<SchoolRequirement> {
    static constexpr std::string_view name = "school_requirement";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr Rules person = {.read_only = true, .erasable = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("school_id", "", &SchoolRequirement::school_id, {.read_only = true}),
        field("school_code", "loan.school_code", &SchoolRequirement::school_code, derived),
        field("code", "requirement.code", &SchoolRequirement::code, derived),
        field("label", "requirement.label", &SchoolRequirement::label, derived),
        field("description", "requirement.description", &SchoolRequirement::description, derived),
        field("state", "school_requirement.state", &SchoolRequirement::state),
        field("evidence", "school_requirement.evidence", &SchoolRequirement::evidence,
              {.erasable = true, .multiline = true, .max_length = 4000}),
        field("evidence_on", "school_requirement.evidence_on", &SchoolRequirement::evidence_on),
        field("answer", "school_requirement.answer", &SchoolRequirement::answer,
              {.erasable = true, .multiline = true, .max_length = 1000}),
        field("attachments", "school_requirement.attachments", &SchoolRequirement::attachments, {.derived = true}),
        field("training_id", "", &SchoolRequirement::training_id, derived),
        field("training_title", "training.title", &SchoolRequirement::training_title, derived),
        field("training_on", "training.held_on", &SchoolRequirement::training_on, derived),
        field("valid_months", "requirement.valid_months", &SchoolRequirement::valid_months, derived),
        field("at_handover", "requirement.at_handover", &SchoolRequirement::at_handover, derived),
        field("valid_until", "school_requirement.valid_until", &SchoolRequirement::valid_until),
        field("due_on", "school_requirement.due_on", &SchoolRequirement::due_on),
        field("submitted_by", "school_requirement.submitted_by", &SchoolRequirement::submitted_by, person),
        field("submitted_at", "school_requirement.submitted_at", &SchoolRequirement::submitted_at, {.read_only = true}),
        field("confirmed_by", "school_requirement.confirmed_by", &SchoolRequirement::confirmed_by, person),
        field("confirmed_at", "school_requirement.confirmed_at", &SchoolRequirement::confirmed_at, {.read_only = true}),
        field("version", "", &SchoolRequirement::version, {.read_only = true})};
};

/// Found by validate(): too many files, or one twice.
void check(SchoolRequirement const& shown, FieldErrors& errors);
/// Until when evidence of that day counts; absent: without end.
std::optional<Date> counts_until(std::optional<std::int64_t> valid_months, Date const& day);

/// What a problem document, a loan and a list say of one that is not met.
struct OpenRequirement {
    std::string code = {};
    std::string label = {};
    RequirementState state = RequirementState::open;
    std::optional<Date> due_on = std::nullopt;
    bool operator==(OpenRequirement const&) const = default;
};

template <>
struct Schema<OpenRequirement> {
    static constexpr std::string_view name = "open_requirement";
    static constexpr auto fields = std::tuple{field("code", "requirement.code", &OpenRequirement::code),
                                              field("label", "requirement.label", &OpenRequirement::label),
                                              field("state", "school_requirement.state", &OpenRequirement::state),
                                              field("due_on", "school_requirement.due_on", &OpenRequirement::due_on)};
};

} // namespace schulkit
