#pragma once
// A server over real sockets with the notes of notes.hpp, and what tests of the wire need beside it.

#include "tests/support/http_client.hpp"
#include "tests/support/notes.hpp"
#include "tests/support/running_server.hpp"

#include <chrono>
#include <cstdio>
#include <string>

namespace schulkit::test {

class NotesServer {
public:
    explicit NotesServer(ServerOptions options = {})
        : m_server{[this](HttpRequest const& request) { return m_notebook.answer(request); },
                   std::move(options)} {}
    int port() const { return m_server.port(); }
    void stop() { m_server.stop(); }
    Notebook& notebook() { return m_notebook; }

private:
    Notebook m_notebook;
    RunningServer m_server;
};

inline double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

inline std::string post_head(std::string const& target, std::string const& length_line) {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token-coordinator\r\n" +
           length_line + "\r\n\r\n";
}

inline constexpr char const* get_notes =
    "GET /api/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token-auditor\r\n\r\n";

inline std::string body_of(std::string const& answer) {
    auto const end = answer.find("\r\n\r\n");
    return end == answer.npos ? "" : answer.substr(end + 4);
}

inline long resident_kb() {
    std::FILE* const file = std::fopen("/proc/self/statm", "r");
    long pages = 0;
    long resident = 0;
    if (file == nullptr) return -1;
    int const read = std::fscanf(file, "%ld %ld", &pages, &resident);
    std::fclose(file);
    return read == 2 ? resident * 4 : -1;
}

} // namespace schulkit::test
