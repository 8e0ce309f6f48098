#include "shared/core/validate.hpp"

namespace schulkit {

std::string clean_text(std::string_view text) {
    std::string cleaned;
    std::string const seen = without_unseen(text);
    std::string_view const trimmed = trim(seen);
    cleaned.reserve(trimmed.size());
    for (std::size_t i = 0; i < trimmed.size(); ++i) {
        if (trimmed[i] == '\r') {
            if (i + 1 < trimmed.size() && trimmed[i + 1] == '\n') continue;
            cleaned += '\n';
        } else {
            cleaned += trimmed[i];
        }
    }
    return cleaned;
}

namespace detail {

void check_text(std::string const& text, Rules const& rules, std::string_view name, FieldErrors& errors) {
    auto const report = [&](char const* code) { errors.push_back({std::string{name}, code, {}}); };
    if (text.empty()) {
        if (rules.required) report("required");
        return;
    }
    if (!is_utf8(text)) return report("bad_encoding");
    std::size_t const most = rules.max_length == 0 ? default_max_length : rules.max_length;
    if (count_characters(text) > most) return report("too_long");
    if (rules.verbatim) return;
    unsigned char before = 0;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        bool const allowed = byte >= 0x20 ? byte != 0x7F : rules.multiline && (c == '\n' || c == '\t');
        bool const is_c1 = byte < 0xA0 && byte >= 0x80 && before == 0xC2;
        if (!allowed || is_c1) return report("bad_character");
        before = byte;
    }
}

void check_number(std::int64_t number, Rules const& rules, std::string_view name, FieldErrors& errors) {
    if (number < rules.min || number > rules.max) errors.push_back({std::string{name}, "out_of_range", {}});
}

} // namespace detail
} // namespace schulkit
