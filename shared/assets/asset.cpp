#include "shared/assets/asset.hpp"

#include "shared/core/text.hpp"
#include "shared/core/validate.hpp"

namespace schulkit {

void check(Asset const& asset, FieldErrors& errors) {
    if (asset.site_code && !asset.school_code) errors.push_back({"site_code", "needs_school", {}});
    // a tag stands in the path of its permanent address /g/{TAG}
    bool const finds_nothing = !asset.tag.empty() && code_key(asset.tag).empty();
    if (asset.tag == "." || asset.tag == ".." || finds_nothing) errors.push_back({"tag", "bad_character", {}});
}

void normalize(Asset& asset) {
    clean(asset);
    if (asset.category.empty()) asset.category = std::string{default_category};
    if (asset.room) asset.room = normalize_room(*asset.room);
}

std::string search_text(Asset const& asset) {
    std::string text;
    for_each_field<Asset>([&](auto const& f) {
        if (!f.rules.searched) return;
        text += to_text(asset.*f.member);
        text += ' ';
    });
    std::string folded = fold(text);
    // the parts of "GYM-03" too, so that each can be found by how it begins
    std::string parts;
    for (std::string const& word : folded_words(folded))
        if ((' ' + folded + ' ').find(' ' + word + ' ') == std::string::npos) parts += ' ' + word;
    return folded + parts;
}

} // namespace schulkit
