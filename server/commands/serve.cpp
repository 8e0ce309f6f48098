#include "server/app.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/data_folder.hpp"
#include "server/http/http_server.hpp"
#include "server/http/static_files.hpp"
#include "server/papers/paper_settings_store.hpp"
#include "server/people/people_store.hpp"
#include "server/school_years/school_year_changes.hpp"

#include <csignal>
#include <iostream>
#include <pthread.h>
#include <thread>

namespace schulkit {
namespace {

bool is_loopback(std::string const& host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

/// Blocked before any thread starts, so that only the waiting thread takes them.
sigset_t block_ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

} // namespace

int serve(ServeOptions const& options, std::span<embedded::WebFile const> files) {
    sigset_t const signals = block_ending_signals();
    auto deployment = make_deployment(options.base_url, options.trusted_proxies);
    if (!deployment) return complain(deployment.error());
    auto database = open_data(options.data, DataFolder::make);
    if (!database) return complain(database.error());
    if (auto const calendar = ensure_school_years(**database); !calendar) return complain(calendar.error());
    bool const demo = (*database)->read([](Tx& tx) { return has_demo_accounts(tx); });
    bool const only_here = is_loopback(options.host) && options.base_url.empty() && options.trusted_proxies.empty();
    if (demo && !only_here && !options.demo_public)
        return complain({.kind = ErrorKind::forbidden,
                         .code = "demo_accounts",
                         .detail = "the demo accounts' passwords are public, so only this machine is served; "
                                   "--demo-public serves others all the same"});

    StaticFiles const pages{files, *deployment};
    ServerApp const app{**database, *deployment, &pages,
                  {.level = options.verbose ? LogLevel::all : LogLevel::errors, .write = {}}};
    HttpServer server{{.host = options.host, .port = options.port},
                      [&](HttpRequest const& request) { return app.router().answer(request); }};
    auto const port = server.bind();
    if (!port) return complain(port.error());

    bool const is_ipv6 = options.host.find(':') != std::string::npos;
    std::string const own_address = "http://" + (is_ipv6 ? '[' + options.host + ']' : options.host) + ':' + std::to_string(*port);
    std::string const web_address = deployment->origin.empty() ? own_address : deployment->origin + deployment->base_path;
    auto const kept = (*database)->write(Id<Person>{}, [&](WriteTx& tx) { return keep_web_address(tx, web_address); });
    if (!kept) return complain(kept.error());

    std::thread ender{[&] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
    }};
    std::cout << "listening on " << own_address << std::endl;
    server.serve();
    pthread_kill(ender.native_handle(), SIGTERM); // where serve() ended by itself
    ender.join();
    return 0;
}

} // namespace schulkit
