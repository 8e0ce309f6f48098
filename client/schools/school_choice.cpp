#include "client/schools/school_choice.hpp"

#include <algorithm>

namespace schulkit {

void load_schools(Schools& schools, Api& api) {
    schools.start();
    api.read<ListSchools>({}, {.limit = max_page_size},
                          [&schools](Result<Page<School>> found) { schools.take(std::move(found)); });
}

School const* find_school(Schools const& schools, std::string_view code) {
    if (schools.value() == nullptr) return nullptr;
    auto const& items = schools.value()->items;
    auto const found = std::find_if(items.begin(), items.end(), [code](School const& each) { return each.code == code; });
    return found == items.end() ? nullptr : &*found;
}

bool is_limited(Person const& me, Action action) {
    return scope_of(me, action) != Scope::county && !me.school_codes.empty();
}

std::vector<School> schools_for(Schools const& schools, Person const& me, Action action) {
    if (schools.value() == nullptr) return {};
    std::vector<School> all = schools.value()->items;
    if (!is_limited(me, action)) return all;
    std::erase_if(all, [&me](School const& school) {
        return std::find(me.school_codes.begin(), me.school_codes.end(), school.code) == me.school_codes.end();
    });
    return all;
}

} // namespace schulkit
