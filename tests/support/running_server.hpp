#pragma once
// A server on a free port of 127.0.0.1 for as long as the test lasts.

#include "server/http/http_server.hpp"

#include <stdexcept>
#include <thread>

namespace schulkit::test {

class RunningServer {
public:
    explicit RunningServer(HttpServer::Handler handler, ServerOptions options = {})
        : m_server{std::move(options), std::move(handler)} {
        auto const bound = m_server.bind();
        if (!bound) throw std::runtime_error{bound.error().code};
        m_port = *bound;
        m_thread = std::thread{[this] { m_server.serve(); }};
    }
    ~RunningServer() { stop(); }
    RunningServer(RunningServer const&) = delete;
    RunningServer& operator=(RunningServer const&) = delete;

    int port() const { return m_port; }
    void stop() {
        m_server.stop();
        if (m_thread.joinable()) m_thread.join();
    }

private:
    HttpServer m_server;
    int m_port = 0;
    std::thread m_thread;
};

} // namespace schulkit::test
