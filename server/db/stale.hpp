#pragma once
// Two people changing the same record: who read an older version is told so, with the record as it is now.

#include "shared/core/validate.hpp"

namespace schulkit {

/// Passes when the patch carries no `version`, or the current one. Error: 409 "stale" with `current`.
template <Entity T, class P>
Result<Done> check_version(Patch<P> const& patch, T const& current) {
    auto const found = patch.members.find("version");
    if (found == patch.members.end()) return Done{};
    std::int64_t version = 0;
    FieldErrors errors;
    decode_value(*found, version, "version", errors);
    if (!errors.empty()) return invalid(std::move(errors));
    if (version == current.version) return Done{};
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "stale",
                      .extra = dump_json(Json{{"current", encode_value(current)}})});
}

} // namespace schulkit
