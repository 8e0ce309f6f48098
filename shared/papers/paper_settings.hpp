#pragma once
// What stands on every paper of the county: its letterhead, and the agreement's text. The county edits it; there is one.

#include "shared/core/json.hpp"

#include <string>

namespace schulkit {

struct PaperSettings {
    Id<PaperSettings> id = {1};
    std::optional<std::string> county = std::nullopt;     ///< "Landkreis Musterkreis"
    std::optional<std::string> department = std::nullopt; ///< "Amt für Schulen · Schul-IT"
    std::optional<std::string> address = std::nullopt;    ///< a line each
    std::optional<std::string> contact = std::nullopt;    ///< a line each: "Telefon 0123 456-0"
    std::optional<std::string> place = std::nullopt;      ///< where the county signs: "Musterstadt"
    std::string agreement_text = {};                      ///< syntax: server/papers/agreement_templates/1.txt
    std::int64_t agreement_version = 1;                   ///< of that text; another text is another version
    std::int64_t version = 1;
    bool operator==(PaperSettings const&) const = default;
};

template <>
struct Schema<PaperSettings> {
    using S = PaperSettings;
    static constexpr std::string_view name = "paper_settings";
    static constexpr Rules lines = {.erasable = true, .multiline = true, .max_length = 400};
    static constexpr auto fields = std::tuple{
        field("id", "", &S::id, {.read_only = true}), field("county", "paper_settings.county", &S::county),
        field("department", "paper_settings.department", &S::department),
        field("address", "paper_settings.address", &S::address, lines),
        field("contact", "paper_settings.contact", &S::contact, lines),
        field("place", "paper_settings.place", &S::place, {.max_length = 80}),
        field("agreement_text", "paper_settings.agreement_text", &S::agreement_text,
              {.required = true, .multiline = true, .derived = true, .max_length = 60000}),
        field("agreement_version", "paper_settings.agreement_version", &S::agreement_version,
              {.read_only = true, .derived = true}),
        field("version", "", &S::version, {.read_only = true})};
};

} // namespace schulkit
