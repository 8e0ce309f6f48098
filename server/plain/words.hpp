#pragma once
// Devices and reports as pieces of plain pages.

#include "server/plain/frame.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/differences/difference_api.hpp"
#include "shared/requirements/requirement.hpp"
#include "shared/tickets/ticket_api.hpp"

namespace schulkit::plain {

Html status_badge(Visit const& visit, TicketStatus status);
Html status_badge(Visit const& visit, AssetStatus status);

/// What the address asks for, by the API's own rules; what breaks them is left out. Parameters: q, seite, schule,
/// kategorie, status, raum.
struct AssetSearch {
    AssetQuery query = {};
    bool is_whole = true; ///< no filter was left out
};
AssetSearch asset_search_of(Visit const& visit);
/// Empty where nothing was left out.
Html left_out_notice(Visit const& visit, AssetSearch const& search);

std::string ticket_path(Id<Ticket> id);   ///< "/basis/meldungen/43"
std::string device_path(Id<Asset> id);    ///< "/basis/geraete/12"
/// What the list of a person's own reports says of each: the progress, the device, its place.
std::string report_detail(Visit const& visit, Ticket const& ticket);

/// How far a school is with each, and the way to it.
Html requirement_list(Visit const& visit, std::vector<SchoolRequirement> const& requirements);

/// A list of reports, each a link with its status.
Html ticket_list(Visit const& visit, std::vector<Ticket> const& tickets, std::string const& label);

/// What checks have found, each a link with its state.
Html difference_list(Visit const& visit, std::vector<LoanDifference> const& differences); ///< difference_pages.cpp

/// "1–50 von 6.012" and the ways to the first and the next page; `parameters` of the address stay.
struct PagerLook {
    std::int64_t first = 1; ///< number of the first entry shown
    std::int64_t shown = 0;
    std::int64_t total = 0;
    bool total_is_exact = true;
    std::string first_page = {}; ///< inner addresses
    std::string next_page = {};  ///< empty: there is none
};
Html pager(Visit const& visit, PagerLook const& look);

/// The "ab" of the address, from 1.
std::int64_t first_shown(Visit const& visit);

} // namespace schulkit::plain
