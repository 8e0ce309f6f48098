#pragma once
// What a public body must say about the accessibility of its application: Commission Implementing Decision
// (EU) 2018/1523. The county edits it; there is one.

#include "shared/core/json.hpp"

#include <array>
#include <string>
#include <vector>

namespace schulkit {

enum class Conformity : std::uint8_t { full, partial, none };

template <>
struct EnumWords<Conformity> {
    static constexpr std::array values = {std::pair{Conformity::full, std::string_view{"full"}},
                                          std::pair{Conformity::partial, std::string_view{"partial"}},
                                          std::pair{Conformity::none, std::string_view{"none"}}};
};

enum class AssessmentMethod : std::uint8_t { self_assessment, external };

template <>
struct EnumWords<AssessmentMethod> {
    static constexpr std::array values = {
        std::pair{AssessmentMethod::self_assessment, std::string_view{"self_assessment"}},
        std::pair{AssessmentMethod::external, std::string_view{"external"}}};
};

struct AccessibilityStatement {
    Id<AccessibilityStatement> id = {1};
    std::optional<std::string> body = std::nullopt; ///< the public body that answers for the application
    Conformity conformity = Conformity::partial;
    std::optional<std::string> exceptions = std::nullopt; ///< what is not accessible; absent: what the product knows
    std::optional<std::string> burden = std::nullopt;     ///< what would be a disproportionate burden
    std::optional<std::string> out_of_scope = std::nullopt;
    std::optional<Date> prepared_on = std::nullopt;
    AssessmentMethod method = AssessmentMethod::self_assessment;
    std::optional<std::string> method_details = std::nullopt;
    std::optional<Date> reviewed_on = std::nullopt;
    std::optional<std::string> contact_name = std::nullopt;
    std::optional<std::string> contact_email = std::nullopt;
    std::optional<std::string> contact_phone = std::nullopt;
    std::optional<std::string> contact_address = std::nullopt;
    std::optional<std::string> enforcement_name = std::nullopt;
    std::optional<std::string> enforcement_address = std::nullopt;
    std::optional<std::string> enforcement_link = std::nullopt; ///< http or https
    std::int64_t version = 1;
    bool operator==(AccessibilityStatement const&) const = default;
};

template <>
struct Schema<AccessibilityStatement> {
    using S = AccessibilityStatement;
    static constexpr std::string_view name = "accessibility_statement";
    static constexpr Rules long_text = {.multiline = true, .max_length = 8000};
    static constexpr Rules address = {.erasable = true, .multiline = true, .max_length = 500};
    static constexpr auto fields = std::tuple{
        field("id", "", &S::id, {.read_only = true}),
        field("body", "statement.body", &S::body, {.max_length = 200}),
        field("conformity", "statement.conformity", &S::conformity),
        field("exceptions", "statement.exceptions", &S::exceptions, long_text),
        field("burden", "statement.burden", &S::burden, long_text),
        field("out_of_scope", "statement.out_of_scope", &S::out_of_scope, long_text),
        field("prepared_on", "statement.prepared_on", &S::prepared_on),
        field("method", "statement.method", &S::method),
        field("method_details", "statement.method_details", &S::method_details, long_text),
        field("reviewed_on", "statement.reviewed_on", &S::reviewed_on),
        field("contact_name", "statement.contact_name", &S::contact_name, {.erasable = true, .max_length = 200}),
        field("contact_email", "statement.contact_email", &S::contact_email, {.erasable = true, .max_length = 200}),
        field("contact_phone", "statement.contact_phone", &S::contact_phone, {.erasable = true, .max_length = 80}),
        field("contact_address", "statement.contact_address", &S::contact_address, address),
        field("enforcement_name", "statement.enforcement_name", &S::enforcement_name, {.max_length = 200}),
        field("enforcement_address", "statement.enforcement_address", &S::enforcement_address,
              {.multiline = true, .max_length = 500}),
        field("enforcement_link", "statement.enforcement_link", &S::enforcement_link, {.max_length = 500}),
        field("version", "", &S::version, {.read_only = true})};
};

/// The link is one that a browser may follow; the e-mail address has an "@"; a review is not before the statement.
void check(AccessibilityStatement const& statement, FieldErrors& errors);

/// Names of the fields that the law asks for and that are still empty.
std::vector<std::string_view> missing_in(AccessibilityStatement const& statement);

} // namespace schulkit
