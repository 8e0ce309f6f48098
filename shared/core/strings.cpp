#include "shared/core/strings.hpp"

#include "shared/core/json.hpp"

namespace schulkit {

Strings Strings::from_json(std::string_view json) {
    Strings strings;
    auto const parsed = parse_json(json);
    if (!parsed || !parsed->is_object()) return strings;
    for (auto const& entry : parsed->items())
        if (auto const* text = entry.value().get_ptr<std::string const*>()) strings.m_texts[entry.key()] = *text;
    return strings;
}

bool Strings::has(std::string_view key) const { return m_texts.find(key) != m_texts.end(); }

std::string Strings::get(std::string_view key, TextArgs args) const {
    auto const found = m_texts.find(key);
    if (found == m_texts.end()) return std::string{key};
    return args.size() == 0 ? found->second : fill_in(found->second, args);
}

std::string Strings::get_count(std::string_view key, bool one, TextArgs args) const {
    return get(std::string{key} + (one ? ".one" : ".other"), args);
}

std::string fill_in(std::string_view text, TextArgs args) {
    std::string filled;
    while (!text.empty()) {
        auto const open = text.find('{');
        auto const close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        std::string_view const name = text.substr(open + 1, close - open - 1);
        TextArg const* match = nullptr;
        for (TextArg const& arg : args)
            if (arg.name == name) match = &arg;
        filled += text.substr(0, open);
        if (match != nullptr)
            filled += match->value;
        else
            filled += text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
    }
    filled += text;
    return filled;
}

} // namespace schulkit
