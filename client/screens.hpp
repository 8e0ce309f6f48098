#pragma once
// Every screen there is, once.

#include "client/screen.hpp"
#include "shared/access/access.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace schulkit {

/// Of the program: what a visit begins with, and what the page fetches after it (tools/split_program.mjs).
enum class Part : std::uint8_t { first, later };

struct ScreenEntry {
    std::string_view pattern; ///< of the route: "geraete/{id}"
    Action needs;             ///< who may not, gets no way there
    std::unique_ptr<Screen> (*make)(ScreenContext const& context);
    Part part = Part::first;
};

/// An entry of the navigation: shown to who may; `staff_label` is what schools read.
struct NavigationItem {
    std::string_view key;
    std::string_view label;
    std::string_view staff_label;
    char const* icon;
    std::string_view route;
    std::string_view area; ///< first word of the routes it stands for
    Action needs;
    enum class For { everyone, staff, office } shown_to;
};

std::span<ScreenEntry const> screens();
std::span<NavigationItem const> navigation();
/// Whether somebody of that role finds the entry in their navigation.
bool belongs(NavigationItem const& item, Person const& me);

/// `area` of the navigation's entry a route belongs to: a ticket is one of their reports to a school's staff, what a
/// label leads to is a device, kit types and school years are planned beside the kits.
std::string menu_area_of(Route const& route, Role role);

/// The screen of a route; nullptr: there is none.
ScreenEntry const* find_screen(Route const& route);

} // namespace schulkit
