#pragma once
// The socket side. Its source is the only file of the server that includes the HTTP library.

#include "server/http/message.hpp"

#include <chrono>
#include <memory>

namespace schulkit {

struct ServerOptions {
    std::string host = "127.0.0.1";
    int port = 0;                            ///< 0: a free one
    std::size_t max_connections = 4096;      ///< above that the one that has been idle longest is closed
    std::size_t max_threads = 256;           ///< calls under way at once
    std::chrono::seconds idle_timeout{75};   ///< between two calls of a connection
    std::chrono::seconds header_timeout{10}; ///< from the first byte of a call to the end of its head
    std::chrono::seconds body_timeout{20};   ///< for a body; each 16 KB that arrive give it a second more
};

class HttpServer {
public:
    /// Called by many threads at once.
    using Handler = std::function<HttpResponse(HttpRequest const&)>;

    HttpServer(ServerOptions options, Handler handler);
    ~HttpServer();
    HttpServer(HttpServer const&) = delete;
    HttpServer& operator=(HttpServer const&) = delete;

    /// The port. Error: unavailable "cannot_listen".
    Result<int> bind();
    /// Answers until stop(); calls under way are finished.
    void serve();
    /// From any thread, also before serve(); not from a signal handler.
    void stop();

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace schulkit
