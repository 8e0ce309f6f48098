#include "shared/supplements/supplement_words.hpp"

#include "shared/core/format.hpp"

namespace schulkit {

std::string supplement_title(Strings const& strings, LoanSupplement const& supplement) {
    std::string const kind = strings.get("supplement.kind." + std::string{word_of(supplement.kind)});
    return strings.get("supplements.number", {{"number", number_text(strings, supplement.number)}, {"kind", kind}});
}

std::string supplement_text(Strings const& strings, SupplementItem const& item) {
    std::string const what =
        item.slot ? strings.get("kits.slot", {{"slot", number_text(strings, *item.slot)}, {"label", item.label}}) + ", " +
                        item.asset_tag.value_or("") + " · " + item.asset_name.value_or("")
                  : strings.get("handover.lacks", {{"count", number_text(strings, item.quantity)}, {"label", item.label}});
    return strings.get("supplement.direction." + std::string{word_of(item.direction)}) + ": " + what;
}

} // namespace schulkit
