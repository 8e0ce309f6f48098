#pragma once
// What every plain page has around its own part: bar, menu, footer, head.

#include "server/plain/visit.hpp"

namespace schulkit::plain {

enum class Section { none, start, report, reports, devices, kits };
enum class Width { narrow, reading, wide };

struct PageLook {
    std::string title = {}; ///< of the window; the page's own part begins with its h1
    Section section = Section::none;
    Width width = Width::reading;
    int status = 200;
    std::string counterpart = {}; ///< the same in the application, without its "#": "/geraete/12"
    std::string language_at = {}; ///< where the other language is; empty: at this address
};

HttpResponse page(Visit const& visit, PageLook const& look, Html const& own);

/// The manual in the language of the page, as an inner path.
std::string manual_path(Visit const& visit);

enum class Notice { info, success, warning, danger };
/// One that takes the focus is what the page is there to tell.
enum class Focus { stays, comes };
Html notice(Notice kind, std::string const& title, Html const& more = {}, Focus focus = Focus::stays);

/// Why somebody is here who asked for the application.
Html no_webgl_notice(Visit const& visit);

/// A link inside the application, by its inner path.
Html link(Visit const& visit, std::string const& inner, Html const& words);
Html button_link(Visit const& visit, std::string const& inner, std::string const& words, bool primary = false);
/// "← Geräte", above the heading.
Html back_link(Visit const& visit, std::string const& inner, std::string const& words);
Html badge(std::string const& words, std::string const& tone);
Html fact(std::string const& label, Html const& value);
Html card(std::string const& title, Html const& inner);

} // namespace schulkit::plain
