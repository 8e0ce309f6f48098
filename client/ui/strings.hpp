#pragma once

#include "shared/core/strings.hpp"

namespace schulkit::ui {

using schulkit::fill_in;
using schulkit::Strings;
using schulkit::TextArg;
using schulkit::TextArgs;

} // namespace schulkit::ui
