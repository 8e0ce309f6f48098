#pragma once
// The answer of a list that is never so long that it needs pages.

#include "shared/core/endpoint.hpp"

namespace schulkit {

template <class T> Page<T> whole_page(std::vector<T> items) {
    auto const total = static_cast<std::int64_t>(items.size());
    return {.items = std::move(items), .total = total};
}

} // namespace schulkit
