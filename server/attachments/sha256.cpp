#include "server/attachments/sha256.hpp"

#include <array>
#include <sodium.h>

namespace schulkit {

std::string sha256_of(std::string_view bytes) {
    // needs no sodium_init(): nothing in it is random or chosen by the processor
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex{};
    return sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
}

} // namespace schulkit
