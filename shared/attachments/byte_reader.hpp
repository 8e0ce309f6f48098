#pragma once
// Numbers at places of a file. Behind its end everything is 0; who reads asks has() first where that matters.

#include <cstdint>
#include <string>
#include <string_view>

namespace schulkit {

inline bool has_bytes(std::string_view bytes, std::size_t at, std::size_t count) {
    return at <= bytes.size() && count <= bytes.size() - at;
}
inline std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}
inline std::uint32_t big_16(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}
inline std::uint32_t big_32(std::string_view bytes, std::size_t at) {
    return big_16(bytes, at) << 16 | big_16(bytes, at + 2);
}
inline std::uint32_t little_16(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}
inline std::uint32_t little_24(std::string_view bytes, std::size_t at) {
    return little_16(bytes, at) | byte_at(bytes, at + 2) << 16;
}
inline std::uint32_t little_32(std::string_view bytes, std::size_t at) {
    return little_16(bytes, at) | little_16(bytes, at + 2) << 16;
}

inline std::string big_bytes(std::uint32_t number) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xFFU);
    return out;
}
inline std::string little_bytes(std::uint32_t number) {
    std::string out;
    for (int shift = 0; shift <= 24; shift += 8) out += static_cast<char>(number >> shift & 0xFFU);
    return out;
}

} // namespace schulkit
