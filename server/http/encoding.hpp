#pragma once
// Content negotiation for compressed answers (RFC 9110, 12.5.3).

#include <string>
#include <string_view>

namespace schulkit {

/// Whether Accept-Encoding lets `coding` ("gzip", "br") be sent; without the header nothing but the plain
/// bytes.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

/// Quick rather than small: for answers that are made once.
std::string gzip(std::string_view bytes);

} // namespace schulkit
