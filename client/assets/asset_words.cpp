#include "client/assets/asset_words.hpp"

#include "embedded/icons.hpp"

namespace schulkit {

StatusLook look_of(AssetStatus status) {
    auto const icon = [status]() -> ui::Icon {
        switch (status) {
        case AssetStatus::in_stock: return embedded::icon_package;
        case AssetStatus::in_use: return embedded::icon_circle_check;
        case AssetStatus::on_loan: return embedded::icon_calendar_days;
        case AssetStatus::in_repair: return embedded::icon_wrench;
        case AssetStatus::lost: return embedded::icon_circle_help;
        case AssetStatus::stolen: return embedded::icon_triangle_alert;
        case AssetStatus::retired: return embedded::icon_archive;
        }
        return nullptr;
    };
    return {tone_of(status), icon()};
}

std::string status_text(ui::Ui const& ui, AssetStatus status) {
    return status_text(ui.strings(), status);
}

std::vector<ui::Option> status_choices(ui::Ui const& ui) {
    std::vector<ui::Option> choices;
    for (auto const& [status, word] : EnumWords<AssetStatus>::values)
        if (status != AssetStatus::on_loan) choices.push_back({std::string{word}, status_text(ui, status)});
    return choices;
}

std::string asset_label(ui::Ui const& ui, std::string_view field) {
    return asset_label(ui.strings(), field);
}

std::string asset_value(ui::Ui const& ui, Asset const& asset, std::string_view field) {
    return asset_value(ui.strings(), asset, field);
}

std::string asset_value(ui::Ui const& ui, Json const& value, std::string_view field) {
    if (value.is_null()) return {};
    Asset asset;
    FieldErrors errors;
    for_each_field<Asset>([&](auto const& f) {
        if (f.name == field) decode_value(value, asset.*f.member, std::string{field}, errors);
    });
    if (errors.empty()) return asset_value(ui, asset, field);
    std::string const* const text = value.get_ptr<std::string const*>();
    return text != nullptr ? *text : dump_json(value);
}

void keep_choice(std::vector<ui::Option>& options, std::string const& value) {
    for (ui::Option const& option : options)
        if (option.value == value) return;
    options.push_back({value, value});
}

} // namespace schulkit
