#pragma once
// A screen is three parts that are tested apart: a model (plain data), its actions (no ImGui), its drawing
// (no JSON, no network). This is what joins them for the application.

#include "client/api/api.hpp"
#include "client/route.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"

namespace schulkit::ui {
class Ui;
}

namespace schulkit {

/// What a screen is given; outlives it.
struct ScreenContext {
    Api& api;
    Person const& me;
    /// Leads to another route, as a link would.
    std::function<void(std::string_view route, HistoryMode mode)> go;
    /// A short message in the status region.
    std::function<void(std::string message)> toast;
    /// "de" or "en", from the next picture on.
    std::function<void(std::string_view language)> set_language;
};

class Screen {
public:
    virtual ~Screen() = default;
    /// The route leads here: load. Called again when only the query changed (Back, a filter).
    virtual void open(Route const& route) = 0;
    virtual void draw(ui::Ui& ui) = 0;
    /// Something changed on the server; load again what is concerned, quietly.
    virtual void on_changes(Changes const&) {}
    /// The server is back, or the page is seen again.
    virtual void refresh() {}
    /// A scanner has read a code. True: the screen has taken it; else it leads to what the code means.
    virtual bool on_scan(std::string_view) { return false; }
    /// Scans come here one after the other: the camera's dialog stays open. Else it closes with the first.
    virtual bool takes_more_scans() const { return false; }
    /// Somebody has typed something that is not saved.
    virtual bool unsaved() const { return false; }
};

} // namespace schulkit
