#include "shared/core/strings.hpp"

#include "shared/core/json.hpp"

namespace schulkit {

namespace {

/// Takes the texts of a flat object as they are read; a tree of a thousand members would be built for nothing.
struct TextReader final : nlohmann::json_sax<Json> {
    explicit TextReader(std::map<std::string, std::string, std::less<>>& into) : texts(into) {}

    std::map<std::string, std::string, std::less<>>& texts;
    std::string at;
    int depth = 0;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, string_t const&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return ++depth == 1; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return false; }
    bool end_array() override { return true; }
    bool key(string_t& name) override {
        at = std::move(name);
        return true;
    }
    bool string(string_t& text) override {
        if (depth == 1) texts[std::move(at)] = std::move(text);
        return true;
    }
    bool parse_error(std::size_t, std::string const&, Json::exception const&) override { return false; }
};

} // namespace

Strings Strings::from_json(std::string_view json) {
    Strings strings;
    TextReader reader{strings.m_texts};
    if (!Json::sax_parse(json.begin(), json.end(), &reader)) strings.m_texts.clear();
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
