#include "shared/attachments/exif.hpp"

#include "shared/attachments/byte_reader.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr std::uint32_t orientation_tag = 0x0112;
constexpr std::uint32_t short_type = 3;
constexpr std::size_t entry_bytes = 12;

} // namespace

int exif_orientation(std::string_view tiff) {
    bool const big = tiff.starts_with("MM");
    if (!big && !tiff.starts_with("II")) return upright;
    auto const half = [&](std::size_t at) { return big ? big_16(tiff, at) : little_16(tiff, at); };
    std::size_t const directory = big ? big_32(tiff, 4) : little_32(tiff, 4);
    if (!has_bytes(tiff, directory, 2)) return upright;
    std::size_t const fits = (tiff.size() - directory - 2) / entry_bytes;
    std::size_t const count = std::min<std::size_t>(half(directory), fits);
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t const entry = directory + 2 + i * entry_bytes;
        if (half(entry) != orientation_tag || half(entry + 2) != short_type) continue;
        auto const value = static_cast<int>(half(entry + 8));
        return value >= 1 && value <= 8 ? value : upright;
    }
    return upright;
}

std::string exif_of_orientation(int orientation) {
    std::string tiff{"MM\0\x2A", 4};
    tiff += big_bytes(8);                                           // where the only directory stands
    tiff += std::string{"\0\1", 2};                                 // its one entry
    tiff += big_bytes(orientation_tag << 16 | short_type) + big_bytes(1);
    tiff += big_bytes(static_cast<std::uint32_t>(orientation) << 16);
    return tiff + big_bytes(0); // no further directory
}

} // namespace schulkit
