#pragma once
// What coordinators do with a proposal: set its rules, pin, accept.

#include "server/allocation/allocation_store.hpp"
#include "server/people/access.hpp"

namespace schulkit {

// Errors: those of the endpoints in shared/allocation/allocation_api.hpp.
Result<AllocationRules> set_allocation_rules(WriteTx& tx, std::string const& school_year, Patch<AllocationRules> const& patch);
Result<RequestPins> pin_request(WriteTx& tx, std::string const& school_year, Id<LoanRequest> request,
                                std::vector<Id<Kit>> const& kits);
Result<RequestPins> unpin_request(WriteTx& tx, std::string const& school_year, Id<LoanRequest> request);
Result<SchoolDistance> set_distance(WriteTx& tx, Access const& access, Id<School> school, SchoolDistance const& distance);
Result<AcceptedProposal> accept_proposal(WriteTx& tx, Access const& access, std::string const& school_year,
                                         ProposalAcceptance const& acceptance);

} // namespace schulkit
