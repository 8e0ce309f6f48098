#include "client/screens.hpp"

#include "client/allocation/allocation_rules_screen.hpp"
#include "client/allocation/proposal_screen.hpp"
#include "client/appearance/appearance_screen.hpp"
#include "client/assets/code_screen.hpp"
#include "client/assets/device_form_screen.hpp"
#include "client/assets/device_screen.hpp"
#include "client/assets/inventory_screen.hpp"
#include "client/board/board_screen.hpp"
#include "client/differences/missing_screen.hpp"
#include "client/feedback/feedback_form_screen.hpp"
#include "client/feedback/feedback_list_screen.hpp"
#include "client/handovers/session_screen.hpp"
#include "client/home/home_screen.hpp"
#include "client/imports/import_screen.hpp"
#include "client/kits/kit_form_screen.hpp"
#include "client/kits/kit_list_screen.hpp"
#include "client/kits/kit_screen.hpp"
#include "client/kits/kit_type_form_screen.hpp"
#include "client/kits/kit_type_list_screen.hpp"
#include "client/loans/loan_list_screen.hpp"
#include "client/loans/loan_request_screen.hpp"
#include "client/loans/loan_screen.hpp"
#include "client/requirements/requirement_list_screen.hpp"
#include "client/requirements/requirements_screen.hpp"
#include "client/school_ends/school_list_screen.hpp"
#include "client/school_years/school_year_form_screen.hpp"
#include "client/school_years/school_year_list_screen.hpp"
#include "client/stock/stock_screen.hpp"
#include "client/styleguide/styleguide_screen.hpp"
#include "client/tickets/my_reports_screen.hpp"
#include "client/tickets/report_screen.hpp"
#include "client/tickets/ticket_list_screen.hpp"
#include "client/tickets/ticket_screen.hpp"
#include "client/trainings/training_form_screen.hpp"
#include "client/trainings/training_list_screen.hpp"
#include "client/tours/summer_screen.hpp"
#include "client/tours/tour_form_screen.hpp"
#include "client/tours/tour_screen.hpp"
#include "embedded/icons.hpp"

#include <algorithm>
#include <array>

