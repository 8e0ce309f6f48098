#include "server/differences/difference_routes.hpp"

#include "server/differences/difference_changes.hpp"
#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"

namespace schulkit {

void mount_differences(Router& router) {
    router.read<ListDifferences>(Action::read_loans, [](Tx& tx, Access const& access, auto const& request) {
        return list_differences(tx, access, request.query);
    });
    router.read<ListLoanDifferences>(
        Action::read_loans, [](Tx& tx, Access const& access, auto const& request) -> Result<Page<LoanDifference>> {
            TRY(get_loan(tx, access, request.path.id));
            return whole_page(list_loan_differences(tx, access, request.path.id));
        });
    router.write<ObjectToDifference>(action_of(DifferenceStep::object), [](WriteTx& tx, Access const& access, auto const& request) {
        return object_to_difference(tx, access, request.path.id, request.body.objection);
    });
    router.write<AnswerObjection>(action_of(DifferenceStep::answer), [](WriteTx& tx, Access const& access, auto const& request) {
        return answer_objection(tx, access, request.path.id, request.body);
    });
    router.write<ChaseDifference>(action_of(DifferenceStep::chase), [](WriteTx& tx, Access const& access, auto const& request) {
        return chase_difference(tx, access, request.path.id, request.body);
    });
    router.write<SettleDifference>(action_of(DifferenceStep::settle), [](WriteTx& tx, Access const& access, auto const& request) {
        return settle_difference(tx, access, request.path.id, request.body);
    });
    router.read<GetLoanSettings>(Action::read_loans, [](Tx& tx, Access const&, auto const&) -> Result<LoanSettings> {
        return get_loan_settings(tx);
    });
    router.write<UpdateLoanSettings>(Action::edit_loan_settings, [](WriteTx& tx, Access const&, auto const& request) {
        return change_loan_settings(tx, request.body);
    });
}

} // namespace schulkit
