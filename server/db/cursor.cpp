#include "server/db/cursor.hpp"

#include "shared/core/endpoint.hpp"

#include <sodium.h>

namespace schulkit {

Result<Done> check_limit(int limit) {
    if (limit < 1 || limit > max_page_size) return invalid("limit", "out_of_range");
    return Done{};
}

std::string encode_cursor(std::string_view sort, Cursor const& cursor) {
    std::string const plain = dump_json(Json::array({std::string{sort}, cursor.value, cursor.id}));
    std::string text(sodium_base64_ENCODED_LEN(plain.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(plain.data()), plain.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back(); // the terminating zero
    return text;
}

Result<std::optional<Cursor>> decode_cursor(std::optional<std::string> const& text, std::string_view sort) {
    if (!text || text->empty()) return std::optional<Cursor>{};
    std::string plain(text->size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(plain.data()), plain.size(), text->data(), text->size(),
                          nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return invalid("cursor", "bad_cursor");
    plain.resize(size);
    auto const json = parse_json(plain);
    if (!json || !json->is_array() || json->size() != 3) return invalid("cursor", "bad_cursor");
    Cursor cursor;
    std::string of_sort;
    FieldErrors errors;
    decode_value((*json)[0], of_sort, "cursor", errors);
    decode_value((*json)[1], cursor.value, "cursor", errors);
    decode_value((*json)[2], cursor.id, "cursor", errors);
    if (!errors.empty() || of_sort != sort) return invalid("cursor", "bad_cursor");
    return std::optional{std::move(cursor)};
}

} // namespace schulkit
