#pragma once
// A paper as PDF: A4, tagged, German, with embedded fonts. The same paper makes the same bytes.

#include "server/papers/paper.hpp"
#include "shared/core/result.hpp"

#include <string>

namespace schulkit::papers {

/// Errors: too_large (an address too long for a QR code), unavailable (no fonts), internal.
Result<std::string> paper_pdf(Paper const& paper);

} // namespace schulkit::papers
