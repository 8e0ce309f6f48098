#include "server/supplements/supplement_routes.hpp"

#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/supplements/supplement_changes.hpp"
#include "shared/loans/loan_flow.hpp"

namespace schulkit {
namespace {

Result<Page<LoanSupplement>> list_of_loan(Tx& tx, Access const& access, Request<ListSupplements> const& request) {
    TRY(get_loan(tx, access, request.path.id));
    std::vector<LoanSupplement> supplements = list_supplements(tx, request.path.id);
    if (access.role == Role::auditor)
        for (LoanSupplement& supplement : supplements) supplement.made_by.reset();
    return whole_page(std::move(supplements));
}

} // namespace

void mount_supplements(Router& router) {
    router.write<SwapLentDevice>(action_of(LoanStep::swap), [](WriteTx& tx, Access const& access, auto const& request) {
        return swap_lent_device(tx, access, request.path.id, request.body);
    });
    router.write<DeliverLater>(action_of(LoanStep::deliver), [](WriteTx& tx, Access const& access, auto const& request) {
        return deliver_later(tx, access, request.path.id, request.body);
    });
    router.read<ListSupplements>(Action::read_loans, list_of_loan);
}

} // namespace schulkit
