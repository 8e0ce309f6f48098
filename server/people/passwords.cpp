#include "server/people/passwords.hpp"

#include <sodium.h>

#include <array>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

namespace schulkit {
namespace {

void start_sodium() {
    if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start"};
}

/// Each check takes 64 MB and a core for a moment: two at once, and the others wait their turn.
class Turnstile {
public:
    bool enter() {
        std::unique_lock lock{m_lock};
        if (m_waiting >= most_waiting) return false;
        ++m_waiting;
        m_free.wait(lock, [this] { return m_inside < 2; });
        --m_waiting;
        ++m_inside;
        return true;
    }
    void leave() {
        std::lock_guard lock{m_lock};
        --m_inside;
        m_free.notify_one();
    }

private:
    static constexpr int most_waiting = 64; // a fraction of the server's threads: the others go on answering
    std::mutex m_lock;
    std::condition_variable m_free;
    int m_inside = 0;
    int m_waiting = 0;
};

struct Turn {
    static Turnstile& turnstile() {
        static Turnstile one;
        return one;
    }
    Turn() : inside{turnstile().enter()} {}
    ~Turn() {
        if (inside) turnstile().leave();
    }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;

    bool const inside;
};

std::string hex(unsigned char const* bytes, std::size_t size) {
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, size);
    text.pop_back();
    return text;
}

} // namespace

std::string hash_password(std::string_view password) {
    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::bad_alloc{};
    return hash.data();
}

Result<bool> password_matches(std::string_view password, std::string const& hash) {
    static std::string const nobody = hash_password(random_token());
    std::string const& compared = hash.empty() ? nobody : hash;
    Turn const turn;
    if (!turn.inside) return fail(ErrorKind::too_many, "too_many_attempts");
    return crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0 && !hash.empty();
}

std::string random_token() {
    start_sodium();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes.data(), bytes.size());
}

std::string token_hash(std::string_view token) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(token.data()), token.size(),
                       nullptr, 0);
    return hex(hash.data(), hash.size());
}

} // namespace schulkit
