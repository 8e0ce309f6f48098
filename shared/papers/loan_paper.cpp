#include "shared/papers/loan_paper.hpp"

#include <algorithm>

namespace schulkit {

void check(SignedPapers const& papers, FieldErrors& errors) {
    auto const& files = papers.attachments;
    if (papers.paper_ids.empty()) errors.push_back({"paper_ids", "required", {}});
    if (files.empty()) errors.push_back({"attachments", "required", {}});
    if (files.size() > max_paper_scans) errors.push_back({"attachments", "too_many", {}});
    for (auto file = files.begin(); file != files.end(); ++file)
        if (std::any_of(files.begin(), file, [&](AttachmentLink const& other) { return other.sha256 == file->sha256; }))
            errors.push_back({"attachments." + std::to_string(file - files.begin()) + ".sha256", "duplicate", {}});
}

} // namespace schulkit
