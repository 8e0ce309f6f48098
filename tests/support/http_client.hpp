#pragma once
// A client for tests: whole calls through the HTTP library, or bytes as they are.

#include "server/http/message.hpp"

#include <chrono>
#include <memory>

namespace schulkit::test {

/// Keeps its connection; nothing is added to what is asked for but Host and Accept. One thread at a time.
class HttpClient {
public:
    explicit HttpClient(int port);
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;

    /// status 0: no answer came. `target` goes out as it is.
    HttpResponse call(std::string const& method, std::string const& target,
                      std::vector<Header> const& headers = {}, std::string const& body = {});
    HttpResponse get(std::string const& target, std::vector<Header> const& headers = {}) {
        return call("GET", target, headers);
    }
    HttpResponse post(std::string const& target, std::string const& body,
                      std::vector<Header> const& headers = {}) {
        return call("POST", target, headers, body);
    }

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

/// A connection to 127.0.0.1, for what no proper client sends.
class RawSocket {
public:
    explicit RawSocket(int port);
    ~RawSocket();
    RawSocket(RawSocket&& other) noexcept;
    RawSocket(RawSocket const&) = delete;

    /// False when the other side no longer takes anything.
    bool send(std::string_view bytes);
    /// Nothing more will be sent; reading goes on.
    void finish_sending();
    /// One answer with its body (by Content-Length); what comes before the time is over, if that is sooner.
    std::string read_answer(std::chrono::milliseconds time = std::chrono::seconds{10});
    /// Whether the other side ends the connection within that time.
    bool is_closed_within(std::chrono::milliseconds time);

private:
    bool receive(std::chrono::steady_clock::time_point until);

    int m_socket = -1;
    bool m_ended = false;
    std::string m_received = {};
};

/// "HTTP/1.1 413 …" → 413; 0 where there is no answer.
int status_of_answer(std::string_view answer);

} // namespace schulkit::test
