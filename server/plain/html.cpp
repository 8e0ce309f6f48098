#include "server/plain/html.hpp"

#include <algorithm>
#include <array>

namespace schulkit::plain {
namespace {

/// Enough for text and for attributes in double quotes.
void append_escaped(std::string& markup, std::string_view text) {
    for (char const c : text) {
        switch (c) {
        case '&': markup += "&amp;"; break;
        case '<': markup += "&lt;"; break;
        case '>': markup += "&gt;"; break;
        case '"': markup += "&quot;"; break;
        case '\'': markup += "&#39;"; break;
        default: markup += c;
        }
    }
}

bool is_void(std::string_view name) {
    static constexpr std::array<std::string_view, 6> names = {"br", "hr", "img", "input", "link", "meta"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Html::Html(std::string_view text) {
    append_escaped(m_markup, text);
}

Html& Html::operator+=(Html const& more) {
    m_markup += more.m_markup;
    return *this;
}

Html element(Name name, std::initializer_list<Attribute> attributes, Html const& inner) {
    Html made;
    std::string& markup = made.m_markup;
    markup += '<';
    markup += name.text();
    for (Attribute const& attribute : attributes) {
        if (!attribute.value()) continue;
        markup += ' ';
        markup += attribute.name().text();
        if (attribute.value()->empty() && attribute.name().text() != "value" && attribute.name().text() != "alt")
            continue;
        markup += "=\"";
        append_escaped(markup, *attribute.value());
        markup += '"';
    }
    markup += '>';
    if (is_void(name.text())) return made;
    // the first line end after the tag would be swallowed
    if (name.text() == "textarea") markup += '\n';
    markup += inner.m_markup;
    markup += "</";
    markup += name.text();
    markup += '>';
    return made;
}

Html kept_markup(std::string markup) {
    Html kept;
    kept.m_markup = std::move(markup);
    return kept;
}

std::string document(Html const& root) {
    return "<!doctype html>\n" + root.m_markup + '\n';
}

} // namespace schulkit::plain
