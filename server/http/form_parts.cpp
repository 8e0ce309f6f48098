#include "server/http/form.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr std::size_t max_boundary = 200;

/// A parameter of a header: name="value" or name=value; nothing where it is not there.
std::optional<std::string> parameter_of(std::string_view header, std::string_view name) {
    std::size_t at = header.find(';');
    while (at != header.npos) {
        std::string_view rest = trim(header.substr(at + 1));
        auto const equals = rest.find('=');
        if (equals == rest.npos) return std::nullopt;
        std::string_view const key = trim(rest.substr(0, equals));
        rest.remove_prefix(equals + 1);
        bool const quoted = rest.starts_with('"');
        if (quoted) rest.remove_prefix(1);
        // browsers write a quote within a name as %22
        auto const end = std::min(rest.find(quoted ? '"' : ';'), rest.size());
        if (same_word(key, name)) return std::string{quoted ? rest.substr(0, end) : trim(rest.substr(0, end))};
        auto const next = rest.find(';', end);
        if (next == rest.npos) return std::nullopt;
        header = rest;
        at = next;
    }
    return std::nullopt;
}

struct Part {
    std::string name = {};
    std::optional<std::string> file_name = std::nullopt;
    std::string_view content = {};
};

std::optional<Part> part_of(std::string_view text) {
    auto const end = text.find("\r\n\r\n");
    if (end == text.npos) return std::nullopt;
    Part part{.content = text.substr(end + 4)};
    std::string_view head = text.substr(0, end);
    while (!head.empty()) {
        auto const line_end = std::min(head.find("\r\n"), head.size());
        std::string_view const line = head.substr(0, line_end);
        head.remove_prefix(std::min(line_end + 2, head.size()));
        auto const colon = line.find(':');
        if (colon == line.npos || !same_word(trim(line.substr(0, colon)), "Content-Disposition")) continue;
        part.name = parameter_of(line, "name").value_or("");
        part.file_name = parameter_of(line, "filename");
    }
    if (part.name.empty()) return std::nullopt;
    return part;
}

} // namespace

Result<Form> Form::parse_parts(std::string_view content_type, std::string_view body) {
    auto const boundary = parameter_of(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > max_boundary) return fail(ErrorKind::invalid, "bad_form");
    std::string const mark = "--" + *boundary;
    std::string const next = "\r\n" + mark;
    if (!body.starts_with(mark)) return fail(ErrorKind::invalid, "bad_form");
    body.remove_prefix(mark.size());
    Form form;
    while (!body.starts_with("--")) {
        if (!body.starts_with("\r\n")) return fail(ErrorKind::invalid, "bad_form");
        auto const end = body.find(next, 2);
        if (end == body.npos) return fail(ErrorKind::invalid, "bad_form");
        auto const part = part_of(body.substr(2, end - 2));
        if (!part) return fail(ErrorKind::invalid, "bad_form");
        body.remove_prefix(end + next.size());
        if (form.m_fields.size() + form.m_files.size() >= max_form_fields) return fail(ErrorKind::too_large, "too_large");
        if (!is_utf8(part->name) || !is_utf8(part->file_name.value_or(""))) return fail(ErrorKind::invalid, "bad_encoding");
        if (part->file_name) {
            if (!part->file_name->empty() || !part->content.empty())
                form.m_files.push_back({part->name, *part->file_name, std::string{part->content}});
            continue;
        }
        if (!is_utf8(part->content)) return fail(ErrorKind::invalid, "bad_encoding");
        std::string value{part->content};
        std::erase(value, '\r');
        form.m_fields.emplace_back(part->name, std::move(value));
    }
    return form;
}

std::string Form::content() const {
    std::string all;
    auto const add = [&all](std::string_view text) {
        all += std::to_string(text.size());
        all += ':';
        all += text;
    };
    for (auto const& [name, value] : m_fields) {
        add(name);
        add(value);
    }
    for (FormFile const& file : m_files) {
        add(file.field);
        add(file.name);
        add(file.bytes);
    }
    return all;
}

} // namespace schulkit
