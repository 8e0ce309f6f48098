#pragma once
// All SQL about the allocation proposal: what it is made of, its rules and its pins.

#include "server/db/database.hpp"
#include "shared/allocation/allocation_api.hpp"

namespace schulkit {

/// A kit that somebody still waits for, with what its request says.
struct UndecidedLoan {
    Id<Loan> id = {};
    Id<LoanRequest> request_id = {};
    LoanState state = LoanState::requested;
    Id<School> school_id = {};
    std::string school_code = {};
    std::string school_name = {};
    std::optional<Date> school_ends_on = std::nullopt;
    std::optional<std::int64_t> distance_km = std::nullopt;
    Id<KitType> kit_type_id = {};
    std::string kit_type_name = {};
    std::optional<Id<Kit>> kit_id = std::nullopt;
    std::string first_school_year = {};
    std::string last_school_year = {};
    std::optional<Date> planned_handover_on = std::nullopt;
    std::int64_t quantity = 1;
    std::int64_t least_quantity = 1;
    std::int64_t approved = 0; ///< of the same request
    std::optional<std::int64_t> pupils = std::nullopt;
    Instant requested_at = {};
};

template <>
struct Schema<UndecidedLoan> {
    using L = UndecidedLoan;
    static constexpr std::string_view name = "undecided_loan";
    static constexpr auto fields = std::tuple{
        field("id", "", &L::id), field("request_id", "", &L::request_id), field("state", "", &L::state),
        field("school_id", "", &L::school_id), field("school_code", "", &L::school_code),
        field("school_name", "", &L::school_name), field("school_ends_on", "", &L::school_ends_on),
        field("distance_km", "", &L::distance_km), field("kit_type_id", "", &L::kit_type_id),
        field("kit_type_name", "", &L::kit_type_name), field("kit_id", "", &L::kit_id),
        field("first_school_year", "", &L::first_school_year), field("last_school_year", "", &L::last_school_year),
        field("planned_handover_on", "", &L::planned_handover_on), field("quantity", "", &L::quantity),
        field("least_quantity", "", &L::least_quantity), field("approved", "", &L::approved), field("pupils", "", &L::pupils),
        field("requested_at", "", &L::requested_at)};
};

struct KitHolder {
    Id<Kit> kit_id = {};
    Id<School> school_id = {};
};

template <>
struct Schema<KitHolder> {
    static constexpr std::string_view name = "kit_holder";
    static constexpr auto fields =
        std::tuple{field("kit_id", "", &KitHolder::kit_id), field("school_id", "", &KitHolder::school_id)};
};

/// A year for which the kit is delivered in time.
struct KitYear {
    Id<Kit> kit_id = {};
    std::string school_year = {};
    bool booked = false;
};

template <>
struct Schema<KitYear> {
    static constexpr std::string_view name = "kit_year";
    static constexpr auto fields = std::tuple{field("kit_id", "", &KitYear::kit_id),
                                              field("school_year", "", &KitYear::school_year),
                                              field("booked", "", &KitYear::booked)};
};

/// Whose first school year it is, in the order of asking; those of one request together.
std::vector<UndecidedLoan> list_undecided_loans(Tx& tx, std::string_view school_year);
/// All kits, by tag; `availability` is not looked at.
std::vector<ProposalKit> list_proposal_kits(Tx& tx);
/// Those of all kits, from the first to the last year.
std::vector<KitYear> list_kit_years(Tx& tx, std::string_view first, std::string_view last);
/// The school at which each kit is, or that has it promised for that year.
std::vector<KitHolder> list_kit_holders(Tx& tx, std::string_view school_year);
/// Schools that have had a kit in that year, or have one promised.
std::vector<Id<School>> list_schools_with_kits(Tx& tx, std::string_view school_year);

struct StoredRules {
    std::string school_year = {};
    AllocationRules rules = {};
};
/// Of the year, or of the latest before it that has some.
std::optional<StoredRules> find_allocation_rules(Tx& tx, std::string_view school_year);
Result<Done> insert_allocation_rules(WriteTx& tx, std::string_view school_year, AllocationRules const& rules);
Result<Done> replace_allocation_rules(WriteTx& tx, AllocationRules const& rules);

/// By request and kit.
std::vector<AllocationPin> list_pins(Tx& tx, std::string_view school_year);
RequestPins pins_of(Tx& tx, Id<LoanRequest> request);
/// In place of those it has. Errors: conflict, of the rules in migrations/0010_allocation.sql.
Result<Done> replace_pins(WriteTx& tx, std::string_view school_year, Id<LoanRequest> request, RequestPins const& pins);
/// Those of requests of which nothing is undecided any more.
Result<Done> drop_settled_pins(WriteTx& tx, std::string_view school_year);

std::optional<std::int64_t> find_distance(Tx& tx, Id<School> school);
Result<Done> store_distance(WriteTx& tx, Id<School> school, std::optional<std::int64_t> distance_km);

} // namespace schulkit
