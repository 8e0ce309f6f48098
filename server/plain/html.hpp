#pragma once
// HTML that is escaped by construction: names of elements and attributes are literals of the program, everything
// else is text and is escaped where it is put in. There is no way to put in markup.
//
//     el("p", {{"class", "muted"}}, "Raum ", room, el("b", {}, name))

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace schulkit::plain {

/// Only a literal becomes one.
class Name {
public:
    consteval Name(char const* literal) : m_text{literal} {}
    std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

class Attribute {
public:
    Attribute(Name name, std::string_view value) : m_name{name}, m_value{value} {}
    Attribute(Name name, std::string const& value) : m_name{name}, m_value{value} {}
    Attribute(Name name, char const* value) : m_name{name}, m_value{value} {}
    /// Absent: no attribute.
    Attribute(Name name, std::optional<std::string> value) : m_name{name}, m_value{std::move(value)} {}

    Name name() const { return m_name; }
    std::optional<std::string> const& value() const { return m_value; }

private:
    Name m_name;
    std::optional<std::string> m_value;
};

/// An attribute without a value, there if `on`: {flag("required", …)}.
inline Attribute flag(Name name, bool on = true) {
    return {name, on ? std::optional{std::string{}} : std::nullopt};
}

class Html {
public:
    Html() = default;
    /// Text, escaped.
    Html(std::string_view text);
    Html(std::string const& text) : Html{std::string_view{text}} {}
    Html(char const* text) : Html{std::string_view{text}} {}

    Html& operator+=(Html const& more);
    bool empty() const { return m_markup.empty(); }
    std::string const& markup() const { return m_markup; }

private:
    friend Html element(Name name, std::initializer_list<Attribute> attributes, Html const& inner);
    friend std::string document(Html const& root);
    friend Html kept_markup(std::string markup);
    std::string m_markup = {};
};

/// An element; those that never have content (br, input, link, meta …) leave `inner` out.
Html element(Name name, std::initializer_list<Attribute> attributes, Html const& inner);

template <class... Parts> Html all(Parts const&... parts) {
    Html together;
    ((together += Html{parts}), ...);
    return together;
}

template <class... Parts>
Html el(Name name, std::initializer_list<Attribute> attributes, Parts const&... parts) {
    return element(name, attributes, all(parts...));
}

/// What el() has made before and an archive has kept. Nothing that anybody has typed or sent.
Html kept_markup(std::string markup);

/// With its doctype.
std::string document(Html const& root);

} // namespace schulkit::plain
