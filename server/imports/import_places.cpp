#include "server/imports/import_places.hpp"

#include "server/schools/school_store.hpp"
#include "shared/core/text.hpp"

namespace schulkit {

ImportPlaces::ImportPlaces(Tx& tx) : m_schools{list_all_schools(tx)} {
    for (School const& school : m_schools) m_by_word.try_emplace(fold(school.name), &school);
    // a code means its school even where another school has it as its name
    for (School const& school : m_schools) m_by_word.insert_or_assign(fold(school.code), &school);
}

School const* ImportPlaces::find_school(std::string_view words) const {
    auto const found = m_by_word.find(fold(words));
    return found == m_by_word.end() ? nullptr : found->second;
}

ImportPlaces::Place ImportPlaces::find(DeviceRow const& row) const {
    Place place;
    for (auto const& words : {row.school, row.other_school})
        if (words && place.school == nullptr) place.school = find_school(*words);
    bool const names_school = row.school || row.other_school;
    if (names_school && place.school == nullptr) {
        place.error = FieldError{"school_code", "unknown_school", row.school ? *row.school : *row.other_school};
        return place;
    }
    if (!row.site) return place;
    if (!names_school) {
        // a list of places: some are schools, the others can only be rooms (of the depot, or of a school that is known)
        place.school = find_school(*row.site);
        if (place.school == nullptr) place.room = row.site;
        return place;
    }
    for (Site const& site : place.school->sites)
        if (fold(site.code) == fold(*row.site) || fold(site.name) == fold(*row.site)) place.site_code = site.code;
    if (!place.site_code) place.room = row.site;
    return place;
}

} // namespace schulkit
