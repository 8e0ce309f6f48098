#pragma once
// Who may do what, and where: the one table. Roles are no ladder. The mount line of an endpoint names an
// action; the scope becomes a condition inside the store. The client reads the same table for its menus.

#include "shared/core/schema.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace schulkit {

enum class Role : std::uint8_t { admin, coordinator, technician, school_staff, auditor };

template <>
struct EnumWords<Role> {
    static constexpr std::array values = {
        std::pair{Role::admin, std::string_view{"admin"}}, std::pair{Role::coordinator, std::string_view{"coordinator"}},
        std::pair{Role::technician, std::string_view{"technician"}},
        std::pair{Role::school_staff, std::string_view{"school_staff"}},
        std::pair{Role::auditor, std::string_view{"auditor"}}};
};

enum class Action : std::uint8_t {
    list_schools,
    create_school,
    edit_school, ///< its name, its end and who goes on for it
    read_assets,
    create_asset,
    update_asset,
    import_assets,
    read_tickets,
    report_ticket,
    comment_ticket,
    work_ticket, ///< take it, move it on, correct its device
    read_audit,
    read_changes,
    read_school_years,
    plan_school_years,
    read_kit_types,
    edit_kit_types,
    read_kits,
    edit_kits,      ///< make one, name it
    fill_kits,      ///< put devices in, swap them, work through the checklist
    regroup_kits,   ///< split one, merge two
    read_stock,
    move_stock,     ///< what is bought, put into a kit, lost, discarded, counted
    edit_stock,     ///< the stores, and how low each number may go
    read_requirements,
    edit_requirements,    ///< the county's list
    show_requirements,    ///< submit evidence
    confirm_requirements, ///< say that it is met
    read_loans,
    ask_for_loan,
    cancel_loan,
    decide_loan,    ///< approve, reject, waitlist, extend, exchange the kit, release
    hand_over_loan, ///< and take it back, and check it
    object_to_difference, ///< to what the check of a kit has found
    settle_difference,    ///< answer objections, chase, say what became of it
    edit_loan_settings,
    read_board,     ///< all kits and school years at once
    read_tours,     ///< what has to come back, and when it is fetched
    plan_tours,
    read_feedback,
    give_feedback,  ///< about a kit that the school had
    upload_attachment, ///< send a photo or a paper, to be added to something one may change
    read_papers,       ///< of loans, with the names of who has signed
    sign_papers,       ///< add what was signed by hand
    read_calendars,    ///< secret addresses of the dates
    renew_calendars,
    edit_papers,       ///< letterhead, agreement, time to object
    edit_statement, ///< what the county says about accessibility
};

/// School staff with the flag of a contact (Person::is_contact) have a column of their own.
/// own_schools: those the person belongs to. station: those a technician is assigned to and what belongs to
/// no school; the whole county for a technician without assignment.
enum class Scope : std::uint8_t { none, own_schools, station, county };

struct Permission {
    Action action;
    Scope admin, coordinator, technician, school_staff, school_contact, auditor;
};

