#pragma once
// The composition root of the server: every feature is mounted here, one line each.

#include "server/db/database.hpp"
#include "server/http/router.hpp"
#include "server/imports/import_progress.hpp"
#include "server/people/authenticator.hpp"
#include "server/people/sign_in_throttle.hpp"

namespace schulkit {

class StaticFiles;

class ServerApp {
public:
    /// Both outlive the ServerApp. `files` answer what is no endpoint; nullptr: nothing does (tests of the API).
    ServerApp(Database& database, Deployment deployment, StaticFiles const* files, Log log = {});

    Router const& router() const { return m_router; }

private:
    StoredAuthenticator m_authenticator;
    SignInThrottle m_throttle;
    ImportProgressBoard m_imports;
    Router m_router;
};

} // namespace schulkit
