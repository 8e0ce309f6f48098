#pragma once
// The web client inside the server's binary, as tools/bundle.mjs made it.

#include <span>
#include <string_view>

namespace schulkit::embedded {

struct WebFile {
    std::string_view path;         ///< from the application's root, without a leading slash: "index.html"
    std::string_view content_type;
    std::string_view etag;         ///< with its quotes
    bool immutable = false;        ///< the name holds a hash of the content
    std::string_view plain;
    std::string_view gzip;   ///< empty where it would not be smaller
    std::string_view brotli; ///< empty where it would not be smaller
};

/// Sorted by path.
std::span<WebFile const> web_files();

} // namespace schulkit::embedded
