#pragma once
// An endpoint is a type: what it takes, what it answers, where it is. The server mounts it, the client
// calls it, OpenAPI describes it; nobody else knows a path.
//
//     struct UpdateAsset {
//         using Path = IdPath<Asset>;
//         using Query = None;
//         using Body = Patch<Asset>;
//         using Response = Asset;
//         static constexpr Method method = Method::patch;
//         static constexpr std::string_view path = "/api/assets/{id}";
//         static constexpr std::string_view name = "update_asset";
//         static constexpr std::string_view summary = "Change an asset";
//     };

#include "shared/core/json.hpp"
#include "shared/core/validate.hpp"

#include <string>
#include <string_view>

namespace schulkit {

enum class Method { get, post, put, patch, remove };

constexpr std::string_view method_word(Method method) {
    switch (method) {
    case Method::get: return "GET";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::remove: return "DELETE";
    }
    return "";
}

/// A body that is not JSON but a file's bytes.
struct Bytes {
    std::string bytes = {};
    bool operator==(Bytes const&) const = default;
};

template <class E>
struct Request {
    typename E::Path path = {};
    typename E::Query query = {};
    typename E::Body body = {};
};

/// 200 unless the endpoint says otherwise.
template <class E>
constexpr int success_status() {
    if constexpr (requires { E::success; })
        return E::success;
    else
        return 200;
}

template <class T>
struct IdPath {
    Id<T> id = {};
    bool operator==(IdPath const&) const = default;
};
template <class T>
struct Schema<IdPath<T>> {
    static constexpr std::string_view name = "id_path";
    static constexpr auto fields = std::tuple{field("id", "", &IdPath<T>::id)};
};

/// The answer of a list: `total` is exact, or the bound that was counted to.
template <class T>
struct Page {
    std::vector<T> items = {};
    std::int64_t total = 0;
    bool total_is_exact = true;
    std::optional<std::string> next_cursor = std::nullopt;
    bool operator==(Page const&) const = default;
};
template <class T>
struct Schema<Page<T>> {
    static constexpr std::string_view name = "page";
    static constexpr auto fields = std::tuple{
        field("items", "", &Page<T>::items), field("total", "", &Page<T>::total),
        field("total_is_exact", "", &Page<T>::total_is_exact), field("next_cursor", "", &Page<T>::next_cursor)};
};

inline constexpr int default_page_size = 50;
inline constexpr int max_page_size = 200;
/// Text hits are counted up to here and no further.
inline constexpr int count_bound = 1000;

/// RFC 3986: everything but unreserved characters is escaped.
std::string percent_encode(std::string_view text);
/// False for a broken escape; "+" is a plus sign unless `form` says it is a blank.
enum class PlusSign { plus, blank };
bool percent_decode(std::string_view text, std::string& out, PlusSign plus = PlusSign::plus);

/// The steps of url_of(): puts the text in place of {name} or {name...}; appends name=text.
void fill_path(std::string& url, std::string_view name, std::string_view text);
void add_to_query(std::string& url, char& separator, std::string_view name, std::string_view text);

/// The path and query of a call, percent-encoded. A path parameter written {code...} keeps what follows it.
template <class E> std::string url_of(typename E::Path const& path, typename E::Query const& query) {
    std::string url{E::path};
    for_each_field<typename E::Path>([&](auto const& f) { fill_path(url, f.name, to_text(path.*f.member)); });
    char separator = '?';
    typename E::Query const unset{};
    for_each_field<typename E::Query>([&](auto const& f) {
        if (!(query.*f.member == unset.*f.member)) add_to_query(url, separator, f.name, to_text(query.*f.member));
    });
    return url;
}

} // namespace schulkit
