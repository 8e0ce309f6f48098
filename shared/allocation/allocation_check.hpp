#pragma once
// What no distribution can be made of.

#include "shared/allocation/allocation.hpp"

namespace schulkit {

/// Everything that is wrong, by its place in the input ("pins.0.kit_id").
///   school_year                  bad_school_year
///   rules.*                      out_of_range
///   kits.N.id, requests.N.id     duplicate
///   requests.N.quantity          out_of_range; certain_kit_is_one
///   requests.N.least_quantity    out_of_range; least_above_quantity
///   requests.N.open_requirements, .pupils, .distance_km    out_of_range
///   requests.N.wanted_kit_id     unknown_kit; other_kit_type
///   requests.N.kept_kit_id       unknown_kit; other_kit_type; kit_not_held: by this school; kept_twice: by another request
///                                too; kept_not_wanted: it asks for a certain other kit
///   pins.N.request_id            unknown_request; pin_contradicts: it is to get none as well; too_many_pins: more than it
///                                asked for
///   pins.N.kit_id                unknown_kit; other_kit_type; kit_not_free; pinned_twice
FieldErrors check_allocation(AllocationInput const& input);

} // namespace schulkit
