#pragma once
// All SQL about what checks have found, and about the settings of lending.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/differences/difference_api.hpp"

namespace schulkit {

/// With its chases. Error: not_found, also beyond the caller's scope. An auditor reads no names.
Result<LoanDifference> get_difference(Tx& tx, Access const& access, Id<LoanDifference> id);
/// Errors: 422 on limit or cursor.
Result<Page<LoanDifference>> list_differences(Tx& tx, Access const& access, DifferenceQuery const& query);
/// Of a loan that the caller has been found to reach, in the order of slots.
std::vector<LoanDifference> list_loan_differences(Tx& tx, Access const& access, Id<Loan> loan);
/// The one about a device that is missing and not settled.
std::optional<Id<LoanDifference>> find_open_difference(Tx& tx, std::int64_t asset_id);
bool has_difference(Tx& tx, std::int64_t loan_item);
/// Not settled, or with an objection that has no answer.
bool has_open_differences(Tx& tx, Id<Loan> loan);

struct NewDifference {
    Id<Loan> loan = {};
    Id<Kit> kit = {}; ///< that was checked
    DifferenceKind kind = DifferenceKind::device_missing;
    std::optional<std::int64_t> item = std::nullopt; ///< of loan_items
    std::optional<Id<Loan>> other_loan = std::nullopt;
    std::optional<std::int64_t> slot = std::nullopt;
    std::string label = {};
    std::optional<std::int64_t> asset = std::nullopt;
    std::int64_t quantity = 1;
    Date object_until = {};
    std::optional<Settlement> settled_as = std::nullopt;
};
/// Found today.
Result<Id<LoanDifference>> insert_difference(WriteTx& tx, NewDifference const& difference);
/// By the transaction's actor, each. Errors: conflict, of the rules in migrations/0012_differences.sql.
Result<Done> store_objection(WriteTx& tx, Id<LoanDifference> id, std::string const& words);
Result<Done> store_answer(WriteTx& tx, Id<LoanDifference> id, ObjectionState state, std::string const& words);
Result<Done> store_chase(WriteTx& tx, Id<LoanDifference> id, std::optional<std::string> const& note);
Result<Done> store_settlement(WriteTx& tx, Id<LoanDifference> id, Settlement settled_as, std::optional<std::string> const& note);
/// The device did not come back and is not expected any more.
Result<Done> give_item_up(WriteTx& tx, std::int64_t asset_id, bool school_answers);
/// So many more came back later.
Result<Done> add_accessories_back(WriteTx& tx, Id<Loan> loan, std::string_view label, std::int64_t quantity);

LoanSettings get_loan_settings(Tx& tx);
Result<Done> replace_loan_settings(WriteTx& tx, LoanSettings const& settings);

} // namespace schulkit
