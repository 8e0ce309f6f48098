#pragma once

#include "client/screen.hpp"

#include <memory>

namespace schulkit {

std::unique_ptr<Screen> make_styleguide_screen(ScreenContext const& context);

} // namespace schulkit
