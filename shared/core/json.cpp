#include "shared/core/json.hpp"

#include "shared/core/text.hpp"

#include <limits>
#include <string>
#include <vector>

namespace schulkit {
namespace {

/// What is wrong with the size of the text, found before anything is built; "" if nothing is.
std::string_view excess_of(std::string_view text) {
    struct Bracket {
        bool object = false;
        std::size_t members = 1;
    };
    std::vector<Bracket> open;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            open.push_back({.object = c == '{'});
            if (open.size() > max_json_depth) return "too_deep";
        } else if ((c == '}' || c == ']') && !open.empty()) {
            open.pop_back();
        } else if (c == ',' && !open.empty() && open.back().object && ++open.back().members > max_json_members) {
            return "too_many_members";
        }
    }
    return "";
}

template <class T>
T const* expect(T const* pointer, std::string const& at, FieldErrors& errors) {
    if (pointer == nullptr) errors.push_back({at, "wrong_type", {}});
    return pointer;
}

} // namespace

Result<Json> parse_json(std::string_view text) {
    if (auto const excess = excess_of(text); !excess.empty()) return fail(ErrorKind::invalid, std::string{excess});
    Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (json.is_discarded()) return fail(ErrorKind::invalid, "bad_json");
    return json;
}

std::string dump_json(Json const& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json encode_value(bool value) { return value; }
Json encode_value(int value) { return value; }
Json encode_value(std::int64_t value) { return value; }
Json encode_value(Cents value) { return value.value; }
Json encode_value(std::string const& value) { return value; }
Json encode_value(Date const& value) { return to_iso(value); }
Json encode_value(Instant value) { return to_rfc3339(value); }
Json encode_value(Json const& value) { return value; }
Json encode_word(std::string_view word) { return std::string{word}; }
Json encode_nothing() { return nullptr; }

void set_member(Json& object, std::string_view name, Json value) { object[std::string{name}] = std::move(value); }

Json const* member_of(Json const& object, std::string_view name) {
    auto const found = object.find(std::string{name});
    return found == object.end() ? nullptr : &*found;
}

Json const* element_of(Json const& array, std::size_t index) { return index < array.size() ? &array[index] : nullptr; }

std::string place_in(std::string const& at, std::string_view below) {
    return at.empty() ? std::string{below} : at + '.' + std::string{below};
}

std::string place_in(std::string const& at, std::size_t index) { return place_in(at, std::to_string(index)); }

void add_error(FieldErrors& errors, std::string const& at, std::string_view code, std::string_view value) {
    errors.push_back({.field = at, .code = std::string{code}, .value = std::string{value}});
}

void decode_value(Json const& json, Json& value, std::string const&, FieldErrors&) { value = json; }

void decode_value(Json const& json, bool& value, std::string const& at, FieldErrors& errors) {
    if (auto const* given = expect(json.get_ptr<bool const*>(), at, errors)) value = *given;
}

void decode_value(Json const& json, std::int64_t& value, std::string const& at, FieldErrors& errors) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (auto const* natural = json.get_ptr<std::uint64_t const*>()) {
        if (*natural > most)
            errors.push_back({at, "out_of_range", {}});
        else
            value = static_cast<std::int64_t>(*natural);
    } else if (auto const* given = expect(json.get_ptr<std::int64_t const*>(), at, errors)) {
        value = *given;
    }
}

void decode_value(Json const& json, int& value, std::string const& at, FieldErrors& errors) {
    std::int64_t wide = value;
    decode_value(json, wide, at, errors);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        errors.push_back({at, "out_of_range", {}});
    else
        value = static_cast<int>(wide);
}

void decode_value(Json const& json, Cents& value, std::string const& at, FieldErrors& errors) {
    decode_value(json, value.value, at, errors);
}

void decode_value(Json const& json, std::string& value, std::string const& at, FieldErrors& errors) {
    if (auto const* given = expect(json.get_ptr<std::string const*>(), at, errors)) value = *given;
}

void decode_value(Json const& json, Date& value, std::string const& at, FieldErrors& errors) {
    auto const* text = expect(json.get_ptr<std::string const*>(), at, errors);
    if (text == nullptr) return;
    if (auto const date = parse_iso_date(*text))
        value = *date;
    else
        errors.push_back({at, "bad_date", *text});
}

void decode_value(Json const& json, Instant& value, std::string const& at, FieldErrors& errors) {
    auto const* text = expect(json.get_ptr<std::string const*>(), at, errors);
    if (text == nullptr) return;
    if (auto const instant = parse_rfc3339(*text))
        value = *instant;
    else
        errors.push_back({at, "bad_date", *text});
}

std::string const* word_in(Json const& json, std::string const& at, FieldErrors& errors) {
    return expect(json.get_ptr<std::string const*>(), at, errors);
}

std::string to_text(bool value) {
    return value ? "true" : "false";
}

std::string to_text(std::int64_t value) {
    return std::to_string(value);
}

bool from_text(std::string_view text, bool& value) {
    if (text != "true" && text != "false") return false;
    value = text == "true";
    return true;
}

bool from_text(std::string_view text, std::int64_t& value) {
    bool const negative = text.starts_with('-');
    std::string_view const digits = negative ? text.substr(1) : text;
    if (digits.empty() || digits.size() > 18 || (digits.size() > 1 && digits.front() == '0')) return false;
    std::int64_t number = 0;
    for (char const c : digits) {
        if (c < '0' || c > '9') return false;
        number = number * 10 + (c - '0');
    }
    value = negative ? -number : number;
    return true;
}

bool from_text(std::string_view text, int& value) {
    std::int64_t wide = 0;
    if (!from_text(text, wide) || wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return false;
    value = static_cast<int>(wide);
    return true;
}

bool from_text(std::string_view text, std::string& value) {
    if (!is_utf8(text)) return false;
    value = std::string{text};
    return true;
}

bool from_text(std::string_view text, Date& value) {
    auto const date = parse_iso_date(text);
    if (date) value = *date;
    return date.has_value();
}

} // namespace schulkit
