#pragma once
// What changes of a kit while a school has it: a device is swapped for a spare, what was missing comes later, the whole kit is
// exchanged. Each is a numbered supplement to the agreement ("Nachtrag").

#include "shared/loans/loan.hpp"

namespace schulkit {

enum class SupplementKind : std::uint8_t { swap, delivery, exchange };

template <>
struct EnumWords<SupplementKind> {
    static constexpr std::array values = {std::pair{SupplementKind::swap, std::string_view{"swap"}},
                                          std::pair{SupplementKind::delivery, std::string_view{"delivery"}},
                                          std::pair{SupplementKind::exchange, std::string_view{"exchange"}}};
};

/// As the school sees it. missing: should have come back with an exchanged kit and has not.
enum class SupplementDirection : std::uint8_t { given, came_back, missing };

template <>
struct EnumWords<SupplementDirection> {
    static constexpr std::array values = {std::pair{SupplementDirection::given, std::string_view{"given"}},
                                          std::pair{SupplementDirection::came_back, std::string_view{"came_back"}},
                                          std::pair{SupplementDirection::missing, std::string_view{"missing"}}};
};

struct SupplementItem {
    SupplementDirection direction = SupplementDirection::given;
    std::optional<std::int64_t> slot = std::nullopt; ///< absent: an accessory
    std::string label = {};
    std::optional<std::int64_t> asset_id = std::nullopt;
    std::optional<std::string> asset_tag = std::nullopt;
    std::optional<std::string> asset_name = std::nullopt;
    std::int64_t quantity = 1;
    bool operator==(SupplementItem const&) const = default;
};

template <>
struct Schema<SupplementItem> {
    static constexpr std::string_view name = "supplement_item";
    static constexpr auto fields = std::tuple{
        field("direction", "supplement.direction", &SupplementItem::direction), field("slot", "kit.slot", &SupplementItem::slot),
        field("label", "kit_type.slot_label", &SupplementItem::label), field("asset_id", "", &SupplementItem::asset_id),
        field("asset_tag", "asset.tag", &SupplementItem::asset_tag, {.derived = true}),
        field("asset_name", "asset.name", &SupplementItem::asset_name, {.derived = true}),
        field("quantity", "kit.quantity", &SupplementItem::quantity)};
};

struct LoanSupplement {
    Id<LoanSupplement> id = {};
    Id<Loan> loan_id = {};
    std::int64_t number = 1; ///< within its loan, from 1
    SupplementKind kind = SupplementKind::swap;
    Date made_on = {};
    std::optional<std::string> reason = std::nullopt;
    std::optional<std::string> made_by = std::nullopt;
    std::vector<SupplementItem> items = {};
    bool operator==(LoanSupplement const&) const = default;
};

template <>
struct Schema<LoanSupplement> {
    static constexpr std::string_view name = "loan_supplement";
    static constexpr auto fields = std::tuple{
        field("id", "", &LoanSupplement::id), field("loan_id", "loan.id", &LoanSupplement::loan_id),
        field("number", "supplement.number", &LoanSupplement::number), field("kind", "supplement.kind", &LoanSupplement::kind),
        field("made_on", "supplement.made_on", &LoanSupplement::made_on),
        field("reason", "loan.reason", &LoanSupplement::reason, {.erasable = true, .multiline = true}),
        field("made_by", "supplement.made_by", &LoanSupplement::made_by, {.erasable = true}),
        field("items", "supplement.items", &LoanSupplement::items, {.derived = true})};
};

} // namespace schulkit
