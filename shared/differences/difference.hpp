#pragma once
// What the check at the depot finds of a kit that came back: what is missing, and what belongs elsewhere. The school is told
// and may object for some days; then what is missing counts, is chased, and is settled in the end.

#include "shared/access/access.hpp"
#include "shared/loans/loan.hpp"

namespace schulkit {

enum class DifferenceKind : std::uint8_t { device_missing, accessory_missing, foreign_device };

template <>
struct EnumWords<DifferenceKind> {
    static constexpr std::array values = {std::pair{DifferenceKind::device_missing, std::string_view{"device_missing"}},
                                          std::pair{DifferenceKind::accessory_missing, std::string_view{"accessory_missing"}},
                                          std::pair{DifferenceKind::foreign_device, std::string_view{"foreign_device"}}};
};

/// Not stored: it follows from the days, the objection and the settlement.
enum class DifferenceState : std::uint8_t { told, objected, counts, settled };

template <>
struct EnumWords<DifferenceState> {
    static constexpr std::array values = {std::pair{DifferenceState::told, std::string_view{"told"}},
                                          std::pair{DifferenceState::objected, std::string_view{"objected"}},
                                          std::pair{DifferenceState::counts, std::string_view{"counts"}},
                                          std::pair{DifferenceState::settled, std::string_view{"settled"}}};
};

enum class ObjectionState : std::uint8_t { open, accepted, rejected };

template <>
struct EnumWords<ObjectionState> {
    static constexpr std::array values = {std::pair{ObjectionState::open, std::string_view{"open"}},
                                          std::pair{ObjectionState::accepted, std::string_view{"accepted"}},
                                          std::pair{ObjectionState::rejected, std::string_view{"rejected"}}};
};

/// noted: a device of another kit is with its own again. not_counted: the objection was accepted.
enum class Settlement : std::uint8_t { noted, returned, lost, replaced, written_off, not_counted };

template <>
struct EnumWords<Settlement> {
    static constexpr std::array values = {std::pair{Settlement::noted, std::string_view{"noted"}},
                                          std::pair{Settlement::returned, std::string_view{"returned"}},
                                          std::pair{Settlement::lost, std::string_view{"lost"}},
                                          std::pair{Settlement::replaced, std::string_view{"replaced"}},
                                          std::pair{Settlement::written_off, std::string_view{"written_off"}},
                                          std::pair{Settlement::not_counted, std::string_view{"not_counted"}}};
};

struct DifferenceChase {
    Date chased_on = {};
    std::optional<std::string> chased_by = std::nullopt;
    std::optional<std::string> note = std::nullopt;
    bool operator==(DifferenceChase const&) const = default;
};

template <>
struct Schema<DifferenceChase> {
    static constexpr std::string_view name = "difference_chase";
    static constexpr auto fields = std::tuple{
        field("chased_on", "difference.chased_on", &DifferenceChase::chased_on),
        field("chased_by", "difference.chased_by", &DifferenceChase::chased_by, {.erasable = true}),
        field("note", "difference.note", &DifferenceChase::note, {.erasable = true, .multiline = true})};
};

struct LoanDifference {
    Id<LoanDifference> id = {};
    Id<Loan> loan_id = {};
    std::string school_code = {};
    std::string school_name = {};
    Id<Kit> kit_id = {};                               ///< that was checked; the loan may have gone on with another one
    std::optional<std::string> kit_tag = std::nullopt;
    DifferenceKind kind = DifferenceKind::device_missing;
    DifferenceState state = DifferenceState::told;
    std::optional<std::int64_t> slot = std::nullopt;
    std::string label = {}; ///< of the slot or the accessory
    std::optional<std::int64_t> asset_id = std::nullopt;
    std::optional<std::string> asset_tag = std::nullopt;
    std::optional<std::string> asset_name = std::nullopt;
    std::optional<Id<Loan>> other_loan_id = std::nullopt; ///< whose kit a foreign device belongs to
    std::optional<std::string> other_kit_tag = std::nullopt;
    std::int64_t quantity = 1;
    Date found_on = {};
    std::int64_t age_days = 0;
    Date object_until = {};
    std::optional<std::string> objection = std::nullopt;
    std::optional<ObjectionState> objection_state = std::nullopt;
    std::optional<std::string> objected_by = std::nullopt;
    std::optional<Instant> objected_at = std::nullopt;
    std::optional<std::string> answer = std::nullopt;
    std::optional<std::string> answered_by = std::nullopt;
    std::optional<Instant> answered_at = std::nullopt;
    std::vector<DifferenceChase> chases = {};
    std::optional<Settlement> settled_as = std::nullopt;
    std::optional<Date> settled_on = std::nullopt;
    std::optional<std::string> settled_by = std::nullopt;
    std::optional<std::string> settlement = std::nullopt; ///< what was said about it
    bool operator==(LoanDifference const&) const = default;
};

template <>
struct Schema<LoanDifference> {
    static constexpr std::string_view name = "loan_difference";
    static constexpr Rules joined = {.derived = true};
    static constexpr Rules person = {.erasable = true, .derived = true};
    static constexpr Rules words = {.erasable = true, .multiline = true};
    static constexpr auto fields = std::tuple{
        field("id", "", &LoanDifference::id), field("loan_id", "loan.id", &LoanDifference::loan_id),
        field("school_code", "loan.school_code", &LoanDifference::school_code, joined),
        field("school_name", "loan.school_id", &LoanDifference::school_name, joined),
        field("kit_id", "", &LoanDifference::kit_id), field("kit_tag", "loan.kit_id", &LoanDifference::kit_tag, joined),
        field("kind", "difference.kind", &LoanDifference::kind), field("state", "difference.state", &LoanDifference::state, joined),
        field("slot", "kit.slot", &LoanDifference::slot), field("label", "kit_type.slot_label", &LoanDifference::label),
        field("asset_id", "", &LoanDifference::asset_id), field("asset_tag", "asset.tag", &LoanDifference::asset_tag, joined),
        field("asset_name", "asset.name", &LoanDifference::asset_name, joined),
        field("other_loan_id", "", &LoanDifference::other_loan_id),
        field("other_kit_tag", "difference.belongs", &LoanDifference::other_kit_tag, joined),
        field("quantity", "kit.quantity", &LoanDifference::quantity),
        field("found_on", "difference.found_on", &LoanDifference::found_on),
        field("age_days", "difference.age", &LoanDifference::age_days, joined),
        field("object_until", "difference.object_until", &LoanDifference::object_until),
        field("objection", "difference.objection", &LoanDifference::objection, words),
        field("objection_state", "difference.objection_state", &LoanDifference::objection_state),
        field("objected_by", "difference.objected_by", &LoanDifference::objected_by, person),
        field("objected_at", "difference.objected_at", &LoanDifference::objected_at),
        field("answer", "difference.answer", &LoanDifference::answer, words),
        field("answered_by", "difference.answered_by", &LoanDifference::answered_by, person),
        field("answered_at", "difference.answered_at", &LoanDifference::answered_at),
        field("chases", "difference.chases", &LoanDifference::chases, joined),
        field("settled_as", "difference.settled_as", &LoanDifference::settled_as),
        field("settled_on", "difference.settled_on", &LoanDifference::settled_on),
        field("settled_by", "difference.settled_by", &LoanDifference::settled_by, person),
        field("settlement", "difference.note", &LoanDifference::settlement, words)};
};

/// How lending goes in this county.
struct LoanSettings {
    std::int64_t objection_days = 14; ///< from the check on, for the school to object
    std::int64_t version = 1;
    bool operator==(LoanSettings const&) const = default;
};

template <>
struct Schema<LoanSettings> {
    static constexpr std::string_view name = "loan_settings";
    static constexpr auto fields =
        std::tuple{field("objection_days", "loan_settings.objection_days", &LoanSettings::objection_days, {.min = 1, .max = 365}),
                   field("version", "", &LoanSettings::version, {.read_only = true})};
};

// --- what may be done with it ------------------------------------------------------------------------------
enum class DifferenceStep : std::uint8_t { object, answer, chase, settle };

template <>
struct EnumWords<DifferenceStep> {
    static constexpr std::array values = {std::pair{DifferenceStep::object, std::string_view{"object"}},
                                          std::pair{DifferenceStep::answer, std::string_view{"answer"}},
                                          std::pair{DifferenceStep::chase, std::string_view{"chase"}},
                                          std::pair{DifferenceStep::settle, std::string_view{"settle"}}};
};

constexpr Action action_of(DifferenceStep step) {
    return step == DifferenceStep::object ? Action::object_to_difference : Action::settle_difference;
}

/// Absent: the step may be taken on that day. Else the code of why not: "too_late_to_object", "objected_already", "no_objection",
/// "already_settled", "does_not_count_yet", "objection_is_open".
std::optional<std::string_view> obstacle_to(DifferenceStep step, LoanDifference const& difference, Date const& today);

/// Settling as lost makes the school answerable for it: that needs what counts. The others are in its favour.
std::optional<std::string_view> obstacle_to(Settlement settlement, LoanDifference const& difference);

} // namespace schulkit
