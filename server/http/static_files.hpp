#pragma once
// The web client, as it lies in the binary: in the best encoding the browser takes, by ETag, for ever where
// the name holds a hash.

#include "embedded/web_files.hpp"
#include "server/http/call.hpp"

#include <map>
#include <span>

namespace schulkit {

class StaticFiles {
public:
    /// index.html gets a <base> with the site's sub-path, so that it works at every address of the
    /// application.
    StaticFiles(std::span<embedded::WebFile const> files, Deployment const& deployment);
    StaticFiles(StaticFiles const&) = delete;
    StaticFiles& operator=(StaticFiles const&) = delete;

    /// A path without a file of its own whose last part has no dot is an address inside the application:
    /// index.html.
    HttpResponse answer(Call const& call) const;
    /// Where a file of the bundle lies: "pages.css" → "/static/pages-0123456789ab.css". Empty where there is none.
    std::string path_of(std::string_view name) const;

private:
    struct File {
        std::string_view content_type = {};
        std::string_view etag = {};
        bool immutable = false;
        std::string_view plain = {}, gzip = {}, brotli = {};
    };
    HttpResponse serve(File const& file, HttpRequest const& request) const;

    std::map<std::string_view, File> m_files;
    std::string m_index = {}, m_index_gzip = {}, m_index_etag = {};
};

} // namespace schulkit
