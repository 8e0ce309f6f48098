#include "server/http/deployment.hpp"

#include "shared/core/text.hpp"

#include <algorithm>
#include <arpa/inet.h>

namespace schulkit {
namespace {

/// An address in its one spelling (IPv4 inside IPv6 is IPv4); empty for what is none.
std::string plain_address(std::string_view text) {
    std::string const address{text};
    in_addr four{};
    in6_addr six{};
    char buffer[INET6_ADDRSTRLEN] = {};
    if (inet_pton(AF_INET, address.c_str(), &four) == 1)
        return inet_ntop(AF_INET, &four, buffer, sizeof buffer);
    if (inet_pton(AF_INET6, address.c_str(), &six) != 1) return {};
    if (IN6_IS_ADDR_V4MAPPED(&six)) return inet_ntop(AF_INET, &six.s6_addr[12], buffer, sizeof buffer);
    return inet_ntop(AF_INET6, &six, buffer, sizeof buffer);
}

/// One entry of X-Forwarded-For: some proxies add a port, IPv6 then stands in brackets.
std::string forwarded_address(std::string_view entry) {
    entry = trim(entry);
    if (entry.starts_with('[')) {
        auto const end = entry.find(']');
        return end == std::string_view::npos ? std::string{} : plain_address(entry.substr(1, end - 1));
    }
    auto const colon = entry.find(':');
    bool const has_port =
        colon != std::string_view::npos && entry.find(':', colon + 1) == std::string_view::npos;
    return plain_address(has_port ? entry.substr(0, colon) : entry);
}

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == ':' || c == '[' || c == ']';
}

bool is_path_character(char c) {
    return is_host_character(c) || c == '/' || c == '_' || c == '~' || c == '%';
}

std::string lower_ascii(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

} // namespace

Result<Deployment> make_deployment(std::string_view base_url, std::vector<std::string> trusted_proxies) {
    Deployment deployment;
    for (std::string const& proxy : trusted_proxies) {
        std::string address = plain_address(proxy);
        if (address.empty()) return fail(ErrorKind::invalid, "bad_address", proxy);
        deployment.trusted_proxies.push_back(std::move(address));
    }
    if (base_url.empty()) return deployment;

    auto const bad = [&] { return fail(ErrorKind::invalid, "bad_base_url", std::string{base_url}); };
    auto const scheme_end = base_url.find("://");
    if (scheme_end == std::string_view::npos) return bad();
    std::string const scheme = lower_ascii(base_url.substr(0, scheme_end));
    if (scheme != "http" && scheme != "https") return bad();

    std::string_view const rest = base_url.substr(scheme_end + 3);
    auto const slash = rest.find('/');
    std::string host = lower_ascii(rest.substr(0, slash));
    std::string_view path = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    if (host.empty() || !std::all_of(host.begin(), host.end(), is_host_character)) return bad();
    if (!std::all_of(path.begin(), path.end(), is_path_character) || path.find("//") != path.npos)
        return bad();

    // Browsers leave the usual port out of Origin.
    std::string const usual_port = scheme == "https" ? ":443" : ":80";
    if (host.ends_with(usual_port)) host.resize(host.size() - usual_port.size());
    deployment.origin = scheme + "://" + host;
    deployment.base_path = std::string{path};
    return deployment;
}

std::string_view inner_path(Deployment const& deployment, std::string_view path) {
    std::string_view const base = deployment.base_path;
    if (!base.empty() && path.starts_with(base) && path.size() > base.size() && path[base.size()] == '/')
        return path.substr(base.size());
    return path;
}

std::string base_url_of(Deployment const& deployment, HttpRequest const& request) {
    std::string const origin = deployment.origin.empty() ? "http://" + std::string{request.header("Host")} : deployment.origin;
    return origin + deployment.base_path;
}

std::string client_address(Deployment const& deployment, HttpRequest const& request) {
    auto const is_trusted = [&](std::string const& address) {
        auto const& trusted = deployment.trusted_proxies;
        return std::find(trusted.begin(), trusted.end(), address) != trusted.end();
    };
    std::string address = plain_address(request.peer_address);
    if (address.empty()) address = request.peer_address;
    if (!is_trusted(address)) return address;

    // Each proxy adds the address it was called from at the end; only what a trusted one wrote counts.
    for (auto header = request.headers.rbegin(); header != request.headers.rend(); ++header) {
        if (!same_word(header->name, "X-Forwarded-For")) continue;
        std::string_view list = header->value;
        while (!list.empty()) {
            auto const comma = list.rfind(',');
            std::string_view const entry = comma == list.npos ? list : list.substr(comma + 1);
            std::string forwarded = forwarded_address(entry);
            if (forwarded.empty()) return address;
            address = std::move(forwarded);
            if (!is_trusted(address)) return address;
            list = comma == list.npos ? std::string_view{} : list.substr(0, comma);
        }
    }
    return address;
}

} // namespace schulkit
