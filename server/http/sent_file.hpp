#pragma once
// A file that somebody has sent us goes out again. It comes from our address, so nothing in it may ever run there: its type
// is the one that was recognised and no browser may guess another, and what is shown at all is shown in a sandbox.

#include "server/http/mounted.hpp"

namespace schulkit {

/// show: in the browser's window. save: as a download, for what browsers only show with abilities that a sandbox lacks.
enum class Disposition { show, save };

struct SentFile {
    std::string media_type = {};
    std::string name = {}; ///< UTF-8; as what it is saved
    std::string version = {}; ///< another one for other bytes: their hash
    std::string bytes = {};
    Disposition disposition = Disposition::save;
};

/// 304 for who has it already. Caches of others keep nothing, and the browser asks each time: who may read it can change.
Answer answer_with(SentFile file, HttpRequest const& request);

/// RFC 6266, with the name in UTF-8 and once more for who reads ASCII only.
std::string content_disposition(Disposition disposition, std::string_view name);

} // namespace schulkit
