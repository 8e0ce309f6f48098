#include "server/loans/loan_routes.hpp"

#include "server/http/router.hpp"
#include "server/loans/loan_changes.hpp"
#include "shared/loans/loan_flow.hpp"

namespace schulkit {

void mount_loans(Router& router) {
    router.read<ListLoans>(Action::read_loans, [](Tx& tx, Access const& access, auto const& request) {
        return list_loans(tx, access, request.query);
    });
    router.write<AskForLoan>(Action::ask_for_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return ask_for_loan(tx, access, request.body);
    });
    router.read<GetLoan>(Action::read_loans, [](Tx& tx, Access const& access, auto const& request) {
        return get_loan(tx, access, request.path.id);
    });
    router.write<ApproveLoan>(action_of(LoanStep::approve), [](WriteTx& tx, Access const& access, auto const& request) {
        return approve_loan(tx, access, request.path.id, request.body);
    });
    router.write<RejectLoan>(action_of(LoanStep::reject), [](WriteTx& tx, Access const& access, auto const& request) {
        return reject_loan(tx, access, request.path.id, request.body.reason);
    });
    router.write<WaitlistLoan>(action_of(LoanStep::waitlist), [](WriteTx& tx, Access const& access, auto const& request) {
        return waitlist_loan(tx, access, request.path.id);
    });
    router.write<CancelLoan>(action_of(LoanStep::cancel), [](WriteTx& tx, Access const& access, auto const& request) {
        return cancel_loan(tx, access, request.path.id, request.body.reason);
    });
    router.write<ExtendLoan>(action_of(LoanStep::extend), [](WriteTx& tx, Access const& access, auto const& request) {
        return extend_loan(tx, access, request.path.id, request.body.school_years);
    });
    router.write<ExchangeKit>(action_of(LoanStep::exchange), [](WriteTx& tx, Access const& access, auto const& request) {
        return exchange_kit(tx, access, request.path.id, request.body);
    });
    router.write<ReleaseLoan>(action_of(LoanStep::release), [](WriteTx& tx, Access const& access, auto const& request) {
        return release_loan(tx, access, request.path.id, request.body.reason);
    });
}

} // namespace schulkit
