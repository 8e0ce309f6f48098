#pragma once
// Which page of the manual (docs/manual) "?" opens on which screen. A test in tests/help asks for one per screen.

#include <array>
#include <string>
#include <string_view>

namespace schulkit {

struct HelpPage {
    std::string_view pattern; ///< as in client/screens.cpp
    std::string_view page;
};

inline constexpr std::array help_pages = {
    HelpPage{"", "startseite"},
    HelpPage{"geraete", "geraete"},
    HelpPage{"geraete/neu", "geraet-bearbeiten"},
    HelpPage{"geraete/{id}", "geraet"},
    HelpPage{"geraete/{id}/bearbeiten", "geraet-bearbeiten"},
    HelpPage{"fehlbestand", "fehlbestand"},
    HelpPage{"g/{tag}", "scannen"},
    HelpPage{"ausleihen", "ausleihen"},
    HelpPage{"ausleihen/neu", "koffer-anfragen"},
    HelpPage{"ausleihen/{id}", "ausleihe"},
    HelpPage{"ausleihen/{id}/rueckmeldung/{jahr}", "rueckmeldung"},
    HelpPage{"darstellung", "darstellung"},
    HelpPage{"styleguide", "index"},
    HelpPage{"import", "import"},
    HelpPage{"koffer", "koffer"},
    HelpPage{"koffer/neu", "koffer-anlegen"},
    HelpPage{"koffer/{id}", "koffer"},
    HelpPage{"koffer/{id}/bearbeiten", "koffer-anlegen"},
    HelpPage{"koffertypen", "koffertypen"},
    HelpPage{"koffertypen/neu", "koffertypen"},
    HelpPage{"koffertypen/{id}", "koffertypen"},
    HelpPage{"lager", "lager"},
    HelpPage{"lager/bestellen", "lager"},
    HelpPage{"lager/bewegungen", "lager"},
    HelpPage{"fortbildungen", "fortbildungen"},
    HelpPage{"fortbildungen/neu", "fortbildungen"},
    HelpPage{"fortbildungen/{id}", "fortbildungen"},
    HelpPage{"melden", "melden"},
    HelpPage{"meldungen", "meldungen"},
    HelpPage{"planung", "planung"},
    HelpPage{"schulen", "schulen"},
    HelpPage{"rueckmeldungen", "rueckmeldung"},
    HelpPage{"schuljahre", "schuljahre"},
    HelpPage{"schuljahre/{id}", "schuljahre"},
    HelpPage{"sommer", "sommer"},
    HelpPage{"sommer/neu", "sommer"},
    HelpPage{"sommer/{id}", "sommer"},
    HelpPage{"sommer/{id}/bearbeiten", "sommer"},
    HelpPage{"tickets", "tickets"},
    HelpPage{"tickets/{id}", "ticket"},
    HelpPage{"uebergabe/{id}", "uebergabe"},
    HelpPage{"vorschlag/{year}", "vorschlag"},
    HelpPage{"vorschlag/{year}/regeln", "vorschlag"},
    HelpPage{"voraussetzungen", "voraussetzungen"},
    HelpPage{"voraussetzungen/liste", "voraussetzungen"},
};

/// Empty: no screen has that pattern.
constexpr std::string_view help_page_of(std::string_view pattern) {
    for (HelpPage const& help : help_pages)
        if (help.pattern == pattern) return help.page;
    return {};
}

/// Relative to the application's own address; the index where the screen is unknown.
inline std::string help_address(std::string_view language, std::string_view pattern) {
    std::string_view const page = help_page_of(pattern);
    std::string address = "handbuch/";
    address.append(language).append("/").append(page.empty() ? "index" : page).append(".html");
    return address;
}

} // namespace schulkit
