#pragma once
// The Landkreis Hohenwald: its schools, their sites and rooms. Towns, rivers, schools and streets are
// invented; no German postal code begins with 00.

#include "shared/schools/school.hpp"

#include <string>
#include <vector>

namespace schulkit {

enum class RoomUse {
    classroom,
    science,
    workshop,
    computer,
    library,
    hall,
    office,
    head,
    staff,
    storage,
    server
};

struct RoomPlan {
    std::string name = {}; ///< in its normal form, unique within the school
    std::string site_code = {};
    RoomUse use = RoomUse::classroom;
    int seats = 0; ///< of a computer room
};

struct SchoolPlan {
    School school = {};
    std::optional<std::int64_t> distance_km = std::nullopt; ///< from the depot
    std::vector<RoomPlan> rooms = {};
};

/// 6 vocational and 7 special schools, 8 Gymnasien, 1 comprehensive school.
std::vector<SchoolPlan> plan_county();

} // namespace schulkit
