#pragma once
// The texts of one language: flat keys, {name} placeholders, ".one"/".other" for numbers.

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace schulkit {

struct TextArg {
    std::string_view name;
    std::string value;
};
using TextArgs = std::initializer_list<TextArg>;

class Strings {
public:
    /// From a JSON object of texts; anything else leaves it empty.
    static Strings from_json(std::string_view json);

    bool has(std::string_view key) const;
    /// A missing key comes back as itself.
    std::string get(std::string_view key, TextArgs args = {}) const;
    /// key + ".one" for 1, else ".other"; both languages need no more.
    std::string get_count(std::string_view key, bool one, TextArgs args = {}) const;

    std::map<std::string, std::string, std::less<>> const& all() const { return m_texts; }

private:
    std::map<std::string, std::string, std::less<>> m_texts = {};
};

/// `text` with every {name} replaced by its argument; unknown names stay.
std::string fill_in(std::string_view text, TextArgs args);

} // namespace schulkit
