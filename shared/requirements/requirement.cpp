#include "shared/requirements/requirement.hpp"

#include <algorithm>

namespace schulkit {

void check(Requirement const& requirement, FieldErrors& errors) {
    auto const fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!std::all_of(requirement.code.begin(), requirement.code.end(), fits))
        errors.push_back({"code", "bad_character", {}});
}

void check(SchoolRequirement const& shown, FieldErrors& errors) {
    auto const& files = shown.attachments;
    if (files.size() > max_evidence_files) errors.push_back({"attachments", "too_many", {}});
    for (auto file = files.begin(); file != files.end(); ++file)
        if (std::any_of(files.begin(), file, [&](AttachmentLink const& before) { return before.sha256 == file->sha256; }))
            errors.push_back({"attachments." + std::to_string(file - files.begin()) + ".sha256", "duplicate", {}});
}

std::optional<Date> counts_until(std::optional<std::int64_t> valid_months, Date const& day) {
    if (!valid_months) return std::nullopt;
    int const month = day.year * 12 + day.month - 1 + static_cast<int>(*valid_months);
    Date last{month / 12, month % 12 + 1, day.day};
    while (!date_exists(last.year, last.month, last.day)) --last.day; // 31 August and six months: the end of February
    return last;
}

} // namespace schulkit
