#include "server/allocation/allocation_routes.hpp"

#include "server/allocation/allocation_changes.hpp"
#include "server/allocation/proposal.hpp"
#include "server/http/router.hpp"

namespace schulkit {

// a proposal names rival schools: all of it is for those who decide
void mount_allocation(Router& router) {
    router.read<GetProposal>(Action::decide_loan, [](Tx& tx, Access const&, auto const& request) {
        return make_proposal(tx, request.path.id);
    });
    router.write<UpdateAllocationRules>(Action::decide_loan, [](WriteTx& tx, Access const&, auto const& request) {
        return set_allocation_rules(tx, request.path.id, request.body);
    });
    router.write<PinRequest>(Action::decide_loan, [](WriteTx& tx, Access const&, auto const& request) {
        return pin_request(tx, request.path.id, request.path.request_id, request.body.kit_ids);
    });
    router.write<UnpinRequest>(Action::decide_loan, [](WriteTx& tx, Access const&, auto const& request) {
        return unpin_request(tx, request.path.id, request.path.request_id);
    });
    router.write<PutSchoolDistance>(Action::decide_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return set_distance(tx, access, request.path.id, request.body);
    });
    router.write<AcceptProposal>(Action::decide_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return accept_proposal(tx, access, request.path.id, request.body);
    });
}

} // namespace schulkit
