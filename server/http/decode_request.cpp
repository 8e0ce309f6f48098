#include "server/http/decode_request.hpp"

namespace schulkit::detail {

Result<std::vector<std::pair<std::string, std::string>>> split_query(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> parameters;
    while (!query.empty()) {
        auto const end = query.find('&');
        std::string_view const part = query.substr(0, end);
        query = end == query.npos ? std::string_view{} : query.substr(end + 1);
        if (part.empty()) continue;
        auto const equals = part.find('=');
        std::string name;
        std::string value;
        if (!percent_decode(part.substr(0, equals), name, PlusSign::blank)) continue; // no parameter of ours
        std::string_view const encoded = equals == part.npos ? std::string_view{} : part.substr(equals + 1);
        if (!percent_decode(encoded, value, PlusSign::blank)) return invalid(std::move(name), "bad_encoding");
        parameters.emplace_back(std::move(name), std::move(value));
    }
    return parameters;
}

} // namespace schulkit::detail
