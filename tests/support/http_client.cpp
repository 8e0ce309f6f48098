#include "tests/support/http_client.hpp"

#define CPPHTTPLIB_USE_POLL
#include <httplib.h>

namespace schulkit::test {

struct HttpClient::Implementation {
    httplib::Client client;
    explicit Implementation(int port) : client{"127.0.0.1", port} {
        client.set_keep_alive(true);
        client.set_tcp_nodelay(true);
        client.set_url_encode(false);
        client.set_read_timeout(60);
    }
};

HttpClient::HttpClient(int port) : m_implementation{std::make_unique<Implementation>(port)} {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;

HttpResponse HttpClient::call(std::string const& method, std::string const& target,
                              std::vector<Header> const& headers, std::string const& body) {
    httplib::Request request;
    request.method = method;
    request.path = target;
    for (Header const& header : headers)
        request.headers.emplace(header.name, header.value);
    request.body = body;
    auto const result = m_implementation->client.send(request);
    HttpResponse response{.status = 0};
    if (!result) return response;
    response.status = result->status;
    response.body = result->body;
    for (auto const& [name, value] : result->headers) {
        if (same_word(name, "Content-Type")) response.content_type = value;
        response.set_header(name, value);
    }
    return response;
}

RawSocket::RawSocket(int port) : m_socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (m_socket < 0 || connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error{"no connection to the server"};
}

RawSocket::~RawSocket() {
    if (m_socket >= 0) close(m_socket);
}

RawSocket::RawSocket(RawSocket&& other) noexcept
    : m_socket{std::exchange(other.m_socket, -1)}, m_ended{other.m_ended}, m_received{
                                                                               std::move(other.m_received)} {}

bool RawSocket::send(std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t const sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawSocket::finish_sending() {
    shutdown(m_socket, SHUT_WR);
}

bool RawSocket::receive(std::chrono::steady_clock::time_point until) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd wanted{.fd = m_socket, .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || poll(&wanted, 1, static_cast<int>(left.count())) <= 0) return false;
    std::array<char, 65536> bytes{};
    ssize_t const got = recv(m_socket, bytes.data(), bytes.size(), 0);
    if (got <= 0) {
        m_ended = true;
        return false;
    }
    m_received.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

std::string RawSocket::read_answer(std::chrono::milliseconds time) {
    auto const until = std::chrono::steady_clock::now() + time;
    constexpr std::string_view length_name = "\r\ncontent-length: ";
    while (true) {
        auto const head_end = m_received.find("\r\n\r\n");
        if (head_end != m_received.npos) {
            std::string head = m_received.substr(0, head_end);
            for (char& c : head)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            auto const length_at = head.find(length_name);
            std::size_t const length =
                length_at == head.npos
                    ? 0
                    : std::strtoul(head.c_str() + length_at + length_name.size(), nullptr, 10);
            std::size_t const end = head_end + 4 + length;
            if (m_received.size() >= end) {
                std::string answer = m_received.substr(0, end);
                m_received.erase(0, end);
                return answer;
            }
        }
        if (!receive(until)) return std::exchange(m_received, {});
    }
}

bool RawSocket::is_closed_within(std::chrono::milliseconds time) {
    auto const until = std::chrono::steady_clock::now() + time;
    while (receive(until)) {
    }
    return m_ended;
}

int status_of_answer(std::string_view answer) {
    constexpr std::string_view version = "HTTP/1.1 ";
    if (!answer.starts_with(version)) return 0;
    return std::atoi(std::string{answer.substr(version.size(), 3)}.c_str());
}

} // namespace schulkit::test
