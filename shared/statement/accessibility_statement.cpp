#include "shared/statement/accessibility_statement.hpp"

namespace schulkit {
namespace {

bool is_web_address(std::string_view text) {
    for (std::string_view const scheme : {"https://", "http://"})
        if (text.starts_with(scheme) && text.size() > scheme.size())
            return text.find_first_of(" \"<>\\") == text.npos;
    return false;
}

/// One that may stand in "mailto:" as it is.
bool is_mail_address(std::string_view text) {
    auto const at = text.find('@');
    return at != text.npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == text.npos &&
           text.find_first_of(" \"<>?&%") == text.npos;
}

} // namespace

void check(AccessibilityStatement const& statement, FieldErrors& errors) {
    if (statement.enforcement_link && !is_web_address(*statement.enforcement_link))
        errors.push_back({"enforcement_link", "bad_link", {}});
    if (statement.contact_email && !is_mail_address(*statement.contact_email))
        errors.push_back({"contact_email", "bad_mail", {}});
    if (statement.prepared_on && statement.reviewed_on && *statement.reviewed_on < *statement.prepared_on)
        errors.push_back({"reviewed_on", "before_prepared", {}});
}

std::vector<std::string_view> missing_in(AccessibilityStatement const& statement) {
    std::vector<std::string_view> missing;
    auto const ask = [&](std::string_view name, bool is_there) {
        if (!is_there) missing.push_back(name);
    };
    ask("body", statement.body.has_value());
    ask("prepared_on", statement.prepared_on.has_value());
    ask("contact_name", statement.contact_name.has_value());
    ask("contact_email", statement.contact_email || statement.contact_phone);
    ask("enforcement_name", statement.enforcement_name.has_value());
    ask("enforcement_link", statement.enforcement_link || statement.enforcement_address);
    return missing;
}

} // namespace schulkit
