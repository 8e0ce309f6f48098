#pragma once
// How an attachment goes out, for whoever it belongs to: the caller has looked whether it may be read.
//
//     router.file<GetEvidenceFile>(Action::read_requirements, [](Tx& tx, Access const& access, auto const& request) {
//         …find the link within the caller's scope…
//         return file_of(tx, link.sha256, link.name);
//     });

#include "server/db/database.hpp"
#include "server/http/sent_file.hpp"
#include "shared/attachments/attachment.hpp"

namespace schulkit {

/// Pictures are shown; PDFs are saved, because browsers show none in a sandbox. Error: not_found.
Result<SentFile> file_of(Tx& tx, std::string_view sha256, std::string_view name);

} // namespace schulkit
