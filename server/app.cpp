#include "server/app.hpp"

#include "server/allocation/allocation_routes.hpp"
#include "server/assets/asset_routes.hpp"
#include "server/attachments/attachment_routes.hpp"
#include "server/audit/audit_routes.hpp"
#include "server/board/board_routes.hpp"
#include "server/calendars/calendar_routes.hpp"
#include "server/differences/difference_routes.hpp"
#include "server/feedback/feedback_routes.hpp"
#include "server/handovers/handover_routes.hpp"
#include "server/http/static_files.hpp"
#include "server/imports/import_routes.hpp"
#include "server/kits/kit_routes.hpp"
#include "server/loans/loan_routes.hpp"
#include "server/papers/paper_routes.hpp"
#include "server/people/people_store.hpp"
#include "server/people/session_routes.hpp"
#include "server/plain/plain_routes.hpp"
#include "server/requirements/requirement_routes.hpp"
#include "server/school_years/school_year_routes.hpp"
#include "server/schools/school_routes.hpp"
#include "server/stock/stock_routes.hpp"
#include "server/supplements/supplement_routes.hpp"
#include "server/tickets/ticket_routes.hpp"
#include "server/tours/tour_routes.hpp"
#include "server/trainings/training_routes.hpp"

namespace schulkit {
namespace {

HttpResponse health(Call& call) {
    bool const demo = call.database().read([](Tx& tx) { return has_demo_accounts(tx); });
    HttpResponse response{.content_type = "application/json"};
    response.body = dump_json(Json{{"status", "ok"}, {"demo", demo}});
    response.set_header("Cache-Control", "no-store");
    return response;
}

} // namespace

ServerApp::ServerApp(Database& database, Deployment deployment, StaticFiles const* files, Log log)
    : m_authenticator{database}, m_router{database, m_authenticator, std::move(deployment), std::move(log)} {
    mount_sessions(m_router, m_throttle);
    mount_schools(m_router);
    mount_assets(m_router);
    mount_attachments(m_router);
    mount_imports(m_router, m_imports);
    mount_tickets(m_router);
    mount_school_years(m_router);
    mount_kits(m_router);
    mount_stock(m_router);
    mount_requirements(m_router);
    mount_trainings(m_router);
    mount_loans(m_router);
    mount_allocation(m_router);
    mount_handovers(m_router);
    mount_papers(m_router);
    mount_supplements(m_router);
    mount_differences(m_router);
    mount_board(m_router);
    mount_tours(m_router);
    mount_feedback(m_router);
    mount_calendars(m_router);
    mount_audit(m_router);
    mount_plain(m_router, m_throttle, files);
    m_router.page("/healthz", health);
    if (files != nullptr) m_router.otherwise([files](Call& call) { return files->answer(call); });
}

} // namespace schulkit
