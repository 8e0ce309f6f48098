#pragma once
// What has to come back at the end of a school year: the list, the tours that fetch it, and keeping several kits on.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/choice_history.hpp"
#include "client/route.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/school_years/school_year_api.hpp"
#include "shared/tours/tour_api.hpp"

#include <set>
#include <string>
#include <vector>

namespace schulkit {

enum class SummerView : std::uint8_t { all, out, late, without_tour, back };

template <>
struct EnumWords<SummerView> {
    static constexpr std::array values = {std::pair{SummerView::all, std::string_view{"all"}},
                                          std::pair{SummerView::out, std::string_view{"out"}},
                                          std::pair{SummerView::late, std::string_view{"late"}},
                                          std::pair{SummerView::without_tour, std::string_view{"without_tour"}},
                                          std::pair{SummerView::back, std::string_view{"back"}}};
};

/// "#/sommer?jahr=2026-27&zeigen=late"
struct SummerFilters {
    std::string school_year = {}; ///< empty: the running one
    SummerView view = SummerView::all;
    bool operator==(SummerFilters const&) const = default;
};

SummerFilters summer_filters_of(Route const& route);
Route route_of(SummerFilters const& filters);

struct SummerModel {
    SummerFilters filters = {};
    ChoiceHistory choices = {};
    std::string school_year = {}; ///< that is shown
    Loadable<Page<DueReturn>> due = {};
    Loadable<Page<Tour>> tours = {};
    Loadable<Page<SchoolYear>> years = {};
    std::set<std::string> chosen = {}; ///< ids of loans
    bool had_chosen = false;
    bool asking = false; ///< the dialog of extending is open
    std::string school_years = "1";
    bool sending = false;
    ChangeKey key = {};
    std::optional<Error> refused = std::nullopt;
    std::vector<LoanExtension> extensions = {}; ///< what became of the last ones, until it is closed
    std::uint64_t asked = 0; ///< number of the last question; older answers come too late
};

void open_summer(SummerModel& model, Api& api, Route const& route);
/// Asks again; what is shown stays until there is an answer.
void load_summer(SummerModel& model, Api& api);
void take_summer_changes(SummerModel& model, Api& api, Changes const& changes);

bool belongs(DueReturn const& due, SummerView view);
std::int64_t count_of(SummerModel const& model, SummerView view);
/// In the order of the list, as far as they are shown.
std::vector<DueReturn> shown_returns(SummerModel const& model);
/// Of those that are shown, the chosen ones that are still out.
std::vector<DueReturn> chosen_returns(SummerModel const& model);
/// "#/sommer/neu?…" with the chosen loans.
std::string new_tour_route(SummerModel const& model);

void extend_chosen(SummerModel& model, Api& api);

} // namespace schulkit
