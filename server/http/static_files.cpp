#include "server/http/static_files.hpp"

#include "server/http/fingerprint.hpp"
#include "server/http/negotiation.hpp"
#include "server/http/problem.hpp"

namespace schulkit {
namespace {

constexpr std::string_view index_name = "index.html";

bool is_application_address(std::string_view path) {
    return path.substr(path.rfind('/') + 1).find('.') == path.npos;
}

} // namespace

StaticFiles::StaticFiles(std::span<embedded::WebFile const> files, Deployment const& deployment) {
    for (embedded::WebFile const& file : files)
        m_files[file.path] = {file.content_type, file.etag, file.immutable,
                              file.plain,        file.gzip, file.brotli};

    auto const index = m_files.find(index_name);
    if (index == m_files.end()) return;
    m_index = index->second.plain;
    constexpr std::string_view head = "<head>";
    if (auto const at = m_index.find(head); at != m_index.npos)
        m_index.insert(at + head.size(), "<base href=\"" + deployment.path("/") + "\">");
    m_index_gzip = gzip(m_index);
    m_index_etag = '"' + fingerprint_of("", m_index).substr(0, 32) + '"';
    index->second = {"text/html; charset=utf-8", m_index_etag, false, m_index, m_index_gzip, {}};
}

HttpResponse StaticFiles::answer(Call const& call) const {
    std::string_view const path = inner_path(call.deployment(), call.http().path);
    auto file = m_files.find(path.substr(1));
    if (file == m_files.end() && is_application_address(path)) file = m_files.find(index_name);
    if (file == m_files.end()) return problem(404, "not_found");
    return serve(file->second, call.http());
}

std::string StaticFiles::path_of(std::string_view name) const {
    auto const dot = name.rfind('.');
    for (auto const& [path, file] : m_files) {
        if (path == name) return '/' + std::string{path};
        constexpr std::string_view folder = "static/";
        constexpr std::size_t hash = 13; // "-" and twelve digits
        std::string_view const stem = name.substr(0, dot);
        std::string_view const extension = dot == name.npos ? std::string_view{} : name.substr(dot);
        if (!path.starts_with(folder) || path.size() != folder.size() + stem.size() + hash + extension.size())
            continue;
        std::string_view const rest = path.substr(folder.size());
        if (rest.starts_with(stem) && rest.ends_with(extension) && rest[stem.size()] == '-')
            return '/' + std::string{path};
    }
    return {};
}

HttpResponse StaticFiles::serve(File const& file, HttpRequest const& request) const {
    HttpResponse response;
    response.set_header("ETag", "W/" + std::string{file.etag}); // weak: one for all encodings
    response.set_header("Vary", "Accept-Encoding");
    response.set_header("Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    if (names_etag(request.header("If-None-Match"), file.etag)) {
        response.status = 304;
        return response;
    }
    response.content_type = file.content_type;
    response.lasting_body = file.plain;
    std::string_view const accepted = request.header("Accept-Encoding");
    if (!file.brotli.empty() && accepts_coding(accepted, "br")) {
        response.lasting_body = file.brotli;
        response.set_header("Content-Encoding", "br");
    } else if (!file.gzip.empty() && accepts_coding(accepted, "gzip")) {
        response.lasting_body = file.gzip;
        response.set_header("Content-Encoding", "gzip");
    }
    return response;
}

} // namespace schulkit
