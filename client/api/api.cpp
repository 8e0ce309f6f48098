#include "client/api/api.hpp"

namespace schulkit {
namespace {

ErrorKind kind_of(int status) {
    switch (status) {
    case 400:
    case 415:
    case 422: return ErrorKind::invalid;
    case 401: return ErrorKind::unauthenticated;
    case 403: return ErrorKind::forbidden;
    case 404: return ErrorKind::not_found;
    case 409: return ErrorKind::conflict;
    case 413: return ErrorKind::too_large;
    case 429: return ErrorKind::too_many;
    case 0:
    case 502:
    case 503:
    case 504: return ErrorKind::unavailable;
    default: return ErrorKind::internal;
    }
}

} // namespace

Error error_of(HttpAnswer const& answer) {
    Error error{.kind = kind_of(answer.status)};
    if (error.kind == ErrorKind::unavailable) error.code = "no_connection";
    auto const problem = parse_json(answer.body);
    if (!problem || !problem->is_object()) return error;
    FieldErrors unread;
    if (auto const code = problem->find("code"); code != problem->end())
        decode_value(*code, error.code, "code", unread);
    if (auto const fields = problem->find("errors"); fields != problem->end() && fields->is_array())
        for (Json const& entry : *fields) {
            if (!entry.is_object()) continue;
            FieldError field;
            if (auto const name = entry.find("field"); name != entry.end())
                decode_value(*name, field.field, "field", unread);
            if (auto const code = entry.find("code"); code != entry.end())
                decode_value(*code, field.code, "code", unread);
            if (auto const value = entry.find("value"); value != entry.end())
                decode_value(*value, field.value, "value", unread);
            error.fields.push_back(std::move(field));
        }
    error.extra = answer.body;
    return error;
}

} // namespace schulkit