namespace schulkit {

std::span<ScreenEntry const> screens() {
    using enum Part;
    // "geraete/neu" before "geraete/{id}": the first that fits is taken
    static constexpr std::array list = {
        ScreenEntry{"", Action::read_assets, make_home_screen},
        ScreenEntry{"geraete", Action::read_assets, make_inventory_screen},
        ScreenEntry{"geraete/neu", Action::create_asset, make_device_form_screen},
        ScreenEntry{"geraete/{id}", Action::read_assets, make_device_screen},
        ScreenEntry{"geraete/{id}/bearbeiten", Action::update_asset, make_device_form_screen},
        ScreenEntry{"fehlbestand", Action::read_loans, make_missing_screen, later},
        ScreenEntry{"g/{tag}", Action::read_assets, make_code_screen},
        ScreenEntry{"ausleihen", Action::read_loans, make_loan_list_screen, later},
        ScreenEntry{"ausleihen/neu", Action::ask_for_loan, make_loan_request_screen, later},
        ScreenEntry{"ausleihen/{id}", Action::read_loans, make_loan_screen, later},
        ScreenEntry{"ausleihen/{id}/rueckmeldung/{jahr}", Action::give_feedback, make_feedback_form_screen, later},
        ScreenEntry{"darstellung", Action::read_assets, make_appearance_screen},
        ScreenEntry{"planung", Action::read_board, make_board_screen, later},
        ScreenEntry{"styleguide", Action::read_assets, make_styleguide_screen, later},
        ScreenEntry{"import", Action::import_assets, make_import_screen, later},
        ScreenEntry{"koffer", Action::read_kits, make_kit_list_screen, later},
        ScreenEntry{"koffer/neu", Action::edit_kits, make_kit_form_screen, later},
        ScreenEntry{"koffer/{id}", Action::read_kits, make_kit_screen, later},
        ScreenEntry{"koffer/{id}/bearbeiten", Action::edit_kits, make_kit_form_screen, later},
        ScreenEntry{"koffertypen", Action::read_kit_types, make_kit_type_list_screen, later},
        ScreenEntry{"koffertypen/neu", Action::edit_kit_types, make_kit_type_form_screen, later},
        ScreenEntry{"koffertypen/{id}", Action::read_kit_types, make_kit_type_form_screen, later},
        ScreenEntry{"lager", Action::read_stock, make_stock_screen, later},
        ScreenEntry{"lager/bestellen", Action::read_stock, make_stock_screen, later},
        ScreenEntry{"lager/bewegungen", Action::read_stock, make_stock_screen, later},
        ScreenEntry{"fortbildungen", Action::read_requirements, make_training_list_screen, later},
        ScreenEntry{"fortbildungen/neu", Action::confirm_requirements, make_training_form_screen, later},
        ScreenEntry{"fortbildungen/{id}", Action::confirm_requirements, make_training_form_screen, later},
        ScreenEntry{"melden", Action::report_ticket, make_report_screen},
        ScreenEntry{"meldungen", Action::report_ticket, make_my_reports_screen},
        ScreenEntry{"rueckmeldungen", Action::read_feedback, make_feedback_list_screen, later},
        ScreenEntry{"schulen", Action::edit_school, make_school_list_screen, later},
        ScreenEntry{"schuljahre", Action::read_school_years, make_school_year_list_screen, later},
        ScreenEntry{"schuljahre/{id}", Action::plan_school_years, make_school_year_form_screen, later},
        ScreenEntry{"sommer", Action::read_tours, make_summer_screen, later},
        ScreenEntry{"sommer/neu", Action::plan_tours, make_tour_form_screen, later},
        ScreenEntry{"sommer/{id}", Action::read_tours, make_tour_screen, later},
        ScreenEntry{"sommer/{id}/bearbeiten", Action::plan_tours, make_tour_form_screen, later},
        ScreenEntry{"tickets", Action::work_ticket, make_ticket_list_screen},
        ScreenEntry{"tickets/{id}", Action::read_tickets, make_ticket_screen},
        ScreenEntry{"uebergabe/{id}", Action::read_loans, make_session_screen, later},
        ScreenEntry{"vorschlag/{year}", Action::decide_loan, make_proposal_screen, later},
        ScreenEntry{"vorschlag/{year}/regeln", Action::decide_loan, make_allocation_rules_screen, later},
        ScreenEntry{"voraussetzungen", Action::read_requirements, make_requirements_screen, later},
        ScreenEntry{"voraussetzungen/liste", Action::edit_requirements, make_requirement_list_screen, later},
    };
    return list;
}

std::span<NavigationItem const> navigation() {
    using enum NavigationItem::For;
    static constexpr std::array list = {
        NavigationItem{"home", "nav.home", "nav.home", embedded::icon_house, "#/", "", Action::read_assets, everyone},
        NavigationItem{"report", "nav.report", "nav.report", embedded::icon_triangle_alert, "#/melden", "melden",
                       Action::report_ticket, staff},
        NavigationItem{"my_tickets", "nav.my_tickets", "nav.my_tickets", embedded::icon_clipboard_list, "#/meldungen",
                       "meldungen", Action::report_ticket, staff},
        NavigationItem{"tickets", "nav.tickets", "nav.tickets", embedded::icon_ticket, "#/tickets", "tickets",
                       Action::work_ticket, office},
        NavigationItem{"assets", "nav.assets", "nav.assets_staff", embedded::icon_boxes, "#/geraete", "geraete",
                       Action::read_assets, everyone},
        NavigationItem{"kits", "nav.kits", "nav.kits", embedded::icon_briefcase, "#/koffer", "koffer", Action::read_kits, office},
        NavigationItem{"loans", "nav.loans", "nav.loans_staff", embedded::icon_calendar_days, "#/ausleihen", "ausleihen",
                       Action::read_loans, everyone},
        NavigationItem{"import", "nav.import", "nav.import", embedded::icon_file_spreadsheet, "#/import", "import",
                       Action::import_assets, office},
    };
    return list;
}

bool belongs(NavigationItem const& item, Person const& me) {
    if (!may(me, item.needs)) return false;
    bool const is_staff = me.role == Role::school_staff;
    return item.shown_to == NavigationItem::For::everyone || (item.shown_to == NavigationItem::For::staff) == is_staff;
}

std::string menu_area_of(Route const& route, Role role) {
    std::string const area = route.path.empty() ? std::string{} : route.path.front();
    bool const is_staff = role == Role::school_staff;
    if (area == "g") return "geraete";
    if (area == "voraussetzungen" || area == "uebergabe" || area == "planung" || area == "vorschlag" || area == "fehlbestand" || area == "fortbildungen" || area == "schulen" ||
        area == "sommer" || area == "rueckmeldungen") return "ausleihen";
    if (area == "koffertypen" || area == "lager" || area == "schuljahre") return "koffer";
    if (area == "tickets" && is_staff) return "meldungen";
    if (area == "melden" && !is_staff) return "tickets";
    return area;
}

ScreenEntry const* find_screen(Route const& route) {
    auto const all = screens();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](ScreenEntry const& entry) { return fits(entry.pattern, route); });
    return found == all.end() ? nullptr : &*found;
}

} // namespace schulkit
