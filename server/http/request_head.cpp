#include "server/http/request_head.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr std::uint64_t max_length = std::uint64_t{1} << 50;

std::string_view take_line(std::string_view& rest) {
    auto const end = rest.find("\r\n");
    std::string_view const line = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view{} : rest.substr(end + 2);
    return line;
}

std::string_view without_blanks(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_name_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_name_character);
}

/// Whether a comma-separated list has that word.
bool lists(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        auto const comma = list.find(',');
        if (same_word(without_blanks(list.substr(0, comma)), word)) return true;
        list = comma == list.npos ? std::string_view{} : list.substr(comma + 1);
    }
    return false;
}

bool read_length(std::string_view text, std::uint64_t& length) {
    if (text.empty() || text.size() > 16) return false;
    length = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return false;
        length = length * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return length <= max_length;
}

/// "/path?query", or the same with scheme and host before it, as for a proxy (RFC 9112, 3.2.2).
bool read_target(std::string_view target, HttpRequest& request) {
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        auto const slash = target.find('/', scheme.size());
        target = slash == target.npos ? std::string_view{"/"} : target.substr(slash);
        break;
    }
    if (!target.starts_with('/')) return false;
    auto const mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != target.npos) request.query = target.substr(mark + 1);
    return std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '#'; });
}

} // namespace

Result<RequestHead> read_request_head(std::string_view text) {
    auto const malformed = [](char const* why) { return fail(ErrorKind::invalid, "malformed_request", why); };
    RequestHead head;
    HttpRequest& request = head.request;

    std::string_view const line = take_line(text);
    auto const first = line.find(' ');
    auto const last = line.rfind(' ');
    if (first == line.npos || first == last) return malformed("request line");
    request.method = line.substr(0, first);
    if (!is_name(request.method)) return malformed("method");
    if (!read_target(line.substr(first + 1, last - first - 1), request)) return malformed("target");
    head.keeps_connection = line.substr(last + 1) == "HTTP/1.1";

    bool has_length = false;
    bool has_host = false;
    while (!text.empty()) {
        std::string_view const entry = take_line(text);
        if (entry.empty()) break;
        auto const colon = entry.find(':');
        std::string_view const name = entry.substr(0, colon);
        if (colon == entry.npos || !is_name(name)) return malformed("header");
        std::string_view const value = without_blanks(entry.substr(colon + 1));
        if (value.find_first_of(std::string_view{"\0\r\n", 3}) != value.npos) return malformed("header");

        if (same_word(name, "Content-Length")) {
            std::uint64_t length = 0;
            if (!read_length(value, length) || (has_length && length != head.body_bytes))
                return malformed("Content-Length");
            head.body_bytes = length;
            has_length = true;
        } else if (same_word(name, "Transfer-Encoding")) {
            if (head.is_chunked || !same_word(value, "chunked")) return malformed("Transfer-Encoding");
            head.is_chunked = true;
        } else if (same_word(name, "Expect")) {
            head.expects_continue = same_word(value, "100-continue");
        } else if (same_word(name, "Connection")) {
            if (lists(value, "close")) head.keeps_connection = false;
        } else if (same_word(name, "Host")) {
            if (has_host) return malformed("Host");
            has_host = true;
        }
        request.headers.push_back({std::string{name}, std::string{value}});
    }
    if (head.is_chunked && has_length) return malformed("both lengths");
    return head;
}

} // namespace schulkit
