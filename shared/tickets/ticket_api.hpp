#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/tickets/ticket.hpp"

namespace schulkit {

/// open: new, accepted or waiting. done: resolved or closed.
enum class TicketProgress : std::uint8_t { open, done };

template <>
struct EnumWords<TicketProgress> {
    static constexpr std::array values = {std::pair{TicketProgress::open, std::string_view{"open"}},
                                          std::pair{TicketProgress::done, std::string_view{"done"}}};
};

struct TicketQuery {
    std::optional<std::string> q = std::nullopt;
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::string sort = "-created_at"; ///< created_at, updated_at
    std::optional<std::string> school_code = std::nullopt;
    std::optional<TicketStatus> status = std::nullopt;
    std::optional<TicketProgress> progress = std::nullopt;
    std::optional<std::int64_t> asset_id = std::nullopt;
    bool reported_by_me = false;
    bool assigned_to_me = false;
    bool operator==(TicketQuery const&) const = default;
};

template <>
struct Schema<TicketQuery> {
    static constexpr std::string_view name = "ticket_query";
    static constexpr auto fields = std::tuple{
        field("q", "", &TicketQuery::q),
        field("limit", "", &TicketQuery::limit),
        field("cursor", "", &TicketQuery::cursor, {.max_length = 2000}),
        field("sort", "", &TicketQuery::sort),
        field("school_code", "asset.school_code", &TicketQuery::school_code),
        field("status", "ticket.status", &TicketQuery::status),
        field("progress", "", &TicketQuery::progress),
        field("asset_id", "", &TicketQuery::asset_id),
        field("reported_by_me", "", &TicketQuery::reported_by_me),
        field("assigned_to_me", "", &TicketQuery::assigned_to_me)};
};

struct ListTickets {
    using Path = None;
    using Query = TicketQuery;
    using Body = None;
    using Response = Page<Ticket>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/tickets";
    static constexpr std::string_view name = "list_tickets";
    static constexpr std::string_view summary = "Tickets, newest first";
};

struct ReportTicket {
    using Path = None;
    using Query = None;
    using Body = TicketReport;
    using Response = Ticket;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/tickets";
    static constexpr std::string_view name = "report_ticket";
    static constexpr std::string_view summary = "Report that an asset needs help";
};

struct GetTicket {
    using Path = IdPath<Ticket>;
    using Query = None;
    using Body = None;
    using Response = Ticket;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/tickets/{id}";
    static constexpr std::string_view name = "get_ticket";
    static constexpr std::string_view summary = "One ticket";
};

struct WorkTicket {
    using Path = IdPath<Ticket>;
    using Query = None;
    using Body = Patch<TicketWork>;
    using Response = Ticket;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/tickets/{id}";
    static constexpr std::string_view name = "work_ticket";
    static constexpr std::string_view summary = "Take a ticket, move it on, correct its asset";
};

struct ListTicketComments {
    using Path = IdPath<Ticket>;
    using Query = None;
    using Body = None;
    using Response = Page<TicketComment>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/tickets/{id}/comments";
    static constexpr std::string_view name = "list_ticket_comments";
    static constexpr std::string_view summary = "Comments of a ticket, oldest first, all on one page";
};

struct ListTicketAttachments {
    using Path = IdPath<Ticket>;
    using Query = None;
    using Body = None;
    using Response = Page<AttachedFile>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/tickets/{id}/attachments";
    static constexpr std::string_view name = "list_ticket_attachments";
    static constexpr std::string_view summary = "Photos of a ticket, all on one page";
};

struct TicketAttachmentPath {
    Id<Ticket> id = {};
    std::int64_t position = 0;
    bool operator==(TicketAttachmentPath const&) const = default;
};

template <>
struct Schema<TicketAttachmentPath> {
    static constexpr std::string_view name = "ticket_attachment_path";
    static constexpr auto fields = std::tuple{field("id", "", &TicketAttachmentPath::id),
                                              field("position", "", &TicketAttachmentPath::position)};
};

struct GetTicketAttachment {
    using Path = TicketAttachmentPath;
    using Query = None;
    using Body = None;
    using Response = Bytes;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/tickets/{id}/attachments/{position}";
    static constexpr std::string_view name = "get_ticket_attachment";
    static constexpr std::string_view summary = "The bytes of a photo of a ticket";
};

struct CommentTicket {
    using Path = IdPath<Ticket>;
    using Query = None;
    using Body = TicketComment;
    using Response = TicketComment;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/tickets/{id}/comments";
    static constexpr std::string_view name = "comment_ticket";
    static constexpr std::string_view summary = "Comment on a ticket";
};

} // namespace schulkit
