#pragma once
// Errors as answers: the one table from ErrorKind to status, and RFC 9457 problem documents.

#include "server/http/message.hpp"

namespace schulkit {

inline constexpr std::string_view problem_type = "application/problem+json";

int status_of(ErrorKind kind);

/// {type,title,status,code,errors:[{field,code,value?}], …extra}. `detail` stays behind, for the log.
HttpResponse problem_of(Error const& error);
/// A 500 carries the number under which the log has the rest.
HttpResponse internal_problem(std::string_view request_id);
/// For what no ErrorKind says: 400, 405, 408, 415.
HttpResponse problem(int status, std::string_view code);

} // namespace schulkit
