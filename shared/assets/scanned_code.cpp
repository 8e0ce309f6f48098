#include "shared/assets/scanned_code.hpp"

#include "shared/core/endpoint.hpp"
#include "shared/core/text.hpp"

namespace schulkit {

std::string scanned_code(std::string_view scanned) {
    std::string_view code = trim(scanned);
    if (code.find("://") == std::string_view::npos) return std::string{code};
    code = code.substr(0, code.find_first_of("?#"));
    while (code.ends_with('/')) code.remove_suffix(1);
    std::string decoded;
    bool const readable = percent_decode(code.substr(code.rfind('/') + 1), decoded) && is_utf8(decoded);
    return readable ? decoded : std::string{scanned};
}

} // namespace schulkit
