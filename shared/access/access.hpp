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
    edit_statement, ///< what the county says about accessibility
};

/// own_schools: those the person belongs to. station: those a technician is assigned to and what belongs to
/// no school; the whole county for a technician without assignment.
enum class Scope : std::uint8_t { none, own_schools, station, county };

struct Permission {
    Action action;
    Scope admin, coordinator, technician, school_staff, auditor;
};

inline constexpr std::array permissions = [] {
    using enum Scope;
    return std::array{
        //         action                  admin   coordinator technician school_staff auditor
        Permission{Action::list_schools,   county, county,     county,    own_schools, county},
        Permission{Action::create_school,  county, county,     none,      none,        none},
        Permission{Action::read_assets,    county, county,     station,   own_schools, county},
        Permission{Action::create_asset,   county, county,     station,   none,        none},
        Permission{Action::update_asset,   county, county,     station,   none,        none},
        Permission{Action::import_assets,  county, county,     none,      none,        none},
        Permission{Action::read_tickets,   county, county,     station,   own_schools, none},
        Permission{Action::report_ticket,  county, county,     station,   own_schools, none},
        Permission{Action::comment_ticket, county, county,     station,   own_schools, none},
        Permission{Action::work_ticket,    county, county,     station,   none,        none},
        Permission{Action::read_audit,     county, county,     station,   none,        county},
        Permission{Action::read_changes,   county, county,     station,   own_schools, county},
        Permission{Action::read_school_years, county, county,  county,    county,      county},
        Permission{Action::plan_school_years, county, county,  none,      none,        none},
        Permission{Action::read_kit_types, county, county,     county,    county,      county},
        Permission{Action::edit_kit_types, county, county,     none,      none,        none},
        Permission{Action::read_kits,      county, county,     county,    none,        county},
        Permission{Action::edit_kits,      county, county,     none,      none,        none},
        Permission{Action::fill_kits,      county, county,     county,    none,        none},
        Permission{Action::edit_statement, county, none,       none,      none,        none},
    };
}();

constexpr Scope scope_of(Role role, Action action) {
    for (Permission const& p : permissions) {
        if (p.action != action) continue;
        switch (role) {
        case Role::admin: return p.admin;
        case Role::coordinator: return p.coordinator;
        case Role::technician: return p.technician;
        case Role::school_staff: return p.school_staff;
        case Role::auditor: return p.auditor;
        }
    }
    return Scope::none;
}

constexpr bool may(Role role, Action action) {
    return scope_of(role, action) != Scope::none;
}

} // namespace schulkit
