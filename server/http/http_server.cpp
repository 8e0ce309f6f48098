#include "server/http/http_server.hpp"

#include "server/http/idle_sockets.hpp"
#include "server/http/problem.hpp"
#include "server/http/request_head.hpp"
#include "server/http/socket_io.hpp"
#include "server/http/worker_pool.hpp"

#include <arpa/inet.h>
#include <ctime>
#include <netinet/tcp.h>
#include <sys/resource.h>

// The library's own backlog is 5: with more connections at once each further one would wait a second.
#define CPPHTTPLIB_LISTEN_BACKLOG 1024
// select() knows no descriptor above 1023.
#define CPPHTTPLIB_USE_POLL
#include <httplib.h>

namespace schulkit {
namespace {

constexpr std::size_t descriptors_for_the_rest = 128; // database, log, listener …
constexpr std::size_t worth_draining_bytes = 256 * 1024;

/// What the library reads from and writes to.
class SocketStream final : public httplib::Stream {
public:
    SocketStream(SocketIo& io, int socket) : m_io{io}, m_socket{socket} {}

    bool is_readable() const override { return m_io.has_unread(); }
    bool is_writable() const override { return true; }
    ssize_t read(char* bytes, size_t size) override { return m_io.read(bytes, size); }
    ssize_t write(char const* bytes, size_t size) override {
        m_io.write({bytes, size});
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string&, int&) const override {}
    void get_local_ip_and_port(std::string&, int&) const override {}
    socket_t socket() const override { return m_socket; }

private:
    SocketIo& m_io;
    int m_socket;
};

/// One call and its answer.
struct Exchange {
    SocketIo& io;
    RequestHead head = {};
    bool is_malformed = false;
    bool is_answered = false; ///< by us; otherwise the library found the call malformed
    bool is_body_begun = false;
    bool is_body_taken = false;
    bool keeps_connection = false;
    int status = 0;
};

/// The library hands its callbacks no context; a thread has one call at a time.
thread_local Exchange* current_exchange = nullptr;

std::string http_date() {
    std::time_t const now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT",
                  &utc); // the program keeps the C locale
    return text.data();
}

std::string peer_address(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getpeername(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET)
        inet_ntop(AF_INET, &reinterpret_cast<sockaddr_in*>(&address)->sin_addr, text.data(), text.size());
    else if (address.ss_family == AF_INET6)
        inet_ntop(AF_INET6, &reinterpret_cast<sockaddr_in6*>(&address)->sin6_addr, text.data(), text.size());
    return text.data();
}

void put_response(HttpResponse const& from, Exchange& exchange, httplib::Response& to) {
    to.headers.clear();
    to.status = exchange.status = from.status;
    for (Header const& header : from.headers)
        to.set_header(header.name, header.value);
    to.set_header("Date", http_date());
    if (!exchange.keeps_connection) to.set_header("Connection", "close");
    if (!from.content().empty())
        to.set_content(from.content().data(), from.content().size(), from.content_type);
}

/// What the library adds by itself and nobody should believe.
ssize_t write_headers(httplib::Stream& stream, httplib::Headers& headers) {
    headers.erase("Keep-Alive");
    headers.erase("Accept-Ranges");
    int const status = current_exchange->status;
    if (status == 204 || status == 304) headers.erase("Content-Length");
    return httplib::detail::write_headers(stream, headers);
}

/// Soft limit on open files raised to what the system lets; how many there may be.
std::size_t raise_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65536);
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<std::size_t>(limit.rlim_cur);
}

} // namespace

