#pragma once
// Two people changed the same record: what the other one did joins what is being typed here.

#include "shared/core/schema.hpp"

#include <string>
#include <vector>

namespace schulkit {

enum class MergeOutcome : std::uint8_t {
    taken, ///< only the other person changed it: their value stands here now
    kept   ///< both changed it, differently: one's own value stays
};

struct MergedField {
    std::string field = {}; ///< name on the wire
    MergeOutcome outcome = MergeOutcome::taken;
    bool operator==(MergedField const&) const = default;
};

/// `base` is what both began with, `theirs` what is stored now, `mine` what is typed here. Returns every
/// field that the other person changed, in the Schema's order, without those that both set to the same value.
template <Entity T> std::vector<MergedField> merge_changes(T const& base, T const& theirs, T& mine) {
    std::vector<MergedField> merged;
    for_each_field<T>([&](auto const& f) {
        auto& own = mine.*f.member;
        auto const& other = theirs.*f.member;
        if (f.rules.read_only) {
            own = other;
        } else if (!(other == base.*f.member) && !(own == other)) {
            bool const untouched = own == base.*f.member;
            if (untouched) own = other;
            merged.push_back({std::string{f.name}, untouched ? MergeOutcome::taken : MergeOutcome::kept});
        }
    });
    return merged;
}

} // namespace schulkit
