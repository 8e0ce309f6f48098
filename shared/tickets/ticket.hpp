#pragma once
// A report about exactly one asset. Schools read "Meldung", the office "Ticket".

#include "shared/assets/asset.hpp"
#include "shared/attachments/attachment.hpp"
#include "shared/core/json.hpp"

#include <array>
#include <string>

namespace schulkit {

enum class TicketStatus : std::uint8_t { new_, accepted, waiting, resolved, closed };

template <>
struct EnumWords<TicketStatus> {
    static constexpr std::array values = {std::pair{TicketStatus::new_, std::string_view{"new"}},
                                          std::pair{TicketStatus::accepted, std::string_view{"accepted"}},
                                          std::pair{TicketStatus::waiting, std::string_view{"waiting"}},
                                          std::pair{TicketStatus::resolved, std::string_view{"resolved"}},
                                          std::pair{TicketStatus::closed, std::string_view{"closed"}}};
};

enum class TicketChannel : std::uint8_t { browser, phone, on_site };

template <>
struct EnumWords<TicketChannel> {
    static constexpr std::array values = {std::pair{TicketChannel::browser, std::string_view{"browser"}},
                                          std::pair{TicketChannel::phone, std::string_view{"phone"}},
                                          std::pair{TicketChannel::on_site, std::string_view{"on_site"}}};
};

/// Forward to any later status; accepted and waiting change places; given back (accepted → new); resolved and
/// closed can be opened again (→ accepted). A step to the status it already has is none.
bool may_follow(TicketStatus from, TicketStatus to);
constexpr bool is_open(TicketStatus status) {
    return status != TicketStatus::resolved && status != TicketStatus::closed;
}

struct Ticket {
    Id<Ticket> id = {};
    Id<Asset> asset_id = {};
    std::string asset_tag = {};
    std::string asset_name = {};
    std::optional<std::string> room = std::nullopt;        ///< the asset's, now
    std::optional<std::string> school_code = std::nullopt; ///< the asset's, when it was reported
    std::string title = {};
    std::string description = {};
    TicketStatus status = TicketStatus::new_;
    std::optional<std::string> assignee = std::nullopt; ///< username
    std::optional<std::string> reporter = std::nullopt; ///< username; absent when erased
    TicketChannel channel = TicketChannel::browser;
    /// The kit and the loan that the device was in when it was reported.
    std::optional<std::int64_t> kit_id = std::nullopt;
    std::optional<std::string> kit_tag = std::nullopt;
    std::optional<std::int64_t> loan_id = std::nullopt;
    std::int64_t version = 1;
    Instant created_at = {};
    Instant updated_at = {};
    bool operator==(Ticket const&) const = default;
};

inline constexpr Rules ticket_title_rules = {
    .required = true, .erasable = true, .searched = true, .max_length = 120};
inline constexpr Rules ticket_description_rules = {
    .erasable = true, .multiline = true, .searched = true, .max_length = 4000};

template <>
struct Schema<Ticket> {
    static constexpr std::string_view name = "ticket";
    static constexpr auto fields = std::tuple{
        field("id", "ticket.id", &Ticket::id, {.read_only = true}),
        field("asset_id", "", &Ticket::asset_id, {.read_only = true}),
        field("asset_tag", "asset.tag", &Ticket::asset_tag, {.read_only = true, .derived = true}),
        field("asset_name", "asset.name", &Ticket::asset_name, {.read_only = true, .derived = true}),
        field("room", "asset.room", &Ticket::room, {.read_only = true, .derived = true}),
        field("school_code", "asset.school_code", &Ticket::school_code, {.read_only = true}),
        field("title", "ticket.title", &Ticket::title, ticket_title_rules),
        field("description", "ticket.description", &Ticket::description, ticket_description_rules),
        field("status", "ticket.status", &Ticket::status),
        field("assignee", "ticket.assignee", &Ticket::assignee, {.erasable = true, .max_length = 60}),
        field("reporter", "ticket.reporter", &Ticket::reporter, {.read_only = true, .erasable = true}),
        field("channel", "ticket.channel", &Ticket::channel),
        field("kit_id", "", &Ticket::kit_id, {.read_only = true, .derived = true}),
        field("kit_tag", "ticket.kit", &Ticket::kit_tag, {.read_only = true, .derived = true}),
        field("loan_id", "ticket.loan", &Ticket::loan_id, {.read_only = true, .derived = true}),
        field("version", "", &Ticket::version, {.read_only = true}),
        field("created_at", "ticket.created_at", &Ticket::created_at, {.read_only = true}),
        field("updated_at", "ticket.updated_at", &Ticket::updated_at, {.read_only = true})};
};

/// A report as it comes in.
struct TicketReport {
    std::string asset_code = {}; ///< whatever finds one asset: tag, serial number, label
    std::string title = {};
    std::string description = {};
    TicketChannel channel = TicketChannel::browser;
    std::vector<AttachmentLink> attachments = {}; ///< photos; each is sent before, by who reports
    bool operator==(TicketReport const&) const = default;
};

template <>
struct Schema<TicketReport> {
    static constexpr std::string_view name = "ticket_report";
    static constexpr auto fields = std::tuple{
        field("asset_code", "asset.tag", &TicketReport::asset_code, {.required = true, .max_length = 200}),
        field("title", "ticket.title", &TicketReport::title, ticket_title_rules),
        field("description", "ticket.description", &TicketReport::description, ticket_description_rules),
        field("channel", "ticket.channel", &TicketReport::channel),
        field("attachments", "ticket.photos", &TicketReport::attachments)};
};

inline constexpr std::size_t max_ticket_attachments = 6;
void check(TicketReport const& report, FieldErrors& errors);

/// What the office may change of a ticket. A new asset_code corrects the link; it can never be removed.
struct TicketWork {
    std::string asset_code = {};
    std::string title = {};
    std::string description = {};
    TicketStatus status = TicketStatus::new_;
    std::optional<std::string> assignee = std::nullopt; ///< username of an administrator, coordinator or technician
    TicketChannel channel = TicketChannel::browser;
    bool operator==(TicketWork const&) const = default;
};

template <>
struct Schema<TicketWork> {
    static constexpr std::string_view name = "ticket_work";
    static constexpr auto fields = std::tuple{
        field("asset_code", "asset.tag", &TicketWork::asset_code, {.required = true, .max_length = 200}),
        field("title", "ticket.title", &TicketWork::title, ticket_title_rules),
        field("description", "ticket.description", &TicketWork::description, ticket_description_rules),
        field("status", "ticket.status", &TicketWork::status),
        field("assignee", "ticket.assignee", &TicketWork::assignee, {.erasable = true, .max_length = 60}),
        field("channel", "ticket.channel", &TicketWork::channel)};
};

TicketWork work_of(Ticket const& ticket);

struct TicketComment {
    Id<TicketComment> id = {};
    Id<Ticket> ticket_id = {};
    std::optional<std::string> author = std::nullopt; ///< username; absent when erased
    std::string text = {};
    Instant created_at = {};
    bool operator==(TicketComment const&) const = default;
};

template <>
struct Schema<TicketComment> {
    static constexpr std::string_view name = "ticket_comment";
    static constexpr auto fields = std::tuple{
        field("id", "", &TicketComment::id, {.read_only = true}),
        field("ticket_id", "", &TicketComment::ticket_id, {.read_only = true}),
        field("author", "ticket.author", &TicketComment::author, {.read_only = true, .erasable = true}),
        field("text", "ticket.comment", &TicketComment::text,
              {.required = true, .erasable = true, .multiline = true, .max_length = 4000}),
        field("created_at", "", &TicketComment::created_at, {.read_only = true})};
};

/// What the text search looks through, folded.
std::string search_text(Ticket const& ticket);

} // namespace schulkit
