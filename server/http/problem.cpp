#include "server/http/problem.hpp"

#include "shared/core/json.hpp"

namespace schulkit {
namespace {

/// Read by people who look at the wire; what schools read comes from shared/strings by `code`.
char const* title_of(int status) {
    switch (status) {
    case 400:
        return "The request is malformed";
    case 401:
        return "Not signed in";
    case 403:
        return "Not allowed";
    case 404:
        return "Not found";
    case 405:
        return "That address does not take this method";
    case 408:
        return "The request took too long";
    case 409:
        return "The request conflicts with the present state";
    case 413:
        return "The request is too large";
    case 414:
        return "The address is too long";
    case 415:
        return "The content encoding is not supported";
    case 416:
        return "The range is malformed";
    case 422:
        return "The request has invalid values";
    case 429:
        return "Too many attempts";
    case 503:
        return "The server cannot answer now";
    default:
        return status >= 500 ? "The server failed" : "The request failed";
    }
}

Json document(int status, std::string_view code) {
    Json body = Json::object();
    body["type"] = "about:blank";
    body["title"] = title_of(status);
    body["status"] = status;
    body["code"] = std::string{code};
    return body;
}

HttpResponse response_of(int status, Json const& body) {
    HttpResponse response{
        .status = status, .content_type = std::string{problem_type}, .body = dump_json(body)};
    if (status == 401) response.set_header("WWW-Authenticate", "Bearer");
    if (status == 503) response.set_header("Retry-After", "1");
    return response;
}

} // namespace

int status_of(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::invalid:
        return 422;
    case ErrorKind::unauthenticated:
        return 401;
    case ErrorKind::forbidden:
        return 403;
    case ErrorKind::not_found:
        return 404;
    case ErrorKind::conflict:
        return 409;
    case ErrorKind::too_large:
        return 413;
    case ErrorKind::too_many:
        return 429;
    case ErrorKind::unavailable:
        return 503;
    case ErrorKind::internal:
        return 500;
    }
    return 500;
}

HttpResponse problem_of(Error const& error) {
    int const status = status_of(error.kind);
    Json body = document(status, error.code);
    if (!error.fields.empty()) {
        Json& errors = body["errors"] = Json::array();
        for (FieldError const& field : error.fields) {
            Json entry{{"field", field.field}, {"code", field.code}};
            if (!field.value.empty()) entry["value"] = field.value;
            errors.push_back(std::move(entry));
        }
    }
    if (!error.extra.empty()) {
        if (auto const extra = parse_json(error.extra); extra && extra->is_object())
            for (auto const& [name, value] : extra->items())
                if (!body.contains(name)) body[name] = value;
    }
    return response_of(status, body);
}

HttpResponse internal_problem(std::string_view request_id) {
    Json body = document(500, "internal");
    body["request_id"] = std::string{request_id};
    return response_of(500, body);
}

HttpResponse problem(int status, std::string_view code) {
    return response_of(status, document(status, code));
}

} // namespace schulkit
