#pragma once

#include "shared/requirements/requirement.hpp"

namespace schulkit {

struct ListRequirements {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = Page<Requirement>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/requirements";
    static constexpr std::string_view name = "list_requirements";
    static constexpr std::string_view summary = "What the county asks of its schools, in its order, all on one page";
};

struct CreateRequirement {
    using Path = None;
    using Query = None;
    using Body = Requirement;
    using Response = Requirement;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/requirements";
    static constexpr std::string_view name = "create_requirement";
    static constexpr std::string_view summary = "Ask something new; it is open at every school";
};

struct RequirementPath {
    std::string code = {};
    bool operator==(RequirementPath const&) const = default;
};

template <>
struct Schema<RequirementPath> {
    static constexpr std::string_view name = "requirement_path";
    static constexpr auto fields = std::tuple{field("code", "", &RequirementPath::code)};
};

/// Its code stays: what schools have shown hangs on it. Errors: 422 "code_is_fixed" on code; 409 "stale" with `current`.
struct UpdateRequirement {
    using Path = RequirementPath;
    using Query = None;
    using Body = Patch<Requirement>;
    using Response = Requirement;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/requirements/{code}";
    static constexpr std::string_view name = "update_requirement";
    static constexpr std::string_view summary = "Reword a requirement, move it, or ask it no more";
};

struct ListSchoolRequirements {
    using Path = IdPath<School>;
    using Query = None;
    using Body = None;
    using Response = Page<SchoolRequirement>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/schools/{id}/requirements";
    static constexpr std::string_view name = "list_school_requirements";
    static constexpr std::string_view summary = "How far a school is with each requirement that is asked";
};

struct SchoolRequirementPath {
    Id<School> id = {};
    std::string code = {};
    bool operator==(SchoolRequirementPath const&) const = default;
};

template <>
struct Schema<SchoolRequirementPath> {
    static constexpr std::string_view name = "school_requirement_path";
    static constexpr auto fields = std::tuple{field("id", "", &SchoolRequirementPath::id),
                                              field("code", "", &SchoolRequirementPath::code)};
};

struct GetSchoolRequirement {
    using Path = SchoolRequirementPath;
    using Query = None;
    using Body = None;
    using Response = SchoolRequirement;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/schools/{id}/requirements/{code}";
    static constexpr std::string_view name = "get_school_requirement";
    static constexpr std::string_view summary = "How far a school is with one requirement";
};

/// A member that is absent stays, null clears it. A school's contact submits evidence and cannot confirm it; `due_on` and
/// `answer` are the office's. Confirmed without a `valid_until` of its own it counts as long as the requirement says.
/// `attachments` are those that belong to it from now on; new ones are sent before, by who submits them. Errors: 403
/// "only_office_confirms"; 422 "cannot_be_set" on state for "expired", "required" on evidence that is submitted or confirmed
/// without any and on the answer to evidence that is sent back, "past_date" on valid_until of what is met, "future_date" on
/// evidence_on, "unknown_attachment" on attachments.N.sha256; 409 "met_by_training" for opening what a training shows,
/// "stale" with `current`.
struct PutSchoolRequirement {
    using Path = SchoolRequirementPath;
    using Query = None;
    using Body = Patch<SchoolRequirement>;
    using Response = SchoolRequirement;
    static constexpr Method method = Method::put;
    static constexpr std::string_view path = "/api/schools/{id}/requirements/{code}";
    static constexpr std::string_view name = "put_school_requirement";
    static constexpr std::string_view summary = "Submit evidence for a requirement, confirm it or open it again";
};

struct ListEvidenceFiles {
    using Path = SchoolRequirementPath;
    using Query = None;
    using Body = None;
    using Response = Page<AttachedFile>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/schools/{id}/requirements/{code}/attachments";
    static constexpr std::string_view name = "list_evidence_files";
    static constexpr std::string_view summary = "Files of a school's evidence, all on one page";
};

struct EvidenceFilePath {
    Id<School> id = {};
    std::string code = {};
    std::int64_t position = 0;
    bool operator==(EvidenceFilePath const&) const = default;
};

template <>
struct Schema<EvidenceFilePath> {
    static constexpr std::string_view name = "evidence_file_path";
    static constexpr auto fields =
        std::tuple{field("id", "", &EvidenceFilePath::id), field("code", "", &EvidenceFilePath::code),
                   field("position", "", &EvidenceFilePath::position)};
};

/// Also one that is part of the evidence no more.
struct GetEvidenceFile {
    using Path = EvidenceFilePath;
    using Query = None;
    using Body = None;
    using Response = Bytes;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/schools/{id}/requirements/{code}/attachments/{position}";
    static constexpr std::string_view name = "get_evidence_file";
    static constexpr std::string_view summary = "The bytes of a file of a school's evidence";
};

} // namespace schulkit