inline constexpr std::array permissions = [] {
    using enum Scope;
    return std::array{
        //         action                         admin   coordinator technician school_staff school_contact auditor
        Permission{Action::list_schools,          county, county,     county,    own_schools, own_schools,   county},
        Permission{Action::create_school,         county, county,     none,      none,        none,          none},
        Permission{Action::edit_school,           county, county,     none,      none,        none,          none},
        Permission{Action::read_assets,           county, county,     station,   own_schools, own_schools,   county},
        Permission{Action::create_asset,          county, county,     station,   none,        none,          none},
        Permission{Action::update_asset,          county, county,     station,   none,        none,          none},
        Permission{Action::import_assets,         county, county,     none,      none,        none,          none},
        Permission{Action::read_tickets,          county, county,     station,   own_schools, own_schools,   none},
        Permission{Action::report_ticket,         county, county,     station,   own_schools, own_schools,   none},
        Permission{Action::comment_ticket,        county, county,     station,   own_schools, own_schools,   none},
        Permission{Action::work_ticket,           county, county,     station,   none,        none,          none},
        Permission{Action::read_audit,            county, county,     station,   none,        none,          county},
        Permission{Action::read_changes,          county, county,     station,   own_schools, own_schools,   county},
        Permission{Action::read_school_years,     county, county,     county,    county,      county,        county},
        Permission{Action::plan_school_years,     county, county,     none,      none,        none,          none},
        Permission{Action::read_kit_types,        county, county,     county,    county,      county,        county},
        Permission{Action::edit_kit_types,        county, county,     none,      none,        none,          none},
        Permission{Action::read_kits,             county, county,     county,    none,        none,          county},
        Permission{Action::edit_kits,             county, county,     none,      none,        none,          none},
        Permission{Action::fill_kits,             county, county,     county,    none,        none,          none},
        Permission{Action::regroup_kits,          county, county,     none,      none,        none,          none},
        Permission{Action::read_stock,            county, county,     county,    none,        none,          county},
        Permission{Action::move_stock,            county, county,     county,    none,        none,          none},
        Permission{Action::edit_stock,            county, county,     none,      none,        none,          none},
        Permission{Action::read_requirements,     county, county,     county,    own_schools, own_schools,   county},
        Permission{Action::edit_requirements,     county, county,     none,      none,        none,          none},
        Permission{Action::show_requirements,     county, county,     none,      none,        own_schools,   none},
        Permission{Action::confirm_requirements,  county, county,     none,      none,        none,          none},
        Permission{Action::read_loans,            county, county,     county,    own_schools, own_schools,   county},
        Permission{Action::ask_for_loan,          county, county,     none,      none,        own_schools,   none},
        Permission{Action::cancel_loan,           county, county,     none,      none,        own_schools,   none},
        Permission{Action::decide_loan,           county, county,     none,      none,        none,          none},
        Permission{Action::hand_over_loan,        county, county,     county,    none,        none,          none},
        Permission{Action::object_to_difference,  county, county,     none,      none,        own_schools,   none},
        Permission{Action::settle_difference,     county, county,     none,      none,        none,          none},
        Permission{Action::edit_loan_settings,    county, county,     none,      none,        none,          none},
        Permission{Action::read_board,            county, county,     county,    none,        none,          county},
        Permission{Action::read_tours,            county, county,     county,    own_schools, own_schools,   county},
        Permission{Action::plan_tours,            county, county,     none,      none,        none,          none},
        Permission{Action::read_feedback,         county, county,     county,    own_schools, own_schools,   county},
        Permission{Action::give_feedback,         none,   none,       none,      none,        own_schools,   none},
        Permission{Action::upload_attachment,     county, county,     county,    county,      county,        none},
        Permission{Action::read_papers,           county, county,     county,    own_schools, own_schools,   none},
        Permission{Action::sign_papers,           county, county,     county,    none,        own_schools,   none},
        Permission{Action::read_calendars,        county, county,     county,    own_schools, own_schools,   none},
        Permission{Action::renew_calendars,       county, county,     none,      none,        own_schools,   none},
        Permission{Action::edit_papers,           county, county,     none,      none,        none,          none},
        Permission{Action::edit_statement,        county, none,       none,      none,        none,          none},
    };
}();

constexpr Scope scope_of(Role role, Action action, bool is_contact = false) {
    for (Permission const& p : permissions) {
        if (p.action != action) continue;
        switch (role) {
        case Role::admin: return p.admin;
        case Role::coordinator: return p.coordinator;
        case Role::technician: return p.technician;
        case Role::school_staff: return is_contact ? p.school_contact : p.school_staff;
        case Role::auditor: return p.auditor;
        }
    }
    return Scope::none;
}

constexpr bool may(Role role, Action action) {
    return scope_of(role, action) != Scope::none;
}

} // namespace schulkit
