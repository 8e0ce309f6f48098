#pragma once
// What a caller takes, and what it has already (RFC 9110, 12.5.3 and 13.1.2).

#include <string>
#include <string_view>

namespace schulkit {

/// An entry of a header that is a list: "gzip;q=0.5" is the name "gzip" with the parameters "q=0.5".
struct HeaderEntry {
    std::string_view name = {}; ///< without blanks around it
    std::string_view parameters = {};
};
/// Takes the first entry out of the list.
HeaderEntry take_entry(std::string_view& list);

/// Whether Accept-Encoding lets `coding` ("gzip", "br") be sent; without the header nothing but the plain
/// bytes.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

/// Whether If-None-Match names that ETag; weak or not makes no difference, as a proxy may have weakened it.
bool names_etag(std::string_view if_none_match, std::string_view etag);

/// Quick rather than small: for answers that are made once.
std::string gzip(std::string_view bytes);

} // namespace schulkit
