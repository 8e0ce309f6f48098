#include "server/http/router.hpp"

#include "server/http/fingerprint.hpp"
#include "server/http/negotiation.hpp"
#include "server/http/problem.hpp"
#include "shared/core/text.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace schulkit {
namespace {

constexpr std::size_t worth_compressing_bytes = 1024;
/// A form that may be longer takes a file.
constexpr std::size_t large_form_bytes = std::size_t{1} << 20;

/// The page's own code, styles, fonts and calls; nothing of or for anybody else.
constexpr std::string_view content_security_policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

void add_common_headers(HttpResponse& response) {
    if (response.header("Cache-Control").empty()) response.set_header("Cache-Control", "no-store");
    if (response.header("Content-Security-Policy").empty())
        response.set_header("Content-Security-Policy", std::string{content_security_policy});
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "same-origin");
    response.set_header("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
}

/// Secrets stand in no body beside what a caller chooses (the session is a cookie), so BREACH finds nothing.
void compress(HttpRequest const& request, HttpResponse& response) {
    bool const is_json = response.content_type == "application/json" || response.content_type == problem_type;
    if (!is_json || response.body.size() < worth_compressing_bytes) return;
    response.set_header("Vary", "Accept-Encoding");
    if (!accepts_coding(request.header("Accept-Encoding"), "gzip")) return;
    response.body = gzip(response.body);
    response.set_header("Content-Encoding", "gzip");
}

bool is_number(std::string_view text, std::size_t& number) {
    auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

bool is_read(std::string_view method) {
    return method == "GET" || method == "HEAD";
}

bool has_coded_body(HttpRequest const& request) {
    std::string_view const coding = request.header("Content-Encoding");
    return !coding.empty() && !same_word(coding, "identity");
}

/// HEAD is answered as GET; the socket side leaves the body out.
bool takes(Mounted const& mounted, std::string_view method) {
    std::string_view const own = method_word(mounted.method);
    return own == method || (own == "GET" && method == "HEAD");
}

HttpResponse method_not_allowed(std::string allowed) {
    HttpResponse response = problem(405, "method_not_allowed");
    response.set_header("Allow", std::move(allowed));
    return response;
}

/// Two callers who may see different things never share an ETag.
std::string sequence_etag(std::int64_t last_change, Access const& access, HttpRequest const& request) {
    std::string caller = std::to_string(access.person.value) + ' ' + std::string{word_of(access.role)};
    for (std::string const& code : access.school_codes)
        caller += ' ' + code;
    std::string const hash = fingerprint_of(request.query, caller + ' ' + request.path);
    return "W/\"" + std::to_string(last_change) + '-' + hash.substr(0, 16) + '"';
}

HttpResponse response_of(Answer answer) {
    return {.status = answer.status,
            .content_type = std::move(answer.content_type),
            .headers = std::move(answer.headers),
            .body = std::move(answer.body)};
}

/// The path as it may stand in a log line.
std::string printable(std::string_view path) {
    std::string out{path.substr(0, 200)};
    for (char& c : out)
        if (c < 0x21 || c > 0x7E) c = '?';
    return out;
}

} // namespace

Router::Router(Database& database, Authenticator& authenticator, Deployment deployment, Log log)
    : m_database{database}, m_authenticator{authenticator},
      m_deployment{std::move(deployment)}, m_log{std::move(log)} {
    page("/api/openapi.json", [this](Call&) {
        return HttpResponse{.content_type = "application/json",
                            .body = openapi_document(m_endpoints, m_deployment)};
    });
}

void Router::add(Mounted mounted) {
    m_endpoints.push_back(std::move(mounted));
}

void Router::page(std::string_view pattern, PageHandler handler) {
    m_pages.push_back({.pattern = PathPattern{pattern}, .show = std::move(handler)});
}

void Router::form(std::string_view pattern, FormHandler handler, std::size_t max_bytes) {
    m_pages.push_back({.pattern = PathPattern{pattern}, .take = std::move(handler), .max_form_bytes = max_bytes});
}

void Router::error_pages(std::string_view below, ErrorPage page) {
    m_error_pages.push_back({below, std::move(page)});
}

HttpResponse Router::answer(HttpRequest const& request) const {
    auto const start = std::chrono::steady_clock::now();
    Call call{request, m_deployment, m_database, m_authenticator};
    HttpResponse response;
    std::string code;
    std::string failure;
    try {
        auto routed = route(request, call);
        if (routed) {
            response = std::move(*routed);
        } else {
            Error const& error = routed.error();
            code = error.code;
            if (status_of(error.kind) >= 500) failure = error.code + ": " + error.detail;
            if (error.kind != ErrorKind::internal) response = problem_of(error);
            if (error.code == broken_body) response = problem(400, broken_body);
            if (error.code == body_timeout) response = problem(408, body_timeout);
            if (error.kind == ErrorKind::internal) response.status = 500;
        }
    } catch (std::exception const& exception) {
        response.status = 500;
        failure = exception.what();
    }
    if (response.status == 500) {
        std::string const request_id = make_request_id();
        response = internal_problem(request_id);
        failure = request_id + ' ' + failure;
        code = request_id;
    }
    if (response.content_type == problem_type) replace_problem(response, call, code);
    for (std::string& cookie : call.m_cookies)
        response.set_header("Set-Cookie", std::move(cookie));
    compress(request, response);
    add_common_headers(response);

    if (m_log.level == LogLevel::all || !failure.empty()) {
        auto const took = std::chrono::steady_clock::now() - start;
        auto const ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
        m_log.line(printable(request.method) + ' ' + printable(request.path) + ' ' +
                   std::to_string(response.status) + ' ' + std::to_string(ms) + " ms" +
                   (failure.empty() ? "" : ": " + failure));
    }
    return response;
}

Result<HttpResponse> Router::route(HttpRequest const& request, Call& call) const {
    if (!m_deployment.base_path.empty() && request.path == m_deployment.base_path)
        return redirect_to(m_deployment.path("/"));
    std::string_view const path = inner_path(m_deployment, request.path);

    std::string allowed;
    for (bool const literal : {true, false}) {
        for (Mounted const& mounted : m_endpoints) {
            if (mounted.pattern.is_literal() != literal || !mounted.pattern.matches(path, call.m_path_values))
                continue;
            if (takes(mounted, request.method)) return run(mounted, call);
            if (!allowed.empty()) allowed += ", ";
            allowed += mounted.method == Method::get ? "GET, HEAD" : method_word(mounted.method);
        }
    }
    if (!allowed.empty()) return method_not_allowed(std::move(allowed));

    for (RawPage const& page : m_pages) {
        if (!page.pattern.matches(path, call.m_path_values)) continue;
        if (page.show && is_read(request.method)) return page.show(call);
        if (page.take && request.method == "POST") return take_form(page, call);
        allowed += (allowed.empty() ? "" : ", ") + std::string{page.show ? "GET, HEAD" : "POST"};
    }
    if (!allowed.empty()) return method_not_allowed(std::move(allowed));
    call.m_path_values.clear();
    bool const is_api = path == "/api" || path.starts_with("/api/");
    if (is_api || !m_otherwise) return fail(ErrorKind::not_found, "not_found");
    if (!is_read(request.method)) return method_not_allowed("GET, HEAD");
    return m_otherwise(call);
}

Result<Access> Router::admit(Mounted const& mounted, Call const& call) const {
    TRY(check_same_site(call.http(), m_deployment));
    if (!mounted.action) return Access{};
    TRY_ASSIGN(Person const person, call.get_person());
    return grant(person, *mounted.action);
}

Result<HttpResponse> Router::take_form(RawPage const& page, Call& call) const {
    TRY(check_same_site(call.http(), m_deployment));
    std::string_view const type = call.http().header("Content-Type");
    std::string_view const kind = trim(type.substr(0, type.find(';')));
    bool const in_parts = same_word(kind, "multipart/form-data");
    if (!in_parts && !same_word(kind, "application/x-www-form-urlencoded")) return problem(415, "unsupported_form");
    if (has_coded_body(call.http())) return problem(415, "unsupported_encoding");
    // what takes a file shares the budget of large bodies
    BodyBudget::Share share;
    if (page.max_form_bytes > large_form_bytes) {
        std::size_t announced = 0;
        bool const tells = is_number(call.http().header("Content-Length"), announced);
        TRY_ASSIGN(auto const person, call.find_person());
        share = m_large_bodies.take(person ? person->id.value : 0, tells ? std::min(announced, page.max_form_bytes) : page.max_form_bytes);
        if (!share) return fail(ErrorKind::too_many, "busy");
    }
    auto const body = call.http().read_body(page.max_form_bytes);
    if (!body && body.error().kind == ErrorKind::too_large && page.max_form_bytes > large_form_bytes)
        return fail(ErrorKind::too_large, "file_too_large");
    if (!body) return fail(body.error());
    TRY_ASSIGN(Form const form, in_parts ? Form::parse_parts(type, *body) : Form::parse(*body));
    TRY_ASSIGN(call.m_idempotency_key, checked_idempotency_key(form.get(form_key_field)));
    if (!call.m_idempotency_key.empty())
        call.m_fingerprint = fingerprint_of(call.http().query, in_parts ? form.content() : *body);
    return page.take(call, form);
}

void Router::replace_problem(HttpResponse& response, Call& call, std::string_view code) const {
    std::string_view const path = inner_path(m_deployment, call.http().path);
    for (ErrorPages const& pages : m_error_pages) {
        if (!path.starts_with(pages.below)) continue;
        if (path.size() > pages.below.size() && path[pages.below.size()] != '/') continue;
        try {
            HttpResponse page = pages.page(call, response.status, code);
            for (Header& header : response.headers)
                page.set_header(std::move(header.name), std::move(header.value));
            response = std::move(page);
        } catch (std::exception const&) {
            // the database has failed once more: the problem document stays
        }
        return;
    }
}

/// `share` is held until the call is answered.
Result<std::string> Router::read_large_body(Mounted const& mounted, Call& call, Id<Person> who, BodyBudget::Share& share) const {
    HttpRequest const& http = call.http();
    std::size_t announced = 0;
    bool const tells = is_number(http.header("Content-Length"), announced);
    share = m_large_bodies.take(who.value, tells ? std::min(announced, mounted.max_body_bytes) : mounted.max_body_bytes);
    if (!share) return fail(ErrorKind::too_many, "busy");
    auto body = http.read_body(mounted.max_body_bytes);
    if (!body && body.error().kind == ErrorKind::too_large)
        body.error().extra = dump_json(Json{{"limit_bytes", mounted.max_body_bytes}});
    return body;
}

Result<HttpResponse> Router::run(Mounted const& mounted, Call& call) const {
    TRY_ASSIGN(Access const access, admit(mounted, call));

    std::string etag;
    if (mounted.freshness == Freshness::change_sequence) {
        // Taken before the answer is made: a change between the two only costs the next caller a full answer.
        etag = sequence_etag(m_database.last_change(), access, call.http());
        if (names_etag(call.http().header("If-None-Match"), etag)) {
            HttpResponse unchanged{.status = 304};
            unchanged.set_header("ETag", etag);
            return unchanged;
        }
    }

    if (mounted.max_body_bytes > 0 && has_coded_body(call.http())) return problem(415, "unsupported_encoding");
    if (mounted.guard == Guard::write) {
        TRY_ASSIGN(call.m_idempotency_key, find_idempotency_key(call.http()));
    }
    BodyBudget::Share share;
    if (mounted.max_body_bytes > max_json_bytes) {
        TRY_ASSIGN(call.m_body, read_large_body(mounted, call, access.person, share));
    } else if (mounted.max_body_bytes > 0) {
        TRY_ASSIGN(call.m_body, call.http().read_body(mounted.max_body_bytes));
    }
    if (!call.m_idempotency_key.empty()) call.m_fingerprint = fingerprint_of(call.http().query, call.m_body);

    TRY_ASSIGN(Answer answer, mounted.run(call, access));
    HttpResponse response = response_of(std::move(answer));
    if (!etag.empty()) response.set_header("ETag", std::move(etag));
    return response;
}

} // namespace schulkit
