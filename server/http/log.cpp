#include "server/http/log.hpp"

#include <cstdio>
#include <random>

namespace schulkit {

void Log::line(std::string const& text) const {
    if (write) return write(text);
    std::fprintf(stderr, "%s\n", text.c_str());
}

std::string make_request_id() {
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    thread_local std::mt19937_64 random{std::random_device{}()};
    std::string id;
    for (int i = 0; i < 8; ++i)
        id += letters[random() % letters.size()];
    return id;
}

} // namespace schulkit
