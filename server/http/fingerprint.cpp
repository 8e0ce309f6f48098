#include "server/http/fingerprint.hpp"

#include <array>
#include <sodium.h>
#include <stdexcept>

namespace schulkit {

std::string fingerprint_of(std::string_view first, std::string_view second) {
    static int const ready = sodium_init();
    if (ready < 0) throw std::runtime_error{"libsodium does not start"};

    crypto_generichash_state state{};
    auto const add = [&](std::string_view bytes) {
        crypto_generichash_update(&state, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    };
    std::array<unsigned char, 32> hash{};
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    add(first);
    add(std::string_view{"\0", 1});
    add(second);
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::array<char, 65> hex{};
    return sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
}

} // namespace schulkit