/// The library accepts, reads heads and bodies and writes answers. Its own way with connections is replaced:
/// it would hold a thread for each that is kept alive, and lose what is sent ahead.
struct HttpServer::Implementation final : httplib::Server {
    Implementation(ServerOptions given_options, HttpServer::Handler given_handler)
        : options{std::move(given_options)}, handler{std::move(given_handler)}, workers{options.max_threads},
          idle{options.idle_timeout,
               [this](int socket) { workers.post([this, socket] { converse(socket); }); },
               [this](int socket) { close_connection(socket); }} {
        set_tcp_nodelay(true);
        set_socket_options(
            [](socket_t socket) { // without SO_REUSEPORT: a second server on the port is an error
                int const on = 1;
                setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
            });
        set_header_writer(write_headers);
        new_task_queue = [this] { return new HandOver{*this}; };
        set_pre_routing_handler([this](httplib::Request const& request, httplib::Response& response) {
            bool const may_have_body = request.method == "POST" || request.method == "PUT" ||
                                       request.method == "PATCH" || request.method == "DELETE";
            if (may_have_body && !current_exchange->is_malformed) return HandlerResponse::Unhandled;
            answer(*current_exchange, response, nullptr);
            return HandlerResponse::Handled;
        });
        auto const with_body = [this](httplib::Request const&, httplib::Response& response,
                                      httplib::ContentReader const& reader) {
            answer(*current_exchange, response, &reader);
        };
        Post("/", with_body);
        Put("/", with_body);
        Patch("/", with_body);
        Delete("/", with_body);
        set_error_handler([](httplib::Request const&, httplib::Response& response) {
            if (current_exchange->is_answered) return HandlerResponse::Unhandled;
            current_exchange->keeps_connection = false;
            put_response(problem(response.status, "malformed_request"), *current_exchange, response);
            return HandlerResponse::Handled;
        });
        set_exception_handler([](httplib::Request const&, httplib::Response& response, std::exception_ptr) {
            current_exchange->keeps_connection = false;
            put_response(problem(500, "internal"), *current_exchange, response);
        });
    }

    /// Accepted connections go where the idle ones are, at once.
    struct HandOver final : httplib::TaskQueue {
        explicit HandOver(Implementation& of) : server{of} {}
        bool enqueue(std::function<void()> task) override {
            task();
            return true;
        }
        void shutdown() override {
            server.stopping = true;
            server.idle.stop();
            server.workers.finish();
        }
        Implementation& server;
    };

    bool process_and_close_socket(socket_t socket) override {
        if (++open_connections > max_connections && !idle.expire_oldest()) {
            close_connection(socket);
            return false;
        }
        int const on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        idle.park(socket);
        return true;
    }

    void close_connection(int socket) {
        ::shutdown(socket, SHUT_RDWR);
        ::close(socket);
        --open_connections;
    }

    void converse(int socket) {
        SocketIo io{socket, stopping};
        SocketStream stream{io, socket};
        std::string const peer = peer_address(socket);
        bool keep = true;
        do {
            keep = exchange(io, stream, peer);
        } while (keep && io.has_unread());
        if (keep)
            idle.park(socket);
        else
            close_connection(socket);
    }

    /// Reads one call and answers it; whether the connection goes on.
    bool exchange(SocketIo& io, SocketStream& stream, std::string const& peer) {
        Exchange now{.io = io};
        current_exchange = &now;
        io.allow(options.header_timeout);
        io.begin_record();
        bool is_closed = false;
        process_request(stream, peer, 0, {}, 0, false, is_closed, [&](httplib::Request& request) {
            auto head = read_request_head(io.end_record());
            if (head)
                now.head = std::move(*head);
            else
                now.is_malformed = true;
            now.head.request.peer_address = peer;
            take_over(now.head, request);
        });
        io.end_record();
        current_exchange = nullptr;
        bool const sent = io.flush();
        bool const may_still_send =
            !now.is_answered || now.is_malformed || (now.head.has_body() && !now.is_body_taken);
        if (now.status != 0 && may_still_send) io.linger();
        return sent && now.keeps_connection;
    }

    /// What the library would do with headers by itself (ranges, decompression, forms, 100 Continue) is ours
    /// to decide.
    static void take_over(RequestHead const& head, httplib::Request& request) {
        request.headers.clear();
        request.ranges.clear();
        request.params.clear();
        request.path = "/";
        if (head.is_chunked)
            request.headers.emplace("Transfer-Encoding", "chunked");
        else if (head.body_bytes > 0)
            request.headers.emplace("Content-Length", std::to_string(head.body_bytes));
    }

