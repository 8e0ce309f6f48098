#pragma once
// People, devices and tickets of the demo county, for tests of screens.

#include "shared/assets/asset_api.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"
#include "shared/schools/school_api.hpp"
#include "shared/tickets/ticket_api.hpp"

#include <string>
#include <utility>
#include <vector>

namespace schulkit::samples {

inline Person teacher() {
    return {.id = {4}, .username = "teacher", .school_codes = {"GYM-03"}};
}
inline Person technician() {
    return {.id = {3}, .username = "technician", .role = Role::technician};
}
inline Person coordinator() {
    return {.id = {2}, .username = "coordinator", .role = Role::coordinator};
}
inline Person auditor() {
    return {.id = {5}, .username = "auditor", .role = Role::auditor};
}

inline Asset projector() {
    return {.id = {17},
            .tag = "BEA0204",
            .name = "Beamer Epson EB-992F",
            .category = "Beamer",
            .status = AssetStatus::in_use,
            .school_code = "GYM-03",
            .room = "204"};
}
inline Asset service(std::int64_t id, std::string tag, std::string name,
                     std::optional<std::string> room = std::nullopt) {
    return {.id = {id},
            .kind = AssetKind::service,
            .tag = std::move(tag),
            .name = std::move(name),
            .category = room ? "Raum" : "Dienst",
            .status = AssetStatus::in_use,
            .school_code = "GYM-03",
            .room = std::move(room)};
}
inline std::vector<Asset> school_services() {
    return {service(91, "GYM-03-INTERNET", "Internetanschluss"),
            service(92, "GYM-03-KONTEN", "Benutzerkonten"), service(93, "GYM-03-OHNE", "Gerät ohne Etikett"),
            service(94, "GYM-03-WLAN", "WLAN"), service(95, "GYM-03-R-204", "Raum 204", "204")};
}
inline Found found(Asset const& asset) {
    return {.id = asset.id.value,
            .tag = asset.tag,
            .name = asset.name,
            .school_code = asset.school_code,
            .room = asset.room};
}

inline Ticket ticket(std::int64_t id = 123, TicketStatus status = TicketStatus::new_) {
    Ticket ticket{.id = {id},
                  .asset_id = {17},
                  .asset_tag = "BEA0204",
                  .asset_name = "Beamer Epson EB-992F",
                  .room = "204",
                  .school_code = "GYM-03",
                  .title = "Kein Bild",
                  .description = "Seit heute Morgen bleibt das Bild dunkel.",
                  .status = status,
                  .reporter = "teacher",
                  .version = 3,
                  .created_at = *parse_rfc3339("2026-11-23T07:15:00Z"),
                  .updated_at = *parse_rfc3339("2026-11-23T09:30:00Z")};
    if (status != TicketStatus::new_) ticket.assignee = "technician";
    return ticket;
}

template <class T> Page<T> page(std::vector<T> items, std::optional<std::string> next_cursor = std::nullopt) {
    auto const total = static_cast<std::int64_t>(items.size()) + (next_cursor ? 50 : 0);
    return {.items = std::move(items), .total = total, .next_cursor = std::move(next_cursor)};
}
template <class T>
std::string page_json(std::vector<T> items, std::optional<std::string> next_cursor = std::nullopt) {
    return encode(page(std::move(items), std::move(next_cursor)));
}

inline std::vector<School> schools() {
    return {
        {.id = {1}, .code = "BBS-01", .name = "Berufsbildende Schule Nord", .type = SchoolType::vocational},
        {.id = {3}, .code = "GYM-03", .name = "Gymnasium am Wall", .type = SchoolType::gymnasium}};
}

/// What a problem document of the server looks like.
inline std::string problem(std::string_view code, std::vector<FieldError> const& fields = {}) {
    Json json = Json{{"code", std::string{code}}};
    for (FieldError const& field : fields)
        json["errors"].push_back(Json{{"field", field.field}, {"code", field.code}});
    return dump_json(json);
}

} // namespace schulkit::samples
