#include "server/http/sent_file.hpp"

#include "server/http/negotiation.hpp"

namespace schulkit {
namespace {

constexpr std::string_view file_security_policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// What can stand between quotes of a header without meaning anything there.
std::string ascii_name(std::string_view name) {
    std::string ascii;
    for (char const c : name) {
        auto const byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) continue; // one underscore for each character
        bool const plain = byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && c != '%' && c != '/';
        ascii += plain ? c : '_';
    }
    return ascii;
}

} // namespace

std::string content_disposition(Disposition disposition, std::string_view name) {
    return std::string{disposition == Disposition::show ? "inline" : "attachment"} + "; filename=\"" +
           ascii_name(name) + "\"; filename*=UTF-8''" + percent_encode(name);
}

Answer answer_with(SentFile file, HttpRequest const& request) {
    std::string const etag = '"' + file.version + '"';
    Answer answer{.content_type = {}};
    answer.headers = {{"ETag", etag}, {"Cache-Control", "private, no-cache"}};
    if (names_etag(request.header("If-None-Match"), etag)) {
        answer.status = 304;
        return answer;
    }
    answer.content_type = std::move(file.media_type);
    answer.body = std::move(file.bytes);
    answer.headers.push_back({"Content-Disposition", content_disposition(file.disposition, file.name)});
    answer.headers.push_back({"Content-Security-Policy", std::string{file_security_policy}});
    return answer;
}

} // namespace schulkit
