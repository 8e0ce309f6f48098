#include "shared/requirements/requirement.hpp"

#include <algorithm>

namespace schulkit {

void check(Requirement const& requirement, FieldErrors& errors) {
    auto const fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!std::all_of(requirement.code.begin(), requirement.code.end(), fits))
        errors.push_back({"code", "bad_character", {}});
}

} // namespace schulkit
