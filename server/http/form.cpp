#include "server/http/form.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {

Result<Form> Form::parse(std::string_view body) {
    auto const separators = static_cast<std::size_t>(std::count(body.begin(), body.end(), '&'));
    if (separators >= max_form_fields) return fail(ErrorKind::too_large, "too_large");
    TRY_ASSIGN(auto fields, detail::split_query(body));
    Form form;
    for (auto& [name, value] : fields) {
        if (!is_utf8(name) || !is_utf8(value)) return fail(ErrorKind::invalid, "bad_encoding");
        std::erase(value, '\r'); // browsers send lines with "\r\n"
        form.m_fields.emplace_back(std::move(name), std::move(value));
    }
    return form;
}

std::string const& Form::get(std::string_view name) const {
    static std::string const none;
    std::string const* found = &none;
    for (auto const& [each, value] : m_fields)
        if (each == name) found = &value;
    return *found;
}

bool Form::has(std::string_view name) const {
    for (auto const& field : m_fields)
        if (field.first == name) return true;
    return false;
}

} // namespace schulkit
