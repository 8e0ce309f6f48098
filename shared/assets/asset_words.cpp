#include "shared/assets/asset_words.hpp"

#include "shared/core/format.hpp"

namespace schulkit {
namespace {

template <class V> std::string shown(Strings const& strings, std::string_view label, V const& value) {
    if constexpr (is_optional<V>::value) {
        return value ? shown(strings, label, *value) : std::string{};
    } else if constexpr (NamedEnum<V>) {
        return strings.get(std::string{label} + '.' + std::string{word_of(value)});
    } else if constexpr (std::is_same_v<V, Date>) {
        return date_text(strings, value);
    } else if constexpr (std::is_same_v<V, Cents>) {
        return money_text(strings, value);
    } else {
        return to_text(value);
    }
}

} // namespace

StatusTone tone_of(AssetStatus status) {
    switch (status) {
    case AssetStatus::in_use: return StatusTone::success;
    case AssetStatus::on_loan: return StatusTone::info;
    case AssetStatus::in_repair: return StatusTone::warning;
    case AssetStatus::lost:
    case AssetStatus::stolen: return StatusTone::danger;
    case AssetStatus::in_stock:
    case AssetStatus::retired: return StatusTone::neutral;
    }
    return StatusTone::neutral;
}

std::string status_text(Strings const& strings, AssetStatus status) {
    return strings.get("asset.status." + std::string{word_of(status)});
}

std::string asset_label(Strings const& strings, std::string_view field) {
    std::string label;
    for_each_field<Asset>([&](auto const& f) {
        if (f.name == field && !f.label.empty()) label = strings.get(f.label);
    });
    return label;
}

std::string asset_value(Strings const& strings, Asset const& asset, std::string_view field) {
    std::string value;
    for_each_field<Asset>([&](auto const& f) {
        if (f.name == field && !f.label.empty()) value = shown(strings, f.label, asset.*f.member);
    });
    return value;
}

} // namespace schulkit
