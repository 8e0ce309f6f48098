#pragma once
// What a list calls a school or a site: by code or by name, in any spelling.

#include "server/db/database.hpp"
#include "shared/imports/device_list.hpp"
#include "shared/schools/school.hpp"

#include <map>

namespace schulkit {

class ImportPlaces {
public:
    explicit ImportPlaces(Tx& tx);

    struct Place {
        School const* school = nullptr;
        std::optional<std::string> site_code = std::nullopt;
        /// Named a place within the school that is no site: a room, where the list has no other.
        std::optional<std::string> room = std::nullopt;
        std::optional<FieldError> error = std::nullopt; ///< unknown_school, with what the list says
    };
    Place find(DeviceRow const& row) const;

private:
    School const* find_school(std::string_view words) const;

    std::vector<School> m_schools;
    std::map<std::string, School const*, std::less<>> m_by_word;
};

} // namespace schulkit
