#pragma once
// What a state says at a glance, before its word is read: the one choice for the application and the plain pages.

#include "shared/core/schema.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace schulkit {

enum class StatusTone : std::uint8_t { neutral, info, success, warning, danger };

template <>
struct EnumWords<StatusTone> {
    static constexpr std::array values = {std::pair{StatusTone::neutral, std::string_view{"neutral"}},
                                          std::pair{StatusTone::info, std::string_view{"info"}},
                                          std::pair{StatusTone::success, std::string_view{"success"}},
                                          std::pair{StatusTone::warning, std::string_view{"warning"}},
                                          std::pair{StatusTone::danger, std::string_view{"danger"}}};
};

} // namespace schulkit
