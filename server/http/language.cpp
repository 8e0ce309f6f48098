#include "server/http/language.hpp"

#include "embedded/strings.hpp"

namespace schulkit {

Strings const& strings_in(std::string_view language) {
    auto const read = [](std::string_view name) {
        for (auto const& file : embedded::strings())
            if (file.name == name) return Strings::from_json(file.bytes);
        return Strings{};
    };
    static Strings const german = read("de.json");
    static Strings const english = read("en.json");
    return language == "en" ? english : german;
}

} // namespace schulkit
