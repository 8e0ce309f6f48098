#pragma once

#include "shared/attachments/attachment.hpp"
#include "shared/core/endpoint.hpp"

namespace schulkit {

struct UploadQuery {
    /// What the file is called: only for a better word about what is wrong with it.
    std::optional<std::string> name = std::nullopt;
    bool operator==(UploadQuery const&) const = default;
};

template <>
struct Schema<UploadQuery> {
    static constexpr std::string_view name = "upload_query";
    static constexpr auto fields = std::tuple{field("name", "", &UploadQuery::name, {.verbatim = true, .max_length = 1000})};
};

struct AttachmentPath {
    std::string sha256 = {};
    bool operator==(AttachmentPath const&) const = default;
};

template <>
struct Schema<AttachmentPath> {
    static constexpr std::string_view name = "attachment_path";
    static constexpr auto fields =
        std::tuple{field("sha256", "", &AttachmentPath::sha256, {.required = true, .max_length = 64})};
};

/// What a photo tells beside the picture (where it was taken, by which device) is left out before it is stored.
struct UploadAttachment {
    using Path = None;
    using Query = UploadQuery;
    using Body = Bytes;
    using Response = Attachment;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::size_t max_body_bytes = max_attachment_bytes;
    static constexpr std::string_view path = "/api/attachments";
    static constexpr std::string_view name = "upload_attachment";
    static constexpr std::string_view summary = "Send a photo or a PDF, to be added to something";
};

struct GetAttachment {
    using Path = AttachmentPath;
    using Query = None;
    using Body = None;
    using Response = Bytes;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/attachments/{sha256}";
    static constexpr std::string_view name = "get_attachment";
    static constexpr std::string_view summary = "The bytes of what the caller has sent";
};

} // namespace schulkit
