#pragma once
// A kit at rest is split in two, or two become one. What was promised of a kit stays with one that somebody names.

#include "shared/loans/loan_api.hpp"

namespace schulkit {

/// Which of the two has what is promised for this and later years.
enum class ClaimHolder : std::uint8_t { old_kit, new_kit };

template <>
struct EnumWords<ClaimHolder> {
    static constexpr std::array values = {std::pair{ClaimHolder::old_kit, std::string_view{"old_kit"}},
                                          std::pair{ClaimHolder::new_kit, std::string_view{"new_kit"}}};
};

struct KitSplit {
    std::string tag = {}; ///< of the new kit
    std::string name = {};
    Id<KitType> kit_type_id = {};
    std::vector<std::int64_t> slots = {}; ///< whose devices go into the new kit, each into the first place that it fits
    std::vector<AccessoryCount> accessories = {};
    bool keep_places = true; ///< of the old kit: they are empty then; else they go, too
    std::optional<ClaimHolder> claims = std::nullopt; ///< must be named where something is promised
    std::optional<std::string> reason = std::nullopt;
    bool operator==(KitSplit const&) const = default;
};

template <>
struct Schema<KitSplit> {
    static constexpr std::string_view name = "kit_split";
    static constexpr auto fields = std::tuple{
        field("tag", "kit.tag", &KitSplit::tag, {.required = true, .max_length = 40}),
        field("name", "kit.name", &KitSplit::name, {.required = true, .max_length = 120}),
        field("kit_type_id", "kit.kit_type_id", &KitSplit::kit_type_id),
        field("slots", "kit.slots", &KitSplit::slots), field("accessories", "kit.accessories", &KitSplit::accessories),
        field("keep_places", "regroup.keep_places", &KitSplit::keep_places),
        field("claims", "regroup.claims", &KitSplit::claims),
        field("reason", "kit.reason", &KitSplit::reason, {.erasable = true, .multiline = true, .max_length = 1000})};
};

/// Found by validate(): nothing that goes ("nothing_chosen" on slots), a slot that stands twice ("duplicate" on slots).
void check(KitSplit const& split, FieldErrors& errors);

struct KitPair {
    Kit kit = {}; ///< the old one
    Kit new_kit = {};
    bool operator==(KitPair const&) const = default;
};

template <>
struct Schema<KitPair> {
    static constexpr std::string_view name = "kit_pair";
    static constexpr auto fields = std::tuple{field("kit", "", &KitPair::kit), field("new_kit", "", &KitPair::new_kit)};
};

/// What 409 "kit_has_claims" says more.
struct KitClaims {
    std::vector<KitBooking> claims = {};
    bool operator==(KitClaims const&) const = default;
};

template <>
struct Schema<KitClaims> {
    static constexpr std::string_view name = "kit_claims";
    static constexpr auto fields = std::tuple{field("claims", "regroup.claims", &KitClaims::claims)};
};

/// What 409 "kit_in_loan" and "in_open_session" say more.
struct KitAway {
    std::string kit_tag = {};
    std::optional<std::int64_t> loan_id = std::nullopt;
    std::optional<std::string> school_code = std::nullopt;
    std::optional<std::int64_t> session_id = std::nullopt;
    bool operator==(KitAway const&) const = default;
};

template <>
struct Schema<KitAway> {
    static constexpr std::string_view name = "kit_away";
    static constexpr auto fields = std::tuple{
        field("kit_tag", "kit.tag", &KitAway::kit_tag), field("loan_id", "loan.id", &KitAway::loan_id),
        field("school_code", "loan.school_code", &KitAway::school_code), field("session_id", "", &KitAway::session_id)};
};

/// Errors: 409 "kit_in_loan", "in_open_session" with the members of KitAway; "kit_has_claims" with those of KitClaims;
/// "kit_dissolved"; "taken" on tag. 422: "unknown_slot", "slot_empty", "does_not_fit" on slots.N; "unknown_accessory" and
/// "kit_has_fewer" by accessory; "unknown_kit_type"; "other_type" on claims: what is promised is of the old kit's type.
struct SplitKit {
    using Path = IdPath<Kit>;
    using Query = None;
    using Body = KitSplit;
    using Response = KitPair;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/kits/{id}/split";
    static constexpr std::string_view name = "split_kit";
    static constexpr std::string_view summary = "Make a new kit of a part of what is in a kit";
};

struct KitMerge {
    Id<Kit> kit_id = {};       ///< that goes into this one, and is none any more
    bool take_claims = false;  ///< what is promised of it is promised of this one then
    std::optional<std::string> reason = std::nullopt;
    bool operator==(KitMerge const&) const = default;
};

template <>
struct Schema<KitMerge> {
    static constexpr std::string_view name = "kit_merge";
    static constexpr auto fields = std::tuple{
        field("kit_id", "regroup.other_kit", &KitMerge::kit_id), field("take_claims", "regroup.take_claims", &KitMerge::take_claims),
        field("reason", "kit.reason", &KitMerge::reason, {.erasable = true, .multiline = true, .max_length = 1000})};
};

/// Its devices go into free places that they fit, else into places of their own after the last. Errors: as SplitKit has them;
/// 422 "unknown_kit", "same_kit" on kit_id; "other_type" on take_claims; 409 "kit_already_booked" with `booking`;
/// "kit_is_needed" with `school_years`, where too few kits of its type would be left; "too_many_slots".
struct MergeKits {
    using Path = IdPath<Kit>;
    using Query = None;
    using Body = KitMerge;
    using Response = Kit;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/kits/{id}/merge";
    static constexpr std::string_view name = "merge_kits";
    static constexpr std::string_view summary = "Put all of another kit into this one";
};

} // namespace schulkit
