#include "shared/core/endpoint.hpp"

namespace schulkit {

std::string percent_encode(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain) {
            out += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        out += '%';
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

void fill_path(std::string& url, std::string_view name, std::string_view text) {
    for (std::string const& mark : {'{' + std::string{name} + '}', '{' + std::string{name} + "...}"}) {
        auto const at = url.find(mark);
        if (at != std::string::npos) url.replace(at, mark.size(), percent_encode(text));
    }
}

void add_to_query(std::string& url, char& separator, std::string_view name, std::string_view text) {
    url += separator;
    url += name;
    url += '=' + percent_encode(text);
    separator = '&';
}

bool percent_decode(std::string_view text, std::string& out, PlusSign plus) {
    auto const digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == PlusSign::blank) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return false;
            int const high = digit(text[i + 1]);
            int const low = digit(text[i + 2]);
            if (high < 0 || low < 0) return false;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return true;
}

} // namespace schulkit