    /// `reader` is there for methods that have a body.
    void answer(Exchange& exchange, httplib::Response& response, httplib::ContentReader const* reader) {
        exchange.is_answered = true;
        if (exchange.is_malformed) {
            put_response(problem(400, "malformed_request"), exchange, response);
            return;
        }
        RequestHead& head = exchange.head;
        if (reader != nullptr)
            head.request.read_body = [&](std::size_t limit_bytes) {
                return read_body(exchange, *reader, limit_bytes);
            };
        HttpResponse const made = handler(head.request);
        bool const is_small =
            head.body_bytes <= worth_draining_bytes && !head.is_chunked && !head.expects_continue;
        if (head.has_body() && !exchange.is_body_begun && reader != nullptr && is_small)
            read_body(exchange, *reader, worth_draining_bytes).value_or(std::string{});
        exchange.keeps_connection =
            head.keeps_connection && (!head.has_body() || exchange.is_body_taken) && !stopping;
        put_response(made, exchange, response);
    }

    Result<std::string> read_body(Exchange& exchange, httplib::ContentReader const& reader,
                                  std::size_t limit_bytes) const {
        RequestHead const& head = exchange.head;
        if (!head.has_body()) return std::string{};
        if (head.body_bytes > limit_bytes) return fail(ErrorKind::too_large, "too_large");
        if (head.expects_continue) exchange.io.write("HTTP/1.1 100 Continue\r\n\r\n");
        exchange.io.allow(options.body_timeout);
        exchange.is_body_begun = true;
        std::string body;
        bool is_too_large = false;
        bool const is_complete = reader([&](char const* bytes, std::size_t size) {
            is_too_large = body.size() + size > limit_bytes;
            if (!is_too_large) body.append(bytes, size);
            return !is_too_large;
        });
        if (is_too_large) return fail(ErrorKind::too_large, "too_large");
        if (!is_complete)
            return fail(ErrorKind::invalid,
                        std::string{exchange.io.timed_out() ? body_timeout : broken_body});
        exchange.is_body_taken = true;
        return body;
    }

    ServerOptions const options;
    HttpServer::Handler const handler;
    std::atomic<bool> stopping = false;
    std::atomic<std::size_t> open_connections = 0;
    std::size_t max_connections = 0;
    WorkerPool workers;
    IdleSockets idle;

    std::mutex life;
    enum class State { bound, serving, ended } state = State::bound;
    bool stop_asked = false;
};

HttpServer::HttpServer(ServerOptions options, Handler handler)
    : m_implementation{std::make_unique<Implementation>(std::move(options), std::move(handler))} {}

HttpServer::~HttpServer() = default;

Result<int> HttpServer::bind() {
    Implementation& server = *m_implementation;
    ServerOptions const& options = server.options;
    std::size_t const descriptors = raise_descriptor_limit();
    std::size_t const for_connections =
        descriptors > 2 * descriptors_for_the_rest ? descriptors - descriptors_for_the_rest : descriptors / 2;
    server.max_connections = std::min(options.max_connections, for_connections);

    int const port = options.port == 0
                         ? server.bind_to_any_port(options.host)
                         : (server.bind_to_port(options.host, options.port) ? options.port : -1);
    if (port < 0)
        return fail(ErrorKind::unavailable, "cannot_listen",
                    options.host + ':' + std::to_string(options.port));
    return port;
}

void HttpServer::serve() {
    Implementation& server = *m_implementation;
    {
        std::lock_guard lock{server.life};
        if (server.stop_asked) return;
        server.state = Implementation::State::serving;
    }
    server.listen_after_bind();
    std::lock_guard lock{server.life};
    server.state = Implementation::State::ended;
}

void HttpServer::stop() {
    Implementation& server = *m_implementation;
    {
        std::lock_guard lock{server.life};
        if (std::exchange(server.stop_asked, true) || server.state != Implementation::State::serving) return;
    }
    server.wait_until_ready(); // the library ignores a stop before it listens
    server.stop();
}

} // namespace schulkit
