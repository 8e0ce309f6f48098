#pragma once
// One line per answer, without personal data: the method, the path without its query, status, milliseconds.

#include <functional>
#include <string>
#include <string_view>

namespace schulkit {

enum class LogLevel { errors, all };

struct Log {
    LogLevel level = LogLevel::errors;
    std::function<void(std::string const& line)> write =
        {}; ///< called by many threads; nothing: standard error

    void line(std::string const& text) const;
};

/// Eight random letters and digits that join an answer with its line.
std::string make_request_id();

} // namespace schulkit
