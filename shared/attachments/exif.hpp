#pragma once
// The one thing of EXIF that belongs to the picture: which side is up. Everything else tells of its making.

#include <string>
#include <string_view>

namespace schulkit {

inline constexpr int upright = 1;

/// 1 to 8; upright where there is none, or none that can be read. `tiff` begins with "II*" or "MM" and a zero.
int exif_orientation(std::string_view tiff);
/// A block with nothing but the orientation.
std::string exif_of_orientation(int orientation);

} // namespace schulkit
