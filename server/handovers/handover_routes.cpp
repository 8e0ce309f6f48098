#include "server/handovers/handover_routes.hpp"

#include "server/attachments/attachment_file.hpp"
#include "server/handovers/handover_changes.hpp"
#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/loans/loan_store.hpp"

namespace schulkit {
namespace {

Result<SentFile> get_photo(Tx& tx, Access const& access, Request<GetSessionPhoto> const& request) {
    TRY(get_session(tx, access, request.path.id));
    for (AttachedFile const& file : list_session_photos(tx, request.path.id))
        if (file.position == request.path.position) return file_of(tx, file.sha256, file.name);
    return fail(ErrorKind::not_found, "not_found");
}

} // namespace

void mount_handovers(Router& router) {
    router.read<ListSessions>(Action::read_loans, [](Tx& tx, Access const& access, auto const& request) {
        return list_sessions(tx, access, request.query);
    });
    router.write<StartSession>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return start_session(tx, access, request.body);
    });
    router.read<GetHandoverSession>(Action::read_loans, [](Tx& tx, Access const& access, auto const& request) {
        return get_session(tx, access, request.path.id);
    });
    router.write<ScanIntoSession>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return scan_into_session(tx, access, request.path.id, request.body);
    });
    router.write<CountAccessories>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return count_accessories(tx, access, request.path.id, request.body);
    });
    router.write<ReportDamage>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return report_damage(tx, access, request.path.id, request.body);
    });
    router.write<AddSessionPhotos>(
        Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) -> Result<Page<AttachedFile>> {
            TRY_ASSIGN(auto photos, add_session_photos(tx, access, request.path.id, request.body));
            return whole_page(std::move(photos));
        });
    router.read<ListSessionPhotos>(
        Action::read_loans, [](Tx& tx, Access const& access, auto const& request) -> Result<Page<AttachedFile>> {
            TRY(get_session(tx, access, request.path.id));
            return whole_page(list_session_photos(tx, request.path.id));
        });
    router.file<GetSessionPhoto>(Action::read_loans, get_photo);
    router.write<CompleteSession>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return complete_session(tx, access, request.path.id, request.body);
    });
    router.write<AbandonSession>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return abandon_session(tx, access, request.path.id);
    });
    router.write<HandOverLoan>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return hand_over_loan(tx, access, request.path.id, request.body);
    });
    router.write<TakeBackLoan>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return return_loan(tx, access, request.path.id, SessionKind::collection, request.body);
    });
    router.write<CheckInLoan>(Action::hand_over_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return return_loan(tx, access, request.path.id, SessionKind::check, request.body);
    });
    router.read<ListLoanItems>(
        Action::read_loans, [](Tx& tx, Access const& access, auto const& request) -> Result<Page<LoanItem>> {
            TRY(get_loan(tx, access, request.path.id));
            return whole_page(list_loan_items(tx, request.path.id));
        });
}

} // namespace schulkit
